// SPDX-License-Identifier: MIT
// Responses read into structs: a small one, one with 2,048 nested faces, and one that is an image as base64.
#include "outputs.hpp"
#include "peer_simdjson.hpp"
#include "sections.hpp"
#include <tc3/encoding/base64.hpp>
#include <tc3/tc3.hpp>

#include <nlohmann/json.hpp>

#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

// ---- an action whose output has faces: tc3 has no such action ---------------------------------------------------------------------

template <class Storage>
struct read_faces {
    tc3::text_of<Storage> sdk_token = {};
};

template <class Storage>
struct described_face {
    std::optional<double> score = {};
    typename Storage::template list<std::int64_t> points = {};
};

template <class Storage>
struct described_faces {
    tc3::optional_text<Storage> result = {};
    tc3::optional_text<Storage> best_frame = {};
    typename Storage::template list<described_face<Storage>> faces = {};
    tc3::optional_text<Storage> request_id = {};
};

}  // namespace bench

namespace tc3::inline TC3_NAMESPACE {

template <class Storage>
inline constexpr action action_of<bench::read_faces<Storage>>{"faceid", "2018-03-01", "ReadFaces"};
template <class Storage>
struct output_of<bench::read_faces<Storage>> {
    using type = bench::described_faces<Storage>;
};
template <class Storage>
inline constexpr auto fields_of<bench::read_faces<Storage>> = field_table(field_of<&bench::read_faces<Storage>::sdk_token>("SdkToken"));
template <class Storage>
inline constexpr auto fields_of<bench::described_face<Storage>> =
    field_table(field_of<&bench::described_face<Storage>::score>("Score"), field_of<&bench::described_face<Storage>::points>("Points"));
template <class Storage>
inline constexpr auto fields_of<bench::described_faces<Storage>> = field_table(
    field_of<&bench::described_faces<Storage>::result>("Result"), field_of<&bench::described_faces<Storage>::best_frame>("BestFrame"),
    field_of<&bench::described_faces<Storage>::faces>("Faces"), field_of<&bench::described_faces<Storage>::request_id>("RequestId"));

}  // namespace tc3::inline TC3_NAMESPACE

