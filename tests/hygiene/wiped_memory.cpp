// SPDX-License-Identifier: MIT
// No part of a key remains in a freed block, or on the stack after a call that signed. Built with optimisation, because the optimiser can
// drop the wiping and make copies. With WITH_OPENSSL the test also searches the heap of OpenSSL.
#include <tc3/tc3.hpp>

#if defined(WITH_OPENSSL)
#include <tc3/adapters/openssl.hpp>

#include <openssl/crypto.h>
#endif

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

// The stack is not searched with the address sanitizer, which keeps variables elsewhere.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define NO_REAL_STACK
#endif
#endif
#if defined(__linux__) && defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(NO_REAL_STACK)
#define SEARCH_THE_STACK
#include <ucontext.h>
#endif

namespace {

constexpr std::string_view short_key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
constexpr std::string_view token = "q7Rm2Xc9Vb4Nz1Lk8Jh5Gf3Ds6Ap0TokenEXAMPLE";

int failures = 0;
bool reporting = true;
const char* current_case = "";

// --- what to search for ----------------------------------------------------------------------------------------------

// Secret bytes, in one of the forms that they have inside HMAC and SHA-256.
struct trace {
    const char* name = "";  // the secret
    const char* form = "";
    std::array<unsigned char, 32> bytes{};
};

constexpr const char* plain = "";

// In static memory, which is not searched.
trace traces[96];
std::size_t trace_count = 0;

constexpr std::size_t piece_size = 8;  // this many consecutive bytes of a trace count as found

const trace* trace_at(const unsigned char* memory) {
    for (std::size_t i = 0; i < trace_count; ++i) {
        for (std::size_t first = 0; first + piece_size <= traces[i].bytes.size(); ++first) {
            if (std::memcmp(memory, traces[i].bytes.data() + first, piece_size) == 0) return &traces[i];
        }
    }
    return nullptr;
}

// Returns the first trace in memory, or null. Sets its position.
const trace* find_trace(const unsigned char* memory, std::size_t size, std::size_t& position) {
    for (position = 0; position + piece_size <= size; ++position) {
        if (const trace* found = trace_at(memory + position)) return found;
    }
    return nullptr;
}

void add_words(const char* name, const char* form, const std::uint32_t* words) {
    trace& added = traces[trace_count++];
    added = {name, form, {}};
    std::memcpy(added.bytes.data(), words, added.bytes.size());
}

// Adds the first 32 bytes of a text, xored with a pad, twice: as bytes, and as the 32-bit words of SHA-256, which are big-endian where most
// machines are little-endian.
void add_text(const char* name, const char* form, const char* form_as_words, std::string_view text, unsigned pad = 0) {
    std::uint32_t words[8] = {};
    trace& added = traces[trace_count++];
    added = {name, form, {}};
    for (std::size_t i = 0; i < added.bytes.size(); ++i) {
        added.bytes[i] = static_cast<unsigned char>(static_cast<unsigned char>(text[i]) ^ pad);
        words[i / 4] = (words[i / 4] << 8) | added.bytes[i];
    }
    add_words(name, form_as_words, words);
}

// --- the heap: each block is searched before it is freed -------------------------------------------------------------

std::size_t freed_blocks = 0;
std::size_t blocks_with_a_trace = 0;

// The size of a block is stored in a header before it.
constexpr std::size_t header_size = alignof(std::max_align_t) > sizeof(std::size_t) ? alignof(std::max_align_t) : sizeof(std::size_t);

void search_block(const unsigned char* block, std::size_t size) {
    std::size_t position = 0;
    const trace* found = find_trace(block, size, position);
    ++freed_blocks;
    if (found == nullptr) return;
    ++blocks_with_a_trace;
    if (reporting) std::printf("%s: %s%s, at byte %zu of a freed block of %zu\n", current_case, found->name, found->form, position, size);
}

}  // namespace

TC3_NOINLINE void* operator new(std::size_t size) {
    auto* block = static_cast<unsigned char*>(std::malloc(header_size + size));
    if (block == nullptr) std::abort();
    std::memcpy(block, &size, sizeof size);
    std::memset(block + header_size, 0xa5, size);
    return block + header_size;
}

