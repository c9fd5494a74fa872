// SPDX-License-Identifier: MIT
// The contract of signers: correct signers keep it, and each faulty signer breaks the rule that describes its fault.
#include "signer_contract.hpp"

#include "report.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>

using tc3::errc;
namespace signing = tc3::signing;
using sign_result = tc3::result<signing::signature, tc3::error>;

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

// Keeps the contract. Each signer below changes one thing.
struct local_signer {
    std::string_view id = "AKIDEXAMPLE";
    std::string_view key = facts.secret_key;
    [[nodiscard]] std::string_view secret_id() const { return id; }
    sign_result sign(const signing::signer_input& request) {
        tc3::crypto::builtin_policy policy;
        return signing::credential_signer({id, key}, policy).sign(request);
    }
};

// Has the signing key of one day, like a device.
struct day_signer {
    signing::signing_key key =
        *signing::derive_signing_key({"", facts.secret_key}, *signing::credential_scope::make(facts.service, facts.time));
    [[nodiscard]] std::string_view secret_id() const { return "AKIDEXAMPLE"; }
    sign_result sign(const signing::signer_input& request) { return signing::sign(key, request); }
};

struct with_a_blank_in_its_id : local_signer {
    with_a_blank_in_its_id() { id = "AKID EXAMPLE"; }
};
struct without_an_id : local_signer {
    without_an_id() { id = ""; }
};
struct that_forgets_its_id : local_signer {
    sign_result sign(const signing::signer_input& request) {
        id = "AKIDOTHER";
        return local_signer::sign(request);
    }
};
struct with_another_key : local_signer {
    with_another_key() { key = "another"; }
};
struct with_a_wrong_bit : local_signer {
    sign_result sign(const signing::signer_input& request) {
        sign_result signature = local_signer::sign(request);
        (*signature).bytes[0] ^= 1;
        return signature;
    }
};
struct that_always_signs_the_same : local_signer {
    sign_result sign(const signing::signer_input&) { return local_signer::sign(contract::request_to_sign("{}", "faceid", facts.time)); }
};
struct that_signs_once : local_signer {
    int left = 2;
    sign_result sign(const signing::signer_input& request) {
        if (left-- > 0) return local_signer::sign(request);
        return tc3::unexpected(tc3::error{.code = errc::signer_failed, .part = "signature"});
    }
};
struct that_ignores_the_scope : day_signer {
    sign_result sign(const signing::signer_input& request) { return signing::sign(key, request.string_to_sign.view()); }
};
struct of_another_time_zone : day_signer {
    sign_result sign(const signing::signer_input& request) {
        const bool is_tomorrow_here = request.string_to_sign.view().substr(16, 10) >= "1551110400";  // 16:00 UTC
        if (is_tomorrow_here) return day_signer::sign(request);
        return tc3::unexpected(tc3::error{.code = errc::wrong_scope, .part = "timestamp"});
    }
};
struct that_fails_after_a_rejection : day_signer {
    bool has_rejected = false;
    sign_result sign(const signing::signer_input& request) {
        sign_result signature = day_signer::sign(request);
        has_rejected = has_rejected || !signature;
        if (has_rejected) return tc3::unexpected(tc3::error{.code = errc::signer_failed, .part = "signature"});
        return signature;
    }
};
struct that_rejects_without_a_code : day_signer {
    sign_result sign(const signing::signer_input& request) {
        sign_result signature = day_signer::sign(request);
        if (signature) return signature;
        return tc3::unexpected(tc3::error{});
    }
};

struct with_an_output {
    std::string output;
    [[nodiscard]] std::string_view secret_id() const { return "AKIDEXAMPLE"; }
    [[nodiscard]] sign_result sign(const signing::signer_input&) const { return signing::signature::from_hex(output); }
};
struct that_hides_its_failure : with_an_output {
    [[nodiscard]] sign_result sign(const signing::signer_input&) const { return signing::signature{}; }
};
struct that_names_no_part : with_an_output {
    [[nodiscard]] sign_result sign(const signing::signer_input&) const { return tc3::unexpected(tc3::error{.code = errc::signer_failed}); }
};

