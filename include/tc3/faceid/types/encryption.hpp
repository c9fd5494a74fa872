// SPDX-License-Identifier: MIT
// The envelope around encrypted fields. Made by tools/generate.py from tools/faceid.json; manual:
// https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/core/literal.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline v0_1::faceid {

/// Values of encryption::algorithm; more may come.
namespace encryption_algorithm {
inline constexpr literal aes_256_cbc{"AES-256-CBC"};  ///< AES-256 in CBC mode, PKCS#7 padding
inline constexpr literal sm4_gcm{"SM4-GCM"};          ///< SM4 in GCM mode
}  // namespace encryption_algorithm

/// Encryption envelope for sensitive data.
template <class Storage>
struct basic_encryption {
    /// Names of encrypted fields; whole-body mode uses the literal 'EncryptionBody'.
    typename Storage::template list<typename Storage::text> encrypt_list = {};
    /// Symmetric key wrapped with the service's public key. Secret.
    typename Storage::template optional<typename Storage::binary> ciphertext_blob = {};
    /// Initial vector. 16 bytes for CBC, 12 for GCM; the text of the field asks for 16 characters, the demo of the vendor sends base64.
    /// Secret.
    typename Storage::template optional<typename Storage::text> iv = {};
    /// Cipher. See namespace encryption_algorithm. Default: "AES-256-CBC".
    typename Storage::template optional<typename Storage::text> algorithm = {};
    /// SM4-GCM tags, one for each encrypted field in EncryptList order.
    typename Storage::template list<typename Storage::binary> tag_list = {};
};

using encryption = basic_encryption<owning>;

}  // namespace tc3::inline v0_1::faceid

namespace tc3::inline v0_1 {

TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_encryption<Storage>> = [] {
    using self = faceid::basic_encryption<Storage>;
    return field_table{
        field_at_offset<decltype(self::encrypt_list)>("EncryptList", offsetof(self, encrypt_list)).marked(sensitivity::open),
        field_at_offset<decltype(self::ciphertext_blob)>("CiphertextBlob", offsetof(self, ciphertext_blob)).marked(sensitivity::secret),
        field_at_offset<decltype(self::iv)>("Iv", offsetof(self, iv)).marked(sensitivity::secret),
        field_at_offset<decltype(self::algorithm)>("Algorithm", offsetof(self, algorithm)).marked(sensitivity::open),
        field_at_offset<decltype(self::tag_list)>("TagList", offsetof(self, tag_list)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline v0_1
