// SPDX-License-Identifier: MIT
// An action of API 3.0: the words that address it. Known at compile time for described structs, at run time for scripts.
#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace tc3::inline v0_1 {

/// What asking twice does, where the answer to the first attempt was lost.
enum class repeat_safety : std::uint8_t {
    not_documented,  ///< nobody says: treat it as harm
    harmless,        ///< nothing: the action only reads, or what it made is not used
    may_bill_again,  ///< it costs again, and takes of a quota
};

/// What addresses an action. All views; a table of your own may hold them.
struct action {
    std::string_view service;    ///< "faceid": names the host, and the scope of the signature; empty: what the host names
    std::string_view version;    ///< "2018-03-01": X-TC-Version
    std::string_view name;       ///< "ApplyLivenessToken": X-TC-Action, in the manual's spelling
    std::string_view host = {};  ///< where the service lives; empty: `<service>.tencentcloudapi.com`
    bool needs_region = true;    ///< whether X-TC-Region must be sent; few actions do without

    std::uint16_t calls_per_second = 0;  ///< what an account may do by default; 0: not stated
    repeat_safety repeat = repeat_safety::not_documented;
};

namespace model_detail {
struct not_described {};
}  // namespace model_detail

/// The action of an input type. Describe a type of your own, or one that you do not own, by a specialisation:
/// `template <> inline constexpr tc3::action tc3::action_of<describe_zones>{"cvm", "2017-03-12", "DescribeZones"};`
template <class Input>
inline constexpr model_detail::not_described action_of{};

/// The answer type of an input type, by a specialisation: `template <> struct tc3::output_of<describe_zones> { using type = zones; };`
template <class Input>
struct output_of;

template <class Input>
using output_of_t = typename output_of<Input>::type;

/// A type that was given an action.
template <class T>
concept described_action = std::same_as<std::remove_cvref_t<decltype(action_of<T>)>, action>;

}  // namespace tc3::inline v0_1
