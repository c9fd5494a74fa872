// SPDX-License-Identifier: MIT
// The heap that a response takes is in proportion to its size, for bodies that are made to take more. A request takes one block of its
// own size; a large input that is streamed takes almost none. Counted in operator new.
#include "../support/every_kind.hpp"
#include <tc3/tc3.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace {

std::size_t allocated = 0;          // bytes of all live blocks
std::size_t largest_allocated = 0;  // since peak_while() began
std::size_t block_count = 0;        // since the program began

// The size of a block is stored in a header before it.
constexpr std::size_t header_size = alignof(std::max_align_t) > sizeof(std::size_t) ? alignof(std::max_align_t) : sizeof(std::size_t);

}  // namespace

void* operator new(std::size_t size) {
    auto* block = static_cast<unsigned char*>(std::malloc(header_size + size));
    if (block == nullptr) std::abort();
    *reinterpret_cast<std::size_t*>(block) = size;
    allocated += size;
    ++block_count;
    if (allocated > largest_allocated) largest_allocated = allocated;
    return block + header_size;
}

void operator delete(void* memory) noexcept {
    if (memory == nullptr) return;
    unsigned char* block = static_cast<unsigned char*>(memory) - header_size;
    allocated -= *reinterpret_cast<std::size_t*>(block);
    std::free(block);
}

void* operator new[](std::size_t size) { return operator new(size); }
void operator delete[](void* memory) noexcept { operator delete(memory); }
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }
void operator delete[](void* memory, std::size_t) noexcept { operator delete(memory); }

