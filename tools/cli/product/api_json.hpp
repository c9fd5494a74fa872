// SPDX-License-Identifier: MIT
// A product as its api.json describes it: actions, objects and the types of their members.
#pragma once

#include <tc3/core/result.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tc3_cli {

/// The type of a member, or of the elements of a list.
enum class value_type : std::uint8_t {
    text,
    date,           ///< text: "2024-01-02"
    date_time,      ///< text: "2024-01-02 03:04:05"
    iso_date_time,  ///< text: "2024-01-02T03:04:05+08:00"
    binary,         ///< bytes, as text in base64
    integer,        ///< a number of int64
    unsigned_integer,
    real,
    boolean,
    object,
    any,  ///< a type whose name is not in this list: every value is accepted
};

/// A member of an object.
struct object_member {
    std::string name;
    value_type type = value_type::text;
    bool is_list = false;
    bool is_required = false;
    std::size_t object = 0;  ///< the index of the object, if the type is one
    std::string example;     ///< the value that the description gives as an example; empty if there is none
};

struct object_description {
    std::string name;
    std::vector<object_member> members;
};

struct action_description {
    std::string name;
    std::size_t input = 0;   ///< the index of the object with the input
    std::size_t output = 0;  ///< the index of the object with the output
    std::string example;     ///< an output as a JSON object, without RequestId; empty if there is no valid one
};

/// One version of a product.
struct product {
    std::string service;    ///< "cvm"
    std::string version;    ///< "2017-03-12"
    std::string host;       ///< "cvm.tencentcloudapi.com"
    std::string intl_host;  ///< "cvm.intl.tencentcloudapi.com"
    std::vector<object_description> objects;
    std::vector<action_description> actions;
};

/// Reads an api.json, and an examples.json if there is one.
///
/// Unknown members are ignored. Of the examples, those are taken that are valid JSON and have the types that the api.json gives.
/// Errors: the path within the file and what is wrong: "objects.Filter.members[2].type: missing".
[[nodiscard]] tc3::result<product, std::string> read_api_json(std::string_view text, std::string_view examples = {});

/// Returns a product in a line: "cvm 2017-03-12: 98 actions".
[[nodiscard]] std::string describe(const product& product);

using product_list = std::vector<std::shared_ptr<const product>>;

/// Adds a product to a list. A product of the same service and version is replaced.
///
/// Returns a sentence for the user if one was replaced, else an empty text.
[[nodiscard]] std::string add_product(product_list& products, product added);

}  // namespace tc3_cli
