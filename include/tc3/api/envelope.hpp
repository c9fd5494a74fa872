// SPDX-License-Identifier: MIT
// The envelope {"Response": {...}} around every output and every error of the service (docs/tc3-signing.md 5.1).
#pragma once

#include <tc3/api/body_form.hpp>
#include <tc3/api/failure.hpp>
#include <tc3/api/failure_members.hpp>
#include <tc3/api/http_response.hpp>
#include <tc3/api/response_date.hpp>
#include <tc3/api/response_options.hpp>
#include <tc3/config.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/processor.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/slice.hpp>
#include <tc3/core/text_literal.hpp>
#include <tc3/core/workspace.hpp>
#include <tc3/json/read.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/decoder.hpp>
#include <tc3/model/fields.hpp>
#include <tc3/model/storage.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace tc3::inline TC3_NAMESPACE {

/// What every successful response has, for an action that is known only at run time.
///
/// Lifetime: `payload` refers to the body in every storage; `request_id` lives as its storage says.
template <class Storage>
struct basic_envelope {
    std::string_view payload;                ///< the JSON object under "Response"
    typename Storage::text request_id = {};  ///< empty if the service sent none
};

using envelope = basic_envelope<owning>;

/// An envelope that owns its payload.
struct owned_envelope {
    std::string payload;          ///< the JSON object under "Response"
    std::string request_id = {};  ///< empty if the service sent none

    /// Returns a reader of the payload. It finds no error, unless damaged text was let through by the option `check_payload`.
    [[nodiscard]] json::reader reader() const& noexcept TC3_LIFETIMEBOUND { return json::reader(payload); }
    json::reader reader() const&& = delete;
};

/// Reads the envelope of a response.
///
/// Errors: those of parse_response() (parse_response.hpp), except that the fields of the payload are only parsed as JSON; at stage
/// `response` invalid_utf8 or lone_surrogate for damaged text in the body, unless `options.check_payload` is false.
/// Lifetime: `payload` refers to the body of the response. A temporary response is refused.
/// Cost: one pass over the body.
template <http_response Response>
[[nodiscard]] result<envelope, failure> parse_envelope(const Response& response TC3_LIFETIMEBOUND, const response_options& options = {});

/// Reads the envelope of a response into a storage that needs memory from you, as borrowed does: `parse_envelope<tc3::borrowed>(response,
/// options, space)`.
template <stateful_storage Storage, http_response Response>
[[nodiscard]] result<basic_envelope<Storage>, basic_failure<Storage>> parse_envelope(const Response& response TC3_LIFETIMEBOUND,
                                                                                     const response_options& options,
                                                                                     typename Storage::state& state TC3_LIFETIMEBOUND);
template <stateful_storage Storage, http_response Response>
[[nodiscard]] result<basic_envelope<Storage>, basic_failure<Storage>> parse_envelope(const Response& response TC3_LIFETIMEBOUND,
                                                                                     typename Storage::state& state TC3_LIFETIMEBOUND);

template <dying_response Response>
void parse_envelope(Response&& response, const response_options& options = {}) = delete;
template <stateful_storage Storage, dying_response Response>
void parse_envelope(Response&& response, const response_options& options, typename Storage::state& state) = delete;
template <stateful_storage Storage, dying_response Response>
void parse_envelope(Response&& response, typename Storage::state& state) = delete;

/// Reads the envelope of a body that arrived with status 200.
[[nodiscard]] result<envelope, failure> parse_envelope_body(std::string_view body TC3_LIFETIMEBOUND, const response_options& options = {});
template <std::same_as<std::string> Body>
void parse_envelope_body(Body&& body, const response_options& options = {}) = delete;

/// Sets a failure at stage `response` for a shortage of memory: a workspace that is in use or too small, or a value that the storage did
/// not take.
template <class Storage>
TC3_NOINLINE void set_storage_failure(basic_failure<Storage>& failed, const error& reason, std::int32_t status,
                                      std::string_view action = {}) {
    failed.action = action;
    failed.stage = stage::response;
    failed.reason = reason;
    failed.status = status;
}

namespace api_detail {

/// A member of any type, of which only the presence is read.
struct member_presence {
    bool is_present = false;
};

/// The members that any response may have besides those of its output.
struct common_members {
    member_presence error;
    json::string_token request_id;
    json::string_token request_id_misspelt;  // "RequestID", which some old actions send
};

}  // namespace api_detail

