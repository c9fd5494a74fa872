// SPDX-License-Identifier: MIT
// The connections of a server and the memory that they share: how many there are, which of them wait for their client, and their end.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <list>
#include <mutex>
#include <thread>

namespace tc3_cli {

/// Threads with a connection each, up to a limit. Thread-safe where not stated otherwise.
class connection_table {
public:
    explicit connection_table(std::size_t max_connections) noexcept : max_connections_(max_connections) {}
    connection_table(const connection_table&) = delete;
    connection_table& operator=(const connection_table&) = delete;

    /// Runs `serve_connection` in a thread, as soon as there is room for it. Waits for room at most until is_stopping().
    ///
    /// Room is made at the cost of the connection that has waited longest for its client, if it has for a second.
    void start(std::function<void()> serve_connection);

    /// Ends all connections and returns when their threads have ended. Replies that are being made get a second. For the thread of start().
    void end_all();

    void stop() noexcept { is_stopping_.store(true); }
    [[nodiscard]] bool is_stopping() const noexcept { return is_stopping_.load(); }

    /// Waits for a time, or until end_all(). Returns false in the latter case.
    [[nodiscard]] bool sleep(std::chrono::milliseconds duration);

    /// A connection in the table, from the constructor to the destructor.
    class entry {
    public:
        entry(connection_table& table, int socket);
        entry(const entry&) = delete;
        entry& operator=(const entry&) = delete;
        ~entry();

        /// Says that the connection waits for its client from now on, and so may be ended; or that it works on a reply.
        void set_waiting(bool is_waiting);

    private:
        friend connection_table;
        struct place {
            int socket;
            bool is_waiting;
            std::chrono::steady_clock::time_point since;
        };
        connection_table& table_;
        std::list<place>::iterator place_;
    };

private:
    using lock = std::unique_lock<std::mutex>;

    [[nodiscard]] bool start_thread(const std::function<void()>& serve_connection);
    [[nodiscard]] bool wait_for_room();
    void join_ended();
    void end_longest_waiting();
    void shut_down(bool with_working);

    const std::size_t max_connections_;
    std::atomic<bool> is_stopping_ = false;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool has_ended_ = false;
    std::list<std::thread> threads_;  ///< that serve a connection
    std::list<std::thread> ended_;    ///< to be joined
    std::list<entry::place> places_;
};

/// The bytes that all connections hold, up to a limit.
class memory_budget {
public:
    explicit memory_budget(std::size_t limit) noexcept : limit_(limit) {}

    /// The bytes of one connection, which are given back at the end.
    class share {
    public:
        explicit share(memory_budget& budget) noexcept : budget_(budget) {}
        share(const share&) = delete;
        share& operator=(const share&) = delete;
        ~share() { budget_.used_ -= size_; }

        /// Changes the share to a size. Returns false, without a change, if the limit forbids it.
        [[nodiscard]] bool resize(std::size_t size) noexcept {
            if (size > size_ && budget_.used_.fetch_add(size - size_) + (size - size_) > budget_.limit_) {
                budget_.used_ -= size - size_;
                return false;
            }
            if (size < size_) budget_.used_ -= size_ - size;
            size_ = size;
            return true;
        }

    private:
        memory_budget& budget_;
        std::size_t size_ = 0;
    };

private:
    const std::size_t limit_;
    std::atomic<std::size_t> used_ = 0;
};

}  // namespace tc3_cli
