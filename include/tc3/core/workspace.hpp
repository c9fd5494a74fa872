// SPDX-License-Identifier: MIT
// Memory that the caller hands over, given out piece by piece: what borrowed values keep their text and their lists in.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/text_literal.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>

namespace tc3::inline v0_1 {

/// Gives out the caller's memory from its front: text as it comes, objects aligned. At its back it stacks the elements of lists whose
/// length is not known yet. Nothing is given back but all at once, by clear(): what one call left in it stays valid during the next.
///
/// When memory runs out, it goes on counting: needed() then says exactly how much would have done, whatever address it begins at, and the
/// same work in a workspace of that size succeeds. Costs no heap; not for two threads at a time.
class workspace {
public:
    /// What any object in it may be aligned to, at most.
    static constexpr std::size_t alignment = alignof(std::max_align_t) < 8 ? alignof(std::max_align_t) : 8;

    workspace() noexcept = default;
    /// Any memory of one-byte elements, wherever it begins: it must outlive the workspace and all that was put there.
    template <class Byte>
        requires(sizeof(Byte) == 1 && std::is_trivial_v<Byte> && !std::is_const_v<Byte>)
    explicit workspace(std::span<Byte> memory) noexcept : begin_(reinterpret_cast<char*>(memory.data())), size_(memory.size()) {}
    /// The same of an array, a vector, or whatever else has its elements in one piece.
    template <class Memory>
        requires requires(Memory& memory) {
            requires sizeof(*std::data(memory)) == 1;
            std::span(std::data(memory), std::size(memory));
        }
    explicit workspace(Memory& memory TC3_LIFETIMEBOUND) noexcept : workspace(std::span(std::data(memory), std::size(memory))) {}
    // Two that count on their own would hand out the same memory twice.
    workspace(const workspace&) = delete;
    workspace& operator=(const workspace&) = delete;

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    /// The size that all requests up to now take, whether they were met or not.
    [[nodiscard]] std::size_t needed() const noexcept { return at_.needed; }
    /// Whether all of them were met.
    [[nodiscard]] bool complete() const noexcept { return at_.needed <= size_; }
    /// The bytes that are left; 0 while it is lent.
    [[nodiscard]] std::size_t available() const noexcept { return lent_ || !complete() ? 0 : size_ - at_.front - at_.back; }
    /// The shortage as an error, for when it is not complete().
    [[nodiscard]] error shortage() const noexcept {
        return {.code = errc::buffer_too_small, .part = "workspace", .needed = at_.needed, .limit = size_};
    }
    /// Takes everything back: nothing that was put there may be used any more.
    void clear() noexcept {
        at_ = {};
        lent_ = false;
    }

    /// How far it is used: what was taken since can be given back by return_to(), as when half an answer turns out to be none.
    struct mark {
        std::size_t front = 0;   // offset of the first free byte
        std::size_t back = 0;    // bytes stacked at the end
        std::size_t needed = 0;  // the most that both ever were
        char* aligned_from = nullptr;
        std::size_t aligned_offset = 0;  // of aligned_from; 0: none yet
    };
    [[nodiscard]] mark position() const noexcept { return at_; }
    void return_to(const mark& earlier) noexcept { at_ = earlier; }

    /// Memory for that many characters, or null when there is not enough.
    [[nodiscard]] char* take_text(std::size_t size) noexcept {
        const std::size_t at = at_.front;
        return advance(size) ? address(at) : nullptr;
    }
    /// The text kept in it; none where it does not fit.
    [[nodiscard]] std::string_view keep(std::string_view text) noexcept {
        char* to = take_text(text.size());
        if (to == nullptr || text.empty()) return {};
        move_down(to, text.data(), text.size());  // it may stand there already, or in what was lent to a transport
        return {to, text.size()};
    }
    /// Lends all that is left, for a transport to write a response there. Until take_back() nobody else may use the workspace: a call that
    /// finds it lent fails with errc::in_use.
    [[nodiscard]] std::span<char> lend() noexcept {
        const std::size_t left = available();
        const std::span<char> rest = left != 0 ? std::span<char>(address(at_.front), left) : std::span<char>();
        lent_ = true;
        return rest;
    }
    /// Ends lend() and keeps the first `used` bytes of what was lent; those that did not fit are counted.
    void take_back(std::size_t used) noexcept {
        lent_ = false;
        advance(used);
    }
    [[nodiscard]] bool is_lent() const noexcept { return lent_; }

