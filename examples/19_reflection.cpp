// SPDX-License-Identifier: MIT
// The reflection SDK: a light sequence made for one device, played to a face, and what the camera saw compared with a photo.
#include "support/emulated_account.hpp"

namespace faceid = tc3::faceid;

namespace {

/// A file in the service's storage, as the actions that read it want it: its address and its MD5.
struct stored_file {
    std::string url;
    std::string md5;
};

stored_file upload(example::emulated_account& account, std::string_view for_action, std::string_view bytes, std::string_view md5) {
    const auto granted = account.ask(faceid::create_upload_url{.target_action = std::string(for_action)});
    if (example::failed(granted) || !granted->upload_url || !granted->resource_url) return {};
    if (!account.scenario.upload(*granted->upload_url, bytes)) return {};  // a plain PUT
    return {*granted->resource_url, std::string(md5)};
}

}  // namespace

int main() {
    example::emulated_account account;

    const stored_file device =
        upload(account, "GenerateReflectSequence", "what the SDK knows of the device", "d3e90257bef596d777f20d9d0e70f7ae");
    const auto sequence = account.ask(faceid::generate_reflect_sequence{
        .device_data_url = device.url, .device_data_md5 = device.md5, .security_level = faceid::secure_level::motion_and_light});
    if (example::failed(sequence)) return 1;
    std::cout << "light sequence with MD5 " << sequence->reflect_sequence_md5.value_or("unknown") << '\n';

    // The app downloads the sequence, compares its MD5, plays it, and hands back what the camera saw. Files are kept for 2 hours.
    const std::string_view next = "DetectReflectLivenessAndCompare";
    const stored_file seen = upload(account, next, "what the SDK recorded", "38a211c5c7cc01e0b5f2079fc3b1ed35");
    const stored_file photo = upload(account, next, "a photo of a face", "cdca0dad44a324d23d77beb7d0416384");
    const auto output = account.ask(faceid::detect_reflect_liveness_and_compare{
        .live_data_url = seen.url, .live_data_md5 = seen.md5, .image_url = photo.url, .image_md5 = photo.md5});
    if (example::failed(output)) return 1;
    std::cout << to_string(faceid::outcome(*output)) << '\n';
    return faceid::outcome(*output).passed() ? 0 : 1;
}
