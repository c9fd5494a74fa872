// SPDX-License-Identifier: MIT
// From an HTTP response to an answer or a failure: the second of the two pure functions that tc3 is made of (SPEC 5.1).
#pragma once

#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/api/failure.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/core/workspace.hpp>

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

namespace detail {

/// A status that fits; one beyond all statuses stays beyond them.
template <has_status Response>
[[nodiscard]] constexpr std::int32_t status_of(const Response& response) noexcept {
    using limits = std::numeric_limits<std::int32_t>;
    const auto status = static_cast<std::int64_t>(response.status);
    if (status < (limits::min)()) return (limits::min)();
    return status > (limits::max)() ? (limits::max)() : static_cast<std::int32_t>(status);
}

}  // namespace detail

/// Any HTTP stack's own response, uncopied.
template <class Response>
concept http_response = has_status<Response> && has_body<Response>;

/// A response whose body is a view, such as std::string_view or std::span: what points into the body outlives the response. A view type of
/// your own says so by std::ranges::enable_borrowed_range.
template <class Response>
concept lends_its_body =
    http_response<Response> && std::ranges::enable_borrowed_range<std::remove_cvref_t<decltype(std::declval<Response&>().body)>>;

/// A response that dies at the end of the statement, and its body with it.
template <class Response>
concept dying_response = !std::is_lvalue_reference_v<Response> && http_response<std::remove_cv_t<Response>> && !lends_its_body<Response>;

/// The parts that every answer has, in one of the storages. `payload` points into the body.
template <class Storage>
struct basic_envelope {
    std::string_view payload;                ///< the object under "Response", as it stands
    typename Storage::text request_id = {};  ///< empty where the service sent none
};

using envelope = basic_envelope<owning>;

/// A question type whose answer type is known, and has a table.
template <class Question>
concept has_answer = described_action<Question> && requires { typename answer_of<Question>::type; } && described<answer_of_t<Question>>;

/// The storage of a question's answer, which that of a failure follows.
template <has_answer Question>
using answer_storage_t = storage_of_t<answer_of_t<Question>>;

/// What becomes of a call: the answer, or why there is none.
template <has_answer Question>
using outcome_of = result<answer_of_t<Question>, basic_failure<answer_storage_t<Question>>>;

/// Reads the answer to a question of that type. Costs one pass over the body. Fails
/// - at stage http for a status other than 200, with code, message and request id if the body is an envelope all the same;
/// - at stage service for an answer with an Error, whatever else stands there;
/// - at stage response for all that is not one JSON document with an object "Response", or has a field of a wrong type: `cause` says what,
///   `cause.at` the byte, `field` the field.
template <has_answer Question, http_response Response>
    requires(!stateful_storage<answer_storage_t<Question>>)
[[nodiscard]] outcome_of<Question> parse_response(const Response& response);

/// The same for an answer whose storage has a state, such as a workspace: what lives in the body and in the state is good as long as both.
/// A workspace too small is a failure at stage response with errc::buffer_too_small, whose `cause.at` is the size that would do. What an
/// answer took of a workspace is given back when it fails; texts of the failure that find no room there are left empty.
template <has_answer Question, http_response Response>
    requires stateful_storage<answer_storage_t<Question>>
[[nodiscard]] outcome_of<Question> parse_response(const Response& response TC3_LIFETIMEBOUND,
                                                  typename answer_storage_t<Question>::state& state TC3_LIFETIMEBOUND);

/// Its answer would point into what is gone.
template <has_answer Question, dying_response Response>
    requires stateful_storage<answer_storage_t<Question>>
void parse_response(Response&& response, typename answer_storage_t<Question>::state& state) = delete;

/// The same for a body alone, that came with status 200.
template <has_answer Question>
    requires(!stateful_storage<answer_storage_t<Question>>)
[[nodiscard]] outcome_of<Question> parse_body(std::string_view body);
template <has_answer Question>
    requires stateful_storage<answer_storage_t<Question>>
[[nodiscard]] outcome_of<Question> parse_body(std::string_view body TC3_LIFETIMEBOUND,
                                              typename answer_storage_t<Question>::state& state TC3_LIFETIMEBOUND);

template <has_answer Question, std::same_as<std::string> Body>
    requires stateful_storage<answer_storage_t<Question>>
void parse_body(Body&& body, typename answer_storage_t<Question>::state& state) = delete;

/// Reads the envelope alone, for actions known only at run time. `payload` points into the body.
template <http_response Response>
[[nodiscard]] result<envelope, failure> parse_envelope(const Response& response TC3_LIFETIMEBOUND);
/// The same in another storage: `parse_envelope<tc3::borrowed>(response, space)`.
template <stateful_storage Storage, http_response Response>
[[nodiscard]] result<basic_envelope<Storage>, basic_failure<Storage>> parse_envelope(const Response& response TC3_LIFETIMEBOUND,
                                                                                     typename Storage::state& state TC3_LIFETIMEBOUND);

template <dying_response Response>
void parse_envelope(Response&& response) = delete;
template <stateful_storage Storage, dying_response Response>
void parse_envelope(Response&& response, typename Storage::state& state) = delete;

