// SPDX-License-Identifier: MIT
// The files that are uploaded beside the API: addresses for one upload and one action each, and what was put there.
#pragma once

#include <tc3/core/ascii.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/testing/faceid/md5.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tc3::inline v0_1::testing::detail {

/// The two addresses of a file, which lead nowhere (RFC 2606): a test takes the place of the file store.
struct upload {
    static constexpr std::int64_t lifetime_seconds = 7200;

    std::string upload_url;    ///< where the app puts it
    std::string resource_url;  ///< where the service gets it
    std::string for_action;    ///< the only one that gets it
    unix_time granted = {};
    bool done = false;
    std::string md5 = {};  ///< of what was put there; empty: not known

    [[nodiscard]] std::int64_t age(unix_time now) const noexcept { return now.seconds - granted.seconds; }
};

/// The uploads that an emulator granted, until they have been void for as long as they were not.
class upload_list {
public:
    /// A file that counts as `done` is there, whatever its content, without a put().
    const upload& grant(std::string_view action, unix_time now, bool done) {
        std::erase_if(uploads_, [now](const upload& known) { return known.age(now) / 2 >= upload::lifetime_seconds; });
        fixed_text<20> number;
        write_decimal(number, ++granted_);
        const std::string place = "https://emulator.invalid/file/" + std::string(number.view());
        return uploads_.emplace_back(upload{place + "?upload", place, std::string(action), now, done});
    }

    /// Something is put at an upload_url. False where that was not granted.
    bool put(std::string_view upload_url, std::string_view bytes) {
        for (upload& known : uploads_) {
            if (known.upload_url != upload_url) continue;
            known.done = true;
            known.md5 = testing::md5(bytes);
            return true;
        }
        return false;
    }

    /// Why an action can't get the file of a resource_url with that MD5; empty where it can.
    [[nodiscard]] std::string_view error_of(std::string_view resource_url, std::string_view md5, std::string_view action,
                                            unix_time now) const noexcept {
        const upload* found = nullptr;
        for (const upload& known : uploads_) {
            if (known.resource_url == resource_url) found = &known;
        }
        if (found == nullptr) return "CreateUploadUrl made no such address";
        if (found->for_action != action) return "the address was made for another action";
        if (found->age(now) >= upload::lifetime_seconds) return "the address was made 2 hours ago or earlier";
        if (!found->done) return "nothing was put there";
        if (!found->md5.empty() && !ascii::equal_lower(md5, found->md5)) return "the MD5 is another one";
        return {};
    }

private:
    std::vector<upload> uploads_;
    std::uint64_t granted_ = 0;
};

}  // namespace tc3::inline v0_1::testing::detail
