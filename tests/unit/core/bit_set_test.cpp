// SPDX-License-Identifier: MIT
// A fixed number of bits, against std::vector<bool>.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <vector>

namespace {

constexpr bool holds_at_compile_time() {
    tc3::bit_set<3> set;
    set.assign(2, true);
    return !set.contains(0) && !set.contains(1) && set.contains(2);
}

}  // namespace

static_assert(holds_at_compile_time());

TEST_CASE("each bit is set and cleared without its neighbours") {
    constexpr std::size_t size = 21;
    tc3::bit_set<size> set;
    std::vector<bool> expected(size);
    const auto same = [&] {
        for (std::size_t i = 0; i < size; ++i) {
            if (set.contains(i) != expected[i]) return false;
        }
        return true;
    };
    CHECK(same());
    for (std::size_t step = 0; step < 4 * size; ++step) {
        const std::size_t index = step * 8 % size;
        const bool value = step % 3 != 0;
        set.assign(index, value);
        expected[index] = value;
        CAPTURE(step);
        REQUIRE(same());
    }
}
