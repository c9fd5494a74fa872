// SPDX-License-Identifier: MIT
// Writes any struct as JSON by its table. A plain function over untyped tables: it exists once in a program, however many structs there
// are.
#pragma once

#include <tc3/api/field_path.hpp>
#include <tc3/api/fields.hpp>
#include <tc3/config.hpp>
#include <tc3/core/error.hpp>
#include <tc3/core/sink.hpp>
#include <tc3/json/write.hpp>

#include <cstddef>
#include <string_view>

namespace tc3::inline v0_1 {

/// Writes a question. Unset optional fields are left out; a required one that is unset, text that is not UTF-8, or structs nested deeper
/// than a reader takes, are faults.
class encoder {
public:
    explicit encoder(sink_ref out) noexcept : target_(out), json_(target_) {}
    encoder(const encoder&) = delete;
    encoder& operator=(const encoder&) = delete;

    void write_object(writing_table fields, const void* object);

    /// Writes a text that comes in pieces of whole characters: `write_to(sink_ref)` hands them over, and says whether they are all.
    template <class Write>
    void write_text(Write write_to) {
        text_pieces pieces{json_};
        json_.begin_string();
        const bool complete = write_to(sink_ref(pieces));
        json_.end_string();
        if (!complete) fail({.code = errc::lone_surrogate, .where = part::field});
    }

    [[nodiscard]] json::writer<sink_ref>& json() noexcept TC3_LIFETIMEBOUND { return json_; }
    [[nodiscard]] field_path& path() noexcept TC3_LIFETIMEBOUND { return path_; }
    /// Records the first fault; the path stays where it happened.
    void fail(const tc3::error& fault) noexcept {
        if (ok()) fault_ = fault;
    }
    [[nodiscard]] bool ok() const noexcept { return fault_.code == errc::none && json_.ok(); }
    [[nodiscard]] tc3::error fault() const noexcept { return fault_.code != errc::none ? fault_ : json_.fault(); }

private:
    struct text_pieces {
        json::writer<sink_ref>& json;
        void append(std::string_view piece) { json.string_piece(piece); }
    };

    static constexpr std::size_t deepest = 64;

    sink_ref target_;
    std::size_t depth_ = 0;
    json::writer<sink_ref> json_;
    field_path path_;
    tc3::error fault_;
};

inline void encoder::write_object(writing_table fields, const void* object) {
    if (++depth_ > deepest) return fail({.code = errc::too_deep, .where = part::field, .limit = deepest});
    json_.begin_object();
    for (const writing_row& row : fields) {
        if (!ok()) return;
        const std::size_t before = path_.enter(row.wire_name);
        const void* member = static_cast<const char*>(object) + row.offset;
        if (row.is_set(member)) {
            json_.name(row.wire_name);
            row.write(*this, member);
        } else if (row.presence == presence::required) {
            fail({.code = errc::missing, .where = part::field});
        }
        if (ok()) path_.leave(before);
    }
    json_.end_object();
    --depth_;
}

}  // namespace tc3::inline v0_1
