// SPDX-License-Identifier: MIT
// An action of API 3.0: the names that address it. A constant for described structs, a run-time value for scripts.
#pragma once

#include <tc3/config.hpp>

#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE {

/// What a repetition does when the first request was processed but its response was lost.
enum class repeat_safety : std::uint8_t {
    not_documented,  ///< unknown: treat it as harmful
    harmless,        ///< nothing: the action only reads, or its first result is never used
    may_bill_again,  ///< a second charge or a second use of a quota
};

/// The part of a default host after the service.
inline constexpr std::string_view default_domain = ".tencentcloudapi.com";

/// The address of an action, and its limits.
///
/// Lifetime: all texts are views, usually of literals.
struct action {
    std::string_view service;    ///< "faceid": part of the host and of the credential scope; empty: taken from the host
    std::string_view version;    ///< "2018-03-01": X-TC-Version
    std::string_view name;       ///< "ApplyLivenessToken": X-TC-Action, in the manual's spelling
    std::string_view host = {};  ///< empty: `<service>.tencentcloudapi.com`
    bool needs_region = true;    ///< whether X-TC-Region is required; few actions do without

    std::uint16_t calls_per_second = 0;  ///< default limit of an account; 0: not documented
    repeat_safety repeat = repeat_safety::not_documented;
};

namespace model_detail {
struct not_described {};
}  // namespace model_detail

/// The action of an input type. Specialise it for a type of your own, or for one that you do not own:
///
///     template <> inline constexpr tc3::action tc3::action_of<describe_zones>{"cvm", "2017-03-12", "DescribeZones"};
template <class Input>
inline constexpr model_detail::not_described action_of{};

/// The output type of an input type. Specialise it beside action_of:
///
///     template <> struct tc3::output_of<describe_zones> { using type = zones; };
template <class Input>
struct output_of {};

template <class Input>
using output_of_t = typename output_of<Input>::type;

/// A type with an action: an input.
template <class T>
concept has_action = std::same_as<std::remove_cvref_t<decltype(action_of<T>)>, action>;

}  // namespace tc3::inline TC3_NAMESPACE