TC3_NOINLINE void operator delete(void* memory) noexcept {
    if (memory == nullptr) return;
    unsigned char* block = static_cast<unsigned char*>(memory) - header_size;
    std::size_t size = 0;
    std::memcpy(&size, block, sizeof size);
    search_block(block + header_size, size);
    std::free(block);
}

void* operator new[](std::size_t size) { return operator new(size); }
void operator delete[](void* memory) noexcept { operator delete(memory); }
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }
void operator delete[](void* memory, std::size_t) noexcept { operator delete(memory); }

namespace {

// Assigned by use(), so that the compiler has to create the object and cannot know its later value.
const volatile void* volatile used;

template <class Object>
TC3_NOINLINE void use(Object& object) {
    used = &object;
}

TC3_NOINLINE void destroy_a_secret() {
    tc3::secret held(short_key);
    use(held);
}

TC3_NOINLINE void destroy_a_copy() {
    const tc3::secret held(short_key);
    tc3::secret copy = held.copy();
    use(copy);
}

TC3_NOINLINE void move_a_secret() {
    tc3::secret from(short_key);
    use(from);
    tc3::secret to = std::move(from);
    use(to);
}

TC3_NOINLINE void assign_to_a_secret() {
    tc3::secret held(short_key);
    use(held);
    held = tc3::secret("another");
    use(held);
}

TC3_NOINLINE void move_assign_to_a_secret() {
    tc3::secret held("another"), from(short_key);
    use(from);
    held = std::move(from);
    use(held);
}

TC3_NOINLINE void grow_a_list_of_secrets() {
    std::vector<tc3::secret> list;
    for (int i = 0; i < 5; ++i) list.emplace_back(short_key);
    use(list);
    list.erase(list.begin());
    use(list);
}

TC3_NOINLINE void destroy_a_credential() {
    tc3::credential held{"id", short_key, token};
    use(held);
}

TC3_NOINLINE void assign_to_a_credential() {
    tc3::credential held{"id", short_key, token};
    use(held);
    held = tc3::credential{"id", "another"};
    use(held);
}

TC3_NOINLINE void destroy_a_profile() {
    tc3::client_profile held{.credential = {"id", short_key, token}, .region = "ap-singapore"};
    use(held);
}

TC3_NOINLINE void move_a_profile() {
    tc3::client_profile from{.credential = {"id", short_key, token}};
    use(from);
    tc3::client_profile to = std::move(from);
    use(to);
}

TC3_NOINLINE void assign_to_a_profile() {
    tc3::client_profile held{.credential = {"id", short_key, token}};
    use(held);
    held = tc3::client_profile{.credential = {"id", "another"}};
    use(held);
}

TC3_NOINLINE void free_a_key_without_wiping() {
    char* key = new char[short_key.size()];
    std::memcpy(key, short_key.data(), short_key.size());
    use(*key);
    delete[] key;
}

struct heap_case {
    const char* name;
    void (*run)();
};

void check_freed_blocks() {
    trace_count = 0;
    add_text("the secret key", plain, ", as words", short_key);
    add_text("the token", plain, ", as words", token);
    constexpr heap_case cases[] = {
        {"destroy a secret", destroy_a_secret},
        {"destroy a copy", destroy_a_copy},
        {"move a secret", move_a_secret},
        {"assign to a secret", assign_to_a_secret},
        {"move-assign to a secret", move_assign_to_a_secret},
        {"grow a list of secrets", grow_a_list_of_secrets},
        {"destroy a credential", destroy_a_credential},
        {"assign to a credential", assign_to_a_credential},
        {"destroy a profile", destroy_a_profile},
        {"move a profile", move_a_profile},
        {"assign to a profile", assign_to_a_profile},
    };
    for (const auto& [name, run] : cases) {
        current_case = name;
        freed_blocks = blocks_with_a_trace = 0;
        run();
        if (freed_blocks == 0) std::printf("%s: nothing was freed\n", name);
        if (freed_blocks == 0 || blocks_with_a_trace != 0) ++failures;
    }
}

void check_that_the_search_finds_a_key_in_a_freed_block() {
    reporting = false;
    blocks_with_a_trace = 0;
    free_a_key_without_wiping();
    reporting = true;
    if (blocks_with_a_trace == 1) return;
    std::puts("the search did not find a key in a freed block");
    ++failures;
}

// --- the stack: calls run on a separate stack, which is searched during the call and after it -----------------------

#if defined(SEARCH_THE_STACK)

// Longer than a block of SHA-256, so that HMAC hashes it first.
constexpr std::string_view long_key = "0Zk3vWq8LrT1yBnM5cXs7dHf2gJp4aEuKi9oRwYlQzVtNbCxAmDhSjGePfUIOq6EXAMPLE0123456789EXAMPLE";
constexpr tc3::unix_time now{1551113065};

// Adds the values inside SHA-256 after its first block (FIPS 180-4, 6.2.2). Each is as good as the key: the block follows from the message
// schedule, and the state of an HMAC from the working variables or the state.
void add_sha256_values(const char* name, std::string_view block, unsigned pad) {
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
        const std::uint32_t t1 = s[7] + (std::rotr(s[4], 6) ^ std::rotr(s[4], 11) ^ std::rotr(s[4], 25)) +
                                 ((s[4] & s[5]) ^ (~s[4] & s[6])) + tc3::crypto::detail::round_constants[i] + w[i];
        const std::uint32_t t2 =
            (std::rotr(s[0], 2) ^ std::rotr(s[0], 13) ^ std::rotr(s[0], 22)) + ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
        s = {t1 + t2, s[0], s[1], s[2], s[3] + t1, s[4], s[5], s[6]};
    }
    add_words(name, ", message schedule of SHA-256", w + 48);
    add_words(name, ", message schedule of SHA-256", w + 56);
    add_words(name, ", working variables of SHA-256", s.data());
    for (std::size_t i = 0; i < 8; ++i) s[i] += start[i];
    add_words(name, ", state of SHA-256", s.data());
}

