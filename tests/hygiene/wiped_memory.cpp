// SPDX-License-Identifier: MIT
// Keys leave nothing of themselves behind: not in a block that is freed, not on the stack under a call that signed. Built with
// optimisation, since it is the optimiser that drops wiping and makes copies.
#include <tc3/tc3.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

// The stack is looked at where the test can be sure that it is the stack: the sanitizers keep variables elsewhere.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define STACK_IS_ELSEWHERE
#endif
#endif
#if defined(__linux__) && defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(STACK_IS_ELSEWHERE)
#define LOOK_AT_THE_STACK
#include <ucontext.h>
#endif

namespace {

constexpr std::string_view short_key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
// Longer than a block of SHA-256: HMAC hashes it first.
constexpr std::string_view long_key = "0Zk3vWq8LrT1yBnM5cXs7dHf2gJp4aEuKi9oRwYlQzVtNbCxAmDhSjGePfUIOq6EXAMPLE0123456789EXAMPLE";
constexpr std::string_view token = "q7Rm2Xc9Vb4Nz1Lk8Jh5Gf3Ds6Ap0TokenEXAMPLE";
constexpr tc3::unix_time now{1551113065};

int failures = 0;
const char* under_way = "";  // what the test is doing

// --- what to look for ------------------------------------------------------------------------------------------------

// Bytes to look for, in one of the forms that they take on the way through HMAC and SHA-256.
struct trace {
    const char* name = "";
    const char* form = "";
    std::array<unsigned char, 32> bytes{};
};

// In static memory: neither heap nor stack.
trace traces[96];
std::size_t trace_count = 0;

constexpr std::size_t piece_size = 8;  // so many bytes of a trace in a row are one too many

const trace* trace_at(const unsigned char* memory) {
    for (std::size_t i = 0; i < trace_count; ++i) {
        for (std::size_t first = 0; first + piece_size <= traces[i].bytes.size(); ++first) {
            if (std::memcmp(memory, traces[i].bytes.data() + first, piece_size) == 0) return &traces[i];
        }
    }
    return nullptr;
}

// The first trace in memory, and where.
const trace* find_trace(const unsigned char* memory, std::size_t size, std::size_t& at) {
    for (at = 0; at + piece_size <= size; ++at) {
        if (const trace* found = trace_at(memory + at)) return found;
    }
    return nullptr;
}

void add_trace(const char* name, const char* form, std::string_view text, unsigned pad, std::size_t flip) {
    trace& made = traces[trace_count++];
    made = {name, form, {}};
    for (std::size_t i = 0; i < made.bytes.size(); ++i) {
        made.bytes[i] = static_cast<unsigned char>(static_cast<unsigned char>(text[i ^ flip]) ^ pad);
    }
}

void look_for_words(const char* name, const char* form, const std::uint32_t* words) {
    trace& made = traces[trace_count++];
    made = {name, form, {}};
    std::memcpy(made.bytes.data(), words, made.bytes.size());
}

// The first 32 bytes of a text. SHA-256 reads words of four bytes, most significant first: in memory most machines turn them round.
void look_for(const char* name, std::string_view text) {
    add_trace(name, "", text, 0, 0);
    add_trace(name, ", as words", text, 0, 3);
}

// What SHA-256 has in its hands when it has taken in a first block (FIPS 180-4, 6.2.2). The block can be computed back from the schedule;
// from either of the others follows the state of an HMAC, which is as good as its key.
void look_for_work_on(const char* name, std::string_view block, unsigned pad) {
    constexpr std::array<std::uint32_t, 8> start{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                                 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::uint32_t w[64] = {};
    for (std::size_t i = 0; i < 64; ++i) w[i / 4] = (w[i / 4] << 8) | (static_cast<unsigned char>(block[i]) ^ pad);
    for (std::size_t i = 16; i < 64; ++i) {
        const std::uint32_t a = w[i - 15], b = w[i - 2];
        w[i] = w[i - 16] + (std::rotr(a, 7) ^ std::rotr(a, 18) ^ (a >> 3)) + w[i - 7] + (std::rotr(b, 17) ^ std::rotr(b, 19) ^ (b >> 10));
    }
    std::array<std::uint32_t, 8> s = start;
    for (std::size_t i = 0; i < 64; ++i) {
        const std::uint32_t t1 = s[7] + (std::rotr(s[4], 6) ^ std::rotr(s[4], 11) ^ std::rotr(s[4], 25)) + ((s[4] & s[5]) ^ (~s[4] & s[6])) +
                                 tc3::crypto::detail::round_constants[i] + w[i];
        const std::uint32_t t2 =
            (std::rotr(s[0], 2) ^ std::rotr(s[0], 13) ^ std::rotr(s[0], 22)) + ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
        s = {t1 + t2, s[0], s[1], s[2], s[3] + t1, s[4], s[5], s[6]};
    }
    look_for_words(name, ", message schedule of SHA-256", w + 48);
    look_for_words(name, ", message schedule of SHA-256", w + 56);
    look_for_words(name, ", working variables of SHA-256", s.data());
    for (std::size_t i = 0; i < 8; ++i) s[i] += start[i];
    look_for_words(name, ", state of SHA-256", s.data());
}

void look_for_key(const char* name, std::string_view block) {
    look_for(name, block);
    add_trace(name, ", inner pad of HMAC", block, 0x36, 0);
    add_trace(name, ", inner pad of HMAC, as words", block, 0x36, 3);
    add_trace(name, ", outer pad of HMAC", block, 0x5c, 0);
    add_trace(name, ", outer pad of HMAC, as words", block, 0x5c, 3);
    look_for_work_on(name, block, 0x36);
    look_for_work_on(name, block, 0x5c);
}

std::string_view text_of(const tc3::crypto::sha256_digest& digest) { return {reinterpret_cast<const char*>(digest.data()), digest.size()}; }

// All that the secret key turns into until it signs for the service "faceid", computed step by step.
void look_for_keys_of(std::string_view secret_key) {
    trace_count = 0;
    tc3::crypto::builtin_policy policy;
    tc3::crypto::hmac_key key;
    if (!key.assign("TC3", secret_key, policy)) std::abort();
    look_for("the secret key", secret_key);
    look_for_key("the key of the first HMAC", {reinterpret_cast<const char*>(key.block().data()), key.block().size()});

    constexpr std::pair<const char*, std::string_view> steps[] = {
        {"SecretDate", "2019-02-25"}, {"SecretService", "faceid"}, {"SecretSigning", "tc3_request"}};
    for (const auto& [name, step] : steps) {
        const auto digest = tc3::crypto::hmac_sha256(key, step, policy);
        look_for_key(name, text_of(*digest));
        key.assign(*digest);
    }
}

// --- the heap: each block is searched before it is freed -------------------------------------------------------------

std::size_t freed_blocks = 0;
std::size_t blocks_with_a_trace = 0;
bool report_blocks = true;

// The size stands before each block.
constexpr std::size_t room = alignof(std::max_align_t) > sizeof(std::size_t) ? alignof(std::max_align_t) : sizeof(std::size_t);

void search_block(const unsigned char* block, std::size_t size) {
    std::size_t at = 0;
    const trace* found = find_trace(block, size, at);
    ++freed_blocks;
    if (found == nullptr) return;
    ++blocks_with_a_trace;
    if (report_blocks) std::printf("%s: %s%s, at byte %zu of a freed block of %zu\n", under_way, found->name, found->form, at, size);
}

}  // namespace

TC3_NOINLINE void* operator new(std::size_t size) {
    auto* block = static_cast<unsigned char*>(std::malloc(room + size));
    if (block == nullptr) std::abort();
    std::memcpy(block, &size, sizeof size);
    std::memset(block + room, 0xa5, size);
    return block + room;
}

TC3_NOINLINE void operator delete(void* memory) noexcept {
    if (memory == nullptr) return;
    unsigned char* block = static_cast<unsigned char*>(memory) - room;
    std::size_t size = 0;
    std::memcpy(&size, block, sizeof size);
    search_block(block + room, size);
    std::free(block);
}

void* operator new[](std::size_t size) { return operator new(size); }
void operator delete[](void* memory) noexcept { operator delete(memory); }
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }
void operator delete[](void* memory, std::size_t) noexcept { operator delete(memory); }

