// SPDX-License-Identifier: MIT
// The end of a call that does not wait: what a transport keeps until its response is there.
#pragma once

#include <tc3/api/parse_response.hpp>
#include <tc3/http/request.hpp>
#include <tc3/http/response.hpp>
#include <tc3/transport/bounded_message.hpp>
#include <tc3/transport/concept.hpp>

#include <cstddef>
#include <cstdint>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tc3::inline v0_1 {

/// One call in flight: its request, and the caller's handler. Move-only, one type for all inputs, no heap of its own and no thread: the
/// handler runs within complete(), fail() or cancel(), wherever these are called. Not for two threads at a time.
///
/// The handler is called exactly once. Whoever completes for a second time changes nothing and is told by false. A completion that dies
/// without an outcome calls the handler with interruption::abandoned, at stage transport. It holds nothing of profile, input or policy:
/// they may die as soon as call_async() returns. Within its own handler it may be moved, destroyed or given another call, unless it is its
/// destructor that calls the handler.
class completion {
public:
    /// The most that a handler may capture.
    static constexpr std::size_t handler_size = 6 * sizeof(void*);

    /// Made by call_async(). The handler takes an call_result<Input>. It must not throw: the call would have ended all the same, and
    /// where a destructor calls it, the program.
    template <has_owning_output Input, class Handler>
    [[nodiscard]] static completion of(http::request request, Handler handler) {
        static_assert(sizeof(Handler) <= handler_size, "the handler captures too much: capture a pointer or a reference to it");
        static_assert(alignof(Handler) <= alignof(std::max_align_t), "what the handler captures is aligned too far");
        static_assert(std::is_nothrow_move_constructible_v<Handler>, "the handler captures what may throw when it is moved");
        completion made(std::move(request));
        ::new (static_cast<void*>(made.handler_)) Handler(std::move(handler));
        made.handle_ = &handle<Input, Handler>;
        return made;
    }
    completion(completion&& other) noexcept : request_(std::move(other.request_)), handle_(other.handle_) {
        if (handle_ != nullptr) handle_(other, {.move_to = handler_});
    }
    /// The call that this one stood for is abandoned. Its handler finds the new one in place, and may destroy or replace it.
    completion& operator=(completion other) noexcept {
        const completion before(std::move(*this));  // calls its handler when all else is done
        this->~completion();
        return *::new (static_cast<void*>(this)) completion(std::move(other));
    }
    ~completion() { end({.interruption = interruption::abandoned}); }

    /// Whether there is a call to complete: not after it was completed or moved away.
    [[nodiscard]] explicit operator bool() const noexcept { return handle_ != nullptr; }
    /// What to send, as a transport that waits has it. Valid while this object lives unmoved: ask again after it has found its place.
    [[nodiscard]] http::request_view request() const& noexcept TC3_LIFETIMEBOUND { return request_.view(); }
    http::request_view request() const&& = delete;

    /// Ends the call with a response of any HTTP stack, which is not needed any more when the handler runs. Where the answer finds no
    /// memory, std::bad_alloc goes to the transport and the call stays open.
    template <http_response Response>
    bool complete(const Response& response) {
        return end({.status = status_of(response), .text = body_of(response)});
    }
    /// Ends the call with an error of the transport: its own number, and a text for people. Where the text finds no memory, std::bad_alloc
    /// goes to the transport and the call stays open.
    template <has_code_and_message Error>
    bool fail(const Error& error) {
        return end({.is_response = false,
                    .code = static_cast<std::int64_t>(error.code),
                    .text = transport_detail::bounded_message(error.message)});
    }
    /// Ends the call with interruption::cancelled. Whether the service saw the request is not known.
    bool cancel() { return end({.interruption = interruption::cancelled}); }

private:
    struct ending {
        tc3::interruption interruption = interruption::none;
        bool is_response = true;
        std::int32_t status = 0;
        std::int64_t code = 0;
        std::string_view text = {};  // the body, or the text of an error
        void* move_to = nullptr;     // no ending: the handler has to move there
    };

    explicit completion(http::request request) noexcept : request_(std::move(request)) {}

    bool end(const ending& how) {
        if (handle_ == nullptr) return false;
        handle_(*this, how);
        return true;
    }

    template <class Input, class Handler>
    static void handle(completion& call, const ending& how) {
        if (how.move_to != nullptr) {
            ::new (how.move_to) Handler(call.release<Handler>());
            return;
        }
        call_result<Input> made = outcome<Input>(how);
        Handler handler = call.release<Handler>();  // the call may die when it is called
        handler(std::move(made));
    }

    /// Takes the handler out, and with it the call.
    template <class Handler>
    [[nodiscard]] Handler release() noexcept {
        Handler* kept = std::launder(reinterpret_cast<Handler*>(handler_));
        Handler released(std::move(*kept));
        kept->~Handler();
        handle_ = nullptr;
        return released;
    }

    template <class Input>
    [[nodiscard]] static call_result<Input> outcome(const ending& how) {
        if (how.interruption == interruption::none && how.is_response) {
            return parse_response<Input>(http::response_view{.status = how.status, .body = how.text});
        }
        return unexpected(failure{
            .stage = stage::transport, .interruption = how.interruption, .transport_code = how.code, .message = std::string(how.text)});
    }

    http::request request_;
    void (*handle_)(completion&, const ending&) = nullptr;
    alignas(std::max_align_t) std::byte handler_[handler_size];  // alive while handle_ is set
};

/// A callable that sends a request without waiting: `void operator()(tc3::completion)`. It keeps the completion, sends its request() as a
/// transport that waits does, and completes it once, from whichever thread. Handlers may ask the transport again: take a completion out of
/// a queue before you end or drop it.
template <class Transport>
concept async_transport = std::invocable<Transport&, completion>;

}  // namespace tc3::inline v0_1
