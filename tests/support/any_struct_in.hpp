// SPDX-License-Identifier: MIT
// Makes the list of all structs in one storage. Slow to compile: included by one translation unit for each storage.
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

/// All structs in a storage, under its name.
template <class Storage>
[[nodiscard]] all_structs structs_in(std::string storage);

// ---- details -----------------------------------------------------------------------------------------------------------------------

/// What values of a storage live in.
template <class Storage>
class state_of {
public:
    [[nodiscard]] tc3::storage_ref ref() { return {}; }
    [[nodiscard]] static bool wants_another_try() { return false; }
    template <class Input>
    [[nodiscard]] auto parse(std::string_view body) {
        return tc3::parse_body<Input>(body);
    }
};

/// Grows to the size that the first try found out, and to no byte more.
template <>
class state_of<tc3::borrowed> {
public:
    state_of() { remake(4096); }

    [[nodiscard]] tc3::storage_ref ref() { return tc3::storage_ref(*space_); }
    [[nodiscard]] bool wants_another_try() {
        if (space_->complete()) return false;
        remake(space_->needed());
        return true;
    }
    template <class Input>
    [[nodiscard]] auto parse(std::string_view body) {
        auto first = tc3::parse_body<Input>(body, *space_);
        if (first || first.error().reason.code != tc3::errc::buffer_too_small) return first;
        remake(first.error().reason.needed);
        return tc3::parse_body<Input>(body, *space_);
    }

private:
    void remake(std::size_t size) {
        memory_ = std::vector<char>(size);
        space_.emplace(memory_);
    }

    std::vector<char> memory_;
    std::optional<tc3::workspace> space_;
};

/// An input without parameters has no table: any object is one, to a server an empty one.
inline void read_no_parameters(tc3::decoder& in, rules which) {
    tc3::json::string_token name;
    if (!in.json().begin_object()) return;
    while (in.json().next_member(name)) {
        const std::size_t before = in.path().enter(name.raw());
        if (which == rules::of_server) in.json().fail(tc3::errc::unknown_member, in.json().position());
        if (!in.json().skip_value()) return;
        in.path().leave(before);
    }
}

template <class Struct>
void read_any(tc3::decoder& in, Struct& value, rules which) {
    if constexpr (tc3::described<Struct>) {
        tc3::read_struct(in, value);
    } else {
        read_no_parameters(in, which);
    }
}

template <class Struct>
void write_any(const Struct& value, there_and_back& came_to) {
    tc3::encoder out(came_to.document);
    if constexpr (tc3::described<Struct>) {
        tc3::write_struct(out, value);
    } else {
        out.json().begin_object();
        out.json().end_object();
    }
    came_to.wrote = out.error();
    if (!out.ok()) came_to.path = out.path().view();
}

/// Reads, and hands the value over where that went well.
template <class Struct, class Use>
there_and_back read_and(std::string_view document, rules which, Use use) {
    there_and_back came_to;
    state_of<tc3::storage_of_t<Struct>> state;
    for (int tries = 0;; ++tries) {
        Struct value;
        tc3::decoder in(document, state.ref(), which == rules::of_server ? &tc3::server_rules : nullptr);
        read_any(in, value, which);
        in.json().finish();
        if (state.wants_another_try() && tries == 0) continue;
        came_to.read = in.json().error();
        came_to.path = in.path().view();
        if (in.ok()) use(std::as_const(value), came_to);
        return came_to;
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
there_and_back pass_struct(std::string_view document, rules which) {
    return read_and<Struct>(document, which, write_any<Struct>);
}

template <class Input>
there_and_back ask_question(std::string_view document, rules which) {
    return read_and<Input>(document, which, [](const Input& input, there_and_back& came_to) {
        const auto request = tc3::make_request(input, sample_profile(), sample_time);
        if (request) {
            came_to.document = request->view().body;
        } else {
            came_to.wrote = request.error().reason;
            came_to.path = request.error().field;
        }
    });
}

template <class Input>
parsed parse_output(std::string_view body) {
    parsed made;
    state_of<tc3::output_storage_t<Input>> state;
    const auto output = state.template parse<Input>(body);
    if (output) {
        write_any(*output, made.output);
        return made;
    }
    made.stage = output.error().stage;
    made.code = output.error().code;
    made.message = output.error().message;
    made.request_id = output.error().request_id;
    tc3::write_failure(made.failure, output.error());
    return made;
}

template <class Struct>
any_struct any(std::string name) {
    return {std::move(name), pass_struct<Struct>, rows_of<Struct>(), sizeof(Struct)};
}

template <class Storage>
all_structs structs_in(std::string storage) {
    all_structs made{.storage = std::move(storage), .actions = {}, .types = {}};
    const auto add_action = [&made]<class Input>() {
        const std::string name(tc3::action_of<Input>.name);
        made.actions.push_back(
            {tc3::action_of<Input>, any<Input>(name), any<tc3::output_of_t<Input>>(name), parse_output<Input>, ask_question<Input>});
    };
    for_each_action<Storage>(add_action);
    for_each_retired_action<Storage>(add_action);
    for_each_type<Storage>([&made]<class Struct>(std::string_view name) { made.types.push_back(any<Struct>(std::string(name))); });
    return made;
}

}  // namespace support
