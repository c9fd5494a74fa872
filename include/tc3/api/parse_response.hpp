// SPDX-License-Identifier: MIT
// From an HTTP response to an answer or a failure: the second of the two pure functions that tc3 is made of (SPEC 5.1).
#pragma once

#include <tc3/api/action.hpp>
#include <tc3/api/codec.hpp>
#include <tc3/api/failure.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tc3::inline v0_1 {

namespace detail {

/// The elements of a body in one piece.
template <class Body>
using element_of = std::remove_cv_t<std::remove_pointer_t<decltype(std::data(std::declval<const Body&>()))>>;

/// A body as text, whatever one-byte elements it is made of.
template <class Body>
    requires std::convertible_to<const Body&, std::string_view> || (sizeof(element_of<Body>) == 1)
[[nodiscard]] constexpr std::string_view body_as_text(const Body& body) noexcept {
    if constexpr (std::convertible_to<const Body&, std::string_view>) {
        return body;
    } else {
        return as_text(std::span<const element_of<Body>>(std::data(body), std::size(body)));
    }
}

}  // namespace detail

/// Has an HTTP status.
template <class Response>
concept has_status = requires(const Response& response) {
    { response.status } -> std::convertible_to<std::int64_t>;
};

/// Has a body in one piece, of chars or bytes.
template <class Response>
concept has_body = requires(const Response& response) {
    { detail::body_as_text(response.body) } -> std::same_as<std::string_view>;
};

/// Any HTTP stack's own response, uncopied.
template <class Response>
concept http_response = has_status<Response> && has_body<Response>;

/// The parts that every answer has. The views point into the body.
struct envelope {
    std::string_view payload;  ///< the object under "Response", as it stands
    std::string request_id;    ///< empty where the service sent none
};

/// A question type whose answer type is known, and has a table.
template <class Question>
concept has_answer = described_action<Question> && requires { typename answer_of<Question>::type; } && described<answer_of_t<Question>>;

/// Reads the answer to a question of that type. Costs one pass over the body. Fails
/// - at stage http for a status other than 200, with code, message and request id if the body is an envelope all the same;
/// - at stage service for an answer with an Error, whatever else stands there;
/// - at stage response for all that is not one JSON document with an object "Response", or has a field of a wrong type: `cause` says what,
///   `cause.at` the byte, `field` the field.
template <has_answer Question, http_response Response>
[[nodiscard]] result<answer_of_t<Question>, failure> parse_response(const Response& response);

/// The same for a body alone, that came with status 200.
template <has_answer Question>
[[nodiscard]] result<answer_of_t<Question>, failure> parse_body(std::string_view body);

/// Reads the envelope alone, for actions known only at run time. `payload` points into the body.
template <http_response Response>
[[nodiscard]] result<envelope, failure> parse_envelope(const Response& response TC3_LIFETIMEBOUND);

/// The same for a body alone, that came with status 200.
[[nodiscard]] result<envelope, failure> parse_envelope(std::string_view body);

namespace detail {

/// The members that any answer may have beside its own.
struct service_error {
    std::optional<std::string> code;
    std::optional<std::string> message;
};

struct common_members {
    std::optional<service_error> error;
    std::optional<std::string> request_id;
    std::optional<std::string> request_id_misspelt;
};

}  // namespace detail

template <>
inline constexpr auto fields_of<detail::service_error> =
    field_list(field_of<&detail::service_error::code>("Code"), field_of<&detail::service_error::message>("Message"));

// A few old actions spell it RequestID.
template <>
inline constexpr auto fields_of<detail::common_members> =
    field_list(field_of<&detail::common_members::error>("Error"), field_of<&detail::common_members::request_id>("RequestId"),
               field_of<&detail::common_members::request_id_misspelt>("RequestID"));

