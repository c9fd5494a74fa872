// SPDX-License-Identifier: MIT
// Functions that are documented to need no heap allocate nothing. Counted in operator new.
#include "../support/custom_storage.hpp"
#include "../support/every_kind.hpp"
#include <tc3/signing/diagnose.hpp>
#include <tc3/tc3.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace {

std::size_t allocations = 0;

void* allocate(std::size_t size) {
    ++allocations;
    void* memory = std::malloc(size != 0 ? size : 1);
    if (memory == nullptr) std::abort();
    return memory;
}

// Never freed: a case that gets here has failed.
void* allocate(std::size_t size, std::align_val_t alignment) {
    const auto step = static_cast<std::size_t>(alignment);
    auto* memory = static_cast<unsigned char*>(allocate(size + step));
    return memory + (step - reinterpret_cast<std::uintptr_t>(memory) % step);
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void* operator new(std::size_t size, std::align_val_t alignment) { return allocate(size, alignment); }
void* operator new[](std::size_t size, std::align_val_t alignment) { return allocate(size, alignment); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void*, std::align_val_t) noexcept {}
void operator delete[](void*, std::align_val_t) noexcept {}
void operator delete(void*, std::size_t, std::align_val_t) noexcept {}
void operator delete[](void*, std::size_t, std::align_val_t) noexcept {}

namespace {

namespace signing = tc3::signing;

// --- signing: the published example of the manual (DescribeInstances, 2019-02-25) --------------------------------------

constexpr tc3::unix_time now{1551113065};
constexpr tc3::credential_view credential{.secret_id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE",
                                          .secret_key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"};
constexpr std::string_view body = R"({"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]})";
constexpr tc3::http::header headers[] = {{"Content-Type", "application/json; charset=utf-8"}, {"Host", "cvm.tencentcloudapi.com"}};
constexpr std::string_view signature_of_the_manual = "72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168";

signing::request_parts parts() {
    return {.headers = headers, .hashed_payload = signing::payload_hash(body).value_or(tc3::crypto::sha_256_digest{})};
}

bool is_header_of_the_manual(const tc3::result<signing::authorization_value, tc3::error>& value) {
    char memory[256];
    tc3::buffer_sink out(memory);
    if (value) value->write(out);
    return out.complete() && out.view().ends_with(signature_of_the_manual);
}

bool signs_with_a_credential() { return is_header_of_the_manual(signing::authorization(parts(), "cvm", now, credential)); }

bool signs_with_a_signing_key() {
    const auto scope = signing::credential_scope::make("cvm", now);
    if (!scope) return false;
    const auto key = signing::derive_signing_key(credential, *scope);
    return key && is_header_of_the_manual(signing::authorization(parts(), now, *key, credential.secret_id));
}

bool attaches_a_signature() {
    const auto signature = signing::signature::from_hex(signature_of_the_manual);
    const auto request = signing::make_signer_input(parts(), "cvm", now);
    return signature && request && is_header_of_the_manual(signing::make_authorization(*request, credential.secret_id, *signature));
}

bool writes_a_canonical_request() {
    char memory[512];
    tc3::buffer_sink out(memory);
    if (!signing::validate(parts())) return false;
    signing::write_canonical_request(out, parts());
    return out.complete() && out.view().starts_with("POST\n/\n\ncontent-type:");
}

bool makes_a_string_to_sign() {
    const auto request = signing::make_signer_input(parts(), "cvm", now);
    return request && request->string_to_sign.view().starts_with("TC3-HMAC-SHA256\n1551113065\n2019-02-25/cvm/tc3_request\n");
}

bool explains_a_signature() {
    char memory[2048];
    tc3::buffer_sink out(memory);
    tc3::crypto::builtin_policy policy;
    signing::credential_signer signer(credential, policy);
    return signing::explain(out, parts(), "cvm", now, signer) && out.complete();
}

bool diagnoses_a_request() {
    const tc3::http::header sent[] = {
        headers[0],
        headers[1],
        {"X-TC-Timestamp", "1551113065"},
        {"Authorization",
         "TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, "
         "Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168"}};
    const auto right = signing::diagnose({.headers = sent, .body = body}, {.credential = credential});
    const auto wrong = signing::diagnose({.headers = sent, .body = R"({"Limit":[1,{"b":1,"a":2}]})"}, {.credential = credential});
    char memory[2048];
    tc3::buffer_sink out(memory);
    signing::write_diagnosis(out, wrong);
    return right.empty() && !wrong.empty() && out.complete();
}