namespace {

int failures = 0;

constexpr std::size_t fixed = 4096;  // for texts of a fixed size: the path of a field, small strings

void expect(bool holds, const char* expectation) {
    if (holds) return;
    std::printf("failed: %s\n", expectation);
    ++failures;
}

// Returns the largest number of bytes that are allocated at one time while `work` runs. Everything must be freed at its end.
template <class Work>
std::size_t peak_while(Work work) {
    const std::size_t before = allocated;
    largest_allocated = allocated;
    work();
    expect(allocated == before, "everything is freed");
    return largest_allocated - before;
}

// Returns the peak while a body is read, with the output.
template <class Input>
std::size_t peak_of(std::string_view body) {
    return peak_while([body] {
        static_cast<void>(tc3::parse_body<Input>(body));
        static_cast<void>(tc3::parse_envelope_body(body));
    });
}

template <class Input>
void expect_bounded(std::size_t factor, const char* name, const std::string& body) {
    const std::size_t peak = peak_of<Input>(body);
    std::printf("%s: %zu bytes of heap for a body of %zu\n", name, peak, body.size());
    if (peak <= factor * body.size() + fixed) return;
    std::printf("failed: %s: more than %zu times the size of the body\n", name, factor);
    ++failures;
}

std::string repeated(std::string_view before, std::string_view piece, std::string_view after) {
    std::string text(before);
    while (text.size() < 1000000) text += piece;
    return text.append(after);
}

void texts_take_heap_in_proportion_to_their_size() {
    using input = tc3::faceid::apply_liveness_token;
    const std::string_view token = R"({"Response":{"SdkToken":")", message = R"({"Response":{"Error":{"Code":"A","Message":")";
    expect_bounded<input>(1, "a long text", repeated(token, "x", "\"}}"));
    expect_bounded<input>(1, "escapes", repeated(token, "\\u4f60", "\"}}"));
    expect_bounded<input>(1, "a long text, cut off", repeated(token, "x", ""));
    expect_bounded<input>(2, "a long text before an error", repeated(token, "x", "\",\"RequestId\":5}}"));
    expect_bounded<input>(2, "a long message", repeated(message, "x", "\"}}}"));
    expect_bounded<input>(2, "a long request id beside an error",
                          repeated(R"({"Response":{"Error":{"Code":"A"},"RequestId":")", "x", "\"}}"));
    expect_bounded<input>(0, "unknown members", repeated(R"({"Response":{"a":0)", ",\"a\":0", "}}"));
    expect_bounded<input>(0, "unknown text", repeated(R"({"Response":{"New":")", "x", "\"}}"));
    expect_bounded<input>(0, "an unknown list", repeated(R"({"Response":{"New":[0)", ",{}", "]}}"));
    expect_bounded<input>(0, "deep nesting", repeated(R"({"Response":{"New":)", "[", ""));
    expect_bounded<input>(0, "an HTML page", repeated("<html>", "<p>", "</html>"));
    expect_bounded<input>(0, "blanks", repeated("", " ", ""));
    expect_bounded<input>(0, "many documents", repeated("", R"({"Response":{}})", ""));
    expect_bounded<support::every_kind>(1, "base64", repeated(R"({"Response":{"Image":")", "QUJD", "\"}}"));
}

// A list takes heap for its elements, whose size is that of the C++ type. While it grows, the old and the new elements are allocated.
void lists_take_heap_for_their_elements() {
    using input = support::every_kind;
    constexpr std::size_t growth = 3;
    expect_bounded<input>(growth * sizeof(std::int64_t) / 2, "a list of numbers", repeated(R"({"Response":{"Numbers":[0)", ",0", "]}}"));
    expect_bounded<input>(growth * sizeof(std::string) / 3, "a list of texts", repeated(R"({"Response":{"Texts":["")", ",\"\"", "]}}"));
    expect_bounded<input>(growth * sizeof(support::item) / 3, "a list of structs", repeated(R"({"Response":{"Items":[{})", ",{}", "]}}"));
    expect_bounded<input>(growth * sizeof(support::item) / 3, "a list of structs, cut off",
                          repeated(R"({"Response":{"Items":[{})", ",{}", ""));
    expect_bounded<input>(growth * sizeof(support::item) / 5, "a list of nulls", repeated(R"({"Response":{"Items":[null)", ",null", "]}}"));
}

// ---- the largest outputs of eKYC ----------------------------------------------------------------------------------------------------

std::string counted(std::string_view before, std::string_view piece, std::size_t count, std::string_view after) {
    std::string text(before);
    text.reserve(before.size() + count * (piece.size() + 1) + after.size());
    for (std::size_t i = 0; i < count; ++i) text.append(i == 0 ? "" : ",").append(piece);
    return text.append(after);
}

constexpr std::size_t most_elements = tc3::decoder::most_elements;

// Reads a body once, and checks the result and the peak.
template <class Input, class Predicate>
void expect_result(std::size_t factor, const char* name, const std::string& body, Predicate is_expected) {
    const std::size_t peak = peak_while([&] { expect(is_expected(tc3::parse_body<Input>(body)), name); });
    std::printf("%s: %zu bytes of heap for a body of %zu\n", name, peak, body.size());
    expect(peak <= factor * body.size() + fixed, "the heap is in proportion to this body");
}

void the_largest_list_is_read() {
    using sdk = tc3::faceid::get_sdk_verification_result;
    using selfie = tc3::faceid::get_face_id_result_intl;
    constexpr std::size_t growth = 3;
    const std::string_view structs = R"({"Response":{"CardVerifyResults":[)", tags = R"({"Response":{"LivenessInfoTag":[)";
    const std::string_view numbers = R"({"Response":{"CardVerifyResults":[{"WarnCardInfos":[)";

    expect_result<sdk>(growth * sizeof(tc3::faceid::card_verify_result) / 3, "the largest list of structs",
                       counted(structs, "{}", most_elements, "]}}"),
                       [](const auto& output) { return output && output->card_verify_results->size() == most_elements; });
    expect_result<sdk>(growth * sizeof(std::int64_t) / 6 + 1, "the largest list of numbers",
                       counted(numbers, "-9101", most_elements - 1, "]}]}}"), [](const auto& output) {
                           if (!output) return false;
                           const auto& numbers_read = *output->card_verify_results->front().warn_card_infos;
                           return numbers_read.size() == most_elements - 1 &&
                                  numbers_read.back() == -9101;  // one element is the outer struct
                       });
    expect_result<selfie>(growth * sizeof(std::string) / 5 + 1, "the largest list of texts", counted(tags, "\"01\"", most_elements, "]}}"),
                          [](const auto& output) { return output && output->liveness_info_tag->size() == most_elements; });
}

// A workspace that is too small gets an error with the size of the list; one of that size suffices.
void the_largest_list_is_read_into_a_workspace_without_heap() {
    using input = tc3::faceid::basic_get_face_id_result_intl<tc3::borrowed>;
    const std::string body = counted(R"({"Response":{"LivenessInfoTag":[)", "\"01\"", most_elements, "]}}");
    std::size_t needed = 0;
    const auto read_in = [&](std::span<char> memory) {
        tc3::workspace space(memory);
        const auto output = tc3::parse_body<input>(body, space);
        needed = output ? 0 : output.error().reason.needed;
        return output ? output->liveness_info_tag->size() : 0;
    };
    expect(peak_while([&] { read_in({}); }) == 0, "no heap with an empty workspace");
    expect(needed >= most_elements * sizeof(std::string_view) && needed < most_elements * sizeof(std::string_view) + fixed,
           "the error has the size that is needed");
    std::string memory(needed, '\0');
    std::size_t count = 0;
    expect(peak_while([&] { count = read_in(memory); }) == 0, "no heap with a workspace");
    expect(count == most_elements, "the whole list is read");
}

// An element can take hundreds of bytes for the three bytes "{},", so that only a limit on elements bounds the heap.
void a_list_beyond_the_limit_is_rejected() {
    using sdk = tc3::faceid::get_sdk_verification_result;
    const auto is_rejected = [](const auto& output) {
        return !output && to_string(output.error()) ==
                              "response: GetSdkVerificationResult: CompareResults has too many elements: 100001, the limit is 100000";
    };
    const std::string body = counted(R"({"Response":{"CompareResults":[)", "{}", 1000000, "]}}");
    const std::size_t peak = peak_while([&] { expect(is_rejected(tc3::parse_body<sdk>(body)), "a million elements are rejected"); });
    expect(peak <= 3 * most_elements * sizeof(tc3::faceid::compare_result), "the heap is bounded");
}

void texts_of_16_mb_are_read() {
    using selfie = tc3::faceid::get_face_id_result_intl;
    const std::string text(std::size_t{16} << 20, 'A');
    const std::string image = R"({"Response":{"Result":"0","BestFrame":")" + text + "\",\"Video\":null}}";
    expect_result<selfie>(1, "an image of 16 MB", image,
                          [&text](const auto& output) { return output && output->best_frame->data() == text; });
    expect_result<selfie>(1, "a text of 16 MB, with an escape", R"({"Response":{"Description":"\\)" + text + "\"}}",
                          [&text](const auto& output) { return output && output->description->size() == text.size() + 1; });
    expect_result<selfie>(0, "a text of 16 MB, cut off", R"({"Response":{"Description":")" + text,
                          [](const auto& output) { return !output && output.error().reason.code == tc3::errc::unexpected_end; });
    expect_result<tc3::faceid::get_sdk_verification_result>(0, "16 MB in place of a list",
                                                            R"({"Response":{"CompareResults":")" + text + "\"}}",
                                                            [](const auto& output) { return output && !output->compare_results; });

    char memory[256];
    const std::size_t peak = peak_while([&] {
        tc3::workspace space(memory);
        const auto output = tc3::parse_body<tc3::faceid::basic_get_face_id_result_intl<tc3::borrowed>>(image, space);
        expect(output && output->best_frame->data() == text, "an image of 16 MB is a view of the body");
    });
    expect(peak == 0, "no heap for an image that is a view");
}

