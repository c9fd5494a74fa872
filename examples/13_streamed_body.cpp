// SPDX-License-Identifier: MIT
// A body that never stands in memory: it is hashed while it is written for the first time, to nowhere, and written for a second time
// straight into the socket, behind its head. For photos and videos on machines with little memory.
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
#include <type_traits>

// ---- an action that takes a photo ----------------------------------------------------------------------------------------------

struct compare_photo {
    std::string name;
    tc3::binary photo;
};

struct comparison {
    std::optional<std::string> request_id;
};

template <>
inline constexpr tc3::action tc3::action_of<compare_photo>{"people", "2020-01-01", "ComparePhoto"};
template <>
struct tc3::output_of<compare_photo> : std::type_identity<comparison> {};
template <>
inline constexpr auto tc3::fields_of<compare_photo> =
    tc3::field_table(tc3::field_of<&compare_photo::name>("Name"), tc3::field_of<&compare_photo::photo>("Photo"));
template <>
inline constexpr auto tc3::fields_of<comparison> = tc3::field_table(tc3::field_of<&comparison::request_id>("RequestId"));

// ---- the connection ------------------------------------------------------------------------------------------------------------

/// Stands for a socket. To tc3 it is a sink: whatever has append(). What goes in is what the service gets.
class connection {
public:
    void append(std::string_view piece) {
        largest_piece_ = std::max(largest_piece_, piece.size());
        received_.append(piece);
    }
    [[nodiscard]] std::size_t largest_piece() const { return largest_piece_; }
    [[nodiscard]] std::string_view received() const { return received_; }

private:
    std::size_t largest_piece_ = 0;
    std::string received_;
};

tc3::unix_time now() { return {std::time(nullptr)}; }

std::array<unsigned char, 300'000> take_photo() {
    std::array<unsigned char, 300'000> photo{};
    for (std::size_t i = 0; i < photo.size(); ++i) photo[i] = static_cast<unsigned char>(i * i >> 8);
    return photo;
}

int fail(const tc3::failure& why) {
    std::cerr << to_string(why) << '\n';
    return 1;
}

int main() {
    tc3::testing::emulator service(now, [] { return ""; });
    service.add_credential("example-id", "example-key");
    service.serve<compare_photo>([](const compare_photo& received) {
        std::cout << "the service got a photo of " << received.photo.size() << " bytes, as it was signed\n";
        return comparison{};
    });

    const tc3::client_profile profile{.credential = {"example-id", "example-key"}, .region = "ap-singapore"};
    const auto photo = take_photo();
    const compare_photo input{.name = "Ada", .photo = tc3::binary::raw(photo)};  // refers to the photo
    const auto request = tc3::make_request(input, profile, now(), {.stream_body = true});
    if (!request) return fail(request.error());

    connection socket;
    write_head(socket, request->view());
    std::cout << "head: " << socket.received().size() << " bytes, body to come: " << request->view().content_length() << " bytes\n";
    if (!tc3::write_body(socket, input)) return 1;  // yours closes the connection: half a request is none
    std::cout << "largest piece: " << socket.largest_piece() << " bytes\n";

    const auto output = tc3::parse_response<compare_photo>(service.receive(socket.received()));
    if (!output) return fail(output.error());
    std::cout << "accepted, request id " << output->request_id.value_or("none") << '\n';
    return 0;
}