bool rejects_a_header_with_a_line_feed() {
    const tc3::http::header unusable[] = {{"Content-Type", "application/json"}, {"Host", "a\nb"}};
    return !signing::authorization({.headers = unusable}, "cvm", now, credential);
}

// --- JSON --------------------------------------------------------------------------------------------------------------

bool writes_json() {
    char memory[256];
    tc3::buffer_sink text(memory);
    tc3::json::writer out(text);
    out.begin_object();
    out.name("Text");
    out.string("\"\n\xE6\x9C\xAA");
    out.name("Number");
    out.number(-1.5);
    out.name("Bytes");
    out.base64("abc");
    out.end_object();
    return out.ok() && text.view() == "{\"Text\":\"\\\"\\n\xE6\x9C\xAA\",\"Number\":-1.5,\"Bytes\":\"YWJj\"}";
}

bool reads_json() {
    char memory[64];
    tc3::buffer_sink text(memory);
    tc3::json::reader in(R"({"Unknown":[[{"Deep":null}]],"Number":1e3,"Text":"a\u672a","Text of a name":true})");
    tc3::json::string_token name, value;
    tc3::json::number_token number;
    in.begin_object();
    while (in.next_member(name)) {
        if (name == "Text") {
            if (in.read_string(value)) value.write(text);
        } else if (name == "Number") {
            if (in.read_number(number)) text.append(number.text());
        } else {
            in.skip_value();
        }
    }
    return in.finish() && text.view() == "1e3a\xE6\x9C\xAA";
}

bool validates_json() { return tc3::json::validate(R"({"a":[1,2,{"b":"\ud83d\ude00"}]})").has_value() && !tc3::json::validate("[1,]"); }

// --- calls that do not wait: no heap except that of request and output -------------------------------------------------

constexpr tc3::client_profile_view profile{.credential = credential, .region = "ap-singapore"};
using owning_input = tc3::faceid::apply_liveness_token;

struct short_response {
    int status = 200;
    std::string_view body = R"({"Response":{"SdkToken":"short"}})";
};

bool moves_and_ends_a_completion() {
    int outputs = 0;
    int failures = 0;
    const auto call = [&] {
        return tc3::completion::of<owning_input>({},
                                                 [&](const tc3::call_result<owning_input>& output) { ++(output ? outputs : failures); });
    };
    tc3::completion first = call();
    tc3::completion second = std::move(first);
    first = call();
    first = std::move(second);  // abandons the call of `first`
    first.complete(short_response{});
    call().cancel();
    call().fail(tc3::transport_error{.code = 7});
    return outputs == 1 && failures == 3;
}

bool call_async_allocates_only_the_request() {
    const owning_input owned{};
    const bool has_request = tc3::make_request(owned, profile, now).has_value();
    const std::size_t request_allocations = allocations;

    bool has_output = false;
    const auto transport = [](tc3::completion call) { call.complete(short_response{}); };
    tc3::call_async(transport, owned, profile, now, {},
                    [&has_output](const tc3::call_result<owning_input>& output) { has_output = output.has_value(); });
    allocations -= 2 * request_allocations;  // those of make_request and those of the request of call_async
    return has_request && has_output && request_allocations != 0;
}

// --- typed calls in a workspace ----------------------------------------------------------------------------------------

using liveness_input = tc3::faceid::basic_apply_liveness_token<tc3::borrowed>;
using kinds = support::basic_every_kind<tc3::borrowed>;
constexpr liveness_input input{.secure_level = tc3::faceid::secure_level::motion_and_light};

struct test_transport_error {
    int code;
    std::string_view message;
};

bool makes_a_request() {
    char memory[600];
    tc3::workspace space(memory);
    const auto request = tc3::make_request_into(input, profile, now, {}, space);
    return request && request->body == R"({"SecureLevel":"4"})" && space.needed() < 500;
}

