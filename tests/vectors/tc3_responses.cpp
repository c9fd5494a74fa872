// SPDX-License-Identifier: MIT
// Compares how tc3 reads responses with vectors that other software made: tc3-responses [--if-present] FILE...
// With --if-present, exits with 77 ("skipped") if none of the files exists.
#include "vector_file.hpp"

#include <algorithm>
#include <filesystem>

namespace {

using tc3::json::kind;
using tc3::json::reader;
using vectors::json;
using vectors::vector_report;

struct response {
    std::int64_t status = 0;
    std::string body;
};

std::string text_of(const tc3::json::string_token& token) {
    std::string text;
    token.write(text);
    return text;
}

std::string text_or_empty(const json& value) { return value.is_null() ? "" : value.get<std::string>(); }

std::string describe(const tc3::result<tc3::envelope, tc3::failure>& read) {
    return read ? "ok, request id " + std::string(read->request_id) : tc3::to_string(read.error());
}

// ---- the kinds of response -----------------------------------------------------------------------------------------------------------

std::vector<std::string> sorted_members(std::string_view object) {
    std::vector<std::string> names;
    reader in(object);
    tc3::json::string_token name;
    in.begin_object();
    while (in.next_member(name)) {
        names.push_back(text_of(name));
        in.skip_value();
    }
    in.finish();
    if (!in.ok()) names.emplace_back("not JSON");
    std::sort(names.begin(), names.end());
    return names;
}

void check_ok(const json& expected, const tc3::result<tc3::envelope, tc3::failure>& read, vector_report& report) {
    if (!read) return report.fail("outcome ok", describe(read));
    report.equal("request_id", text_or_empty(expected.at("request_id")), std::string(read->request_id));
    if (!expected.contains("response_members")) return;
    report.equal("response_members", expected.at("response_members").dump(), json(sorted_members(read->payload)).dump());
}

void check_api_error(const json& expected, const tc3::result<tc3::envelope, tc3::failure>& read, vector_report& report) {
    if (read || read.error().stage != tc3::stage::service) return report.fail("outcome api_error", describe(read));
    report.equal("code", expected.at("error").at("code"), read.error().code);
    report.equal("message", expected.at("error").at("message"), read.error().message);
    report.equal("request_id", text_or_empty(expected.at("request_id")), read.error().request_id);
}

void check_http_error(const json& expected, const tc3::result<tc3::envelope, tc3::failure>& read, vector_report& report) {
    if (read || read.error().stage != tc3::stage::http) return report.fail("outcome http_error", describe(read));
    report.equal("status", std::to_string(expected.at("http_status").get<int>()), std::to_string(read.error().status));
}

void check_malformed(const tc3::result<tc3::envelope, tc3::failure>& read, vector_report& report) {
    // An error of API 2.0 keeps its code.
    const bool rejected = !read && (read.error().stage != tc3::stage::service || read.error().reason.code == tc3::errc::old_api);
    if (!rejected) report.fail("outcome malformed", describe(read));
}

// ---- the JSON of a response: the number of values of each type, and single values ----------------------------------------------

class value_counter {
public:
    explicit value_counter(std::string_view document) : in_(document) {
        count_value();
        in_.finish();
    }
    [[nodiscard]] std::string text() const {
        if (!in_.ok()) return "not JSON";
        return json{{"objects", objects_},   {"arrays", arrays_}, {"strings", strings_}, {"numbers", numbers_},
                    {"booleans", booleans_}, {"nulls", nulls_},   {"members", members_}}
            .dump();
    }

private:
    void count_value() {  // recursion is limited by the reader
        const kind found = in_.peek();
        if (found == kind::object) return count_object();
        if (found == kind::array) return count_array();
        strings_ += found == kind::string;
        numbers_ += found == kind::number;
        booleans_ += found == kind::boolean;
        nulls_ += found == kind::null;
        in_.skip_value();
    }
    void count_object() {
        ++objects_;
        in_.begin_object();
        tc3::json::string_token name;
        while (in_.next_member(name)) {
            ++members_;
            count_value();
        }
    }
    void count_array() {
        ++arrays_;
        in_.begin_array();
        while (in_.next_element()) count_value();
    }

