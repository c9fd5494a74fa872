// SPDX-License-Identifier: MIT
// The default storage: strings, vectors and boxes.
#pragma once

#include <tc3/model/binary.hpp>
#include <tc3/model/box.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace tc3::inline TC3_NAMESPACE {

/// Values own their memory and are independent of the response that they were read from.
struct owning {
    using text = std::string;
    using binary = tc3::binary;
    template <class T>
    using optional = std::optional<T>;
    template <class T>
    using list = std::vector<T>;
    template <class T>
    using nested = box<T>;
};

template <>
struct text_traits<std::string> {
    [[nodiscard]] static std::string_view view(const std::string& text) noexcept { return text; }
    static bool assign(state_ref, std::string& text, const json::string_token& token) {
        if (!token.is_encoded()) {
            text = token.raw();
        } else {
            text.clear();
            text.reserve(token.size());
            token.write(text);
        }
        return true;
    }
};

template <class T>
struct list_traits<std::vector<T>> {
    using value_type = T;
    [[nodiscard]] static std::size_t size(const std::vector<T>& list) noexcept { return list.size(); }
    [[nodiscard]] static decltype(auto) at(const std::vector<T>& list, std::size_t position) noexcept { return list[position]; }

    class builder {
    public:
        builder(state_ref, std::vector<T>& list) noexcept : list_(list) { list_.clear(); }
        void add(T&& value) {
            grow_if_full();
            list_.push_back(std::move(value));
        }
        /// Appends an element without a value and returns it. A std::vector<bool> has no such element.
        T& add_empty()
            requires(!std::is_same_v<T, bool>)
        {
            grow_if_full();
            return list_.emplace_back();
        }
        bool finish() noexcept { return true; }

    private:
        // Lists are short: a few elements at first, rather than one, two and four.
        static constexpr std::size_t first_capacity = sizeof(T) < 128 ? 128 / sizeof(T) : 1;

        void grow_if_full() {
            if (list_.size() == list_.capacity()) list_.reserve(list_.empty() ? first_capacity : 2 * list_.size());
        }

        std::vector<T>& list_;
    };
};

}  // namespace tc3::inline TC3_NAMESPACE