void add_key(const char* name, const tc3::crypto::hmac_key& key) {
    const std::string_view block(reinterpret_cast<const char*>(key.block().data()), key.block().size());
    add_text(name, plain, ", as words", block);
    add_text(name, ", inner pad of HMAC", ", inner pad of HMAC as words", block, 0x36);
    add_text(name, ", outer pad of HMAC", ", outer pad of HMAC as words", block, 0x5c);
    add_sha256_values(name, block, 0x36);
    add_sha256_values(name, block, 0x5c);
}

// Replaces the traces by a secret key and everything that is derived from it to sign for the service "faceid", step by step.
void search_for_keys_of(std::string_view secret_key) {
    trace_count = 0;
    add_text("the secret key", plain, ", as words", secret_key);
    char block[64] = {'T', 'C', '3'};
    if (secret_key.size() > sizeof block) {
        std::memcpy(block + 3, secret_key.data(), sizeof block - 3);
        add_sha256_values("the secret key", {block, sizeof block}, 0);
    }

    tc3::crypto::builtin_policy policy;
    tc3::crypto::hmac_key key;
    if (!key.assign("TC3", secret_key, policy)) std::abort();
    add_key("the key of the first HMAC", key);
    constexpr std::pair<const char*, std::string_view> steps[] = {
        {"SecretDate", "2019-02-25"}, {"SecretService", "faceid"}, {"SecretSigning", "tc3_request"}};
    for (const auto& [name, step] : steps) {
        key.assign(*tc3::crypto::hmac_sha_256(key, step, policy));
        add_key(name, key);
    }
}

bool has_trace(std::string_view name, const tc3::crypto::sha_256_digest& bytes) {
    for (std::size_t i = 0; i < trace_count; ++i) {
        if (traces[i].name == name && std::memcmp(traces[i].bytes.data(), bytes.data(), bytes.size()) == 0) return true;
    }
    return false;
}

constexpr unsigned char untouched = 0xa5;
alignas(64) unsigned char stack[std::size_t{256} * 1024];
ucontext_t test_context, call_context;
void (*call_to_run)() = nullptr;
bool returned = true;