template <>
struct value_codec<api_detail::member_presence> {
    static constexpr bool can_be_unset = true;
    static bool is_set(const api_detail::member_presence& value) noexcept { return value.is_present; }
    static void read(decoder& in, api_detail::member_presence& value) {
        value.is_present = true;  // whatever it is, and even if it is repeated
        in.json().skip_value();
    }
};

// "Error" must be the first row: see read_envelope().
template <>
inline constexpr auto fields_of<api_detail::common_members> = field_table(
    field_of<&api_detail::common_members::error>("Error").once(), field_of<&api_detail::common_members::request_id>("RequestId").once(),
    field_of<&api_detail::common_members::request_id_misspelt>("RequestID").once());

namespace api_detail {

/// Reads {"Response": {...}} into the common members and into `output`. Sets `payload` to the inner object.
///
/// If reading fails within a member, the path of the decoder stays where the error is: it is not left on the way out.
void read_envelope(decoder& in, common_members& common, const object_part& output, std::string_view& payload);

/// Where the text of a failure comes from.
enum class text_origin : bool {
    body,       ///< the response, which lives as long as the failure
    temporary,  ///< a local of the reader
};

/// Sets one text of a failure. If a workspace has no memory for it, the text stays empty and the workspace unchanged, so that the
/// next call can use the workspace.
template <text_type Text>
TC3_NOINLINE void set_text_if_it_fits(state_ref state, Text& text, const json::string_token& token, text_origin origin) {
    workspace* space = state.get<workspace>();
    const workspace::mark before = space != nullptr ? space->current_mark() : workspace::mark();
    if (origin == text_origin::body) {
        static_cast<void>(text_traits<Text>::assign(state, text, token));
    } else {
        keep_text(state, text, token.raw());
    }
    if (space != nullptr && !space->complete()) space->return_to(before);
}

/// Reads a body as an output, or sets the failure. Exists once in a program, whatever the number of output types.
///
/// Lifetime: refers to the body, the options and the state of the storage.
class body_reader {
public:
    body_reader(std::string_view body, std::int32_t status, const response_options& options, state_ref state = {}) noexcept;

    /// Makes damaged text an error, also in members that no table lists.
    void refuse_damaged_text() noexcept { in_.json().refuse_damaged_text(); }
    /// Reads the members of `output`. Returns false for a failure: see set_failure().
    [[nodiscard]] bool read(const object_part& output = {});

    [[nodiscard]] std::string_view payload() const noexcept { return payload_; }
    [[nodiscard]] json::string_token request_id() const noexcept { return first_text(common_.request_id, common_.request_id_misspelt); }

    /// Sets the failure. Reads the body again, so that code and request id are found whatever else is wrong.
    template <class Storage>
    TC3_NOINLINE void set_failure(basic_failure<Storage>& failed, state_ref state, std::string_view action = {}) const {
        failure_members members = find_members();
        failed.stage = report_failure(failed.reason, members);
        failed.status = status_;
        set_text_if_it_fits(state, failed.code, members.code.text, text_origin::body);
        set_request_id(failed, state, members);
        set_text_if_it_fits(state, failed.message, members.message.text, text_origin::body);
        if (failed.stage != stage::response) return;
        failed.action = action;
        const std::string_view path = failed.reason.code == in_.json().error().code ? in_.path().view() : std::string_view();
        set_text_if_it_fits(state, failed.field, json::string_token::plain(path), text_origin::temporary);
    }
    /// Sets the request id of a failure for which the body is not to blame.
    template <class Storage>
    TC3_NOINLINE void set_request_id(basic_failure<Storage>& failed, state_ref state) const {
        set_request_id(failed, state, find_members());
    }

private:
    template <class Storage>
    static void set_request_id(basic_failure<Storage>& failed, state_ref state, const failure_members& members) {
        const json::string_token& id = first_text(members.request_id.text, members.request_id_misspelt.text);
        set_text_if_it_fits(state, failed.request_id, id, text_origin::body);
    }

    [[nodiscard]] failure_members find_members() const;
    /// Returns the stage, and sets the reason. Puts the code and the message of API 2.0 where those of the service are.
    [[nodiscard]] stage report_failure(error& reason, failure_members& members) const;
    /// Sets what tc3 found to be wrong with the body.
    void set_reason(error& reason) const;

