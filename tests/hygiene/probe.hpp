// SPDX-License-Identifier: MIT
// A short program that uses signing and JSON, for tests that build in unusual ways. It uses no name that a host may define as a macro.
#pragma once

#include <tc3/tc3.hpp>

#include <array>
#include <string>
#include <string_view>

namespace probe {

/// Returns the Authorization header of the manual's example (DescribeInstances, 2019-02-25), or the name of the step that failed.
inline std::string signed_example() {
    using namespace std::string_view_literals;
    namespace signing = tc3::signing;
    constexpr tc3::unix_time now{1551113065};
    constexpr tc3::credential_view credential{.secret_id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE",
                                              .secret_key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"};
    constexpr auto body = R"({"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]})"sv;

    const auto scope = signing::credential_scope::make("cvm", now);
    if (!scope) return "scope";
    const auto key = signing::derive_signing_key(credential, *scope);
    if (!key) return "key";
    const auto hash = signing::payload_hash(body);
    if (!hash) return "hash";
    const std::array headers{
        tc3::http::header{.name = "Content-Type", .value = "application/json; charset=utf-8"},
        tc3::http::header{.name = "Host", .value = "cvm.tencentcloudapi.com"},
    };
    const auto value = signing::authorization({.headers = headers, .hashed_payload = *hash}, now, *key, credential.secret_id);
    if (!value) return "authorization";
    std::string text;
    value->write(text);
    return text;
}

inline constexpr std::string_view expected_example =
    "TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, "
    "Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168";

/// Writes a JSON text and reads it. Returns its values.
inline std::string json_round_trip() {
    std::string text;
    tc3::json::writer out(text);
    out.begin_object();
    out.name("Text");
    out.string("\"\xE6\x9C\xAA\"\n");
    out.name("Number");
    out.number(-1.5);
    out.end_object();

    std::string values;
    tc3::json::reader in(text);
    tc3::json::string_token name, value;
    tc3::json::number_token number;
    in.begin_object();
    while (in.next_member(name)) {
        if (name == "Text" && in.read_string(value)) value.write(values);
        if (name == "Number" && in.read_number(number)) values.append(number.text());
    }
    in.finish();
    return in.ok() ? values : "error";
}

/// Returns the exit status of the program: 0 on success.
inline int run() {
    if (signed_example() != expected_example) return 1;
    if (json_round_trip() != "\"\xE6\x9C\xAA\"\n-1.5") return 2;
    return 0;
}

}  // namespace probe
