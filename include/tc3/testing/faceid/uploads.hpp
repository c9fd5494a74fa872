// SPDX-License-Identifier: MIT
// The files that programs upload beside the API: addresses, each for one file and one action, and the checksums of the uploaded bytes.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/ascii.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/testing/faceid/md5.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail {

/// One file. Unless upload_to() was called, its addresses lead nowhere (RFC 2606): the test uploads and the emulator reads.
struct upload {
    static constexpr std::int64_t lifetime_seconds = 7200;

    std::string upload_url;     ///< the address for the app
    std::string resource_url;   ///< the address for the service
    std::string action;         ///< the only action that accepts the file
    unix_time created = {};     ///< the time of CreateUploadUrl
    bool is_uploaded = false;   ///< whether the file exists
    std::string checksum = {};  ///< the checksum of the bytes; empty: any checksum is accepted

    [[nodiscard]] std::int64_t age(unix_time now) const noexcept { return now.seconds - created.seconds; }
    /// Returns whether the upload has been expired for as long as it was valid, and so is removed.
    [[nodiscard]] bool is_stale(unix_time now) const noexcept { return age(now) / 2 >= lifetime_seconds; }
};

/// The uploads of an emulator, except the stale ones.
class upload_list {
public:
    /// Sets the beginning of the addresses from now on, which has no slash at its end. If it is empty, they lead nowhere.
    void upload_to(std::string_view base_url) { base_url_ = base_url; }

    /// Adds an upload for an action and removes the stale ones. An upload that `is_uploaded` exists without put(), with any content.
    ///
    /// Lifetime: the reference is valid until the next call.
    const upload& create(std::string_view action, unix_time now, bool is_uploaded);

    /// Stores the checksum of a file. Returns false if no upload has that `upload_url`.
    bool put(std::string_view upload_url, std::string_view bytes);

    /// Returns in words why an action cannot read the file at `resource_url` with that checksum; empty if it can.
    [[nodiscard]] std::string_view find_error(std::string_view resource_url, std::string_view checksum, std::string_view action,
                                              unix_time now) const noexcept;

private:
    [[nodiscard]] const upload* find(std::string_view resource_url) const noexcept;

    std::string base_url_;
    std::vector<upload> uploads_;
    std::uint64_t created_ = 0;
};

}  // namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail {

TC3_FUNCTION const upload& upload_list::create(std::string_view action, unix_time now, bool is_uploaded) {
    fixed_text<20> number;
    write_decimal(number, created_ + 1);
    const auto address = [&](std::string_view base_url, std::string_view path) {
        return std::string(base_url.empty() ? "https://emulator.invalid" : base_url).append(path).append(number.view());
    };
    uploads_.push_back({address(base_url_, "/upload/"), address(base_url_, "/file/"), std::string(action), now, is_uploaded});
    ++created_;
    std::erase_if(uploads_, [now](const upload& known) { return known.is_stale(now); });
    return uploads_.back();
}

TC3_FUNCTION bool upload_list::put(std::string_view upload_url, std::string_view bytes) {
    for (upload& known : uploads_) {
        if (known.upload_url != upload_url) continue;
        known.checksum = md5_of(bytes);  // first: without a checksum, any content would be accepted
        known.is_uploaded = true;
        return true;
    }
    return false;
}

TC3_FUNCTION std::string_view upload_list::find_error(std::string_view resource_url, std::string_view checksum, std::string_view action,
                                                      unix_time now) const noexcept {
    const upload* file = find(resource_url);
    if (file == nullptr) return "CreateUploadUrl did not return this address";
    if (file->action != action) return "the address is for another action";
    if (file->age(now) >= upload::lifetime_seconds) return "the address is 2 hours old or older";
    if (!file->is_uploaded) return "no file was uploaded";
    if (!file->checksum.empty() && !ascii::equal_lower(checksum, file->checksum)) return "the MD5 differs";
    return {};
}

TC3_FUNCTION const upload* upload_list::find(std::string_view resource_url) const noexcept {
    for (const upload& known : uploads_) {
        if (known.resource_url == resource_url) return &known;
    }
    return nullptr;
}

}  // namespace tc3::inline TC3_NAMESPACE::testing::faceid_detail

#endif  // TC3_BODIES
