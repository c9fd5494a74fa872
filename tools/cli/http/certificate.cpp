// SPDX-License-Identifier: MIT
// The certificates of a server for tests: made at start, kept in memory, trusted only by clients that are given the PEM text.
#include "http/certificate.hpp"

#include <tc3/core/ascii.hpp>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <utility>

namespace tc3_cli {

namespace {

namespace ascii = tc3::ascii;

template <auto Free>
struct deleter {
    template <class T>
    void operator()(T* object) const noexcept {
        Free(object);
    }
};
using key_ptr = std::unique_ptr<EVP_PKEY, deleter<EVP_PKEY_free>>;
using x509_ptr = std::unique_ptr<X509, deleter<X509_free>>;
using context_ptr = std::unique_ptr<SSL_CTX, deleter<SSL_CTX_free>>;
using extension_ptr = std::unique_ptr<X509_EXTENSION, deleter<X509_EXTENSION_free>>;
using bio_ptr = std::unique_ptr<BIO, deleter<BIO_free_all>>;

constexpr std::array own_names{"localhost", "*.localhost", "*.tencentcloudapi.com", "*.intl.tencentcloudapi.com", "127.0.0.1", "::1"};
constexpr std::size_t max_made_names = 256;  // a client may ask for any number of names
constexpr long day = 24 * 60 * 60;

tc3::unexpected<std::string> openssl_error(std::string_view step) {
    std::array<char, 256> text{};
    ERR_error_string_n(ERR_get_error(), text.data(), text.size());
    ERR_clear_error();
    return tc3::unexpected(std::string("OpenSSL cannot ").append(step).append(": ").append(text.data()));
}

/// Returns whether a name is an IP address, given that it is a host name or an IP address.
bool is_ip_address(std::string_view name) {
    return name.find(':') != std::string_view::npos || name.find_first_not_of("0123456789.") == std::string_view::npos;
}

bool is_valid_ip_address(const std::string& name) {
    ASN1_OCTET_STRING* address = a2i_IPADDRESS(name.c_str());
    ASN1_OCTET_STRING_free(address);
    ERR_clear_error();
    return address != nullptr;
}

bool is_label(std::string_view label) {
    const auto is_letter = [](char c) { return ascii::is_alphanumeric(c) || c == '-' || c == '_'; };
    return !label.empty() && label.size() <= 63 && ascii::find_not(label, is_letter) == std::string_view::npos;
}

/// Returns whether a name is a host name, with or without a wildcard in front.
bool is_host_name(std::string_view name) {
    if (name.starts_with("*.")) name.remove_prefix(2);
    if (name.size() > 253) return false;
    for (;;) {
        const std::size_t dot = name.find('.');
        if (!is_label(name.substr(0, dot))) return false;
        if (dot == std::string_view::npos) return true;
        name.remove_prefix(dot + 1);
    }
}

bool is_valid_name(const std::string& name) { return is_ip_address(name) ? is_valid_ip_address(name) : is_host_name(name); }

/// Returns the text from which OpenSSL makes a list of alternative names: "DNS:localhost,IP:127.0.0.1".
std::string alternative_names(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) {
        list.append(list.empty() ? "" : ",").append(is_ip_address(name) ? "IP:" : "DNS:").append(name);
    }
    return list;
}

bool add_extension(X509* certificate, X509* issuer, int kind, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509V3_set_ctx_nodb(&context);
    const extension_ptr extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
    return extension != nullptr && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool set_serial_number(X509* certificate) {
    std::array<unsigned char, 16> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) return false;
    bytes[0] = static_cast<unsigned char>((bytes[0] & 0x3fU) | 0x40U);  // positive, and of a fixed size
    const std::unique_ptr<BIGNUM, deleter<BN_free>> number(BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
    return number != nullptr && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool set_common_name(X509_NAME* name, const std::string& text) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.c_str());
    return X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, bytes, -1, -1, 0) == 1;
}

/// Makes a certificate without extensions and without a signature.
x509_ptr blank_certificate(EVP_PKEY* key, const std::string& common_name) {
    x509_ptr made(X509_new());
    const bool is_set = made != nullptr && X509_set_version(made.get(), X509_VERSION_3) == 1 && set_serial_number(made.get()) &&
                        X509_gmtime_adj(X509_getm_notBefore(made.get()), -day) != nullptr &&  // for clients whose clock is slow
                        X509_gmtime_adj(X509_getm_notAfter(made.get()), 365 * day) != nullptr && X509_set_pubkey(made.get(), key) == 1 &&
                        set_common_name(X509_get_subject_name(made.get()), common_name);
    return is_set ? std::move(made) : nullptr;
}

x509_ptr make_authority(EVP_PKEY* key) {
    x509_ptr made = blank_certificate(key, "tc3 serve, authority of one run");
    if (made == nullptr) return nullptr;
    X509* own = made.get();
    const bool is_signed = X509_set_issuer_name(own, X509_get_subject_name(own)) == 1 &&
                           add_extension(own, own, NID_basic_constraints, "critical,CA:TRUE,pathlen:0") &&
                           add_extension(own, own, NID_key_usage, "critical,keyCertSign,cRLSign") &&
                           add_extension(own, own, NID_subject_key_identifier, "hash") && X509_sign(own, key, EVP_sha256()) > 0;
    return is_signed ? std::move(made) : nullptr;
}

