// SPDX-License-Identifier: MIT
// The encryption of an input: the members that the manual requires are required by client and emulator, and unset in an output that lacks them.
#include <tc3/tc3.hpp>
#include <tc3/testing.hpp>

#include <doctest/doctest.h>

#include <array>
#include <iterator>
#include <string>
#include <string_view>

namespace faceid = tc3::faceid;
using tc3::borrowed;
using tc3::owning;

namespace {

constexpr tc3::unix_time now{1700000000};
const tc3::client_profile_view profile{.credential = {"AKIDexample", "secret-key"}};

template <class Storage>
faceid::basic_id_card_verification<Storage> name_and_number() {
    return {.id_card = "1", .name = "bmFtZQ=="};
}

/// Returns the body of a request with an encryption, or the message of the failure.
template <class Storage>
std::string body_with(const faceid::basic_encryption<Storage>& encryption) {
    auto input = name_and_number<Storage>();
    input.encryption = encryption;
    const auto request = tc3::make_request(input, profile, now);
    return request ? std::string(request->view().body) : to_string(request.error());
}

/// Returns the error of the emulator for an Encryption, "code: message", or "accepted".
std::string emulated(std::string_view encryption) {
    tc3::testing::emulator service([] { return now; }, [] { return std::string("an-id"); });
    service.add_credential("AKIDexample", "secret-key");
    tc3::testing::serve_faceid(service);
    const std::string json = R"({"IdCard":"1","Name":"bmFtZQ==","Encryption":)" + std::string(encryption) + "}";
    const auto result = tc3::call(service, {tc3::action_of<faceid::id_card_verification>, json}, profile, now);
    return result ? "accepted" : result.error().code + ": " + result.error().message;
}

}  // namespace

TEST_CASE_TEMPLATE("an encryption without a required member is not sent, and the failure names the member", Storage, owning, borrowed) {
    const tc3::text_of<Storage> names[] = {"Name"};
    faceid::basic_encryption<Storage> encryption;
    CHECK(body_with(encryption) == "request: Encryption.EncryptList is empty or missing");
    encryption.encrypt_list.emplace(std::begin(names), std::end(names));
    CHECK(body_with(encryption) == "request: Encryption.CiphertextBlob is empty or missing");
    encryption.ciphertext_blob = tc3::binary_of<Storage>::base64("AAECAw==");
    CHECK(body_with(encryption) == "request: Encryption.Iv is empty or missing");
    encryption.iv = "0123456789abcdef";
    CHECK(body_with(encryption) ==
          R"({"IdCard":"1","Name":"bmFtZQ==","Encryption":{"EncryptList":["Name"],"CiphertextBlob":"AAECAw==","Iv":"0123456789abcdef"}})");
}

TEST_CASE_TEMPLATE("an input without an encryption needs none of its members", Storage, owning, borrowed) {
    const auto request = tc3::make_request(name_and_number<Storage>(), profile, now);
    REQUIRE(request);
    CHECK(request->view().body == R"({"IdCard":"1","Name":"bmFtZQ=="})");
}

TEST_CASE("the emulator rejects an encryption without a required member, or with an empty one") {
    constexpr struct {
        std::string_view encryption, parameter;
    } rows[] = {
        {R"({"CiphertextBlob":"AAECAw==","Iv":"0123456789abcdef"})", "Encryption.EncryptList"},
        {R"({"EncryptList":["Name"],"Iv":"0123456789abcdef"})", "Encryption.CiphertextBlob"},
        {R"({"EncryptList":["Name"],"CiphertextBlob":"AAECAw=="})", "Encryption.Iv"},
        {R"({"EncryptList":[],"CiphertextBlob":"AAECAw==","Iv":"0123456789abcdef"})", "Encryption.EncryptList"},
        {R"({"EncryptList":["Name"],"CiphertextBlob":"","Iv":"0123456789abcdef"})", "Encryption.CiphertextBlob"},
        {R"({"EncryptList":["Name"],"CiphertextBlob":"AAECAw==","Iv":""})", "Encryption.Iv"},
    };
    for (const auto& row : rows) {
        const std::string found = emulated(row.encryption);
        CAPTURE(found);
        CHECK(found.starts_with("MissingParameter: "));
        CHECK(found.find(row.parameter) != std::string::npos);
    }
    CHECK(emulated(R"({"EncryptList":["Name"],"CiphertextBlob":"AAECAw==","Iv":"0123456789abcdef"})") == "accepted");
}

TEST_CASE_TEMPLATE("an output is read although its encryption lacks members", Storage, owning, borrowed) {
    std::array<char, 256> memory;
    tc3::workspace space(memory);
    const std::string_view text = R"({"Encryption":{"EncryptList":[]}})";
    tc3::decoder in(text, tc3::strict_reading, tc3::state_ref(space));
    faceid::basic_check_id_card_information_output<Storage> output;
    tc3::read_struct(in, output);
    REQUIRE(in.ok());
    REQUIRE(output.encryption.has_value());
    CHECK((output.encryption->encrypt_list && output.encryption->encrypt_list->empty()));
    CHECK(output.encryption->ciphertext_blob.empty());
    CHECK(output.encryption->iv.empty());
}