// ---- large inputs -----------------------------------------------------------------------------------------------------------------

// In place of a socket.
struct counter {
    std::size_t size = 0;
    std::size_t largest_piece = 0;
    void append(std::string_view piece) {
        size += piece.size();
        if (piece.size() > largest_piece) largest_piece = piece.size();
    }
};

constexpr tc3::client_profile_view profile{.credential = {"id", "key"}, .region = "ap-singapore"};
constexpr tc3::unix_time now{1700000000};
constexpr std::size_t streaming_limit = 65536;

// Photo and video together are nearly as large as the limit of the service, 10 MB of body.
template <class Input>
void a_streamed_body_takes_little_heap(const char* name) {
    const std::string photo(2000000, '\xff'), video(5800000, '\x80');
    counter socket;
    std::size_t expected = 0;
    const std::size_t peak = peak_while([&] {
        Input input;
        if constexpr (std::is_same_v<Input, tc3::faceid::compare_face_liveness>) {
            input.image_base64 = tc3::binary::raw_view(photo);
            input.video_base64 = tc3::binary::raw_view(video);
        } else {
            input.image_base64 = tc3::binary_view::raw(std::string_view(photo));
            input.video_base64 = tc3::binary_view::raw(std::string_view(video));
        }
        input.liveness_type = tc3::faceid::inline_liveness_type::silent;
        const auto request = tc3::make_request(input, profile, tc3::unix_time{1700000000}, {.stream_body = true});
        if (!request) return expect(false, "the request can be made");
        tc3::http::write_head(socket, request->view());
        expected = socket.size + request->view().content_length();
        expect(tc3::write_body(socket, input).has_value(), "the body is streamed");
    });
    std::printf("%s: %zu bytes of heap for a request of %zu, in pieces of up to %zu\n", name, peak, socket.size, socket.largest_piece);
    expect(peak <= streaming_limit, "a streamed request takes at most 64 KB of heap");
    expect(socket.size == expected && socket.size > 10400000, "the streamed request has the size that was announced");
    expect(socket.largest_piece <= streaming_limit, "no piece is large");
}

