// SPDX-License-Identifier: MIT
// What promises to do without the heap does without it: counted at operator new, path by path.
#include "../support/custom_storage.hpp"
#include "../support/every_kind.hpp"
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

// malloc() takes no alignment, so it is made here. Never given back: a path that comes here has failed.
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
constexpr tc3::credential_view who{.secret_id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", .secret_key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"};
constexpr std::string_view body = R"({"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]})";
constexpr tc3::http::header headers[] = {{"Content-Type", "application/json; charset=utf-8"}, {"Host", "cvm.tencentcloudapi.com"}};
constexpr std::string_view digits_of_the_signature = "72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168";

signing::request_parts parts() {
    return {.headers = headers, .hashed_payload = signing::payload_hash(body).value_or(tc3::crypto::sha256_digest{})};
}

bool is_the_header_of_the_example(const tc3::result<signing::authorization_value, tc3::error>& value) {
    char memory[256];
    tc3::buffer_sink out(memory);
    if (value) value->write(out);
    return out.complete() && out.view().ends_with(digits_of_the_signature);
}

bool a_request_is_signed() { return is_the_header_of_the_example(signing::authorization(parts(), "cvm", now, who)); }

bool a_request_is_signed_with_a_kept_key() {
    const auto scope = signing::credential_scope::make("cvm", now);
    if (!scope) return false;
    const auto key = signing::derive_signing_key(who, *scope);
    return key && is_the_header_of_the_example(signing::authorization(parts(), now, *key, who.secret_id));
}

bool a_signature_comes_from_elsewhere() {
    const auto made = signing::signature::from_hex(digits_of_the_signature);
    const auto request = signing::make_signing_request(parts(), "cvm", now);
    return made && request && is_the_header_of_the_example(signing::make_authorization(*request, who.secret_id, *made));
}

bool a_canonical_request_is_written() {
    char memory[512];
    tc3::buffer_sink out(memory);
    if (!signing::validate(parts())) return false;
    signing::write_canonical_request(out, parts());
    return out.complete() && out.view().starts_with("POST\n/\n\ncontent-type:");
}

bool a_string_to_sign_is_written() {
    const auto request = signing::make_signing_request(parts(), "cvm", now);
    return request && request->string_to_sign.view().starts_with("TC3-HMAC-SHA256\n1551113065\n2019-02-25/cvm/tc3_request\n");
}

bool a_signing_is_explained() {
    char memory[2048];
    tc3::buffer_sink out(memory);
    tc3::crypto::builtin_policy policy;
    signing::credential_signer signer(who, policy);
    return signing::explain(out, parts(), "cvm", now, signer) && out.complete();
}

bool an_unusable_request_is_refused() {
    const tc3::http::header broken[] = {{"Content-Type", "application/json"}, {"Host", "a\nb"}};
    return !signing::authorization({.headers = broken}, "cvm", now, who);
}

// --- JSON --------------------------------------------------------------------------------------------------------------

