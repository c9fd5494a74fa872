// SPDX-License-Identifier: MIT
// Reading a hostile answer allocates in proportion to its size: counted at operator new, for bodies made to ask for more. Sending a large
// input in streamed form allocates next to nothing.
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

namespace {

std::size_t held = 0;  // what is allocated now, and the most that was since begin_counting()
std::size_t most = 0;

// The size stands before each block.
constexpr std::size_t room = alignof(std::max_align_t) > sizeof(std::size_t) ? alignof(std::max_align_t) : sizeof(std::size_t);

}  // namespace

void* operator new(std::size_t size) {
    auto* block = static_cast<unsigned char*>(std::malloc(room + size));
    if (block == nullptr) std::abort();
    *reinterpret_cast<std::size_t*>(block) = size;
    held += size;
    if (held > most) most = held;
    return block + room;
}

void operator delete(void* memory) noexcept {
    if (memory == nullptr) return;
    unsigned char* block = static_cast<unsigned char*>(memory) - room;
    held -= *reinterpret_cast<std::size_t*>(block);
    std::free(block);
}

void* operator new[](std::size_t size) { return operator new(size); }
void operator delete[](void* memory) noexcept { operator delete(memory); }
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }
void operator delete[](void* memory, std::size_t) noexcept { operator delete(memory); }

