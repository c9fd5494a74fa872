// SPDX-License-Identifier: MIT
// workspace: random sequences of operations, at each misalignment and in memory of each size.
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

using tc3::errc;
using tc3::workspace;

static_assert(!std::is_copy_constructible_v<workspace> && !std::is_copy_assignable_v<workspace>);
static_assert(std::is_constructible_v<workspace, std::span<unsigned char>> && std::is_constructible_v<workspace, std::byte (&)[3]>);
static_assert(!std::is_constructible_v<workspace, std::span<const char>> && !std::is_constructible_v<workspace, int (&)[3]>);
static_assert(!std::is_constructible_v<workspace, const char (&)[3]>, "a workspace writes to its memory");
static_assert(!std::is_constructible_v<workspace, const std::array<char, 3>&>);
static_assert(!std::is_constructible_v<workspace, std::span<const char>&>);

namespace {

// ---- random operations ----------------------------------------------------------------------------------------------------------------

struct three_bytes {
    char bytes[3];
};
struct six_bytes {
    std::uint16_t numbers[3];
};
struct with_padding {
    std::uint64_t number;
    std::uint8_t more;
};

enum class tested_operation { text, keep, put, list, lend, attempt };

/// One operation on a workspace.
struct step {
    tested_operation operation;
    std::size_t size = 0;  ///< the size of the text or of the part of the lent memory that is kept; the number of list elements
    int type = 0;          ///< the type of the object or of the list elements: see step_runner::run()
    std::vector<std::vector<step>> nested = {};  ///< the steps before each list element; the steps of an attempt
};

constexpr int types = 8;

std::vector<step> random_steps(support::random_input& random, std::size_t depth) {
    std::vector<step> steps;
    for (std::size_t count = random.number(0, depth == 0 ? 5 : 2); count > 0; --count) {
        // From depth 3 on only text, keep and put, the first three: they have no nested steps.
        const auto operation = static_cast<tested_operation>(random.number(0, depth < 3 ? 5 : 2));
        step next{operation, random.number(0, random.flip() ? 3 : 20), static_cast<int>(random.number(0, types - 1))};
        if (next.operation == tested_operation::list) {
            next.size = random.number(0, 4);
            for (std::size_t i = 0; i < next.size; ++i) next.nested.push_back(random_steps(random, depth + 1));
        }
        if (next.operation == tested_operation::attempt) next.nested.push_back(random_steps(random, depth + 1));
        steps.push_back(std::move(next));
    }
    return steps;
}

/// Runs steps on a workspace, and records the bytes that must be at each address afterwards.
class step_runner {
public:
    explicit step_runner(workspace& space) : space_(space) {}

    void run(const std::vector<step>& steps) {
        for (const step& each : steps) run(each);
    }

    struct block {
        const char* address;
        std::string expected;
    };
    [[nodiscard]] const std::vector<block>& blocks() const { return blocks_; }
    /// Returns whether all results were as documented.
    [[nodiscard]] bool correct() const { return correct_; }

private:
    void run(const step& each) {
        switch (each.operation) {
            case tested_operation::text: return text(each.size);
            case tested_operation::keep: return keep(each.size);
            case tested_operation::lend: return lend(each.size);
            case tested_operation::attempt: return attempt(each);
            case tested_operation::put:
            case tested_operation::list: break;
        }
        switch (each.type) {
            case 0: return objects<char>(each);
            case 1: return objects<three_bytes>(each);
            case 2: return objects<std::uint16_t>(each);
            case 3: return objects<six_bytes>(each);
            case 4: return objects<std::uint32_t>(each);
            case 5: return objects<std::uint64_t>(each);
            case 6: return objects<with_padding>(each);
            default: return objects<std::optional<std::string_view>>(each);
        }
    }

    std::string next_bytes(std::size_t size) {
        std::string bytes(size, '\0');
        for (char& c : bytes) {
            seed_ = static_cast<unsigned char>(seed_ * 5 + 17);
            c = static_cast<char>(seed_);
        }
        return bytes;
    }
    void record(const void* address, std::string expected) {
        if (address != nullptr && !expected.empty()) blocks_.push_back({static_cast<const char*>(address), std::move(expected)});
    }