// Returns the size of a request in its one string.
std::size_t text_size(const tc3::http::request_view& request) {
    std::size_t size =
        request.body.size() + request.scheme.size() + request.host.size() + request.connect_to.size() + request.target.size();
    for (const tc3::http::header header : request.headers) size += header.name.size() + header.value.size() + 2;
    return size;
}

void expect_one_block(const char* name, const tc3::input_ref& input, const tc3::request_options& options = {},
                      const tc3::client_profile_view& from = profile) {
    constexpr std::size_t unsent_headers = 256;
    std::size_t size = 0;
    std::size_t blocks = 0;
    const std::size_t peak = peak_while([&] {
        const std::size_t before = block_count;
        const auto request = tc3::make_request(input, from, now, options);
        blocks = block_count - before;
        if (!request) return expect(false, "the request can be made");
        size = text_size(request->view());
    });
    std::printf("%s: %zu bytes of heap in %zu blocks for a request of %zu\n", name, peak, blocks, size);
    expect(blocks == 1, "a request takes one block");
    expect(peak >= size && peak <= size + unsent_headers, "the block has the size of the request");
}

void a_request_takes_one_block() {
    const std::string photo(2000000, '\xff'), video(5800000, '\x80'), text(3000, 'x');
    const std::string json = R"({"A":")" + text + "\"}";
    tc3::faceid::compare_face_liveness images{.image_base64 = tc3::binary::raw_view(photo),
                                              .video_base64 = tc3::binary::raw_view(video),
                                              .liveness_type = tc3::faceid::inline_liveness_type::silent};
    support::every_kind lists{.needed = "n"};
    lists.numbers.assign(1000, -1);
    lists.items.resize(100);
    lists.image = tc3::binary::raw_view(text);
    lists.texts = std::vector<std::string>(1000, "\"quoted\"\n");
    const tc3::http::header headers[] = {{"X-Mine", text}, {"A-First", " v "}};
    const tc3::action action = tc3::action_of<tc3::faceid::apply_liveness_token>;
    const tc3::client_profile_view all{.credential = {"id", "key", text},
                                       .region = "ap-singapore",
                                       .language = "en-US",
                                       .host = "a.example.com:8080",
                                       .connect_to = "127.0.0.1:80"};

    expect_one_block("a small struct", tc3::faceid::apply_liveness_token{.secure_level = "4"});
    expect_one_block("images", images);
    images.image_base64 = tc3::binary::base64("QUJD");
    images.video_base64 = tc3::binary::base64("QUI=");
    expect_one_block("small images", images);
    expect_one_block("lists", lists);
    expect_one_block("JSON", {action, json});
    expect_one_block("content", {action, tc3::request_content{.body = json, .content_type = "text/plain"}});
    expect_one_block("all headers", lists,
                     {.sign_action = true, .trace_id = "t", .request_client = "c", .headers = {}, .signed_headers = headers}, all);
    expect_one_block("an unsigned body", lists, {.unsigned_payload = true});
    expect_one_block("no authorization", lists, {.skip_authorization = true});
    expect_one_block("a streamed body", lists, {.stream_body = true});
}

