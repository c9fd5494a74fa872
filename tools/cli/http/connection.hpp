// SPDX-License-Identifier: MIT
// One connection of the server: reads its requests, gives them to the handler, delivers the replies.
#pragma once

#include "http/byte_stream.hpp"
#include "http/connection_table.hpp"
#include "http/http_exchange.hpp"
#include "http/http_server.hpp"
#include "http/request_framing.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace tc3_cli {

/// What all connections of a server share.
struct connection_setup {
    connection_setup(http_server_options given, http_server::handler handler)
        : options(std::move(given)), respond(std::move(handler)), table(options.max_connections), memory(options.max_bytes_in_memory) {}

    http_server_options options;
    http_server::handler respond;
    connection_table table;
    memory_budget memory;
};

class connection {
public:
    connection(int socket, connection_setup& setup);

    /// Serves until the client or the server ends the connection. The socket is not closed.
    void serve();

private:
    /// A request in the buffer.
    struct request {
        request_frame frame = {};
        std::size_t head_size = 0;
        std::string joined = {};  ///< the bytes of a chunked request; the others are in the buffer
        std::size_t size = 0;     ///< in the buffer
    };
    using read_result = tc3::result<void, framing_error>;
    /// What follows a reply.
    enum class next_step {
        read_request,
        end,        ///< properly, so that the client knows that it has all
        break_off,  ///< as if the connection broke
        close,      ///< it is broken already
    };

    [[nodiscard]] bool shake_hands();
    [[nodiscard]] bool serve_request();
    [[nodiscard]] next_step exchange();
    [[nodiscard]] bool wait_for_request();
    [[nodiscard]] read_result read_request(request& read, time_point deadline);
    [[nodiscard]] read_result read_head(request& read, time_point deadline);
    [[nodiscard]] read_result read_body(request& read, time_point deadline);
    [[nodiscard]] read_result read_chunks(request& read, time_point deadline);
    [[nodiscard]] bool hold(std::size_t size);
    [[nodiscard]] read_result read_more(std::size_t largest, time_point deadline);
    [[nodiscard]] read_result send_continue(const request& read, time_point deadline);

    [[nodiscard]] http_reply reply_to(const request& read);
    [[nodiscard]] next_step deliver(const http_reply& reply, const request_frame& frame);
    [[nodiscard]] next_step reject(const framing_error& error);
    void end(next_step how);

    connection_setup& setup_;
    byte_stream stream_;
    connection_table::entry entry_;
    memory_budget::share memory_;
    std::string peer_;
    std::string buffer_;           ///< what was received and not yet handled
    std::size_t joined_size_ = 0;  ///< of the chunked body that is being read
};

}  // namespace tc3_cli
