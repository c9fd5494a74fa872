// SPDX-License-Identifier: MIT
// What remains if memory runs out, at each allocation in turn: operator new throws std::bad_alloc once.
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#if defined(__cpp_exceptions)

namespace {

constexpr long never = -1;
long allocations_left = never;  // before operator new throws

}  // namespace

// Not inlined: g++ would see malloc() and delete, or new and free(), and warn of a pair that does not match.
TC3_NOINLINE void* operator new(std::size_t size) {
    if (allocations_left != never && allocations_left-- == 0) throw std::bad_alloc();
    if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
    throw std::bad_alloc();
}

TC3_NOINLINE void operator delete(void* memory) noexcept { std::free(memory); }

void* operator new[](std::size_t size) { return operator new(size); }
void operator delete[](void* memory) noexcept { operator delete(memory); }
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }
void operator delete[](void* memory, std::size_t) noexcept { operator delete(memory); }

namespace {

namespace faceid = tc3::faceid;
namespace testing = tc3::testing;
using testing::rejection;

int failures = 0;
const char* current_case = "";

void expect(bool holds, const char* expectation, long allocation) {
    if (holds) return;
    std::printf("%s: failed, at allocation %ld: %s\n", current_case, allocation, expectation);
    ++failures;
}

/// Returns whether `work()` threw std::bad_alloc at the given allocation. All later allocations succeed.
template <class Work>
bool runs_out_of_memory(long allocation, Work work) {
    allocations_left = allocation;
    bool threw = false;
    try {
        work();
    } catch (const std::bad_alloc&) {
        threw = true;
    }
    allocations_left = never;
    return threw;
}

/// For each allocation of `change(state)` makes a State whose change fails there, and expects `is_before(state)`. Expects
/// `is_after(state)` when no allocation fails.
template <class State, class Change, class IsBefore, class IsAfter>
void expect_all_or_nothing(Change change, IsBefore is_before, IsAfter is_after) {
    for (long allocation = 0;; ++allocation) {
        State state;
        if (!runs_out_of_memory(allocation, [&] { change(state); })) {
            expect(allocation != 0, "the change needs memory", allocation);
            expect(is_after(state), "the change is made", allocation);
            return;
        }
        expect(is_before(state), "nothing is changed", allocation);
    }
}

// --- an emulator -------------------------------------------------------------------------------------------------------

constexpr tc3::unix_time now{1700000000};
constexpr tc3::action own_action{"people", "2020-01-01", "DescribePeopleWithALongName", "a-host-that-is-longer-than-a-short-string.example",
                                 false};
constexpr std::string_view id = "AKIDid-of-a-temporary-credential";
constexpr std::string_view old_key = "old-key", old_token = "old-token", new_key = "new-key", new_token = "new-token";

struct people {};

}  // namespace

template <>
inline constexpr tc3::action tc3::action_of<people> = own_action;
template <>
struct tc3::output_of<people> {
    using type = tc3::faceid::apply_liveness_token_output;
};

namespace {

/// An emulator with one key and no action.
struct bare_service {
    int tokens = 0;
    testing::emulator emulator{[] { return now; }, [this] { return "token-" + std::to_string(++tokens); }};

    bare_service() { emulator.add_credential(id, old_key, old_token); }

    template <class Input>
    auto call(const Input& input, std::string_view key = old_key, std::string_view token = old_token) {
        const tc3::client_profile_view profile{.credential = {id, key, token}, .region = "ap-singapore"};
        return tc3::call(emulator, input, profile, now);
    }
    rejection rejection_of_call(const tc3::action& action) {
        static_cast<void>(call(tc3::untyped_input{action, "{}"}));
        return emulator.last().rejection;
    }
    rejection rejection_of_host(std::string_view host) {
        tc3::action action = own_action;
        action.host = host;
        return rejection_of_call(action);
    }
};

testing::any_reply no_members(const testing::received_message&) { return std::string("{}"); }

/// An emulator with one action.
struct own_service : bare_service {
    own_service() { emulator.serve(own_action, no_members); }
    bool accepts(std::string_view key, std::string_view token) {
        return call(tc3::untyped_input{own_action, "{}"}, key, token).has_value();
    }
};

/// An emulator with all of eKYC, whose sessions and files wait for their apps.
struct faceid_service : bare_service {
    testing::faceid_scenario scenario = testing::serve_faceid(emulator);
    std::string session;
    faceid::create_upload_url_output file;

