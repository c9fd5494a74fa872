// SPDX-License-Identifier: MIT
// A storage of a user, such as that of a game engine: UTF-16 strings and arrays in the memory of an arena that may run out. No std::string.
#pragma once

#include <tc3/tc3.hpp>

#include <cstddef>
#include <cstdint>
#include <new>
#include <span>
#include <string_view>
#include <utility>

namespace custom {

/// The memory of strings and arrays. It has `size` bytes for them and counts allocations.
class arena {
public:
    explicit arena(std::size_t size) : left_(size) {}
    arena(const arena&) = delete;
    arena& operator=(const arena&) = delete;

    [[nodiscard]] void* allocate(std::size_t size) {
        if (size > left_ || size > sizeof memory_ - used_) {
            ++failures_;
            return nullptr;
        }
        left_ -= size;
        void* const block = memory_ + used_;
        used_ += (size + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) * alignof(std::max_align_t);
        ++allocations_;
        return block;
    }
    [[nodiscard]] std::size_t allocations() const { return allocations_; }
    [[nodiscard]] std::size_t failures() const { return failures_; }
    [[nodiscard]] bool holds(const void* address) const { return address >= memory_ && address < memory_ + sizeof memory_; }

private:
    alignas(std::max_align_t) unsigned char memory_[1'000'000];
    std::size_t left_;
    std::size_t used_ = 0;
    std::size_t allocations_ = 0;
    std::size_t failures_ = 0;
};

/// UTF-16 text: refers to a literal, or to characters in an arena.
class string {
public:
    string() = default;
    explicit string(const char16_t* literal) : data_(literal), size_(std::u16string_view(literal).size()) {}
    explicit string(std::u16string_view text) : data_(text.data()), size_(text.size()) {}

    [[nodiscard]] bool IsEmpty() const { return size_ == 0; }
    [[nodiscard]] std::size_t Len() const { return size_; }
    [[nodiscard]] const char16_t* Data() const { return data_; }
    [[nodiscard]] bool Reserve(arena& memory, std::size_t size) {
        data_ = nullptr;
        size_ = 0;
        room_ = size == 0 ? nullptr : static_cast<char16_t*>(memory.allocate(size * sizeof(char16_t)));
        data_ = room_;
        return size == 0 || room_ != nullptr;
    }
    void append(std::u16string_view more) {
        for (const char16_t unit : more) room_[size_++] = unit;
    }

private:
    const char16_t* data_ = nullptr;
    char16_t* room_ = nullptr;
    std::size_t size_ = 0;
};

/// An array in an arena.
template <class T>
class array {
public:
    [[nodiscard]] bool Add(arena& memory, T&& value) {
        if (count_ == room_) {
            const std::size_t room = room_ == 0 ? 2 : 2 * room_;
            auto* const grown = static_cast<T*>(memory.allocate(room * sizeof(T)));
            if (grown == nullptr) return false;
            for (std::size_t i = 0; i < count_; ++i) ::new (static_cast<void*>(grown + i)) T(std::move(elements_[i]));
            elements_ = grown;
            room_ = room;
        }
        ::new (static_cast<void*>(elements_ + count_++)) T(std::move(value));
        return true;
    }
    [[nodiscard]] std::size_t Num() const { return count_; }
    [[nodiscard]] const T& operator[](std::size_t position) const { return elements_[position]; }
    void Empty() { *this = array(); }

private:
    T* elements_ = nullptr;
    std::size_t count_ = 0;
    std::size_t room_ = 0;
};

/// An optional value.
template <class T>
class maybe {
public:
    using value_type = T;
    maybe() = default;
    maybe(T value) : value_(std::move(value)), is_set_(true) {}  // NOLINT: implicit
    [[nodiscard]] bool has_value() const { return is_set_; }
    [[nodiscard]] const T& operator*() const { return value_; }
    [[nodiscard]] const T* operator->() const { return &value_; }
    T& emplace() {
        value_ = T();
        is_set_ = true;
        return value_;
    }

private:
    T value_{};
    bool is_set_ = false;
};

/// An optional nested struct in an arena.
template <class T>
class pointer {
public:
    using value_type = T;
    pointer() = default;
    explicit pointer(T* value) : value_(value) {}
    [[nodiscard]] bool has_value() const { return value_ != nullptr; }
    [[nodiscard]] const T& operator*() const { return *value_; }
    [[nodiscard]] const T* operator->() const { return value_; }

private:
    T* value_ = nullptr;
};

struct storage {
    using state = arena;
    using text = string;
    using binary = string;
    template <class T>
    using optional = maybe<T>;
    template <class T>
    using list = array<T>;
    template <class T>
    using nested = pointer<T>;
};

}  // namespace custom

template <>
struct tc3::text_traits<custom::string> {
    static bool empty(const custom::string& text) { return text.IsEmpty(); }
    static bool write(any_sink& out, const custom::string& text) {
        return tc3::write_utf8(out, std::u16string_view(text.Data(), text.Len()));
    }
    static bool assign(state_ref state, custom::string& text, const json::string_token& token) {
        custom::arena* const memory = state.get<custom::arena>();
        unit_counter size;
        token.write(size);
        if (memory == nullptr || !text.Reserve(*memory, size.units)) return false;
        unit_writer units{text};
        token.write(units);
        return true;
    }

private:
    struct unit_counter {
        std::size_t units = 0;
        void append(std::string_view piece) { units += tc3::utf16_size(piece); }
    };
    struct unit_writer {
        custom::string& text;
        void append(std::string_view piece) { tc3::write_utf16(text, piece); }
    };
};

template <class T>
struct tc3::list_traits<custom::array<T>> {
    using value_type = T;
    static std::size_t size(const custom::array<T>& list) { return list.Num(); }
    static const T& at(const custom::array<T>& list, std::size_t position) { return list[position]; }

    class builder {
    public:
        builder(state_ref state, custom::array<T>& list) : memory_(state.get<custom::arena>()), list_(list) { list_.Empty(); }
        void add(T&& value) { complete_ = complete_ && memory_ != nullptr && list_.Add(*memory_, std::move(value)); }
        [[nodiscard]] bool finish() const { return complete_; }

    private:
        custom::arena* memory_;
        custom::array<T>& list_;
        bool complete_ = true;
    };
};

template <class T>
struct tc3::value_codec<custom::pointer<T>> {
    static bool is_set(const custom::pointer<T>& value) { return value.has_value(); }
    static void write(encoder& out, const custom::pointer<T>& value) {
        if (value.has_value()) {
            value_codec<T>::write(out, *value);
        } else {
            out.json().null();
        }
    }
    static void read(decoder& in, custom::pointer<T>& value) {
        const std::size_t start = in.json().position();
        T object{};
        value_codec<T>::read(in, object);
        if (!in.ok()) return;
        custom::arena* const memory = in.state().get<custom::arena>();
        void* const block = memory != nullptr ? memory->allocate(sizeof(T)) : nullptr;
        if (block == nullptr) {
            in.json().fail(errc::not_stored, start);
        } else {
            value = custom::pointer<T>(::new (block) T(std::move(object)));
        }
    }
};