bool json_is_written() {
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

bool json_is_read() {
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

bool json_is_judged() { return tc3::json::validate(R"({"a":[1,2,{"b":"\ud83d\ude00"}]})").has_value() && !tc3::json::validate("[1,]"); }

// --- calls that do not wait: beyond request and answer, which own their text -------------------------------------------

constexpr tc3::client_profile_view profile{.credential = who, .region = "ap-singapore"};
using owning_question = tc3::faceid::apply_liveness_token;

struct short_response {
    int status = 200;
    std::string_view body = R"({"Response":{"SdkToken":"short"}})";
};

bool a_call_moves_and_ends() {
    int outputs = 0;
    int failures = 0;
    const auto call = [&] {
        return tc3::completion::of<owning_question>({},
                                                    [&](const tc3::call_result<owning_question>& what) { ++(what ? outputs : failures); });
    };
    tc3::completion first = call();
    tc3::completion second = std::move(first);
    first = call();
    first = std::move(second);  // abandons one
    first.complete(short_response{});
    call().cancel();
    call().fail(tc3::transport_error{.code = 7});
    return outputs == 1 && failures == 3;
}

bool a_call_takes_its_request_alone() {
    const owning_question asked{};
    const bool made = tc3::make_request(asked, profile, now).has_value();
    const std::size_t of_the_request = allocations;

    bool answered = false;
    const auto transport = [](tc3::completion call) { call.complete(short_response{}); };
    tc3::call_async(transport, asked, profile, now,
                    [&answered](const tc3::call_result<owning_question>& what) { answered = what.has_value(); });
    allocations -= 2 * of_the_request;
    return made && answered && of_the_request != 0;
}

// --- typed exchanges in memory of the caller's: a function a path, here ------------------------------------------------

using input = tc3::faceid::basic_apply_liveness_token<tc3::borrowed>;
using kinds = support::basic_every_kind<tc3::borrowed>;
constexpr input asked{.secure_level = tc3::faceid::secure_level::motion_and_light};

struct transport_failure_case {
    int code;
    std::string_view message;
};

bool a_request_is_made_in_a_workspace() {
    char memory[600];
    tc3::workspace space(memory);
    const auto made = tc3::make_request_into(space, asked, profile, now);
    return made && made->body == R"({"SecureLevel":"4"})" && space.needed() < 500;
}

bool a_request_with_every_kind_of_field_is_streamed() {
    char memory[600], text[200];
    tc3::workspace space(memory);
    const std::string_view texts[] = {"a", "\n"};
    const support::basic_item<tc3::borrowed> item{.name = "inner"};
    const kinds value{.needed = "n", .nested = item, .texts = texts, .image = tc3::binary_view::raw("abc")};
    tc3::buffer_sink out(text);
    const auto head = tc3::make_request_into(space, value, profile, now, {.stream_body = true});
    return head && tc3::write_body(out, value) && out.complete() && head->streamed_body == out.view().size();
}

bool ready_content_is_sent_from_a_workspace() {
    char memory[1200];
    tc3::workspace space(memory);
    const tc3::action what{"cvm", "2017-03-12", "DescribeZones"};
    const tc3::request_content query{.query = "Limit=1"};
    return tc3::make_request_into(space, what, "{}", profile, now) &&
           tc3::make_request_into(space, what, query, profile, now, {.method = tc3::http::method::get});
}

bool a_request_that_is_refused_says_why() {
    char memory[600], line[200], large[600];
    for (char& c : large) c = 'x';
    tc3::workspace space(memory);
    tc3::buffer_sink out(line);
    const auto missing = tc3::make_request_into(space, kinds{}, profile, now);
    const auto not_stored = tc3::make_request_into(space, kinds{.needed = std::string_view(large, sizeof large)}, profile, now);
    if (missing || not_stored) return false;
    tc3::write_failure(out, missing.error());
    return out.view() == "request: Needed is empty or missing" && not_stored.error().reason.code == tc3::errc::buffer_too_small;
}

bool an_answer_with_lists_and_structs_is_read() {
    char memory[600];
    tc3::workspace space(memory);
    const auto output = tc3::parse_body<kinds>(
        R"({"Response":{"Needed":"\u4f60","Nested":{"Name":"a"},"Texts":["b","\"c\""],"Numbers":[1,2],"Items":[{},{"Name":"d"}]}})", space);
    return output && output->needed == "\xe4\xbd\xa0" && output->nested->name == "a" && output->texts[1] == "\"c\"" &&
           output->numbers[1] == 2 && output->items[1].name == "d";
}

bool a_workspace_too_small_says_so() {
    tc3::workspace none;
    const auto output = tc3::parse_body<kinds>(R"({"Response":{"Needed":"\u4f60"}})", none);
    return !output && output.error().reason.position == 3;
}

bool what_is_no_answer_says_why() {
    char memory[100], line[200];
    tc3::workspace space(memory);
    for (const std::string_view wrong : {R"({"Response":{"Error":{"Code":"Internal\u0045rror"},"RequestId":"7-d"}})",
                                         R"({"Response":{"Needed":1}})", "<html>", R"({"Response":{"Items":[{},{"Number":"x"}]}})"}) {
        tc3::buffer_sink out(line);
        const auto output = tc3::parse_body<kinds>(wrong, space);
        const auto envelope = tc3::parse_envelope<tc3::borrowed>(tc3::http::response_view{502, wrong}, space);
        if (output || envelope) return false;
        tc3::write_failure(out, output.error());
        if (!out.complete() || tc3::retry_advice(envelope.error()) == tc3::retry::with_back_off) return false;
    }
    return true;
}