// Set by a call that pauses for a search. Below `live_stack` no trace is allowed. The live part above it is searched only if `search_live`
// is set; it may have keys in plain form, because a caller still uses them, but no other form.
const unsigned char* live_stack = nullptr;
bool search_live = false;

void enter() {
    call_to_run();
    returned = true;
}

std::size_t search_the_stack() {
    std::size_t count = 0;
    const trace* last = nullptr;
    std::size_t position = 0;
    while (position < sizeof stack && stack[position] == untouched) ++position;
    for (; position + piece_size <= sizeof stack; ++position) {
        const bool unused = returned || stack + position < live_stack;
        if (!unused && !search_live) break;
        const trace* found = trace_at(stack + position);
        if (found == nullptr || found == last || (!unused && found->form == plain)) continue;
        if (reporting) {
            const char* when = returned ? "" : ", during the call";
            std::printf("%s%s: %s%s, on the stack, %zu bytes below its top\n", current_case, when, found->name, found->form,
                        sizeof stack - position);
        }
        last = found;
        ++count;
    }
    return count;
}

// Runs a call on the separate stack. Returns the number of traces found.
std::size_t run_on_the_stack(void (*call)()) {
    std::memset(stack, untouched, sizeof stack);
    call_to_run = call;
    returned = false;
    getcontext(&call_context);
    call_context.uc_stack.ss_sp = stack;
    call_context.uc_stack.ss_size = sizeof stack;
    call_context.uc_link = &test_context;
    makecontext(&call_context, enter, 0);
    std::size_t count = 0;
    while (!returned) {
        swapcontext(&test_context, &call_context);
        count += search_the_stack();
    }
    return count;
}

// The built-in policy, with a search of the stack after each call, before the next call overwrites what is left.
class searching_policy {
public:
    bool sha_256_begin() { return policy_.sha_256_begin(); }
    TC3_NOINLINE bool sha_256_update(tc3::bytes_view bytes) {
        const bool ok = update(bytes);
        pause(false);
        return ok;
    }
    TC3_NOINLINE bool sha_256_finish(tc3::crypto::sha_256_digest& digest) {
        const bool ok = finish(digest);
        pause(true);
        return ok;
    }

private:
    TC3_NOINLINE bool update(tc3::bytes_view bytes) { return policy_.sha_256_update(bytes); }
    TC3_NOINLINE bool finish(tc3::crypto::sha_256_digest& digest) { return policy_.sha_256_finish(digest); }
    static void pause(bool search_above) {
        if (returned) return;  // not on the separate stack
        const unsigned char here = 0;
        live_stack = &here;
        search_live = search_above;
        swapcontext(&call_context, &test_context);
    }

    tc3::crypto::builtin_policy policy_;
};

// In static memory, which is not searched.
std::string_view secret_key;
std::optional<tc3::signing::signing_key> derived;
searching_policy searching;
bool succeeded = false;

tc3::credential_view example_credential() { return {"AKIDEXAMPLE", secret_key}; }
auto scope() { return *tc3::signing::credential_scope::make("faceid", now); }

void assign_a_key() {
    static tc3::crypto::hmac_key key;
    tc3::crypto::builtin_policy policy;
    succeeded = key.assign("TC3", secret_key, policy);
}

void destroy_an_unfinished_hash() {
    tc3::crypto::sha_256 hash;
    hash.update(tc3::as_bytes(secret_key));
    use(hash);
    succeeded = true;
}

void derive() { succeeded = tc3::signing::derive_signing_key(example_credential(), scope()).has_value(); }
void derive_and_search() { succeeded = tc3::signing::derive_signing_key(example_credential(), scope(), searching).has_value(); }
void sign() { succeeded = tc3::signing::sign(*derived, "a string to sign").has_value(); }
void sign_and_search() { succeeded = tc3::signing::sign(*derived, "a string to sign", searching).has_value(); }

void authorize() {
    const tc3::http::header headers[] = {{"content-type", "application/json"}, {"host", "faceid.tencentcloudapi.com"}};
    succeeded = tc3::signing::authorization({.headers = headers}, "faceid", now, example_credential()).has_value();
}

