// SPDX-License-Identifier: MIT
// Judges tc3 by the manual's sample inputs and answers: tc3-examples [--if-present] FOLDER
// Below FOLDER stands <Action>/<case>/ with a request.json, a response.json or both; index.json beside them says what was repaired in
// which. Folders that begin with '_' are of no action: an envelope alone. Each sample is read into its type, in each storage, and written
// back. With --if-present, exits 77 ("skipped") where there is no FOLDER.
#include "../support/any_struct.hpp"
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
using vectors::attempt;

// ---- the folder ----------------------------------------------------------------------------------------------------------------

std::string read_file(const files::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in) throw std::runtime_error("can't read " + file.filename().string());
    return text;
}

/// What the index says of one sample.
struct remarks {
    std::vector<std::string> changes;
    std::set<std::string> fields;  ///< repaired, or left out in the source: what stands there proves nothing

    [[nodiscard]] bool are_on(std::string_view path) const {
        const std::string_view last = path.substr(path.rfind('.') + 1);
        return fields.contains(std::string(last.substr(0, last.find('['))));
    }
    /// Whether the sample is that of another action, as the manual of an old one has been left.
    [[nodiscard]] bool are_on_the_action() const {
        for (const std::string& each : changes) {
            if (each.starts_with("source header names action")) return true;
        }
        return false;
    }
    [[nodiscard]] std::string changes_in_words() const {
        std::string words;
        for (const std::string& each : changes) words += (words.empty() ? "" : "; ") + each;
        return words;
    }
};

/// A repair names its field at the end: "base64 elided in the source, cut to a valid prefix: BestFrame".
std::string field_in(const std::string& change) {
    const std::size_t colon = change.rfind(": ");
    return colon == std::string::npos ? "" : change.substr(colon + 2);
}