bool a_question_becomes_an_output() {
    char memory[1000];
    const auto http = [](const tc3::http::request_view&,
                         std::span<char> to) -> tc3::result<tc3::http::response_view, transport_failure_case> {
        tc3::buffer_sink out(to);
        out.append(R"({"Response":{"SdkToken":"\u0074oken","RequestId":"7-d"}})");
        return tc3::http::response_view{200, out.view(), out.needed()};
    };
    const auto output = tc3::call_into(http, asked, profile, now, memory);
    return output && output->sdk_token == "token" && output->request_id == "7-d";
}

bool a_transport_that_fails_says_why() {
    char memory[1000];
    const auto http = [](const tc3::http::request_view&, std::span<char>) -> tc3::result<tc3::http::response_view, transport_failure_case> {
        return tc3::unexpected(transport_failure_case{28, "Timeout was reached"});
    };
    const auto output = tc3::call_into(http, asked, profile, now, memory);
    return !output && output.error().message == "Timeout was reached";
}

// The same in a storage of somebody else's, whose arena is all the memory that it has.
bool an_engine_has_its_own_text() {
    static custom::arena strings(100'000);
    char memory[600];
    tc3::workspace space(memory);
    const tc3::faceid::basic_apply_liveness_token<custom::storage> own{.secure_level = custom::string(u"4")};
    const auto made = tc3::make_request_into(space, own, profile, now);
    const auto output =
        tc3::parse_body<support::basic_every_kind<custom::storage>>(R"({"Response":{"Needed":"\u4f60","Texts":["a","b"]}})", strings);
    const auto failed = tc3::parse_body<support::basic_every_kind<custom::storage>>(R"({"Response":{"Items":[{},{"Name":1}]}})", strings);
    if (!made || !output || failed) return false;
    char line[200];
    tc3::buffer_sink out(line);
    tc3::write_failure(out, failed.error());
    return made->body == R"({"SecureLevel":"4"})" && output->texts.Num() == 2 &&
           out.view().find(": Items[1].Name has") != std::string_view::npos && tc3::retry_advice(failed.error()) == tc3::retry::never;
}

// --- the count ---------------------------------------------------------------------------------------------------------

struct path {
    const char* name;
    bool (*take)();
};

constexpr path paths[] = {
    {"a request is signed", a_request_is_signed},
    {"a request is signed with a kept key", a_request_is_signed_with_a_kept_key},
    {"a signature comes from elsewhere", a_signature_comes_from_elsewhere},
    {"a canonical request is written", a_canonical_request_is_written},
    {"a string to sign is written", a_string_to_sign_is_written},
    {"a signing is explained", a_signing_is_explained},
    {"an unusable request is refused", an_unusable_request_is_refused},
    {"JSON is written", json_is_written},
    {"JSON is read", json_is_read},
    {"JSON is judged", json_is_judged},
    {"a call moves and ends", a_call_moves_and_ends},
    {"a call takes its request alone", a_call_takes_its_request_alone},
    {"a request is made in a workspace", a_request_is_made_in_a_workspace},
    {"a request with every kind of field is streamed", a_request_with_every_kind_of_field_is_streamed},
    {"ready content is sent from a workspace", ready_content_is_sent_from_a_workspace},
    {"a request that is refused says why", a_request_that_is_refused_says_why},
    {"an answer with lists and structs is read", an_answer_with_lists_and_structs_is_read},
    {"a workspace too small says so", a_workspace_too_small_says_so},
    {"what is no answer says why", what_is_no_answer_says_why},
    {"a question becomes an answer", a_question_becomes_an_output},
    {"a transport that fails says why", a_transport_that_fails_says_why},
    {"an engine has its own text", an_engine_has_its_own_text},
};

bool goes_without_the_heap(const path& one) {
    allocations = 0;
    const bool done = one.take();
    if (!done) std::printf("%s: it failed\n", one.name);
    if (allocations != 0) std::printf("%s: %zu allocations\n", one.name, allocations);
    return done && allocations == 0;
}

TC3_NOINLINE std::string text_of_size(std::size_t size) { return std::string(size, 'x'); }

bool the_count_counts() {
    allocations = 0;
    const bool made = text_of_size(100).size() == 100;
    if (made && allocations != 0) return true;
    std::puts("an allocation was not counted");
    return false;
}

}  // namespace

int main() {
    bool good = the_count_counts();
    for (const path& one : paths) good = goes_without_the_heap(one) && good;
    return good ? 0 : 1;
}
