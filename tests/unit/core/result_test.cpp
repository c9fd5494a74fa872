// SPDX-License-Identifier: MIT
// result: access, conversions, and one destruction for each object that it constructs.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

// A result never becomes the value of another result, although every result converts to bool.
static_assert(!std::is_constructible_v<tc3::result<bool, int>, tc3::result<long, int>>);
static_assert(!std::is_constructible_v<tc3::result<bool, int>, tc3::result<void, int>>);
// The conversion from U to a result is explicit if that from U to its value is.
static_assert(!std::is_convertible_v<int, tc3::result<std::unique_ptr<int>, int>>);
static_assert(!std::is_convertible_v<int*, tc3::result<std::unique_ptr<int>, int>>);
static_assert(std::is_constructible_v<tc3::result<std::unique_ptr<int>, int>, int*>);

namespace {

// Counts its objects that exist, and those that were destroyed.
class tracked {
public:
    explicit tracked(int value) : value_(value) { ++count; }
    tracked(const tracked& other) : value_(other.value_) { ++count; }
    tracked(tracked&& other) noexcept : value_(std::exchange(other.value_, -1)) { ++count; }
    tracked& operator=(const tracked&) = default;
    tracked& operator=(tracked&& other) noexcept {
        value_ = std::exchange(other.value_, -1);
        return *this;
    }
    ~tracked() {
        --count;
        ++destroyed;
    }

    [[nodiscard]] int value() const { return value_; }

    static inline int count = 0;
    static inline int destroyed = 0;

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

int number_in(const tracked_result& result) { return result ? result->value() : result.error().inner.value(); }

constexpr tc3::result<int, tc3::errc> half(int number) {
    if (number % 2 != 0) return tc3::unexpected(tc3::errc::out_of_range);
    return number / 2;
}

}  // namespace

TEST_CASE("a result with a value returns the value") {
    const auto good = half(8);
    REQUIRE(good);
    CHECK(good.has_value());
    CHECK(*good == 4);
    CHECK(good.value_or(7) == 4);
}

TEST_CASE("a result with an error returns the error and the fallback of value_or()") {
    const auto bad = half(9);
    REQUIRE_FALSE(bad);
    CHECK_FALSE(bad.has_value());
    CHECK(bad.error() == tc3::errc::out_of_range);
    CHECK(bad.value_or(7) == 7);
}

TEST_CASE("a result distinguishes value and error of the same type") {
    const tc3::result<int, int> good = 1;
    const tc3::result<int, int> bad = tc3::unexpected(1);
    CHECK(good.has_value());
    CHECK_FALSE(bad.has_value());
    CHECK(bad.error() == 1);
}

TEST_CASE("a result of text converts from whatever converts to the text") {
    const tc3::result<std::string, tc3::error> from_literal = "abc";
    const tc3::result<std::string_view, tc3::error> from_view = std::string_view("abc");
    CHECK(*from_literal == "abc");
    CHECK(*from_view == "abc");
    CHECK(from_literal->size() == 3);
}

TEST_CASE("a result returns values and errors that can only be moved") {
    tc3::result<std::unique_ptr<int>, tc3::error> result = std::make_unique<int>(5);
    tc3::result<std::unique_ptr<int>, tc3::error> moved = std::move(result);
    const std::unique_ptr<int> value = *std::move(moved);
    REQUIRE(value);
    CHECK(*value == 5);

    tc3::result<int, std::unique_ptr<int>> failed = tc3::unexpected(std::make_unique<int>(6));
    const std::unique_ptr<int> moved_error = std::move(failed).error();
    CHECK(*moved_error == 6);
}

TEST_CASE("copies and moves destroy every object") {
    for (const bool good : {true, false}) {
        {
            const tracked_result first = make(good, 1);
            const tracked_result copy = first;
            tracked_result source = make(good, 2);
            const tracked_result moved = std::move(source);
            CHECK(number_in(first) == 1);
            CHECK(number_in(copy) == 1);
            CHECK(number_in(moved) == 2);
            CHECK(copy.has_value() == good);
            CHECK(moved.has_value() == good);
        }
        CHECK(tracked::count == 0);
    }
}

TEST_CASE("the destructor destroys the value or the error exactly once") {
    for (const bool good : {true, false}) {
        const int destroyed_before = tracked::destroyed;
        {
            const tc3::result<tracked, error> held = good ? tracked_result(tc3::made_in_place, [] { return tracked(1); })
                                                          : tracked_result(tc3::error_made_in_place, [] { return error{tracked(1)}; });
            CHECK(held.has_value() == good);
            CHECK(tracked::count == 1);
            CHECK(tracked::destroyed == destroyed_before);
        }
        CHECK(tracked::count == 0);
        CHECK(tracked::destroyed == destroyed_before + 1);
    }
}

TEST_CASE("emplace_error() destroys the value or the error that it replaces, once") {
    for (const bool good : {true, false}) {
        tracked_result held = make(good, 1);
        const int destroyed_before = tracked::destroyed;
        CHECK(held.emplace_error().inner.value() == 0);
        CHECK_FALSE(held.has_value());
        CHECK(tracked::count == 1);
        CHECK(tracked::destroyed == destroyed_before + 1);
    }
    CHECK(tracked::count == 0);
}

TEST_CASE("a value or error is assignable to a value or error, and to itself") {
    for (const bool to_good : {true, false}) {
        for (const bool from_good : {true, false}) {
            {
                tracked_result to = make(to_good, 1);
                const tracked_result from = make(from_good, 2);
                to = from;
                CHECK(to.has_value() == from_good);
                CHECK(number_in(to) == 2);
                CHECK(number_in(from) == 2);
                to = make(to_good, 3);
                CHECK(to.has_value() == to_good);
                CHECK(number_in(to) == 3);
                const tracked_result& same = to;
                to = same;
                CHECK(number_in(to) == 3);
            }
            CHECK(tracked::count == 0);
        }
    }
}

TEST_CASE("value_or() of a temporary moves the value") {
    CHECK(make(true, 4).value_or(tracked(9)).value() == 4);
    CHECK(make(false, 4).value_or(tracked(9)).value() == 9);
    CHECK(tracked::count == 0);
}

TEST_CASE("result<void, E> is success or an error") {
    const tc3::result<void, tc3::error> good;
    const tc3::result<void, tc3::error> bad = tc3::unexpected(tc3::error{.code = tc3::errc::missing});
    CHECK(good);
    CHECK(good.has_value());
    REQUIRE_FALSE(bad);
    CHECK(bad.error().code == tc3::errc::missing);
}

TEST_CASE("a value can be constructed in place") {
    struct self_aware {
        self_aware() = default;
        self_aware(const self_aware&) = delete;
        self_aware& operator=(const self_aware&) = delete;
        const self_aware* self = this;
    };
    const tc3::result<self_aware, std::string> result(tc3::made_in_place, [] { return self_aware(); });
    REQUIRE(result);
    CHECK(result->self == &*result);
    CHECK(tc3::result<int, std::string>(tc3::unexpect, "reason").error() == "reason");
    CHECK(tc3::result<void, std::string>(tc3::unexpect, "reason").error() == "reason");
}

TEST_CASE("emplace_error() replaces a value or another error") {
    tc3::result<std::string, std::string> result("a value that is too long for the buffer inside a string");
    result.emplace_error() = "reason";
    REQUIRE_FALSE(result);
    CHECK(result.error() == "reason");
    CHECK(result.emplace_error().empty());
    CHECK(result.error().empty());
}

TEST_CASE("result works at compile time") {
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
