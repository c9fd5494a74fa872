// SPDX-License-Identifier: MIT
// The field that is being read or written, as text for an error: "Filters[2].Name".
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/core/text_literal.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

/// A path of wire names and list positions. Its steps are locals of the functions that read or write the fields. It becomes text only
/// when that text is needed, so that a field without an error costs a few stores. A longer text is cut off at `longest` bytes.
///
///     const field_path::step field(path, "Name");
///     ... read or write the field ...
///     if (!ok) path.keep();  // before the step ends
class field_path {
public:
    static constexpr std::size_t longest = 120;

    /// A member or a list position, until the end of its scope. Steps end in the reverse order of their beginning.
    ///
    /// Lifetime: refers to the path and to the name.
    class step {
    public:
        step(field_path& path TC3_LIFETIMEBOUND, std::string_view wire_name TC3_LIFETIMEBOUND) noexcept
            : step(path, write_name, wire_name.data(), wire_name.size()) {}
        step(field_path& path TC3_LIFETIMEBOUND, std::size_t position) noexcept : step(path, write_position, nullptr, position) {}
        step(const step&) = delete;
        step& operator=(const step&) = delete;
        ~step() { path_.innermost_ = outer_; }

    private:
        friend class field_path;
        using writer = void (*)(const step& step, buffer_sink& out);
        step(field_path& path, writer write, const char* name, std::size_t number) noexcept
            : path_(path), outer_(path.innermost_), write_(write), name_(name), number_(number) {
            path.innermost_ = this;
        }

        static void write_name(const step& member, buffer_sink& out) noexcept {
            if (member.outer_ != nullptr) out.append("."sv);
            out.append({member.name_, member.number_});
        }
        static void write_position(const step& element, buffer_sink& out) noexcept {
            out.append("["sv);
            write_decimal(out, element.number_);
            out.append("]"sv);
        }

        field_path& path_;
        const step* outer_;
        writer write_;  // a pointer, so that a program without lists does not link what writes positions
        const char* name_;
        std::size_t number_;  // the size of the name, or the position
    };

    field_path() noexcept {}  // NOLINT: text_ is written by keep()
    field_path(const field_path&) = delete;
    field_path& operator=(const field_path&) = delete;

    /// Keeps the text of the path unless one is kept. After an error, the innermost step calls it first.
    TC3_NOINLINE void keep() noexcept {
        static_assert(longest < 256);
        if (is_kept_) return;
        buffer_sink text(text_);
        write(text, innermost_);
        size_ = static_cast<std::uint8_t>(text.view().size());
        is_kept_ = true;
    }
    /// Drops the kept text.
    void forget() noexcept {
        size_ = 0;
        is_kept_ = false;
    }
    /// Returns the kept text; "" if there is none.
    [[nodiscard]] std::string_view view() const& noexcept TC3_LIFETIMEBOUND { return {text_, size_}; }
    std::string_view view() const&& = delete;

private:
    // Calls itself once for each step.
    static void write(buffer_sink& out, const step* last) noexcept {
        if (last == nullptr) return;
        write(out, last->outer_);
        last->write_(*last, out);
    }

    const step* innermost_ = nullptr;
    std::uint8_t size_ = 0;
    bool is_kept_ = false;
    char text_[longest];  // not initialised: it is needed after an error only
};

}  // namespace tc3::inline TC3_NAMESPACE
