// SPDX-License-Identifier: MIT
// workspace: random work in it, at every address and every size. What it gives out is apart, aligned and in order, and its count exact.
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

namespace {

// ---- random work --------------------------------------------------------------------------------------------------------------------

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

enum class kind { text, keep, put, list, lend, probe };

/// One step, which may hold others: those between the elements of a list, and those that are given back again.
struct step {
    kind what;
    std::size_t size = 0;  // of a text; of what a lent piece is used for; of a list, its elements
    int type = 0;          // of elements
    std::vector<std::vector<step>> inside = {};
};

constexpr int types = 8;

std::vector<step> random_steps(support::random_input& random, std::size_t depth) {
    std::vector<step> steps;
    for (std::size_t count = random.number(0, depth == 0 ? 5 : 2); count > 0; --count) {
        step next{static_cast<kind>(random.number(0, depth < 3 ? 5 : 2)), random.number(0, random.flip() ? 3 : 20),
                  static_cast<int>(random.number(0, types - 1))};
        if (next.what == kind::list) {
            next.size = random.number(0, 4);
            for (std::size_t i = 0; i < next.size; ++i) next.inside.push_back(random_steps(random, depth + 1));
        }
        if (next.what == kind::probe) next.inside.push_back(random_steps(random, depth + 1));
        steps.push_back(std::move(next));
    }
    return steps;
}

/// Takes the steps, and keeps what ought to stand where.
class worker {
public:
    explicit worker(workspace& space) : space_(space) {}

    void take(const std::vector<step>& steps) {
        for (const step& each : steps) take(each);
    }

    struct block {
        const char* at;
        std::string expected;
    };
    [[nodiscard]] const std::vector<block>& blocks() const { return blocks_; }
    bool sound = true;

private:
    void take(const step& each) {
        switch (each.what) {
            case kind::text: return text(each.size);
            case kind::keep: return keep(each.size);
            case kind::lend: return lend(each.size);
            case kind::probe: return probe(each);
            case kind::put:
            case kind::list: break;
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
        for (char& c : bytes) c = static_cast<char>(seed_ = static_cast<unsigned char>(seed_ * 5 + 17));
        return bytes;
    }
    void have(const void* at, std::string expected) {
        if (at != nullptr && !expected.empty()) blocks_.push_back({static_cast<const char*>(at), std::move(expected)});
    }

    void text(std::size_t size) {
        const std::string bytes = next_bytes(size);
        char* const to = space_.take_text(size);
        require((to != nullptr) == space_.complete() || size == 0);
        if (to != nullptr && size != 0) std::memcpy(to, bytes.data(), size);
        have(to, bytes);
    }
    void keep(std::size_t size) {
        const std::string bytes = next_bytes(size);
        const std::string_view kept = space_.keep(bytes);
        require(kept == (space_.complete() ? std::string_view(bytes) : std::string_view()));
        have(kept.data(), bytes);
    }
    void lend(std::size_t used) {
        const std::size_t available = space_.available();
        const std::span<char> lent = space_.lend();
        require(lent.size() == available && space_.is_lent() && space_.available() == 0);
        const std::string bytes = next_bytes(lent.size());
        if (!lent.empty()) std::memcpy(lent.data(), bytes.data(), lent.size());
        space_.take_back(used);
        require(!space_.is_lent());
        if (used <= lent.size()) have(lent.data(), bytes.substr(0, used));
    }
    void probe(const step& each) {
        const workspace::mark before = space_.position();
        const std::size_t available = space_.available();
        const std::size_t known = blocks_.size();
        take(each.inside[0]);
        look();
        blocks_.erase(blocks_.begin() + static_cast<std::ptrdiff_t>(known), blocks_.end());
        space_.return_to(before);
        require(space_.available() == available && space_.needed() == before.needed);
    }

    template <class T>
    struct object {
        alignas(T) unsigned char bytes[sizeof(T)];
    };
    // An object of arbitrary bytes: nobody looks at its value.
    template <class T>
    std::string next_object(object<T>& made) {
        const std::string bytes = next_bytes(sizeof(T));
        std::memcpy(made.bytes, bytes.data(), sizeof(T));
        return bytes;
    }
    template <class T>
    void objects(const step& each) {
        static_assert(std::is_trivially_copyable_v<object<T>> && sizeof(object<T>) == sizeof(T) && alignof(object<T>) == alignof(T));
        object<T> made;
        if (each.what == kind::put) {
            const std::string bytes = next_object(made);
            const object<T>* const at = space_.put(made);
            require((at != nullptr) == space_.complete() && is_aligned<T>(at));
            return have(at, bytes);
        }
        std::string expected;
        for (const std::vector<step>& before : each.inside) {
            take(before);
            expected += next_object(made);
            space_.push(made);
        }
        const std::span<const object<T>> list = space_.settle<object<T>>(each.size);
        require(list.size() == (space_.complete() ? each.size : 0) && is_aligned<T>(list.data()));
        have(list.data(), expected);
    }
    template <class T>
    static bool is_aligned(const void* at) {
        return reinterpret_cast<std::uintptr_t>(at) % alignof(T) == 0;
    }

    void look() {
        for (const block& each : blocks_) require(std::memcmp(each.at, each.expected.data(), each.expected.size()) == 0);
    }
    void require(bool condition) { sound = sound && condition; }

    workspace& space_;
    std::vector<block> blocks_;
    unsigned char seed_ = 1;
};

struct outcome {
    bool sound = true;
    bool complete = false;
    std::size_t needed = 0;
};

bool lie_apart_within(const std::vector<worker::block>& blocks, const char* memory, std::size_t size) {
    for (const auto& each : blocks) {
        if (each.at < memory || each.at + each.expected.size() > memory + size) return false;
        if (std::memcmp(each.at, each.expected.data(), each.expected.size()) != 0) return false;  // nothing was written over it
    }
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const bool apart =
                blocks[i].at + blocks[i].expected.size() <= blocks[j].at || blocks[j].at + blocks[j].expected.size() <= blocks[i].at;
            if (!apart) return false;
        }
    }
    return true;
}

