// SPDX-License-Identifier: MIT
// A transport over libcurl. Copy it into your program and change it. It sends every request unchanged, because every byte is signed.
#pragma once

#include <tc3/tc3.hpp>

#include <curl/curl.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace examples {

/// Sends requests over one connection, which stays open between calls. For one thread at a time. Call curl_global_init() first.
class libcurl_transport {
public:
    tc3::result<tc3::http::response, tc3::transport_error> operator()(const tc3::http::request_view& request) {
        if (!curl_) return failed(CURLE_FAILED_INIT, true);
        tc3::http::response response;
        setup_ = CURLE_OK;
        curl_easy_reset(curl_.get());
        set_limits();
        set_address(request);
        set_headers(request);
        set_body(request);
        set(CURLOPT_WRITEFUNCTION, &libcurl_transport::receive);
        set(CURLOPT_WRITEDATA, &response.body);
        set(CURLOPT_HEADERFUNCTION, &libcurl_transport::keep_date);
        set(CURLOPT_HEADERDATA, &response.date);
        if (setup_ != CURLE_OK) return failed(setup_, true);

        const CURLcode code = curl_easy_perform(curl_.get());
        if (code != CURLE_OK) return failed(code, was_never_sent());
        long status = 0;
        curl_easy_getinfo(curl_.get(), CURLINFO_RESPONSE_CODE, &status);
        response.status = static_cast<std::int32_t>(status);
        return response;
    }

private:
    static constexpr std::size_t largest_response = 32U * 1024 * 1024;

    static tc3::unexpected<tc3::transport_error> failed(CURLcode code, bool never_sent) {
        return tc3::unexpected(tc3::transport_error{code, curl_easy_strerror(code), never_sent});
    }

    /// Returns whether the transfer ended before the request: at the name, the connection or the TLS handshake, whatever the error, as a
    /// timeout can end each step. libcurl can connect twice for one call, and the counters are of both connections.
    [[nodiscard]] bool was_never_sent() const {
        long request_size = 1;
        curl_off_t before_transfer = 1;  // the time at which all was ready for the request; 0 if that never was
        curl_easy_getinfo(curl_.get(), CURLINFO_REQUEST_SIZE, &request_size);
        curl_easy_getinfo(curl_.get(), CURLINFO_PRETRANSFER_TIME_T, &before_transfer);
        return request_size == 0 && before_transfer == 0;
    }

    template <class Value>
    void set(CURLoption option, Value value) {
        check_setup(curl_easy_setopt(curl_.get(), option, value));
    }

    /// Keeps the first error of the setup. A request with an incomplete setup is not sent.
    void check_setup(CURLcode code) {
        if (setup_ == CURLE_OK) setup_ = code;
    }

    void set_limits() {
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_CONNECTTIMEOUT_MS, 10'000L);
        set(CURLOPT_TIMEOUT_MS, 60'000L);
        set(CURLOPT_FOLLOWLOCATION, 0L);  // the signature is valid for one host and target
    }

    void set_address(const tc3::http::request_view& request) {
        const std::string url = std::string(request.scheme) + "://" + std::string(request.host);
        set(CURLOPT_URL, url.c_str());
        set(CURLOPT_REQUEST_TARGET, std::string(request.target).c_str());  // libcurl would normalise it in a URL
        if (request.connect_to.empty()) return;

        connect_to_.reset();
        add(connect_to_, "::" + std::string(request.connect_to));  // for any host and port
        set(CURLOPT_CONNECT_TO, connect_to_.get());  // changes the address only: Host header and certificate stay those of `host`
        set(CURLOPT_NOPROXY, "*");                   // a proxy would connect to `host`
    }

    void set_headers(const tc3::http::request_view& request) {
        headers_.reset();
        add(headers_, "Host: " + std::string(request.host));
        add(headers_, "Expect:");  // no "Expect: 100-continue", on which some proxies stall
        for (const tc3::http::header header : request.headers) {
            const std::string name(header.name);
            add(headers_, header.value.empty() ? name + ";" : name + ": " + std::string(header.value));  // ";" is libcurl's empty value
        }
        set(CURLOPT_HTTPHEADER, headers_.get());
    }

    void set_body(const tc3::http::request_view& request) {
        if (request.method == tc3::http::method::get) return;
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        set(CURLOPT_POSTFIELDS, request.body.data());  // libcurl keeps the pointer: `request` outlives the transfer
    }

    static std::size_t receive(char* data, std::size_t, std::size_t size, void* target) noexcept {
        auto& body = *static_cast<std::string*>(target);
        if (size > largest_response - body.size()) return 0;  // ends the transfer with an error
        body.append(data, size);
        return size;
    }

    /// Takes one line of a head. If there are several heads, such as those of a proxy, the last Date counts.
    static std::size_t keep_date(char* data, std::size_t, std::size_t size, void* target) noexcept {
        constexpr std::string_view name = "date:";
        const std::string_view text(data, size);
        const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
        if (tc3::ascii::equal_lower(line.substr(0, name.size()), name)) static_cast<std::string*>(target)->assign(line.substr(name.size()));
        return size;
    }

    struct free_with_curl {
        void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
        void operator()(curl_slist* lines) const { curl_slist_free_all(lines); }
    };
    using list = std::unique_ptr<curl_slist, free_with_curl>;

    void add(list& lines, const std::string& line) {
        curl_slist* longer = curl_slist_append(lines.get(), line.c_str());
        if (longer == nullptr) return check_setup(CURLE_OUT_OF_MEMORY);
        static_cast<void>(lines.release());  // `longer` owns the old list now
        lines.reset(longer);
    }

    CURLcode setup_ = CURLE_OK;
    list connect_to_;
    list headers_;
    std::unique_ptr<CURL, free_with_curl> curl_{curl_easy_init()};  // last member: it uses the lists, so it is destroyed before them
};

}  // namespace examples
