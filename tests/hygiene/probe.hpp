// SPDX-License-Identifier: MIT
// A little of everything, for programs that are built in unusual ways: the manual's signature, a JSON text there and back.
// Written without any name that a host may define as a macro.
#pragma once

#include <tc3/tc3.hpp>

#include <array>
#include <string>
#include <string_view>

namespace probe {

/// The published example of the manual (DescribeInstances, 2019-02-25), signed.
inline std::string signed_example() {
    using namespace std::string_view_literals;
    namespace signing = tc3::signing;
    constexpr tc3::unix_time now{1551113065};
    constexpr tc3::credential_view who{.secret_id = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE",
                                       .secret_key = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE"};
    constexpr auto body = R"({"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]})"sv;

    const auto scope = signing::credential_scope::make("cvm", now);
    if (!scope) return "scope";
    const auto key = signing::derive_signing_key(who, *scope);
    if (!key) return "key";
    const auto hashed = signing::payload_hash(body);
    if (!hashed) return "hash";
    const std::array headers{
        tc3::http::header{.name = "Content-Type", .value = "application/json; charset=utf-8"},
        tc3::http::header{.name = "Host", .value = "cvm.tencentcloudapi.com"},
    };
    const auto value = signing::authorization({.headers = headers, .hashed_payload = *hashed}, now, *key, who.secret_id);
    if (!value) return "authorization";
    std::string text;
    value->write(text);
    return text;
}

inline constexpr std::string_view expected_example =
    "TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, "
    "Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168";

/// A JSON text written, and read again.
inline std::string json_there_and_back() {
    std::string text;
    tc3::json::writer out(text);
    out.begin_object();
    out.name("Text");
    out.string("\"\xE6\x9C\xAA\"\n");
    out.name("Number");
    out.number(-1.5);
    out.end_object();

    std::string read;
    tc3::json::reader in(text);
    tc3::json::string_token name, value;
    tc3::json::number_token number;
    in.begin_object();
    while (in.next_member(name)) {
        if (name == "Text" && in.read_string(value)) value.write(read);
        if (name == "Number" && in.read_number(number)) read.append(number.text());
    }
    in.finish();
    return in.ok() ? read : "fault";
}

/// Zero if all is well: the exit status of a program.
inline int run() {
    if (signed_example() != expected_example) return 1;
    if (json_there_and_back() != "\"\xE6\x9C\xAA\"\n-1.5") return 2;
    return 0;
}

}  // namespace probe