constexpr auto most = static_cast<std::size_t>(-1);
constexpr std::size_t guard = 32;
constexpr char guard_byte = '\x5a';

outcome work(const std::vector<step>& steps, std::size_t misalignment, std::size_t size) {
    const std::size_t all = guard + misalignment + size + guard;
    alignas(16) static thread_local std::array<char, 8192> memory;
    REQUIRE(all <= memory.size());
    std::memset(memory.data(), guard_byte, all);
    char* const first = memory.data() + guard + misalignment;
    workspace space(std::span<char>(first, size));
    worker hand(space);
    hand.take(steps);
    outcome made{hand.sound && lie_apart_within(hand.blocks(), first, size), space.complete(), space.needed()};
    for (const char* c = memory.data(); c < first; ++c) made.sound = made.sound && *c == guard_byte;
    for (const char* c = first + size; c < memory.data() + all; ++c) made.sound = made.sound && *c == guard_byte;
    return made;
}

std::size_t needed_by(const std::vector<step>& steps) {
    workspace none;
    worker(none).take(steps);
    return none.needed();
}

}  // namespace

TEST_CASE(
    "what is given out lies apart, aligned, in order and within the memory, and what is needed does not depend on where or how large") {
    support::random_input random(71);
    for (int i = 0; i < 400; ++i) {
        const std::vector<step> steps = random_steps(random, 0);
        const std::size_t needed = needed_by(steps);
        CAPTURE(i);
        CAPTURE(needed);
        for (std::size_t misalignment = 0; misalignment < 16; ++misalignment) {
            for (const std::size_t size : {std::size_t{0}, needed / 2, needed - (needed != 0 ? 1 : 0), needed, needed + 1, needed + 40}) {
                const outcome made = work(steps, misalignment, size);
                REQUIRE(made.sound);
                REQUIRE(made.needed == needed);
                REQUIRE(made.complete == (size >= needed));
            }
        }
        const std::size_t misalignment = random.number(0, 15);
        for (std::size_t size = 0; size < needed; ++size) {
            const outcome made = work(steps, misalignment, size);
            REQUIRE(made.sound);
            REQUIRE(made.needed == needed);
            REQUIRE_FALSE(made.complete);
        }
    }
}

