// SPDX-License-Identifier: MIT
// The connections of a server and the memory that they share: how many there are, which of them wait for their client, and their end.
#include "http/connection_table.hpp"

#include <sys/socket.h>

#include <system_error>
#include <thread>
#include <utility>

namespace tc3_cli {

namespace {

using namespace std::chrono_literals;

constexpr auto patience = 1s;      // with a client, when connections are short
constexpr auto look_again = 50ms;  // for room

}  // namespace

void connection_table::start(std::function<void()> serve_connection) {
    while (wait_for_room()) {
        if (start_thread(serve_connection)) return;
        std::this_thread::sleep_for(look_again);
    }
    // Stopping: the function has to run all the same, because only it can close its socket. Its table is stopping, so it is quick.
    serve_connection();
}

bool connection_table::start_thread(const std::function<void()>& serve_connection) {
    join_ended();
    const lock guard(mutex_);
    const auto thread = threads_.emplace(threads_.end());
    try {
        *thread = std::thread([this, serve_connection, thread] {
            serve_connection();
            const lock guard_of_thread(mutex_);
            ended_.splice(ended_.end(), threads_, thread);
            changed_.notify_all();
        });
        return true;
    } catch (const std::system_error&) {  // the system has no more threads
        threads_.erase(thread);
        return false;
    }
}

void connection_table::join_ended() {
    std::list<std::thread> ended;
    {
        const lock guard(mutex_);
        ended.swap(ended_);
    }
    for (std::thread& thread : ended) thread.join();
}

bool connection_table::wait_for_room() {
    lock guard(mutex_);
    while (threads_.size() >= max_connections_ && !is_stopping()) {
        end_longest_waiting();
        changed_.wait_for(guard, look_again);
    }
    return !is_stopping();
}

void connection_table::end_longest_waiting() {
    auto* longest = static_cast<entry::place*>(nullptr);
    for (entry::place& place : places_) {
        if (place.is_waiting && (longest == nullptr || place.since < longest->since)) longest = &place;
    }
    if (longest == nullptr || std::chrono::steady_clock::now() - longest->since < patience) return;
    ::shutdown(longest->socket, SHUT_RDWR);
    longest->is_waiting = false;  // its thread ends now
}

void connection_table::shut_down(bool with_working) {
    for (const entry::place& place : places_) {
        if (place.is_waiting || with_working) ::shutdown(place.socket, SHUT_RDWR);
    }
}

void connection_table::end_all() {
    stop();
    lock guard(mutex_);
    has_ended_ = true;
    changed_.notify_all();
    shut_down(false);
    const auto all_ended = [this] { return threads_.empty(); };
    if (!changed_.wait_for(guard, 1s, all_ended)) shut_down(true);
    changed_.wait(guard, all_ended);
    guard.unlock();
    join_ended();
}

bool connection_table::sleep(std::chrono::milliseconds duration) {
    lock guard(mutex_);
    return !changed_.wait_for(guard, duration, [this] { return has_ended_; });
}

connection_table::entry::entry(connection_table& table, int socket) : table_(table) {
    const lock guard(table_.mutex_);
    place_ = table_.places_.insert(table_.places_.end(), place{socket, true, std::chrono::steady_clock::now()});
    if (table_.has_ended_) ::shutdown(socket, SHUT_RDWR);
}

connection_table::entry::~entry() {
    const lock guard(table_.mutex_);
    table_.places_.erase(place_);
}

void connection_table::entry::set_waiting(bool is_waiting) {
    const lock guard(table_.mutex_);
    place_->is_waiting = is_waiting;
    place_->since = std::chrono::steady_clock::now();
    if (is_waiting && table_.has_ended_) ::shutdown(place_->socket, SHUT_RDWR);
}

}  // namespace tc3_cli