namespace {

int failures = 0;

constexpr std::size_t fixed = 4096;  // for texts of a fixed size: a field's path, small strings

void expect(bool holds, const char* what) {
    if (holds) return;
    std::printf("not so: %s\n", what);
    ++failures;
}

// The most that is held at a time while something is done, and nothing afterwards.
template <class Work>
std::size_t peak_while(Work work) {
    const std::size_t before = held;
    most = held;
    work();
    expect(held == before, "all is given back");
    return most - before;
}

// While an answer is read, the answer included.
template <class Input>
std::size_t peak_of(std::string_view body) {
    return peak_while([body] {
        static_cast<void>(tc3::parse_body<Input>(body));
        static_cast<void>(tc3::parse_envelope_body(body));
    });
}

template <class Input>
void check_size(std::size_t factor, const char* what, const std::string& body) {
    const std::size_t peak = peak_of<Input>(body);
    std::printf("%s: %zu bytes of heap for %zu of body\n", what, peak, body.size());
    if (peak <= factor * body.size() + fixed) return;
    std::printf("%s: %zu bytes for a body of %zu, more than %zu times as much\n", what, peak, body.size(), factor);
    ++failures;
}

std::string repeated(std::string_view before, std::string_view piece, std::string_view after) {
    std::string text(before);
    while (text.size() < 1000000) text += piece;
    return text.append(after);
}

void texts_cost_what_they_are_long() {
    using input = tc3::faceid::apply_liveness_token;
    const std::string_view token = R"({"Response":{"SdkToken":")", message = R"({"Response":{"Error":{"Code":"A","Message":")";
    check_size<input>(1, "a long text", repeated(token, "x", "\"}}"));
    check_size<input>(1, "escapes", repeated(token, "\\u4f60", "\"}}"));
    check_size<input>(1, "a long text, cut off", repeated(token, "x", ""));
    check_size<input>(2, "a long text before a fault", repeated(token, "x", "\",\"RequestId\":5}}"));
    check_size<input>(2, "a long message", repeated(message, "x", "\"}}}"));
    check_size<input>(2, "a long request id beside an error", repeated(R"({"Response":{"Error":{"Code":"A"},"RequestId":")", "x", "\"}}"));
    check_size<input>(0, "unknown members", repeated(R"({"Response":{"a":0)", ",\"a\":0", "}}"));
    check_size<input>(0, "unknown text", repeated(R"({"Response":{"New":")", "x", "\"}}"));
    check_size<input>(0, "an unknown list", repeated(R"({"Response":{"New":[0)", ",{}", "]}}"));
    check_size<input>(0, "deep nesting", repeated(R"({"Response":{"New":)", "[", ""));
    check_size<input>(0, "a page", repeated("<html>", "<p>", "</html>"));
    check_size<input>(0, "blanks", repeated("", " ", ""));
    check_size<input>(0, "many answers", repeated("", R"({"Response":{}})", ""));
    check_size<support::every_kind>(1, "base64", repeated(R"({"Response":{"Image":")", "QUJD", "\"}}"));
}

// A list costs its elements, whose size is that of the C++ type; a list that grows holds the old and the new one for a while.
void lists_cost_their_elements() {
    using input = support::every_kind;
    constexpr std::size_t growth = 3;
    check_size<input>(growth * sizeof(std::int64_t) / 2, "a list of numbers", repeated(R"({"Response":{"Numbers":[0)", ",0", "]}}"));
    check_size<input>(growth * sizeof(std::string) / 3, "a list of texts", repeated(R"({"Response":{"Texts":["")", ",\"\"", "]}}"));
    check_size<input>(growth * sizeof(support::item) / 3, "a list of structs", repeated(R"({"Response":{"Items":[{})", ",{}", "]}}"));
    check_size<input>(growth * sizeof(support::item) / 3, "a list of structs, cut off", repeated(R"({"Response":{"Items":[{})", ",{}", ""));
    check_size<input>(growth * sizeof(support::item) / 5, "a list of nothing", repeated(R"({"Response":{"Items":[null)", ",null", "]}}"));
}

// ---- the answers of eKYC that hold most ---------------------------------------------------------------------------------------------

std::string counted(std::string_view before, std::string_view piece, std::size_t count, std::string_view after) {
    std::string text(before);
    text.reserve(before.size() + count * (piece.size() + 1) + after.size());
    for (std::size_t i = 0; i < count; ++i) text.append(i == 0 ? "" : ",").append(piece);
    return text.append(after);
}

constexpr std::size_t most_elements = tc3::decoder::most_elements;

// Reads an answer once, and looks at what became of it.
template <class Input, class Look>
void expect_outcome(std::size_t factor, const char* what, const std::string& body, Look is_right) {
    const std::size_t peak = peak_while([&] { expect(is_right(tc3::parse_body<Input>(body)), what); });
    std::printf("%s: %zu bytes of heap for %zu of body\n", what, peak, body.size());
    expect(peak <= factor * body.size() + fixed, "the heap is in proportion to that body");
}

void as_many_elements_as_allowed_are_read() {
    using sdk = tc3::faceid::get_sdk_verification_result;
    using selfie = tc3::faceid::get_face_id_result_intl;
    constexpr std::size_t growth = 3;
    const std::string_view structs = R"({"Response":{"CardVerifyResults":[)", tags = R"({"Response":{"LivenessInfoTag":[)";
    const std::string_view numbers = R"({"Response":{"CardVerifyResults":[{"WarnCardInfos":[)";

    expect_outcome<sdk>(growth * sizeof(tc3::faceid::card_verify_result) / 3, "as many structs",
                        counted(structs, "{}", most_elements, "]}}"),
                        [](const auto& output) { return output && output->card_verify_results.size() == most_elements; });
    expect_outcome<sdk>(growth * sizeof(std::int64_t) / 6 + 1, "as many numbers", counted(numbers, "-9101", most_elements - 1, "]}]}}"),
                        [](const auto& output) {
                            if (!output) return false;
                            const auto& read = output->card_verify_results[0].warn_card_infos;
                            return read.size() == most_elements - 1 && read.back() == -9101;  // the list around it has an element too
                        });
    expect_outcome<selfie>(growth * sizeof(std::string) / 5 + 1, "as many texts", counted(tags, "\"01\"", most_elements, "]}}"),
                           [](const auto& output) { return output && output->liveness_info_tag.size() == most_elements; });
}

// Of the caller's memory it takes what the list takes, and names the size before that is there.
void as_many_elements_as_allowed_take_a_workspace_and_no_heap() {
    using input = tc3::faceid::basic_get_face_id_result_intl<tc3::borrowed>;
    const std::string body = counted(R"({"Response":{"LivenessInfoTag":[)", "\"01\"", most_elements, "]}}");
    std::size_t needed = 0;
    const auto read_in = [&](std::span<char> memory) {
        tc3::workspace space(memory);
        const auto output = tc3::parse_body<input>(body, space);
        needed = output ? 0 : output.error().reason.needed;
        return output ? output->liveness_info_tag.size() : 0;
    };
    expect(peak_while([&] { read_in({}); }) == 0, "no heap where there is no workspace");
    expect(needed >= most_elements * sizeof(std::string_view) && needed < most_elements * sizeof(std::string_view) + fixed,
           "the size that is needed");
    std::string memory(needed, '\0');
    std::size_t count = 0;
    expect(peak_while([&] { count = read_in(memory); }) == 0, "no heap where there is one");
    expect(count == most_elements, "as many elements are read into it");
}

// What a list would take is out of all proportion to its text: "{}," stands for hundreds of bytes.
void a_million_elements_are_refused() {
    using sdk = tc3::faceid::get_sdk_verification_result;
    const auto is_refused = [](const auto& output) {
        return !output && to_string(output.error()) ==
                              "response: GetSdkVerificationResult: CompareResults has too many elements: 100001, the limit is 100000";
    };
    const std::string body = counted(R"({"Response":{"CompareResults":[)", "{}", 1000000, "]}}");
    const std::size_t peak = peak_while([&] { expect(is_refused(tc3::parse_body<sdk>(body)), "a million elements"); });
    expect(peak <= 3 * most_elements * sizeof(tc3::faceid::compare_result), "the heap is bounded");
}

void texts_of_16_mb_are_read() {
    using selfie = tc3::faceid::get_face_id_result_intl;
    const std::string text(std::size_t{16} << 20, 'A');
    const std::string image = R"({"Response":{"Result":"0","BestFrame":")" + text + "\",\"Video\":null}}";
    expect_outcome<selfie>(1, "an image of 16 MB", image,
                           [&text](const auto& output) { return output && output->best_frame->data() == text; });
    expect_outcome<selfie>(1, "a text of 16 MB, with an escape", R"({"Response":{"Description":"\\)" + text + "\"}}",
                           [&text](const auto& output) { return output && output->description->size() == text.size() + 1; });
    expect_outcome<selfie>(0, "a text of 16 MB, cut off", R"({"Response":{"Description":")" + text,
                           [](const auto& output) { return !output && output.error().reason.code == tc3::errc::unexpected_end; });
    expect_outcome<tc3::faceid::get_sdk_verification_result>(
        0, "16 MB in place of a list", R"({"Response":{"CompareResults":")" + text + "\"}}",
        [](const auto& output) { return !output && output.error().field == "CompareResults"; });

    char memory[256];
    const std::size_t peak = peak_while([&] {
        tc3::workspace space(memory);
        const auto output = tc3::parse_body<tc3::faceid::basic_get_face_id_result_intl<tc3::borrowed>>(image, space);
        expect(output && output->best_frame->data() == text, "an image of 16 MB is read where it stands");
    });
    expect(peak == 0, "no heap for an image that stays where it stands");
}

