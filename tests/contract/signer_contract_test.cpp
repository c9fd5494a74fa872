// SPDX-License-Identifier: MIT
// The contract of signers: held by ours, broken by each signer that has something wrong with it.
#include "signer_contract.hpp"

#include "report.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>

using tc3::errc;
namespace signing = tc3::signing;
using signed_or_not = tc3::result<signing::signature, tc3::error>;

namespace {

constexpr contract::signer_facts facts{"Gu5t9xGARNpq86cd98joQYCN3EXAMPLE", "faceid", {1551113065}};

template <class Signer>
std::string broken_rules(Signer&& signer) {
    contract::report report;
    contract::signer_contract(signer, facts, report);
    return report.tried() < 10 ? "too few rules were tried" : report.broken();
}
template <class Signer>
std::string broken_by() {
    return broken_rules(Signer());
}

// Works; the signers below each change one thing.
struct local_signer {
    std::string_view id = "AKIDEXAMPLE";
    std::string_view key = facts.secret_key;
    [[nodiscard]] std::string_view secret_id() const { return id; }
    signed_or_not sign(const signing::signing_request& request) {
        tc3::crypto::builtin_policy policy;
        return signing::credential_signer({id, key}, policy).sign(request);
    }
};

// Has the key of one day, as a device may have it.
struct day_signer {
    signing::signing_key key =
        *signing::derive_signing_key({"", facts.secret_key}, *signing::credential_scope::make(facts.service, facts.time));
    [[nodiscard]] std::string secret_id() const { return "AKIDEXAMPLE"; }
    signed_or_not sign(const signing::signing_request& request) { return signing::sign(key, request); }
};

struct with_a_blank_in_its_id : local_signer {
    with_a_blank_in_its_id() { id = "AKID EXAMPLE"; }
};
struct without_an_id : local_signer {
    without_an_id() { id = ""; }
};
struct that_forgets_its_id : local_signer {
    signed_or_not sign(const signing::signing_request& request) {
        id = "AKIDOTHER";
        return local_signer::sign(request);
    }
};
struct with_another_key : local_signer {
    with_another_key() { key = "another"; }
};
struct with_a_wrong_bit : local_signer {
    signed_or_not sign(const signing::signing_request& request) {
        signed_or_not made = local_signer::sign(request);
        (*made).bytes[0] ^= 1;
        return made;
    }
};
struct that_says_the_same_always : local_signer {
    signed_or_not sign(const signing::signing_request&) {
        return local_signer::sign(contract::detail::request_to_sign("{}", "faceid", facts.time));
    }
};
struct that_signs_once : local_signer {
    int left = 2;
    signed_or_not sign(const signing::signing_request& request) {
        if (left-- > 0) return local_signer::sign(request);
        return tc3::unexpected(tc3::error{.code = errc::signer_failed, .part = "signature"});
    }
};
struct with_a_key_for_all_days : day_signer {
    signed_or_not sign(const signing::signing_request& request) { return signing::sign(key, request.string_to_sign.view()); }
};
struct of_another_time_zone : day_signer {
    signed_or_not sign(const signing::signing_request& request) {
        const bool is_tomorrow_here = request.string_to_sign.view().substr(16, 10) >= "1551110400";  // 16:00 UTC
        if (is_tomorrow_here) return day_signer::sign(request);
        return tc3::unexpected(tc3::error{.code = errc::wrong_scope, .part = "timestamp"});
    }
};
struct that_is_offended : day_signer {
    bool offended = false;
    signed_or_not sign(const signing::signing_request& request) {
        signed_or_not made = day_signer::sign(request);
        offended = offended || !made;
        if (offended) return tc3::unexpected(tc3::error{.code = errc::signer_failed, .part = "signature"});
        return made;
    }
};
struct that_refuses_without_a_word : day_signer {
    signed_or_not sign(const signing::signing_request& request) {
        signed_or_not made = day_signer::sign(request);
        if (made) return made;
        return tc3::unexpected(tc3::error{});
    }
};

struct with_an_output {
    std::string output;
    [[nodiscard]] std::string_view secret_id() const { return "AKIDEXAMPLE"; }
    [[nodiscard]] signed_or_not sign(const signing::signing_request&) const { return signing::signature::from_hex(output); }
};
struct that_pretends : with_an_output {
    [[nodiscard]] signed_or_not sign(const signing::signing_request&) const { return signing::signature{}; }
};
struct that_names_no_part : with_an_output {
    [[nodiscard]] signed_or_not sign(const signing::signing_request&) const {
        return tc3::unexpected(tc3::error{.code = errc::signer_failed});
    }
};

std::string broken_rules_of_a_broken(const auto& signer) {
    contract::report report;
    contract::broken_signer_contract(signer, report);
    return report.tried() == 4 ? report.broken() : "too few rules were tried";
}

}  // namespace

