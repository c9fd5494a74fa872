// SPDX-License-Identifier: MIT
// A program for use by hand: takes api.json files of any number of products, calls every action, and checks its outputs against the file.
//
// For each action it makes an input of the required members, and expects that it is accepted by POST and GET, that it is rejected with a
// member too many, too few or of another type, and that the output has the types of the file. The check of outputs reads the file itself,
// not the product that the handlers use.
#include "json_value.hpp"
#include "product/api_json.hpp"
#include "product/plausible_value.hpp"
#include "product/product_actions.hpp"
#include <tc3/encoding/percent.hpp>
#include <tc3/json/number.hpp>

#include <sys/resource.h>

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using tc3_cli::json_kind;
using tc3_cli::json_value;
using tc3_cli::write_json;
namespace testing = tc3::testing;

struct counts {
    std::size_t products = 0, actions = 0, examples = 0, calls = 0, rejections = 0, queries = 0, later_pages = 0, output_bytes = 0,
                largest_output = 0, failures = 0;
};

[[nodiscard]] std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// ---- the types of the file -------------------------------------------------------------------------------------------------------

/// Checks values against the file. The first error is kept: its path, and what was found.
class file_types {
public:
    explicit file_types(const json_value& api) : objects_(*api.find("objects")) {}

    [[nodiscard]] std::string find_error(const json_value& output, const std::string& object, bool needs_all) {
        error_.clear();
        needs_all_ = needs_all;
        check_object(output, object, "");
        return error_;
    }

private:
    void fail(const std::string& path, std::string_view what) {
        if (error_.empty()) error_ = path + ": " + std::string(what);
    }
    [[nodiscard]] static const json_value* find_member(const json_value& object, const std::string& name) {
        for (const json_value& member : object.find("members")->elements()) {
            if (member.find("name")->text() == name) return &member;
        }
        return nullptr;
    }
    void check_object(const json_value& value, const std::string& object, const std::string& path) {
        const json_value* description = objects_.find(object);
        if (!value.is(json_kind::object)) return fail(path, "is no object");
        for (const auto& [name, member_value] : value.members()) {
            const json_value* member = find_member(*description, name);
            const std::string member_path = path + "." + name;
            if (member == nullptr) return fail(member_path, "is not in the file");
            if (!member_value.is(json_kind::null)) check(member_value, *member, member_path);
        }
        if (!needs_all_) return;
        for (const json_value& member : description->find("members")->elements()) {
            const std::string& name = member.find("name")->text();
            if (value.find(name) == nullptr && !(path.empty() && name == "RequestId")) fail(path + "." + name, "is missing");
        }
    }
    void check(const json_value& value, const json_value& member, const std::string& path) {
        const std::string& type = member.find("type")->text();
        const std::string& exact = member.find("member")->text();
        if (type != "list") return check_one(value, type == "object" ? exact : type == "int" ? exact : type, path);
        if (!value.is(json_kind::array)) return fail(path, "is no list");
        for (const json_value& element : value.elements()) check_one(element, exact, path + "[]");
    }
    void check_one(const json_value& value, const std::string& type, const std::string& path) {
        if (objects_.find(type) != nullptr) return check_object(value, type, path);
        const bool is_text = type == "string" || type == "binary" || type.starts_with("date");
        const bool has_type = is_text            ? value.is(json_kind::string)
                              : type == "bool"   ? value.is(json_kind::boolean)
                              : type == "int64"  ? value.is(json_kind::number) && tc3::json::to_int64(value.text())
                              : type == "uint64" ? value.is(json_kind::number) && tc3::json::to_uint64(value.text())
                              : type == "float"  ? value.is(json_kind::number)
                                                 : false;
        if (!has_type) fail(path, "is no " + type);
    }

    const json_value& objects_;
    bool needs_all_ = false;
    std::string error_;
};

// ---- calls -----------------------------------------------------------------------------------------------------------------------

[[nodiscard]] testing::written_output post(const testing::untyped_action& action, std::string_view body) {
    testing::received_message message;
    message.method = tc3::http::method::post;
    message.headers = {{"Content-Type", "application/json"}};
    message.body = body;
    return action.handler(message).written();
}

[[nodiscard]] testing::written_output get(const testing::untyped_action& action, std::string_view query) {
    testing::received_message message;
    message.method = tc3::http::method::get;
    message.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    message.query = query;
    return action.handler(message).written();
}

/// Writes a value as parameters of a query. Returns false for an empty list or object, which a query cannot have.
[[nodiscard]] bool write_query(std::string& query, const std::string& name, const json_value& value) {
    const std::string prefix = name.empty() ? name : name + ".";
    if (value.is(json_kind::object)) {
        for (const auto& [member, member_value] : value.members()) {
            if (!write_query(query, prefix + member, member_value)) return false;
        }
        return !value.members().empty() || name.empty();
    }
    if (value.is(json_kind::array)) {
        for (std::size_t index = 0; index < value.elements().size(); ++index) {
            if (!write_query(query, prefix + std::to_string(index), value.elements()[index])) return false;
        }
        return !value.elements().empty();
    }
    if (!query.empty()) query.append("&");
    query.append(name).append("=");
    tc3::write_percent(query, value.is(json_kind::boolean) ? write_json(value) : value.text());
    return true;
}

class product_run {
public:
    product_run(const json_value& api, std::string file, counts& count) : api_(api), types_(api), file_(std::move(file)), count_(count) {}

