// SPDX-License-Identifier: MIT
// A call in flight over a transport that does not wait: the request, and the handler for the result.
#pragma once

#include <tc3/api/failure.hpp>
#include <tc3/api/http_response.hpp>
#include <tc3/api/parse_response.hpp>
#include <tc3/api/response_date.hpp>
#include <tc3/config.hpp>
#include <tc3/core/result.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/http/message.hpp>
#include <tc3/http/request.hpp>
#include <tc3/http/response.hpp>
#include <tc3/transport/bounded_message.hpp>
#include <tc3/transport/concept.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tc3::inline TC3_NAMESPACE {

/// A call in flight. It is one type for all inputs, can be moved but not copied, and has no heap beyond its request, and no thread.
///
/// The handler is called exactly once, within complete(), fail() or cancel(), on the thread that calls these. Later calls of these
/// have no effect and return false. If a completion is destroyed before that, its destructor calls the handler with
/// interruption::abandoned.
///
/// The handler may move the completion, destroy it, or assign another call to it, unless the destructor called the handler.
/// A completion must not be used by two threads at the same time.
///
/// Lifetime: refers to nothing of profile, input or policy; to the rules and the report of the response_options.
class completion {
public:
    /// The size of the captures of a handler, at most, in bytes: the same with 32-bit pointers, so that a handler compiles everywhere.
    static constexpr std::size_t handler_size = 48;

    /// Makes the completion of a request, whose response is read with `reading_options`. call_async() does this. The handler takes a
    /// call_result<Input>. It must not throw: an exception would leave a call that has already ended, and end the program where a
    /// destructor calls the handler.
    template <has_owning_output Input, class Handler>
    [[nodiscard]] static completion of(http::request request, Handler handler) {
        return of<Input>(std::move(request), {}, std::move(handler));
    }
    template <has_owning_output Input, class Handler>
    [[nodiscard]] static completion of(http::request request, const response_options& reading_options, Handler handler) {
        static_assert(sizeof(Handler) <= handler_size, "the handler captures too much: capture a pointer or a reference to it");
        static_assert(alignof(Handler) <= alignof(std::max_align_t), "the alignment of what the handler captures is too large");
        static_assert(std::is_nothrow_move_constructible_v<Handler>, "the handler captures what may throw when it is moved");
        completion call(std::move(request), reading_options);
        ::new (static_cast<void*>(call.handler_)) Handler(std::move(handler));
        call.operate_ = &operate<Input, Handler>;
        return call;
    }
    completion(completion&& other) noexcept;
    completion(const completion&) = delete;  // moves only: use std::move; a std::function cannot hold it
    /// Abandons the call that this object holds and takes another one. The handler of the abandoned call runs last: it finds the new call
    /// in place and may destroy or replace it.
    completion& operator=(completion other) noexcept;
    ~completion() { end({.interruption = interruption::abandoned}); }

    /// Returns whether there is a call to complete. False after it was completed or moved from.
    [[nodiscard]] explicit operator bool() const noexcept { return operate_ != nullptr; }
    /// Returns the request to send.
    ///
    /// Lifetime: refers to this object. Moving the object ends it: call request() again afterwards.
    [[nodiscard]] http::request_view request() const& noexcept TC3_LIFETIMEBOUND { return request_.view(); }
    http::request_view request() const&& = delete;

    /// Ends the call with a response of any HTTP library. Returns false if the call had ended before. The response is not used any more
    /// when the handler runs. If the output needs more memory than there is, std::bad_alloc leaves this function and the call stays open.
    template <http_response Response>
    bool complete(const Response& response) {
        return end({.status = status_of(response), .date = date_of(response).value_or(unix_time()), .text = body_of(response)});
    }
    /// Ends the call with an error of the transport. Returns false if the call had ended before. std::bad_alloc behaves as in complete().
    template <has_code_and_message Error>
    bool fail(const Error& error) {
        return end({.is_response = false,
                    .never_sent = transport_detail::was_never_sent(error),
                    .code = static_cast<std::int64_t>(error.code),
                    .text = transport_detail::bounded_message(error.message)});
    }
    /// Ends the call with interruption::cancelled. Returns false if the call had ended before. The service may have handled the request.
    bool cancel() { return end({.interruption = interruption::cancelled}); }

private:
    /// What to do with the handler: move it, or call it with the result that the other members describe.
    struct operation {
        tc3::interruption interruption = interruption::none;
        bool is_response = true;
        bool never_sent = false;
        std::int32_t status = 0;
        std::int64_t code = 0;
        unix_time date = {};
        std::string_view text = {};  // the body, or the text of an error
        void* move_handler_to = nullptr;
    };

    completion(http::request request, const response_options& reading_options) noexcept
        : request_(std::move(request)), reading_options_(reading_options) {}

    bool end(const operation& task);

    /// Runs an operation for the types of one call. All calls of a type share this function.
    template <class Input, class Handler>
    static void operate(completion& call, const operation& task) {
        if (task.move_handler_to != nullptr) {
            ::new (task.move_handler_to) Handler(call.take_handler<Handler>());
            return;
        }
        call_result<Input> result = make_result<Input>(task, call.reading_options_);
        Handler handler = call.take_handler<Handler>();  // a local, because the handler may destroy the completion
        handler(std::move(result));
    }

    /// Takes the handler out, which ends the call.
    template <class Handler>
    [[nodiscard]] Handler take_handler() noexcept {
        Handler* stored = std::launder(reinterpret_cast<Handler*>(handler_));
        Handler handler(std::move(*stored));
        stored->~Handler();
        operate_ = nullptr;
        return handler;
    }

    template <class Input>
    [[nodiscard]] static call_result<Input> make_result(const operation& task, const response_options& reading_options) {
        if (task.interruption == interruption::none && task.is_response) {
            auto result = parse_response<Input>(http::response_view{.status = task.status, .body = task.text}, reading_options);
            if (!result) result.error().date = task.date;
            return result;
        }
        return unexpected(failure{.stage = stage::transport,
                                  .interruption = task.interruption,
                                  .never_sent = task.never_sent,
                                  .transport_code = task.code,
                                  .message = std::string(task.text)});
    }

    http::request request_;
    response_options reading_options_;
    void (*operate_)(completion&, const operation&) = nullptr;   // null: there is no call
    alignas(std::max_align_t) std::byte handler_[handler_size];  // an object while operate_ is set
};

}  // namespace tc3::inline TC3_NAMESPACE

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE {

TC3_FUNCTION completion::completion(completion&& other) noexcept
    : request_(std::move(other.request_)), reading_options_(other.reading_options_), operate_(other.operate_) {
    if (operate_ != nullptr) operate_(other, {.move_handler_to = handler_});
}

TC3_FUNCTION completion& completion::operator=(completion other) noexcept {
    const completion abandoned(std::move(*this));  // its destructor calls the handler when this function returns
    this->~completion();                           // moving a completion does not throw, so there is always one to put in place
    return *::new (static_cast<void*>(this)) completion(std::move(other));
}

TC3_FUNCTION bool completion::end(const operation& task) {
    if (operate_ == nullptr) return false;
    operate_(*this, task);
    return true;
}

}  // namespace tc3::inline TC3_NAMESPACE

#endif  // TC3_BODIES
