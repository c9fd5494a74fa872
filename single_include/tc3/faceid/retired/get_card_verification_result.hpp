// SPDX-License-Identifier: MIT
// <tc3/faceid/retired/get_card_verification_result.hpp> of tc3 0.1.0, made by tools/amalgamate.py from the headers under include/: edit those.
// SHA-256 of these 1 headers, one after the other: 258ab509f29af5222ef0baa25febd4f8a63b36d833d927e1ea74c8b12fe515ab
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
#ifndef TC3_SINGLE_HEADER_FACEID_RETIRED_GET_CARD_VERIFICATION_RESULT_0_1_0
#define TC3_SINGLE_HEADER_FACEID_RETIRED_GET_CARD_VERIFICATION_RESULT_0_1_0

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
#include <string_view>

// ---- tc3/faceid/retired/get_card_verification_result.hpp ------------------------------------------------------------

// GetCardVerificationResult: polls the check of whether a document is genuine. Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of get_card_verification_result_output::status. The service may add more.
namespace card_status {
inline constexpr literal passed{"PASSED"};          ///< genuine
inline constexpr literal warning{"WARNING"};        ///< warning, see WarnInfo
inline constexpr literal rejected{"REJECTED"};      ///< rejected, see WarnInfo
inline constexpr literal processing{"PROCESSING"};  ///< poll again
/// What each code means.
inline constexpr result_code all[] = {
    {"PASSED", "genuine", billing::unknown},
    {"WARNING", "warning, see WarnInfo", billing::unknown},
    {"REJECTED", "rejected, see WarnInfo", billing::unknown},
    {"PROCESSING", "poll again", billing::unknown, error_category::unknown},
};
/// The codes that mean passed.
inline constexpr std::string_view passed_codes[] = {"PASSED"};
}  // namespace card_status

/// Parameters of GetCardVerificationResult. The manual states no rate limit. Requires a region. Safe to repeat.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_card_verification_result {
    /// Token from ApplyCardVerification. Required. Secret.
    text_of<Storage> card_verification_token = {};
};

/// Output of GetCardVerificationResult. A field that is absent or null is unset, as is a number that is sent as "". A list that is sent as
/// [] is set and empty. `faceid::outcome(output)` reads the outcome from `status`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_card_verification_result_output {
    /// State. See card_status above.
    optional_text<Storage> status = {};
    /// Warnings.
    optional_list<Storage, text_of<Storage>> warn_info = {};
    /// ISO 3166-1 alpha-3 code.
    optional_text<Storage> nationality = {};
    /// Document kind.
    optional_text<Storage> card_type = {};
    /// Document sub-kind.
    optional_text<Storage> card_sub_type = {};
    /// OCR result. Personal data.
    nested_of<Storage, basic_card_info<Storage>> card_info = {};
    /// Token of this check. Secret.
    optional_text<Storage> id_verification_token = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using get_card_verification_result [[deprecated("GetCardVerificationResult was taken offline on 2026-03-09")]] =
    basic_get_card_verification_result<owning>;
using get_card_verification_result_output [[deprecated("GetCardVerificationResult was taken offline on 2026-03-09")]] =
    basic_get_card_verification_result_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_get_card_verification_result_output<Storage>> =
    outcome_source<&basic_get_card_verification_result_output<Storage>::status>{
        .passed = card_status::passed_codes,
        .pending = "PROCESSING",
        .meanings = card_status::all,
    };

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

template <class Storage>
inline constexpr action action_of<faceid::basic_get_card_verification_result<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "GetCardVerificationResult",
    .host = faceid::host,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_get_card_verification_result<Storage>> {
    using type = faceid::basic_get_card_verification_result_output<Storage>;
};

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_card_verification_result<Storage>> = [] {
    using self = faceid::basic_get_card_verification_result<Storage>;
    return field_table{
        field_at_offset<decltype(self::card_verification_token)>("CardVerificationToken", offsetof(self, card_verification_token))
            .required()
            .marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_card_verification_result_output<Storage>> = [] {
    using self = faceid::basic_get_card_verification_result_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::status)>("Status", offsetof(self, status)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::warn_info)>("WarnInfo", offsetof(self, warn_info)).marked(sensitivity::open),
        field_at_offset<decltype(self::nationality)>("Nationality", offsetof(self, nationality)).marked(sensitivity::open),
        field_at_offset<decltype(self::card_type)>("CardType", offsetof(self, card_type)).marked(sensitivity::open),
        field_at_offset<decltype(self::card_sub_type)>("CardSubType", offsetof(self, card_sub_type)).marked(sensitivity::open),
        field_at_offset<decltype(self::card_info)>("CardInfo", offsetof(self, card_info)).marked(sensitivity::personal),
        field_at_offset<decltype(self::id_verification_token)>("IDVerificationToken", offsetof(self, id_verification_token))
            .marked(sensitivity::secret),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_get_card_verification_result<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_get_card_verification_result<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_get_card_verification_result_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_get_card_verification_result_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE

#endif  // TC3_REFUSED

#endif  // TC3_SINGLE_HEADER_FACEID_RETIRED_GET_CARD_VERIFICATION_RESULT_0_1_0
