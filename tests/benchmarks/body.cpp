// SPDX-License-Identifier: MIT
// make_request() of CompareFaceLiveness with a video of 7 MiB: base64, JSON, and SHA-256 over a body of 9.8 MB.
#include "account.hpp"
#include "peers.hpp"
#include "sections.hpp"
#include <tc3/adapters/openssl.hpp>
#include <tc3/tc3.hpp>

#include <nlohmann/json.hpp>

#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace bench {

namespace {

namespace faceid = tc3::faceid;
using tc3::request_options;

constexpr std::size_t raw_size = std::size_t{7} * 1024 * 1024;

faceid::compare_face_liveness input_of(std::string_view video) {
    return {.image_base64 = tc3::binary::raw_view("a photo"),
            .video_base64 = tc3::binary::raw_view(video),
            .liveness_type = faceid::inline_liveness_type::silent};
}

std::string body_of(std::string_view video) {
    std::string body;
    if (!tc3::write_body(body, input_of(video))) body.clear();
    return body;
}

/// A sink in place of a socket: counts the bytes.
struct socket {
    std::size_t sent = 0;
    void append(std::string_view piece) {
        keep(piece.data());
        sent += piece.size();
    }
};

/// Returns the signature in a request.
std::string signature_of(const tc3::http::request& request) {
    std::string head;
    write_head(head, request.view());
    const std::size_t begin = head.find("Signature=");
    return begin == std::string::npos ? "" : head.substr(begin, 74);
}

/// What a request must be like: its body, and the signature for which OpenSSL hashed.
struct expectation {
    std::string body;
    std::string signature;

    [[nodiscard]] bool whole(const auto& request) const { return request && request->view().body == body && is_signed(*request); }
    [[nodiscard]] bool streamed(const auto& request) const {
        return request && request->view().content_length() == body.size() && is_signed(*request);
    }

private:
    [[nodiscard]] bool is_signed(const tc3::http::request& request) const { return signature_of(request) == signature; }
};

/// Adds the three ways of a policy: the default one if the options name none.
void add_three(suite& cases, const std::string& name, std::string_view video, const expectation& expected, request_options options) {
    request_options streamed = options;
    streamed.stream_body = true;
    const auto make = [video](const request_options& with) { return tc3::make_request(input_of(video), profile(), now, with); };

    cases.add(name + ", hash only", [=] { keep(make(streamed)); }, [=, &expected] { return expected.streamed(make(streamed)); });
    cases.add(name + ", written whole", [=] { keep(make(options)); }, [=, &expected] { return expected.whole(make(options)); });
    const auto sent = std::make_shared<std::size_t>();
    cases.add(
        name + ", hashed, then sent",
        [=] {
            const auto request = make(streamed);
            socket to;
            write_head(to, request->view());
            const std::size_t head = to.sent;
            if (tc3::write_body(to, input_of(video))) *sent = to.sent - head;
        },
        [=, &expected] { return *sent == expected.body.size() && body_of(video) == expected.body; });
}

std::string encoded_by_openssl(std::string_view bytes) {
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
    text.resize(openssl_encode_base64(bytes, text.data()));
    return text;
}

constexpr std::string_view beginning = R"({"ImageBase64":"YSBwaG90bw==","VideoBase64":")";
constexpr std::string_view ending = R"(","LivenessType":"SILENT"})";

/// Adds what a program without tc3 does, without its signature.
template <class MakeBody>
void add_by_hand(suite& cases, std::string name, const std::string& body, MakeBody make_body) {
    const auto hash = std::make_shared<digest>();
    const auto same = std::make_shared<bool>(false);
    cases.add(
        std::move(name),
        [=, &body] {
            const std::string made = make_body();
            openssl_one_shot::sha_256(made, *hash);
            *same = made.size() == body.size();
        },
        [=, &body] { return *same && make_body() == body; });
}

}  // namespace

section_report measure_body(double seconds) {
    const std::string video = random_bytes(raw_size);
    tc3::adapters::openssl_policy openssl;
    const expectation expected{body_of(video), signature_of(*tc3::make_request(input_of(video), profile(), now, {.hash = openssl}))};

    suite cases("request with a video of 7 MiB", expected.body.size());
    const auto hash = std::make_shared<digest>();
    cases.add(
        "SHA-256 of the body", [hash, &expected] { hash_at_the_limit(expected.body, hash->data()); },
        [hash, &expected] {
            digest by_openssl{};
            openssl_one_shot::sha_256(expected.body, by_openssl);
            return *hash == by_openssl;
        });
    add_three(cases, "tc3", video, expected, {});
    add_three(cases, "tc3 (OpenSSL)", video, expected, {.hash = openssl});
    add_by_hand(cases, "OpenSSL by hand, whole", expected.body, [&video] {
        std::string body;
        const std::size_t digits = (video.size() + 2) / 3 * 4;
        body.reserve(beginning.size() + digits + ending.size());
        body.append(beginning).resize(beginning.size() + digits + 1);  // OpenSSL ends the text with a zero
        body.resize(beginning.size() + openssl_encode_base64(video, body.data() + beginning.size()));
        body.append(ending);
        return body;
    });
    add_by_hand(cases, "nlohmann-json and OpenSSL, whole", expected.body, [&video] {
        nlohmann::ordered_json json;
        json["ImageBase64"] = encoded_by_openssl("a photo");
        json["VideoBase64"] = encoded_by_openssl(video);
        json["LivenessType"] = "SILENT";
        return json.dump();
    });

    section_report report;
    const suite& done = report.measure(std::move(cases), 2 * seconds);
    const auto add_goal = [&](const std::string& what, double must, double aim) {
        const double figure = done.ratio("tc3, " + what, "SHA-256 of the body");
        report.goals.push_back({6, "7 MiB, " + what, "x SHA-256", figure, must, aim});
    };
    add_goal("hash only", 1.2, 1.06);
    add_goal("written whole", 1.35, 1.08);
    add_goal("hashed, then sent", 1.5, 1.18);
    const heap_use heap = done.find("tc3, written whole").heap;
    const double bodies = static_cast<double>(heap.peak) / static_cast<double>(expected.body.size());
    report.goals.push_back({6, "7 MiB, whole, peak heap", "bodies", bodies, 1.01});
    report.goals.push_back({6, "7 MiB, whole", "allocations", static_cast<double>(heap.allocations), 1});
    return report;
}

}  // namespace bench
