// SPDX-License-Identifier: MIT
// What an object leaves behind in its memory.
#pragma once

#include <cstddef>
#include <new>
#include <string>
#include <utility>

namespace support {

/// Memory for one object that can be looked at after the object has died. Reads are volatile, so that the compiler really reads.
template <class Object>
class watched_memory {
public:
    template <class... Arguments>
    Object& make(Arguments&&... arguments) {
        return *new (memory_) Object(std::forward<Arguments>(arguments)...);
    }
    [[nodiscard]] std::string bytes() const {
        const volatile unsigned char* memory = memory_;
        std::string copy(sizeof(Object), '\0');
        for (std::size_t i = 0; i < copy.size(); ++i) copy[i] = static_cast<char>(memory[i]);
        return copy;
    }

private:
    alignas(Object) unsigned char memory_[sizeof(Object)] = {};
};

}  // namespace support