bool streams_every_kind_of_field() {
    char memory[600], text[200];
    tc3::workspace space(memory);
    const std::string_view texts[] = {"a", "\n"};
    const support::basic_item<tc3::borrowed> item{.name = "inner"};
    const kinds value{.needed = "n", .nested = item, .texts = texts, .image = tc3::binary_view::raw("abc")};
    tc3::buffer_sink out(text);
    const auto head = tc3::make_request_into(value, profile, now, {.stream_body = true}, space);
    return head && tc3::write_body(out, value) && out.complete() && head->streamed_body_size == out.view().size();
}

bool makes_a_request_from_json_and_from_a_query() {
    char memory[1200];
    tc3::workspace space(memory);
    const tc3::action action{"cvm", "2017-03-12", "DescribeZones"};
    const tc3::request_content query{.query = "Limit=1"};
    return tc3::make_request_into({action, "{}"}, profile, now, {}, space) &&
           tc3::make_request_into({action, query}, profile, now, {.method = tc3::http::method::get}, space);
}

bool reports_an_unusable_input() {
    char memory[600], line[200], large[600];
    for (char& c : large) c = 'x';
    tc3::workspace space(memory);
    tc3::buffer_sink out(line);
    const auto missing = tc3::make_request_into(kinds{}, profile, now, {}, space);
    const auto not_stored = tc3::make_request_into(kinds{.needed = std::string_view(large, sizeof large)}, profile, now, {}, space);
    if (missing || not_stored) return false;
    tc3::write_failure(out, missing.error());
    return out.view() == "request: Needed is empty or missing" && not_stored.error().reason.code == tc3::errc::buffer_too_small;
}

bool reads_lists_and_structs() {
    char memory[600];
    tc3::workspace space(memory);
    const auto output = tc3::parse_body<kinds>(
        R"({"Response":{"Needed":"\u4f60","Nested":{"Name":"a"},"Texts":["b","\"c\""],"Numbers":[1,2],"Items":[{},{"Name":"d"}]}})", space);
    return output && output->needed == "\xe4\xbd\xa0" && output->nested->name == "a" && output->texts[1] == "\"c\"" &&
           output->numbers[1] == 2 && output->items[1].name == "d";
}

bool reports_a_workspace_that_is_too_small() {
    tc3::workspace empty;
    const auto output = tc3::parse_body<kinds>(R"({"Response":{"Needed":"\u4f60"}})", empty);
    return !output && output.error().reason.needed == 3;
}

bool reports_bodies_that_are_no_output() {
    char memory[100], line[200];
    tc3::workspace space(memory);
    for (const std::string_view wrong : {R"({"Response":{"Error":{"Code":"Internal\u0045rror"},"RequestId":"7-d"}})",
                                         R"({"Response":{"Needed":1}})", "<html>", R"({"Response":{"Items":[{},{"Number":"x"}]}})"}) {
        tc3::buffer_sink out(line);
        const auto output = tc3::parse_body<kinds>(wrong, {.reading = tc3::strict_reading}, space);
        const auto envelope = tc3::parse_envelope<tc3::borrowed>(tc3::http::response_view{502, wrong}, space);
        if (output || envelope) return false;
        tc3::write_failure(out, output.error());
        if (!out.complete() || tc3::retry_advice(envelope.error()) == tc3::retry::with_back_off) return false;
    }
    return true;
}

bool reports_deviations() {
    char memory[200], line[200];
    tc3::workspace space(memory);
    tc3::buffer_sink out(line);
    tc3::deviation_report report;
    const std::string_view sent = "{\"Response\":{\"Needed\":1,\"Text\":\"\xff\",\"Items\":[{},{\"Number\":\"x\"}]}}";
    const auto output = tc3::parse_body<kinds>(sent, {.deviations = &report}, space);
    for (const tc3::deviation& each : report) tc3::write_deviation(out, each);
    return output && out.complete() && report.size() == 3;
}

bool calls_and_gets_an_output() {
    char memory[1000];
    const auto http = [](const tc3::http::request_view&,
                         std::span<char> response_memory) -> tc3::result<tc3::http::response_view, test_transport_error> {
        tc3::buffer_sink out(response_memory);
        out.append(R"({"Response":{"SdkToken":"\u0074oken","RequestId":"7-d"}})");
        return tc3::http::response_view{200, out.view(), out.needed()};
    };
    const auto output = tc3::call_into(http, input, profile, now, {}, memory);
    return output && output->sdk_token == "token" && output->request_id == "7-d";
}