TEST_CASE("nothing before or behind the memory is read or written, which a sanitizer would see") {
    support::random_input random(72);
    for (int i = 0; i < 100; ++i) {
        const std::vector<step> steps = random_steps(random, 0);
        const std::size_t needed = needed_by(steps);
        for (const std::size_t size : {needed, needed - (needed != 0 ? 1 : 0), needed / 2}) {
            const auto memory = std::make_unique<char[]>(size);
            workspace space(std::span<char>(memory.get(), size));
            worker hand(space);
            hand.take(steps);
            REQUIRE(hand.sound);
            REQUIRE(space.complete() == (size >= needed));
        }
    }
}

TEST_CASE("lists within lists: the inner ones are settled while the outer one is stacked") {
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

TEST_CASE("memory of any one-byte type will do, and none at all") {
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

    workspace none;
    CHECK(none.size() == 0);
    CHECK(none.complete());
    CHECK(none.lend().empty());
    none.take_back(0);
    CHECK(none.keep("").empty());
    CHECK(none.put('x') == nullptr);
    CHECK(none.keep("abc").data() == nullptr);
    CHECK(none.shortage() == tc3::error{.code = errc::buffer_too_small, .part = "workspace", .needed = 4, .limit = 0});
    CHECK(none.lend().empty());
}

TEST_CASE("what is taken stays where it is until all is cleared") {
    char memory[32];
    workspace space(memory);
    const std::string_view first = space.keep("first");
    static_cast<void>(space.lend());
    space.take_back(5);
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

TEST_CASE("a text may come from what was lent") {
    char memory[16];
    workspace space(memory);
    const std::span<char> lent = space.lend();
    std::memcpy(lent.data(), "..overlapping", 13);
    space.take_back(0);
    CHECK(space.keep(std::string_view(lent.data() + 2, 11)) == "overlapping");
}

TEST_CASE("counting stops at the largest size") {
    alignas(8) char memory[64];
    const auto check_full = [](workspace& space) {
        CHECK(space.needed() == most);
        CHECK_FALSE(space.complete());
        CHECK(space.available() == 0);
        CHECK(space.put(std::uint64_t{1}) == nullptr);
        CHECK(space.take_text(1) == nullptr);
        CHECK(space.take_text(most) == nullptr);
        space.push(std::uint32_t{1});
        CHECK(space.settle<std::uint32_t>(1).empty());
        CHECK(space.lend().empty());
        space.take_back(most);
        CHECK(space.needed() == most);
    };
    for (const bool aligned_before : {false, true}) {
        for (const std::size_t size : {most, most - 1, most - 7, most - 8, most - 9}) {
            workspace space(memory);
            if (aligned_before) static_cast<void>(space.put(std::uint64_t{1}));
            const workspace::mark before = space.position();
            CHECK(space.take_text(size) == nullptr);
            static_cast<void>(space.put(std::uint64_t{1}));
            static_cast<void>(space.put(std::uint64_t{1}));
            check_full(space);
            space.return_to(before);
            CHECK(space.put(std::uint64_t{1}) != nullptr);

            workspace lending(memory);
            static_cast<void>(lending.lend());
            lending.take_back(size);
            static_cast<void>(lending.put(std::uint64_t{1}));
            static_cast<void>(lending.put(std::uint64_t{1}));
            check_full(lending);
        }
    }
}

TEST_CASE("work that turns out to be none is given back whole, its padding and its count included") {
    alignas(8) char memory[64];
    workspace space(std::span<char>(memory + 1, 40));
    static_cast<void>(space.keep("a"));
    const workspace::mark before = space.position();
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
