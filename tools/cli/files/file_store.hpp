// SPDX-License-Identifier: MIT
// The files of CreateUploadUrl: stores what clients upload, returns it, and forgets it after two hours.
#pragma once

#include "http/http_exchange.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace tc3_cli {

struct file_store_options {
    std::string upload_prefix = "/upload/";  ///< paths of uploads begin with it: PUT /upload/7
    std::string file_prefix = "/file/";      ///< paths of files begin with it: GET /file/7 returns what was put to /upload/7
    std::size_t max_file_size = 16'000'000;  ///< larger files get EntityTooLarge
    std::size_t max_files = 1000;            ///< more files push out the oldest
    std::size_t max_bytes = 256'000'000;     ///< of all files; more bytes push out the oldest files
    std::int64_t lifetime_seconds = 7200;    ///< older files do not exist
};

/// Files in memory, served over HTTP with replies as Tencent Cloud's object storage (COS) makes them: errors are XML with Code and Message.
///
/// Thread-safe. `seconds_now` and `on_stored` are called without a lock.
class file_store {
public:
    using clock = std::function<std::int64_t()>;
    /// Called with the target of each upload as sent ("/upload/7") and its bytes. Returns false if nobody was given this address: the file
    /// is then not kept, and the client gets status 404.
    using stored = std::function<bool(std::string_view target, std::string_view bytes)>;

    file_store(file_store_options options, clock seconds_now, stored on_stored);

    /// Returns whether the target of a request belongs to the store, so that handle() responds to it.
    [[nodiscard]] bool has_target(std::string_view target) const noexcept;

    /// Responds to PUT, GET and HEAD.
    ///
    /// PUT checks Content-MD5 where it is sent, and replies with the MD5 as ETag.
    [[nodiscard]] http_reply handle(const http_exchange_request& request);

private:
    struct file {
        std::shared_ptr<const std::string> bytes;
        std::string md5;
        std::string content_type;
        std::int64_t stored_at = 0;
        std::uint64_t number = 0;  ///< in the order of uploads
    };

    [[nodiscard]] http_reply put(std::string_view name, std::string_view bytes);
    [[nodiscard]] http_reply get(std::string_view name);
    void keep(std::string_view name, file added);
    void forget_old_files(std::int64_t now);
    void make_room(std::size_t size);
    void forget(std::map<std::string, file, std::less<>>::iterator position);

    file_store_options options_;
    clock seconds_now_;
    stored on_stored_;
    std::mutex mutex_;
    std::map<std::string, file, std::less<>> files_;
    std::size_t bytes_ = 0;
    std::uint64_t stored_count_ = 0;
};

}  // namespace tc3_cli
