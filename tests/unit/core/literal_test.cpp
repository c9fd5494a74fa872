// SPDX-License-Identifier: MIT
// literal: conversion to each kind of text, in each form of initialisation.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace {

constexpr tc3::literal level{"4"};
constexpr tc3::literal other{"5"};

struct owning {
    std::string required;
    std::optional<std::string> optional;
};

struct borrowing {
    std::string_view required;
    std::optional<std::string_view> optional;
};

// The text class of a framework, which only has an explicit constructor from a view.
class framework_text {
public:
    explicit framework_text(std::string_view text) : text_(text) {}
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

std::size_t size_of(const std::string& text) { return text.size(); }
std::size_t size_of_view(std::string_view text) { return text.size(); }

}  // namespace

static_assert(std::is_trivially_copyable_v<tc3::literal>);
static_assert(!std::is_convertible_v<tc3::literal, int>);
static_assert(!std::is_convertible_v<tc3::literal, const char*>);
static_assert(!std::is_convertible_v<tc3::literal, std::optional<int>>);

TEST_CASE("a literal copy-initialises every kind of text") {
    const std::string owned = level;
    const std::string_view view = level;
    const std::optional<std::string> optional_owned = level;
    const std::optional<std::string_view> optional_view = level;
    const framework_text framework = level;
    CHECK(owned == "4");
    CHECK(view == "4");
    CHECK(optional_owned == "4");
    CHECK(optional_view == "4");
    CHECK(framework.text() == "4");
}

TEST_CASE("a literal direct-initialises strings, views and optionals") {
    CHECK(std::string(level) == "4");
    CHECK(std::string_view(level) == "4");
    CHECK(std::optional<std::string>(level) == "4");
    CHECK(std::optional<std::string_view>(level) == "4");
    CHECK(std::string{level} == "4");
    CHECK(std::optional<std::string>{level} == "4");
}

TEST_CASE("a literal initialises members in designated initialisers") {
    const owning owned{.required = level, .optional = level};
    const borrowing borrowed{.required = level, .optional = level};
    CHECK(owned.required == "4");
    CHECK(owned.optional == "4");
    CHECK(borrowed.required == "4");
    CHECK(borrowed.optional == "4");
}

TEST_CASE("a literal is assignable to members") {
    owning owned;
    owned.required = level;
    owned.optional = level;
    borrowing borrowed;
    borrowed.required = level;
    borrowed.optional = level;
    CHECK(owned.required == "4");
    CHECK(owned.optional == "4");
    CHECK(borrowed.required == "4");
    CHECK(borrowed.optional == "4");
}

TEST_CASE("a literal is passed to parameters of string and view type") {
    CHECK(size_of(level) == 1);
    CHECK(size_of_view(level) == 1);
}

TEST_CASE("a literal compares with strings, views and optionals") {
    const std::string owned = "4";
    const std::string_view view = "4";
    const std::optional<std::string> optional_owned = owned;
    const std::optional<std::string_view> optional_view = view;
    CHECK(level == "4");
    CHECK("4" == level);
    CHECK(level == owned);
    CHECK(owned == level);
    CHECK(view == level);
    CHECK(optional_owned == level);
    CHECK(optional_view == level);
    CHECK(other != view);
    CHECK(other != optional_owned);
}

TEST_CASE("two literals compare") {
    constexpr tc3::literal same{"4"};
    CHECK(level == same);
    CHECK(level != other);
}

TEST_CASE("literal works at compile time") {
    static_assert(level == "4");
    static_assert(level.view().size() == 1);
    constexpr std::string_view view = level;
    constexpr std::optional<std::string_view> optional = level;
    static_assert(view == "4" && optional == "4");
}
