// SPDX-License-Identifier: MIT
// Diagnoses each mistake of the catalogue, and counts those whose cause is named first.
//
//     named_first CATALOGUE [PAGE]     CATALOGUE is what catalogue.py prints; PAGE is docs/signature-doctor.md, which must have the table
#include "../support/read_file.hpp"
#include <tc3/signing/diagnose.hpp>
#include <tc3/tc3.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

namespace signing = tc3::signing;
using nlohmann::json;

struct count {
    int named = 0;
    int all = 0;
};

std::string bytes_of(const std::string& hex) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    return bytes;
}

// The texts of a credential, to which a view can refer.
struct credential {
    explicit credential(const json& from) : id(from["secret_id"]), key(from["secret_key"]), token(from["token"]) {}
    [[nodiscard]] tc3::credential_view view() const { return {.secret_id = id, .secret_key = key, .token = token}; }
    std::string id, key, token;
};

signing::diagnosis diagnose(const json& mistake) {
    const std::string bytes = bytes_of(mistake["request"]);
    const signing::raw_request request(bytes);
    const credential signer(mistake["credential"]);
    std::vector<credential> others;
    for (const json& each : mistake["others"]) others.emplace_back(each);
    std::vector<tc3::credential_view> other_views;
    other_views.reserve(others.size());
    for (const credential& each : others) other_views.push_back(each.view());
    const std::vector<std::string> hosts = mistake["hosts"];
    const std::vector<std::string_view> host_views(hosts.begin(), hosts.end());
    std::vector<std::pair<std::string, std::string>> headers = mistake["headers"];
    std::vector<tc3::http::header> header_views;
    header_views.reserve(headers.size());
    for (const auto& [name, value] : headers) header_views.push_back({name, value});
    const std::string error_code = mistake["response"];
    const std::string error_message = mistake["message"];
    const std::string version(request.view().value_of("x-tc-version"));

    signing::known_facts facts{.credential = signer.view(),
                               .service = version == "2018-03-01"   ? "faceid"
                                          : version == "2017-03-12" ? "cvm"
                                                                    : "",
                               .error_code = error_code,
                               .error_message = error_message,
                               .other_credentials = other_views,
                               .other_hosts = host_views,
                               .other_headers = header_views};
    if (const std::int64_t now = mistake["time"]; now != 0) facts.service_time = tc3::unix_time{now};
    return signing::diagnose(request.view(), facts);
}

bool is_one_of(const json& causes, const signing::finding& found) {
    return std::any_of(causes.begin(), causes.end(), [&](const json& each) { return each == std::string(to_string(found.cause)); });
}

// Returns what is wrong with a diagnosis; empty if nothing is.
std::string fault_of(const json& mistake, const signing::diagnosis& diagnosis) {
    const json& causes = mistake["causes"];
    if (diagnosis.signatures() > signing::most_diagnosed_signatures) return "more signatures than documented";
    if (causes.empty()) return diagnosis.empty() ? "" : "a cause, although nothing is wrong";
    if (diagnosis.empty()) return "no cause";
    const signing::finding& first = diagnosis.findings().front();
    const std::string evidence = mistake["evidence"];
    if (!is_one_of(causes, first)) return "first is " + std::string(to_string(first.cause));
    return first.evidence.view().find(evidence) == std::string_view::npos ? "no evidence " + evidence : "";
}

// A certain finding must be true: one of the causes of the mistake.
bool has_wrong_certainty(const json& mistake, const signing::diagnosis& diagnosis) {
    for (const signing::finding& each : diagnosis.findings()) {
        if (each.is_certain && !is_one_of(mistake["causes"], each)) return true;
    }
    return false;
}

bool tells_a_secret(const json& mistake, const signing::diagnosis& diagnosis) {
    std::string text;
    signing::write_diagnosis(text, diagnosis);
    const credential signer(mistake["credential"]);
    return text.find(signer.key) != std::string::npos || (!signer.token.empty() && text.find(signer.token) != std::string::npos);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    const json catalogue = json::parse(support::read_file(argv[1]).value_or(""), nullptr, false);
    if (!catalogue.is_object()) return 2;

    std::map<std::string, count> counts;
    int wrong = 0;
    std::string table = "| mistake | named first |\n|---|---|\n";
    for (const json& mistake : catalogue["mistakes"]) {
        const signing::diagnosis diagnosis = diagnose(mistake);
        const std::string fault = fault_of(mistake, diagnosis);
        const std::string name = mistake["name"];
        const bool is_named = fault.empty();
        counts[mistake["kind"]].named += is_named ? 1 : 0;
        ++counts[mistake["kind"]].all;
        const bool is_listed = !mistake["causes"].empty() && mistake["kind"] != "combination";
        if (is_listed) table += "| " + name + " | " + (is_named ? "yes" : "no") + " |\n";
        if (!is_named) std::cout << name << ": " << fault << "\n";
        for (const auto& [is_wrong, what] : {std::pair(has_wrong_certainty(mistake, diagnosis), "a wrong cause is certain"),
                                             std::pair(tells_a_secret(mistake, diagnosis), "a secret is shown")}) {
            if (!is_wrong) continue;
            std::cout << name << ": " << what << "\n";
            ++wrong;
        }
    }
    for (const auto& [kind, each] : counts) std::cout << kind << ": " << each.named << " of " << each.all << "\n";
    if (argc > 2 && support::read_file(argv[2]).value_or("").find(table) == std::string::npos) {
        std::cout << argv[2] << " has another table than:\n" << table;
        ++wrong;
    }
    const count knowable{counts["single"].named + counts["other"].named, counts["single"].all + counts["other"].all};
    const bool names_enough = 100 * knowable.named >= 95 * knowable.all;
    const auto names_all = [&](const char* kind) { return counts[kind].named == counts[kind].all && counts[kind].all > 0; };
    return wrong == 0 && names_enough && names_all("right") && names_all("unknowable") && names_all("pair") && names_all("combination") ? 0
                                                                                                                                        : 1;
}
