// SPDX-License-Identifier: MIT
// The facts that the headers of eKYC are generated from, for tests that compare both.
#pragma once

#include "read_file.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

namespace support {

/// Returns tools/faceid.json, which is read once.
inline const nlohmann::json& faceid_facts() {
    static const nlohmann::json facts = [] {
        const auto text = read_file(repository_path("tools/faceid.json"));
        REQUIRE_MESSAGE(text.has_value(), "define TC3_SOURCE_ROOT as the path of the repository");
        return nlohmann::json::parse(*text);
    }();
    return facts;
}

/// Returns the enumerator with a name. An unknown name fails the test.
inline tc3::error_category category_named(const std::string& name) {
    using enum tc3::error_category;
    if (name == "authentication") return authentication;
    if (name == "permission") return permission;
    if (name == "throttling") return throttling;
    if (name == "request") return request;
    if (name == "quota") return quota;
    if (name == "service") return service;
    if (name == "billing") return billing;
    if (name == "not_a_failure") return not_a_failure;
    if (name == "verification_outcome") return verification_outcome;
    REQUIRE(name == "unknown");
    return unknown;
}

inline tc3::retry retry_named(const std::string& name) {
    using enum tc3::retry;
    if (name == "with_back_off") return with_back_off;
    if (name == "with_back_off_if_harmless") return with_back_off_if_harmless;
    if (name == "once_with_corrected_clock") return once_with_corrected_clock;
    if (name == "once_with_new_credential") return once_with_new_credential;
    REQUIRE(name == "never");
    return never;
}

}  // namespace support
