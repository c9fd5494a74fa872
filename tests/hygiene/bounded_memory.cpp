// SPDX-License-Identifier: MIT
// Reading a hostile answer allocates in proportion to its size: counted at operator new, for bodies made to ask for more.
#include "../support/every_kind.hpp"
#include <tc3/tc3.hpp>

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>

namespace {

std::size_t held = 0;  // what is allocated now, and the most that was since begin_counting()
std::size_t most = 0;

// The size stands before each block.
constexpr std::size_t room = alignof(std::max_align_t) > sizeof(std::size_t) ? alignof(std::max_align_t) : sizeof(std::size_t);

}  // namespace

void* operator new(std::size_t size) {
    auto* block = static_cast<unsigned char*>(std::malloc(room + size));
    if (block == nullptr) std::abort();
    *reinterpret_cast<std::size_t*>(block) = size;
    held += size;
    if (held > most) most = held;
    return block + room;
}

void operator delete(void* memory) noexcept {
    if (memory == nullptr) return;
    unsigned char* block = static_cast<unsigned char*>(memory) - room;
    held -= *reinterpret_cast<std::size_t*>(block);
    std::free(block);
}

void* operator new[](std::size_t size) { return operator new(size); }
void operator delete[](void* memory) noexcept { operator delete(memory); }
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }
void operator delete[](void* memory, std::size_t) noexcept { operator delete(memory); }

namespace {

int failures = 0;

constexpr std::size_t fixed = 4096;  // for texts of a fixed size: a field's path, small strings

// The most that is held at a time while an answer is read, the answer included.
template <class Question>
std::size_t peak_of(std::string_view body) {
    const std::size_t before = held;
    most = held;
    static_cast<void>(tc3::parse_body<Question>(body));
    static_cast<void>(tc3::parse_envelope(body));
    if (held != before) {
        std::printf("leaked %zu bytes\n", held - before);
        ++failures;
    }
    return most - before;
}

template <class Question>
void expect_at_most(std::size_t factor, const char* what, const std::string& body) {
    const std::size_t peak = peak_of<Question>(body);
    if (peak <= factor * body.size() + fixed) return;
    std::printf("%s: %zu bytes for a body of %zu, more than %zu times as much\n", what, peak, body.size(), factor);
    ++failures;
}

std::string repeated(std::string_view before, std::string_view piece, std::string_view after) {
    std::string text(before);
    while (text.size() < 1000000) text += piece;
    return text.append(after);
}

void texts_cost_what_they_are_long() {
    using question = tc3::faceid::apply_liveness_token;
    const std::string_view token = R"({"Response":{"SdkToken":")", message = R"({"Response":{"Error":{"Code":"A","Message":")";
    expect_at_most<question>(1, "a long text", repeated(token, "x", "\"}}"));
    expect_at_most<question>(1, "escapes", repeated(token, "\\u4f60", "\"}}"));
    expect_at_most<question>(1, "a long text, cut off", repeated(token, "x", ""));
    expect_at_most<question>(2, "a long text before a fault", repeated(token, "x", "\",\"RequestId\":5}}"));
    expect_at_most<question>(2, "a long message", repeated(message, "x", "\"}}}"));
    expect_at_most<question>(2, "a long request id beside an error",
                             repeated(R"({"Response":{"Error":{"Code":"A"},"RequestId":")", "x", "\"}}"));
    expect_at_most<question>(0, "unknown members", repeated(R"({"Response":{"a":0)", ",\"a\":0", "}}"));
    expect_at_most<question>(0, "unknown text", repeated(R"({"Response":{"New":")", "x", "\"}}"));
    expect_at_most<question>(0, "an unknown list", repeated(R"({"Response":{"New":[0)", ",{}", "]}}"));
    expect_at_most<question>(0, "deep nesting", repeated(R"({"Response":{"New":)", "[", ""));
    expect_at_most<question>(0, "a page", repeated("<html>", "<p>", "</html>"));
    expect_at_most<question>(0, "blanks", repeated("", " ", ""));
    expect_at_most<question>(0, "many answers", repeated("", R"({"Response":{}})", ""));
    expect_at_most<support::every_kind>(1, "base64", repeated(R"({"Response":{"Image":")", "QUJD", "\"}}"));
}

// A list costs its elements, whose size is that of the C++ type; a list that grows holds the old and the new one for a while.
void lists_cost_their_elements() {
    using question = support::every_kind;
    constexpr std::size_t growth = 3;
    expect_at_most<question>(growth * sizeof(std::int64_t) / 2, "a list of numbers", repeated(R"({"Response":{"Numbers":[0)", ",0", "]}}"));
    expect_at_most<question>(growth * sizeof(std::string) / 3, "a list of texts", repeated(R"({"Response":{"Texts":["")", ",\"\"", "]}}"));
    expect_at_most<question>(growth * sizeof(support::item) / 3, "a list of structs",
                             repeated(R"({"Response":{"Items":[{})", ",{}", "]}}"));
    expect_at_most<question>(growth * sizeof(support::item) / 3, "a list of structs, cut off",
                             repeated(R"({"Response":{"Items":[{})", ",{}", ""));
    expect_at_most<question>(growth * sizeof(support::item) / 5, "a list of nothing",
                             repeated(R"({"Response":{"Items":[null)", ",null", "]}}"));
}

// The caller's own question may be hostile too: a script hands on what it was given.
void a_query_costs_no_more_than_a_query_may_have() {
    const std::string json = repeated("{\"" + std::string(500000, 'k') + "\":[0", ",0", "]}");
    const std::size_t before = held;
    most = held;
    const bool made = tc3::make_query(json).has_value();
    if (!made && most - before <= 2 * tc3::largest_query + fixed) return;
    std::printf("a query: %zu bytes\n", most - before);
    ++failures;
}

}  // namespace

int main() {
    texts_cost_what_they_are_long();
    lists_cost_their_elements();
    a_query_costs_no_more_than_a_query_may_have();
    return failures == 0 ? 0 : 1;
}
