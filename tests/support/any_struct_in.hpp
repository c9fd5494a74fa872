// SPDX-License-Identifier: MIT
// Makes the list of all structs in one storage. Slow to compile: each storage has a translation unit that includes this.
#pragma once

#include "any_struct.hpp"
#include "exchange.hpp"
#include "faceid_actions.hpp"
#include <tc3/tc3.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace support {

/// Returns all structs in a storage with that name.
template <class Storage>
[[nodiscard]] all_structs structs_in(std::string storage);

// ---- details -----------------------------------------------------------------------------------------------------------------------

/// The state of a storage: none for `owning`.
template <class Storage>
class state_of {
public:
    [[nodiscard]] tc3::state_ref ref() { return {}; }
    [[nodiscard]] static bool grows() { return false; }
    template <class Input>
    [[nodiscard]] auto parse(std::string_view body) {
        return tc3::parse_body<Input>(body);
    }
};

/// A workspace that grows to exactly the size that a failed attempt reports.
template <>
class state_of<tc3::borrowed> {
public:
    state_of() { resize(4096); }

    [[nodiscard]] tc3::state_ref ref() { return tc3::state_ref(*space_); }
    /// Returns whether the last attempt lacked memory and another one has enough.
    [[nodiscard]] bool grows() {
        if (space_->complete()) return false;
        resize(space_->needed());
        return true;
    }
    template <class Input>
    [[nodiscard]] auto parse(std::string_view body) {
        auto first = tc3::parse_body<Input>(body, *space_);
        if (first || first.error().reason.code != tc3::errc::buffer_too_small) return first;
        resize(first.error().reason.needed);
        return tc3::parse_body<Input>(body, *space_);
    }

private:
    void resize(std::size_t size) {
        memory_ = std::vector<char>(size);
        space_.emplace(memory_);
    }

    std::vector<char> memory_;
    std::optional<tc3::workspace> space_;
};

inline const tc3::decoder_rules& rules_of(reader as) {
    switch (as) {
        case reader::lenient_client: return tc3::lenient_reading;
        case reader::strict_client: return tc3::strict_reading;
        case reader::server: break;
    }
    return tc3::server_rules;
}

/// Reads an input without parameters, which has no field table: a server accepts an empty object only, a client any object.
inline void read_no_parameters(tc3::decoder& in, reader as) {
    tc3::json::string_token name;
    if (!in.json().begin_object()) return;
    while (in.json().next_member(name)) {
        const tc3::field_path::step member(in.path(), name.raw());
        if (as == reader::server) in.json().fail(tc3::errc::unknown_member, in.json().position());
        if (!in.json().skip_value()) return in.path().keep();
    }
}

template <class Struct>
void read_any(tc3::decoder& in, Struct& value, reader as) {
    if constexpr (tc3::described<Struct>) {
        tc3::read_struct(in, value);
    } else {
        read_no_parameters(in, as);
    }
}

template <class Struct>
void write_any(const Struct& value, round_trip_result& result) {
    tc3::sink_adapter to(result.document);
    tc3::encoder out(to);
    if constexpr (tc3::described<Struct>) {
        tc3::write_struct(out, value);
    } else {
        out.json().begin_object();
        out.json().end_object();
    }
    result.write_error = out.error();
    if (!out.ok()) result.path = out.path().view();
}

/// Reads a struct and, if that worked, calls use(value, result).
template <class Struct, class Use>
round_trip_result read_and(std::string_view document, reader as, Use use) {
    round_trip_result result;
    state_of<tc3::storage_of_t<Struct>> state;
    for (int attempts = 0;; ++attempts) {
        Struct value;
        tc3::decoder in(document, rules_of(as), state.ref());
        read_any(in, value, as);
        in.json().finish();
        if (state.grows() && attempts == 0) continue;
        result.read_error = in.json().error();
        result.path = in.path().view();
        if (in.ok()) use(std::as_const(value), result);
        return result;
    }
}

template <class Struct>
std::vector<tc3::field> rows_of() {
    if constexpr (tc3::described<Struct>) {
        return {tc3::fields_of<Struct>.begin(), tc3::fields_of<Struct>.end()};
    } else {
        return {};
    }
}

template <class Struct>
round_trip_result round_trip_of(std::string_view document, reader as) {
    return read_and<Struct>(document, as, write_any<Struct>);
}

template <class Input>
round_trip_result make_request_of(std::string_view document, reader as) {
    return read_and<Input>(document, as, [](const Input& input, round_trip_result& result) {
        const auto request = tc3::make_request(input, sample_profile(), sample_time);
        if (request) {
            result.document = request->view().body;
        } else {
            result.write_error = request.error().reason;
            result.path = request.error().field;
        }
    });
}

template <class Input>
parse_result parse_output(std::string_view body) {
    parse_result result;
    state_of<tc3::output_storage_t<Input>> state;
    const auto output = state.template parse<Input>(body);
    if (output) {
        write_any(*output, result.output);
        return result;
    }
    result.stage = output.error().stage;
    result.code = output.error().code;
    result.message = output.error().message;
    result.request_id = output.error().request_id;
    tc3::write_failure(result.failure, output.error());
    return result;
}

template <class Struct>
any_struct erase_type(std::string name) {
    return {std::move(name), round_trip_of<Struct>, rows_of<Struct>(), sizeof(Struct)};
}

template <class Storage>
all_structs structs_in(std::string storage) {
    all_structs structs{.storage = std::move(storage), .actions = {}, .types = {}};
    const auto add_action = [&structs]<class Input>() {
        const std::string name(tc3::action_of<Input>.name);
        structs.actions.push_back({tc3::action_of<Input>, erase_type<Input>(name), erase_type<tc3::output_of_t<Input>>(name),
                                   parse_output<Input>, make_request_of<Input>});
    };
    for_each_action<Storage>(add_action);
    for_each_retired_action<Storage>(add_action);
    for_each_type<Storage>(
        [&structs]<class Struct>(std::string_view name) { structs.types.push_back(erase_type<Struct>(std::string(name))); });
    return structs;
}

}  // namespace support
