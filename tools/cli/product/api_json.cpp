// SPDX-License-Identifier: MIT
// Reads the description of a product, and names the place in the file where its shape is not as expected.
#include "product/api_json.hpp"

#include "json_value.hpp"
#include "product/example_output.hpp"
#include <tc3/core/ascii.hpp>
#include <tc3/model/action.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace tc3_cli {

namespace ascii = tc3::ascii;

namespace {

/// A part of the path to a value, until the end of its scope.
class path_step {
public:
    path_step(std::string& path, std::string_view part) : path_(path), size_(path.size()) { path_.append(part); }
    path_step(const path_step&) = delete;
    path_step& operator=(const path_step&) = delete;
    ~path_step() { path_.resize(size_); }

private:
    std::string& path_;
    std::size_t size_;
};

[[nodiscard]] std::string index_of(std::size_t index) { return "[" + std::to_string(index) + "]"; }

/// A type in the two words that a description has for it.
struct type_words {
    std::string_view type;    ///< "string", "list"
    std::string_view member;  ///< "datetime", "Filter": the exact type, that of the elements, or the name of an object
};

/// Returns the type with a name; nothing if no type has it.
[[nodiscard]] std::optional<value_type> find_scalar(std::string_view name) noexcept {
    struct named_type {
        std::string_view name;
        value_type type;
    };
    static constexpr named_type types[] = {
        {"string", value_type::text},
        {"date", value_type::date},
        {"datetime", value_type::date_time},
        {"datetime_iso", value_type::iso_date_time},
        {"binary", value_type::binary},
        {"int", value_type::integer},
        {"int64", value_type::integer},
        {"int32", value_type::integer},
        {"uint", value_type::unsigned_integer},
        {"uint64", value_type::unsigned_integer},
        {"uint32", value_type::unsigned_integer},
        {"float", value_type::real},
        {"double", value_type::real},
        {"bool", value_type::boolean},
    };
    const auto* found = std::find_if(std::begin(types), std::end(types), [name](const named_type& each) { return each.name == name; });
    return found == std::end(types) ? std::nullopt : std::optional(found->type);
}

/// Reads a description. The first error is kept; after it, values are of no use.
class api_json_reader {
public:
    [[nodiscard]] product read(const json_value& root);

    [[nodiscard]] const std::string& error() const noexcept { return error_; }

private:
    void fail(std::string_view what) {
        if (!error_.empty()) return;
        error_ = path_.empty() ? "the file" : path_;
        error_.append(": ").append(what);
    }
    void fail(std::string_view name, std::string_view what) {
        const path_step step(path_, name);
        fail(what);
    }

    bool check_kind(const json_value& value, json_kind expected) {
        if (value.is(expected)) return true;
        fail("is " + std::string(describe(value.kind())) + ", not " + std::string(describe(expected)));
        return false;
    }

    /// Returns a member that must be there and have a type; else null, after an error.
    [[nodiscard]] const json_value* require(const json_value& parent, std::string_view name, json_kind expected) {
        const path_step step(path_, path_.empty() ? std::string(name) : "." + std::string(name));
        const json_value* value = parent.find(name);
        if (value == nullptr) {
            fail("missing");
            return nullptr;
        }
        return check_kind(*value, expected) ? value : nullptr;
    }
    /// Returns a text that must be there and not be empty; else an empty one, after an error.
    [[nodiscard]] std::string require_text(const json_value& parent, std::string_view name) {
        const json_value* value = require(parent, name, json_kind::string);
        if (value == nullptr) return {};
        if (value->text().empty()) fail("." + std::string(name), "is empty");
        return value->text();
    }

    void read_metadata(const json_value& root);
    void list_objects(const json_value& objects);
    void read_objects(const json_value& objects);
    void read_members(const json_value& members, object_description& object);
    [[nodiscard]] object_member read_member(const json_value& value);
    void read_type(const type_words& words, object_member& member);
    void read_object_type(std::string_view name, object_member& member);
    void read_actions(const json_value& actions);
    [[nodiscard]] std::size_t read_object_name(const json_value& action, std::string_view name);

