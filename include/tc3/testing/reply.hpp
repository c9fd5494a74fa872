// SPDX-License-Identifier: MIT
// What an action says when it is asked once: an answer or an error. Handlers return it, and tests write scripts of it.
#pragma once

#include <tc3/model/action.hpp>
#include <tc3/testing/decision.hpp>
#include <tc3/testing/write_envelope.hpp>

#include <concepts>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace tc3::inline v0_1::testing {

/// In a script: what the action would say without one.
struct as_usual_t {};
inline constexpr as_usual_t as_usual{};

/// A reply in the form in which it goes out. All conversions to it are implicit.
class any_reply {
public:
    /// The members of an answer as the text of a JSON object, "{}" for none. RequestId in it is left out.
    any_reply(std::string members) : said_(std::move(members)) {}                                                  // NOLINT
    any_reply(service_error error) : said_(unexpected(detail::rejected{rejection::none, std::move(error)})) {}     // NOLINT
    any_reply(unexpected<service_error> error) : any_reply(std::move(error).error()) {}                            // NOLINT
    any_reply(result<std::string, detail::rejected> said) : said_(std::move(said)) {}                              // NOLINT
    any_reply(unexpected<detail::rejected> rejection) : said_(std::move(rejection)) {}                             // NOLINT
    any_reply(as_usual_t) : said_(detail::reject(rejection::output, ": there is nothing usual")), usual_(true) {}  // NOLINT
    any_reply(result<std::string, service_error> members)                                                          // NOLINT
        : any_reply(members ? any_reply(*std::move(members)) : any_reply(std::move(members).error())) {}

    [[nodiscard]] bool is_usual() const noexcept { return usual_; }
    /// The members of an answer, or why there is none.
    [[nodiscard]] const result<std::string, detail::rejected>& said() const& noexcept TC3_LIFETIMEBOUND { return said_; }

private:
    result<std::string, detail::rejected> said_;
    bool usual_ = false;
};

/// The same to inputs of one type: made from an answer too, or from result<answer, service_error>.
template <class Input>
class reply : public any_reply {
public:
    using output_or_error = result<output_of_t<Input>, service_error>;

    using any_reply::any_reply;
    reply(any_reply written) : any_reply(std::move(written)) {}  // NOLINT: implicit
    template <std::convertible_to<output_or_error> Said>
    reply(Said&& said) : any_reply(write(output_or_error(std::forward<Said>(said)))) {}  // NOLINT: implicit

private:
    [[nodiscard]] static result<std::string, detail::rejected> write(const output_or_error& said) {
        if (!said) return unexpected(detail::rejected{rejection::none, said.error()});
        return detail::write_members(writing_table_of<output_of_t<Input>>(), &*said);
    }
};

namespace detail {

/// Replies in the order of the calls; the last one stays. Copies share them, and have a place in them of their own.
class script {
public:
    script() = default;
    template <std::derived_from<any_reply> Reply>
    explicit script(const std::vector<Reply>& replies)
        : replies_(std::make_shared<const std::vector<any_reply>>(replies.begin(), replies.end())) {}

    [[nodiscard]] bool empty() const noexcept { return replies_ == nullptr || replies_->empty(); }
    /// The reply to this call; as_usual where there are none.
    [[nodiscard]] any_reply next() {
        if (empty()) return as_usual;
        return (*replies_)[next_ + 1 < replies_->size() ? next_++ : replies_->size() - 1];
    }

private:
    std::shared_ptr<const std::vector<any_reply>> replies_;
    std::size_t next_ = 0;
};

}  // namespace detail

}  // namespace tc3::inline v0_1::testing
