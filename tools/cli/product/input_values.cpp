// SPDX-License-Identifier: MIT
// Finds members of an input by those of the output.
#include "product/input_values.hpp"

#include <algorithm>
#include <string_view>

namespace tc3_cli {

namespace {

[[nodiscard]] bool have_same_type(const object_member& a, const object_member& b) noexcept {
    return a.type == b.type && a.is_list == b.is_list && (a.type != value_type::object || a.object == b.object);
}

[[nodiscard]] bool is_scalar(const object_member& member) noexcept { return !member.is_list && member.type != value_type::object; }

/// Returns whether a name identifies something by itself, wherever it occurs. A mere "Id" or "Name" may be that of anything.
[[nodiscard]] bool is_identifying(std::string_view name) noexcept {
    constexpr std::string_view endings[] = {"Id", "ID", "Uuid", "Name", "Domain", "Region", "Zone"};
    return std::any_of(std::begin(endings), std::end(endings),
                       [name](std::string_view ending) { return name.size() > ending.size() && name.ends_with(ending); });
}

/// Puts values into the members of an example that are there.
class value_putter {
public:
    value_putter(const product& product, const input_values& values) : product_(product), values_(values) {}

    void put(json_value& value, std::size_t object, member_place place) const {
        for (const object_member& member : product_.objects[object].members) {
            json_value* known = value.find(member.name);
            if (known == nullptr) continue;
            const json_value* given = is_scalar(member) ? values_.find(member, place) : nullptr;
            if (given != nullptr) *known = *given;
            if (member.type != value_type::object) continue;
            put(*known, member.object, member_place::nested);
            if (known->elements().size() == 1) put(known->elements().front(), member.object, member_place::nested);
        }
    }

private:
    const product& product_;
    const input_values& values_;
};

}  // namespace

const json_value* input_values::find(const object_member& member, member_place place) const {
    if (place == member_place::nested && !(is_scalar(member) && is_identifying(member.name))) return nullptr;
    for (const object_member& given : members_) {
        const json_value* value = input_.find(given.name);
        if (value == nullptr || value->is(json_kind::null)) continue;
        if (given.name == member.name && have_same_type(given, member)) return value;
        const bool is_plural = given.is_list && given.type == member.type && given.name == member.name + "s";
        if (is_scalar(member) && is_plural && !value->elements().empty()) return &value->elements().front();
    }
    return nullptr;
}

void put_input_values(json_value& output, const product& product, const action_description& action, const json_value& input) {
    const input_values values(product, action, input);
    value_putter(product, values).put(output, action.output, member_place::top);
}

}  // namespace tc3_cli
