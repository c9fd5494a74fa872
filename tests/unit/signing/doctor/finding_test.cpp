// SPDX-License-Identifier: MIT
// Findings: how many are kept, and what their evidence shows.
#include "../../../support/doctor.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace signing = tc3::signing;
namespace doctor = tc3::signing::doctor;
using signing::cause;

namespace {

std::string quoted(std::string_view text, const signing::known_facts& facts = {}) {
    std::string out;
    tc3::sink_adapter to(out);
    doctor::write_quoted(to, facts, {{text}});
    return out;
}

std::string evidence_of(std::string_view text) {
    signing::diagnosis found;
    doctor::add_finding(found, cause::host, true, [&](tc3::any_sink& out) { doctor::write_quoted(out, {}, {{text}}); });
    return std::string(found.findings().front().evidence.view());
}

std::string repeated(std::string_view text, std::size_t count) {
    std::string all;
    for (; count > 0; --count) all += text;
    return all;
}

}  // namespace

TEST_CASE("a diagnosis keeps the first finding of each cause, and eight of them") {
    signing::diagnosis found;
    for (std::size_t number = 0; number < 10; ++number) {
        doctor::add_finding(found, static_cast<cause>(number), true, "first");
        doctor::add_finding(found, static_cast<cause>(number), false, "second");
    }
    REQUIRE(found.findings().size() == signing::most_findings);
    CHECK(found.findings().back().cause == static_cast<cause>(signing::most_findings - 1));
    CHECK(found.findings().front().evidence == "first");
    CHECK(found.findings().front().is_certain);
}

TEST_CASE("text of the request is printable") {
    CHECK(quoted("a.example") == "`a.example`");
    CHECK(quoted("a\nb\xe2\x80\xae") == "`a\\u{a}b\\u{202e}`");
    CHECK(quoted("\xff") == "`\xef\xbf\xbd`");
}

TEST_CASE("a long evidence is cut between two characters") {
    CHECK(evidence_of(std::string(197, 'x')) == "`" + std::string(197, 'x') + "`");
    CHECK(evidence_of(std::string(199, 'x')) == "`" + std::string(196, 'x') + "...");
    CHECK(evidence_of(repeated("\xc3\xa4", 200)) == "`" + repeated("\xc3\xa4", 98) + "...");
    CHECK(evidence_of(repeated("\xe4\xbd\xa0", 70)) == "`" + repeated("\xe4\xbd\xa0", 65) + "...");
}

TEST_CASE("text that has a part of a known secret is masked") {
    const tc3::credential_view others[] = {{"id", "another-key-of-the-program", "another-token-of-it"}};
    const signing::known_facts facts{.credential = {"id", "key-of-the-credential", "token-of-it"}, .other_credentials = others};
    CHECK(quoted("key-of-the-credential", facts) == "`****`");
    CHECK(quoted("x-of-the-cr-x", facts) == "`****`");
    CHECK(quoted("x token-of x", facts) == "`****`");
    CHECK(quoted("her-key-", facts) == "`****`");
    CHECK(quoted("another-token", facts) == "`****`");
    CHECK(quoted("of-the-", facts) == "`of-the-`");  // seven characters are in words
    CHECK(quoted("credential", {.credential = {"id", "abc", ""}}) == "`credential`");
    CHECK(quoted("x-abc-x", {.credential = {"id", "abc", ""}}) == "`****`");
}

TEST_CASE("a diagnosis is written as a line for each finding") {
    signing::diagnosis found;
    std::string text;
    signing::write_diagnosis(text, found);
    CHECK(text.starts_with("The signature fits, and nothing else is wrong with the request."));
    CHECK(text.ends_with(".\n"));

    doctor::add_finding(found, cause::host, true, "with Host `a` the signature fits");
    doctor::add_finding(found, cause::clock, false, "AuthFailure.SignatureExpire");
    found.add({});
    text.clear();
    signing::write_diagnosis(text, found);
    CHECK(text == "host: Another Host was signed than sent. Certain: with Host `a` the signature fits. " +
                      std::string(advice(cause::host)) + "\nclock: " + std::string(description(cause::clock)) +
                      " Likely: AuthFailure.SignatureExpire. " + std::string(advice(cause::clock)) +
                      "\nunknown: " + std::string(description(cause::unknown)) + " " + std::string(advice(cause::unknown)) + "\n");
}
