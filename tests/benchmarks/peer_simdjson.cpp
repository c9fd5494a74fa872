// SPDX-License-Identifier: MIT
#include "peer_simdjson.hpp"

#include <simdjson.h>

namespace bench {

namespace {

using simdjson::ondemand::object;
using simdjson::ondemand::value;

// These throw simdjson_error, as most programs with simdjson do. They do a little less than tc3: on-demand validates the UTF-8 of the whole
// text, but neither the members that nobody asks for nor what follows the last of them, and it notices no name that occurs twice.

template <class Text>
void read_token(object output, token<Text>& to) {
    to.sdk_token = std::string_view(output["SdkToken"]);
    to.request_id = std::string_view(output["RequestId"]);
}

template <class Text, class Points, class ReadPoints>
void read_faces(object output, face_result<Text, Points>& to, ReadPoints read_points) {
    to.result = std::string_view(output["Result"]);
    to.best_frame = std::string_view(output["BestFrame"]);
    for (object face : output["Faces"].get_array()) {
        scored_face<Points>& last = to.faces.emplace_back();
        last.score = face["Score"];
        last.points = read_points(face["Points"].get_array());
    }
}

}  // namespace

struct simdjson_reader::state {
    simdjson::ondemand::parser parser;
    std::vector<std::int64_t> points;  // of all faces, for views

    template <class Read>
    bool read(const std::string& padded, std::size_t size, Read read_output) {
        try {
            auto document = parser.iterate(padded.data(), size, padded.capacity());
            read_output(document["Response"].get_object().value());
            return true;
        } catch (const simdjson::simdjson_error&) {
            return false;
        }
    }
};

simdjson_reader::simdjson_reader() : state_(std::make_unique<state>()) {}

simdjson_reader::~simdjson_reader() = default;

bool simdjson_reader::read(const std::string& padded, std::size_t size, owned_token& to) {
    return state_->read(padded, size, [&](object output) { read_token(output, to); });
}

bool simdjson_reader::read(const std::string& padded, std::size_t size, viewed_token& to) {
    return state_->read(padded, size, [&](object output) { read_token(output, to); });
}

bool simdjson_reader::read(const std::string& padded, std::size_t size, owned_faces& to) {
    return state_->read(padded, size, [&](object output) {
        read_faces(output, to, [](simdjson::ondemand::array points) {
            std::vector<std::int64_t> list;
            for (auto point : points) list.push_back(point.get_int64());
            return list;
        });
    });
}

bool simdjson_reader::read(const std::string& padded, std::size_t size, viewed_faces& to) {
    std::vector<std::int64_t>& all = state_->points;
    all.clear();
    all.reserve(faces_in_output * points_in_face);  // so that the spans stay valid
    return state_->read(padded, size, [&](object output) {
        read_faces(output, to, [&all](simdjson::ondemand::array points) {
            const std::size_t begin = all.size();
            for (auto point : points) all.push_back(point.get_int64());
            return std::span<const std::int64_t>(all).subspan(begin);
        });
    });
}

bool simdjson_reader::read_frame(const std::string& padded, std::size_t size, std::string& to) {
    return state_->read(padded, size, [&](object output) { to = std::string_view(output["BestFrame"]); });
}

bool simdjson_reader::read_frame(const std::string& padded, std::size_t size, std::string_view& to) {
    return state_->read(padded, size, [&](object output) { to = std::string_view(output["BestFrame"]); });
}

std::string padded_for_simdjson(std::string_view text) {
    std::string padded(text);
    padded.reserve(text.size() + simdjson::SIMDJSON_PADDING);
    return padded;
}

const char* simdjson_version() noexcept { return SIMDJSON_STRINGIFY(SIMDJSON_VERSION); }

}  // namespace bench
