// SPDX-License-Identifier: MIT
// workspace_loan: what is taken after end(), and what is given back without it.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>

using tc3::workspace;
using tc3::workspace_loan;

static_assert(!std::is_copy_constructible_v<workspace_loan> && !std::is_copy_assignable_v<workspace_loan>);

TEST_CASE("workspace_loan lends all free memory, and end() takes the part that was used") {
    for (std::size_t size = 3; size <= 40; ++size) {
        for (std::size_t used = 0; used <= size - 3; ++used) {
            alignas(8) char memory[40];
            workspace space(std::span<char>(memory, size));
            const std::string_view text = space.keep("abc");
            workspace_loan loan(space, space.current_mark());
            REQUIRE(space.is_lent());
            REQUIRE(space.available() == 0);
            REQUIRE(loan.memory().size() == size - 3);
            for (char& c : loan.memory()) c = 'x';
            loan.end(used);
            REQUIRE_FALSE(space.is_lent());
            REQUIRE(space.complete());
            REQUIRE(space.needed() == 3 + used);
            REQUIRE(space.available() == size - 3 - used);
            REQUIRE(text == "abc");
        }
    }
}

TEST_CASE("workspace_loan counts what did not fit into the lent memory") {
    char memory[10];
    workspace space(memory);
    workspace_loan loan(space, space.current_mark());
    loan.end(25);
    CHECK_FALSE(space.complete());
    CHECK(space.needed() == 25);
    CHECK(space.shortage() == tc3::error{.code = tc3::errc::buffer_too_small, .part = "workspace", .needed = 25, .limit = 10});
}

TEST_CASE("workspace_loan without end() gives back the lent memory and all that was taken since the mark") {
    for (std::size_t kept = 0; kept <= 8; ++kept) {
        for (std::size_t taken = 0; taken <= 8; ++taken) {
            alignas(8) char memory[64];
            workspace space(std::span<char>(memory + 1, 50));
            static_cast<void>(space.take_text(kept));
            const workspace::mark before = space.current_mark();
            const std::size_t available = space.available();
            static_cast<void>(space.take_text(taken));
            static_cast<void>(space.put(std::uint64_t{1}));
            {
                const workspace_loan loan(space, before);
                REQUIRE(space.is_lent());
                for (char& c : loan.memory()) c = 'x';
            }
            REQUIRE_FALSE(space.is_lent());
            REQUIRE(space.complete());
            REQUIRE(space.available() == available);
            REQUIRE(space.needed() == kept);
        }
    }
}

#ifndef DOCTEST_CONFIG_NO_EXCEPTIONS
TEST_CASE("workspace_loan gives the memory back when an exception passes") {
    char memory[16];
    workspace space(memory);
    const workspace::mark before = space.current_mark();
    const auto fail = [&] {
        const workspace_loan loan(space, before);
        throw 1;
    };
    CHECK_THROWS_AS(fail(), int);
    CHECK_FALSE(space.is_lent());
    CHECK(space.available() == 16);
}
#endif

TEST_CASE("text in memory of a workspace_loan becomes part of the workspace") {
    char memory[16];
    workspace space(memory);
    workspace_loan loan(space, space.current_mark());
    const std::span<char> lent = loan.memory();
    std::memcpy(lent.data(), "response", 8);
    loan.end(8);
    CHECK(space.keep("next").data() == lent.data() + 8);
    CHECK(std::string_view(lent.data(), 8) == "response");
}
