// SPDX-License-Identifier: MIT
// box: a nested struct outside its owner, with the value semantics of one inside.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <concepts>
#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace {

struct tree;

// Made, moved and destroyed while `tree` is incomplete to whoever reads the declaration.
struct grove {
    tc3::box<tree> first = {};
    std::vector<tc3::box<tree>> more = {};
};

struct tree {
    std::string name;
    tc3::box<tree> child = {};
};

struct large {
    char bytes[1000] = {};
};
struct twenty_nested {
    tc3::box<large> nested[20] = {};
};

struct counted {
    static inline int alive = 0;
    counted() { ++alive; }
    counted(const counted&) { ++alive; }
    counted(counted&&) noexcept { ++alive; }
    counted& operator=(const counted&) = default;
    counted& operator=(counted&&) = default;
    ~counted() { --alive; }
};

}  // namespace

static_assert(sizeof(tc3::box<large>) == sizeof(void*));
static_assert(sizeof(twenty_nested) == 20 * sizeof(void*));
static_assert(std::is_nothrow_move_constructible_v<tc3::box<tree>>);
static_assert(std::is_nothrow_default_constructible_v<tc3::box<tree>>);
static_assert(std::convertible_to<tree, tc3::box<tree>>);
static_assert(tc3::optional_like<tc3::box<tree>>);

TEST_CASE("a box is empty until it is given a value") {
    tc3::box<tree> made;
    CHECK_FALSE(made.has_value());
    CHECK_FALSE(made);
    made.emplace().name = "a";
    REQUIRE(made.has_value());
    CHECK(made->name == "a");
    CHECK((*made).name == "a");
    CHECK(made.emplace().name.empty());  // a fresh value, not the old one
    made.reset();
    CHECK_FALSE(made);
}

TEST_CASE("a struct can be assigned to its box") {
    tc3::box<tree> made = tree{.name = "a"};
    CHECK(made->name == "a");
    made = tree{.name = "b", .child = tree{.name = "c"}};
    CHECK(made->name == "b");
    CHECK(made->child->name == "c");
    made = {};
    CHECK_FALSE(made);
}

TEST_CASE("a copy is deep") {
    const tc3::box<tree> first = tree{.name = "a", .child = tree{.name = "b"}};
    tc3::box<tree> second = first;
    second->name = "x";
    second->child->name = "y";
    CHECK(first->name == "a");
    CHECK(first->child->name == "b");
    CHECK(&*first != &*second);

    tc3::box<tree> third = tree{.name = "old"};
    third = first;
    CHECK(third->child->name == "b");
    CHECK(&*third->child != &*first->child);
    third = tc3::box<tree>();
    CHECK_FALSE(third);
}

TEST_CASE("moving takes the value and leaves an empty box") {
    tc3::box<tree> first = tree{.name = "a"};
    const tree* const at = &*first;
    tc3::box<tree> second = std::move(first);
    CHECK(&*second == at);
    CHECK_FALSE(first);  // NOLINT: what a moved-from box is, is what this tests
    tc3::box<tree> third;
    third = std::move(second);
    CHECK(&*third == at);
    CHECK_FALSE(second);  // NOLINT
}

TEST_CASE("a box may be assigned to itself, and its own inside to it") {
    tc3::box<tree> made = tree{.name = "a", .child = tree{.name = "b", .child = tree{.name = "c"}}};
    tc3::box<tree>& same = made;
    made = same;
    CHECK(made->name == "a");
    made = std::move(same);
    REQUIRE(made);
    CHECK(made->child->child->name == "c");
    made = made->child;
    CHECK(made->name == "b");
    made = std::move(made->child);
    REQUIRE(made);
    CHECK(made->name == "c");
    CHECK_FALSE(made->child);
}

TEST_CASE("a box of a type that is declared later") {
    grove made;
    made.first = tree{.name = "a"};
    made.more.emplace_back(tree{.name = "b"});
    const grove copy = made;
    made.first->name = "x";
    CHECK(copy.first->name == "a");
    CHECK(copy.more[0]->name == "b");
}

TEST_CASE("every value dies once") {
    {
        tc3::box<counted> first = counted();
        tc3::box<counted> second = first;
        CHECK(counted::alive == 2);
        second = first;
        CHECK(counted::alive == 2);
        first.emplace();
        CHECK(counted::alive == 2);
        second = std::move(first);
        CHECK(counted::alive == 1);
        second.reset();
        CHECK(counted::alive == 0);
        first = counted();
    }
    CHECK(counted::alive == 0);
}
