// SPDX-License-Identifier: MIT
// box: value semantics of a nested struct on the heap.
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

// Declared while `tree` is incomplete.
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

TEST_CASE("a box is empty until it gets a value") {
    tc3::box<tree> box;
    CHECK_FALSE(box.has_value());
    CHECK_FALSE(box);
    box.emplace().name = "a";
    REQUIRE(box.has_value());
    CHECK(box->name == "a");
    CHECK((*box).name == "a");
    CHECK(box.emplace().name.empty());  // a new value, not the old one
    box.reset();
    CHECK_FALSE(box);
}

TEST_CASE("a struct can be assigned to a box") {
    tc3::box<tree> box = tree{.name = "a"};
    CHECK(box->name == "a");
    box = tree{.name = "b", .child = tree{.name = "c"}};
    CHECK(box->name == "b");
    CHECK(box->child->name == "c");
    box = {};
    CHECK_FALSE(box);
}

TEST_CASE("a copy of a box is deep") {
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

TEST_CASE("a moved-from box is empty") {
    tc3::box<tree> first = tree{.name = "a"};
    const tree* const address = &*first;
    tc3::box<tree> second = std::move(first);
    CHECK(&*second == address);
    CHECK_FALSE(first);  // NOLINT: tests the moved-from box
    tc3::box<tree> third;
    third = std::move(second);
    CHECK(&*third == address);
    CHECK_FALSE(second);  // NOLINT
}

TEST_CASE("a box can be assigned to itself, and a box in its value to it") {
    tc3::box<tree> box = tree{.name = "a", .child = tree{.name = "b", .child = tree{.name = "c"}}};
    tc3::box<tree>& same = box;
    box = same;
    CHECK(box->name == "a");
    box = std::move(same);
    REQUIRE(box);
    CHECK(box->child->child->name == "c");
    box = box->child;
    CHECK(box->name == "b");
    box = std::move(box->child);
    REQUIRE(box);
    CHECK(box->name == "c");
    CHECK_FALSE(box->child);
}

TEST_CASE("a box of an incomplete type can be declared") {
    grove original;
    original.first = tree{.name = "a"};
    original.more.emplace_back(tree{.name = "b"});
    const grove copy = original;
    original.first->name = "x";
    CHECK(copy.first->name == "a");
    CHECK(copy.more[0]->name == "b");
}

TEST_CASE("destroys every value once") {
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