    void text(std::size_t size) {
        const std::string bytes = next_bytes(size);
        char* const to = space_.take_text(size);
        require((to != nullptr) == space_.complete() || size == 0);
        if (to != nullptr && size != 0) std::memcpy(to, bytes.data(), size);
        record(to, bytes);
    }
    void keep(std::size_t size) {
        const std::string bytes = next_bytes(size);
        const std::string_view kept = space_.keep(bytes);
        require(kept == (space_.complete() ? std::string_view(bytes) : std::string_view()));
        record(kept.data(), bytes);
    }
    void lend(std::size_t used) {
        const std::size_t available = space_.available();
        const std::span<char> lent = space_.lend();
        require(lent.size() == available && space_.is_lent() && space_.available() == 0);
        const std::string bytes = next_bytes(lent.size());
        if (!lent.empty()) std::memcpy(lent.data(), bytes.data(), lent.size());
        space_.end_loan(used);
        require(!space_.is_lent());
        if (used <= lent.size()) record(lent.data(), bytes.substr(0, used));
    }
    // Runs steps and returns to the mark before them.
    void attempt(const step& each) {
        const workspace::mark before = space_.current_mark();
        const std::size_t available = space_.available();
        const std::size_t block_count = blocks_.size();
        run(each.nested[0]);
        check_blocks();
        blocks_.erase(blocks_.begin() + static_cast<std::ptrdiff_t>(block_count), blocks_.end());
        space_.return_to(before);
        require(space_.available() == available && space_.needed() == before.needed);
    }

    template <class T>
    struct object {
        alignas(T) unsigned char bytes[sizeof(T)];
    };
    // Fills an object with arbitrary bytes and returns them. The value of the object is never read.
    template <class T>
    std::string fill(object<T>& value) {
        const std::string bytes = next_bytes(sizeof(T));
        std::memcpy(value.bytes, bytes.data(), sizeof(T));
        return bytes;
    }
    template <class T>
    void objects(const step& each) {
        static_assert(std::is_trivially_copyable_v<object<T>> && sizeof(object<T>) == sizeof(T) && alignof(object<T>) == alignof(T));
        object<T> value;
        if (each.operation == tested_operation::put) {
            const std::string bytes = fill(value);
            const object<T>* const copy = space_.put(value);
            require((copy != nullptr) == space_.complete() && is_aligned<T>(copy));
            return record(copy, bytes);
        }
        std::string expected;
        for (const std::vector<step>& before : each.nested) {
            run(before);
            expected += fill(value);
            space_.push(value);
        }
        const std::span<const object<T>> list = space_.settle<object<T>>(each.size);
        require(list.size() == (space_.complete() ? each.size : 0) && is_aligned<T>(list.data()));
        record(list.data(), expected);
    }
    template <class T>
    static bool is_aligned(const void* address) {
        return reinterpret_cast<std::uintptr_t>(address) % alignof(T) == 0;
    }

    void check_blocks() {
        for (const block& each : blocks_) require(std::memcmp(each.address, each.expected.data(), each.expected.size()) == 0);
    }
    void require(bool condition) { correct_ = correct_ && condition; }

    workspace& space_;
    std::vector<block> blocks_;
    bool correct_ = true;
    unsigned char seed_ = 1;
};

struct run_result {
    bool correct = true;
    bool complete = false;
    std::size_t needed = 0;
};

// Returns whether the blocks hold the expected bytes, do not overlap, and are within the memory.
bool are_separate_and_within(const std::vector<step_runner::block>& blocks, const char* memory, std::size_t size) {
    const auto end_of = [](const step_runner::block& block) { return block.address + block.expected.size(); };
    for (const auto& each : blocks) {
        if (each.address < memory || end_of(each) > memory + size) return false;
        if (std::memcmp(each.address, each.expected.data(), each.expected.size()) != 0) return false;
    }
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (end_of(blocks[i]) > blocks[j].address && end_of(blocks[j]) > blocks[i].address) return false;
        }
    }
    return true;
}

constexpr auto largest_size = static_cast<std::size_t>(-1);
constexpr std::size_t guard = 32;
constexpr char guard_byte = '\x5a';

