// SPDX-License-Identifier: MIT
// Memory of the program for borrowed values: their text and their lists.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/processor.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>

namespace tc3::inline TC3_NAMESPACE {

/// Hands out your memory piece by piece, without a heap.
///
/// Text and objects fill the memory from its front. List elements wait on a stack at its back until the length of their list is known.
/// What is taken for one call of an action stays valid during later ones. clear() gives back all memory, return_to() what was taken since a
/// mark.
///
/// If the memory runs out, the workspace goes on counting: the same work succeeds in a workspace of needed() bytes at any address.
/// Not safe for use by two threads at a time.
///
/// Lifetime: what it hands out is in your memory, and valid until you release that memory or give it back by clear() or return_to().
class workspace {
public:
    /// The largest alignment of an object in a workspace.
    static constexpr std::size_t alignment = alignof(std::max_align_t) < 8 ? alignof(std::max_align_t) : 8;

    workspace() noexcept = default;
    /// Uses memory of one-byte elements, at any address.
    ///
    /// Lifetime: refers to the memory.
    template <class Byte>
        requires(sizeof(Byte) == 1 && std::is_trivial_v<Byte> && !std::is_const_v<Byte>)
    explicit workspace(std::span<Byte> memory) noexcept : begin_(reinterpret_cast<char*>(memory.data())), size_(memory.size()) {}
    /// Uses the elements of an array, a vector or another contiguous container.
    ///
    /// Lifetime: refers to the elements.
    template <class Memory>
        requires requires(Memory& memory) {
            requires sizeof(*std::data(memory)) == 1;
            requires !std::is_const_v<std::remove_reference_t<decltype(*std::data(memory))>>;
            std::span(std::data(memory), std::size(memory));
        }
    explicit workspace(Memory& memory TC3_LIFETIMEBOUND) noexcept : workspace(std::span(std::data(memory), std::size(memory))) {}
    // A copy would hand out the same memory a second time.
    workspace(const workspace&) = delete;
    workspace& operator=(const workspace&) = delete;

    /// Returns the size of the memory.
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    /// Returns the size that everything up to now takes, including what did not fit.
    [[nodiscard]] std::size_t needed() const noexcept { return used_.needed; }
    /// Returns whether everything up to now fitted.
    [[nodiscard]] bool complete() const noexcept { return used_.needed <= size_; }
    /// Returns the number of free bytes; 0 while they are lent, and after something did not fit.
    [[nodiscard]] std::size_t available() const noexcept { return lent_ || !complete() ? 0 : size_ - used_.front - used_.back; }
    /// Returns the error for a workspace that is not complete().
    [[nodiscard]] TC3_NOINLINE_IF_SMALL error shortage() const noexcept {
        return {.code = errc::buffer_too_small, .part = "workspace", .needed = used_.needed, .limit = size_};
    }
    /// Gives back all memory, lent memory too.
    void clear() noexcept {
        used_ = {};
        lent_ = false;
    }

    /// How much of a workspace is in use: an argument of return_to(). Its members are for the workspace only.
    struct mark {
        std::size_t front = 0;           ///< offset of the first free byte
        std::size_t back = 0;            ///< size of the stack
        std::size_t needed = 0;          ///< the largest sum of both up to now
        std::size_t first_aligned = 0;   ///< offset of the first aligned object, after its padding; 0 if there is none
        std::size_t spared_padding = 0;  ///< padding that was counted but not used, before the first aligned object
    };
    /// Returns the mark of what is in use now, for return_to().
    [[nodiscard]] TC3_NOINLINE_IF_SMALL mark current_mark() const noexcept { return used_; }
    /// Gives back what was taken since `earlier`, and restores needed() and complete(). For work whose result is not wanted after all.
    TC3_NOINLINE_IF_SMALL void return_to(const mark& earlier) noexcept { used_ = earlier; }

    /// Takes memory for `size` characters. Returns null if it does not fit.
    [[nodiscard]] char* take_text(std::size_t size) noexcept {
        const std::size_t offset = used_.front;
        return advance_front(size) ? address(offset) : nullptr;
    }
    /// Takes a copy of a text. Returns an empty view if it does not fit. The text may be in the free memory itself,
    /// such as that of a loan that has ended: even where the copy is written, or above it.
    [[nodiscard]] std::string_view keep(std::string_view text) noexcept {
        char* copy = take_text(text.size());
        if (copy == nullptr || text.empty()) return {};
        move_down(copy, text.data(), text.size());
        return {copy, text.size()};
    }
    /// Lends all free memory, for a transport to write a response into. Until end_loan(), take nothing from the workspace:
    /// make_request_into(), parse_response() and call_into() fail with errc::in_use.
    [[nodiscard]] std::span<char> lend() noexcept {
        const std::size_t size = available();
        const std::span<char> free_memory = size != 0 ? std::span<char>(address(used_.front), size) : std::span<char>();
        lent_ = true;
        return free_memory;
    }
    /// Ends lend() and takes the first `size` bytes of the lent memory. A larger `size` than that of the lent memory counts as a shortage.
    void end_loan(std::size_t size) noexcept {
        lent_ = false;
        advance_front(size);
    }
    [[nodiscard]] bool is_lent() const noexcept { return lent_; }

