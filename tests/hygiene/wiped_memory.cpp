// SPDX-License-Identifier: MIT
// Keys leave nothing of themselves behind: not in a block that is freed, not on the stack under a call that signed. Built with
// optimisation, since it is the optimiser that drops wiping and makes copies. WITH_OPENSSL adds what OpenSSL does on the heap for its
// policy.
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
constexpr std::string_view token = "q7Rm2Xc9Vb4Nz1Lk8Jh5Gf3Ds6Ap0TokenEXAMPLE";

int failures = 0;
bool reporting = true;
const char* under_way = "";  // what the test is doing

// --- what to look for ------------------------------------------------------------------------------------------------

// Bytes to look for, in one of the forms that they take on the way through HMAC and SHA-256.
struct trace {
    const char* name = "";
    const char* form = "";
    std::array<unsigned char, 32> bytes{};
};

constexpr const char* as_it_stands = "";

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

void look_for_words(const char* name, const char* form, const std::uint32_t* words) {
    trace& made = traces[trace_count++];
    made = {name, form, {}};
    std::memcpy(made.bytes.data(), words, made.bytes.size());
}

// The first 32 bytes of a text, changed by the pad, as they stand and as words: SHA-256 reads four bytes, most significant first, where
// most machines have it last.
void look_for(const char* name, const char* form, const char* form_as_words, std::string_view text, unsigned pad = 0) {
    std::uint32_t words[8] = {};
    trace& made = traces[trace_count++];
    made = {name, form, {}};
    for (std::size_t i = 0; i < made.bytes.size(); ++i) {
        made.bytes[i] = static_cast<unsigned char>(static_cast<unsigned char>(text[i]) ^ pad);
        words[i / 4] = (words[i / 4] << 8) | made.bytes[i];
    }
    look_for_words(name, form_as_words, words);
}

// --- the heap: each block is searched before it is freed -------------------------------------------------------------

std::size_t freed_blocks = 0;
std::size_t blocks_with_a_trace = 0;

// The size stands before each block.
constexpr std::size_t room = alignof(std::max_align_t) > sizeof(std::size_t) ? alignof(std::max_align_t) : sizeof(std::size_t);

void search_block(const unsigned char* block, std::size_t size) {
    std::size_t at = 0;
    const trace* found = find_trace(block, size, at);
    ++freed_blocks;
    if (found == nullptr) return;
    ++blocks_with_a_trace;
    if (reporting) std::printf("%s: %s%s, at byte %zu of a freed block of %zu\n", under_way, found->name, found->form, at, size);
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
    look_for("the secret key", as_it_stands, ", as words", short_key);
    look_for("the token", as_it_stands, ", as words", token);
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
    reporting = false;
    blocks_with_a_trace = 0;
    a_key_is_freed_as_it_stands();
    reporting = true;
    if (blocks_with_a_trace == 1) return;
    std::puts("a key that was freed as it stood was not found");
    ++failures;
}

// --- the stack: calls run on one of their own, which is searched afterwards, and in the midst of them ----------------

#if defined(LOOK_AT_THE_STACK)

// Longer than a block of SHA-256: HMAC hashes it first.
constexpr std::string_view long_key = "0Zk3vWq8LrT1yBnM5cXs7dHf2gJp4aEuKi9oRwYlQzVtNbCxAmDhSjGePfUIOq6EXAMPLE0123456789EXAMPLE";
constexpr tc3::unix_time now{1551113065};

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
        const std::uint32_t t1 = s[7] + (std::rotr(s[4], 6) ^ std::rotr(s[4], 11) ^ std::rotr(s[4], 25)) +
                                 ((s[4] & s[5]) ^ (~s[4] & s[6])) + tc3::crypto::detail::round_constants[i] + w[i];
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

void look_for_key(const char* name, const tc3::crypto::hmac_key& key) {
    const std::string_view block(reinterpret_cast<const char*>(key.block().data()), key.block().size());
    look_for(name, as_it_stands, ", as words", block);
    look_for(name, ", inner pad of HMAC", ", inner pad of HMAC as words", block, 0x36);
    look_for(name, ", outer pad of HMAC", ", outer pad of HMAC as words", block, 0x5c);
    look_for_work_on(name, block, 0x36);
    look_for_work_on(name, block, 0x5c);
}