TEST_CASE("signers of our own keep the contract") {
    CHECK(broken_by<local_signer>() == "");
    CHECK(broken_by<day_signer>() == "");
    tc3::crypto::builtin_policy policy;
    CHECK(broken_rules(signing::credential_signer({"AKIDEXAMPLE", facts.secret_key}, policy)) == "");
}

TEST_CASE("a signer with something wrong breaks the rule that says so") {
    const struct {
        std::string (*run)();
        std::string_view rule;
    } cases[] = {
        {broken_by<with_a_blank_in_its_id>, "secret_id() can stand in an Authorization header"},
        {broken_by<without_an_id>, "secret_id() can stand in an Authorization header"},
        {broken_by<that_forgets_its_id>, "secret_id() is the same before and after"},
        {broken_by<with_another_key>, "a request is signed with the key derived from the secret key"},
        {broken_by<with_a_wrong_bit>, "a whole request with this signature is accepted"},
        {broken_by<that_says_the_same_always>, "each request has the signature of its own string to sign"},
        {broken_by<that_signs_once>, "the same request has the same signature again"},
        {broken_by<with_a_key_for_all_days>, "a request of the next day is refused, or has that day's key"},
        {broken_by<with_a_key_for_all_days>, "a request to another service is refused, or has its key"},
        {broken_by<of_another_time_zone>, "the first and the last second of the UTC day"},
        {broken_by<that_is_offended>, "the next request of its own day and service is signed as before"},
        {broken_by<that_refuses_without_a_word>, "a request of the day before is refused, or has that day's key"},
    };
    for (const auto& each : cases) {
        const std::string broken = each.run();
        CAPTURE(each.rule);
        CAPTURE(broken);
        CHECK(broken.find(each.rule) != std::string::npos);
    }
}

TEST_CASE("facts that nobody can sign for break the one rule that says so, and those at an edge are tried as far as they go") {
    const auto broken_with = [](const contract::signer_facts& said) {
        contract::report report;
        contract::signer_contract(local_signer{.key = said.secret_key}, said, report);
        return report.broken();
    };
    const std::string longest(63, 'a');
    const contract::signer_facts usable[] = {
        {facts.secret_key, "faceid", {0}}, {facts.secret_key, longest, facts.time}, {facts.secret_key, "faceid", {253402300799}}};
    for (const contract::signer_facts& said : usable) CHECK(broken_with(said) == "");

    const std::string too_long(64, 'a');
    const contract::signer_facts useless[] = {{facts.secret_key, "faceid", {-1}},
                                              {facts.secret_key, too_long, facts.time},
                                              {facts.secret_key, "", facts.time},
                                              {"", "faceid", {0}}};
    for (const contract::signer_facts& said : useless) {
        CHECK(broken_with(said).find("the facts are usable") == 0);
        CHECK(broken_with(said).find('\n') == broken_with(said).size() - 1);
    }
}

TEST_CASE("a signer that can't sign returns errors that name the part") {
    for (const std::string& output : {std::string(), std::string(63, '0'), std::string(65, '0'), std::string("<html>502</html>")}) {
        CHECK(broken_rules_of_a_broken(with_an_output{output}) == "");
    }
    CHECK(broken_rules_of_a_broken(that_pretends{}).find("a signer that can't sign returns an error") != std::string::npos);
    CHECK(broken_rules_of_a_broken(that_names_no_part{}).find("the error names the part") != std::string::npos);
}
