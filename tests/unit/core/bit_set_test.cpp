// SPDX-License-Identifier: MIT
// bit_set compared with std::vector<bool>.
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <vector>

namespace {

constexpr bool works_at_compile_time() {
    tc3::bit_set<3> set;
    set.assign(2, true);
    return !set.contains(0) && !set.contains(1) && set.contains(2);
}

}  // namespace

static_assert(works_at_compile_time());

TEST_CASE("bit_set sets and clears a bit without a change of other bits") {
    constexpr std::size_t size = 21;
    tc3::bit_set<size> set;
    std::vector<bool> expected(size);
    const auto equals_expected = [&] {
        for (std::size_t i = 0; i < size; ++i) {
            if (set.contains(i) != expected[i]) return false;
        }
        return true;
    };
    CHECK(equals_expected());
    for (std::size_t step = 0; step < 4 * size; ++step) {
        const std::size_t index = step * 8 % size;
        const bool value = step % 3 != 0;
        set.assign(index, value);
        expected[index] = value;
        CAPTURE(step);
        REQUIRE(equals_expected());
    }
}
