// SPDX-License-Identifier: MIT
// One recorded exchange, and its line in a recording.
#pragma once

#include <tc3/core/result.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace tc3_cli {

/// One call of an action and the response to it. Headers, credentials, signatures and times are not part of it.
struct exchange {
    std::string service = {};  ///< "faceid"
    std::string version = {};  ///< "2018-03-01"
    std::string action = {};   ///< "ApplyLivenessToken"
    std::string region = {};   ///< "ap-singapore"; may be empty
    std::string input = {};    ///< a JSON object; that of a GET is made from the query
    int status = 200;          ///< of the response
    std::string output = {};   ///< the body of the response
};

/// The longest line of a recording. Masked values are short, so a longer line is a list with tens of thousands of elements.
inline constexpr std::size_t longest_line = 1024 * std::size_t{1024};

/// The largest recording. The whole of it is kept in memory for replay.
inline constexpr std::size_t largest_recording = 64 * 1024 * std::size_t{1024};

/// Returns an exchange as a line of JSON without a line end, with masked values (mask.hpp):
///
///     {"service":"faceid","version":"2018-03-01","action":"GetLivenessResult","region":"ap-singapore","input":{"SdkToken":"****"},
///      "status":200,"output":{"Response":{"Result":"0","RequestId":"7d4f"}}}
///
/// An input or output that is not a JSON object becomes the text "****".
///
/// Errors: a service, version, action or region with characters that such names do not have; a line longer than `longest_line`.
[[nodiscard]] tc3::result<std::string, std::string> write_exchange(const exchange& exchange);

/// Returns the exchange of a line. Unknown members are ignored, so that a later version may add some. Nothing is masked: the file may
/// have been changed by hand.
///
/// Errors: a line that is not a JSON object, a member that is absent or of another type, a status outside 100 to 599.
[[nodiscard]] tc3::result<exchange, std::string> read_exchange(std::string_view line);

}  // namespace tc3_cli
