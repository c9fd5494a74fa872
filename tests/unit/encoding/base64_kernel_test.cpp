// SPDX-License-Identifier: MIT
// Each base64 kernel that this machine can run, compared with the code for one group of digits.
#include "../../support/random.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace detail = tc3::encoding_detail;

struct kernel {
    std::string_view name;
    std::size_t block = 0;  ///< the most digits that it leaves if all are right and there is room
    std::size_t (*encode)(std::string_view bytes, std::span<char> to) = nullptr;
    std::size_t (*decode)(std::string_view text, std::span<char> to) = nullptr;
};

std::vector<kernel> kernels() {
    std::vector<kernel> found{{"words", 16, detail::base64_words<char>::encode, detail::base64_words<char>::decode},
                              {"the quickest", 64, detail::encode_base64_blocks, detail::decode_base64_blocks}};
#if defined(TC3_X86_KERNELS)
    if (tc3::processor::has(tc3::processor::ssse3))
        found.push_back({"SSSE3", 32, detail::encode_base64_ssse3, detail::decode_base64_ssse3});
    if (tc3::processor::has(tc3::processor::avx2)) found.push_back({"AVX2", 64, detail::encode_base64_avx2, detail::decode_base64_avx2});
#elif defined(TC3_ARM_KERNELS)
    found.push_back({"NEON", 64, detail::encode_base64_neon, detail::decode_base64_neon});
#endif
    return found;
}

std::string reference(std::string_view bytes) {
    std::string text(tc3::base64_size(bytes.size()), '\0');
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = bytes.size() - i < 3 ? bytes.size() - i : 3;
        detail::encode_base64_group(bytes.data() + i, count, text.data() + i / 3 * 4);
    }
    return text;
}

/// Memory of exactly some size at some alignment, so that sanitizers find an access outside.
class exact_memory {
public:
    exact_memory(std::size_t size, std::size_t offset, char fill = '\x5A') : memory_(size + offset, fill), offset_(offset) {}
    exact_memory(std::string_view text, std::size_t offset) : exact_memory(text.size(), offset) {
        for (std::size_t i = 0; i < text.size(); ++i) memory_[offset + i] = text[i];
    }
    std::span<char> span() { return std::span<char>(memory_).subspan(offset_); }
    std::string_view view() { return {memory_.data() + offset_, memory_.size() - offset_}; }

private:
    std::vector<char> memory_;
    std::size_t offset_;
};

std::vector<std::size_t> sizes() {
    std::vector<std::size_t> all;
    for (std::size_t size = 0; size <= 300; ++size) all.push_back(size);
    all.insert(all.end(), {3071, 3072, 3073, 100'000});
    return all;
}

}  // namespace

TEST_CASE("each base64 kernel encodes blocks as the code for one group does") {
    support::random_input random(11);
    for (const kernel& each : kernels()) {
        CAPTURE(each.name);
        for (const std::size_t size : sizes()) {
            CAPTURE(size);
            exact_memory bytes(random.bytes(size), random.number(0, 40));
            const std::string expected = reference(bytes.view());
            const std::size_t room = random.flip() ? expected.size() : random.number(0, expected.size() / 4) * 4;
            exact_memory to(room, random.number(0, 40));
            const std::size_t done = each.encode(bytes.view(), to.span());
            REQUIRE(done % 3 == 0);
            REQUIRE(done <= size);
            REQUIRE(done / 3 * 4 <= room);
            CHECK((done / 3 * 4 + each.block > room || done + each.block > size));
            CHECK(to.view().substr(0, done / 3 * 4) == std::string_view(expected).substr(0, done / 3 * 4));
            CHECK(to.view().find_first_not_of('\x5A', done / 3 * 4) == std::string_view::npos);
        }
    }
}

TEST_CASE("each base64 kernel decodes blocks to the bytes that were encoded") {
    support::random_input random(12);
    for (const kernel& each : kernels()) {
        CAPTURE(each.name);
        for (const std::size_t size : sizes()) {
            CAPTURE(size);
            const std::string expected = random.bytes(size);
            exact_memory text(reference(expected), random.number(0, 40));
            const std::size_t room = random.flip() ? size : random.number(0, size);
            exact_memory to(room, random.number(0, 40));
            const std::size_t done = each.decode(text.view(), to.span());
            REQUIRE(done % 4 == 0);
            REQUIRE(done / 4 * 3 <= room);
            CHECK((done + each.block > text.view().size() || done / 4 * 3 + each.block > room));
            CHECK(to.view().substr(0, done / 4 * 3) == std::string_view(expected).substr(0, done / 4 * 3));
        }
    }
}

TEST_CASE("each base64 kernel decodes over its own text") {
    support::random_input random(13);
    for (const kernel& each : kernels()) {
        CAPTURE(each.name);
        const std::string expected = random.bytes(600);
        std::string text = reference(expected);
        const std::size_t done = each.decode(text, std::span<char>(text.data(), expected.size()));
        CHECK(done + each.block > 800);
        CHECK(text.substr(0, done / 4 * 3) == expected.substr(0, done / 4 * 3));
    }
}

TEST_CASE("each base64 kernel stops before a block with any character that is no digit, at any place") {
    support::random_input random(14);
    const std::string text = reference(random.bytes(192));
    for (const kernel& each : kernels()) {
        CAPTURE(each.name);
        std::vector<char> to(192);
        for (int character = 0; character < 256; ++character) {
            CAPTURE(character);
            const bool is_digit = detail::base64_digits.find(static_cast<char>(character)) != std::string_view::npos;
            for (std::size_t position = 0; position < 160; ++position) {
                std::string changed = text;
                changed[position] = static_cast<char>(character);
                const std::size_t done = each.decode(changed, to);
                if (is_digit ? done < 160 : done > position || done + each.block <= position) FAIL("at ", position, ", done ", done);
            }
        }
    }
}

TEST_CASE("base64 decoding finds any character that is no digit at its place, in a long text") {
    support::random_input random(15);
    const std::string text = reference(random.bytes(192));
    std::vector<char> to(192);
    for (int character = 0; character < 256; ++character) {
        CAPTURE(character);
        if (detail::base64_digits.find(static_cast<char>(character)) != std::string_view::npos) continue;
        for (std::size_t position = 0; position < text.size() - 1; ++position) {
            std::string changed = text;
            changed[position] = static_cast<char>(character);
            const auto decoded = tc3::decode_base64(changed, to);
            if (decoded || decoded.error() != tc3::error{.code = tc3::errc::forbidden_character, .position = position})
                FAIL("at ", position);
        }
    }
}

TEST_CASE("digits of base64 are counted in blocks, up to a block with any other character") {
    support::random_input random(16);
    for (std::size_t size = 0; size < 300; ++size) {
        exact_memory text(random.text(size, detail::base64_digits), random.number(0, 40));
        const std::size_t count = detail::count_base64_digits(text.view());
        CHECK(count <= size);
        CHECK((count == 0 || count + 64 > size));
    }
    const std::string text = random.text(192, detail::base64_digits);
    for (int character = 0; character < 256; ++character) {
        if (detail::base64_digits.find(static_cast<char>(character)) != std::string_view::npos) continue;
        for (std::size_t position = 0; position < text.size(); ++position) {
            std::string changed = text;
            changed[position] = static_cast<char>(character);
            if (detail::count_base64_digits(changed) > position) FAIL("character ", character, " at ", position);
        }
    }
}