// 8 MB of photo are more than 10 MB of base64, which the service rejects. tc3 returns an error before anything is sent.
void a_body_beyond_the_limit_is_an_error() {
    const std::string photo(std::size_t{8} << 20, '\xff');
    counter socket;
    const std::size_t peak = peak_while([&] {
        tc3::faceid::compare_face_liveness input;
        input.image_base64 = tc3::binary::raw_view(photo);
        input.video_base64 = tc3::binary::base64("AAAA");
        input.liveness_type = tc3::faceid::inline_liveness_type::silent;
        const auto request = tc3::make_request(input, profile, tc3::unix_time{1700000000}, {.stream_body = true});
        expect(!request && request.error().reason.code == tc3::errc::too_large, "a body over 10 MB is an error");
        expect(!request && request.error().reason.part == "body", "the error names the body");
        expect(tc3::write_body(socket, input).has_value(), "write_body() has no limit of its own");
    });
    expect(socket.size > photo.size() / 3 * 4 && socket.largest_piece <= streaming_limit, "the JSON is complete, in small pieces");
    expect(peak <= streaming_limit, "a request that fails takes at most 64 KB of heap");
}

// Input may be hostile too, when a program passes on JSON that it received.
void a_query_takes_heap_up_to_its_limit() {
    const std::string json = repeated("{\"" + std::string(500000, 'k') + "\":[0", ",0", "]}");
    bool succeeded = true;
    const std::size_t peak = peak_while([&] { succeeded = tc3::make_query(json).has_value(); });
    expect(!succeeded && peak <= 2 * tc3::largest_query + fixed, "a query that is too long takes no more heap than the longest one");
}

}  // namespace

int main() {
    texts_take_heap_in_proportion_to_their_size();
    lists_take_heap_for_their_elements();
    the_largest_list_is_read();
    a_list_beyond_the_limit_is_rejected();
    the_largest_list_is_read_into_a_workspace_without_heap();
    texts_of_16_mb_are_read();
    a_streamed_body_takes_little_heap<tc3::faceid::compare_face_liveness>("a streamed input");
    a_streamed_body_takes_little_heap<tc3::faceid::basic_compare_face_liveness<tc3::borrowed>>("a streamed input, borrowed");
    a_request_takes_one_block();
    a_body_beyond_the_limit_is_an_error();
    a_query_takes_heap_up_to_its_limit();
    return failures == 0 ? 0 : 1;
}
