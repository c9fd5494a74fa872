// SPDX-License-Identifier: MIT
// Sentences for mistakes in a call. For arguments that do not fit, call(), call_async() and call_into() have overloads that are only
// declared. Their result stops the compiler with a sentence, where it would list candidates otherwise. To test whether a call is possible,
// use the concepts of its arguments: an expression with such a call does not compile.
#pragma once

#include <tc3/api/client_profile.hpp>
#include <tc3/api/http_response.hpp>
#include <tc3/api/parse_response.hpp>
#include <tc3/core/unix_time.hpp>
#include <tc3/model/storage.hpp>
#include <tc3/transport/concept.hpp>

#include <concepts>
#include <type_traits>
#include <utility>

namespace tc3::inline TC3_NAMESPACE {

struct borrowed;  // of model/borrowed.hpp, which a call with a heap does not need

/// A profile in a variable, or a view of one.
template <class Profile>
concept usable_profile = std::convertible_to<Profile, client_profile_view>;

/// The profile and the time of a call.
template <class Profile, class Now>
concept profile_and_time = usable_profile<Profile> && std::convertible_to<Now, unix_time>;

namespace transport_detail {

template <class Result>
[[nodiscard]] constexpr bool require_transport_result() noexcept {
    static_assert(result_like<Result>, "the transport must return a tc3::result or a std::expected, of a response or an error");
    if constexpr (result_like<Result>) {
        using response = std::remove_cvref_t<decltype(*std::declval<Result&>())>;
        using error = std::remove_cvref_t<decltype(std::declval<Result&>().error())>;
        static_assert(has_status<response>, "the transport's response must have a member `status`, the HTTP status as a number");
        static_assert(has_body<response>, "the transport's response must have a member `body`, a std::string or other contiguous bytes");
        static_assert(has_code<error>, "the transport's error must have a member `code`, a number");
        static_assert(has_message<error>, "the transport's error must have a member `message`, a text");
    }
    return true;
}

template <class Transport>
[[nodiscard]] constexpr bool require_transport() noexcept {
    static_assert(takes_request<Transport>, "the first argument must be a transport: a callable that takes a tc3::http::request_view");
    if constexpr (takes_request<Transport>) {
        return require_transport_result<std::invoke_result_t<Transport&, const http::request_view&>>();
    } else {
        return false;
    }
}

template <class Input>
[[nodiscard]] constexpr bool require_owning_output() noexcept {
    static_assert(require_output<Input>());
    if constexpr (has_output<Input>) {
        constexpr bool is_borrowed = std::same_as<output_storage_t<Input>, borrowed>;
        static_assert(!is_borrowed, "the output of this input is borrowed: use call_into()");
        static_assert(is_borrowed || has_owning_output<Input>,
                      "call() and call_async() take inputs with the storage tc3::owning: with a storage of your own use make_request() and "
                      "parse_response()");
    }
    return true;
}

template <class Profile, class Now>
[[nodiscard]] constexpr bool require_profile_and_time() noexcept {
    constexpr bool is_temporary = std::same_as<std::remove_cv_t<Profile>, client_profile>;
    static_assert(!is_temporary, "keep the client_profile in a variable: a call takes a view of it, which must not outlive it");
    static_assert(is_temporary || usable_profile<Profile>, "the third argument must be a client_profile: (transport, input, profile, now)");
    static_assert(std::convertible_to<Now, unix_time>, "the fourth argument must be a unix_time: write tc3::unix_time{seconds}");
    return true;
}

}  // namespace transport_detail

/// The result of call() with wrong arguments.
template <class Transport, class Input, class Profile, class Now>
struct call_mistake {
    static_assert(transport_detail::require_transport<Transport>());
    static_assert(transport_detail::require_owning_output<Input>());
    static_assert(transport_detail::require_profile_and_time<Profile, Now>());
};
/// The result of call() with too few arguments.
template <class Transport>
struct incomplete_call {
    static_assert(std::is_void_v<Transport>, "call() takes the time after the profile: (transport, input, profile, now)");
};

}  // namespace tc3::inline TC3_NAMESPACE
