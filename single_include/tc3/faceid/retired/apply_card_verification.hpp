// SPDX-License-Identifier: MIT
// <tc3/faceid/retired/apply_card_verification.hpp> of tc3 0.1.0, made by tools/amalgamate.py from the headers under include/: edit those.
// SHA-256 of these 1 headers, one after the other: 49e09277d49e035fdc38ed63fb78d6f1b662b8f8cdfd0b76cca67a8ec175cf5a
//
// MIT License
//
// Copyright (c) 2026 the tc3 authors
//
// Permission is hereby granted, free of charge, to any person obtaining a copy
// of this software and associated documentation files (the "Software"), to deal
// in the Software without restriction, including without limitation the rights
// to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
// copies of the Software, and to permit persons to whom the Software is
// furnished to do so, subject to the following conditions:
//
// The above copyright notice and this permission notice shall be included in all
// copies or substantial portions of the Software.
//
// THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
// IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
// FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
// AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
// LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
// OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
// SOFTWARE.

#pragma once
#ifndef TC3_SINGLE_HEADER_FACEID_RETIRED_APPLY_CARD_VERIFICATION_0_1_0
#define TC3_SINGLE_HEADER_FACEID_RETIRED_APPLY_CARD_VERIFICATION_0_1_0

#include <tc3/tc3.hpp>

// ---- tc3/requirements.hpp -------------------------------------------------------------------------------------------

// What tc3 requires: C++20, a compiler that tc3 is tested with or an unknown one, and headers of one tree. If something is missing, the
// first error of each header says what to do: a header that includes no other header of tc3 includes this one before anything else.
// TC3_REFUSED is defined then, and the entry headers (tc3.hpp, testing.hpp, adapters/) skip the rest.
//
// Compilers that only resemble GCC or LLVM's clang have other numbers or other faults, and are not refused: Apple's, Intel's, NVIDIA's and
// those with the front end of EDG. clang-cl is LLVM's clang. Microsoft's compiler states its language in _MSVC_LANG.

#if defined(TC3_REFUSED)
// The reason has been printed.
#elif defined(__GNUC__) && __GNUC__ < 11 && !defined(__clang__) && !defined(__INTEL_COMPILER) && !defined(__NVCOMPILER) && !defined(__EDG__)
#define TC3_REFUSED
#error "tc3 needs GCC 11 or later: compile with a newer g++"
#elif defined(__clang__) && __clang_major__ < 14 && !defined(__apple_build_version__) && !defined(__INTEL_LLVM_COMPILER)
#define TC3_REFUSED
#error "tc3 needs clang 14 or later: compile with a newer clang++"
#elif __cplusplus < 202002L && !(defined(_MSVC_LANG) && _MSVC_LANG >= 202002L)
#define TC3_REFUSED
#error "tc3 needs C++20: compile with -std=c++20 (MSVC: /std:c++20)"
#elif defined(TC3_FROM_INCLUDE)
#define TC3_REFUSED
#error "tc3 is included from include/ and from single_include/: keep one of these folders on the include path and remove the other"
#else
#define TC3_FROM_SINGLE_INCLUDE  // tools/amalgamate.py swaps this name and TC3_FROM_INCLUDE in its output
#endif

#ifndef TC3_REFUSED

#include <cstddef>
#include <cstdint>

// ---- tc3/faceid/retired/apply_card_verification.hpp -----------------------------------------------------------------

// ApplyCardVerification: starts an asynchronous check of whether a document is genuine. Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of apply_card_verification::nationality.
namespace card_nationality {
inline constexpr literal indonesia{"IDN"};   ///< Indonesia
inline constexpr literal hong_kong{"HKG"};   ///< Hong Kong
inline constexpr literal thailand{"THA"};    ///< Thailand
inline constexpr literal malaysia{"MYS"};    ///< Malaysia
inline constexpr literal singapore{"SGP"};   ///< Singapore
inline constexpr literal japan{"JPN"};       ///< Japan
inline constexpr literal taiwan{"TWN"};      ///< Taiwan
inline constexpr literal bangladesh{"BGD"};  ///< Bangladesh
inline constexpr literal nigeria{"NGA"};     ///< Nigeria
inline constexpr literal pakistan{"PAK"};    ///< Pakistan
inline constexpr literal detect{"AUTO"};     ///< detect
inline constexpr literal all[] = {
    indonesia, hong_kong, thailand, malaysia, singapore, japan, taiwan, bangladesh, nigeria, pakistan, detect,
};
}  // namespace card_nationality

/// Values of apply_card_verification::card_type.
namespace card_type {
inline constexpr literal id_card{"ID_CARD"};                  ///< ID card
inline constexpr literal passport{"PASSPORT"};                ///< passport
inline constexpr literal driving_license{"DRIVING_LICENSE"};  ///< driving licence
inline constexpr literal detect{"AUTO"};                      ///< detect
inline constexpr literal all[] = {id_card, passport, driving_license, detect};
}  // namespace card_type

