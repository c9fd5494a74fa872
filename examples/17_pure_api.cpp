// SPDX-License-Identifier: MIT
// Compares the face in a video with a photo, without SDK or browser: with both files in one call, or with files that are uploaded first.
//
//     c++ -std=c++20 -Isingle_include examples/17_pure_api.cpp -o example && ./example
#include "support/emulated_account.hpp"

#include <iostream>
#include <string>
#include <string_view>

namespace faceid = tc3::faceid;

namespace {

constexpr std::string_view photo = "a photo of a face";
constexpr std::string_view video = "a video of a face";
constexpr std::string_view md5_of_photo = "cdca0dad44a324d23d77beb7d0416384";
constexpr std::string_view md5_of_video = "16ad76b0e642fc76f5c6f7b1a9dfdaea";

/// Prints a result and returns whether the person passed.
template <class Result>
bool print_outcome(const Result& result) {
    if (examples::failed(result)) return false;
    std::cout << to_string(faceid::outcome(*result)) << ", similarity " << result->sim.value_or(0) << '\n';
    return faceid::outcome(*result).passed();
}

/// Uploads a file and returns its URL for the action that reads it; empty if that failed.
std::string upload(examples::emulated_account& account, std::string_view bytes) {
    const auto urls = account.call(faceid::create_upload_url{.target_action = "VideoLivenessCompare"});
    if (examples::failed(urls) || !urls->upload_url || !urls->resource_url) return {};
    // Your program sends a PUT request with the raw bytes as its body, unsigned and without base64.
    if (!account.scenario().upload(*urls->upload_url, bytes)) return {};
    return *urls->resource_url;
}

}  // namespace

int main() {
    examples::emulated_account account;

    // The bytes become base64 while the body is written. For a body that is never in memory see 13_streamed_body.cpp.
    // This action has other liveness types than the one below: each has its constants.
    const bool passed_in_one_call =
        print_outcome(account.call(faceid::compare_face_liveness{.image_base64 = tc3::binary::raw_view(photo),
                                                                 .video_base64 = tc3::binary::raw_view(video),
                                                                 .liveness_type = faceid::inline_liveness_type::silent}));

    const std::string image_url = upload(account, photo);
    const std::string video_url = upload(account, video);
    const bool passed_with_files =
        print_outcome(account.call(faceid::video_liveness_compare{.image_url = image_url,
                                                                  .image_md5 = std::string(md5_of_photo),
                                                                  .video_url = video_url,
                                                                  .video_md5 = std::string(md5_of_video),
                                                                  .liveness_type = faceid::liveness_type::silent}));
    return passed_in_one_call && passed_with_files ? 0 : 1;
}