// ---- large inputs -----------------------------------------------------------------------------------------------------------------

// Stands for a socket.
struct counter {
    std::size_t size = 0;
    std::size_t largest_piece = 0;
    void append(std::string_view piece) {
        size += piece.size();
        if (piece.size() > largest_piece) largest_piece = piece.size();
    }
};

constexpr tc3::client_profile_view profile{.credential = {"id", "key"}, .region = "ap-singapore"};
constexpr std::size_t streamed_most = 65536;

// The photo and the video together as large as the service's limit of 10 MB of body lets them be.
template <class Input>
void a_streamed_body_takes_little_heap(const char* what) {
    const std::string photo(2000000, '\xff'), video(5800000, '\x80');
    counter socket;
    std::size_t expected = 0;
    const std::size_t peak = peak_while([&] {
        Input input;
        if constexpr (std::is_same_v<Input, tc3::faceid::compare_face_liveness>) {
            input.image_base64 = tc3::binary::raw(std::string_view(photo));
            input.video_base64 = tc3::binary::raw(std::string_view(video));
        } else {
            input.image_base64 = tc3::binary_view::raw(std::string_view(photo));
            input.video_base64 = tc3::binary_view::raw(std::string_view(video));
        }
        input.liveness_type = tc3::faceid::inline_liveness_type::silent;
        const auto request = tc3::make_request(input, profile, tc3::unix_time{1700000000}, {.stream_body = true});
        if (!request) return expect(false, "a request is made");
        tc3::http::write_head(socket, request->view());
        expected = socket.size + request->view().content_length();
        expect(tc3::write_body(socket, input).has_value(), "a body is streamed");
    });
    std::printf("%s: %zu bytes of heap for %zu of request, pieces of up to %zu\n", what, peak, socket.size, socket.largest_piece);
    expect(peak <= streamed_most, "a streamed request takes at most 64 KB of heap");
    expect(socket.size == expected && socket.size > 10400000, "what is streamed is as long as it was signed");
    expect(socket.largest_piece <= streamed_most, "no piece is large");
}