// All that a secret key turns into until it signs for the service "faceid", computed step by step.
void look_for_keys_of(std::string_view secret_key) {
    trace_count = 0;
    look_for("the secret key", as_it_stands, ", as words", secret_key);
    char block[64] = {'T', 'C', '3'};
    if (secret_key.size() > sizeof block) {
        std::memcpy(block + 3, secret_key.data(), sizeof block - 3);
        look_for_work_on("the secret key", {block, sizeof block}, 0);
    }

    tc3::crypto::builtin_policy policy;
    tc3::crypto::hmac_key key;
    if (!key.assign("TC3", secret_key, policy)) std::abort();
    look_for_key("the key of the first HMAC", key);
    constexpr std::pair<const char*, std::string_view> steps[] = {
        {"SecretDate", "2019-02-25"}, {"SecretService", "faceid"}, {"SecretSigning", "tc3_request"}};
    for (const auto& [name, step] : steps) {
        key.assign(*tc3::crypto::hmac_sha256(key, step, policy));
        look_for_key(name, key);
    }
}

bool looks_for(std::string_view name, const tc3::crypto::sha256_digest& bytes) {
    for (std::size_t i = 0; i < trace_count; ++i) {
        if (traces[i].name == name && std::memcmp(traces[i].bytes.data(), bytes.data(), bytes.size()) == 0) return true;
    }
    return false;
}

constexpr unsigned char untouched = 0xa5;
alignas(64) unsigned char stack[std::size_t{256} * 1024];
ucontext_t outside, inside;
void (*act_inside)() = nullptr;
bool returned = true;

// Where a call stands that lets the test look at the stack: what is below is dead. Above, keys may be alive, and nothing made of them.
const unsigned char* dead_below = nullptr;
bool look_above = false;

void enter() {
    act_inside();
    returned = true;
}

std::size_t search_the_stack() {
    std::size_t count = 0;
    const trace* last = nullptr;
    std::size_t at = 0;
    while (at < sizeof stack && stack[at] == untouched) ++at;
    for (; at + piece_size <= sizeof stack; ++at) {
        const bool dead = returned || stack + at < dead_below;
        if (!dead && !look_above) break;
        const trace* found = trace_at(stack + at);
        if (found == nullptr || found == last || (!dead && found->form == as_it_stands)) continue;
        if (reporting) {
            const char* when = returned ? "" : ", in the midst of it";
            std::printf("%s%s: %s%s, on the stack, %zu bytes under its top\n", under_way, when, found->name, found->form,
                        sizeof stack - at);
        }
        last = found;
        ++count;
    }
    return count;
}

// The number of traces found.
std::size_t run_on_the_stack(void (*act)()) {
    std::memset(stack, untouched, sizeof stack);
    act_inside = act;
    returned = false;
    getcontext(&inside);
    inside.uc_stack.ss_sp = stack;
    inside.uc_stack.ss_size = sizeof stack;
    inside.uc_link = &outside;
    makecontext(&inside, enter, 0);
    std::size_t count = 0;
    while (!returned) {
        swapcontext(&outside, &inside);
        count += search_the_stack();
    }
    return count;
}

// The built-in engine, with a look at the stack after each call: before the next one covers up what it left.
class watching_policy {
public:
    bool sha256_begin() { return engine_.sha256_begin(); }
    TC3_NOINLINE bool sha256_update(tc3::bytes_view bytes) {
        const bool ok = update(bytes);
        look(false);
        return ok;
    }
    TC3_NOINLINE bool sha256_finish(tc3::crypto::sha256_digest& digest) {
        const bool ok = finish(digest);
        look(true);
        return ok;
    }

private:
    TC3_NOINLINE bool update(tc3::bytes_view bytes) { return engine_.sha256_update(bytes); }
    TC3_NOINLINE bool finish(tc3::crypto::sha256_digest& digest) { return engine_.sha256_finish(digest); }
    static void look(bool above) {
        if (returned) return;  // not on that stack
        const unsigned char here = 0;
        dead_below = &here;
        look_above = above;
        swapcontext(&inside, &outside);
    }

    tc3::crypto::builtin_policy engine_;
};

// The caller's: in static memory.
std::string_view secret_key;
std::optional<tc3::signing::signing_key> derived;
watching_policy watching;
bool succeeded = false;

tc3::credential_view who() { return {"AKIDEXAMPLE", secret_key}; }
auto scope() { return *tc3::signing::credential_scope::make("faceid", now); }

