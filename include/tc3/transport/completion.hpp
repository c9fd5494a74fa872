// SPDX-License-Identifier: MIT
// The end of a call that does not wait: what a transport keeps until its response is there.
#pragma once

#include <tc3/api/parse_response.hpp>
#include <tc3/http/request.hpp>
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

/// One call in flight: its request, and the caller's handler. Move-only, one type for all questions, no heap of its own and no thread: the
/// handler runs within complete(), fail() or cancel(), wherever these are called.
///
/// The handler is called exactly once. Whoever completes for a second time changes nothing and is told by false. A completion that dies
/// without an outcome calls the handler with errc::abandoned, at stage transport. It holds nothing of profile, question or policy: they may
/// die as soon as call_async() returns. It may die within its own handler.
class completion {
public:
    /// The most that a handler may capture.
    static constexpr std::size_t handler_size = 6 * sizeof(void*);

    /// Made by call_async(). The handler takes an outcome_of<Question>; it must not throw.
    template <has_answer Question, class Handler>
    [[nodiscard]] static completion of(http::request request, Handler handler) {
        static_assert(sizeof(Handler) <= handler_size, "the handler captures too much: capture a pointer or a reference to it");
        static_assert(alignof(Handler) <= alignof(std::max_align_t) && std::is_nothrow_move_constructible_v<Handler>);
        completion made(std::move(request));
        ::new (static_cast<void*>(made.handler_)) Handler(std::move(handler));
        made.handle_ = &handle<Question, Handler>;
        return made;
    }
    completion(completion&& other) noexcept : request_(std::move(other.request_)), handle_(std::exchange(other.handle_, nullptr)) {
        if (handle_ != nullptr) handle_(other.handler_, {.move_to = handler_});
    }
    /// What this one stood for is abandoned.
    completion& operator=(completion&& other) noexcept {
        if (this == &other) return *this;
        this->~completion();
        return *::new (static_cast<void*>(this)) completion(std::move(other));
    }
    ~completion() { end({.why = errc::abandoned}); }

    /// Whether there is a call to complete: not after it was completed or moved away.
    [[nodiscard]] explicit operator bool() const noexcept { return handle_ != nullptr; }
    /// What to send, as a transport that waits has it. Valid while this object lives unmoved: ask again after it has found its place.
    [[nodiscard]] http::request_view request() const& noexcept TC3_LIFETIMEBOUND { return request_.view(); }
    http::request_view request() const&& = delete;

    /// Ends the call with a response of any HTTP stack, which is not needed any more afterwards.
    template <http_response Response>
    bool complete(const Response& response) {
        return end({.status = static_cast<std::int64_t>(response.status), .text = detail::body_as_text(response.body)});
    }
    /// Ends the call with an error of the transport: its own number, and a text for people.
    template <has_code_and_message Error>
    bool fail(const Error& fault) {
        return end({.why = errc::none,
                    .is_response = false,
                    .code = static_cast<std::int64_t>(fault.code),
                    .text = detail::bounded_message(fault.message)});
    }
    /// Ends the call with errc::cancelled. Whether the service saw the request is not known.
    bool cancel() { return end({.why = errc::cancelled}); }

private:
    struct ending {
        errc why = errc::none;
        bool is_response = true;
        std::int64_t status = 0;
        std::int64_t code = 0;
        std::string_view text = {};  // the body, or the text of an error
        void* move_to = nullptr;     // no ending: the handler has to move there
    };

    explicit completion(http::request request) noexcept : request_(std::move(request)) {}

    /// The handler leaves this object first, which may die when it is called.
    bool end(const ending& how) {
        if (handle_ == nullptr) return false;
        std::exchange(handle_, nullptr)(handler_, how);
        return true;
    }

    template <class Question, class Handler>
    static void handle(void* stored, const ending& how) {
        Handler& kept = *std::launder(static_cast<Handler*>(stored));
        if (how.move_to != nullptr) {
            ::new (how.move_to) Handler(std::move(kept));
            kept.~Handler();
            return;
        }
        Handler handler(std::move(kept));
        kept.~Handler();
        handler(outcome<Question>(how));
    }

    template <class Question>
    [[nodiscard]] static outcome_of<Question> outcome(const ending& how) {
        if (how.why == errc::none && how.is_response) return detail::parse_answer<Question>(how.text, how.status);
        failure why{.stage = stage::transport, .transport_code = how.code, .message = std::string(how.text)};
        if (how.why != errc::none) why.cause = {.code = how.why, .where = part::call};
        return unexpected(std::move(why));
    }

    http::request request_;
    void (*handle_)(void*, const ending&) = nullptr;
    alignas(std::max_align_t) std::byte handler_[handler_size];  // alive while handle_ is set
};

/// A callable that sends a request without waiting: `void operator()(tc3::completion)`. It keeps the completion, sends its request() as a
/// transport that waits does, and completes it once, from whichever thread.
template <class Transport>
concept async_transport = std::invocable<Transport&, completion>;

}  // namespace tc3::inline v0_1
