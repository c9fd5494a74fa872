// SPDX-License-Identifier: MIT
// The reply of an action to one call: an output or an error. Handlers return replies, and scripts are lists of them.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/result.hpp>
#include <tc3/model/action.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/testing/decision.hpp>
#include <tc3/testing/write_envelope.hpp>

#include <concepts>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace tc3::inline TC3_NAMESPACE::testing {

/// The type of as_usual.
struct as_usual_t {};
/// A reply for scripts only: what the action replies without a script.
inline constexpr as_usual_t as_usual{};

/// A reply of any action, in the form in which it is sent. All conversions to it are implicit, so that a handler can return any of them.
class any_reply {
public:
    /// An output as the text of a JSON object, "{}" for one without members. RequestId in it is ignored.
    any_reply(std::string members) : written_(std::move(members)) {}                                                      // NOLINT
    any_reply(service_error error) : written_(unexpected(rejected_request{rejection::none, std::move(error)})) {}         // NOLINT
    any_reply(unexpected<service_error> error) : any_reply(std::move(error).error()) {}                                   // NOLINT
    any_reply(written_output written) : written_(std::move(written)) {}                                                   // NOLINT
    any_reply(unexpected<rejected_request> rejected) : written_(std::move(rejected)) {}                                   // NOLINT
    any_reply(as_usual_t) : written_(reject(rejection::output, ": as_usual is for scripts only")), is_as_usual_(true) {}  // NOLINT
    any_reply(result<std::string, service_error> members);                                                                // NOLINT

    [[nodiscard]] bool is_as_usual() const noexcept { return is_as_usual_; }
    /// Returns the members of the output, or the error.
    [[nodiscard]] const written_output& written() const& noexcept TC3_LIFETIMEBOUND { return written_; }

private:
    written_output written_;
    bool is_as_usual_ = false;
};

/// A reply to inputs of one type. It also converts from an output, and from `result<output, service_error>`.
template <class Input>
class reply : public any_reply {
public:
    using output_or_error = result<output_of_t<Input>, service_error>;

    using any_reply::any_reply;
    reply(any_reply written) : any_reply(std::move(written)) {}  // NOLINT: implicit
    template <std::convertible_to<output_or_error> Output>
    reply(Output&& output) : any_reply(write(output_or_error(std::forward<Output>(output)))) {}  // NOLINT: implicit

private:
    [[nodiscard]] static written_output write(const output_or_error& output) {
        if (!output) return unexpected(rejected_request{rejection::none, output.error()});
        return detail::write_members(writing_table_of<output_of_t<Input>>(), &*output);
    }
};

/// A list of replies, one for each call; the last one repeats. Copies share the list; each has its own position in it.
class reply_script {
public:
    /// Makes a script without replies, which is as_usual forever.
    reply_script() = default;
    template <std::derived_from<any_reply> Reply>
    explicit reply_script(const std::vector<Reply>& replies)
        : replies_(std::make_shared<const std::vector<any_reply>>(replies.begin(), replies.end())) {}

    [[nodiscard]] bool empty() const noexcept { return replies_ == nullptr || replies_->empty(); }
    /// Returns the reply to this call and moves to the next one.
    [[nodiscard]] any_reply next();

private:
    std::shared_ptr<const std::vector<any_reply>> replies_;
    std::size_t next_ = 0;
};

}  // namespace tc3::inline TC3_NAMESPACE::testing

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE::testing {

TC3_FUNCTION any_reply::any_reply(result<std::string, service_error> members)
    : any_reply(members ? any_reply(*std::move(members)) : any_reply(std::move(members).error())) {}

TC3_FUNCTION any_reply reply_script::next() {
    if (empty()) return as_usual;
    any_reply reply = (*replies_)[next_];  // a copy, which can run out of memory: the reply is not used up then
    if (next_ + 1 < replies_->size()) ++next_;
    return reply;
}

}  // namespace tc3::inline TC3_NAMESPACE::testing

#endif  // TC3_BODIES