void take_a_key() {
    static tc3::crypto::hmac_key key;
    tc3::crypto::builtin_policy policy;
    succeeded = key.assign("TC3", secret_key, policy);
}

void drop_a_hash() {
    tc3::crypto::sha256 hash;
    tc3::for_bytes_of(secret_key, [&hash](tc3::bytes_view bytes) { hash.update(bytes); });
    use(hash);
    succeeded = true;
}

void derive() { succeeded = tc3::signing::derive_signing_key(who(), scope()).has_value(); }
void derive_watched() { succeeded = tc3::signing::derive_signing_key(who(), scope(), watching).has_value(); }
void sign() { succeeded = tc3::signing::sign(*derived, "a string to sign").has_value(); }
void sign_watched() { succeeded = tc3::signing::sign(*derived, "a string to sign", watching).has_value(); }

void authorize() {
    const tc3::http::header headers[] = {{"content-type", "application/json"}, {"host", "faceid.tencentcloudapi.com"}};
    succeeded = tc3::signing::authorization({.headers = headers}, "faceid", now, who()).has_value();
}

void make_a_request() {
    const tc3::client_profile_view profile{.credential = who(), .region = "ap-singapore"};
    succeeded = tc3::make_request(tc3::faceid::apply_liveness_token{.secure_level = "4"}, profile, now).has_value();
}

void make_a_request_at_run_time() {
    const tc3::client_profile_view profile{.credential = who(), .region = "ap-singapore"};
    succeeded = tc3::make_request(tc3::action{"faceid", "2018-03-01", "Any"}, "{}", profile, now).has_value();
}

void expect_no_trace(const char* name, void (*act)()) {
    under_way = name;
    succeeded = false;
    blocks_with_a_trace = 0;
    act();  // once before: at the first call of a function in a shared library its loader spills all registers onto the stack
    std::size_t count = run_on_the_stack(act) + blocks_with_a_trace;
    if (!succeeded) std::printf("%s: failed\n", name);
    if (stack[0] != untouched) std::printf("%s: the stack is too small\n", name);

    std::size_t at = 0;
    if (const trace* found = find_trace(reinterpret_cast<const unsigned char*>(&watching), sizeof watching, at)) {
        std::printf("%s: %s%s, in the engine\n", name, found->name, found->form);
        ++count;
    }
    if (!succeeded || stack[0] != untouched || count != 0) ++failures;
}

void no_call_leaves_a_key_on_the_stack() {
    for (const std::string_view key : {short_key, long_key}) {
        secret_key = key;
        look_for_keys_of(key);
        derived.emplace(*tc3::signing::derive_signing_key(who(), scope()));
        if (!looks_for("SecretSigning", derived->bytes())) {
            std::puts("the keys to look for are not those that are derived");
            ++failures;
        }
        expect_no_trace("a key of HMAC", take_a_key);
        expect_no_trace("a hash that is dropped", drop_a_hash);
        expect_no_trace("derive_signing_key", derive);
        expect_no_trace("derive_signing_key with an engine", derive_watched);
        expect_no_trace("sign", sign);
        expect_no_trace("sign with an engine", sign_watched);
        expect_no_trace("authorization", authorize);
        expect_no_trace("make_request", make_a_request);
        expect_no_trace("make_request of an action", make_a_request_at_run_time);
    }
}

void leave_the_key_on_the_stack() {
    volatile char copy[64];
    for (std::size_t i = 0; i < sizeof copy; ++i) copy[i] = short_key[i % short_key.size()];
    succeeded = copy[0] == short_key[0];
}

void the_search_finds_a_key_on_the_stack() {
    look_for_keys_of(short_key);
    reporting = false;
    const std::size_t count = run_on_the_stack(leave_the_key_on_the_stack);
    reporting = true;
    if (count != 0) return;
    std::puts("a key that was left on the stack was not found");
    ++failures;
}

#endif

// --- OpenSSL: its heap is searched while a policy rests, and block by block when it is freed. Its stack is its own affair. --------------

#if defined(LOOK_AT_THE_STACK) && defined(WITH_OPENSSL)

// The blocks that OpenSSL has now; those beyond the list are searched when they are freed only.
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
    void* larger = allocate_for_openssl(size, file, line);
    if (block != nullptr) {
        std::size_t old_size = 0;
        std::memcpy(&old_size, static_cast<unsigned char*>(block) - room, sizeof old_size);
        std::memcpy(larger, block, old_size < size ? old_size : size);
    }
    free_for_openssl(block, file, line);
    return larger;
}