void make_a_request() {
    const tc3::client_profile_view profile{.credential = example_credential(), .region = "ap-singapore"};
    succeeded = tc3::make_request(tc3::faceid::apply_liveness_token{.secure_level = "4"}, profile, now).has_value();
}

void make_a_request_with_json() {
    const tc3::client_profile_view profile{.credential = example_credential(), .region = "ap-singapore"};
    succeeded = tc3::make_request({tc3::action{"faceid", "2018-03-01", "Any"}, "{}"}, profile, now).has_value();
}

void expect_no_trace(const char* name, void (*call)()) {
    current_case = name;
    succeeded = false;
    blocks_with_a_trace = 0;
    call();  // the loader of shared libraries saves all registers on the stack at the first call of a function
    std::size_t count = run_on_the_stack(call) + blocks_with_a_trace;
    if (!succeeded) std::printf("%s: failed\n", name);
    if (stack[0] != untouched) std::printf("%s: the stack is too small\n", name);

    std::size_t position = 0;
    if (const trace* found = find_trace(reinterpret_cast<const unsigned char*>(&searching), sizeof searching, position)) {
        std::printf("%s: %s%s, in the policy\n", name, found->name, found->form);
        ++count;
    }
    if (!succeeded || stack[0] != untouched || count != 0) ++failures;
}

void check_the_stack() {
    for (const std::string_view key : {short_key, long_key}) {
        secret_key = key;
        search_for_keys_of(key);
        derived.emplace(*tc3::signing::derive_signing_key(example_credential(), scope()));
        if (!has_trace("SecretSigning", derived->bytes())) {
            std::puts("the traces are not the keys that tc3 derives");
            ++failures;
        }
        expect_no_trace("assign a key of HMAC", assign_a_key);
        expect_no_trace("destroy an unfinished hash", destroy_an_unfinished_hash);
        expect_no_trace("derive_signing_key", derive);
        expect_no_trace("derive_signing_key, searched during the call", derive_and_search);
        expect_no_trace("sign", sign);
        expect_no_trace("sign, searched during the call", sign_and_search);
        expect_no_trace("authorization", authorize);
        expect_no_trace("make_request", make_a_request);
        expect_no_trace("make_request with JSON", make_a_request_with_json);
    }
}

void leave_the_key_on_the_stack() {
    volatile char copy[64];
    for (std::size_t i = 0; i < sizeof copy; ++i) copy[i] = short_key[i % short_key.size()];
    succeeded = copy[0] == short_key[0];
}

void check_that_the_search_finds_a_key_on_the_stack() {
    search_for_keys_of(short_key);
    reporting = false;
    const std::size_t count = run_on_the_stack(leave_the_key_on_the_stack);
    reporting = true;
    if (count != 0) return;
    std::puts("the search did not find a key on the stack");
    ++failures;
}

#endif

// --- OpenSSL: its heap is searched between calls, and each block when it is freed. Its stack is not searched. ---------

#if defined(SEARCH_THE_STACK) && defined(WITH_OPENSSL)

// The live blocks of OpenSSL. Blocks that do not fit into the array are searched only when they are freed.
void* openssl_blocks[16384];

void replace_block(const void* before, void* after) {
    for (void*& block : openssl_blocks) {
        if (block != before) continue;
        block = after;
        return;
    }
}

void* allocate_for_openssl(std::size_t size, const char*, int) {
    void* block = operator new(size);
    replace_block(nullptr, block);
    return block;
}
void free_for_openssl(void* block, const char*, int) {
    if (block == nullptr) return;
    replace_block(block, nullptr);
    operator delete(block);
}
void* reallocate_for_openssl(void* block, std::size_t size, const char* file, int line) {
    void* resized = allocate_for_openssl(size, file, line);
    if (block != nullptr) {
        std::size_t old_size = 0;
        std::memcpy(&old_size, static_cast<unsigned char*>(block) - header_size, sizeof old_size);
        std::memcpy(resized, block, old_size < size ? old_size : size);
    }
    free_for_openssl(block, file, line);
    return resized;
}

// Searches the live blocks as if they were freed.
void search_blocks_of_openssl() {
    for (const void* block : openssl_blocks) {
        if (block == nullptr) continue;
        std::size_t size = 0;
        std::memcpy(&size, static_cast<const unsigned char*>(block) - header_size, sizeof size);
        search_block(static_cast<const unsigned char*>(block), size);
    }
}