    faceid_service() {
        scenario.wait_for_apps();
        begin_session();
        file = *call(faceid::create_upload_url{.target_action = "VideoLivenessCompare"});
    }
    void begin_session() {
        const auto output = call(faceid::apply_liveness_token{});
        session = *output->sdk_token;
    }
    std::string liveness_result() {
        const auto output = call(faceid::get_liveness_result{session});
        return output->result.value_or("none");
    }
    std::string message_of_compare(const std::string& md5) {
        const std::string url = *file.resource_url;
        const auto output = call(faceid::video_liveness_compare{url, md5, url, md5, "SILENT"});
        return output ? "passed" : output.error().message;
    }
};

void a_known_credential_is_replaced_with_its_token() {
    expect_all_or_nothing<own_service>(
        [](own_service& service) { service.emulator.add_credential(id, new_key, new_token); },
        [](own_service& service) {
            return service.accepts(old_key, old_token) && !service.accepts(new_key, old_token) && !service.accepts(new_key, new_token);
        },
        [](own_service& service) { return service.accepts(new_key, new_token) && !service.accepts(old_key, old_token); });
}

constexpr std::string_view other_host = "another-host-that-is-longer-than-a-short-string.example";

void a_host_is_added() {
    expect_all_or_nothing<bare_service>([](bare_service& service) { service.emulator.add_host(other_host, "people"); },
                                        [](bare_service& service) { return service.rejection_of_host(other_host) == rejection::host; },
                                        [](bare_service& service) { return service.rejection_of_host(other_host) == rejection::action; });
}

template <class Serve>
void an_action_is_added_with_its_host(Serve serve) {
    expect_all_or_nothing<bare_service>([serve](bare_service& service) { serve(service.emulator); },
                                        [](bare_service& service) { return service.rejection_of_call(own_action) == rejection::host; },
                                        [](bare_service& service) { return service.rejection_of_call(own_action) == rejection::none; });
}

void an_untyped_action_is_added_with_its_host() {
    an_action_is_added_with_its_host([](testing::emulator& emulator) { emulator.serve(own_action, no_members); });
}

void a_typed_action_is_added_with_its_host() {
    an_action_is_added_with_its_host(
        [](testing::emulator& emulator) { emulator.serve<people>([](const people&) { return faceid::apply_liveness_token_output{}; }); });
}

void several_actions_are_added_together() {
    tc3::action other = own_action;
    other.host = other_host;
    an_action_is_added_with_its_host(
        [other](testing::emulator& emulator) { emulator.serve({{own_action, no_members}, {other, no_members}}); });
}

void all_of_ekyc_is_added_together() {
    using first = faceid::apply_liveness_token;
    using last = faceid::mobile_network_time_verification;
    expect_all_or_nothing<bare_service>(
        [](bare_service& service) { static_cast<void>(testing::serve_faceid(service.emulator)); },
        [](bare_service& service) { return service.rejection_of_call(tc3::action_of<first>) == rejection::host; },
        [](bare_service& service) {
            return service.rejection_of_call(tc3::action_of<first>) == rejection::none &&
                   service.rejection_of_call(tc3::action_of<last>) == rejection::missing_parameter;
        });
}

void last_is_unchanged_by_a_request_without_a_response() {
    struct called_service : faceid_service {
        std::string request;
        called_service() {
            const tc3::client_profile_view profile{.credential = {id, old_key, old_token}, .region = "ap-singapore"};
            const auto made = tc3::make_request(faceid::get_liveness_result{session}, profile, now);
            tc3::http::write_head(request, made->view());
            request.append(made->view().body);
            static_cast<void>(call(faceid::apply_liveness_token{.secure_level = "wrong"}));
        }
    };
    expect_all_or_nothing<called_service>([](called_service& service) { service.emulator.receive(service.request); },
                                          [](called_service& service) {
                                              const testing::decision& last = service.emulator.last();
                                              return last.rejection == rejection::parameter_value && last.action == "ApplyLivenessToken" &&
                                                     last.secret_id == id && last.code == "InvalidParameterValue";
                                          },
                                          [](called_service& service) {
                                              const testing::decision& last = service.emulator.last();
                                              return last.accepted() && last.action == "GetLivenessResult" && last.code.empty();
                                          });
}

// --- scripts, sessions and files ---------------------------------------------------------------------------------------

const std::vector<testing::reply<faceid::get_liveness_result>> two_replies{faceid::get_liveness_result_output{.result = "1005"},
                                                                           faceid::get_liveness_result_output{.result = "1004"}};

void a_script_is_replaced() {
    expect_all_or_nothing<faceid_service>(
        [](faceid_service& service) { service.scenario.reply_with<faceid::get_liveness_result>(two_replies); },
        [](faceid_service& service) {
            service.begin_session();
            service.scenario.start(service.session);
            service.scenario.finish(service.session);
            return service.liveness_result() == "0";
        },
        [](faceid_service& service) {
            service.begin_session();
            service.scenario.start(service.session);
            return service.liveness_result() == "1005";
        });
}

void a_session_starts_with_its_script() {
    expect_all_or_nothing<faceid_service>(
        [](faceid_service& service) { service.scenario.start_with<faceid::get_liveness_result>(service.session, two_replies); },
        [](faceid_service& service) { return !service.scenario.finish(service.session); },  // it has not started
        [](faceid_service& service) { return service.liveness_result() == "1005"; });
}

void a_file_is_uploaded_with_its_checksum() {
    const std::string right = testing::md5_of("abc"), wrong = testing::md5_of("");
    const auto has = [](const std::string& text, std::string_view piece) { return text.find(piece) != std::string::npos; };
    expect_all_or_nothing<faceid_service>(
        [](faceid_service& service) { service.scenario.upload(*service.file.upload_url, "abc"); },
        [&](faceid_service& service) { return has(service.message_of_compare(wrong), "no file was uploaded"); },
        [&](faceid_service& service) {
            return has(service.message_of_compare(wrong), "the MD5 differs") && service.message_of_compare(right) == "passed";
        });
}

void a_reply_is_used_up_once_it_is_there() {
    struct script {
        testing::reply_script replies{std::vector<testing::any_reply>{std::string(100, 'a'), std::string(100, 'b')}};
        std::string next() { return *replies.next().written(); }
    };
    expect_all_or_nothing<script>([](script& state) { static_cast<void>(state.replies.next()); },
                                  [](script& state) { return state.next() == std::string(100, 'a'); },
                                  [](script& state) { return state.next() == std::string(100, 'b'); });
}

void a_request_id_is_counted_once_it_is_there() {
    expect_all_or_nothing<testing::counted_request_ids>([](testing::counted_request_ids& ids) { static_cast<void>(ids()); },
                                                        [](testing::counted_request_ids& ids) { return ids().back() == '1'; },
                                                        [](testing::counted_request_ids& ids) { return ids().back() == '2'; });
}

// --- calls that do not wait --------------------------------------------------------------------------------------------

struct output_response {
    int status = 200;
    std::string_view body = R"({"Response":{"SdkToken":"a token that is longer than a short string","RequestId":"7-d"}})";
};

/// Calls an action over a transport and fails each allocation in turn.
template <class Input, class Transport>
void expect_one_result(const Input& input, const tc3::request_options& options, Transport transport) {
    const tc3::client_profile_view profile{.credential = {"id", "key", "token"}, .region = "ap-singapore"};
    for (long allocation = 0;; ++allocation) {
        int outputs = 0, unsent = 0, abandoned = 0;
        const auto handler = [&](const tc3::call_result<Input>& result) {
            if (result) {
                ++outputs;
            } else {
                const tc3::interruption interruption = result.error().interruption;
                unsent += result.error().stage == tc3::stage::request && interruption == tc3::interruption::thrown ? 1 : 0;
                abandoned += result.error().stage == tc3::stage::transport && interruption == tc3::interruption::abandoned ? 1 : 0;
            }
        };
        const bool threw = runs_out_of_memory(allocation, [&] { tc3::call_async(transport, input, profile, now, options, handler); });
        expect(outputs == (threw ? 0 : 1) && outputs + unsent + abandoned == 1, "the handler gets one result", allocation);
        if (!threw) {
            expect(allocation > 1, "request and output need memory", allocation);
            return;
        }
        if (allocation == 0) expect(unsent == 1, "the first allocation is that of the request", allocation);
    }
}

void a_handler_gets_one_result() {
    const auto at_once = [](tc3::completion call) { call.complete(output_response{}); };
    const auto from_memory = [](tc3::completion call) {
        const std::vector<char> memory(100);
        call.complete(output_response{});
    };
    const faceid::apply_liveness_token input{.secure_level = "4"};
    expect_one_result(input, {}, at_once);
    expect_one_result(input, {}, from_memory);
    expect_one_result(input, {.method = tc3::http::method::get}, at_once);
    expect_one_result(input, {.sign_action = true, .unsigned_payload = true}, at_once);
    expect_one_result(tc3::untyped_input{own_action, "{}"}, {}, at_once);
}

void a_failure_of_the_input_reaches_the_handler() {
    const tc3::client_profile_view profile{.credential = {"id", "key"},
                                           .region = "a region with blanks that is longer than a short string"};
    for (long allocation = 0;; ++allocation) {
        int results = 0;
        const bool threw = runs_out_of_memory(allocation, [&] {
            tc3::call_async([](const tc3::completion&) {}, faceid::mobile_status{}, profile, now, {}, [&](const auto&) { ++results; });
        });
        expect(results == 1, "the handler gets one result", allocation);
        if (!threw) return;
    }
}

// --- the test ----------------------------------------------------------------------------------------------------------

struct test_case {
    const char* name;
    void (*run)();
};

constexpr test_case cases[] = {
    {"a known credential is replaced with its token", a_known_credential_is_replaced_with_its_token},
    {"a host is added", a_host_is_added},
    {"an untyped action is added with its host", an_untyped_action_is_added_with_its_host},
    {"a typed action is added with its host", a_typed_action_is_added_with_its_host},
    {"several actions are added together", several_actions_are_added_together},
    {"all of eKYC is added together", all_of_ekyc_is_added_together},
    {"last() is unchanged by a request without a response", last_is_unchanged_by_a_request_without_a_response},
    {"a script is replaced", a_script_is_replaced},
    {"a session starts with its script", a_session_starts_with_its_script},
    {"a file is uploaded with its checksum", a_file_is_uploaded_with_its_checksum},
    {"a reply is used up once it is there", a_reply_is_used_up_once_it_is_there},
    {"a request id is counted once it is there", a_request_id_is_counted_once_it_is_there},
    {"a handler gets one result", a_handler_gets_one_result},
    {"a failure of the input reaches the handler", a_failure_of_the_input_reaches_the_handler},
};

}  // namespace

int main() {
    for (const test_case& test : cases) {
        current_case = test.name;
        test.run();
    }
    return failures == 0 ? 0 : 1;
}

#else

int main() { std::puts("skipped: without exceptions, memory that runs out ends the program"); }

#endif
