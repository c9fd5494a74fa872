// SPDX-License-Identifier: MIT
// Walks through JSON and the description of an object side by side.
#include "product/check_object.hpp"

#include <tc3/core/ascii.hpp>
#include <tc3/json/read.hpp>

#include <algorithm>
#include <vector>

namespace tc3_cli {

namespace json = tc3::json;
using tc3::errc;

namespace {

template <class Number>
[[nodiscard]] errc code_of(const tc3::result<Number, tc3::error>& number) noexcept {
    return number ? errc::none : number.error().code;
}

class object_checker {
public:
    object_checker(std::string_view text, const product& product, const check_rules& rules) : in_(text), product_(product), rules_(rules) {}

    [[nodiscard]] object_error check(std::size_t object) {
        read_object(product_.objects[object]);
        in_.finish();
        object_error found{in_.error(), name_};
        found.error.name = {};
        return found;
    }

private:
    /// Sets an error at a member of the current object or at an element of the current list.
    void fail(errc code, std::size_t position, std::string_view part) {
        in_.fail(code, position);
        keep_name(part);
    }
    /// Keeps the path of an error. The first call is that of the innermost value.
    void keep_name(std::string_view part) {
        if (is_name_kept_) return;
        is_name_kept_ = true;
        name_ = path_;
        if (!name_.empty() && !part.empty()) name_.append(".");
        name_.append(part);
    }

    void read_object(const object_description& object);
    /// Reads the value of a member. Returns whether it is set: null leaves it unset.
    bool read_member(const object_member& member);
    void read_list(const object_member& member);
    void read_value(const object_member& member);
    void read_integer(value_type type);
    void skip_if(bool has_type);
    void reject_unknown(const json::string_token& name);

    json::reader in_;
    const product& product_;
    const check_rules& rules_;
    std::string path_;
    std::string name_;
    bool is_name_kept_ = false;
};

void object_checker::read_object(const object_description& object) {
    const std::size_t outer = path_.size();
    std::vector<bool> occurred(object.members.size());
    std::vector<bool> is_set(object.members.size());
    json::string_token name;
    in_.begin_object();
    while (in_.next_member(name)) {
        const auto found = std::find_if(object.members.begin(), object.members.end(), [&](const auto& each) { return name == each.name; });
        if (found == object.members.end()) {
            reject_unknown(name);
            continue;
        }
        const auto index = static_cast<std::size_t>(found - object.members.begin());
        if (outer != 0) path_.append(".");
        path_.append(found->name);
        if (occurred[index]) in_.fail(errc::duplicate, in_.position());
        occurred[index] = true;
        is_set[index] = read_member(*found);
        if (!in_.ok()) return keep_name({});
        path_.resize(outer);
    }
    if (!in_.ok() || !rules_.needs_required_members) return;
    for (std::size_t index = 0; index < object.members.size(); ++index) {
        const object_member& member = object.members[index];
        if (member.is_required && !is_set[index]) return fail(errc::missing, in_.position(), member.name);
    }
}

bool object_checker::read_member(const object_member& member) {
    if (in_.peek() == json::kind::null) return !in_.read_null();
    if (member.is_list) {
        read_list(member);
    } else {
        read_value(member);
    }
    return in_.ok();
}

void object_checker::read_list(const object_member& member) {
    const std::size_t outer = path_.size();
    in_.begin_array();
    for (std::size_t index = 0; in_.next_element(); ++index) {
        path_.append("[").append(std::to_string(index)).append("]");
        read_value(member);
        if (!in_.ok()) return keep_name({});
        path_.resize(outer);
    }
}

void object_checker::read_value(const object_member& member) {
    const json::kind kind = in_.peek();
    switch (member.type) {
        case value_type::text:
        case value_type::date:
        case value_type::date_time:
        case value_type::iso_date_time:
        case value_type::binary: return skip_if(kind == json::kind::string);
        case value_type::integer:
        case value_type::unsigned_integer: return read_integer(member.type);
        case value_type::real: return skip_if(kind == json::kind::number);
        case value_type::boolean: return skip_if(kind == json::kind::boolean);
        case value_type::object: return read_object(product_.objects[member.object]);
        case value_type::any: return skip_if(true);
    }
}

void object_checker::read_integer(value_type type) {
    const std::size_t start = in_.position();
    json::number_token number;
    if (!in_.read_number(number)) return;
    const errc error = type == value_type::integer ? code_of(number.to_int64()) : code_of(number.to_uint64());
    if (error == errc::none) return;
    // A number with a fraction is another type; one that is too large is not.
    in_.fail(error == errc::out_of_range ? errc::out_of_range : errc::wrong_type, start);
}

void object_checker::skip_if(bool has_type) {
    if (has_type) {
        in_.skip_value();
    } else {
        in_.fail(errc::wrong_type, in_.position());
    }
}

/// The name comes from outside. It becomes part of a message only if it looks like a name.
void object_checker::reject_unknown(const json::string_token& name) {
    constexpr std::size_t longest_name = 64;
    if (rules_.accepts_unknown_members) {
        in_.skip_value();
        return;
    }
    const std::string_view text = name.raw();
    const bool is_visible = tc3::ascii::find_not(text, tc3::ascii::is_visible) == std::string_view::npos;
    const bool is_plain = is_visible && !text.empty() && text.size() <= longest_name;
    fail(errc::unknown_member, in_.position(), is_plain ? text : std::string_view("a member"));
}

}  // namespace

object_error check_object(std::string_view text, const product& product, std::size_t object, const check_rules& rules) {
    return object_checker(text, product, rules).check(object);
}

}  // namespace tc3_cli
