// SPDX-License-Identifier: MIT
// Judges tc3 by the manual's sample questions and answers: tc3-samples [--if-present] FOLDER
// Below FOLDER stands <Action>/<case>/response.json, mostly with a request.json beside it. With --if-present, exits 77 ("skipped") where
// there is no FOLDER.
#include "vector_file.hpp"

#include <algorithm>
#include <filesystem>

namespace {

namespace faceid = tc3::faceid;
namespace files = std::filesystem;
using vectors::attempt;
using vectors::json;

std::string read_file(const files::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in) throw std::runtime_error("can't read " + file.filename().string());
    return text;
}

// Equal by meaning: the order of members is none.
void same_json(std::string_view what, const json& expected, std::string_view actual, attempt& one) {
    const auto read = nlohmann::json::parse(actual, nullptr, false);
    if (read != nlohmann::json::parse(expected.dump())) one.equal(what, expected.dump(), std::string(actual));
}

// ---- any action ----------------------------------------------------------------------------------------------------------------

void judge_error(const json& expected, const tc3::result<tc3::envelope, tc3::failure>& read, attempt& one) {
    if (read) return one.fail("envelope", "an error was taken for an answer");
    one.equal("stage", "service", std::string(name_of(read.error().stage)));
    one.equal("code", expected.at("Error").at("Code"), read.error().code);
    one.equal("message", expected.at("Error").at("Message"), read.error().message);
    one.equal("request id", expected.at("RequestId"), read.error().request_id);
}

void judge_envelope(const json& expected, const std::string& body, attempt& one) {
    const auto read = tc3::parse_envelope(body);
    if (expected.contains("Error")) return judge_error(expected, read, one);
    if (!read) return one.fail("envelope", to_string(read.error()));
    one.equal("request id", expected.at("RequestId"), read->request_id);
    same_json("payload", expected, read->payload, one);
}

// ---- the actions that have types -----------------------------------------------------------------------------------------------

// There and back: what is read from the sample and written again means the same.
template <class Question>
void judge_typed_answer(const json& expected, const std::string& body, attempt& one) {
    const auto answer = tc3::parse_body<Question>(body);
    if (!answer) return one.fail("answer", to_string(answer.error()));
    std::string written;
    tc3::encoder out(written);
    tc3::write_struct(out, *answer);
    same_json("answer", expected, written, one);
}

template <class Question>
void judge_typed_question(const std::string& sample, attempt& one) {
    Question question;
    tc3::decoder in(sample, tc3::server_rules);
    tc3::read_struct(in, question);
    if (!in.ok()) return one.fail("question", std::string(describe(in.json().fault().code)));
    const tc3::client_profile_view profile{.credential = {"id", "key"}, .region = "ap-singapore"};
    const auto request = tc3::make_request(question, profile, tc3::unix_time{1700000000});
    if (!request) return one.fail("question", to_string(request.error()));
    same_json("question", json::parse(sample), request->view().body, one);
}

using judge_of_answers = void (*)(const json& expected, const std::string& body, attempt& one);
using judge_of_questions = void (*)(const std::string& sample, attempt& one);

struct typed_action {
    std::string_view name;
    judge_of_answers answer;
    judge_of_questions question;
};

template <class Question>
constexpr typed_action judged_as{tc3::action_of<Question>.name, judge_typed_answer<Question>, judge_typed_question<Question>};

constexpr typed_action typed_actions[] = {judged_as<faceid::apply_liveness_token>, judged_as<faceid::get_liveness_result>};

// ---- all of them ---------------------------------------------------------------------------------------------------------------

void judge(const files::path& sample, attempt& one) {
    const std::string body = read_file(sample / "response.json");
    const json expected = json::parse(body).at("Response");
    judge_envelope(expected, body, one);
    for (const typed_action& each : typed_actions) {
        if (sample.parent_path().filename() != each.name) continue;
        each.answer(expected, body, one);
        each.question(read_file(sample / "request.json"), one);
    }
}

std::vector<files::path> samples_below(const files::path& folder) {
    std::vector<files::path> samples;
    for (const auto& entry : files::recursive_directory_iterator(folder)) {
        if (entry.path().filename() == "response.json") samples.push_back(entry.path().parent_path());
    }
    std::sort(samples.begin(), samples.end());
    return samples;
}

bool passes(const files::path& sample) {
    attempt one;
    try {
        judge(sample, one);
    } catch (const std::exception& problem) {
        one.fail("the sample itself", problem.what());
    }
    one.print(std::cout, (sample.parent_path().filename() / sample.filename()).generic_string());
    return one.passed();
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string_view> words(arguments + 1, arguments + count);
    const bool if_present = !words.empty() && words.front() == "--if-present";
    if (words.size() != (if_present ? 2U : 1U)) {
        std::cerr << "usage: tc3-samples [--if-present] FOLDER\n";
        return vectors::unreadable;
    }
    const files::path folder(words.back());
    if (!files::is_directory(folder)) {
        std::cout << "there is no such folder\n";
        return if_present ? vectors::skipped : vectors::unreadable;
    }
    const std::vector<files::path> samples = samples_below(folder);
    const auto passed = std::count_if(samples.begin(), samples.end(), passes);
    const auto failed = std::ssize(samples) - passed;
    std::cout << passed << " passed, " << failed << " failed, 0 skipped\n";
    if (samples.empty()) return vectors::unreadable;
    return failed == 0 ? vectors::all_passed : vectors::some_failed;
}