using tc3::adapters::openssl_policy;

// Hides the HMAC of OpenSSL, so that tc3 builds HMAC on its hash.
struct without_hmac {
    openssl_policy policy;
    bool sha_256_begin() { return policy.sha_256_begin(); }
    bool sha_256_update(tc3::bytes_view bytes) { return policy.sha_256_update(bytes); }
    bool sha_256_finish(tc3::crypto::sha_256_digest& digest) { return policy.sha_256_finish(digest); }
};

template <class Policy>
void sign_with_openssl() {
    Policy policy;
    const auto key = tc3::signing::derive_signing_key(example_credential(), scope(), policy);
    succeeded = key && tc3::signing::sign(*key, "a string to sign", policy);
    search_blocks_of_openssl();
}

void move_an_openssl_policy() {
    openssl_policy from;
    succeeded = tc3::signing::derive_signing_key(example_credential(), scope(), from).has_value();
    openssl_policy to = std::move(from);
    succeeded = succeeded && tc3::signing::derive_signing_key(example_credential(), scope(), to).has_value();
    search_blocks_of_openssl();
}

void destroy_an_unfinished_hash_of_openssl() {
    openssl_policy policy;
    succeeded = policy.sha_256_begin() && policy.sha_256_update(tc3::as_bytes(secret_key));
}

void restart_a_hash_of_openssl() {
    openssl_policy policy;
    succeeded = policy.sha_256_begin() && policy.sha_256_update(tc3::as_bytes(secret_key)) && policy.sha_256_begin();
    search_blocks_of_openssl();
}

void check_the_heap_of_openssl() {
    constexpr heap_case cases[] = {
        {"sign with OpenSSL", sign_with_openssl<openssl_policy>},
        {"sign with OpenSSL's hash", sign_with_openssl<without_hmac>},
        {"move a policy of OpenSSL", move_an_openssl_policy},
        {"destroy an unfinished hash of OpenSSL", destroy_an_unfinished_hash_of_openssl},
        {"restart a hash of OpenSSL", restart_a_hash_of_openssl},
    };
    for (const std::string_view key : {short_key, long_key}) {
        secret_key = key;
        search_for_keys_of(key);
        for (const auto& [name, run] : cases) {
            current_case = name;
            succeeded = false;
            freed_blocks = blocks_with_a_trace = 0;
            run();
            if (!succeeded || freed_blocks == 0) std::printf("%s: failed\n", name);
            if (!succeeded || freed_blocks == 0 || blocks_with_a_trace != 0) ++failures;
        }
    }
}

void check_that_the_search_finds_a_key_of_openssl() {
    search_for_keys_of(short_key);
    reporting = false;
    blocks_with_a_trace = 0;
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    const bool hashed =
        EVP_DigestInit_ex2(context, EVP_sha256(), nullptr) == 1 && EVP_DigestUpdate(context, short_key.data(), short_key.size()) == 1;
    search_blocks_of_openssl();
    EVP_MD_CTX_free(context);
    reporting = true;
    if (hashed && blocks_with_a_trace == 1) return;
    std::puts("the search did not find a key in the hash of OpenSSL, or OpenSSL did not wipe it");
    ++failures;
}

#endif

}  // namespace

int main() {
#if defined(SEARCH_THE_STACK) && defined(WITH_OPENSSL)
    // Before anything else: OpenSSL accepts these functions only before its first allocation.
    if (CRYPTO_set_mem_functions(allocate_for_openssl, reallocate_for_openssl, free_for_openssl) != 1) return 2;
#endif
    check_freed_blocks();
    check_that_the_search_finds_a_key_in_a_freed_block();
#if defined(SEARCH_THE_STACK)
    check_the_stack();
    check_that_the_search_finds_a_key_on_the_stack();
#endif
#if defined(SEARCH_THE_STACK) && defined(WITH_OPENSSL)
    check_the_heap_of_openssl();
    check_that_the_search_finds_a_key_of_openssl();
#endif
    return failures == 0 ? 0 : 1;
}
