// SPDX-License-Identifier: MIT
// Lists that tell unset from empty, as in generated structs: two inputs of real manuals, in both storages, on both sides of a call.
#include "../../support/json_of.hpp"
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

using tc3::borrowed;
using tc3::owning;

// cii 2021-04-08, CreateStructureTask: FileList is required, and is an empty array where ImageList is used.
template <class Storage>
struct basic_structure_task {
    tc3::text_of<Storage> task_type = {};
    tc3::optional_list<Storage, tc3::text_of<Storage>> file_list = {};
    tc3::optional_list<Storage, tc3::text_of<Storage>> image_list = {};
};
template <class Storage>
struct basic_create_structure_task {
    tc3::text_of<Storage> service_type = {};
    tc3::optional_list<Storage, basic_structure_task<Storage>> task_infos = {};
};

// chdfs 2020-11-12, ModifyFileSystem: SuperUsers may be an empty array, which means that nobody is one.
template <class Storage>
struct basic_modify_file_system {
    tc3::text_of<Storage> file_system_id = {};
    tc3::optional_list<Storage, tc3::text_of<Storage>> super_users = {};
    tc3::optional_list<Storage, std::int64_t> sizes = {};
};

template <class Storage>
struct basic_no_output {
    tc3::optional_text<Storage> request_id = {};
};

using structure_task = basic_structure_task<owning>;
using create_structure_task = basic_create_structure_task<owning>;
using modify_file_system = basic_modify_file_system<owning>;

}  // namespace

template <class Storage>
inline constexpr tc3::action tc3::action_of<basic_create_structure_task<Storage>>{"cii", "2021-04-08", "CreateStructureTask"};
template <class Storage>
struct tc3::output_of<basic_create_structure_task<Storage>> {
    using type = basic_no_output<Storage>;
};
template <class Storage>
inline constexpr tc3::action tc3::action_of<basic_modify_file_system<Storage>>{"chdfs", "2020-11-12", "ModifyFileSystem"};
template <class Storage>
struct tc3::output_of<basic_modify_file_system<Storage>> {
    using type = basic_no_output<Storage>;
};
template <class Storage>
inline constexpr auto tc3::fields_of<basic_structure_task<Storage>> =
    tc3::field_table(tc3::field_of<&basic_structure_task<Storage>::task_type>("TaskType").required().marked(tc3::sensitivity::open),
                     tc3::field_of<&basic_structure_task<Storage>::file_list>("FileList").required().marked(tc3::sensitivity::open),
                     tc3::field_of<&basic_structure_task<Storage>::image_list>("ImageList"));
template <class Storage>
inline constexpr auto tc3::fields_of<basic_create_structure_task<Storage>> = tc3::field_table(
    tc3::field_of<&basic_create_structure_task<Storage>::service_type>("ServiceType").required().marked(tc3::sensitivity::open),
    tc3::field_of<&basic_create_structure_task<Storage>::task_infos>("TaskInfos").required().marked(tc3::sensitivity::open));
template <class Storage>
inline constexpr auto tc3::fields_of<basic_modify_file_system<Storage>> = tc3::field_table(
    tc3::field_of<&basic_modify_file_system<Storage>::file_system_id>("FileSystemId").required().marked(tc3::sensitivity::open),
    tc3::field_of<&basic_modify_file_system<Storage>::super_users>("SuperUsers").marked(tc3::sensitivity::personal),
    tc3::field_of<&basic_modify_file_system<Storage>::sizes>("Sizes").marked(tc3::sensitivity::open));
template <class Storage>
inline constexpr auto tc3::fields_of<basic_no_output<Storage>> =
    tc3::field_table(tc3::field_of<&basic_no_output<Storage>::request_id>("RequestId"));

namespace {

constexpr tc3::unix_time now{1700000000};
const tc3::client_profile_view profile{.credential = {"AKIDexample", "secret-key"}, .region = "ap-guangzhou"};

/// Returns the body of the request for an input, or the message of the failure.
template <class Input>
std::string body_of(const Input& input) {
    const auto request = tc3::make_request(input, profile, now);
    return request ? std::string(request->view().body) : to_string(request.error());
}

/// Returns a struct that was read from JSON, written again, or the error.
template <class Struct>
std::string read_and_written(std::string_view json, const tc3::decoder_rules& rules = tc3::strict_reading) {
    std::array<char, 1024> memory;
    tc3::workspace space(memory);
    tc3::decoder in(json, rules, tc3::state_ref(space));
    Struct value{};
    tc3::read_struct(in, value);
    if (!in.ok()) return std::string(tc3::describe(in.json().error().code)) + " " + std::string(in.path().view());
    return support::json_of(value);
}

}  // namespace

TEST_CASE_TEMPLATE("a list that is set and empty is sent as [], also if it is required", Storage, owning, borrowed) {
    const tc3::text_of<Storage> images[] = {"aGVsbG8="};
    basic_structure_task<Storage> task{.task_type = "HealthReport"};
    task.file_list.emplace();
    task.image_list.emplace(std::begin(images), std::end(images));
    const basic_structure_task<Storage> tasks[] = {task};
    basic_create_structure_task<Storage> create{.service_type = "Structured"};
    create.task_infos.emplace(std::begin(tasks), std::end(tasks));
    CHECK(body_of(create) ==
          R"({"ServiceType":"Structured","TaskInfos":[{"TaskType":"HealthReport","FileList":[],"ImageList":["aGVsbG8="]}]})");

    basic_modify_file_system<Storage> modify{.file_system_id = "f4mhaqkciq0"};
    modify.super_users.emplace();
    CHECK(body_of(modify) == R"({"FileSystemId":"f4mhaqkciq0","SuperUsers":[]})");
}

