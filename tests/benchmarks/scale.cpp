// SPDX-License-Identifier: MIT
// Cost against size over four decades: of a body, of a text in an output, of the items of a list and of unknown members.
#include "account.hpp"
#include "sections.hpp"
#include "statistics.hpp"
#include <tc3/tc3.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace bench {

struct numbers_input {
    std::vector<std::int64_t> numbers;
};

struct numbers_output {
    std::vector<std::int64_t> numbers;
};

}  // namespace bench

template <>
inline constexpr tc3::action tc3::action_of<bench::numbers_input>{"numbers", "2020-01-01", "Numbers"};
template <>
struct tc3::output_of<bench::numbers_input> {
    using type = bench::numbers_output;
};
template <>
inline constexpr auto tc3::fields_of<bench::numbers_input> = tc3::field_table(tc3::field_of<&bench::numbers_input::numbers>("Numbers"));
template <>
inline constexpr auto tc3::fields_of<bench::numbers_output> = tc3::field_table(tc3::field_of<&bench::numbers_output::numbers>("Numbers"));

namespace bench {

namespace {

namespace faceid = tc3::faceid;

/// Measures `make(size)`, which returns work, for each size. `work` returns whether it succeeded.
template <class Make>
series measure(std::string plot, std::string name, std::string unit, double seconds, const std::vector<std::size_t>& sizes, Make make) {
    series line{std::move(plot), std::move(name), std::move(unit), {}, {}};
    suite cases(line.name);
    for (const std::size_t size : sizes) {
        line.sizes.push_back(static_cast<double>(size));
        const auto work = std::make_shared<decltype(make(size))>(make(size));
        cases.add(std::to_string(size), [work] { keep((*work)()); }, [work] { return (*work)(); });
    }
    cases.run(seconds);
    // No ratio cancels the other load on the machine here, so a low quantile is taken.
    for (const bench_case& one : cases.cases()) line.nanoseconds.push_back(quantile(one.times, 0.1));
    return line;
}

std::string repeated(std::string_view text, std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all.append(text);
    if (!all.empty()) all.pop_back();  // the last comma
    return all;
}

const std::vector<std::size_t> bytes{700, 7'000, 70'000, 700'000, 7'000'000};
const std::vector<std::size_t> items{10, 100, 1'000, 10'000, 100'000};  // the most that a list may have

auto request_with_image(std::size_t size, bool streamed) {
    return [video = random_bytes(size), streamed] {
        const faceid::compare_face_liveness input{.image_base64 = tc3::binary::raw_view("a photo"),
                                                  .video_base64 = tc3::binary::raw_view(video),
                                                  .liveness_type = faceid::inline_liveness_type::silent};
        return tc3::make_request(input, profile(), now, {.stream_body = streamed}).has_value();
    };
}

auto output_with_text(std::size_t size, std::string_view character) {
    std::string text = R"({"Response":{"SdkToken":")";
    while (text.size() < size) text.append(character);
    return [text = text + R"("}})"] { return tc3::parse_body<faceid::apply_liveness_token>(text).has_value(); };
}

}  // namespace

section_report measure_scale(double seconds) {
    section_report report;
    const auto add = [&](auto&&... arguments) { report.lines.push_back(measure(arguments...)); };

    add("bodies", "request, written whole", "bytes", seconds, bytes, [](std::size_t size) { return request_with_image(size, false); });
    add("bodies", "request, hash only", "bytes", seconds, bytes, [](std::size_t size) { return request_with_image(size, true); });
    add("bodies", "output, ASCII text", "bytes", seconds, bytes, [](std::size_t size) { return output_with_text(size, "a"); });
    add("bodies", "output, Chinese text", "bytes", seconds, bytes, [](std::size_t size) { return output_with_text(size, "\xE4\xBD\xA0"); });
    add("lists", "numbers written", "items", seconds, items, [](std::size_t count) {
        return [input = numbers_input{std::vector<std::int64_t>(count, 1234)}] {
            return tc3::make_request(input, profile(), now).has_value();
        };
    });
    add("lists", "numbers read", "items", seconds, items, [](std::size_t count) {
        return [text = R"({"Response":{"Numbers":[)" + repeated("1234,", count) + "]}}"] {
            return tc3::parse_body<numbers_input>(text).has_value();
        };
    });
    add("lists", "unknown members skipped", "items", seconds, items, [](std::size_t count) {
        return [text = R"({"Response":{)" + repeated(R"("Unknown":1234,)", count) + "}}"] {
            return tc3::parse_body<numbers_input>(text).has_value();
        };
    });
    return report;
}

}  // namespace bench
