// SPDX-License-Identifier: MIT
// Reads the sample requests and responses of the manual into their types, in each storage, writes them back and compares:
// tc3-examples [--if-present] FOLDER
// FOLDER has folders <Action>/<case>/ with a request.json, a response.json or both. A name that begins with '_' stands for no action: only
// the envelope is checked. index.json lists the repairs that the samples needed. With --if-present, the program exits with 77 ("skipped")
// if there is no FOLDER.
#include "../support/any_struct.hpp"
#include "../support/read_file.hpp"
#include "../support/same_meaning.hpp"
#include "vector_file.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

namespace {

namespace files = std::filesystem;
using nlohmann::json;
using support::any_action;
using support::reader;
using vectors::vector_report;

// ---- the folder ----------------------------------------------------------------------------------------------------------------

std::string read_file(const files::path& file) {
    auto text = support::read_file(file.string());
    if (!text) throw std::runtime_error("can't read " + file.filename().string());
    return *std::move(text);
}

/// The entry of one sample in the index.
struct sample_remarks {
    std::vector<std::string> changes;
    std::set<std::string> fields;  ///< repaired fields, and fields that the source omits: their values are not compared

    [[nodiscard]] bool are_on(std::string_view path) const {
        const std::string_view last = path.substr(path.rfind('.') + 1);
        return fields.contains(std::string(last.substr(0, last.find('['))));
    }
    /// Returns whether the sample shows another action, which happens in the manual of old actions.
    [[nodiscard]] bool are_on_the_action() const {
        for (const std::string& each : changes) {
            if (each.starts_with("source header names action")) return true;
        }
        return false;
    }
    [[nodiscard]] std::string describe_changes() const {
        std::string text;
        for (const std::string& each : changes) text += (text.empty() ? "" : "; ") + each;
        return text;
    }
};

/// Returns the field that a repair names at its end: "base64 elided in the source, cut to a valid prefix: BestFrame".
std::string field_in(const std::string& change) {
    const std::size_t colon = change.rfind(": ");
    return colon == std::string::npos ? "" : change.substr(colon + 2);
}

/// Returns the entries by the last two names of their paths, "<Action>/<case>".
std::map<std::string, sample_remarks> read_index(const files::path& folder) {
    std::map<std::string, sample_remarks> index;
    if (!files::is_regular_file(folder / "index.json")) return index;
    for (const json& entry : json::parse(read_file(folder / "index.json"))) {
        const files::path path(entry.at("path").get<std::string>());
        sample_remarks& remarks = index[(path.parent_path().filename() / path.filename()).generic_string()];
        remarks.changes = entry.value("changes", std::vector<std::string>());
        for (const std::string& change : remarks.changes) remarks.fields.insert(field_in(change));
        for (const std::string& name : entry.value("catalogue_fields_absent_from_response", std::vector<std::string>())) {
            remarks.fields.insert(name);
        }
        remarks.fields.erase("");
    }
    return index;
}

std::vector<files::path> samples_below(const files::path& folder) {
    std::set<files::path> samples;
    for (const auto& entry : files::recursive_directory_iterator(folder)) {
        const files::path name = entry.path().filename();
        if (name == "request.json" || name == "response.json") samples.insert(entry.path().parent_path());
    }
    return {samples.begin(), samples.end()};
}

// ---- one side of one sample ----------------------------------------------------------------------------------------------------

/// Adds the differences of the request or the response of a sample to a report, with its name before each.
struct side {
    std::string name;  ///< "response, owning"
    const sample_remarks& remarks;
    vector_report& report;

    void equal(std::string_view part, const std::string& expected, const std::string& actual) const {
        report.equal(name + ", " + std::string(part), expected, actual);
    }
    void fail(const std::string& message) const { report.fail(name, message); }