/// Parameters of ApplyCardVerification. The manual states no rate limit. Requires a region: ap-hongkong, ap-jakarta, ap-singapore. Not safe
/// to repeat: if the response was lost, a second call may be billed again and counts against the daily quota. ImageBase64Front or
/// ImageUrlFront is required; ImageUrlFront takes precedence. Some documents require the back side. Read the result with
/// GetCardVerificationResult.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_apply_card_verification {
    /// Document country. See card_nationality above. Required.
    text_of<Storage> nationality = {};
    /// Document kind. See card_type above. Required.
    text_of<Storage> card_type = {};
    /// Front image; ImageUrlFront takes precedence. Required if ImageUrlFront is absent. At most 5 MB of base64. Formats: png, jpeg; at
    /// most 8000x8000. Personal data.
    optional_binary<Storage> image_base64_front = {};
    /// Back image; ImageUrlBack takes precedence. At most 5 MB of base64. Formats: png, jpeg; at most 8000x8000. Personal data.
    optional_binary<Storage> image_base64_back = {};
    /// URL of the front image. At most 5 MB of base64 when downloaded, within 3 seconds. Pre-signed: anyone who has the URL can use it.
    /// Secret.
    optional_text<Storage> image_url_front = {};
    /// URL of the back image. At most 5 MB of base64 when downloaded, within 3 seconds. Pre-signed: anyone who has the URL can use it.
    /// Secret.
    optional_text<Storage> image_url_back = {};
};

/// Output of ApplyCardVerification. A field that is absent or null is unset, as is a number that is sent as "".
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_apply_card_verification_output {
    /// Token for polling. Secret.
    optional_text<Storage> card_verification_token = {};
    /// Most polls allowed.
    optional_of<Storage, std::uint64_t> async_card_verification_max_polling_times = {};
    /// Seconds between polls.
    optional_of<Storage, std::uint64_t> async_card_verification_polling_wait_time = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using apply_card_verification [[deprecated("ApplyCardVerification was taken offline on 2026-03-09")]] =
    basic_apply_card_verification<owning>;
using apply_card_verification_output [[deprecated("ApplyCardVerification was taken offline on 2026-03-09")]] =
    basic_apply_card_verification_output<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

template <class Storage>
inline constexpr action action_of<faceid::basic_apply_card_verification<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "ApplyCardVerification",
    .host = faceid::host,
    .repeat = repeat_safety::may_bill_again,
};

template <class Storage>
struct output_of<faceid::basic_apply_card_verification<Storage>> {
    using type = faceid::basic_apply_card_verification_output<Storage>;
};

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_card_verification<Storage>> = [] {
    using self = faceid::basic_apply_card_verification<Storage>;
    return field_table{
        field_at_offset<decltype(self::nationality)>("Nationality", offsetof(self, nationality))
            .required()
            .marked(sensitivity::open)
            .limited(one_of<faceid::card_nationality::all>),
        field_at_offset<decltype(self::card_type)>("CardType", offsetof(self, card_type))
            .required()
            .marked(sensitivity::open)
            .limited(one_of<faceid::card_type::all>),
        field_at_offset<decltype(self::image_base64_front)>("ImageBase64Front", offsetof(self, image_base64_front))
            .marked(sensitivity::personal)
            .limited(text_size<0, 5242880>),
        field_at_offset<decltype(self::image_base64_back)>("ImageBase64Back", offsetof(self, image_base64_back))
            .marked(sensitivity::personal)
            .limited(text_size<0, 5242880>),
        field_at_offset<decltype(self::image_url_front)>("ImageUrlFront", offsetof(self, image_url_front)).marked(sensitivity::secret),
        field_at_offset<decltype(self::image_url_back)>("ImageUrlBack", offsetof(self, image_url_back)).marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_card_verification_output<Storage>> = [] {
    using self = faceid::basic_apply_card_verification_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::card_verification_token)>("CardVerificationToken", offsetof(self, card_verification_token))
            .marked(sensitivity::secret),
        field_at_offset<decltype(self::async_card_verification_max_polling_times)>(
            "AsyncCardVerificationMaxPollingTimes", offsetof(self, async_card_verification_max_polling_times))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::async_card_verification_polling_wait_time)>(
            "AsyncCardVerificationPollingWaitTime", offsetof(self, async_card_verification_polling_wait_time))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_apply_card_verification<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_apply_card_verification<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_apply_card_verification_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_apply_card_verification_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE

#endif  // TC3_REFUSED

#endif  // TC3_SINGLE_HEADER_FACEID_RETIRED_APPLY_CARD_VERIFICATION_0_1_0
