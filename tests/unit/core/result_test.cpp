// SPDX-License-Identifier: MIT
// result: a value or a reason, and whatever is copied, moved or assigned is destroyed exactly once.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

// A result of another kind is no value, though it converts to bool, as all of them do.
static_assert(!std::is_constructible_v<tc3::result<bool, int>, tc3::result<long, int>>);
static_assert(!std::is_constructible_v<tc3::result<bool, int>, tc3::result<void, int>>);
// What its value converts from only when asked, a result converts from only when asked.
static_assert(!std::is_convertible_v<int, tc3::result<std::unique_ptr<int>, int>>);
static_assert(!std::is_convertible_v<int*, tc3::result<std::unique_ptr<int>, int>>);
static_assert(std::is_constructible_v<tc3::result<std::unique_ptr<int>, int>, int*>);

namespace {

// Counts how many of its kind are alive.
class tracked {
public:
    explicit tracked(int value) : value_(value) { ++alive; }
    tracked(const tracked& other) : value_(other.value_) { ++alive; }
    tracked(tracked&& other) noexcept : value_(std::exchange(other.value_, -1)) { ++alive; }
    tracked& operator=(const tracked&) = default;
    tracked& operator=(tracked&& other) noexcept {
        value_ = std::exchange(other.value_, -1);
        return *this;
    }
    ~tracked() { --alive; }

    [[nodiscard]] int value() const { return value_; }

    static inline int alive = 0;

private:
    int value_;
};

struct error {
    tracked inner{0};
};

using tracked_result = tc3::result<tracked, error>;

tracked_result make(bool good, int value) {
    if (good) return tracked(value);
    return tc3::unexpected(error{tracked(value)});
}

int value_in(const tracked_result& held) { return held ? held->value() : held.error().inner.value(); }

constexpr tc3::result<int, tc3::errc> half(int number) {
    if (number % 2 != 0) return tc3::unexpected(tc3::errc::out_of_range);
    return number / 2;
}

}  // namespace

TEST_CASE("a result holds its value") {
    const auto good = half(8);
    REQUIRE(good);
    CHECK(good.has_value());
    CHECK(*good == 4);
    CHECK(good.value_or(7) == 4);
}

TEST_CASE("a result holds its error") {
    const auto bad = half(9);
    REQUIRE_FALSE(bad);
    CHECK_FALSE(bad.has_value());
    CHECK(bad.error() == tc3::errc::out_of_range);
    CHECK(bad.value_or(7) == 7);
}

TEST_CASE("a result tells value from error where both have one type") {
    const tc3::result<int, int> good = 1;
    const tc3::result<int, int> bad = tc3::unexpected(1);
    CHECK(good.has_value());
    CHECK_FALSE(bad.has_value());
    CHECK(bad.error() == 1);
}

TEST_CASE("a result of text is made from what text is made from") {
    const tc3::result<std::string, tc3::error> from_literal = "abc";
    const tc3::result<std::string_view, tc3::error> from_view = std::string_view("abc");
    CHECK(*from_literal == "abc");
    CHECK(*from_view == "abc");
    CHECK(from_literal->size() == 3);
}

TEST_CASE("a result hands out what can only be moved") {
    tc3::result<std::unique_ptr<int>, tc3::error> held = std::make_unique<int>(5);
    tc3::result<std::unique_ptr<int>, tc3::error> moved = std::move(held);
    const std::unique_ptr<int> taken = *std::move(moved);
    REQUIRE(taken);
    CHECK(*taken == 5);

    tc3::result<int, std::unique_ptr<int>> failed = tc3::unexpected(std::make_unique<int>(6));
    const std::unique_ptr<int> reason = std::move(failed).error();
    CHECK(*reason == 6);
}

TEST_CASE("copies and moves leave nothing alive") {
    for (const bool good : {true, false}) {
        {
            const tracked_result first = make(good, 1);
            const tracked_result copy = first;
            tracked_result source = make(good, 2);
            const tracked_result moved = std::move(source);
            CHECK(value_in(first) == 1);
            CHECK(value_in(copy) == 1);
            CHECK(value_in(moved) == 2);
            CHECK(copy.has_value() == good);
            CHECK(moved.has_value() == good);
        }
        CHECK(tracked::alive == 0);
    }
}

TEST_CASE("any result is assigned to any other") {
    for (const bool to_good : {true, false}) {
        for (const bool from_good : {true, false}) {
            {
                tracked_result to = make(to_good, 1);
                const tracked_result from = make(from_good, 2);
                to = from;
                CHECK(to.has_value() == from_good);
                CHECK(value_in(to) == 2);
                CHECK(value_in(from) == 2);
                to = make(to_good, 3);
                CHECK(to.has_value() == to_good);
                CHECK(value_in(to) == 3);
                const tracked_result& same = to;
                to = same;
                CHECK(value_in(to) == 3);
            }
            CHECK(tracked::alive == 0);
        }
    }
}

TEST_CASE("value_or moves out of a result that dies") {
    CHECK(make(true, 4).value_or(tracked(9)).value() == 4);
    CHECK(make(false, 4).value_or(tracked(9)).value() == 9);
    CHECK(tracked::alive == 0);
}

TEST_CASE("a result without a value is success or the reason for a failure") {
    const tc3::result<void, tc3::error> good;
    const tc3::result<void, tc3::error> bad = tc3::unexpected(tc3::error{.code = tc3::errc::missing});
    CHECK(good);
    CHECK(good.has_value());
    REQUIRE_FALSE(bad);
    CHECK(bad.error().code == tc3::errc::missing);
}

TEST_CASE("a value can be made in its place") {
    struct self_aware {
        self_aware() = default;
        self_aware(const self_aware&) = delete;
        self_aware& operator=(const self_aware&) = delete;
        const self_aware* self = this;
    };
    const tc3::result<self_aware, std::string> made(tc3::made_in_place, [] { return self_aware(); });
    REQUIRE(made);
    CHECK(made->self == &*made);
    CHECK(tc3::result<int, std::string>(tc3::unexpect, "why").error() == "why");
    CHECK(tc3::result<void, std::string>(tc3::unexpect, "why").error() == "why");
}

TEST_CASE("a fresh error takes the place of a value, and of another error") {
    tc3::result<std::string, std::string> made("a value too long for a string to hold in itself");
    made.emplace_error() = "why";
    REQUIRE_FALSE(made);
    CHECK(made.error() == "why");
    CHECK(made.emplace_error().empty());
    CHECK(made.error().empty());
}

TEST_CASE("results work at compile time") {
    static_assert(*half(8) == 4);
    static_assert(half(9).error() == tc3::errc::out_of_range);
    constexpr auto copied = [] {
        const tc3::result<int, tc3::errc> good = half(2);
        const tc3::result<int, tc3::errc> bad = half(9);
        const tc3::result<int, tc3::errc> good_copy = good;
        const tc3::result<int, tc3::errc> bad_copy = bad;
        return *good_copy == 1 && bad_copy.error() == tc3::errc::out_of_range;
    }();
    static_assert(copied);
}
