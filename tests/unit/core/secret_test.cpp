// SPDX-License-Identifier: MIT
// secret: one owner at a time, and what wipe() writes. That secrets are wiped when they die is seen in hygiene/wiped_memory.cpp.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace {

template <class Secret>
concept viewable_as_temporary = requires { Secret().view(); };

}  // namespace

static_assert(!std::is_copy_constructible_v<tc3::secret>, "copies are made on purpose only");
static_assert(!std::is_copy_assignable_v<tc3::secret>);
static_assert(std::is_nothrow_move_constructible_v<tc3::secret>);
static_assert(std::is_nothrow_move_assignable_v<tc3::secret>);
static_assert(!viewable_as_temporary<tc3::secret>, "the view of a temporary would dangle");
static_assert(!std::is_convertible_v<tc3::secret, std::string_view>, "nothing takes a secret for a text by accident");

TEST_CASE("a secret holds any bytes") {
    for (const std::string_view text :
         {std::string_view(""), std::string_view("a"), std::string_view("a\0b", 3), std::string_view("\xff\x00", 2)}) {
        const tc3::secret held(text);
        CHECK(held.view() == text);
        CHECK(held.empty() == text.empty());
    }
    CHECK(tc3::secret().empty());
    CHECK(tc3::secret().copy().empty());
}

TEST_CASE("a secret has memory of its own") {
    std::string text = "key";
    const tc3::secret held{std::string_view(text)};
    text = "xxx";
    CHECK(held.view() == "key");
}

TEST_CASE("a copy lives by itself") {
    tc3::secret first("key");
    const tc3::secret second = first.copy();
    first = tc3::secret("other");
    CHECK(second.view() == "key");
    CHECK(first.view() == "other");
}

TEST_CASE("moving leaves the source empty") {
    tc3::secret source("key");
    tc3::secret target = std::move(source);
    CHECK(source.empty());  // NOLINT: what a moved-from secret is, is what this tests
    CHECK(source.view().empty());
    CHECK(target.view() == "key");

    tc3::secret assigned("old");
    assigned = std::move(target);
    CHECK(target.empty());  // NOLINT
    CHECK(assigned.view() == "key");
}

TEST_CASE("a secret moved to itself stays") {
    tc3::secret held("key");
    tc3::secret& same = held;
    held = std::move(same);
    CHECK(held.view() == "key");
}

TEST_CASE("wiping zeroes the range and nothing else") {
    for (std::size_t first = 0; first < 20; ++first) {
        for (std::size_t size = 0; first + size <= 40; ++size) {
            std::string memory(40, 'x');
            tc3::wipe(memory.data() + first, size);
            REQUIRE(memory == std::string(first, 'x') + std::string(size, '\0') + std::string(40 - first - size, 'x'));
        }
    }
}