TEST_CASE_TEMPLATE("an unset list is left out, and is an error if it is required", Storage, owning, borrowed) {
    basic_modify_file_system<Storage> modify{.file_system_id = "f4mhaqkciq0"};
    CHECK(body_of(modify) == R"({"FileSystemId":"f4mhaqkciq0"})");
    modify.super_users.emplace();
    modify.super_users = {};
    CHECK(body_of(modify) == R"({"FileSystemId":"f4mhaqkciq0"})");

    const basic_structure_task<Storage> tasks[] = {{.task_type = "HealthReport"}};
    basic_create_structure_task<Storage> create{.service_type = "Structured"};
    CHECK(body_of(create) == "request: TaskInfos is empty or missing");
    create.task_infos.emplace(std::begin(tasks), std::end(tasks));
    CHECK(body_of(create) == "request: TaskInfos[0].FileList is empty or missing");
}

TEST_CASE("a list in braces has braces of its own") {
    CHECK(body_of(create_structure_task{
              .service_type = "Structured",
              .task_infos = {{{.task_type = "HealthReport", .file_list = {{}}, .image_list = {{"aGVsbG8="}}}}},
          }) == R"({"ServiceType":"Structured","TaskInfos":[{"TaskType":"HealthReport","FileList":[],"ImageList":["aGVsbG8="]}]})");
    modify_file_system modify{.file_system_id = "f", .super_users = {{"a", "b"}}, .sizes = {{1000}}};
    CHECK(body_of(modify) == R"({"FileSystemId":"f","SuperUsers":["a","b"],"Sizes":[1000]})");
    modify.super_users = {"c"};
    modify.sizes = {1, 2};
    CHECK(body_of(modify) == R"({"FileSystemId":"f","SuperUsers":["c"],"Sizes":[1,2]})");
}

TEST_CASE_TEMPLATE("an absent or null list is read as unset, [] as an empty list", Storage, owning, borrowed) {
    constexpr struct {
        std::string_view read, written;
    } rows[] = {
        {R"({"FileSystemId":"f"})", R"({"FileSystemId":"f"})"},
        {R"({"FileSystemId":"f","SuperUsers":null,"Sizes":null})", R"({"FileSystemId":"f"})"},
        {R"({"FileSystemId":"f","SuperUsers":[],"Sizes":[]})", R"({"FileSystemId":"f","SuperUsers":[],"Sizes":[]})"},
        {R"({"FileSystemId":"f","SuperUsers":["a",null]})", R"({"FileSystemId":"f","SuperUsers":["a",""]})"},
        {R"({"FileSystemId":"f","SuperUsers":{}})", "has another type than expected SuperUsers"},
        {R"({"FileSystemId":"f","Sizes":["x"]})", "has another type than expected Sizes[0]"},
    };
    for (const auto& row : rows) CHECK(read_and_written<basic_modify_file_system<Storage>>(row.read) == row.written);
}

TEST_CASE_TEMPLATE("a server accepts [] for a required list, and rejects null and absence", Storage, owning, borrowed) {
    constexpr struct {
        std::string_view read, written;
    } rows[] = {
        {R"({"TaskType":"t","FileList":[]})", R"({"TaskType":"t","FileList":[]})"},
        {R"({"TaskType":"t","FileList":[],"ImageList":[]})", R"({"TaskType":"t","FileList":[],"ImageList":[]})"},
        {R"({"TaskType":"t","FileList":null})", "is empty or missing FileList"},
        {R"({"TaskType":"t"})", "is empty or missing FileList"},
    };
    for (const auto& row : rows) CHECK(read_and_written<basic_structure_task<Storage>>(row.read, tc3::server_rules) == row.written);
}

TEST_CASE_TEMPLATE("an emulator receives the empty lists that a client sends", Storage, owning, borrowed) {
    tc3::testing::emulator service([] { return now; }, [] { return std::string("an-id"); });
    service.add_credential("AKIDexample", "secret-key");
    std::vector<std::string> received;
    service.serve<modify_file_system>([&received](const modify_file_system& input) {
        received.push_back(support::json_of(input));
        return basic_no_output<owning>{};
    });
    basic_modify_file_system<Storage> modify{.file_system_id = "f"};
    const auto call = [&] {
        const auto request = tc3::make_request(modify, profile, now);
        REQUIRE(request);
        static_cast<void>(service(request->view()));
        CHECK(service.last().accepted());
    };
    call();
    modify.super_users.emplace();
    call();
    CHECK(received == std::vector<std::string>{R"({"FileSystemId":"f"})", R"({"FileSystemId":"f","SuperUsers":[]})"});
}

TEST_CASE_TEMPLATE("a log line shows an open empty list as [], and masks one that is not open", Storage, owning, borrowed) {
    basic_modify_file_system<Storage> modify{.file_system_id = "f"};
    CHECK(tc3::to_redacted_string(modify) == R"({"FileSystemId":"f"})");
    modify.super_users.emplace();
    modify.sizes.emplace();
    CHECK(tc3::to_redacted_string(modify) == R"({"FileSystemId":"f","SuperUsers":"****","Sizes":[]})");
}
