// SPDX-License-Identifier: MIT
// Reads recordings and finds exchanges in them.
#include "record/replayer.hpp"

#include "read_file.hpp"
#include "record/action_tables.hpp"
#include "record/mask.hpp"

#include <algorithm>
#include <utility>

namespace tc3_cli {

namespace {

[[nodiscard]] bool is_blank(std::string_view line) noexcept { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

}  // namespace

tc3::result<replayer, std::string> replayer::load(const std::string& path) {
    const auto text = read_file(path, largest_recording);
    if (!text) return tc3::unexpected(text.error());
    auto loaded = parse(*text);
    if (!loaded) return tc3::unexpected(path + ": " + loaded.error());
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
    // The best entry so far: one with the input before another, then an unused one before a used one. Of unused ones the first counts, of
    // used ones the last.
    entry* best = nullptr;
    int best_rank = 0;
    for (entry& each : entries_) {
        const bool is_of_action = each.exchange.service == service && each.exchange.version == version && each.exchange.action == action;
        if (!is_of_action) continue;
        const int rank = 1 + (each.key == key ? 2 : 0) + (each.is_used ? 0 : 1);
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
