// SPDX-License-Identifier: MIT
// Makes objects and lists by the description of a product, and ends those that contain themselves.
#include "product/plausible_value.hpp"

#include "product/input_values.hpp"
#include "product/plausible_scalar.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tc3_cli {

namespace {

[[nodiscard]] bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

[[nodiscard]] bool is_integer(const object_member& member) noexcept {
    return !member.is_list && (member.type == value_type::integer || member.type == value_type::unsigned_integer);
}

/// Returns whether a member counts the elements of the lists beside it.
[[nodiscard]] bool is_total(const object_member& member) {
    return is_integer(member) &&
           is_one_of(member.name, {"Total", "TotalCount", "TotalNum", "TotalNumber", "TotalCnt", "TotalRecords", "TotalSize", "Count"});
}

class value_maker {
public:
    /// `values` may be null: then nothing is taken from an input.
    value_maker(const product& product, const action_description& action, const input_values* values)
        : product_(product), action_(action), values_(values) {}

    /// Makes an object with all members, or with those that are required. Members of `given`, which may be null, are taken from there.
    [[nodiscard]] json_value make_object(std::size_t index, bool all_members, const json_value* given = nullptr);

private:
    static constexpr std::size_t deepest = 16;
    static constexpr std::size_t most_objects = 5'000;

    /// Returns whether an object must not be made: within itself, or because the value becomes too large.
    [[nodiscard]] bool is_refused(std::size_t object) const {
        const bool is_open = std::find(open_.begin(), open_.end(), object) != open_.end();
        return is_open || open_.size() >= deepest || objects_made_ >= most_objects;
    }
    /// Returns a value of the input with the members that its objects lack.
    [[nodiscard]] json_value complete(const object_member& member, const json_value& known);
    [[nodiscard]] json_value make_member(const object_member& member, bool all_members);
    [[nodiscard]] json_value make_value(const object_member& member, bool all_members);
    [[nodiscard]] json_value make_list(const object_member& member, bool all_members);
    void set_totals(const object_description& object, json_value& value) const;

    const product& product_;
    const action_description& action_;
    const input_values* values_;
    std::vector<std::size_t> open_;  // the objects around the current one
    std::size_t objects_made_ = 0;
};

json_value value_maker::make_object(std::size_t index, bool all_members, const json_value* given) {
    const object_description& object = product_.objects[index];
    json_value value = json_value::object();
    open_.push_back(index);
    ++objects_made_;
    for (const object_member& member : object.members) {
        const bool is_request_id = all_members && index == action_.output && member.name == "RequestId";
        if (is_request_id || (!all_members && !member.is_required)) continue;
        const json_value* known = given == nullptr ? nullptr : given->find(member.name);
        const bool is_known = known != nullptr && !known->is(json_kind::null);
        value.members().emplace_back(member.name, is_known ? complete(member, *known) : make_member(member, all_members));
    }
    open_.pop_back();
    if (all_members) set_totals(object, value);
    return value;
}

json_value value_maker::complete(const object_member& member, const json_value& known) {
    if (member.type != value_type::object || is_refused(member.object)) return known;
    if (!member.is_list) return make_object(member.object, true, &known);
    json_value list = json_value::array();
    for (const json_value& element : known.elements()) list.elements().push_back(make_object(member.object, true, &element));
    return list;
}

json_value value_maker::make_member(const object_member& member, bool all_members) {
    const member_place place = open_.size() == 1 ? member_place::top : member_place::nested;
    const json_value* known = values_ == nullptr || is_total(member) ? nullptr : values_->find(member, place);
    if (known != nullptr) return complete(member, *known);
    return member.is_list ? make_list(member, all_members) : make_value(member, all_members);
}

json_value value_maker::make_value(const object_member& member, bool all_members) {
    if (member.type == value_type::object) return is_refused(member.object) ? json_value() : make_object(member.object, all_members);
    return make_plausible_scalar(product_.service, member);
}

json_value value_maker::make_list(const object_member& member, bool all_members) {
    if (member.type == value_type::object && is_refused(member.object)) return json_value::array();
    return json_value::array({make_value(member, all_members)});
}

/// The lists of objects count, or the others if there are none of objects.
void value_maker::set_totals(const object_description& object, json_value& value) const {
    const json_value* counted = nullptr;
    bool counts_objects = false;
    for (const object_member& member : object.members) {
        const bool is_of_objects = member.type == value_type::object;
        const json_value* list = member.is_list ? value.find(member.name) : nullptr;
        if (list == nullptr || (counted != nullptr && (counts_objects || !is_of_objects))) continue;
        counted = list;
        counts_objects = is_of_objects;
    }
    if (counted == nullptr) return;
    const json_value total = json_value::number(counted->elements().size());
    for (const object_member& member : object.members) {
        if (is_total(member)) value.set(member.name, total);
    }
}

// ---- pages -----------------------------------------------------------------------------------------------------------------------

/// Returns a number, which may be sent as text; 0 for anything else.
[[nodiscard]] std::size_t number_of(const json_value& value) {
    std::size_t number = 0;
    for (const char c : value.text()) {
        if (c < '0' || c > '9' || number > 1'000'000'000) return 0;
        number = 10 * number + static_cast<std::size_t>(c - '0');
    }
    return number;
}

}  // namespace

json_value make_plausible_input(const product& product, const action_description& action) {
    return value_maker(product, action, nullptr).make_object(action.input, false);
}

json_value make_plausible_output(const product& product, const action_description& action, const json_value& input) {
    const input_values values(product, action, input);
    json_value output = value_maker(product, action, &values).make_object(action.output, true);
    for (auto& [name, value] : output.members()) {
        const bool leads_to_next_page = is_one_of(name, {"HasMore", "HasNext", "HasNextPage", "IsTruncated", "Truncated"});
        if (leads_to_next_page && value.is(json_kind::boolean)) value = false;
        if (name.starts_with("Next") && value.is(json_kind::string)) value = "";
    }
    return output;
}

bool is_later_page(const json_value& input) {
    return std::any_of(input.members().begin(), input.members().end(), [](const auto& each) {
        const auto& [name, value] = each;
        if (name == "Offset") return number_of(value) > 0;
        if (is_one_of(name, {"Page", "PageNo", "PageNum", "PageNumber", "PageIndex", "CurrentPage"})) return number_of(value) > 1;
        return is_one_of(name, {"NextToken", "PageToken", "Marker", "Cursor"}) && !value.text().empty();
    });
}

void make_last_page(json_value& output) {
    for (auto& [name, value] : output.members()) {
        value.elements().clear();
        if (name.starts_with("Next") && value.is(json_kind::string)) value = "";
    }
}

}  // namespace tc3_cli