bool reports_an_error_of_the_transport() {
    char memory[1000];
    const auto http = [](const tc3::http::request_view&, std::span<char>) -> tc3::result<tc3::http::response_view, test_transport_error> {
        return tc3::unexpected(test_transport_error{28, "Timeout was reached"});
    };
    const auto output = tc3::call_into(http, input, profile, now, {}, memory);
    return !output && output.error().message == "Timeout was reached";
}

// All memory of the storage comes from its arena.
bool works_with_a_custom_storage() {
    static custom::arena strings(100'000);
    char memory[600];
    tc3::workspace space(memory);
    const tc3::faceid::basic_apply_liveness_token<custom::storage> custom_input{.secure_level = custom::string(u"4")};
    const auto request = tc3::make_request_into(custom_input, profile, now, {}, space);
    const auto output =
        tc3::parse_body<support::basic_every_kind<custom::storage>>(R"({"Response":{"Needed":"\u4f60","Texts":["a","b"]}})", strings);
    const auto failed = tc3::parse_body<support::basic_every_kind<custom::storage>>(R"({"Response":{"Items":[{},{"Name":1}]}})",
                                                                                    {.reading = tc3::strict_reading}, strings);
    if (!request || !output || failed) return false;
    char line[200];
    tc3::buffer_sink out(line);
    tc3::write_failure(out, failed.error());
    return request->body == R"({"SecureLevel":"4"})" && output->texts.Num() == 2 &&
           out.view().find(": Items[1].Name has") != std::string_view::npos && tc3::retry_advice(failed.error()) == tc3::retry::never;
}

// --- the test ----------------------------------------------------------------------------------------------------------

struct test_case {
    const char* name;
    bool (*run)();
};

constexpr test_case cases[] = {
    {"signs with a credential", signs_with_a_credential},
    {"signs with a signing key", signs_with_a_signing_key},
    {"attaches a signature", attaches_a_signature},
    {"writes a canonical request", writes_a_canonical_request},
    {"makes a string to sign", makes_a_string_to_sign},
    {"explains a signature", explains_a_signature},
    {"diagnoses a request", diagnoses_a_request},
    {"rejects a header with a line feed", rejects_a_header_with_a_line_feed},
    {"writes JSON", writes_json},
    {"reads JSON", reads_json},
    {"validates JSON", validates_json},
    {"moves and ends a completion", moves_and_ends_a_completion},
    {"call_async allocates only the request", call_async_allocates_only_the_request},
    {"makes a request", makes_a_request},
    {"streams every kind of field", streams_every_kind_of_field},
    {"makes a request from JSON and from a query", makes_a_request_from_json_and_from_a_query},
    {"reports an unusable input", reports_an_unusable_input},
    {"reads lists and structs", reads_lists_and_structs},
    {"reports a workspace that is too small", reports_a_workspace_that_is_too_small},
    {"reports bodies that are no output", reports_bodies_that_are_no_output},
    {"reports deviations", reports_deviations},
    {"calls and gets an output", calls_and_gets_an_output},
    {"reports an error of the transport", reports_an_error_of_the_transport},
    {"works with a custom storage", works_with_a_custom_storage},
};

bool passes_without_heap(const test_case& test) {
    allocations = 0;
    const bool passed = test.run();
    if (!passed) std::printf("%s: failed\n", test.name);
    if (allocations != 0) std::printf("%s: %zu allocations\n", test.name, allocations);
    return passed && allocations == 0;
}

TC3_NOINLINE std::string text_of_size(std::size_t size) { return std::string(size, 'x'); }

// Without this, a counter that does not work would pass every case.
bool counts_an_allocation() {
    allocations = 0;
    if (text_of_size(100).size() == 100 && allocations != 0) return true;
    std::puts("an allocation was not counted");
    return false;
}

}  // namespace

int main() {
    bool passed = counts_an_allocation();
    for (const test_case& test : cases) passed = passes_without_heap(test) && passed;
    return passed ? 0 : 1;
}
