// SPDX-License-Identifier: MIT
// The envelope {"Response": {...}} around every output and every error of the service (docs/tc3-signing.md 5.1).
#pragma once

#include <tc3/api/failure.hpp>
#include <tc3/api/http_response.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/core/workspace.hpp>
#include <tc3/model/codec.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tc3::inline v0_1 {

/// The parts that every answer has, in one of the storages. `payload` points into the body.
template <class Storage>
struct basic_envelope {
    std::string_view payload;                ///< the object under "Response", as it stands
    typename Storage::text request_id = {};  ///< empty where the service sent none
};

using envelope = basic_envelope<owning>;

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
[[nodiscard]] inline result<envelope, failure> parse_envelope_body(std::string_view body TC3_LIFETIMEBOUND);
template <std::same_as<std::string> Body>
void parse_envelope_body(Body&& body) = delete;

/// Sets a failure of the storage, for a body that is correct.
template <class Storage>
TC3_NOINLINE void fail_storage(basic_failure<Storage>& why, const error& reason, std::int32_t status, std::string_view action = {}) {
    why.action = action;
    why.stage = stage::response;
    why.reason = reason;
    why.status = status;
}

namespace api_detail {

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

}  // namespace api_detail

template <>
inline constexpr auto fields_of<api_detail::service_error> =
    field_table(field_of<&api_detail::service_error::code>("Code"), field_of<&api_detail::service_error::message>("Message"));

// A few old actions spell it RequestID.
template <>
inline constexpr auto fields_of<api_detail::common_members> =
    field_table(field_of<&api_detail::common_members::error>("Error"), field_of<&api_detail::common_members::request_id>("RequestId"),
                field_of<&api_detail::common_members::request_id_misspelt>("RequestID"));

namespace api_detail {

/// Reads {"Response": {...}} with the common members and, if there is a table, those of an answer. `payload` becomes the inner object.
inline void read_response(decoder& in, common_members& common, const object_part& output, std::string_view& payload) {
    json::reader& json = in.json();
    if (!json.begin_object()) return;
    json::string_token name;
    bool found = false;
    // An Error is the service's whatever the answer's own table says; a request id goes to the answer if it has a place for one.
    const reading_table own = reading_table_of<common_members>();
    const object_part parts[] = {{own.first(1), &common}, output, {own.subspan(1), &common}};
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
    [[nodiscard]] bool read(const object_part& output = {}) {
        read_response(in_, common_, output, payload_);
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
        const service_error error = around.error ? *around.error : service_error();
        why.stage = stage::service;
        why.status = status_;
        fill_if_it_fits(storage, why.code, error.code, told::from_body);
        fill_if_it_fits(storage, why.request_id, around.any_request_id(), told::from_body);
        fill_if_it_fits(storage, why.message, error.message, told::from_body);
        if (status_ != 200) {
            why.stage = stage::http;
        } else if (!in_.ok() && error.code.size() == 0) {
            why.stage = stage::response;
            why.action = action;
            why.reason = in_.json().error();
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

inline constexpr error lent_to_another{.code = errc::in_use, .part = "workspace"};

}  // namespace api_detail

namespace api_detail {

struct no_state {};

template <class Storage, class State>
[[nodiscard]] result<basic_envelope<Storage>, basic_failure<Storage>> parse_envelope(std::string_view body, std::int32_t status,
                                                                                     State& state) {
    result<basic_envelope<Storage>, basic_failure<Storage>> made(made_in_place, [] { return basic_envelope<Storage>{}; });
    const reading<State> attempt(state);
    const storage_ref storage(state);
    if (attempt.refused()) {
        fail_storage(made.emplace_error(), lent_to_another, status);
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

    const error reason = kept ? attempt.shortage() : error{.code = errc::not_stored, .part = "body"};
    attempt.give_back();
    fail_storage(made.emplace_error(), reason, status);
    return made;
}

}  // namespace api_detail

template <http_response Response>
result<envelope, failure> parse_envelope(const Response& response) {
    api_detail::no_state none;
    return api_detail::parse_envelope<owning>(body_of(response), status_of(response), none);
}

template <stateful_storage Storage, http_response Response>
result<basic_envelope<Storage>, basic_failure<Storage>> parse_envelope(const Response& response, typename Storage::state& state) {
    return api_detail::parse_envelope<Storage>(body_of(response), status_of(response), state);
}

inline result<envelope, failure> parse_envelope_body(std::string_view body) {
    api_detail::no_state none;
    return api_detail::parse_envelope<owning>(body, 200, none);
}

}  // namespace tc3::inline v0_1