namespace detail {

/// Reads {"Response": {...}} with the common members and, if there is a table, those of an answer. `payload` becomes the inner object.
inline void read_response(decoder& in, common_members& common, field_table fields, void* answer, std::string_view& payload) {
    json::reader& json = in.json();
    if (!json.begin_object()) return;
    json::string_token name;
    bool found = false;
    // An Error is the service's whatever the answer's own table says; a request id goes to the answer if it has a place for one.
    const field_table own = table_of<common_members>();
    const std::array parts{object_part{own.first(1), &common}, object_part{fields, answer}, object_part{own.subspan(1), &common}};
    while (json.next_member(name)) {
        if (!(name == "Response")) {
            json.skip_value();
            continue;
        }
        const std::size_t start = json.position();
        const std::size_t before = in.path().enter(std::string_view("Response"));
        if (found) json.fail(errc::duplicate, start);
        if (json.peek() != json::kind::object) json.fail(errc::wrong_type, start);
        if (!json.ok()) return;
        in.path().leave(before);
        found = true;
        in.read_object(parts);
        payload = json.since(start);
    }
    json.finish();
    if (!json.ok() || found) return;
    static_cast<void>(in.path().enter(std::string_view("Response")));
    json.fail(errc::missing, json.position());
}

/// What a body came to, before it is known whether it is an answer.
struct read_body {
    common_members common;
    std::string_view payload;
    error fault;
    std::string field;

    /// A table of an answer takes RequestId to itself; without one the common members have it.
    explicit read_body(std::string_view body, field_table fields = {}, void* answer = nullptr) {
        decoder in(body);
        read_response(in, common, fields, answer, payload);
        if (in.ok()) return;
        fault = in.json().fault();
        field = in.path().view();
    }
    [[nodiscard]] bool is_answer(std::int64_t status) const noexcept { return status == 200 && fault.code == errc::none && !common.error; }
    [[nodiscard]] std::string request_id() {
        if (common.request_id) return std::move(*common.request_id);
        return std::move(common.request_id_misspelt).value_or(std::string());
    }
};

/// A status that fits; one beyond all statuses stays beyond them.
[[nodiscard]] constexpr std::int32_t narrowed(std::int64_t status) noexcept {
    using limits = std::numeric_limits<std::int32_t>;
    if (status < (limits::min)()) return (limits::min)();
    return status > (limits::max)() ? (limits::max)() : static_cast<std::int32_t>(status);
}

/// Says why a body is no answer. It is read once more, for the envelope alone: so code and request id are known even when they stand
/// behind the field that is wrong.
[[nodiscard]] inline failure find_failure(read_body&& read, std::string_view body, std::int64_t status) {
    read_body around(body);
    failure why{.stage = stage::service, .status = narrowed(status)};
    if (around.common.error) {
        why.code = std::move(around.common.error->code).value_or(std::string());
        why.message = std::move(around.common.error->message).value_or(std::string());
    }
    if (status != 200) {
        why.stage = stage::http;
        why.cause = {.code = errc::unexpected_status};
    } else if (read.fault.code != errc::none && why.code.empty()) {
        why.stage = stage::response;
        why.cause = read.fault;
        why.field = std::move(read.field);
    }
    why.request_id = around.request_id();
    return why;
}

/// Reads an answer by its table, or says why there is none: this exists once, however many answer types a program has.
[[nodiscard]] inline bool read_answer(std::string_view body, std::int64_t status, field_table fields, void* answer, failure& why) {
    read_body read(body, fields, answer);
    if (read.is_answer(status)) return true;
    why = find_failure(std::move(read), body, status);
    return false;
}

template <has_answer Question>
[[nodiscard]] result<answer_of_t<Question>, failure> parse_answer(std::string_view body, std::int64_t status) {
    answer_of_t<Question> answer{};
    failure why;
    if (!read_answer(body, status, table_of<answer_of_t<Question>>(), &answer, why)) return unexpected(std::move(why));
    return answer;
}

[[nodiscard]] inline result<envelope, failure> parse_envelope(std::string_view body, std::int64_t status) {
    read_body read(body);
    if (!read.is_answer(status)) return unexpected(find_failure(std::move(read), body, status));
    return envelope{read.payload, read.request_id()};
}

}  // namespace detail

template <has_answer Question, http_response Response>
result<answer_of_t<Question>, failure> parse_response(const Response& response) {
    return detail::parse_answer<Question>(detail::body_as_text(response.body), static_cast<std::int64_t>(response.status));
}

template <has_answer Question>
result<answer_of_t<Question>, failure> parse_body(std::string_view body) {
    return detail::parse_answer<Question>(body, 200);
}

template <http_response Response>
result<envelope, failure> parse_envelope(const Response& response) {
    return detail::parse_envelope(detail::body_as_text(response.body), static_cast<std::int64_t>(response.status));
}

inline result<envelope, failure> parse_envelope(std::string_view body) { return detail::parse_envelope(body, 200); }

}  // namespace tc3::inline v0_1
