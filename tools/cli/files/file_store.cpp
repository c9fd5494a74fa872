// SPDX-License-Identifier: MIT
// The files of CreateUploadUrl: stores what clients upload, returns it, and forgets it after two hours.
#include "files/file_store.hpp"

#include <tc3/core/ascii.hpp>
#include <tc3/encoding/base64.hpp>
#include <tc3/encoding/hex.hpp>
#include <tc3/testing/faceid/md5.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

namespace tc3_cli {

namespace {

namespace ascii = tc3::ascii;

/// The parts of a request that the store reads. A request without Content-MD5 or Content-Type has none of them.
struct file_request {
    std::string_view method;
    std::string_view target;
    std::string_view body;
    std::optional<std::string_view> content_md5;
    std::optional<std::string_view> content_type;
};

std::string_view take_until(std::string_view& text, std::string_view end) noexcept {
    const std::size_t position = text.find(end);
    const std::string_view taken = text.substr(0, position);
    text.remove_prefix(position == std::string_view::npos ? text.size() : position + end.size());
    return taken;
}

void read_header(std::string_view line, file_request& request) noexcept {
    const std::string_view name = take_until(line, ":");
    const std::string_view value = ascii::trim(line);
    if (ascii::equal_lower(name, "content-md5")) request.content_md5 = value;
    if (ascii::equal_lower(name, "content-type")) request.content_type = value;
}

file_request read_request(std::string_view bytes) noexcept {
    file_request request;
    std::string_view first = take_until(bytes, "\n");
    request.method = take_until(first, " ");
    request.target = take_until(first, " ");
    while (!bytes.empty()) {
        std::string_view line = take_until(bytes, "\n");
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) break;
        read_header(line, request);
    }
    request.body = bytes;
    return request;
}

/// Returns the path of a target: the part before '?'.
std::string_view path_of(std::string_view target) noexcept { return target.substr(0, target.find('?')); }

/// Returns the MD5 in a Content-MD5 header as hex digits; nothing if the header is not 16 bytes in base64.
std::optional<std::string> md5_in(std::string_view header) {
    std::array<char, 16> bytes{};
    if (tc3::base64_decoded_size(header) != bytes.size() || !tc3::decode_base64(header, bytes)) return std::nullopt;
    std::string digits;
    for (const char byte : bytes) {
        constexpr std::string_view hex = "0123456789abcdef";
        const auto value = static_cast<unsigned char>(byte);
        digits.append({hex[value >> 4U], hex[value & 15U]});
    }
    return digits;
}

/// Replies with an error as the object storage does. `message` has no character that XML escapes.
http_reply error_reply(int status, std::string_view code, std::string_view message) {
    std::string body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>";
    body.append(code).append("</Code><Message>").append(message).append("</Message></Error>\n");
    return {.status = status, .headers = {{"Content-Type", "application/xml"}}, .body = std::move(body)};
}

http_reply no_such_file() { return error_reply(404, "NoSuchKey", "No file was uploaded for this address, or it has expired."); }

std::string etag_of(const std::string& md5) { return "\"" + md5 + "\""; }

}  // namespace

file_store::file_store(file_store_options options, clock seconds_now, stored on_stored)
    : options_(std::move(options)), seconds_now_(std::move(seconds_now)), on_stored_(std::move(on_stored)) {}

bool file_store::has_target(std::string_view target) const noexcept {
    return target.starts_with(options_.upload_prefix) || target.starts_with(options_.file_prefix);
}

http_reply file_store::handle(const http_exchange_request& request) {
    const file_request read = read_request(request.bytes);
    const std::string_view path = path_of(read.target);
    const bool is_upload = path.starts_with(options_.upload_prefix);
    if (!is_upload && !path.starts_with(options_.file_prefix)) return no_such_file();
    const std::string_view name = path.substr(is_upload ? options_.upload_prefix.size() : options_.file_prefix.size());
    if (is_upload && read.method == "PUT") return put(name, request.bytes);
    if (!is_upload && (read.method == "GET" || read.method == "HEAD")) return get(name);

    http_reply reply = is_upload ? error_reply(405, "MethodNotAllowed", "Upload a file with PUT.")
                                 : error_reply(405, "MethodNotAllowed", "Download a file with GET, and upload it to its upload address.");
    reply.headers.emplace_back("Allow", is_upload ? "PUT" : "GET, HEAD");
    return reply;
}

http_reply file_store::put(std::string_view name, std::string_view bytes) {
    const file_request request = read_request(bytes);
    if (request.body.size() > (std::min)(options_.max_file_size, options_.max_bytes)) {
        return error_reply(400, "EntityTooLarge", "The file is larger than the store accepts.");
    }
    const std::string md5 = tc3::testing::md5_of(request.body);
    if (request.content_md5) {
        const auto sent = md5_in(*request.content_md5);
        if (!sent) return error_reply(400, "InvalidDigest", "Content-MD5 is not an MD5 of 16 bytes in base64.");
        if (*sent != md5) return error_reply(400, "BadDigest", "Content-MD5 is not the MD5 of the bytes that arrived.");
    }
    if (!on_stored_(request.target, request.body)) {
        return error_reply(404, "NoSuchUpload", "CreateUploadUrl did not return this address, or it has expired.");
    }
    keep(name, {.bytes = std::make_shared<const std::string>(request.body),
                .md5 = md5,
                .content_type = std::string(request.content_type.value_or("application/octet-stream")),
                .stored_at = seconds_now_()});
    return {.status = 200, .headers = {{"ETag", etag_of(md5)}}};
}

http_reply file_store::get(std::string_view name) {
    const std::int64_t now = seconds_now_();
    file found;
    {
        const std::lock_guard lock(mutex_);
        forget_old_files(now);
        const auto known = files_.find(name);
        if (known == files_.end()) return no_such_file();
        found = known->second;  // shares the bytes, which are copied without the lock
    }
    return {
        .status = 200, .headers = {{"Content-Type", found.content_type}, {"ETag", etag_of(found.md5)}}, .body = std::string(*found.bytes)};
}

void file_store::keep(std::string_view name, file added) {
    const std::lock_guard lock(mutex_);
    forget_old_files(added.stored_at);
    const auto replaced = files_.find(name);
    if (replaced != files_.end()) forget(replaced);
    make_room(added.bytes->size());
    bytes_ += added.bytes->size();
    added.number = ++stored_count_;
    files_.emplace(name, std::move(added));
}

void file_store::forget_old_files(std::int64_t now) {
    for (auto at = files_.begin(); at != files_.end();) {
        const auto next = std::next(at);
        if (now - at->second.stored_at >= options_.lifetime_seconds) forget(at);
        at = next;
    }
}

/// Forgets the oldest files until one more of `size` bytes fits.
void file_store::make_room(std::size_t size) {
    const auto is_older = [](const auto& a, const auto& b) { return a.second.number < b.second.number; };
    while (!files_.empty() && (files_.size() >= options_.max_files || bytes_ + size > options_.max_bytes)) {
        forget(std::min_element(files_.begin(), files_.end(), is_older));
    }
}

void file_store::forget(std::map<std::string, file, std::less<>>::iterator position) {
    bytes_ -= position->second.bytes->size();
    files_.erase(position);
}

}  // namespace tc3_cli
