// SPDX-License-Identifier: MIT
// Encryption of sensitive fields. Made by tools/generate.py from tools/faceid.json.
// Source: https://www.tencentcloud.com/document/product/1061
#pragma once

#include <tc3/core/literal.hpp>
#include <tc3/model/codec.hpp>
#include <tc3/model/storage.hpp>

#include <cstddef>

namespace tc3::inline TC3_NAMESPACE::faceid {

/// Values of encryption::algorithm. The service may add more.
namespace encryption_algorithm {
inline constexpr literal aes_256_cbc{"AES-256-CBC"};  ///< AES-256 in CBC mode, PKCS#7 padding
inline constexpr literal sm4_gcm{"SM4-GCM"};          ///< SM4 in GCM mode
}  // namespace encryption_algorithm

/// Algorithm, wrapped key and initial vector of encrypted data.
template <class Storage>
struct basic_encryption {
    /// Names of encrypted fields; whole-body mode uses the literal 'EncryptionBody'. Required.
    optional_list<Storage, text_of<Storage>> encrypt_list = {};
    /// Symmetric key wrapped with the service's public key. Required. Secret.
    binary_of<Storage> ciphertext_blob = {};
    /// Initial vector. Required. 16 bytes for CBC, 12 for GCM; the manual requires 16 characters, the demo of the vendor sends base64.
    /// Secret.
    text_of<Storage> iv = {};
    /// Cipher. See encryption_algorithm above. If unset, the service uses "AES-256-CBC".
    optional_text<Storage> algorithm = {};
    /// SM4-GCM tags, one for each encrypted field in EncryptList order.
    optional_list<Storage, binary_of<Storage>> tag_list = {};
};

using encryption = basic_encryption<owning>;

}  // namespace tc3::inline TC3_NAMESPACE::faceid

namespace tc3::inline TC3_NAMESPACE {

// offsetof, without the warning about types that are not of standard layout (tc3/config.hpp).
TC3_OFFSETS_BEGIN

template <class Storage>
inline constexpr auto fields_of<faceid::basic_encryption<Storage>> = [] {
    using self = faceid::basic_encryption<Storage>;
    return field_table{
        field_at_offset<decltype(self::encrypt_list)>("EncryptList", offsetof(self, encrypt_list)).required().marked(sensitivity::open),
        field_at_offset<decltype(self::ciphertext_blob)>("CiphertextBlob", offsetof(self, ciphertext_blob))
            .required()
            .marked(sensitivity::secret),
        field_at_offset<decltype(self::iv)>("Iv", offsetof(self, iv)).required().marked(sensitivity::secret),
        field_at_offset<decltype(self::algorithm)>("Algorithm", offsetof(self, algorithm)).marked(sensitivity::open),
        field_at_offset<decltype(self::tag_list)>("TagList", offsetof(self, tag_list)).marked(sensitivity::open),
    };
}();

TC3_OFFSETS_END

}  // namespace tc3::inline TC3_NAMESPACE
