// SPDX-License-Identifier: MIT
// Reads recordings and finds exchanges in them.
#include "record/replayer.hpp"

#include "record/action_tables.hpp"
#include "record/mask.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>
#include <utility>

namespace tc3_cli {

namespace {

[[nodiscard]] tc3::result<std::string, std::string> read_file(const std::string& path) {
    const auto close = [](std::FILE* file) { std::fclose(file); };
    const std::unique_ptr<std::FILE, decltype(close)> file(std::fopen(path.c_str(), "rb"), close);
    const auto fail = [&path](std::string_view reason) { return tc3::unexpected("the recording " + path + " " + std::string(reason)); };
    if (!file) return fail("cannot be opened: " + std::generic_category().message(errno));
    std::string text;
    std::array<char, 65536> piece;
    while (const std::size_t size = std::fread(piece.data(), 1, piece.size(), file.get())) {
        if (text.size() + size > largest_recording) return fail("is larger than " + std::to_string(largest_recording) + " bytes");
        text.append(piece.data(), size);
    }
    if (std::ferror(file.get()) != 0) return fail("cannot be read: " + std::generic_category().message(errno));
    return text;
}

[[nodiscard]] bool is_blank(std::string_view line) noexcept { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

}  // namespace

tc3::result<replayer, std::string> replayer::load(const std::string& path) {
    const auto text = read_file(path);
    if (!text) return tc3::unexpected(text.error());
    auto loaded = parse(*text);
    if (!loaded) return tc3::unexpected("the recording " + path + ": " + loaded.error());
    return loaded;
}

tc3::result<replayer, std::string> replayer::parse(std::string_view text) {
    replayer parsed;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (is_blank(line)) continue;
        auto added = parsed.add(line);
        if (!added) return tc3::unexpected("line " + std::to_string(number) + " " + added.error());
    }
    if (parsed.entries_.empty()) return tc3::unexpected(std::string("has no exchanges"));
    return parsed;
}

tc3::result<void, std::string> replayer::add(std::string_view line) {
    auto read = read_exchange(line);
    if (!read) return tc3::unexpected(std::move(read).error());
    std::string key = matching_key(read->input, find_action_tables(read->service, read->action));
    entries_.push_back({std::move(*read), std::move(key)});
    return {};
}

std::optional<exchange> replayer::find(std::string_view service, std::string_view version, std::string_view action,
                                       std::string_view input) {
    const std::string key = matching_key(input, find_action_tables(service, action));
    // The best entry so far: an unused one before a used one, then one with the input before another. Of unused ones the first counts, of
    // used ones the last.
    entry* best = nullptr;
    int best_rank = 0;
    for (entry& each : entries_) {
        const bool is_of_action = each.exchange.service == service && each.exchange.version == version && each.exchange.action == action;
        if (!is_of_action) continue;
        const int rank = 1 + (each.key == key ? 1 : 0) + (each.is_used ? 0 : 2);
        const bool is_better = rank > best_rank || (rank == best_rank && each.is_used);
        if (!is_better) continue;
        best = &each;
        best_rank = rank;
    }
    if (best == nullptr) return std::nullopt;
    best->is_used = true;
    return best->exchange;
}

std::size_t replayer::used() const noexcept {
    return static_cast<std::size_t>(std::count_if(entries_.begin(), entries_.end(), [](const entry& each) { return each.is_used; }));
}

}  // namespace tc3_cli