namespace {

// The compiler may neither leave a used object out nor know what became of it.
const volatile void* volatile used;

template <class Object>
TC3_NOINLINE void use(Object& object) {
    used = &object;
}

TC3_NOINLINE void a_secret_dies() {
    tc3::secret held(short_key);
    use(held);
}

TC3_NOINLINE void a_copy_dies() {
    const tc3::secret held(short_key);
    tc3::secret copy = held.copy();
    use(copy);
}

TC3_NOINLINE void a_secret_moves() {
    tc3::secret from(short_key);
    use(from);
    tc3::secret to = std::move(from);
    use(to);
}

TC3_NOINLINE void a_secret_is_assigned_over() {
    tc3::secret held(short_key);
    use(held);
    held = tc3::secret("another");
    use(held);
}

TC3_NOINLINE void a_secret_is_assigned_to_another() {
    tc3::secret held("another"), from(short_key);
    use(from);
    held = std::move(from);
    use(held);
}

TC3_NOINLINE void secrets_in_a_list_move_when_it_grows() {
    std::vector<tc3::secret> list;
    for (int i = 0; i < 5; ++i) list.emplace_back(short_key);
    use(list);
    list.erase(list.begin());
    use(list);
}

TC3_NOINLINE void a_credential_dies() {
    tc3::credential held{"id", short_key, token};
    use(held);
}

TC3_NOINLINE void a_credential_is_assigned_over() {
    tc3::credential held{"id", short_key, token};
    use(held);
    held = tc3::credential{"id", "another"};
    use(held);
}

TC3_NOINLINE void a_profile_dies() {
    tc3::client_profile held{.credential = {"id", short_key, token}, .region = "ap-singapore"};
    use(held);
}

TC3_NOINLINE void a_profile_moves() {
    tc3::client_profile from{.credential = {"id", short_key, token}};
    use(from);
    tc3::client_profile to = std::move(from);
    use(to);
}

TC3_NOINLINE void a_profile_is_assigned_over() {
    tc3::client_profile held{.credential = {"id", short_key, token}};
    use(held);
    held = tc3::client_profile{.credential = {"id", "another"}};
    use(held);
}

TC3_NOINLINE void a_key_is_freed_as_it_stands() {
    char* key = new char[short_key.size()];
    std::memcpy(key, short_key.data(), short_key.size());
    use(*key);
    delete[] key;
}

struct action_on_the_heap {
    const char* name;
    void (*act)();
};

void no_block_is_freed_with_a_secret_in_it() {
    trace_count = 0;
    look_for("the secret key", short_key);
    look_for("the token", token);
    constexpr action_on_the_heap actions[] = {
        {"a secret dies", a_secret_dies},
        {"a copy dies", a_copy_dies},
        {"a secret moves", a_secret_moves},
        {"a secret is assigned over", a_secret_is_assigned_over},
        {"a secret is assigned to another", a_secret_is_assigned_to_another},
        {"secrets in a list", secrets_in_a_list_move_when_it_grows},
        {"a credential dies", a_credential_dies},
        {"a credential is assigned over", a_credential_is_assigned_over},
        {"a profile dies", a_profile_dies},
        {"a profile moves", a_profile_moves},
        {"a profile is assigned over", a_profile_is_assigned_over},
    };
    for (const auto& [name, act] : actions) {
        under_way = name;
        freed_blocks = blocks_with_a_trace = 0;
        act();
        if (freed_blocks == 0) std::printf("%s: nothing was freed\n", name);
        if (freed_blocks == 0 || blocks_with_a_trace != 0) ++failures;
    }
}

void the_search_finds_a_key_in_a_freed_block() {
    report_blocks = false;
    blocks_with_a_trace = 0;
    a_key_is_freed_as_it_stands();
    report_blocks = true;
    if (blocks_with_a_trace == 1) return;
    std::puts("a key that was freed as it stood was not found");
    ++failures;
}

// --- the stack: calls run on one of their own, which is searched afterwards ------------------------------------------

#if defined(LOOK_AT_THE_STACK)

constexpr unsigned char untouched = 0xa5;
alignas(64) unsigned char stack[std::size_t{256} * 1024];
ucontext_t here, there;

void run_on_the_stack(void (*act)()) {
    std::memset(stack, untouched, sizeof stack);
    getcontext(&there);
    there.uc_stack.ss_sp = stack;
    there.uc_stack.ss_size = sizeof stack;
    there.uc_link = &here;
    makecontext(&there, act, 0);
    swapcontext(&here, &there);
}

// The caller's: in static memory.
std::string_view secret_key;
std::optional<tc3::signing::signing_key> derived;
bool succeeded = false;

tc3::credential_view who() { return {"AKIDEXAMPLE", secret_key}; }

void derive() {
    const auto scope = tc3::signing::credential_scope::make("faceid", now);
    succeeded = tc3::signing::derive_signing_key(who(), *scope).has_value();
}

void authorize() {
    const tc3::http::header headers[] = {{"content-type", "application/json"}, {"host", "faceid.tencentcloudapi.com"}};
    succeeded = tc3::signing::authorization({.headers = headers}, "faceid", now, who()).has_value();
}

void sign() { succeeded = tc3::signing::sign(*derived, "a string to sign").has_value(); }

void make_a_request() {
    const tc3::client_profile_view profile{.credential = who(), .region = "ap-singapore"};
    succeeded = tc3::make_request(tc3::faceid::apply_liveness_token{.secure_level = "4"}, profile, now).has_value();
}

void make_a_request_at_run_time() {
    const tc3::client_profile_view profile{.credential = who(), .region = "ap-singapore"};
    succeeded = tc3::make_request(tc3::action{"faceid", "2018-03-01", "Any"}, "{}", profile, now).has_value();
}

void leave_the_key_on_the_stack() {
    volatile char copy[64];
    for (std::size_t i = 0; i < sizeof copy; ++i) copy[i] = short_key[i % short_key.size()];
    succeeded = copy[0] == short_key[0];
}

// Each trace once, though it may be there several times.
std::size_t report_traces_on_the_stack() {
    std::size_t count = 0;
    const trace* last = nullptr;
    for (std::size_t at = 0; at + piece_size <= sizeof stack; ++at) {
        const trace* found = trace_at(stack + at);
        if (found == nullptr || found == last) continue;
        std::printf("%s: %s%s, on the stack, %zu bytes under its top\n", under_way, found->name, found->form, sizeof stack - at);
        last = found;
        ++count;
    }
    return count;
}

void expect_a_clean_stack(const char* name, void (*act)()) {
    under_way = name;
    succeeded = false;
    blocks_with_a_trace = 0;
    act();  // once before: at the first call of a function in a shared library its loader spills all registers onto the stack
    run_on_the_stack(act);
    if (!succeeded) std::printf("%s: failed\n", name);
    if (stack[0] != untouched) std::printf("%s: the stack is too small\n", name);
    if (!succeeded || stack[0] != untouched || blocks_with_a_trace + report_traces_on_the_stack() != 0) ++failures;
}

void expect_clean_stacks(std::string_view key, const char* const (&names)[5]) {
    secret_key = key;
    look_for_keys_of(key);
    derived.emplace(*tc3::signing::derive_signing_key(who(), *tc3::signing::credential_scope::make("faceid", now)));
    if (std::memcmp(derived->bytes().data(), traces[trace_count - 6].bytes.data(), 32) != 0) {
        std::puts("the keys to look for are not those that are derived");
        ++failures;
    }
    expect_a_clean_stack(names[0], derive);
    expect_a_clean_stack(names[1], sign);
    expect_a_clean_stack(names[2], authorize);
    expect_a_clean_stack(names[3], make_a_request);
    expect_a_clean_stack(names[4], make_a_request_at_run_time);
}

void no_call_leaves_a_key_on_the_stack() {
    expect_clean_stacks(short_key, {"derive_signing_key", "sign", "authorization", "make_request", "make_request of an action"});
    expect_clean_stacks(long_key, {"derive_signing_key, long key", "sign, long key", "authorization, long key", "make_request, long key",
                                   "make_request of an action, long key"});
}

void the_search_finds_a_key_on_the_stack() {
    look_for_keys_of(short_key);
    run_on_the_stack(leave_the_key_on_the_stack);
    std::size_t at = 0;
    if (find_trace(stack, sizeof stack, at) != nullptr) return;
    std::puts("a key that was left on the stack was not found");
    ++failures;
}

#endif

}  // namespace

int main() {
    no_block_is_freed_with_a_secret_in_it();
    the_search_finds_a_key_in_a_freed_block();
#if defined(LOOK_AT_THE_STACK)
    no_call_leaves_a_key_on_the_stack();
    the_search_finds_a_key_on_the_stack();
#endif
    return failures == 0 ? 0 : 1;
}