std::string pem_of(X509* certificate) {
    const bio_ptr memory(BIO_new(BIO_s_mem()));
    if (memory == nullptr || PEM_write_bio_X509(memory.get(), certificate) != 1) return {};
    char* text = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

}  // namespace

struct certificate::state {
    key_ptr authority_key;
    x509_ptr authority;
    std::string authority_pem;
    key_ptr key;  // of every certificate but the authority's
    x509_ptr certificate;
    context_ptr context;
    std::vector<std::string> suffixes;  // ".localhost": names that end so get a certificate of their own
    std::mutex mutex;
    std::map<std::string, x509_ptr, std::less<>> made;  // by name in lower case

    [[nodiscard]] x509_ptr sign(const std::vector<std::string>& names) const;
    [[nodiscard]] bool may_have(std::string_view name) const;
    [[nodiscard]] X509* certificate_for(const std::string& name);
    static int on_server_name(SSL* connection, int* alert, void* self);
};

x509_ptr certificate::state::sign(const std::vector<std::string>& names) const {
    x509_ptr signed_one = blank_certificate(key.get(), "tc3 serve");
    if (signed_one == nullptr) return nullptr;
    X509* own = signed_one.get();
    const bool is_signed = X509_set_issuer_name(own, X509_get_subject_name(authority.get())) == 1 &&
                           add_extension(own, authority.get(), NID_basic_constraints, "critical,CA:FALSE") &&
                           add_extension(own, authority.get(), NID_key_usage, "critical,digitalSignature") &&
                           add_extension(own, authority.get(), NID_ext_key_usage, "serverAuth") &&
                           add_extension(own, authority.get(), NID_subject_key_identifier, "hash") &&
                           add_extension(own, authority.get(), NID_authority_key_identifier, "keyid:always") &&
                           add_extension(own, authority.get(), NID_subject_alt_name, alternative_names(names)) &&
                           X509_sign(own, authority_key.get(), EVP_sha256()) > 0;
    return is_signed ? std::move(signed_one) : nullptr;
}

bool certificate::state::may_have(std::string_view name) const {
    if (name.starts_with('*') || !is_host_name(name)) return false;
    return std::any_of(suffixes.begin(), suffixes.end(), [name](const std::string& suffix) { return name.ends_with(suffix); });
}

/// Returns the certificate for the name that a client asks for; null for the common one.
X509* certificate::state::certificate_for(const std::string& name) {
    if (X509_check_host(certificate.get(), name.c_str(), name.size(), 0, nullptr) == 1 || !may_have(name)) return nullptr;
    const std::lock_guard lock(mutex);
    const auto known = made.find(name);
    if (known != made.end()) return known->second.get();
    if (made.size() == max_made_names) made.clear();  // connections share what they use
    return made.emplace(name, sign({name})).first->second.get();
}

int certificate::state::on_server_name(SSL* connection, int*, void* self) {
    const char* asked = SSL_get_servername(connection, TLSEXT_NAMETYPE_host_name);
    if (asked == nullptr) return SSL_TLSEXT_ERR_OK;
    std::string name(asked);
    for (char& c : name) c = ascii::to_lower(c);
    X509* own = static_cast<state*>(self)->certificate_for(name);
    if (own != nullptr) SSL_use_certificate(connection, own);
    ERR_clear_error();
    return SSL_TLSEXT_ERR_OK;
}

tc3::result<certificate, std::string> certificate::make(const std::vector<std::string>& names) {
    auto made = std::make_shared<state>();
    std::vector<std::string> all(own_names.begin(), own_names.end());
    for (const std::string& name : names) {
        if (!is_valid_name(name)) return tc3::unexpected("\"" + name + "\" is neither a host name nor an IP address");
        if (std::find(all.begin(), all.end(), name) == all.end()) all.push_back(name);
    }
    for (const std::string& name : all) {
        if (name.starts_with("*.")) made->suffixes.push_back(name.substr(1));
    }
    made->authority_key.reset(EVP_EC_gen("P-256"));
    made->key.reset(EVP_EC_gen("P-256"));
    if (made->authority_key == nullptr || made->key == nullptr) return openssl_error("make a key");
    made->authority = make_authority(made->authority_key.get());
    if (made->authority == nullptr) return openssl_error("make a certificate authority");
    made->authority_pem = pem_of(made->authority.get());
    made->certificate = made->sign(all);
    if (made->certificate == nullptr || made->authority_pem.empty()) return openssl_error("make a certificate");

    made->context.reset(SSL_CTX_new(TLS_server_method()));
    SSL_CTX* context = made->context.get();
    const bool is_set = context != nullptr && SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1 &&
                        SSL_CTX_use_certificate(context, made->certificate.get()) == 1 &&
                        SSL_CTX_use_PrivateKey(context, made->key.get()) == 1;
    if (!is_set) return openssl_error("set up TLS");
    SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    // The macro SSL_CTX_set_tlsext_servername_callback() without its C cast.
    SSL_CTX_callback_ctrl(context, SSL_CTRL_SET_TLSEXT_SERVERNAME_CB, reinterpret_cast<void (*)()>(&state::on_server_name));
    SSL_CTX_set_tlsext_servername_arg(context, made.get());
    return certificate(std::move(made));
}

const std::string& certificate::pem() const noexcept { return state_->authority_pem; }
ssl_ctx_st* certificate::context() const noexcept { return state_->context.get(); }

}  // namespace tc3_cli