/// The same for a body alone, that came with status 200.
[[nodiscard]] inline result<envelope, failure> parse_envelope(std::string_view body TC3_LIFETIMEBOUND);
template <std::same_as<std::string> Body>
void parse_envelope(Body&& body) = delete;

namespace detail {

/// The members that any answer may have beside its own, as they stand in the body.
struct service_error {
    json::string_token code;
    json::string_token message;
};

struct common_members {
    std::optional<service_error> error;
    json::string_token request_id;
    json::string_token request_id_misspelt;

    [[nodiscard]] const json::string_token& any_request_id() const noexcept {
        return request_id.size() != 0 ? request_id : request_id_misspelt;
    }
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
inline void read_response(decoder& in, common_members& common, const object_part& answer, std::string_view& payload) {
    json::reader& json = in.json();
    if (!json.begin_object()) return;
    json::string_token name;
    bool found = false;
    // An Error is the service's whatever the answer's own table says; a request id goes to the answer if it has a place for one.
    const reading_table own = reading_table_of<common_members>();
    const object_part parts[] = {{own.first(1), &common}, answer, {own.subspan(1), &common}};
    while (json.next_member(name)) {
        if (!(name == "Response"sv)) {
            json.skip_value();
            continue;
        }
        const std::size_t start = json.position();
        const std::size_t before = in.path().enter("Response"sv);
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
    static_cast<void>(in.path().enter("Response"sv));
    json.fail(errc::missing, json.position());
}

/// How long what a failure tells is there: as long as the body, or until it is told.
enum class told : bool { from_body, in_passing };

/// Fills one text of a failure. Where a workspace has no room for it the text is left empty, and the workspace as it was: a failure must
/// not spoil it for the next call.
template <text_type Text>
TC3_NOINLINE void fill_if_it_fits(storage_ref storage, Text& to, const json::string_token& text, told how) {
    workspace* space = storage.get<workspace>();
    const workspace::mark before = space != nullptr ? space->position() : workspace::mark();
    if (how == told::from_body) {
        static_cast<void>(text_traits<Text>::assign(storage, to, text));
    } else {
        keep_text(storage, to, text.raw());
    }
    if (space != nullptr && !space->complete()) space->return_to(before);
}

/// What a body came to, before it is known whether it is an answer. Like all that follows it exists once, however many answer types a
/// program has.
class body_reader {
public:
    /// All arguments must outlive it.
    body_reader(const std::string_view& body, std::int32_t status, storage_ref storage = {}) noexcept
        : body_(body), status_(status), in_(body, storage) {}

    /// Reads an answer by its table, which takes RequestId to itself; without one the common members have it. False: it is a failure.
    [[nodiscard]] bool read(const object_part& answer = {}) {
        read_response(in_, common_, answer, payload_);
        return status_ == 200 && in_.ok() && !common_.error;
    }

    [[nodiscard]] std::string_view payload() const noexcept { return payload_; }
    [[nodiscard]] json::string_token request_id() const noexcept { return common_.any_request_id(); }

    /// Says why a body is no answer. It is read once more, for the envelope alone: so code and request id are known even when they stand
    /// behind the field that is wrong.
    template <class Storage>
    TC3_NOINLINE void explain(basic_failure<Storage>& why, storage_ref storage, std::string_view action = {}) const {
        common_members around;
        read_envelope(around);
        const service_error fault = around.error ? *around.error : service_error();
        why.stage = stage::service;
        why.status = status_;
        fill_if_it_fits(storage, why.code, fault.code, told::from_body);
        fill_if_it_fits(storage, why.request_id, around.any_request_id(), told::from_body);
        fill_if_it_fits(storage, why.message, fault.message, told::from_body);
        if (status_ != 200) {
            why.stage = stage::http;
            why.cause = {.code = errc::unexpected_status};
        } else if (!in_.ok() && fault.code.size() == 0) {
            why.stage = stage::response;
            why.action = action;
            why.cause = in_.json().fault();
            fill_if_it_fits(storage, why.field, json::string_token::plain(in_.path().view()), told::in_passing);
        }
    }

private:
    void read_envelope(common_members& around) const {
        decoder again(body_);
        std::string_view payload;
        read_response(again, around, {}, payload);
    }

    std::string_view body_;
    std::int32_t status_;
    decoder in_;
    common_members common_;
    std::string_view payload_;
};

/// A storage's state for the time of a reading. Of a workspace: what half an answer took is given back, and a shortage is a failure.
template <class State>
class reading {
public:
    explicit reading(State&) noexcept {}
    [[nodiscard]] bool refused() const noexcept { return false; }
    [[nodiscard]] bool complete() const noexcept { return true; }
    [[nodiscard]] error shortage() const noexcept { return {}; }
    void give_back() const noexcept {}
};

template <>
class reading<workspace> {
public:
    explicit reading(workspace& space) noexcept : space_(space), before_(space.position()) {}
    /// What is lent may be written to at any time.
    [[nodiscard]] bool refused() const noexcept { return space_.is_lent(); }
    [[nodiscard]] bool complete() const noexcept { return space_.complete(); }
    [[nodiscard]] error shortage() const noexcept { return space_.shortage(); }
    void give_back() const noexcept { space_.return_to(before_); }

private:
    workspace& space_;
    workspace::mark before_;
};

// The answer is read where it is returned; and what a failure takes of the stack lies in functions of their own.

/// A body that is fine, and a storage that is not.
template <class Storage>
TC3_NOINLINE void blame_storage(basic_failure<Storage>& why, const error& cause, std::int32_t status, std::string_view action = {}) {
    why.action = action;
    why.stage = stage::response;
    why.cause = cause;
    why.status = status;
}

inline constexpr error lent_to_another{.code = errc::in_use, .where = part::workspace};

template <has_answer Question>
[[nodiscard]] outcome_of<Question> parse_answer(std::string_view body, std::int32_t status) {
    outcome_of<Question> made(made_in_place, [] { return answer_of_t<Question>{}; });
    body_reader in(body, status);
    if (!in.read({reading_table_of<answer_of_t<Question>>(), &*made})) in.explain(made.emplace_error(), {}, action_of<Question>.name);
    return made;
}

/// Reads an answer into an outcome that holds an empty one.
template <has_answer Question, class State>
TC3_NOINLINE void parse_answer_into(outcome_of<Question>& made, std::string_view body, std::int32_t status, State& state) {
    const reading<State> attempt(state);
    if (attempt.refused()) return blame_storage(made.emplace_error(), lent_to_another, status, action_of<Question>.name);
    const storage_ref storage(state);
    body_reader in(body, status, storage);
    const bool is_answer = in.read({reading_table_of<answer_of_t<Question>>(), &*made});
    if (is_answer && attempt.complete()) return;

    const error shortage = attempt.shortage();
    attempt.give_back();
    if (is_answer) {
        blame_storage(made.emplace_error(), shortage, status, action_of<Question>.name);
    } else {
        in.explain(made.emplace_error(), storage, action_of<Question>.name);
    }
}

template <has_answer Question, class State>
[[nodiscard]] outcome_of<Question> parse_answer(std::string_view body, std::int32_t status, State& state) {
    outcome_of<Question> made(made_in_place, [] { return answer_of_t<Question>{}; });
    parse_answer_into<Question>(made, body, status, state);
    return made;
}

}  // namespace detail

template <has_answer Question, http_response Response>
    requires(!stateful_storage<answer_storage_t<Question>>)
outcome_of<Question> parse_response(const Response& response) {
    return detail::parse_answer<Question>(detail::body_as_text(response.body), detail::status_of(response));
}

template <has_answer Question, http_response Response>
    requires stateful_storage<answer_storage_t<Question>>
outcome_of<Question> parse_response(const Response& response, typename answer_storage_t<Question>::state& state) {
    return detail::parse_answer<Question>(detail::body_as_text(response.body), detail::status_of(response), state);
}

template <has_answer Question>
    requires(!stateful_storage<answer_storage_t<Question>>)
outcome_of<Question> parse_body(std::string_view body) {
    return detail::parse_answer<Question>(body, 200);
}

template <has_answer Question>
    requires stateful_storage<answer_storage_t<Question>>
outcome_of<Question> parse_body(std::string_view body, typename answer_storage_t<Question>::state& state) {
    return detail::parse_answer<Question>(body, 200, state);
}

namespace detail {

struct no_state {};

template <class Storage, class State>
[[nodiscard]] result<basic_envelope<Storage>, basic_failure<Storage>> parse_envelope(std::string_view body, std::int32_t status,
                                                                                     State& state) {
    result<basic_envelope<Storage>, basic_failure<Storage>> made(made_in_place, [] { return basic_envelope<Storage>{}; });
    const reading<State> attempt(state);
    const storage_ref storage(state);
    if (attempt.refused()) {
        blame_storage(made.emplace_error(), lent_to_another, status);
        return made;
    }
    body_reader in(body, status, storage);
    if (!in.read()) {
        in.explain(made.emplace_error(), storage);
        return made;
    }
    (*made).payload = in.payload();
    const bool kept = text_traits<typename Storage::text>::assign(storage, (*made).request_id, in.request_id());
    if (kept && attempt.complete()) return made;

    const error cause = kept ? attempt.shortage() : error{.code = errc::no_room, .where = part::body};
    attempt.give_back();
    blame_storage(made.emplace_error(), cause, status);
    return made;
}

}  // namespace detail

template <http_response Response>
result<envelope, failure> parse_envelope(const Response& response) {
    detail::no_state none;
    return detail::parse_envelope<owning>(detail::body_as_text(response.body), detail::status_of(response), none);
}

template <stateful_storage Storage, http_response Response>
result<basic_envelope<Storage>, basic_failure<Storage>> parse_envelope(const Response& response, typename Storage::state& state) {
    return detail::parse_envelope<Storage>(detail::body_as_text(response.body), detail::status_of(response), state);
}

inline result<envelope, failure> parse_envelope(std::string_view body) {
    detail::no_state none;
    return detail::parse_envelope<owning>(body, 200, none);
}

}  // namespace tc3::inline v0_1