/// By the last two names of the path, "<Action>/<case>".
std::map<std::string, remarks> read_index(const files::path& folder) {
    std::map<std::string, remarks> index;
    if (!files::is_regular_file(folder / "index.json")) return index;
    for (const json& entry : json::parse(read_file(folder / "index.json"))) {
        const files::path path(entry.at("path").get<std::string>());
        remarks& one = index[(path.parent_path().filename() / path.filename()).generic_string()];
        one.changes = entry.value("changes", std::vector<std::string>());
        for (const std::string& change : one.changes) one.fields.insert(field_in(change));
        for (const std::string& name : entry.value("catalogue_fields_absent_from_response", std::vector<std::string>())) {
            one.fields.insert(name);
        }
        one.fields.erase("");
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

/// Where the findings on one side go: its name stands before each.
struct side {
    std::string name;  ///< "response, owning"
    const remarks& known;
    attempt& one;

    void equal(std::string_view what, const std::string& expected, const std::string& found) const {
        one.equal(name + ", " + std::string(what), expected, found);
    }
    void fail(const std::string& why) const { one.fail(name, why); }

    void expect_same(const json& expected, std::string_view found) const {
        for (const support::difference& each : support::differences(expected, json::parse(found, nullptr, false))) {
            if (!known.are_on(each.path)) one.fail(name + ", " + each.path, "expected " + each.expected + ", found " + each.found);
        }
    }
};

std::string in_words(const tc3::error& error, const std::string& path) {
    tc3::error named = error;
    named.name = path;
    std::string words;
    tc3::write_error(words, named);
    return words;
}

bool expect_passed(const support::round_trip_result& came_to, const side& where) {
    if (came_to.read_error.code != tc3::errc::none) {
        where.fail("not read: " + in_words(came_to.read_error, came_to.path));
    } else if (came_to.write_error.code != tc3::errc::none) {
        where.fail("not written: " + in_words(came_to.write_error, came_to.path));
    } else {
        return true;
    }
    return false;
}

std::string text_in(const json& object, const char* name) {
    const json value = object.value(name, json());
    return value.is_string() ? value.get<std::string>() : std::string();
}

void judge_error(const json& expected, const support::parse_result& came_to, const side& where) {
    if (came_to.failure.empty()) return where.fail("an error was taken for an answer");
    where.equal("stage", "service", std::string(tc3::name_of(came_to.stage)));
    where.equal("Error.Code", text_in(expected.at("Error"), "Code"), came_to.code);
    where.equal("Error.Message", text_in(expected.at("Error"), "Message"), came_to.message);
    where.equal("RequestId", text_in(expected, "RequestId"), came_to.request_id);
}

void judge_envelope(const json& expected, const std::string& body, const side& where) {
    const auto read = tc3::parse_envelope_body(body);
    if (expected.contains("Error")) {
        support::parse_result came_to;
        if (!read) {
            came_to = {.stage = read.error().stage,
                       .code = read.error().code,
                       .message = read.error().message,
                       .request_id = read.error().request_id,
                       .failure = to_string(read.error())};
        }
        return judge_error(expected, came_to, where);
    }
    if (!read) return where.fail(to_string(read.error()));
    where.equal("RequestId", text_in(expected, "RequestId"), read->request_id);
    where.equal("payload", expected.dump(), json::parse(read->payload).dump());
}

void judge_output(const any_action& action, const json& expected, const std::string& body, const side& where) {
    const support::parse_result came_to = action.parse(body);
    if (expected.contains("Error")) return judge_error(expected, came_to, where);
    if (!came_to.failure.empty()) return where.fail(came_to.failure);
    if (expect_passed(came_to.output, where)) where.expect_same(expected, came_to.output.document);
}

/// Judged as a server does. What a sample is known for keeps no rule from being broken silently: `aside` gets a line for each exception.
void judge_question(const any_action& action, const std::string& sample, const side& where, std::ostream& aside) {
    json expected = json::parse(sample);
    support::round_trip_result came_to = action.make_request(sample, reader::server);
    while (came_to.read_error.code == tc3::errc::unknown_member && expected.erase(came_to.path) != 0) {
        aside << where.name << ": left out, a parameter that this action does not have: " << came_to.path << "\n";
        came_to = action.make_request(expected.dump(), reader::server);
    }
    const bool excused = where.known.are_on(came_to.path) || where.known.are_on_the_action();
    if (came_to.read_error.code != tc3::errc::none && excused) {
        aside << where.name << ": judged without the server's rules, " << in_words(came_to.read_error, came_to.path)
              << " (the index: " << where.known.changes_in_words() << ")\n";
        came_to = action.make_request(expected.dump(), reader::client);
    }
    if (expect_passed(came_to, where)) where.expect_same(expected, came_to.document);
}

// ---- all of them ---------------------------------------------------------------------------------------------------------------

class judge {
public:
    judge(const files::path& folder, std::ostream& out) : index_(read_index(folder)), out_(out) {}

    [[nodiscard]] bool passes(const files::path& sample) {
        const std::string id = (sample.parent_path().filename() / sample.filename()).generic_string();
        std::ostringstream aside;  // said before the failures
        attempt one;
        try {
            look_at(sample, index_[id], one, aside);
        } catch (const std::exception& problem) {
            one.fail("the sample itself", problem.what());
        }
        std::istringstream lines(std::move(aside).str());
        for (std::string line; std::getline(lines, line);) out_ << id << ": " << line << "\n";
        one.print(out_, id);
        return one.passed();
    }

private:
    void look_at(const files::path& sample, const remarks& known, attempt& one, std::ostream& aside) const {
        const std::string action = sample.parent_path().filename().string();
        if (files::is_regular_file(sample / "response.json")) {
            const std::string body = read_file(sample / "response.json");
            const json expected = json::parse(body).at("Response");
            judge_envelope(expected, body, {"envelope", known, one});
            for (const auto& structs : storages_) {
                if (const any_action* typed = find(structs, action)) {
                    judge_output(*typed, expected, body, {"response, " + structs.storage, known, one});
                }
            }
        }
        if (files::is_regular_file(sample / "request.json")) {
            const std::string body = read_file(sample / "request.json");
            for (const auto& structs : storages_) {
                if (const any_action* typed = find(structs, action)) {
                    judge_question(*typed, body, {"request, " + structs.storage, known, one}, aside);
                }
            }
        }
        if (!action.starts_with('_') && find(storages_[0], action) == nullptr) one.fail("the sample itself", "no type has this name");
    }

    static const any_action* find(const support::all_structs& structs, const std::string& name) {
        const auto has_name = [&name](const any_action& each) { return each.action.name == name; };
        const auto found = std::find_if(structs.actions.begin(), structs.actions.end(), has_name);
        return found == structs.actions.end() ? nullptr : &*found;
    }

    const support::all_structs storages_[2] = {support::structs_in_owning(), support::structs_in_borrowed()};
    std::map<std::string, remarks> index_;
    std::ostream& out_;
};

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string_view> words(arguments + 1, arguments + count);
    const bool if_present = !words.empty() && words.front() == "--if-present";
    if (words.size() != (if_present ? 2U : 1U)) {
        std::cerr << "usage: tc3-examples [--if-present] FOLDER\n";
        return vectors::unreadable;
    }
    const files::path folder(words.back());
    if (!files::is_directory(folder)) {
        std::cout << "there is no such folder\n";
        return if_present ? vectors::skipped : vectors::unreadable;
    }
    const std::vector<files::path> samples = samples_below(folder);
    judge all(folder, std::cout);
    const auto passed = std::count_if(samples.begin(), samples.end(), [&all](const files::path& each) { return all.passes(each); });
    const auto failed = std::ssize(samples) - passed;
    std::cout << passed << " passed, " << failed << " failed\n";
    if (samples.empty()) return vectors::unreadable;
    return failed == 0 ? vectors::all_passed : vectors::some_failed;
}