    /// Takes a copy of one object. Returns null if it does not fit.
    template <class T>
    [[nodiscard]] const T* put(const T& object) noexcept {
        push(object);
        return settle<T>(1).data();
    }
    /// Pushes a copy of an element of a list onto the stack.
    template <class T>
    void push(const T& element) noexcept {
        static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= alignment);
        if constexpr (has_wide_registers) {
            if (grow_stack(sizeof(T))) std::memcpy(top_of_stack(), &element, sizeof(T));
        } else {
            push_bytes(&element, sizeof(T));
        }
    }
    /// Takes the last `count` elements off the stack. The elements must be of type T.
    template <class T>
    void drop(std::size_t count) noexcept {
        used_.back -= count * sizeof(T);
    }
    /// Takes the last `count` elements off the stack and returns them as a list, in the order in which they were pushed. Returns an empty
    /// list if it does not fit. The elements must be of type T.
    template <class T>
    [[nodiscard]] std::span<const T> settle(std::size_t count) noexcept {
        static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= alignment);
        const void* first = settle_bytes(count, sizeof(T), alignof(T));
        if (first == nullptr) return {};
        return {static_cast<const T*>(first), count};
    }

private:
    // Offsets are the same for every address of the memory. For that, the first aligned object always counts alignment - 1 bytes of
    // padding. The address may need less: spared_padding is the difference, and address() subtracts it.
    [[nodiscard]] char* address(std::size_t offset) const noexcept { return begin_ + (offset - used_.spared_padding); }
    [[nodiscard]] char* top_of_stack() const noexcept { return begin_ + (size_ - used_.back); }

    // Stops at the largest number, so that sizes from outside cannot wrap around to small ones.
    [[nodiscard]] static std::size_t add(std::size_t a, std::size_t b) noexcept {
        const std::size_t largest = static_cast<std::size_t>(-1);
        return b > largest - a ? largest : a + b;
    }
    // Raises needed() to what is in use. Returns complete().
    bool update_needed() noexcept {
        const std::size_t in_use = add(used_.front, used_.back);
        if (in_use > used_.needed) used_.needed = in_use;
        return complete();
    }
    // Takes `size` bytes at the front. Returns complete(): the addresses of these bytes are valid only then.
    bool advance_front(std::size_t size) noexcept {
        used_.front = add(used_.front, size);
        return update_needed();
    }

    // Takes `size` bytes on the stack. Returns complete().
    bool grow_stack(std::size_t size) noexcept {
        used_.back = add(used_.back, size);
        return update_needed();
    }
    TC3_NOINLINE void push_bytes(const void* element, std::size_t size) noexcept {
        if (grow_stack(size)) std::memcpy(top_of_stack(), element, size);
    }

    TC3_NOINLINE const void* settle_bytes(std::size_t count, std::size_t size, std::size_t align) noexcept {
        if (count == 0) return nullptr;
        const std::size_t bytes = count * size;  // cannot overflow: push_bytes() added them up in `back`
        char* elements = complete() ? top_of_stack() : nullptr;
        used_.back -= bytes;  // before the front advances: the list is moved, and must not be counted twice
        align_front(align);
        const std::size_t offset = used_.front;
        if (!advance_front(bytes)) return nullptr;
        char* const list = address(offset);
        if (has_wide_registers && list + bytes <= elements) {
            copy_reversed(list, elements, count, size);
        } else {
            reverse(elements, count, size);
            move_down(list, elements, bytes);
        }
        return list;
    }

    // Counts padding up to the next offset that is aligned. Offsets are relative to the first aligned object, which is at an aligned
    // address: the padding after it depends on the objects alone, that before it on the address too.
    void align_front(std::size_t align) noexcept {
        if (align <= 1) return;
        if (used_.first_aligned == 0) place_first_aligned();
        const std::size_t misalignment = (used_.front - used_.first_aligned) % align;
        if (misalignment != 0) used_.front = add(used_.front, align - misalignment);
    }
    void place_first_aligned() noexcept {
        constexpr std::size_t most_padding = alignment - 1;
        if (complete()) {
            const std::size_t beyond = reinterpret_cast<std::uintptr_t>(address(used_.front)) % alignment;
            const std::size_t padding = (alignment - beyond) % alignment;
            used_.spared_padding = most_padding - padding;
        }
        used_.front = used_.first_aligned = add(used_.front, most_padding);
    }

    // Copies to a lower address, or to memory that does not overlap. A copy from the front reads each byte before it overwrites it.
    // memmove would add to firmware.
    static void move_down(char* to, const char* from, std::size_t size) noexcept {
        if (to == from) return;
        for (std::size_t i = 0; i < size; ++i) to[i] = from[i];
    }

    // Copies elements in the reverse of their order, to memory that does not overlap.
    static void copy_reversed(char* to, const char* elements, std::size_t count, std::size_t size) noexcept {
        const char* from = elements + count * size;
        for (std::size_t i = 0; i < count; ++i, to += size) {
            from -= size;
            if (size == sizeof(std::uint64_t)) {
                std::memcpy(to, from, sizeof(std::uint64_t));  // as most numbers: an instruction, not a call
            } else {
                std::memcpy(to, from, size);
            }
        }
    }

    // The stack grows towards the front, so its last element has the lowest address: a list is the reverse.
    static void reverse(char* elements, std::size_t count, std::size_t size) noexcept {
        char* last = elements + count * size;
        for (std::size_t i = 0; i < count / 2; ++i) {
            last -= size;
            for (std::size_t byte = 0; byte < size; ++byte, ++elements) {
                const char swapped = *elements;
                *elements = last[byte];
                last[byte] = swapped;
            }
        }
    }

    char* begin_ = nullptr;
    std::size_t size_ = 0;
    mark used_;
    bool lent_ = false;
};

}  // namespace tc3::inline TC3_NAMESPACE