    const decoder_rules& rules_;
    std::size_t skipped_;    // the size of a byte order mark, unless the rules refuse it
    std::string_view body_;  // after it
    std::int32_t status_;
    decoder in_;
    common_members common_;
    std::string_view payload_;
};

inline constexpr error workspace_in_use{.code = errc::in_use, .part = "workspace"};

/// The state of a storage while a response is read. Only a workspace has something to do here; any other state reports its errors by the
/// traits of the storage.
template <class State>
class state_access {
public:
    explicit state_access(State&) noexcept {}
    [[nodiscard]] bool is_in_use() const noexcept { return false; }
    [[nodiscard]] bool complete() const noexcept { return true; }
    [[nodiscard]] error shortage() const noexcept { return {}; }
    void give_back() const noexcept {}
};

/// A workspace gives back what an incomplete output took, and reports a shortage.
template <>
class state_access<workspace> {
public:
    explicit state_access(workspace& space) noexcept : space_(space), before_(space.current_mark()) {}
    [[nodiscard]] bool is_in_use() const noexcept { return space_.is_lent(); }
    [[nodiscard]] bool complete() const noexcept { return space_.complete(); }
    [[nodiscard]] error shortage() const noexcept { return space_.shortage(); }
    void give_back() const noexcept { space_.return_to(before_); }

private:
    workspace& space_;
    workspace::mark before_;
};

struct no_state {};

/// Reads an envelope and copies its payload: the output of an untyped_input.
[[nodiscard]] result<owned_envelope, failure> parse_owned_envelope(std::string_view body, std::int32_t status,
                                                                   const response_options& options);

template <class Storage, class State>
[[nodiscard]] result<basic_envelope<Storage>, basic_failure<Storage>> parse_envelope(std::string_view body, std::int32_t status,
                                                                                     const response_options& options, State& state) {
    result<basic_envelope<Storage>, basic_failure<Storage>> parsed(made_in_place, [] { return basic_envelope<Storage>{}; });
    const state_access<State> memory(state);
    const state_ref storage_state(state);
    if (memory.is_in_use()) {
        set_storage_failure(parsed.emplace_error(), workspace_in_use, status);
        return parsed;
    }
    body_reader in(body, status, options, storage_state);
    if (options.check_payload) in.refuse_damaged_text();
    if (!in.read()) {
        in.set_failure(parsed.emplace_error(), storage_state);
        return parsed;
    }
    parsed->payload = in.payload();
    const bool is_stored = text_traits<typename Storage::text>::assign(storage_state, parsed->request_id, in.request_id());
    if (is_stored && memory.complete()) return parsed;

    const error reason = is_stored ? memory.shortage() : error{.code = errc::not_stored, .part = "body"};
    memory.give_back();
    set_storage_failure(parsed.emplace_error(), reason, status);
    in.set_request_id(parsed.error(), storage_state);
    return parsed;
}

}  // namespace api_detail

template <http_response Response>
result<envelope, failure> parse_envelope(const Response& response, const response_options& options) {
    api_detail::no_state state;
    auto parsed = api_detail::parse_envelope<owning>(body_of(response), status_of(response), options, state);
    keep_date(parsed, response);
    return parsed;
}

template <stateful_storage Storage, http_response Response>
result<basic_envelope<Storage>, basic_failure<Storage>> parse_envelope(const Response& response, const response_options& options,
                                                                       typename Storage::state& state) {
    auto parsed = api_detail::parse_envelope<Storage>(body_of(response), status_of(response), options, state);
    keep_date(parsed, response);
    return parsed;
}

template <stateful_storage Storage, http_response Response>
result<basic_envelope<Storage>, basic_failure<Storage>> parse_envelope(const Response& response, typename Storage::state& state) {
    return parse_envelope<Storage>(response, {}, state);
}

}  // namespace tc3::inline TC3_NAMESPACE

