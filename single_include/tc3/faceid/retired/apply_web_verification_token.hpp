// SPDX-License-Identifier: MIT
// <tc3/faceid/retired/apply_web_verification_token.hpp> of tc3 0.1.0, made by tools/amalgamate.py from the headers under include/: edit those.
// SHA-256 of these 1 headers, one after the other: 75bf35f0c5253da5ca5661b7451fcf69667c19bd4ff3f10e2674b16163ff2ba7
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

#include <cstddef>

// ---- tc3/faceid/retired/apply_web_verification_token.hpp ------------------------------------------------------------

// ApplyWebVerificationToken: older browser verification start. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061

namespace tc3::inline v0_1::faceid {

/// The question. 20 calls a second. Needs a region. Asking twice does no harm. What came of it: GetWebVerificationResult.
template <class Storage>
struct basic_apply_web_verification_token {
    /// Where the browser goes after the flow. Required. Personal.
    typename Storage::text redirect_url = {};
    /// COS URL of the face photo, same region. Required. Signed in advance: whoever has it can read the file. Secret.
    typename Storage::text compare_image_url = {};
    /// MD5 of the photo. Required. 32 hex digits.
    typename Storage::text compare_image_md5 = {};
};

/// The answer. Every field is optional: a null, a field that is not there, and "" for a number leave it unset.
template <class Storage>
struct basic_apply_web_verification_token_output {
    /// URL to open in the browser. Signed in advance: whoever has it can read the file. Secret.
    typename Storage::template optional<typename Storage::text> verification_url_legacy = {};
    /// Token for one web verification. 7200 s to start; result readable for 3 days. Secret.
    typename Storage::template optional<typename Storage::text> biz_token = {};
    /// Server-made id of this call; keep it for support.
    typename Storage::template optional<typename Storage::text> request_id = {};
};

using apply_web_verification_token [[deprecated("ApplyWebVerificationToken was taken offline on 2026-03-09")]] =
    basic_apply_web_verification_token<owning>;
using apply_web_verification_token_output [[deprecated("ApplyWebVerificationToken was taken offline on 2026-03-09")]] =
    basic_apply_web_verification_token_output<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

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

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_web_verification_token<Storage>> = [] {
    using self = faceid::basic_apply_web_verification_token<Storage>;
    return field_list{
        field_at<decltype(self::redirect_url)>("RedirectUrl", offsetof(self, redirect_url)).required().marked(sensitivity::personal),
        field_at<decltype(self::compare_image_url)>("CompareImageUrl", offsetof(self, compare_image_url))
            .required()
            .marked(sensitivity::secret),
        field_at<decltype(self::compare_image_md5)>("CompareImageMd5", offsetof(self, compare_image_md5))
            .required()
            .marked(sensitivity::open),
    };
}();

template <class Storage>
inline constexpr auto fields_of<faceid::basic_apply_web_verification_token_output<Storage>> = [] {
    using self = faceid::basic_apply_web_verification_token_output<Storage>;
    return field_list{
        field_at<decltype(self::verification_url_legacy)>("VerificationUrl", offsetof(self, verification_url_legacy))
            .marked(sensitivity::secret),
        field_at<decltype(self::biz_token)>("BizToken", offsetof(self, biz_token)).marked(sensitivity::secret),
        field_at<decltype(self::request_id)>("RequestId", offsetof(self, request_id)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1

#endif  // TC3_SINGLE_HEADER_FACEID_RETIRED_APPLY_WEB_VERIFICATION_TOKEN_0_1_0