    void run(const std::shared_ptr<const tc3_cli::product>& product, bool with_examples) {
        const auto actions = tc3_cli::actions_of(product);
        for (std::size_t index = 0; index < actions.size(); ++index) {
            name_ = std::string(actions[index].action.name);
            const bool is_example = !product->actions[index].example.empty();
            if (with_examples && !is_example) continue;
            count_.examples += with_examples ? 1 : 0;
            count_.actions += with_examples ? 0 : 1;
            const json_value input = tc3_cli::make_plausible_input(*product, product->actions[index]);
            const auto output = run_accepted(actions[index], input, !is_example);
            if (!with_examples && output) run_others(actions[index], input, *output);
        }
    }

private:
    void fail(std::string_view what) {
        ++count_.failures;
        std::printf("%s: %s: %.*s\n", file_.c_str(), name_.c_str(), static_cast<int>(what.size()), what.data());
    }
    [[nodiscard]] const std::string& object_name(std::string_view which) const {
        return api_.find("actions")->find(name_)->find(which)->text();
    }

    [[nodiscard]] testing::written_output run_accepted(const testing::untyped_action& action, const json_value& input, bool needs_all) {
        auto output = post(action, write_json(input));
        ++count_.calls;
        if (!output) {
            fail("rejected its own input: " + output.error().error.message);
            return output;
        }
        count_.output_bytes += output->size();
        count_.largest_output = std::max(count_.largest_output, output->size());
        check_output(*output, needs_all);
        const auto again = post(action, write_json(input));
        if (!again || *again != *output) fail("two calls have different outputs");
        return output;
    }
    void check_output(const std::string& text, bool needs_all) {
        const auto output = json_value::parse(text);
        if (!output) return fail("the output " + output.error());
        if (output->find("RequestId") != nullptr) fail("the output has a RequestId");
        const std::string error = types_.find_error(*output, object_name("output"), needs_all);
        if (!error.empty()) fail("output " + error);
    }

    void run_others(const testing::untyped_action& action, const json_value& input, const std::string& output) {
        std::string query;
        if (write_query(query, "", input)) {
            const auto queried = get(action, query);
            ++count_.queries;
            if (!queried) {
                fail("rejected by GET: " + queried.error().error.message + " " + query);
            } else if (*queried != output) {
                fail("GET has another output than POST");
            }
        }
        json_value unknown = input;
        unknown.set("Zz0", "a");
        expect_rejection(action, unknown, "UnknownParameter", "Zz0");
        for (const auto& [name, value] : input.members()) {
            json_value lacking = input;
            lacking.remove(name);
            expect_rejection(action, lacking, "MissingParameter", name);
            json_value other = input;
            other.set(name, value.is(json_kind::object) || value.is(json_kind::array) ? json_value("a") : json_value::array());
            expect_rejection(action, other, "InvalidParameter", name);
        }
        run_later_page(action, input);
    }
    void expect_rejection(const testing::untyped_action& action, const json_value& input, std::string_view code, const std::string& name) {
        const auto output = post(action, write_json(input));
        ++count_.rejections;
        if (output) return fail("accepted a wrong " + name);
        const bool fits = output.error().error.code == code && output.error().error.message.starts_with(name + " ");
        if (!fits) fail(name + ": " + output.error().error.code + ": " + output.error().error.message);
    }
    void run_later_page(const testing::untyped_action& action, json_value input) {
        const json_value& members = *api_.find("objects")->find(object_name("input"))->find("members");
        for (const json_value& member : members.elements()) {
            if (member.find("name")->text() == "Offset" && member.find("type")->text() == "int")
                input.set("Offset", json_value::number(20));
        }
        if (!tc3_cli::is_later_page(input)) return;
        const auto output = post(action, write_json(input));
        ++count_.later_pages;
        if (!output) return fail("a later page: " + output.error().error.message);
        check_output(*output, false);
        const auto value = json_value::parse(*output).value_or(json_value());
        for (const auto& [name, each] : value.members()) {
            if (!each.elements().empty()) fail("a later page has elements in " + name);
        }
    }

    const json_value& api_;
    file_types types_;
    std::string file_;
    std::string name_;
    counts& count_;
};

void run_file(const std::string& file, counts& count) {
    const std::string text = read_file(file);
    const std::string examples = read_file(std::filesystem::path(file).replace_filename("examples.json"));
    const auto api = json_value::parse(text);
    auto plain = tc3_cli::read_api_json(text);
    auto with_examples = tc3_cli::read_api_json(text, examples);
    if (!api || !plain || !with_examples) {
        ++count.failures;
        std::printf("%s: %s\n", file.c_str(), (!api ? api.error() : !plain ? plain.error() : with_examples.error()).c_str());
        return;
    }
    ++count.products;
    product_run run(*api, file, count);
    run.run(std::make_shared<const tc3_cli::product>(*std::move(plain)), false);
    run.run(std::make_shared<const tc3_cli::product>(*std::move(with_examples)), true);
}

[[nodiscard]] double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> files(argv + 1, argv + argc);
    counts count;
    const auto start = std::chrono::steady_clock::now();
    for (const std::string& file : files) run_file(file, count);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%zu products, %zu actions (%zu with an example), %zu calls, %zu rejections, %zu queries, %zu later pages\n",
                count.products, count.actions, count.examples, count.calls, count.rejections, count.queries, count.later_pages);
    std::printf("%zu bytes of outputs, the largest has %zu; %.1f s, %ld MB; %zu failures\n", count.output_bytes, count.largest_output,
                seconds_since(start), usage.ru_maxrss / 1024, count.failures);
    return count.failures == 0 && count.products != 0 ? 0 : 1;
}
