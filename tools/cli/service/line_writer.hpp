// SPDX-License-Identifier: MIT
// Writes lines to standard error in a thread of its own, so that a pipe that nobody reads does not stop the service.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <string>

namespace tc3_cli {

/// A queue of lines. Use it in any number of threads.
class line_writer {
public:
    line_writer();
    line_writer(const line_writer&) = delete;
    line_writer& operator=(const line_writer&) = delete;
    /// Writes what is queued, unless nobody reads it within a second.
    ~line_writer();

    /// Queues a line without its line end. If 10,000 lines are waiting, the line is left out, and counted in a line of its own.
    void write(std::string line);

private:
    /// What the thread shares with the writer. The thread may outlive it: a write to a full pipe can last forever.
    struct shared_state {
        std::mutex mutex;
        std::condition_variable changed;
        std::deque<std::string> lines;
        std::size_t left_out = 0;
        bool is_ending = false;
        bool has_ended = false;
    };

    static void run(shared_state& state);

    std::shared_ptr<shared_state> state_;
};

}  // namespace tc3_cli