// Runs steps in memory of a size and misalignment, between guard bytes.
run_result run_in(std::size_t size, std::size_t misalignment, const std::vector<step>& steps) {
    const std::size_t total = guard + misalignment + size + guard;
    alignas(16) static std::array<char, 8192> memory;
    REQUIRE(total <= memory.size());
    std::memset(memory.data(), guard_byte, total);
    char* const first = memory.data() + guard + misalignment;
    workspace space(std::span<char>(first, size));
    step_runner runner(space);
    runner.run(steps);
    run_result result{runner.correct() && are_separate_and_within(runner.blocks(), first, size), space.complete(), space.needed()};
    for (const char* c = memory.data(); c < first; ++c) result.correct = result.correct && *c == guard_byte;
    for (const char* c = first + size; c < memory.data() + total; ++c) result.correct = result.correct && *c == guard_byte;
    return result;
}

std::size_t needed_by(const std::vector<step>& steps) {
    workspace without_memory;
    step_runner(without_memory).run(steps);
    return without_memory.needed();
}

}  // namespace

TEST_CASE("workspace hands out separate, aligned, ordered memory, and needs the same size at each address and in memory of each size") {
    support::random_input random(71);
    for (int i = 0; i < 400; ++i) {
        const std::vector<step> steps = random_steps(random, 0);
        const std::size_t needed = needed_by(steps);
        CAPTURE(i);
        CAPTURE(needed);
        for (std::size_t misalignment = 0; misalignment < 16; ++misalignment) {
            for (const std::size_t size : {std::size_t{0}, needed / 2, needed - (needed != 0 ? 1 : 0), needed, needed + 1, needed + 40}) {
                const run_result result = run_in(size, misalignment, steps);
                REQUIRE(result.correct);
                REQUIRE(result.needed == needed);
                REQUIRE(result.complete == (size >= needed));
            }
        }
        const std::size_t misalignment = random.number(0, 15);
        for (std::size_t size = 0; size < needed; ++size) {
            const run_result result = run_in(size, misalignment, steps);
            REQUIRE(result.correct);
            REQUIRE(result.needed == needed);
            REQUIRE_FALSE(result.complete);
        }
    }
}

TEST_CASE("workspace accesses no byte outside its memory, as a sanitizer can tell") {
    support::random_input random(72);
    for (int i = 0; i < 100; ++i) {
        const std::vector<step> steps = random_steps(random, 0);
        const std::size_t needed = needed_by(steps);
        for (const std::size_t size : {needed, needed - (needed != 0 ? 1 : 0), needed / 2}) {
            const auto memory = std::make_unique<char[]>(size);
            workspace space(std::span<char>(memory.get(), size));
            step_runner runner(space);
            runner.run(steps);
            REQUIRE(runner.correct());
            REQUIRE(space.complete() == (size >= needed));
        }
    }
}

TEST_CASE("settle() makes inner lists while the elements of an outer list are on the stack") {
    alignas(8) char memory[1000];
    for (std::size_t misalignment = 0; misalignment < 8; ++misalignment) {
        workspace space(std::span<char>(memory + misalignment, sizeof memory - misalignment));
        for (std::uint32_t outer = 0; outer < 5; ++outer) {
            for (std::uint32_t inner = 0; inner < outer; ++inner) {
                static_cast<void>(space.keep("odd"));
                space.push(10 * outer + inner);
            }
            space.push(space.settle<std::uint32_t>(outer));
        }
        const auto lists = space.settle<std::span<const std::uint32_t>>(5);
        REQUIRE(lists.size() == 5);
        for (std::uint32_t outer = 0; outer < 5; ++outer) {
            REQUIRE(lists[outer].size() == outer);
            for (std::uint32_t inner = 0; inner < outer; ++inner) CHECK(lists[outer][inner] == 10 * outer + inner);
        }
    }
}