    product product_;
    std::map<std::string, std::size_t, std::less<>> objects_;  // indices by name
    std::string path_;
    std::string error_;
};

product api_json_reader::read(const json_value& root) {
    if (!check_kind(root, json_kind::object)) return {};
    read_metadata(root);
    const json_value* objects = require(root, "objects", json_kind::object);
    const json_value* actions = require(root, "actions", json_kind::object);
    if (objects == nullptr || actions == nullptr) return {};
    list_objects(*objects);
    read_objects(*objects);
    read_actions(*actions);
    return std::move(product_);
}

[[nodiscard]] bool is_service(std::string_view name) noexcept {
    return ascii::find_not(name, [](char c) { return c == '-' || ascii::is_digit(c) || (c >= 'a' && c <= 'z'); }) == std::string_view::npos;
}

[[nodiscard]] bool is_version(std::string_view text) noexcept {
    constexpr std::string_view form = "0000-00-00";
    return std::equal(text.begin(), text.end(), form.begin(), form.end(),
                      [](char c, char expected) { return expected == '0' ? ascii::is_digit(c) : c == expected; });
}

void api_json_reader::read_metadata(const json_value& root) {
    const json_value* metadata = require(root, "metadata", json_kind::object);
    if (metadata == nullptr) return;
    const path_step step(path_, "metadata");
    product_.service = require_text(*metadata, "serviceShortName");
    product_.version = require_text(*metadata, "apiVersion");
    std::transform(product_.service.begin(), product_.service.end(), product_.service.begin(), [](char c) { return ascii::to_lower(c); });
    if (!is_service(product_.service)) fail(".serviceShortName", "is not a part of a host name");
    if (!is_version(product_.version)) fail(".apiVersion", "is not a date as 2017-03-12");
    product_.host = product_.service + std::string(tc3::default_domain);
    product_.intl_host = product_.service + ".intl" + std::string(tc3::default_domain);
}

void api_json_reader::list_objects(const json_value& objects) {
    const path_step step(path_, "objects");
    for (const auto& [name, value] : objects.members()) {
        if (!objects_.emplace(name, product_.objects.size()).second) return fail("." + name, "occurs twice");
        product_.objects.push_back({name, {}});
    }
}

void api_json_reader::read_objects(const json_value& objects) {
    const path_step step(path_, "objects");
    for (std::size_t index = 0; index < objects.members().size() && error_.empty(); ++index) {
        const auto& [name, value] = objects.members()[index];
        const path_step object_step(path_, "." + name);
        if (!check_kind(value, json_kind::object)) return;
        if (const json_value* members = require(value, "members", json_kind::array)) read_members(*members, product_.objects[index]);
    }
}

void api_json_reader::read_members(const json_value& members, object_description& object) {
    const path_step step(path_, ".members");
    for (std::size_t index = 0; index < members.elements().size() && error_.empty(); ++index) {
        const path_step member_step(path_, index_of(index));
        object_member member = read_member(members.elements()[index]);
        const auto has_its_name = [&member](const object_member& each) { return each.name == member.name; };
        const bool is_repeated = std::any_of(object.members.begin(), object.members.end(), has_its_name);
        if (is_repeated) return fail(".name", "\"" + member.name + "\" is the name of an earlier member too");
        object.members.push_back(std::move(member));
    }
}

object_member api_json_reader::read_member(const json_value& value) {
    object_member member;
    if (!check_kind(value, json_kind::object)) return member;
    member.name = require_text(value, "name");
    const std::string type = require_text(value, "type");
    const bool names_other_type = type == "list" || type == "object" || value.find("member") != nullptr;
    const std::string other_type = names_other_type ? require_text(value, "member") : std::string();
    read_type({type, other_type}, member);

    const json_value* required = value.find("required");
    if (required != nullptr && !required->is(json_kind::null) && require(value, "required", json_kind::boolean) != nullptr) {
        member.is_required = required->boolean();
    }
    const json_value* example = value.find("example");
    if (example != nullptr && example->is(json_kind::string)) member.example = example->text();
    return member;
}

void api_json_reader::read_type(const type_words& words, object_member& member) {
    member.is_list = words.type == "list";
    if (words.type == "object") return read_object_type(words.member, member);
    const auto exact = find_scalar(words.member);
    if (member.is_list && !exact) return read_object_type(words.member, member);
    const auto general = find_scalar(words.type);
    member.type = exact ? *exact : general ? *general : value_type::any;
}

void api_json_reader::read_object_type(std::string_view name, object_member& member) {
    const auto found = objects_.find(name);
    if (found == objects_.end()) return fail(".member", "no object has the name \"" + std::string(name) + "\"");
    member.type = value_type::object;
    member.object = found->second;
}

void api_json_reader::read_actions(const json_value& actions) {
    const path_step step(path_, "actions");
    std::map<std::string_view, std::size_t> names;
    for (const auto& [name, value] : actions.members()) {
        const path_step action_step(path_, "." + name);
        if (!names.emplace(name, names.size()).second) return fail("occurs twice");
        if (!check_kind(value, json_kind::object)) return;
        product_.actions.push_back({name, read_object_name(value, "input"), read_object_name(value, "output"), {}});
        if (!error_.empty()) return;
    }
}

std::size_t api_json_reader::read_object_name(const json_value& action, std::string_view name) {
    const std::string object = require_text(action, name);
    const auto found = objects_.find(object);
    if (found != objects_.end()) return found->second;
    fail("." + std::string(name), "no object has the name \"" + object + "\"");
    return 0;
}

/// Gives each action the first of its examples that fits.
[[nodiscard]] tc3::result<void, std::string> add_examples(product& product, std::string_view text) {
    const auto root = json_value::parse(text);
    if (!root) return tc3::unexpected("the examples: " + root.error());
    const json_value* actions = root->find("actions");
    if (actions == nullptr) return tc3::unexpected(std::string("the examples: actions: missing"));
    for (action_description& action : product.actions) {
        const json_value* examples = actions->find(action.name);
        if (examples == nullptr) continue;
        for (const json_value& example : examples->elements()) {
            const json_value* output = example.find("output");
            if (output != nullptr) action.example = make_example_output(product, action, output->text());
            if (!action.example.empty()) break;
        }
    }
    return {};
}

}  // namespace

tc3::result<product, std::string> read_api_json(std::string_view text, std::string_view examples) {
    const auto root = json_value::parse(text);
    if (!root) return tc3::unexpected("the file " + root.error());
    api_json_reader reader;
    product read = reader.read(*root);
    if (!reader.error().empty()) return tc3::unexpected(reader.error());
    if (examples.empty()) return read;
    if (auto added = add_examples(read, examples); !added) return tc3::unexpected(std::move(added).error());
    return read;
}

std::string describe(const product& product) {
    const std::size_t count = product.actions.size();
    return product.service + " " + product.version + ": " + std::to_string(count) + (count == 1 ? " action" : " actions");
}

std::string add_product(product_list& products, product added) {
    auto fresh = std::make_shared<const product>(std::move(added));
    for (auto& known : products) {
        if (known->service != fresh->service || known->version != fresh->version) continue;
        std::string message = "two files describe " + known->service + " " + known->version + ": the later one, with " +
                              std::to_string(fresh->actions.size()) + " actions, replaces the earlier one, with " +
                              std::to_string(known->actions.size());
        known = std::move(fresh);
        return message;
    }
    products.push_back(std::move(fresh));
    return {};
}

}  // namespace tc3_cli
