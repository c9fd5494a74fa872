// SPDX-License-Identifier: MIT
// Appends lines to a file with the calls of POSIX, which set its permissions before the first byte.
#include "record/recorder.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>

namespace tc3_cli {

namespace {

[[nodiscard]] std::string describe_errno() { return std::generic_category().message(errno); }

/// Returns the size of a regular file, or -1.
[[nodiscard]] off_t size_of(int file) noexcept {
    struct stat properties{};
    const bool is_regular = fstat(file, &properties) == 0 && S_ISREG(properties.st_mode);
    return is_regular ? properties.st_size : off_t{-1};
}

[[nodiscard]] bool ends_with_line_end(int file, off_t size) noexcept {
    char last = '\n';
    return size == 0 || (pread(file, &last, 1, size - 1) == 1 && last == '\n');
}

[[nodiscard]] bool write_all(int file, std::string_view text) noexcept {
    while (!text.empty()) {
        const ssize_t written = ::write(file, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

tc3::result<recorder, std::string> recorder::open(const std::string& path) {
    // O_NONBLOCK: a pipe without a reader is an error, and does not wait for one. Regular files ignore it.
    const int file = ::open(path.c_str(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, S_IRUSR | S_IWUSR);
    if (file < 0) return tc3::unexpected("the recording " + path + " cannot be opened: " + describe_errno());
    recorder opened(path, file);
    const off_t size = size_of(file);
    if (size < 0) return tc3::unexpected("the recording " + path + " is no regular file");
    if (size >= off_t{largest_recording}) return tc3::unexpected("the recording " + path + " is full: begin another one");
    // A file that was changed by hand may end without a line end.
    if (!ends_with_line_end(file, size) && !write_all(file, "\n")) {
        return tc3::unexpected("the recording " + path + " cannot be written: " + describe_errno());
    }
    return opened;
}

recorder::recorder(std::string path, int file) noexcept : path_(std::move(path)), file_(file) {}

recorder::recorder(recorder&& other) noexcept : path_(std::move(other.path_)), file_(std::exchange(other.file_, -1)) {}

recorder& recorder::operator=(recorder&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(file_, other.file_);
    return *this;
}

recorder::~recorder() {
    if (file_ >= 0) ::close(file_);
}

tc3::result<void, std::string> recorder::record(const exchange& exchange) {
    auto line = write_exchange(exchange);
    if (!line) return tc3::unexpected(std::move(line).error());
    line->push_back('\n');

    const off_t size = size_of(file_);
    if (size < 0) return tc3::unexpected("the recording " + path_ + " cannot be written: it is closed");
    if (size + static_cast<off_t>(line->size()) > off_t{largest_recording}) {
        return tc3::unexpected("the recording " + path_ + " is full: begin another one");
    }
    if (write_all(file_, *line)) return {};
    const std::string reason = describe_errno();
    // Part of the line may have been written. If it cannot be removed, replay names the line.
    static_cast<void>(::ftruncate(file_, size));
    return tc3::unexpected("the recording " + path_ + " cannot be written: " + reason);
}

}  // namespace tc3_cli