std::string broken_rules_without_key(const auto& signer) {
    contract::report report;
    contract::broken_signer_contract(signer, report);
    return report.tried() == 4 ? report.broken() : "too few rules were tried";
}

}  // namespace

TEST_CASE("correct signers keep the contract") {
    CHECK(broken_by<local_signer>() == "");
    CHECK(broken_by<day_signer>() == "");
    tc3::crypto::builtin_policy policy;
    CHECK(broken_rules(signing::credential_signer({"AKIDEXAMPLE", facts.secret_key}, policy)) == "");
}

TEST_CASE("a faulty signer breaks the rule that describes its fault") {
    const struct {
        std::string (*run)();
        std::string_view rule;
    } cases[] = {
        {broken_by<with_a_blank_in_its_id>, "secret_id() is valid in an Authorization header"},
        {broken_by<without_an_id>, "secret_id() is valid in an Authorization header"},
        {broken_by<that_forgets_its_id>, "secret_id() is the same before and after"},
        {broken_by<with_another_key>, "a request is signed with the key derived from the secret key"},
        {broken_by<with_a_wrong_bit>, "a whole request with this signature is accepted"},
        {broken_by<that_always_signs_the_same>, "each request has the signature of its own string to sign"},
        {broken_by<that_signs_once>, "the same request has the same signature again"},
        {broken_by<that_ignores_the_scope>, "a request of the next day is rejected"},
        {broken_by<that_ignores_the_scope>, "a request to another service is rejected"},
        {broken_by<of_another_time_zone>, "the first and the last second of the UTC day"},
        {broken_by<that_fails_after_a_rejection>, "after a rejection, a request of the own day and service is signed again"},
        {broken_by<that_rejects_without_a_code>, "a request of the day before is rejected"},
    };
    for (const auto& each : cases) {
        const std::string broken = each.run();
        CAPTURE(each.rule);
        CAPTURE(broken);
        CHECK(broken.find(each.rule) != std::string::npos);
    }
}

TEST_CASE("unusable facts break one rule, and facts at the limits of the protocol break none") {
    const auto broken_with = [](const contract::signer_facts& facts_of_test) {
        contract::report report;
        contract::signer_contract(local_signer{.key = facts_of_test.secret_key}, facts_of_test, report);
        return report.broken();
    };
    const std::string longest(63, 'a');
    const contract::signer_facts usable[] = {
        {facts.secret_key, "faceid", {0}}, {facts.secret_key, longest, facts.time}, {facts.secret_key, "faceid", {253402300799}}};
    for (const contract::signer_facts& each : usable) CHECK(broken_with(each) == "");

    const std::string too_long(64, 'a');
    const contract::signer_facts unusable[] = {{facts.secret_key, "faceid", {-1}},
                                               {facts.secret_key, too_long, facts.time},
                                               {facts.secret_key, "", facts.time},
                                               {"", "faceid", {0}}};
    for (const contract::signer_facts& each : unusable) {
        CHECK(broken_with(each).find("the facts are usable") == 0);
        CHECK(broken_with(each).find('\n') == broken_with(each).size() - 1);
    }
}

TEST_CASE("a signer that cannot sign must return an error with a part") {
    for (const std::string& output : {std::string(), std::string(63, '0'), std::string(65, '0'), std::string("<html>502</html>")}) {
        CHECK(broken_rules_without_key(with_an_output{output}) == "");
    }
    CHECK(broken_rules_without_key(that_hides_its_failure{}).find("a signer that cannot sign returns an error") != std::string::npos);
    CHECK(broken_rules_without_key(that_names_no_part{}).find("the error names a part") != std::string::npos);
}