namespace bench {

namespace {

namespace faceid = tc3::faceid;
using tc3::borrowed;
using tc3::owning;

// ---- the texts --------------------------------------------------------------------------------------------------------------------

constexpr std::string_view sdk_token = "D3A7C2B1-5E64-4F0A-9C33-7B1E02F4A6D8";
constexpr std::string_view request_id = "9f1c7b54-2d6e-4b38-8a41-c06f5d92e7b3";

std::string small_text() {
    return R"({"Response":{"SdkToken":")" + std::string(sdk_token) + R"(","RequestId":")" + std::string(request_id) + R"("}})";
}

std::string image_of(std::size_t raw_size) {
    std::string text;
    tc3::write_base64(text, random_bytes(raw_size));
    return text;
}

std::string faces_text(const std::string& image) {
    std::string text = R"({"Response":{"Result":"Success","BestFrame":")" + image + R"(","Faces":[)";
    unsigned number = 12345;
    const auto next = [&number] { return (number = number * 1103515245U + 12345U) >> 16U; };
    for (std::size_t i = 0; i < faces_in_output; ++i) {
        text += i == 0 ? "" : ",";
        text += R"({"Score":)" + std::to_string(next() % 100) + "." + std::to_string(next() % 100) + R"(,"Points":[)";
        for (std::size_t k = 0; k < points_in_face; ++k) text += (k == 0 ? "" : ",") + std::to_string(next() % 4096);
        text += "]}";
    }
    return text + R"(],"RequestId":")" + std::string(request_id) + R"("}})";
}

std::string frame_text(const std::string& image) {
    return R"({"Response":{"Result":"0","BestFrame":")" + image + R"(","RequestId":")" + std::string(request_id) + R"("}})";
}

// ---- the readers ------------------------------------------------------------------------------------------------------------------

/// Adds a case of tc3: reads into an output, which `is_correct` then checks.
template <class Input, class Check>
void add_tc3(suite& cases, std::string name, const std::string& text, std::vector<char>* memory, Check is_correct) {
    using output = tc3::call_result<Input>;
    const auto correct = std::make_shared<bool>(false);
    const auto read = [=, &text](auto use) {
        if constexpr (std::is_same_v<typename tc3::output_storage_t<Input>, borrowed>) {
            tc3::workspace space(*memory);
            const output result = tc3::parse_body<Input>(text, space);
            use(result);
        } else {
            const output result = tc3::parse_body<Input>(text);
            use(result);
        }
    };
    cases.add(
        std::move(name), [=] { read([](const output& result) { keep(result); }); },
        [=] {
            read([&](const output& result) { *correct = result && is_correct(*result); });
            return *correct;
        });
}

/// Adds a case of another library: `read(to)` fills an output that is new in each run.
template <class Output, class Read, class Check>
void add_other(suite& cases, std::string name, Read read, Check is_correct) {
    cases.add(
        std::move(name),
        [read]() mutable {
            Output output;
            keep(read(output));
            keep(output);
        },
        [read, is_correct]() mutable {
            Output output;
            return read(output) && is_correct(output);
        });
}

suite small_outputs(simdjson_reader& simdjson) {
    static const std::string text = small_text();
    static const std::string padded = padded_for_simdjson(text);
    static std::vector<char> memory(1024);

    suite cases("output of " + std::to_string(text.size()) + " B", text.size());
    const auto is_correct = [](const auto& output) { return output.sdk_token == sdk_token && output.request_id == request_id; };
    add_other<owned_token>(cases, "simdjson, owning", [&](auto& to) { return simdjson.read(padded, text.size(), to); }, is_correct);
    add_other<viewed_token>(cases, "simdjson, borrowed", [&](auto& to) { return simdjson.read(padded, text.size(), to); }, is_correct);
    add_tc3<faceid::apply_liveness_token>(cases, "tc3, owning", text, nullptr, is_correct);
    add_tc3<faceid::basic_apply_liveness_token<borrowed>>(cases, "tc3, borrowed", text, &memory, is_correct);
    add_other<owned_token>(
        cases, "nlohmann-json, owning",
        [](owned_token& to) {
            const auto json = nlohmann::json::parse(text);
            json["Response"]["SdkToken"].get_to(to.sdk_token);
            json["Response"]["RequestId"].get_to(to.request_id);
            return true;
        },
        is_correct);
    return cases;
}

/// Reads by nlohmann-json into the struct that simdjson reads into.
bool read_by_nlohmann(const std::string& text, owned_faces& to) {
    const auto json = nlohmann::json::parse(text);
    const auto& output = json["Response"];
    output["Result"].get_to(to.result);
    output["BestFrame"].get_to(to.best_frame);
    for (const auto& face : output["Faces"]) {
        auto& last = to.faces.emplace_back();
        face["Score"].get_to(last.score);
        face["Points"].get_to(last.points);
    }
    return true;
}

/// Returns the sum of outputs.hpp for an output of tc3.
template <class Storage>
double sum_of_described(const described_faces<Storage>& output) {
    viewed_faces copy{*output.result, *output.best_frame, {}};
    for (const auto& face : output.faces) copy.faces.push_back({face.score.value_or(-1), face.points});
    return sum_of(copy);
}

suite face_outputs(simdjson_reader& simdjson, const std::string& image) {
    static const std::string text = faces_text(image);
    static const std::string padded = padded_for_simdjson(text);
    static std::vector<char> memory(text.size() * 2);
    static viewed_faces viewed;
    static const double sum = [] {
        owned_faces output;
        read_by_nlohmann(text, output);
        return sum_of(output);
    }();

    suite cases("output of 2.2 MB with 2,048 faces", text.size());
    const auto is_correct = [](const auto& output) { return sum_of(output) == sum; };
    const auto is_correct_described = [](const auto& output) { return sum_of_described(output) == sum; };
    add_other<owned_faces>(cases, "simdjson, owning", [&](auto& to) { return simdjson.read(padded, text.size(), to); }, is_correct);
    cases.add(
        "simdjson, borrowed",
        [&] {
            viewed.faces.clear();  // keeps its memory
            simdjson.read(padded, text.size(), viewed);
        },
        [=] { return is_correct(viewed); });
    add_tc3<read_faces<owning>>(cases, "tc3, owning", text, nullptr, is_correct_described);
    add_tc3<read_faces<borrowed>>(cases, "tc3, borrowed", text, &memory, is_correct_described);
    add_other<owned_faces>(cases, "nlohmann-json, owning", [](auto& to) { return read_by_nlohmann(text, to); }, is_correct);
    return cases;
}

suite image_outputs(simdjson_reader& simdjson, const std::string& image) {
    static const std::string text = frame_text(image);
    static const std::string padded = padded_for_simdjson(text);
    static std::vector<char> memory(text.size());

    suite cases("output of 1.75 MB of base64", text.size());
    const auto is_correct = [&image](const auto& output) { return std::string_view(output) == image; };
    const auto is_correct_binary = [&image](const auto& output) { return output.best_frame->data() == image; };
    cases.add(
        "memcpy", [] { std::memcpy(memory.data(), text.data(), text.size()); },
        [] { return std::memcmp(memory.data(), text.data(), text.size()) == 0; });
    add_tc3<faceid::get_face_id_result_intl>(cases, "tc3, owning", text, nullptr, is_correct_binary);
    add_tc3<faceid::basic_get_face_id_result_intl<borrowed>>(cases, "tc3, borrowed", text, &memory, is_correct_binary);
    add_other<std::string>(cases, "simdjson, owning", [&](auto& to) { return simdjson.read_frame(padded, text.size(), to); }, is_correct);
    add_other<std::string_view>(
        cases, "simdjson, borrowed", [&](auto& to) { return simdjson.read_frame(padded, text.size(), to); }, is_correct);
    add_other<std::string>(
        cases, "nlohmann-json, owning",
        [](std::string& to) {
            nlohmann::json::parse(text)["Response"]["BestFrame"].get_to(to);
            return true;
        },
        is_correct);
    return cases;
}

}  // namespace

section_report measure_parse(double seconds) {
    static simdjson_reader simdjson;
    static const std::string image = image_of(1'312'500);  // 1.75 MB as base64

    section_report report;
    const auto add_goal = [&report](int number, const char* what, const suite& done, const std::string& storage, double must, double aim) {
        const double figure = done.ratio("tc3, " + storage, "simdjson, " + storage);
        report.goals.push_back({number, what + (", " + storage), "x simdjson", figure, must, aim});
    };
    const suite& small = report.measure(small_outputs(simdjson), seconds);
    add_goal(8, "output, 115 B", small, "owning", 1.3, 0.7);
    add_goal(8, "output, 115 B", small, "borrowed", 1.3, 0.6);
    const suite& faces = report.measure(face_outputs(simdjson, image), seconds);
    add_goal(9, "output, faces", faces, "owning", 1.1, 0.7);
    add_goal(9, "output, faces", faces, "borrowed", 1.2, 0.7);
    const suite& images = report.measure(image_outputs(simdjson, image), seconds);
    report.goals.push_back({10, "output, base64, borrowed", "x memcpy", images.ratio("tc3, borrowed", "memcpy"), 0.9, 0.4});
    report.goals.push_back({10, "output, base64, owning", "x memcpy", images.ratio("tc3, owning", "memcpy"), 1.8, 1.3});
    return report;
}

}  // namespace bench
