// SPDX-License-Identifier: MIT
// <tc3/faceid/retired/get_web_verification_result.hpp> of tc3 0.1.0, made by tools/amalgamate.py from the headers under include/: edit those.
// SHA-256 of these 1 headers, one after the other: d1979e17314cdcf16d0d84e599fe17557c6a57342520ad9d6a5efe7c896e9eb0
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
#ifndef TC3_SINGLE_HEADER_FACEID_RETIRED_GET_WEB_VERIFICATION_RESULT_0_1_0
#define TC3_SINGLE_HEADER_FACEID_RETIRED_GET_WEB_VERIFICATION_RESULT_0_1_0

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

// ---- tc3/faceid/retired/get_web_verification_result.hpp -------------------------------------------------------------

// GetWebVerificationResult: reads the result of a browser verification (old). Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of GetWebVerificationResult. At most 20 calls per second. Requires a region. Safe to repeat.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_web_verification_result {
    /// Token from ApplyWebVerificationToken. Valid for 3 days. Required. Secret.
    text_of<Storage> biz_token = {};
};

/// Output of GetWebVerificationResult. A field that is absent or null is unset, as is a number that is sent as "". A list that is sent as
/// [] is set and empty. `faceid::outcome(output)` reads the outcome from `error_code`.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_get_web_verification_result_output {
    /// Final outcome code as a number; 0 means passed. See web_result in types/values.hpp.
    optional_of<Storage, std::int64_t> error_code = {};
    /// Text for ErrorCode.
    optional_text<Storage> error_msg = {};
    /// Temporary URL of the best frame. Pre-signed: anyone who has the URL can use it. Valid for 10 minutes. Secret.
    optional_text<Storage> video_best_frame_url = {};
    /// MD5 of the best frame. 32 hex digits.
    optional_text<Storage> video_best_frame_md5 = {};
    /// One entry per attempt.
    optional_list<Storage, basic_verification_detail<Storage>> verification_detail_list = {};
    /// Temporary URL of the video. Pre-signed: anyone who has the URL can use it. Valid for 10 minutes. Secret.
    optional_text<Storage> video_url = {};
    /// MD5 of the video. 32 hex digits.
    optional_text<Storage> video_md5 = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using get_web_verification_result [[deprecated("GetWebVerificationResult was taken offline on 2026-03-09")]] =
    basic_get_web_verification_result<owning>;
using get_web_verification_result_output [[deprecated("GetWebVerificationResult was taken offline on 2026-03-09")]] =
    basic_get_web_verification_result_output<owning>;

template <class Storage>
inline constexpr auto outcome_source_of<basic_get_web_verification_result_output<Storage>> =
    outcome_source<&basic_get_web_verification_result_output<Storage>::error_code>{
        .passed = web_result::passed_codes,
        .pending = "17",
        .meanings = web_result::all,
    };

template <class Storage>
inline constexpr session_life session_life_of<basic_get_web_verification_result<Storage>>{
    .start_within = 7200,
    .readable_for = 259200,
};

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

template <class Storage>
inline constexpr action action_of<faceid::basic_get_web_verification_result<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "GetWebVerificationResult",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_get_web_verification_result<Storage>> {
    using type = faceid::basic_get_web_verification_result_output<Storage>;
};

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_web_verification_result<Storage>> = [] {
    using self = faceid::basic_get_web_verification_result<Storage>;
    return field_table{
        field_at_offset<decltype(self::biz_token)>("BizToken", offsetof(self, biz_token)).required().marked(sensitivity::secret),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_get_web_verification_result_output<Storage>> = [] {
    using self = faceid::basic_get_web_verification_result_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::error_code)>("ErrorCode", offsetof(self, error_code)).exact().marked(sensitivity::open),
        field_at_offset<decltype(self::error_msg)>("ErrorMsg", offsetof(self, error_msg)).marked(sensitivity::open),
        field_at_offset<decltype(self::video_best_frame_url)>("VideoBestFrameUrl", offsetof(self, video_best_frame_url))
            .marked(sensitivity::secret),
        field_at_offset<decltype(self::video_best_frame_md5)>("VideoBestFrameMd5", offsetof(self, video_best_frame_md5))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::verification_detail_list)>("VerificationDetailList", offsetof(self, verification_detail_list))
            .marked(sensitivity::open),
        field_at_offset<decltype(self::video_url)>("VideoUrl", offsetof(self, video_url)).marked(sensitivity::secret),
        field_at_offset<decltype(self::video_md5)>("VideoMd5", offsetof(self, video_md5)).marked(sensitivity::open),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_get_web_verification_result<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_get_web_verification_result<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_get_web_verification_result_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_get_web_verification_result_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE

#endif  // TC3_REFUSED

#endif  // TC3_SINGLE_HEADER_FACEID_RETIRED_GET_WEB_VERIFICATION_RESULT_0_1_0
