// SPDX-License-Identifier: MIT
// All structs of eKYC with their types erased, so that a test can iterate over them at run time. any_struct_in.hpp fills the lists, in one
// translation unit for each storage.
#pragma once

#include <tc3/tc3.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace support {

/// Result of reading a document into a struct and writing the struct again.
struct round_trip_result {
    tc3::error read_error = {};   ///< code errc::none if it was read
    tc3::error write_error = {};  ///< code errc::none if it was written
    std::string path = {};        ///< the field of the error
    std::string document = {};    ///< the written document
};

/// Result of tc3::parse_body: an output, or a failure.
struct parse_result {
    round_trip_result output = {};           ///< the output, written again
    tc3::stage stage = tc3::stage::request;  ///< of the failure; `request` if there is none
    std::string code = {}, message = {}, request_id = {};
    std::string failure = {};  ///< the message of tc3::write_failure; empty if there is no failure
};

/// The rules by which a document is read: tc3::lenient_reading, tc3::strict_reading or tc3::server_rules.
enum class reader { lenient_client, strict_client, server };

/// One struct in one storage.
struct any_struct {
    std::string name;  ///< wire name; that of the action for an input or output
    round_trip_result (*round_trip)(std::string_view document, reader as);
    std::vector<tc3::field> rows;  ///< its field table
    std::size_t size;              ///< sizeof
};

/// One action in one storage.
struct any_action {
    tc3::action action;
    any_struct input;
    any_struct output;
    parse_result (*parse)(std::string_view body);
    /// Reads a document into the input and returns the body of a request for it.
    round_trip_result (*make_request)(std::string_view document, reader as);
};

/// All structs in one storage. The retired actions come last.
struct all_structs {
    std::string storage;  ///< "owning"
    std::vector<any_action> actions;
    std::vector<any_struct> types;
};

[[nodiscard]] all_structs structs_in_owning();
[[nodiscard]] all_structs structs_in_borrowed();

}  // namespace support
