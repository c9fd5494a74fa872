// SPDX-License-Identifier: MIT
#include "files/file_store.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

using tc3_cli::http_reply;

constexpr std::string_view md5_of_abc = "\"900150983cd24fb0d6963f7d28e17f72\"";

/// A store with a clock that a test sets, and with the uploads that it reported.
struct store {
    explicit store(tc3_cli::file_store_options options = {})
        : files(
              options, [this] { return seconds; },
              [this](std::string_view target, std::string_view bytes) {
                  uploads.push_back(std::string(target) + " " + std::string(bytes));
                  return target != "/upload/unknown";
              }) {}

    http_reply send(std::string_view bytes) { return files.handle({.bytes = bytes, .peer = "127.0.0.1:1"}); }
    http_reply put(std::string_view name, std::string_view body, std::string_view headers = "") {
        std::string bytes = "PUT /upload/";
        return send(bytes.append(name).append(" HTTP/1.1\r\n").append(headers).append("\r\n").append(body));
    }
    http_reply get(std::string_view name) { return send("GET /file/" + std::string(name) + " HTTP/1.1\r\n\r\n"); }
    bool has(std::string_view name) { return get(name).status == 200; }

    std::int64_t seconds = 1000;
    std::vector<std::string> uploads;
    tc3_cli::file_store files;
};

std::string header(const http_reply& reply, std::string_view name) {
    for (const auto& [known, value] : reply.headers) {
        if (known == name) return value;
    }
    return "";
}

bool is_error(const http_reply& reply, int status, std::string_view code) {
    return reply.status == status && header(reply, "Content-Type") == "application/xml" &&
           reply.body.find("<Error><Code>" + std::string(code) + "</Code><Message>") != std::string::npos;
}

TEST_CASE("a file is returned as it was uploaded") {
    store files;
    const http_reply reply = files.put("7", "abc", "Content-Type: image/jpeg\r\n");
    CHECK(reply.status == 200);
    CHECK(reply.body.empty());
    CHECK(header(reply, "ETag") == md5_of_abc);
    CHECK(files.uploads == std::vector<std::string>{"/upload/7 abc"});

    const http_reply file = files.get("7");
    CHECK(file.status == 200);
    CHECK(file.body == "abc");
    CHECK(header(file, "ETag") == md5_of_abc);
    CHECK(header(file, "Content-Type") == "image/jpeg");
    CHECK(files.send("HEAD /file/7 HTTP/1.1\r\n\r\n").status == 200);
    CHECK(is_error(files.get("8"), 404, "NoSuchKey"));
}

TEST_CASE("a file may be empty, and may hold every byte") {
    store files;
    std::string bytes;
    for (int byte = 0; byte < 256; ++byte) bytes.push_back(static_cast<char>(byte));
    bytes.append("\r\n\r\n\n");
    files.put("1", bytes);
    files.put("2", "");
    CHECK(files.get("1").body == bytes);
    CHECK(files.has("2"));
    CHECK(header(files.get("1"), "Content-Type") == "application/octet-stream");
}

TEST_CASE("Content-MD5 is checked if it is sent") {
    store files;
    CHECK(files.put("1", "abc", "content-md5:  kAFQmDzST7DWlj99KOF/cg== \r\n").status == 200);
    CHECK(is_error(files.put("2", "abd", "Content-MD5: kAFQmDzST7DWlj99KOF/cg==\r\n"), 400, "BadDigest"));
    for (const char* digest :
         {"", "900150983cd24fb0d6963f7d28e17f72", "kAFQmDzST7DWlj99KOF/cg", "kAFQmDzST7DWlj99KOF/", "kAFQmDzST7DWlj99KOF/cgA="}) {
        CAPTURE(digest);
        CHECK(is_error(files.put("2", "abc", "Content-MD5: " + std::string(digest) + "\r\n"), 400, "InvalidDigest"));
    }
    CHECK_FALSE(files.has("2"));
    CHECK(files.uploads.size() == 1);
}

TEST_CASE("an upload to an address that nobody was given is not kept") {
    store files;
    CHECK(is_error(files.put("unknown", "abc"), 404, "NoSuchUpload"));
    CHECK_FALSE(files.has("unknown"));
}

TEST_CASE("a second upload replaces the file") {
    store files;
    files.put("1", "abc");
    files.put("1", "abcd");
    CHECK(files.get("1").body == "abcd");
}

TEST_CASE("a query belongs to the target, not to the name of the file") {
    store files;
    files.put("1?sign=x", "abc");
    CHECK(files.uploads == std::vector<std::string>{"/upload/1?sign=x abc"});
    CHECK(files.get("1?download").body == "abc");
}

TEST_CASE("files expire two hours after their upload") {
    store files;
    files.put("1", "abc");
    files.seconds += 7199;
    CHECK(files.has("1"));
    files.put("2", "abc");
    files.seconds += 1;
    CHECK(is_error(files.get("1"), 404, "NoSuchKey"));
    CHECK(files.has("2"));
}

TEST_CASE("a file over the limit is rejected") {
    store files({.max_file_size = 3});
    CHECK(files.put("1", "abc").status == 200);
    CHECK(is_error(files.put("2", "abcd"), 400, "EntityTooLarge"));
    CHECK(files.uploads.size() == 1);
}

TEST_CASE("more files than the limit push out the oldest") {
    store files({.max_files = 2});
    files.put("9", "a");
    files.put("1", "b");
    files.put("9", "c");  // now the newest
    files.put("2", "d");
    CHECK(files.has("9"));
    CHECK_FALSE(files.has("1"));
    CHECK(files.has("2"));
}

TEST_CASE("more bytes than the limit push out the oldest files") {
    store files({.max_bytes = 6});
    files.put("1", "aaa");
    files.put("2", "bb");
    files.put("2", "bbb");
    CHECK(files.has("1"));
    files.put("3", "c");
    CHECK_FALSE(files.has("1"));
    CHECK(files.has("2"));
    files.put("4", "dddddd");
    CHECK_FALSE(files.has("2"));
    CHECK_FALSE(files.has("3"));
    CHECK(files.has("4"));
    CHECK(is_error(files.put("5", "eeeeeee"), 400, "EntityTooLarge"));
    CHECK(files.has("4"));
}

TEST_CASE("other methods are named as errors, with those that work") {
    store files;
    const http_reply post = files.send("POST /upload/1 HTTP/1.1\r\n\r\nabc");
    CHECK(is_error(post, 405, "MethodNotAllowed"));
    CHECK(header(post, "Allow") == "PUT");
    CHECK(header(files.send("PUT /file/1 HTTP/1.1\r\n\r\nabc"), "Allow") == "GET, HEAD");
    CHECK(is_error(files.send("GET /other HTTP/1.1\r\n\r\n"), 404, "NoSuchKey"));
}

TEST_CASE("the store has the targets that begin with its prefixes") {
    store files({.upload_prefix = "/put/"});
    CHECK(files.files.has_target("/put/1"));
    CHECK(files.files.has_target("/file/1?x"));
    CHECK_FALSE(files.files.has_target("/upload/1"));
    CHECK_FALSE(files.files.has_target("/"));
}

}  // namespace
