// SPDX-License-Identifier: MIT
// <tc3/faceid/retired/apply_web_verification_token.hpp> of tc3 0.1.0, made by tools/amalgamate.py from the headers under include/: edit those.
// SHA-256 of these 1 headers, one after the other: 7c2285b78be994e504e180a994cf32d9950e6f71e6d03faf62d20725348a4b7c
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
#ifndef TC3_SINGLE_HEADER_FACEID_RETIRED_APPLY_WEB_VERIFICATION_TOKEN_0_1_0
#define TC3_SINGLE_HEADER_FACEID_RETIRED_APPLY_WEB_VERIFICATION_TOKEN_0_1_0

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

// ---- tc3/faceid/retired/apply_web_verification_token.hpp ------------------------------------------------------------

// ApplyWebVerificationToken: starts a browser verification (old). Made by tools/generate.py from tools/faceid.json.

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Parameters of ApplyWebVerificationToken. At most 20 calls per second. Requires a region. Safe to repeat. Read the result with
/// GetWebVerificationResult.
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_apply_web_verification_token {
    /// Where the browser goes after the flow. Required. Personal data.
    text_of<Storage> redirect_url = {};
    /// COS URL of the face photo, in the region of the request. Required. Pre-signed: anyone who has the URL can use it. Secret.
    text_of<Storage> compare_image_url = {};
    /// MD5 of the photo. Required. 32 hex digits.
    text_of<Storage> compare_image_md5 = {};
};

/// Output of ApplyWebVerificationToken. A field that is absent or null is unset, as is a number that is sent as "".
///
/// Source: https://www.tencentcloud.com/document/product/1061
template <class Storage>
struct basic_apply_web_verification_token_output {
    /// URL to open in the browser. Pre-signed: anyone who has the URL can use it. Secret.
    optional_text<Storage> verification_url_legacy = {};
    /// Token for one web verification. Start the session within 2 hours. The result is readable for 3 days. Secret.
    optional_text<Storage> biz_token = {};
    /// Request id, assigned by the service; quote it when you contact support.
    optional_text<Storage> request_id = {};
};

using apply_web_verification_token [[deprecated("ApplyWebVerificationToken was taken offline on 2026-03-09")]] =
    basic_apply_web_verification_token<owning>;
using apply_web_verification_token_output [[deprecated("ApplyWebVerificationToken was taken offline on 2026-03-09")]] =
    basic_apply_web_verification_token_output<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

template <class Storage>
inline constexpr action action_of<faceid::basic_apply_web_verification_token<Storage>>{
    .service = faceid::service,
    .version = faceid::version,
    .name = "ApplyWebVerificationToken",
    .host = faceid::host,
    .calls_per_second = 20,
    .repeat = repeat_safety::harmless,
};

template <class Storage>
struct output_of<faceid::basic_apply_web_verification_token<Storage>> {
    using type = faceid::basic_apply_web_verification_token_output<Storage>;
};

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_web_verification_token<Storage>> = [] {
    using self = faceid::basic_apply_web_verification_token<Storage>;
    return field_table{
        field_at_offset<decltype(self::redirect_url)>("RedirectUrl", offsetof(self, redirect_url)).required().marked(sensitivity::personal),
        field_at_offset<decltype(self::compare_image_url)>("CompareImageUrl", offsetof(self, compare_image_url))
            .required()
            .marked(sensitivity::secret),
        field_at_offset<decltype(self::compare_image_md5)>("CompareImageMd5", offsetof(self, compare_image_md5))
            .required()
            .marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_web_verification_token_output<Storage>> = [] {
    using self = faceid::basic_apply_web_verification_token_output<Storage>;
    return field_table{
        field_at_offset<decltype(self::verification_url_legacy)>("VerificationUrl", offsetof(self, verification_url_legacy))
            .marked(sensitivity::secret),
        field_at_offset<decltype(self::biz_token)>("BizToken", offsetof(self, biz_token)).marked(sensitivity::secret),
        field_at_offset<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).once().marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

#if defined(TC3_INSTANTIATED)
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_apply_web_verification_token<owning>>() noexcept;
TC3_INSTANTIATED writing_table writing_table_of<faceid::basic_apply_web_verification_token<borrowed>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_apply_web_verification_token_output<owning>>() noexcept;
TC3_INSTANTIATED reading_table reading_table_of<faceid::basic_apply_web_verification_token_output<borrowed>>() noexcept;
#endif

}  // namespace tc3::inline TC3_NAMESPACE

#endif  // TC3_REFUSED

#endif  // TC3_SINGLE_HEADER_FACEID_RETIRED_APPLY_WEB_VERIFICATION_TOKEN_0_1_0
