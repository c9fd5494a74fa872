// SPDX-License-Identifier: MIT
// The outputs that the section `parse` reads: their JSON, and the structs that the other libraries read them into.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// An output of ApplyLivenessToken.
template <class Text>
struct token {
    Text sdk_token;
    Text request_id;
    bool operator==(const token&) const = default;
};

/// A face as GetFaceIdResult-like outputs have them: a score and 16 coordinates.
template <class Points>
struct scored_face {
    double score = 0;
    Points points;
};

template <class Text, class Points>
struct face_result {
    Text result;
    Text best_frame;
    std::vector<scored_face<Points>> faces;
};

using owned_token = token<std::string>;
using viewed_token = token<std::string_view>;
using owned_faces = face_result<std::string, std::vector<std::int64_t>>;
using viewed_faces = face_result<std::string_view, std::span<const std::int64_t>>;

inline constexpr std::size_t faces_in_output = 2048;
inline constexpr std::size_t points_in_face = 16;

/// Returns a number that depends on every value of an output: equal sums mean equal outputs.
template <class Text, class Points>
[[nodiscard]] double sum_of(const face_result<Text, Points>& output) {
    double sum = static_cast<double>(output.best_frame.size());
    for (std::size_t i = 0; i < output.best_frame.size(); i += 997) sum += static_cast<double>(output.best_frame[i]);
    double weight = 1;
    for (const auto& face : output.faces) {
        sum += weight++ * face.score;
        for (const std::int64_t point : face.points) sum += weight++ * static_cast<double>(point);
    }
    return sum;
}

}  // namespace bench
