// SPDX-License-Identifier: MIT
// Request ids in the form of the service's, identical in every run.
#pragma once

#include <tc3/config.hpp>
#include <tc3/core/fixed_text.hpp>
#include <tc3/core/sink.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

namespace tc3::inline TC3_NAMESPACE::testing {

/// A counter in the form of a UUID. The first id is "00000000-0000-4000-8000-000000000001".
class counted_request_ids {
public:
    /// Returns the next id. The counter starts again after 10^12 ids.
    [[nodiscard]] std::string operator()();

private:
    std::uint64_t count_ = 0;
};

}  // namespace tc3::inline TC3_NAMESPACE::testing

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE::testing {

TC3_FUNCTION std::string counted_request_ids::operator()() {
    fixed_text<20> digits;
    write_decimal(digits, (count_ + 1) % 1'000'000'000'000U);
    std::string id = "00000000-0000-4000-8000-000000000000";
    id.replace(id.size() - digits.size(), digits.size(), digits.view());
    ++count_;
    return id;
}

}  // namespace tc3::inline TC3_NAMESPACE::testing

#endif  // TC3_BODIES