#if defined(TC3_INSTANTIATED)
namespace tc3::inline TC3_NAMESPACE::api_detail {
TC3_INSTANTIATED void set_text_if_it_fits<std::string>(state_ref, std::string&, const json::string_token&, text_origin);
TC3_INSTANTIATED void body_reader::set_failure<owning>(basic_failure<owning>&, state_ref, std::string_view) const;
}  // namespace tc3::inline TC3_NAMESPACE::api_detail
#endif

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE {

TC3_FUNCTION result<envelope, failure> parse_envelope_body(std::string_view body, const response_options& options) {
    api_detail::no_state state;
    return api_detail::parse_envelope<owning>(body, 200, options, state);
}

namespace api_detail {

/// Makes "Response" the beginning of the path of an error.
inline void keep_response_as_path(decoder& in) noexcept {
    const field_path::step response(in.path(), "Response"sv);
    in.path().keep();
}

TC3_FUNCTION void read_envelope(decoder& in, common_members& common, const object_part& output, std::string_view& payload) {
    json::reader& json = in.json();
    if (!json.begin_object()) return;
    json::string_token name;
    bool has_response = false;
    // The parts are searched in this order. Error comes first: it is the service's even if the output has such a field. The request id
    // comes last: an output with a field RequestId takes it. The output is copied by its members, which were just stored one by one: a
    // copy of more than one at a time would wait until these stores have reached the cache.
    const reading_table common_fields = reading_table_of<common_members>();
    const object_part parts[] = {{common_fields.first(1), &common},
                                 {{output.fields.data(), output.fields.size()}, output.object},
                                 {common_fields.subspan(1), &common}};
    for (;;) {
        const bool is_response = has_wide_registers && json.next_member_named("Response"sv);
        if (!is_response && !json.next_member(name)) break;
        if (!is_response && !(name == "Response"sv)) {
            json.skip_value();
            continue;
        }
        const std::size_t start = json.position();
        if (has_response) json.fail(errc::duplicate, start);
        if (json.peek() != json::kind::object) json.fail(errc::wrong_type, start);
        if (!json.ok()) return keep_response_as_path(in);  // paths of fields begin below "Response"
        has_response = true;
        in.read_object(parts);
        payload = json.since(start);
    }
    json.finish();
    if (!json.ok() || has_response) return;
    json.fail(errc::missing, json.position());
    keep_response_as_path(in);
}

[[nodiscard]] TC3_NOINLINE_IF_SMALL inline error error_of_body(errc code) noexcept { return {.code = code, .part = "body"}; }

TC3_FUNCTION body_reader::body_reader(std::string_view body, std::int32_t status, const response_options& options, state_ref state) noexcept
    : rules_(options.reading),
      skipped_(rules_.repair != nullptr ? byte_order_mark_size(body) : 0),
      body_(slice(body, skipped_)),
      status_(status),
      in_(body_, rules_, state, options.deviations) {}

TC3_FUNCTION bool body_reader::read(const object_part& output) {
    read_envelope(in_, common_, output, payload_);
    return status_ == 200 && in_.ok() && !common_.error.is_present;
}

TC3_FUNCTION stage body_reader::report_failure(error& reason, failure_members& members) const {
    if (members.code.text.size() == 0) set_reason(reason);
    if (members.is_old_api()) {
        reason = error_of_body(errc::old_api);
        const bool is_error = !(members.old_code.text == "0"sv);
        if (is_error) members.code = members.old_code;
        if (is_error) members.message = members.old_message;
    }
    if (status_ != 200) return stage::http;
    const bool is_from_service = members.code.text.size() != 0 || in_.ok();
    return is_from_service ? stage::service : stage::response;
}

TC3_FUNCTION failure_members body_reader::find_members() const {
    const std::size_t mark_size = skipped_ == 0 ? byte_order_mark_size(body_) : 0;  // strict reading refuses the mark
    return find_failure_members(slice(body_, mark_size), rules_.repair);
}

TC3_FUNCTION void body_reader::set_reason(error& reason) const {
    const bool is_http = status_ != 200;
    const errc form = find_foreign_form(body_);
    const bool is_usual = form == errc::none || (is_http && form == errc::missing);
    if (!is_usual) {
        reason = error_of_body(form);
    } else if (!is_http) {
        reason = in_.json().error();
        if (reason.position != error::no_position) reason.position += skipped_;
    }
}

TC3_FUNCTION result<owned_envelope, failure> parse_owned_envelope(std::string_view body, std::int32_t status,
                                                                  const response_options& options) {
    no_state state;
    auto parsed = parse_envelope<owning>(body, status, options, state);
    if (!parsed) return {error_made_in_place, [&] { return std::move(parsed).error(); }};
    return owned_envelope{std::string(parsed->payload), std::move(parsed->request_id)};
}

}  // namespace api_detail

}  // namespace tc3::inline TC3_NAMESPACE

#endif  // TC3_BODIES
