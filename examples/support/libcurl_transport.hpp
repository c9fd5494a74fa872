// SPDX-License-Identifier: MIT
// tc3 over libcurl: copy it into your program and change it. It sends what it is given, byte for byte, since all of it is signed.
#pragma once

#include <tc3/tc3.hpp>

#include <curl/curl.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace examples {

/// Keeps its connection from call to call. For one thread at a time; call curl_global_init() once before.
class libcurl_transport {
public:
    tc3::result<tc3::http::response, tc3::transport_error> operator()(const tc3::http::request_view& request) {
        if (!curl_) return failed(CURLE_FAILED_INIT);
        tc3::http::response response;
        prepared_ = CURLE_OK;
        curl_easy_reset(curl_.get());
        set_limits();
        set_address(request);
        set_headers(request);
        set_body(request);
        set(CURLOPT_WRITEFUNCTION, &libcurl_transport::receive);
        set(CURLOPT_WRITEDATA, &response.body);
        if (prepared_ != CURLE_OK) return failed(prepared_);

        const CURLcode code = curl_easy_perform(curl_.get());
        if (code != CURLE_OK) return failed(code);
        long status = 0;
        curl_easy_getinfo(curl_.get(), CURLINFO_RESPONSE_CODE, &status);
        response.status = static_cast<std::int32_t>(status);
        return response;
    }

private:
    static constexpr std::size_t largest_response = 32U * 1024 * 1024;

    static tc3::unexpected<tc3::transport_error> failed(CURLcode code) {
        return tc3::unexpected(tc3::transport_error{code, curl_easy_strerror(code)});
    }

    template <class Value>
    void set(CURLoption option, Value value) {
        note(curl_easy_setopt(curl_.get(), option, value));
    }

    /// A request that could not be set up in full is not sent: the first fault counts.
    void note(CURLcode code) {
        if (prepared_ == CURLE_OK) prepared_ = code;
    }

    void set_limits() {
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_CONNECTTIMEOUT_MS, 10'000L);
        set(CURLOPT_TIMEOUT_MS, 60'000L);
        set(CURLOPT_FOLLOWLOCATION, 0L);  // what goes elsewhere no longer fits its signature
    }

    void set_address(const tc3::http::request_view& request) {
        const std::string url = std::string(request.scheme) + "://" + std::string(request.host);
        set(CURLOPT_URL, url.c_str());
        set(CURLOPT_REQUEST_TARGET, std::string(request.target).c_str());  // as it stands: in a URL it would be normalised
        if (request.connect_to.empty()) return;

        connect_to_.reset();  // the connection goes there, Host and certificate stay those of `host`
        add(connect_to_, "::" + std::string(request.connect_to));
        set(CURLOPT_CONNECT_TO, connect_to_.get());
        set(CURLOPT_NOPROXY, "*");
    }

    void set_headers(const tc3::http::request_view& request) {
        headers_.reset();
        add(headers_, "Host: " + std::string(request.host));
        add(headers_, "Expect:");  // no "Expect: 100-continue", on which some proxies stall
        for (const tc3::http::header field : request.headers) {
            const std::string name(field.name);
            add(headers_, field.value.empty() ? name + ";" : name + ": " + std::string(field.value));  // ";" is libcurl's empty value
        }
        set(CURLOPT_HTTPHEADER, headers_.get());
    }

    void set_body(const tc3::http::request_view& request) {
        if (request.method == tc3::http::method::get) return;
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        set(CURLOPT_POSTFIELDS, request.body.data());  // not copied
    }

    static std::size_t receive(char* data, std::size_t, std::size_t size, void* to) noexcept {
        auto& body = *static_cast<std::string*>(to);
        if (size > largest_response - body.size()) return 0;  // ends the transfer with an error
        body.append(data, size);
        return size;
    }

    struct free_with_curl {
        void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
        void operator()(curl_slist* lines) const { curl_slist_free_all(lines); }
    };
    using list = std::unique_ptr<curl_slist, free_with_curl>;

    void add(list& lines, const std::string& line) {
        curl_slist* longer = curl_slist_append(lines.get(), line.c_str());
        if (longer == nullptr) return note(CURLE_OUT_OF_MEMORY);
        static_cast<void>(lines.release());
        lines.reset(longer);
    }

    CURLcode prepared_ = CURLE_OK;
    list connect_to_;
    list headers_;
    std::unique_ptr<CURL, free_with_curl> curl_{curl_easy_init()};  // dies first: it refers to the lists
};

}  // namespace examples
