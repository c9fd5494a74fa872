// SPDX-License-Identifier: MIT
// The contract of storages: correct storages keep it, and each faulty storage breaks the rule that describes its fault.
#include "storage_contract.hpp"

#include "../support/custom_storage.hpp"
#include "report.hpp"
#include <tc3/tc3.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

/// Returns the broken rules, one on each line.
template <class Storage, class... State>
std::string broken_rules(State&... state) {
    contract::report report;
    contract::storage_contract<Storage>(state..., report);
    return report.tried() > 20 ? report.broken() : "too few rules were tried";
}

enum class flaw { none, ends_at_zero, appends_to_the_old, keeps_escapes, never_empty, cuts_characters, has_little_memory };

template <flaw Flaw>
struct flawed_text {
    std::string text;
};

template <flaw Flaw>
struct flawed : tc3::owning {
    using text = flawed_text<Flaw>;
};

struct shuffled : tc3::owning {
    template <class T>
    struct list_type {
        std::vector<T> elements;
    };
    template <class T>
    using list = list_type<T>;
};

// A storage whose copies share their elements.
struct shared : tc3::owning {
    template <class T>
    struct list_type {
        std::shared_ptr<std::vector<T>> elements = std::make_shared<std::vector<T>>();
    };
    template <class T>
    using list = list_type<T>;
};

}  // namespace

template <flaw Flaw>
struct tc3::text_traits<flawed_text<Flaw>> {
    using type = flawed_text<Flaw>;
    static bool empty(const type& text) { return Flaw != flaw::never_empty && text.text.empty(); }
    static bool write(any_sink& out, const type& text) {
        const std::size_t most = Flaw == flaw::cuts_characters ? 4 : std::string_view::npos;
        for (std::string_view rest = text.text; !rest.empty(); rest.remove_prefix(rest.size() < most ? rest.size() : most)) {
            out.append(rest.substr(0, most));
        }
        return true;
    }
    static bool assign(state_ref, type& text, const json::string_token& token) {
        if (Flaw != flaw::appends_to_the_old) text.text.clear();
        token.write(text.text);
        if (Flaw == flaw::ends_at_zero) text.text = text.text.c_str();
        if (Flaw == flaw::has_little_memory && text.text.size() > 1000) text.text.resize(1000);
        if (Flaw == flaw::keeps_escapes) text.text = token.raw();
        return true;
    }
};

template <class T>
struct tc3::list_traits<shuffled::list_type<T>> {
    using value_type = T;
    static std::size_t size(const shuffled::list_type<T>& list) { return list.elements.size(); }
    static const T& at(const shuffled::list_type<T>& list, std::size_t position) {
        return list.elements[list.elements.size() - 1 - position];
    }
    struct builder {
        builder(state_ref, shuffled::list_type<T>& to) : list(to) {}
        void add(T&& value) { list.elements.push_back(std::move(value)); }
        bool finish() { return true; }
        shuffled::list_type<T>& list;
    };
};

template <class T>
struct tc3::list_traits<shared::list_type<T>> {
    using value_type = T;
    static std::size_t size(const shared::list_type<T>& list) { return list.elements->size(); }
    static const T& at(const shared::list_type<T>& list, std::size_t position) { return (*list.elements)[position]; }
    struct builder {
        builder(state_ref, shared::list_type<T>& to) : list(to) { list.elements->clear(); }
        void add(T&& value) { list.elements->push_back(std::move(value)); }
        bool finish() { return true; }
        shared::list_type<T>& list;
    };
};

TEST_CASE("the storages of tc3 and a custom storage keep the contract") {
    CHECK(broken_rules<tc3::owning>() == "");
    std::vector<char> memory(400'000);
    for (std::size_t misalignment = 0; misalignment < 8; ++misalignment) {
        tc3::workspace space(std::span<char>(memory).subspan(misalignment));
        CHECK(broken_rules<tc3::borrowed>(space) == "");
        CHECK(space.complete());
    }
    const auto arena = std::make_unique<custom::arena>(1'000'000);
    CHECK(broken_rules<custom::storage>(*arena) == "");
    CHECK(broken_rules<flawed<flaw::none>>() == "");
}

TEST_CASE("a faulty storage breaks the rule that describes its fault") {
    const struct {
        std::string (*run)();
        std::string_view rule;
    } cases[] = {
        {[] { return broken_rules<flawed<flaw::ends_at_zero>>(); }, "U+0000 is read like any character"},
        {[] { return broken_rules<flawed<flaw::appends_to_the_old>>(); }, "a second document replaces the values of the first"},
        {[] { return broken_rules<flawed<flaw::keeps_escapes>>(); }, "escapes are decoded"},
        {[] { return broken_rules<flawed<flaw::never_empty>>(); }, "a text is empty at first"},
        {[] { return broken_rules<flawed<flaw::cuts_characters>>(); }, "each written piece consists of whole characters"},
        {[] { return broken_rules<flawed<flaw::has_little_memory>>(); }, "a long text is read completely"},
        {[] { return broken_rules<shuffled>(); }, "elements keep their order"},
        {[] { return broken_rules<shared>(); }, "reading into a copy leaves the original unchanged"},
    };
    for (const auto& each : cases) {
        const std::string_view rule = each.rule;
        const std::string broken = each.run();
        CAPTURE(rule);
        CAPTURE(broken);
        CHECK(broken.find(rule) != std::string::npos);
    }
}
