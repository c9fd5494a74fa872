// SPDX-License-Identifier: MIT
// Published examples are written by hand: many are cut off or have values of other types. Only those are used that clients can read.
#include "product/example_output.hpp"

#include "json_value.hpp"
#include "product/check_object.hpp"

#include <algorithm>

namespace tc3_cli {

namespace {

[[nodiscard]] const object_member* find_member(const object_description& object, std::string_view name) noexcept {
    const auto found = std::find_if(object.members.begin(), object.members.end(), [name](const auto& each) { return each.name == name; });
    return found == object.members.end() ? nullptr : &*found;
}

/// Removes the members of an object, and of the objects in it, that the description does not have.
void remove_unknown(const product& product, const object_description& object, json_value& value) {
    std::erase_if(value.members(), [&object](const auto& each) { return find_member(object, each.first) == nullptr; });
    for (auto& [name, member_value] : value.members()) {
        const object_member* member = find_member(object, name);
        if (member->type != value_type::object) continue;
        remove_unknown(product, product.objects[member->object], member_value);
        for (json_value& element : member_value.elements()) remove_unknown(product, product.objects[member->object], element);
    }
}

[[nodiscard]] bool has_own_members(const object_description& output) {
    return std::any_of(output.members.begin(), output.members.end(), [](const auto& each) { return each.name != "RequestId"; });
}

}  // namespace

std::string make_example_output(const product& product, const action_description& action, std::string_view response) {
    const auto root = json_value::parse(response);
    const json_value* found = root ? root->find("Response") : nullptr;
    if (found == nullptr || !found->is(json_kind::object) || found->find("Error") != nullptr) return {};

    json_value output = *found;
    const object_description& object = product.objects[action.output];
    output.remove("RequestId");
    remove_unknown(product, object, output);
    if (output.members().empty() && has_own_members(object)) return {};
    std::string text = write_json(output);
    constexpr check_rules types_only{.needs_required_members = false, .accepts_unknown_members = true};
    return check_object(text, product, action.output, types_only).ok() ? text : std::string();
}

}  // namespace tc3_cli