    reader in_;
    std::size_t objects_ = 0, arrays_ = 0, strings_ = 0, numbers_ = 0, booleans_ = 0, nulls_ = 0, members_ = 0;
};

// Moves from the next value to its member or element that a token of a JSON pointer names. Returns false if there is none.
bool descend(reader& in, const std::string& token) {
    if (in.peek() == kind::array) {
        in.begin_array();
        for (std::size_t left = std::stoul(token); in.next_element(); --left) {
            if (left == 0) return true;
            in.skip_value();
        }
        return false;
    }
    tc3::json::string_token name;
    in.begin_object();
    while (in.next_member(name)) {
        if (name == token) return true;
        in.skip_value();
    }
    return false;
}

// Returns the tokens of a JSON pointer (RFC 6901).
std::vector<std::string> tokens_of(const std::string& pointer) {
    std::vector<std::string> tokens;
    for (std::size_t i = 0; i < pointer.size(); ++i) {
        if (pointer[i] == '/') {
            tokens.emplace_back();
        } else if (pointer[i] == '~') {
            tokens.back() += pointer.at(++i) == '0' ? '~' : '/';
        } else {
            tokens.back() += pointer[i];
        }
    }
    return tokens;
}

// Returns a whole number exactly, and any other as the nearest double, as the JSON library of the test reads it.
json number_of(const tc3::json::number_token& number) {
    if (const auto value = number.to_int64()) return *value;
    if (const auto value = number.to_uint64()) return *value;
    const auto value = tc3::json::to_double(number.text());
    return value ? json(*value) : json(std::string(number.text()) + " is out of range");
}

json value_of(reader& in) {
    tc3::json::string_token text;
    tc3::json::number_token number;
    bool boolean = false;
    switch (in.peek()) {
        case kind::string: return in.read_string(text) ? json(text_of(text)) : json("unreadable string");
        case kind::number: return in.read_number(number) ? number_of(number) : json("unreadable number");
        case kind::boolean: return in.read_boolean(boolean) ? json(boolean) : json("unreadable boolean");
        case kind::null: return in.read_null() ? json(nullptr) : json("unreadable null");
        default: return "not a scalar";
    }
}

void check_probe(const json& probe, const std::string& document, vector_report& report) {
    const std::string pointer = probe.at("pointer");
    reader in(document);
    for (const std::string& token : tokens_of(pointer)) {
        if (!descend(in, token)) return report.fail(pointer, "no such value");
    }
    const json actual = value_of(in);
    const json& expected = probe.at("value");
    if (actual != expected) report.equal(pointer, expected.dump(), actual.dump());
}

void check_document(const json& expected, const std::string& document, vector_report& report) {
    if (expected.contains("stats")) {
        json stats;
        for (const char* name : {"objects", "arrays", "strings", "numbers", "booleans", "nulls", "members"}) {
            stats[name] = expected.at("stats").at(name);
        }
        report.equal("stats", stats.dump(), value_counter(document).text());
    }
    for (const json& probe : expected.value("probes", json::array())) check_probe(probe, document, report);
}

// ---- all vectors ---------------------------------------------------------------------------------------------------------------

// tc3 does not read streams and compressed bodies.
bool is_in_scope(const json& vector) {
    return vector.value("normative", false) && vector.at("input").at("content_encoding").is_null() &&
           vector.at("expected").at("outcome") != "stream";
}

void check_vector(const json& vector, vector_report& report) {
    const json& expected = vector.at("expected");
    const response response{vector.at("input").at("status"), vectors::bytes_of(vector.at("input").at("body"))};
    const auto read = tc3::parse_envelope(response, {.reading = tc3::strict_reading});
    const std::string outcome = expected.at("outcome");
    if (outcome == "ok") {
        check_ok(expected, read, report);
    } else if (outcome == "api_error") {
        check_api_error(expected, read, report);
    } else if (outcome == "http_error") {
        check_http_error(expected, read, report);
    } else if (outcome == "malformed") {
        check_malformed(read, report);
    } else {
        report.fail("outcome", "unknown outcome " + outcome);
    }
    check_document(expected, response.body, report);
}

bool exists(const std::string& file) { return std::filesystem::exists(file); }

}  // namespace

int main(int count, char** arguments) {
    std::vector<std::string> files(arguments + 1, arguments + count);
    if (!files.empty() && files.front() == "--if-present") {
        files.erase(files.begin());
        if (std::none_of(files.begin(), files.end(), exists)) {
            std::cout << "no such file\n";
            return vectors::skipped;
        }
    }
    return vectors::run(files, "tc3-response-vectors", is_in_scope, check_vector);
}
