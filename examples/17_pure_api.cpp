// SPDX-License-Identifier: MIT
// A face in a video compared with a photo, without SDK or browser: all in one call, or from files that were uploaded first.
#include "support/emulated_account.hpp"

namespace faceid = tc3::faceid;

namespace {

constexpr std::string_view photo = "a photo of a face";
constexpr std::string_view video = "a video of a face";
constexpr std::string_view md5_of_photo = "cdca0dad44a324d23d77beb7d0416384";
constexpr std::string_view md5_of_video = "16ad76b0e642fc76f5c6f7b1a9dfdaea";

template <class Output>
bool report(const Output& output) {
    if (example::failed(output)) return false;
    std::cout << to_string(faceid::outcome(*output)) << ", similarity " << output->sim.value_or(0) << '\n';
    return faceid::outcome(*output).passed();
}

/// Asks for an address, and puts the bytes there: a plain PUT without a signature of ours, raw bytes, no base64.
std::string upload(example::emulated_account& account, std::string_view bytes) {
    const auto granted = account.ask(faceid::create_upload_url{.target_action = "VideoLivenessCompare"});
    if (example::failed(granted) || !granted->upload_url || !granted->resource_url) return {};
    if (!account.scenario.upload(*granted->upload_url, bytes)) return {};
    return *granted->resource_url;
}

}  // namespace

int main() {
    example::emulated_account account;

    // The bytes are encoded on their way out. A body of megabytes need not exist either: see 13_streamed_body.cpp.
    const bool in_one_call = report(account.ask(faceid::compare_face_liveness{.image_base64 = tc3::binary::raw(photo),
                                                                              .video_base64 = tc3::binary::raw(video),
                                                                              .liveness_type = faceid::inline_liveness_type::silent}));

    const std::string image_url = upload(account, photo);
    const std::string video_url = upload(account, video);
    const bool from_files = report(account.ask(faceid::video_liveness_compare{.image_url = image_url,
                                                                              .image_md5 = std::string(md5_of_photo),
                                                                              .video_url = video_url,
                                                                              .video_md5 = std::string(md5_of_video),
                                                                              .liveness_type = faceid::liveness_type::silent}));
    return in_one_call && from_files ? 0 : 1;
}