// 8 MB of photo are more than 10 MB of base64: the service would refuse them, so they are refused before a byte is sent.
void a_body_beyond_the_limit_is_refused() {
    const std::string photo(std::size_t{8} << 20, '\xff');
    counter socket;
    const std::size_t peak = peak_while([&] {
        tc3::faceid::compare_face_liveness input;
        input.image_base64 = tc3::binary::raw(std::string_view(photo));
        input.video_base64 = tc3::binary::base64("AAAA");
        input.liveness_type = tc3::faceid::inline_liveness_type::silent;
        const auto request = tc3::make_request(input, profile, tc3::unix_time{1700000000}, {.stream_body = true});
        expect(!request && request.error().reason.code == tc3::errc::too_large, "a body over 10 MB is refused");
        expect(!request && request.error().reason.part == "body", "and named");
        expect(tc3::write_body(socket, input).has_value(), "the JSON alone has no limit");
    });
    expect(socket.size > photo.size() / 3 * 4 && socket.largest_piece <= streamed_most, "the JSON is complete, in small pieces");
    expect(peak <= streamed_most, "a request that is refused takes at most 64 KB of heap");
}

// The caller's own input may be hostile too: a script hands on what it was given.
void a_query_costs_no_more_than_a_query_may_have() {
    const std::string json = repeated("{\"" + std::string(500000, 'k') + "\":[0", ",0", "]}");
    bool made = true;
    const std::size_t peak = peak_while([&] { made = tc3::make_query(json).has_value(); });
    expect(!made && peak <= 2 * tc3::largest_query + fixed, "a query that is too long costs no more than one that is not");
}

}  // namespace

int main() {
    texts_cost_what_they_are_long();
    lists_cost_their_elements();
    as_many_elements_as_allowed_are_read();
    a_million_elements_are_refused();
    as_many_elements_as_allowed_take_a_workspace_and_no_heap();
    texts_of_16_mb_are_read();
    a_streamed_body_takes_little_heap<tc3::faceid::compare_face_liveness>("a streamed question");
    a_streamed_body_takes_little_heap<tc3::faceid::basic_compare_face_liveness<tc3::borrowed>>("a streamed question, borrowed");
    a_body_beyond_the_limit_is_refused();
    a_query_costs_no_more_than_a_query_may_have();
    return failures == 0 ? 0 : 1;
}
