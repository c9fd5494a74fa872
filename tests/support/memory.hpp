// SPDX-License-Identifier: MIT
// The bytes that an object leaves in memory when it dies.
#pragma once

#include <cstddef>
#include <new>
#include <string>
#include <utility>

namespace support {

/// Memory for one object that can be read after the object was destroyed. Reads are volatile, so that the compiler does not drop them.
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
