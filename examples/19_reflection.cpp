// SPDX-License-Identifier: MIT
// The reflection SDK: gets a light sequence for one device, then compares what the camera recorded with a photo.
//
//     c++ -std=c++20 -Isingle_include examples/19_reflection.cpp -o example && ./example
#include "support/emulated_account.hpp"

#include <iostream>
#include <string>
#include <string_view>

namespace faceid = tc3::faceid;

namespace {

/// A file in the storage of the service.
struct stored_file {
    std::string url;
    std::string md5;
};

/// Uploads a file for the action that reads it. Both texts are empty if that failed.
stored_file upload(examples::emulated_account& account, std::string_view target_action, std::string_view bytes, std::string_view md5) {
    const auto urls = account.call(faceid::create_upload_url{.target_action = std::string(target_action)});
    if (examples::failed(urls) || !urls->upload_url || !urls->resource_url) return {};
    if (!account.scenario().upload(*urls->upload_url, bytes)) return {};  // your program sends an unsigned PUT request
    return {*urls->resource_url, std::string(md5)};
}

}  // namespace

int main() {
    examples::emulated_account account;

    const stored_file device =
        upload(account, "GenerateReflectSequence", "what the SDK knows of the device", "d3e90257bef596d777f20d9d0e70f7ae");
    const auto sequence = account.call(faceid::generate_reflect_sequence{
        .device_data_url = device.url,
        .device_data_md5 = device.md5,
        .security_level = faceid::secure_level::motion_and_light,  // a text; security_level has the same modes as integers
    });
    if (examples::failed(sequence)) return 1;
    std::cout << "light sequence with MD5 " << sequence->reflect_sequence_md5.value_or("unknown") << '\n';

    // The app downloads the sequence, compares its MD5, plays it, and returns the recording. The service keeps files for 2 hours.
    const std::string_view target_action = "DetectReflectLivenessAndCompare";
    const stored_file recording = upload(account, target_action, "what the SDK recorded", "38a211c5c7cc01e0b5f2079fc3b1ed35");
    const stored_file photo = upload(account, target_action, "a photo of a face", "cdca0dad44a324d23d77beb7d0416384");
    const auto result = account.call(faceid::detect_reflect_liveness_and_compare{
        .live_data_url = recording.url, .live_data_md5 = recording.md5, .image_url = photo.url, .image_md5 = photo.md5});
    if (examples::failed(result)) return 1;
    std::cout << to_string(faceid::outcome(*result)) << '\n';
    return faceid::outcome(*result).passed() ? 0 : 1;
}