    void equal_documents(const json& expected, std::string_view actual) const {
        for (const support::difference& each : support::differences(expected, json::parse(actual, nullptr, false))) {
            if (!remarks.are_on(each.path)) report.fail(name + ", " + each.path, "expected " + each.expected + ", found " + each.found);
        }
    }
};

/// Returns whether a document was read and written without an error.
bool check_round_trip(const support::round_trip_result& result, const side& side) {
    if (result.read_error.code != tc3::errc::none) {
        side.fail("not read: " + vectors::to_text(result.read_error, result.path));
    } else if (result.write_error.code != tc3::errc::none) {
        side.fail("not written: " + vectors::to_text(result.write_error, result.path));
    } else {
        return true;
    }
    return false;
}

std::string text_in(const json& object, const char* name) {
    const json value = object.value(name, json());
    return value.is_string() ? value.get<std::string>() : std::string();
}

void check_error(const json& expected, const support::parse_result& result, const side& side) {
    if (result.failure.empty()) return side.fail("an error was read as an output");
    side.equal("stage", "service", std::string(tc3::name_of(result.stage)));
    side.equal("Error.Code", text_in(expected.at("Error"), "Code"), result.code);
    side.equal("Error.Message", text_in(expected.at("Error"), "Message"), result.message);
    side.equal("RequestId", text_in(expected, "RequestId"), result.request_id);
}

void check_envelope(const json& expected, const std::string& body, const side& side) {
    const auto read = tc3::parse_envelope_body(body);
    if (expected.contains("Error")) {
        support::parse_result result;
        if (!read) {
            result = {.stage = read.error().stage,
                      .code = read.error().code,
                      .message = read.error().message,
                      .request_id = read.error().request_id,
                      .failure = to_string(read.error())};
        }
        return check_error(expected, result, side);
    }
    if (!read) return side.fail(to_string(read.error()));
    side.equal("RequestId", text_in(expected, "RequestId"), read->request_id);
    side.equal("payload", expected.dump(), json::parse(read->payload).dump());
}

void check_output(const any_action& action, const json& expected, const std::string& body, const side& side) {
    const support::parse_result result = action.parse(body);
    if (expected.contains("Error")) return check_error(expected, result, side);
    if (!result.failure.empty()) return side.fail(result.failure);
    if (check_round_trip(result.output, side)) side.equal_documents(expected, result.output.document);
}

/// Appends the padding to the base64 at a path, "Encryption.CiphertextBlob". Returns whether there is a text.
bool pad(json& document, std::string path) {
    std::replace(path.begin(), path.end(), '.', '/');
    const json::json_pointer place("/" + path);
    if (!document.contains(place) || !document.at(place).is_string()) return false;
    std::string text = document.at(place);
    text.append((4 - text.size() % 4) % 4, '=');
    document.at(place) = text;
    return true;
}

/// Reads a request as a server does. Rules that a repaired sample breaks are not applied, a parameter that the action does not have is
/// removed, and base64 that the manual cut is padded. Each exception is a line of `notes`.
void check_input(const any_action& action, const std::string& sample, const side& side, std::ostream& notes) {
    json expected = json::parse(sample);
    support::round_trip_result result = action.make_request(sample, reader::server);
    while (result.read_error.code == tc3::errc::unknown_member && expected.erase(result.path) != 0) {
        notes << side.name << ": the action has no parameter " << result.path << ", it is ignored\n";
        result = action.make_request(expected.dump(), reader::server);
    }
    while (result.read_error.code == tc3::errc::unpadded && pad(expected, result.path)) {
        notes << side.name << ": " << result.path << " lacks padding, it is padded\n";
        result = action.make_request(expected.dump(), reader::server);
    }
    const bool is_excused = side.remarks.are_on(result.path) || side.remarks.are_on_the_action();
    if (result.read_error.code != tc3::errc::none && is_excused) {
        notes << side.name << ": read without the rules of a server: " << vectors::to_text(result.read_error, result.path)
              << " (repaired: " << side.remarks.describe_changes() << ")\n";
        result = action.make_request(expected.dump(), reader::strict_client);
    }
    if (check_round_trip(result, side)) side.equal_documents(expected, result.document);
}

// ---- all samples ---------------------------------------------------------------------------------------------------------------

class sample_checker {
public:
    sample_checker(const files::path& folder, std::ostream& out) : index_(read_index(folder)), out_(out) {}

    /// Checks a sample and prints its differences. Returns whether it has none.
    [[nodiscard]] bool check(const files::path& sample) {
        const std::string id = (sample.parent_path().filename() / sample.filename()).generic_string();
        std::ostringstream notes;  // printed before the differences
        vector_report report;
        try {
            check(sample, index_[id], report, notes);
        } catch (const std::exception& error) {
            report.fail("unusable sample", error.what());
        }
        std::istringstream lines(std::move(notes).str());
        for (std::string line; std::getline(lines, line);) out_ << id << ": " << line << "\n";
        report.print(out_, id);
        return report.passed();
    }

private:
    void check(const files::path& sample, const sample_remarks& remarks, vector_report& report, std::ostream& notes) const {
        const std::string action = sample.parent_path().filename().string();
        if (files::is_regular_file(sample / "response.json")) {
            const std::string body = read_file(sample / "response.json");
            const json expected = json::parse(body).at("Response");
            check_envelope(expected, body, {"envelope", remarks, report});
            for (const auto& structs : storages_) {
                if (const any_action* typed = find(structs, action)) {
                    check_output(*typed, expected, body, {"response, " + structs.storage, remarks, report});
                }
            }
        }
        if (files::is_regular_file(sample / "request.json")) {
            const std::string body = read_file(sample / "request.json");
            for (const auto& structs : storages_) {
                if (const any_action* typed = find(structs, action)) {
                    check_input(*typed, body, {"request, " + structs.storage, remarks, report}, notes);
                }
            }
        }
        if (!action.starts_with('_') && find(storages_[0], action) == nullptr)
            report.fail("unusable sample", "there is no action of this name");
    }

    static const any_action* find(const support::all_structs& structs, const std::string& name) {
        const auto has_name = [&name](const any_action& each) { return each.action.name == name; };
        const auto found = std::find_if(structs.actions.begin(), structs.actions.end(), has_name);
        return found == structs.actions.end() ? nullptr : &*found;
    }

    const support::all_structs storages_[2] = {support::structs_in_owning(), support::structs_in_borrowed()};
    std::map<std::string, sample_remarks> index_;
    std::ostream& out_;
};

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string_view> options(arguments + 1, arguments + count);
    const bool if_present = !options.empty() && options.front() == "--if-present";
    if (options.size() != (if_present ? 2U : 1U)) {
        std::cerr << "usage: tc3-examples [--if-present] FOLDER\n";
        return vectors::unreadable;
    }
    const files::path folder(options.back());
    if (!files::is_directory(folder)) {
        std::cout << "no such folder\n";
        return if_present ? vectors::skipped : vectors::unreadable;
    }
    const std::vector<files::path> samples = samples_below(folder);
    sample_checker checker(folder, std::cout);
    const auto passed = std::count_if(samples.begin(), samples.end(), [&checker](const files::path& each) { return checker.check(each); });
    const auto failed = std::ssize(samples) - passed;
    std::cout << passed << " passed, " << failed << " failed\n";
    if (samples.empty()) return vectors::unreadable;
    return failed == 0 ? vectors::passed_codes : vectors::some_failed;
}
