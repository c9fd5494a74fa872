// SPDX-License-Identifier: MIT
// secret: copies, moves and views; wipe(). hygiene/wiped_memory.cpp checks that the destructor wipes.
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

static_assert(!std::is_copy_constructible_v<tc3::secret>, "only copy() copies a secret");
static_assert(!std::is_copy_assignable_v<tc3::secret>);
static_assert(std::is_nothrow_move_constructible_v<tc3::secret>);
static_assert(std::is_nothrow_move_assignable_v<tc3::secret>);
static_assert(!viewable_as_temporary<tc3::secret>, "the view of a temporary would dangle");
static_assert(!std::is_convertible_v<tc3::secret, std::string_view>, "a secret is never passed as text by accident");

TEST_CASE("a secret keeps any bytes") {
    for (const std::string_view text :
         {std::string_view(""), std::string_view("a"), std::string_view("a\0b", 3), std::string_view("\xff\x00", 2)}) {
        const tc3::secret secret(text);
        CHECK(secret.view() == text);
        CHECK(secret.empty() == text.empty());
    }
    CHECK(tc3::secret().empty());
    CHECK(tc3::secret().copy().empty());
}

TEST_CASE("a secret has memory of its own, separate from its source") {
    std::string text = "key";
    const tc3::secret secret{std::string_view(text)};
    text = "xxx";
    CHECK(secret.view() == "key");
}

TEST_CASE("a copy is independent of its source") {
    tc3::secret first("key");
    const tc3::secret second = first.copy();
    first = tc3::secret("other");
    CHECK(second.view() == "key");
    CHECK(first.view() == "other");
}

TEST_CASE("a move leaves the source empty") {
    tc3::secret source("key");
    tc3::secret target = std::move(source);
    CHECK(source.empty());  // NOLINT: the state after a move is under test
    CHECK(source.view().empty());
    CHECK(target.view() == "key");

    tc3::secret assigned("old");
    assigned = std::move(target);
    CHECK(target.empty());  // NOLINT
    CHECK(assigned.view() == "key");
}

TEST_CASE("self-assignment by move keeps the secret") {
    tc3::secret secret("key");
    tc3::secret& same = secret;
    secret = std::move(same);
    CHECK(secret.view() == "key");
}

TEST_CASE("wipe() sets the bytes of its range to zero and no others") {
    for (std::size_t first = 0; first < 20; ++first) {
        for (std::size_t size = 0; first + size <= 40; ++size) {
            std::string memory(40, 'x');
            tc3::wipe(memory.data() + first, size);
            REQUIRE(memory == std::string(first, 'x') + std::string(size, '\0') + std::string(40 - first - size, 'x'));
        }
    }
}