    /// Puts a copy of one object there; null when it does not fit.
    template <class T>
    [[nodiscard]] const T* put(const T& object) noexcept {
        push(object);
        return settle<T>(1).data();
    }
    /// Stacks an element of a list.
    template <class T>
    void push(const T& element) noexcept {
        static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= alignment);
        push_bytes(&element, sizeof(T));
    }
    /// Makes the last `count` stacked elements a list in the order of stacking; empty when it does not fit.
    template <class T>
    [[nodiscard]] std::span<const T> settle(std::size_t count) noexcept {
        static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= alignment);
        const void* first = settle_bytes(count, sizeof(T), alignof(T));
        if (first == nullptr) return {};
        return {static_cast<const T*>(first), count};
    }

private:
    [[nodiscard]] char* address(std::size_t offset) const noexcept {
        return at_.aligned_from == nullptr ? begin_ + offset : at_.aligned_from + (offset - at_.aligned_offset);
    }
    /// Counts up to the largest size there is, and stays there.
    [[nodiscard]] static std::size_t add(std::size_t a, std::size_t b) noexcept {
        const std::size_t most = static_cast<std::size_t>(-1);
        return b > most - a ? most : a + b;
    }
    bool count(std::size_t size) noexcept {
        if (size > at_.needed) at_.needed = size;
        return complete();
    }
    bool advance(std::size_t size) noexcept {
        at_.front = add(at_.front, size);
        return count(add(at_.front, at_.back));
    }

    TC3_NOINLINE void push_bytes(const void* element, std::size_t size) noexcept {
        at_.back = add(at_.back, size);
        if (count(add(at_.front, at_.back))) std::memcpy(begin_ + (size_ - at_.back), element, size);
    }

    TC3_NOINLINE const void* settle_bytes(std::size_t count, std::size_t size, std::size_t align) noexcept {
        if (count == 0) return nullptr;
        const std::size_t bytes = count * size;  // no more than at_.back, which could count them
        char* from = complete() ? begin_ + (size_ - at_.back) : nullptr;
        at_.back -= bytes;
        align_front(align);
        const std::size_t at = at_.front;
        if (!advance(bytes)) return nullptr;
        reverse(from, count, size);
        move_down(address(at), from, bytes);
        return address(at);
    }

    // From the first aligned object on, offsets are those from an aligned address, so that the padding between objects is the same wherever
    // the memory begins. That address costs the worst case once.
    void align_front(std::size_t align) noexcept {
        if (at_.aligned_offset == 0 && align > 1) {
            at_.aligned_offset = add(at_.front, alignment - 1);
            if (complete() && at_.aligned_offset <= size_) {
                char* first = begin_ + at_.front;
                const std::size_t beyond = reinterpret_cast<std::uintptr_t>(first) % alignment;
                at_.aligned_from = beyond == 0 ? first : first + (alignment - beyond);
            }
            at_.front = at_.aligned_offset;
        }
        if (align > 1) at_.front = add(at_.front, (align - (at_.front - at_.aligned_offset) % align) % align);
    }

    // What overlaps lies behind where it goes, so that going forward is enough, and memmove need not be linked.
    static void move_down(char* to, const char* from, std::size_t size) noexcept {
        if (to == from) return;
        for (std::size_t i = 0; i < size; ++i) to[i] = from[i];
    }

    // The stack grows towards the front, so its last element lies first.
    static void reverse(char* elements, std::size_t count, std::size_t size) noexcept {
        char* last = elements + count * size;
        for (std::size_t i = 0; i < count / 2; ++i) {
            last -= size;
            for (std::size_t byte = 0; byte < size; ++byte, ++elements) {
                const char kept = *elements;
                *elements = last[byte];
                last[byte] = kept;
            }
        }
    }

    char* begin_ = nullptr;
    std::size_t size_ = 0;
    mark at_;
    bool lent_ = false;
};

}  // namespace tc3::inline v0_1
