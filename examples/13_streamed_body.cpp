// SPDX-License-Identifier: MIT
// Sends a photo without the JSON body ever being in memory. The body is written twice: first to be hashed and counted, then, after the
// head, to the socket.
//
//     c++ -std=c++20 -Isingle_include examples/13_streamed_body.cpp -o example && ./example
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <ctime>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>

// ---- an action with a photo ----------------------------------------------------------------------------------------------------

struct compare_photo {
    std::string name;
    tc3::binary photo;
};

struct compare_photo_output {
    std::optional<std::string> request_id;
};

template <>
inline constexpr tc3::action tc3::action_of<compare_photo>{"people", "2020-01-01", "ComparePhoto"};
template <>
struct tc3::output_of<compare_photo> {
    using type = compare_photo_output;
};
template <>
inline constexpr auto tc3::fields_of<compare_photo> =
    tc3::field_table(tc3::field_of<&compare_photo::name>("Name"), tc3::field_of<&compare_photo::photo>("Photo"));
template <>
inline constexpr auto tc3::fields_of<compare_photo_output> =
    tc3::field_table(tc3::field_of<&compare_photo_output::request_id>("RequestId"));

// ---- the socket ----------------------------------------------------------------------------------------------------------------

/// In place of a socket. Any type with append() is a sink, so tc3 can write to it.
class connection {
public:
    void append(std::string_view piece) {
        largest_piece_ = std::max(largest_piece_, piece.size());
        sent_.append(piece);
    }
    [[nodiscard]] std::size_t largest_piece() const { return largest_piece_; }
    [[nodiscard]] std::string_view sent() const { return sent_; }

private:
    std::size_t largest_piece_ = 0;
    std::string sent_;
};

// ---- the call ------------------------------------------------------------------------------------------------------------------

tc3::unix_time now() { return {std::time(nullptr)}; }

std::array<unsigned char, 300'000> take_photo() {
    std::array<unsigned char, 300'000> photo{};
    for (std::size_t i = 0; i < photo.size(); ++i) photo[i] = static_cast<unsigned char>(i * i >> 8);
    return photo;
}

int print(const tc3::failure& failed) {
    std::cerr << to_string(failed) << '\n';
    return 1;
}

int main() {
    tc3::testing::emulator service(now, [] { return ""; });  // this action hands out no tokens
    service.add_credential("example-id", "example-key");
    service.serve<compare_photo>([](const compare_photo& input) {
        std::cout << "the service received a photo of " << input.photo.size() << " bytes, and its signature is correct\n";
        return compare_photo_output{};
    });

    const tc3::client_profile profile{.credential = {"example-id", "example-key"}, .region = "ap-singapore"};
    const auto photo = take_photo();
    const compare_photo input{.name = "Ada", .photo = tc3::binary::raw_view(photo)};  // a view: `photo` must outlive `input`
    const auto request = tc3::make_request(input, profile, now(), {.stream_body = true});
    if (!request) return print(request.error());

    connection socket;
    write_head(socket, request->view());
    std::cout << "sent a head of " << socket.sent().size() << " bytes, a body of " << request->view().content_length() << " follows\n";
    if (!tc3::write_body(socket, input)) return 1;  // close the connection, so that the service drops the incomplete request
    std::cout << "the largest piece of the body has " << socket.largest_piece() << " bytes\n";

    const auto result = tc3::parse_response<compare_photo>(service.receive(socket.sent()));
    if (!result) return print(result.error());
    std::cout << "accepted, request id " << result->request_id.value_or("none") << '\n';
    return 0;
}