// Searched as if they were freed.
void search_blocks_of_openssl() {
    for (const void* block : openssl_blocks) {
        if (block == nullptr) continue;
        std::size_t size = 0;
        std::memcpy(&size, static_cast<const unsigned char*>(block) - room, sizeof size);
        search_block(static_cast<const unsigned char*>(block), size);
    }
}

using tc3::adapters::openssl_policy;

// OpenSSL's hash under tc3's HMAC.
struct without_hmac {
    openssl_policy policy;
    bool sha256_begin() { return policy.sha256_begin(); }
    bool sha256_update(tc3::bytes_view bytes) { return policy.sha256_update(bytes); }
    bool sha256_finish(tc3::crypto::sha256_digest& digest) { return policy.sha256_finish(digest); }
};

template <class Policy>
void sign_with_openssl() {
    Policy policy;
    const auto key = tc3::signing::derive_signing_key(who(), scope(), policy);
    succeeded = key && tc3::signing::sign(*key, "a string to sign", policy);
    search_blocks_of_openssl();
}

void move_an_openssl_policy() {
    openssl_policy from;
    succeeded = tc3::signing::derive_signing_key(who(), scope(), from).has_value();
    openssl_policy to = std::move(from);
    succeeded = succeeded && tc3::signing::derive_signing_key(who(), scope(), to).has_value();
    search_blocks_of_openssl();
}

void drop_a_hash_of_openssl() {
    openssl_policy policy;
    succeeded = policy.sha256_begin() && policy.sha256_update(tc3::as_bytes(secret_key));
}

void begin_anew_with_openssl() {
    openssl_policy policy;
    succeeded = policy.sha256_begin() && policy.sha256_update(tc3::as_bytes(secret_key)) && policy.sha256_begin();
    search_blocks_of_openssl();
}

void openssl_keeps_no_key_on_the_heap() {
    constexpr action_on_the_heap actions[] = {
        {"sign with OpenSSL", sign_with_openssl<openssl_policy>},     {"sign with OpenSSL's hash", sign_with_openssl<without_hmac>},
        {"a policy of OpenSSL moves", move_an_openssl_policy},        {"a hash of OpenSSL is dropped", drop_a_hash_of_openssl},
        {"a hash of OpenSSL is begun anew", begin_anew_with_openssl},
    };
    for (const std::string_view key : {short_key, long_key}) {
        secret_key = key;
        look_for_keys_of(key);
        for (const auto& [name, act] : actions) {
            under_way = name;
            succeeded = false;
            freed_blocks = blocks_with_a_trace = 0;
            act();
            if (!succeeded || freed_blocks == 0) std::printf("%s: failed\n", name);
            if (!succeeded || freed_blocks == 0 || blocks_with_a_trace != 0) ++failures;
        }
    }
}

void the_search_finds_a_key_that_openssl_has() {
    look_for_keys_of(short_key);
    reporting = false;
    blocks_with_a_trace = 0;
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    const bool hashed =
        EVP_DigestInit_ex2(context, EVP_sha256(), nullptr) == 1 && EVP_DigestUpdate(context, short_key.data(), short_key.size()) == 1;
    search_blocks_of_openssl();
    EVP_MD_CTX_free(context);
    reporting = true;
    if (hashed && blocks_with_a_trace == 1) return;
    std::puts("a key that OpenSSL was hashing was not found, or not wiped when it was freed");
    ++failures;
}

#endif

}  // namespace

int main() {
#if defined(LOOK_AT_THE_STACK) && defined(WITH_OPENSSL)
    // Before anything else: OpenSSL takes no other functions once it has allocated.
    if (CRYPTO_set_mem_functions(allocate_for_openssl, reallocate_for_openssl, free_for_openssl) != 1) return 2;
#endif
    no_block_is_freed_with_a_secret_in_it();
    the_search_finds_a_key_in_a_freed_block();
#if defined(LOOK_AT_THE_STACK)
    no_call_leaves_a_key_on_the_stack();
    the_search_finds_a_key_on_the_stack();
#endif
#if defined(LOOK_AT_THE_STACK) && defined(WITH_OPENSSL)
    openssl_keeps_no_key_on_the_heap();
    the_search_finds_a_key_that_openssl_has();
#endif
    return failures == 0 ? 0 : 1;
}
