// SPDX-License-Identifier: MIT
// Values of an input that belong into the output too: the id that a client asks for is the id of what it gets.
#pragma once

#include "json_value.hpp"
#include "product/api_json.hpp"

#include <cstdint>
#include <vector>

namespace tc3_cli {

/// Where a member is in an output.
enum class member_place : std::uint8_t { top, nested };

/// The values of an input, by the members of the output that have the same name and type.
///
/// At the top of an output, a member may have any type. In the objects below, it must be a single value whose name contains what it
/// identifies: "InstanceId" or "BucketName", but not "Type". The first of InstanceIds counts as an InstanceId.
/// Lifetime: refers to all arguments of the constructor.
class input_values {
public:
    input_values(const product& product, const action_description& action, const json_value& input)
        : members_(product.objects[action.input].members), input_(input) {}

    /// Returns the value for a member of the output; null if the input has none.
    [[nodiscard]] const json_value* find(const object_member& member, member_place place) const;

private:
    const std::vector<object_member>& members_;
    const json_value& input_;
};

/// Puts the values of an input into an output that is an example. Elements of lists with several are left as they are.
void put_input_values(json_value& output, const product& product, const action_description& action, const json_value& input);

}  // namespace tc3_cli
