// SPDX-License-Identifier: MIT
#include "service/line_writer.hpp"

#include <chrono>
#include <iostream>
#include <thread>
#include <utility>

namespace tc3_cli {

namespace {

constexpr std::size_t most_lines = 10'000;
constexpr std::chrono::seconds patience{1};

}  // namespace

line_writer::line_writer() : state_(std::make_shared<shared_state>()) {
    std::thread([state = state_] { run(*state); }).detach();
}

line_writer::~line_writer() {
    std::unique_lock lock(state_->mutex);
    state_->is_ending = true;
    state_->changed.notify_all();
    state_->changed.wait_for(lock, patience, [this] { return state_->has_ended; });
}

void line_writer::write(std::string line) {
    const std::lock_guard lock(state_->mutex);
    if (state_->lines.size() >= most_lines) {
        ++state_->left_out;
        return;
    }
    state_->lines.push_back(std::move(line));
    state_->changed.notify_all();
}

void line_writer::run(shared_state& state) {
    std::unique_lock lock(state.mutex);
    for (;;) {
        state.changed.wait(lock, [&state] { return state.is_ending || !state.lines.empty(); });
        if (state.lines.empty()) break;
        std::string text;
        for (const std::string& line : state.lines) text.append(line).append("\n");
        if (state.left_out != 0) text.append(std::to_string(state.left_out)).append(" lines were left out\n");
        state.lines.clear();
        state.left_out = 0;
        lock.unlock();
        std::cerr << text << std::flush;
        lock.lock();
    }
    state.has_ended = true;
    state.changed.notify_all();
}

}  // namespace tc3_cli
