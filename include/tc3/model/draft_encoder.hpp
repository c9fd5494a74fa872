// SPDX-License-Identifier: MIT
// Writes a struct as JSON without its images, to learn the size of the JSON before memory for it is allocated.
#pragma once

#include <tc3/core/sink.hpp>
#include <tc3/encoding/base64.hpp>
#include <tc3/model/binary.hpp>
#include <tc3/model/encoder.hpp>
#include <tc3/model/fields.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline TC3_NAMESPACE {

namespace model_detail {

[[nodiscard]] const encoder_rules& rules_of_drafts() noexcept;

}  // namespace model_detail

/// An encoder that writes "" for each image and counts the base64 that belongs there.
///
/// Errors: those of an encoder, but base64 text is not validated.
class draft_encoder final : public encoder {
public:
    /// Lifetime: refers to `out`.
    explicit draft_encoder(any_sink& out) noexcept : encoder(out, &model_detail::rules_of_drafts()) {}

    /// Returns the size of the base64 that was left out.
    [[nodiscard]] std::size_t left_out() const noexcept { return left_out_; }
    /// Leaves out a binary value.
    void leave_out(const binary_view& value) {
        left_out_ += value.is_base64() ? value.data().size() : base64_size(value.data().size());
        json().string({});
    }

private:
    std::size_t left_out_ = 0;
};

namespace model_detail {

inline constexpr encoder_rules draft_rules{
    .write_object = [](encoder& out, writing_table fields, const void* object) { out.write_object_as_sent(fields, object); },
    .write_string = [](encoder& out, std::string_view text) { out.json().string(text); },
    .write_pieces =
        [](encoder& out, const piecewise_text& text) {
            out.write_pieces_as_sent([&text](any_sink& pieces) { return text.write(text.text, pieces); });
        },
    .write_binary = [](encoder& out, const binary_view& value) { static_cast<draft_encoder&>(out).leave_out(value); },
    .may_write_element = [](encoder& out, std::size_t, std::size_t) { return out.ok(); },
};

}  // namespace model_detail

}  // namespace tc3::inline TC3_NAMESPACE

#if defined(TC3_BODIES)

namespace tc3::inline TC3_NAMESPACE {

TC3_FUNCTION const encoder_rules& model_detail::rules_of_drafts() noexcept { return draft_rules; }

}  // namespace tc3::inline TC3_NAMESPACE

#endif  // TC3_BODIES