TEST_CASE("workspace takes memory of any one-byte type, or no memory") {
    const auto keeps = [](auto&& space) { return space.keep("abc") == "abc" && space.size() == 3 && space.available() == 0; };
    char chars[3];
    unsigned char octets[3];
    std::byte bytes[3];
    std::vector<char> vector(3);
    CHECK(keeps(workspace(chars)));
    CHECK(keeps(workspace(octets)));
    CHECK(keeps(workspace(bytes)));
    std::array<char, 3> array{};
    CHECK(keeps(workspace(std::span(vector))));
    CHECK(keeps(workspace(vector)));
    CHECK(keeps(workspace(array)));

    workspace empty;
    CHECK(empty.size() == 0);
    CHECK(empty.complete());
    CHECK(empty.lend().empty());
    empty.end_loan(0);
    CHECK(empty.keep("").empty());
    CHECK(empty.put('x') == nullptr);
    CHECK(empty.keep("abc").data() == nullptr);
    CHECK(empty.shortage() == tc3::error{.code = errc::buffer_too_small, .part = "workspace", .needed = 4, .limit = 0});
    CHECK(empty.lend().empty());
}

TEST_CASE("memory stays valid until clear()") {
    char memory[32];
    workspace space(memory);
    const std::string_view first = space.keep("first");
    static_cast<void>(space.lend());
    space.end_loan(5);
    const std::string_view second = space.keep("second");
    CHECK(first == "first");
    CHECK(second == "second");
    CHECK(space.needed() == 16);
    CHECK(space.available() == 16);
    static_cast<void>(space.keep(std::string(100, 'x')));
    CHECK_FALSE(space.complete());
    CHECK(space.available() == 0);
    CHECK(space.needed() == 116);
    CHECK(first == "first");
    static_cast<void>(space.lend());
    space.clear();
    CHECK(space.complete());
    CHECK_FALSE(space.is_lent());
    CHECK(space.available() == 32);
    CHECK(space.keep("again").data() == memory);
}

TEST_CASE("keep() accepts a text that overlaps its copy in memory that was lent") {
    char memory[16];
    workspace space(memory);
    const std::span<char> lent = space.lend();
    std::memcpy(lent.data(), "..overlapping", 13);
    space.end_loan(0);
    CHECK(space.keep(std::string_view(lent.data() + 2, 11)) == "overlapping");
}

TEST_CASE("needed() stops at the largest size") {
    alignas(8) char memory[64];
    const auto check_exhausted = [](workspace& space) {
        CHECK(space.needed() == largest_size);
        CHECK_FALSE(space.complete());
        CHECK(space.available() == 0);
        CHECK(space.put(std::uint64_t{1}) == nullptr);
        CHECK(space.take_text(1) == nullptr);
        CHECK(space.take_text(largest_size) == nullptr);
        space.push(std::uint32_t{1});
        CHECK(space.settle<std::uint32_t>(1).empty());
        CHECK(space.lend().empty());
        space.end_loan(largest_size);
        CHECK(space.needed() == largest_size);
    };
    for (const bool aligned_before : {false, true}) {
        for (const std::size_t size : {largest_size, largest_size - 1, largest_size - 7, largest_size - 8, largest_size - 9}) {
            workspace space(memory);
            if (aligned_before) static_cast<void>(space.put(std::uint64_t{1}));
            const workspace::mark before = space.current_mark();
            CHECK(space.take_text(size) == nullptr);
            static_cast<void>(space.put(std::uint64_t{1}));
            static_cast<void>(space.put(std::uint64_t{1}));
            check_exhausted(space);
            space.return_to(before);
            CHECK(space.put(std::uint64_t{1}) != nullptr);

            workspace lending(memory);
            static_cast<void>(lending.lend());
            lending.end_loan(size);
            static_cast<void>(lending.put(std::uint64_t{1}));
            static_cast<void>(lending.put(std::uint64_t{1}));
            check_exhausted(lending);
        }
    }
}

TEST_CASE("return_to() gives back memory and padding, and restores needed()") {
    alignas(8) char memory[64];
    workspace space(std::span<char>(memory + 1, 40));
    static_cast<void>(space.keep("a"));
    const workspace::mark before = space.current_mark();
    for (int i = 0; i < 3; ++i) {
        CHECK(space.put(std::uint64_t{7}) != nullptr);
        space.push(std::uint16_t{1});
        CHECK(space.take_text(1000) == nullptr);
        space.return_to(before);
        CHECK(space.complete());
        CHECK(space.needed() == 1);
        CHECK(space.available() == 39);
    }
    CHECK(space.keep(std::string(39, 'x')).size() == 39);
}
