// SPDX-License-Identifier: MIT
// Conversions between result and std::expected. Without std::expected this file has no test.
#include <tc3/adapters/std_expected.hpp>
#include <tc3/tc3.hpp>

#include <version>

#if defined(__cpp_lib_expected)
#include <doctest/doctest.h>

#include <expected>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

using tc3::errc;
using tc3::from_expected;
using tc3::to_expected;
using number = tc3::result<int, errc>;
using nothing = tc3::result<void, errc>;

TEST_CASE("a value is converted to a value") {
    CHECK(to_expected(number(7)) == std::expected<int, errc>(7));
    CHECK(*from_expected(std::expected<int, errc>(7)) == 7);
    CHECK(to_expected(nothing()).has_value());
    CHECK(from_expected(std::expected<void, errc>()).has_value());
}

TEST_CASE("an error is converted to an error") {
    CHECK(to_expected(number(tc3::unexpected(errc::missing))).error() == errc::missing);
    CHECK(from_expected(std::expected<int, errc>(std::unexpected(errc::missing))).error() == errc::missing);
    CHECK(to_expected(nothing(tc3::unexpected(errc::missing))).error() == errc::missing);
    CHECK(from_expected(std::expected<void, errc>(std::unexpected(errc::missing))).error() == errc::missing);
}

TEST_CASE("value and error can have the same type") {
    using same = tc3::result<std::string, std::string>;
    CHECK(*to_expected(same("value")) == "value");
    CHECK(to_expected(same(tc3::unexpected(std::string("error")))).error() == "error");
    CHECK(from_expected(to_expected(same(tc3::unexpected(std::string("error"))))).error() == "error");
}

TEST_CASE("a move-only value is moved") {
    using only_moved = tc3::result<std::unique_ptr<int>, errc>;
    auto expected = to_expected(only_moved(std::make_unique<int>(7)));
    CHECK(**expected == 7);
    auto result = from_expected(std::move(expected));
    CHECK(**result == 7);
}

TEST_CASE("an lvalue is copied") {
    const tc3::result<std::string, errc> kept("still here");
    CHECK(*to_expected(kept) == "still here");
    CHECK(*kept == "still here");
}

TEST_CASE("the conversions work at compile time") {
    static_assert(*to_expected(number(7)) == 7);
    static_assert(from_expected(std::expected<int, errc>(std::unexpected(errc::missing))).error() == errc::missing);
    static_assert(std::is_same_v<decltype(from_expected(to_expected(nothing()))), nothing>);
}
#endif
