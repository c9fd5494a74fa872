// SPDX-License-Identifier: MIT
// All structs of eKYC with their types forgotten, so that a test can go through them at run time. any_struct_in.hpp makes them; each
// storage has a translation unit of its own.
#pragma once

#include <tc3/tc3.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace support {

/// What became of a document that was read into a value, and of the value that was written again.
struct there_and_back {
    tc3::error read = {};   ///< the fault, or errc::none
    tc3::error wrote = {};  ///< the same of the way back
    std::string path = {};  ///< the field of the fault
    std::string document = {};
};

/// What a body came to.
struct parsed {
    there_and_back output = {};
    tc3::stage stage = tc3::stage::request;  ///< of the failure; `request` where there is none
    std::string code = {}, message = {}, request_id = {};
    std::string failure = {};  ///< the failure in words; empty where there is none
};

enum class rules { of_client, of_server };

/// One struct in one storage.
struct any_struct {
    std::string name;  ///< on the wire; an answer is that of its input
    there_and_back (*pass)(std::string_view document, rules which);
    std::vector<tc3::field> rows;  ///< its table
    std::size_t size;              ///< of an object, in bytes
};

/// One action in one storage.
struct any_action {
    tc3::action facts;
    any_struct input;
    any_struct output;
    parsed (*parse)(std::string_view body);
    /// From a document to the body of a signed request.
    there_and_back (*ask)(std::string_view document, rules which);
};

/// All structs in one storage. The retired actions are the last ones.
struct all_structs {
    std::string storage;  ///< "owning"
    std::vector<any_action> actions;
    std::vector<any_struct> types;
};

[[nodiscard]] all_structs structs_in_owning();
[[nodiscard]] all_structs structs_in_borrowed();

}  // namespace support
