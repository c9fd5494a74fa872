// SPDX-License-Identifier: MIT
// Judges the types of eKYC by the table of facts that they were made from: tc3-round-trip FACTS
// For each struct it makes documents from the facts alone, reads them into the type in each storage, writes them back, and compares. Each
// field is reached alone; the counts of actions, types and fields must be those of the facts.
#include "../support/any_struct.hpp"
#include "../support/same_meaning.hpp"
#include "vector_file.hpp"

#include <array>
#include <limits>
#include <map>
#include <set>

namespace {

using nlohmann::json;
using support::any_struct;
using support::reader;
using support::round_trip_result;
using tc3::errc;
using vectors::attempt;

// ---- the facts -----------------------------------------------------------------------------------------------------------------

enum class kind { text, bytes, boolean, signed_number, unsigned_number, real_number, object, list };

kind kind_of(const std::string& type, bool is_base64) {
    static const std::map<std::string, kind> kinds{
        {"string", kind::text},         {"bool", kind::boolean},  {"int64", kind::signed_number}, {"uint64", kind::unsigned_number},
        {"float64", kind::real_number}, {"object", kind::object}, {"array", kind::list},
    };
    const auto found = kinds.find(type);
    if (found == kinds.end()) return kind::object;  // the elements of a list name their struct
    return is_base64 && found->second == kind::text ? kind::bytes : found->second;
}

struct fact {
    std::string name;
    kind what;
    kind element;     ///< of a list; else text
    std::string ref;  ///< the struct of an object, or of a list's elements
    bool required;
    std::string mark;
    json limits;  ///< length, range and closed set, as far as there are any
};

using facts = std::vector<fact>;

/// What a server holds a field to, and the generator must have put into its row.
json limits_of(const json& field, const json& value_sets) {
    json limits = json::object();
    for (const char* each : {"length", "range"}) {
        if (field.contains(each)) limits[each] = field[each];
    }
    if (!limits.empty() || !field.contains("values")) return limits;
    const json& set = value_sets.at(field.at("values").get<std::string>());
    if (set.at("open") || set.contains("passed")) return limits;
    for (const json& each : set.at("values")) {
        const json& value = each.at("value");
        limits["allowed"].push_back(value.is_string() ? value.get<std::string>() : value.dump());
    }
    return limits;
}

/// The same as a row has it.
json limits_of(const tc3::field& row) {
    json limits = json::object();
    if (row.limits == nullptr) return limits;
    const tc3::value_limits none;
    for (const tc3::literal each : row.limits->allowed) limits["allowed"].push_back(each.view());
    if (row.limits->longest != none.longest) limits["length"] = {row.limits->shortest, row.limits->longest};
    if (row.limits->most != none.most) limits["range"] = {row.limits->least, row.limits->most};
    return limits;
}

std::string mark_of(tc3::sensitivity mark) {
    switch (mark) {
        case tc3::sensitivity::unmarked: return "unmarked";
        case tc3::sensitivity::open: return "open";
        case tc3::sensitivity::personal: return "personal";
        case tc3::sensitivity::biometric: return "biometric";
        case tc3::sensitivity::secret: return "secret";
    }
    return "";
}

facts read_facts(const json& fields, const json& value_sets) {
    facts made;
    for (const json& each : fields) {
        const bool is_base64 = each.value("encoding", "") == "base64";
        const std::string element = each.value("element", "string");
        const kind what = kind_of(each.at("type"), is_base64);
        made.push_back({each.at("name"), what, kind_of(element, is_base64), what == kind::list ? element : each.value("ref", ""),
                        each.value("required", false), each.value("mark", "open"), limits_of(each, value_sets)});
    }
    return made;
}

struct action_facts {
    json all;
    facts input;
    facts output;
};

/// All of them, by name.
struct product {
    explicit product(const json& file) {
        const json& sets = file.at("value_sets");
        for (const json& each : file.at("actions")) {
            actions.emplace(each.at("name"),
                            action_facts{each, read_facts(each.at("request"), sets), read_facts(each.at("response"), sets)});
        }
        for (const json& each : file.at("types")) types.emplace(each.at("name"), read_facts(each.at("fields"), sets));
        service = file.at("service");
        version = file.at("version");
        host = file.at("host");
    }
    [[nodiscard]] std::size_t count_fields() const {
        std::size_t count = 0;
        for (const auto& [name, each] : actions) count += each.input.size() + each.output.size();
        for (const auto& [name, each] : types) count += each.size();
        return count;
    }

    std::map<std::string, action_facts> actions;
    std::map<std::string, facts> types;
    std::string service, version, host;
};

// ---- documents -----------------------------------------------------------------------------------------------------------------

constexpr std::size_t kinds_of_text = 5;  // more than there are of any other content

/// Makes values, no two of a kind the same. The kinds of content take turns.
class values {
public:
    explicit values(const product& from, std::uint64_t first = 0) : from_(from), next_(first) {}

    json of(const fact& field) {
        switch (field.what) {
            case kind::list: return json::array({of_kind(field.element, field.ref), of_kind(field.element, field.ref)});
            default: return of_kind(field.what, field.ref);
        }
    }
    json of_all(const facts& fields) {
        json made = json::object();
        for (const fact& each : fields) made[each.name] = of(each);
        return made;
    }

private:
    json of_kind(kind what, const std::string& ref) {
        const std::uint64_t n = next_++;
        switch (what) {
            case kind::text: return text(n);
            case kind::bytes: return base64(n);
            case kind::boolean: return n % 2 == 0;
            case kind::signed_number: return signed_number(n);
            case kind::unsigned_number: return (std::numeric_limits<std::uint64_t>::max)() - n;
            case kind::real_number: return real_number(n);
            case kind::object: return of_all(from_.types.at(ref));
            case kind::list: break;
        }
        throw std::runtime_error("a list of lists");
    }

    static json text(std::uint64_t n) {
        const std::string number = std::to_string(n);
        const std::array<std::string, kinds_of_text> texts{
            "plain " + number,
            "\"quoted\" \\ / \b\f\n\r\t " + number,
            "{\"json\":[null,\"\\u0000\",{\"n\":" + number + "}]}",
            "\xE6\xBC\xA2\xF0\x9F\x98\x80\xC3\xA9\xEF\xBF\xBF " + number,
            std::string("\0\x01\x1F\x7F ", 5) + number,
        };
        return texts[n % kinds_of_text];
    }
    static json base64(std::uint64_t n) {
        constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        constexpr std::string_view ends[] = {"", "QQ==", "/+8="};
        std::string digits;
        for (int i = 0; i < 8; ++i) digits += alphabet[(n >> (6 * i)) % 64];
        return digits + std::string(ends[n % std::size(ends)]);
    }
    static json signed_number(std::uint64_t n) {
        using limits = std::numeric_limits<std::int64_t>;
        const auto step = static_cast<std::int64_t>(n);
        const std::int64_t numbers[] = {4294967296 + step, (limits::min)() + step, (limits::max)() - step, -9007199254740993 - step};
        return numbers[n % std::size(numbers)];
    }
    static json real_number(std::uint64_t n) {
        const auto step = static_cast<double>(n + 1);
        const double numbers[] = {step / 10, -step / 3, step * 1e-300, step * 1e300 / 7};
        return numbers[n % std::size(numbers)];
    }

    const product& from_;
    std::uint64_t next_;
};

/// Values that a field must refuse, in JSON.
std::vector<std::string> wrong_values(kind what) {
    switch (what) {
        case kind::text:
        case kind::bytes: return {"7", "-0.5", "true", "{}", R"({"a":1})", "[]", R"(["x"])"};
        case kind::boolean: return {"1", R"("true")", "{}", "[true]"};
        case kind::signed_number: return {R"("x")", "true", "{}", "[1]", "1.5", "9223372036854775808", "-9223372036854775809", "1e40"};
        case kind::unsigned_number: return {R"("x")", "false", "{}", "[1]", "1.5", "-1", "18446744073709551616"};
        case kind::real_number: return {R"("x")", "true", "{}", "[1.5]", R"("1.5x")", "1e400"};
        case kind::object: return {R"("x")", "7", "true", "[]", "[{}]"};
        case kind::list: return {R"("x")", "7", "true", "{}"};
    }
    return {};
}

/// Faults of a number that is one, and of all else.
bool is_error_of_value(errc code) { return code == errc::wrong_type || code == errc::out_of_range; }

/// Where a value stands in a document that holds nothing else.
struct place {
    std::string before = {};
    std::string behind = {};
    std::string path = {};

    [[nodiscard]] place member(const std::string& name) const {
        return {before + "{\"" + name + "\":", "}" + behind, path.empty() ? name : path + "." + name};
    }
    [[nodiscard]] place element_behind(const std::string& first) const { return {before + "[" + first + ",", "]" + behind, path + "[1]"}; }
};

// ---- what is judged of a struct ------------------------------------------------------------------------------------------------

class struct_judge {
public:
    struct_judge(const product& from, const facts& fields, const any_struct& under_test, attempt& one)
        : from_(from), fields_(fields), under_test_(under_test), one_(one) {}

    /// Returns how many fields were reached.
    std::size_t judge() {
        all_fields_come_back();
        no_value_is_written_as_nothing();
        required_fields_are_missed();
        unknown_members_are_ignored();
        std::size_t reached = 0;
        for (const fact& each : fields_) {
            if (field_comes_back_alone(each)) ++reached;
        }
        wrong_values_are_refused(fields_, {});
        return reached;
    }

private:
    // Each spelling of the same document: bare, with escapes for all that is not ASCII, and with blanks.
    void all_fields_come_back() {
        const json document = values(from_).of_all(fields_);
        for (const std::string& text : {document.dump(), document.dump(-1, ' ', true), document.dump(3)}) {
            expect_back("all fields", text, document);
        }
    }

    void no_value_is_written_as_nothing() {
        json nulls = json::object();
        json empty = json::object();
        for (const fact& each : fields_) {
            nulls[each.name] = nullptr;
            if (each.what == kind::list) empty[each.name] = json::array();
        }
        expect_back_or_missing("no member", "{}", json::object(), {});
        expect_back_or_missing("all members null", nulls.dump(), json::object(), {});
        expect_back_or_missing("empty lists", empty.dump(), json::object(), {});
    }

    void required_fields_are_missed() {
        for (const fact& each : fields_) {
            if (!each.required) continue;
            json but_one = values(from_).of_all(fields_);
            but_one.erase(each.name);
            expect_back_or_missing("all but " + each.name, but_one.dump(), but_one, names_in(but_one));
        }
    }

    // With each kind of content. With the required fields beside it, it can be written, too.
    bool field_comes_back_alone(const fact& field) {
        const bool holds_structs = field.what == kind::object || field.element == kind::object;
        const std::uint64_t turns = holds_structs ? 1 : kinds_of_text;
        bool back = true;
        for (std::uint64_t turn = 0; turn < turns; ++turn) {
            json alone = json::object();
            alone[field.name] = values(from_, turn).of(field);
            back = expect_back_or_missing(field.name + " alone", alone.dump(), alone, {field.name}) && back;
            alone.update(required_beside(field));
            back = expect_back(field.name + " and what is required", alone.dump(), alone) && back;
        }
        return back && (field.what != kind::text || field.required || empty_text_comes_back(field));
    }

    bool empty_text_comes_back(const fact& field) {
        json document = required_beside(field);
        document[field.name] = "";
        const json found = json::parse(pass(document.dump()).document, nullptr, false);
        return found == document || fail(field.name + ", empty", "it is not written as it was read");
    }

    [[nodiscard]] json required_beside(const fact& field) const {
        values fresh(from_, 500);
        json made = json::object();
        for (const fact& each : fields_) {
            if (each.required && each.name != field.name) made[each.name] = fresh.of(each);
        }
        return made;
    }

    void unknown_members_are_ignored() {
        json with_others = values(from_).of_all(fields_);
        const json expected = with_others;
        std::size_t turn = 0;
        const json others[] = {nullptr, "text", 7, 1e300, false, json::array({json::object(), 1}), {{"a", {{"b", json::array()}}}}};
        for (const fact& each : fields_) {
            for (const std::string& name : names_like(each.name)) {
                if (!expected.contains(name)) with_others[name] = others[turn++ % std::size(others)];
            }
        }
        with_others[""] = 1;
        with_others["$"] = json::array();
        expect_back("unknown members", with_others.dump(), expected);
    }

    // In the struct itself, and in all that it holds.
    void wrong_values_are_refused(const facts& fields, const place& where) {
        for (const fact& each : fields) {
            const place here = where.member(each.name);
            for (const std::string& wrong : wrong_values(each.what)) expect_refused(wrong, here);
            if (each.what == kind::list) {
                const place second = here.element_behind(values(from_).of(each)[0].dump());
                for (const std::string& wrong : wrong_values(each.element)) expect_refused(wrong, second);
            }
            if (each.what == kind::object) wrong_values_are_refused(from_.types.at(each.ref), here);
            if (each.element == kind::object) wrong_values_are_refused(from_.types.at(each.ref), here.element_behind("{}"));
        }
    }

    // ---- expectations

    bool expect_back(const std::string& what, const std::string& document, const json& expected) {
        const round_trip_result came_to = pass(document);
        if (came_to.read_error.code != errc::none) return fail(what, "not read: " + in_words(came_to.read_error, came_to.path));
        if (came_to.write_error.code != errc::none) return fail(what, "not written: " + in_words(came_to.write_error, came_to.path));
        const auto found = support::differences(expected, json::parse(came_to.document, nullptr, false));
        for (const support::difference& each : found) fail(what + ", " + each.path, "expected " + each.expected + ", found " + each.found);
        // A name that is written twice is a fault to a reader of ours, and to no other.
        const errc again = pass(came_to.document).read_error.code;
        if (again != errc::none) return fail(what, "not read again: " + std::string(describe(again)));
        return found.empty();
    }

    // Written back, or refused for the sake of a required field that is not among `present`.
    bool expect_back_or_missing(const std::string& what, const std::string& document, const json& expected,
                                const std::set<std::string>& present) {
        std::set<std::string> absent;
        for (const fact& each : fields_) {
            if (each.required && !present.contains(each.name)) absent.insert(each.name);
        }
        if (absent.empty()) return expect_back(what, document, expected);
        const round_trip_result came_to = pass(document);
        if (came_to.read_error.code != errc::none) return fail(what, "not read: " + in_words(came_to.read_error, came_to.path));
        if (came_to.write_error.code == errc::missing && absent.contains(came_to.path)) return true;
        return fail(what, "a required field is absent, and was not missed: " + in_words(came_to.write_error, came_to.path));
    }

    void expect_refused(const std::string& wrong, const place& where) {
        const round_trip_result came_to = pass(where.before + wrong + where.behind);
        const std::string what = where.path + " of " + wrong.substr(0, 60);
        if (!is_error_of_value(came_to.read_error.code)) {
            fail(what, "taken, or refused for another reason: " + in_words(came_to.read_error, came_to.path));
            return;
        }
        one_.equal(what + ", path", where.path.substr(0, tc3::field_path::longest), came_to.path);
        one_.equal(what + ", position", std::to_string(where.before.size()), std::to_string(came_to.read_error.position));
    }

    round_trip_result pass(const std::string& document) const { return under_test_.round_trip(document, reader::client); }

    static std::set<std::string> names_in(const json& object) {
        std::set<std::string> names;
        for (const auto& [name, value] : object.items()) names.insert(name);
        return names;
    }

    /// Names that a sloppy comparison would take for this one.
    static std::vector<std::string> names_like(const std::string& name) {
        std::string other_case = name;
        other_case.front() = static_cast<char>(other_case.front() ^ 0x20);
        return {other_case, name + "X", name + " ", name.substr(0, name.size() - 1), name + std::string(1, '\0')};
    }

    bool fail(const std::string& what, const std::string& why) {
        one_.fail(what, why);
        return false;
    }
    static std::string in_words(tc3::error error, const std::string& path) {
        error.name = path;
        std::string words;
        tc3::write_error(words, error);
        return words;
    }

    const product& from_;
    const facts& fields_;
    const any_struct& under_test_;
    attempt& one_;
};

// ---- all of them ---------------------------------------------------------------------------------------------------------------

class product_judge {
public:
    explicit product_judge(const product& from) : from_(from) {}

    void judge(const support::all_structs& structs) {
        const std::string in = ", " + structs.storage;
        std::set<std::string> actions, types;
        std::size_t fields = 0;
        for (const support::any_action& each : structs.actions) {
            const auto known = from_.actions.find(each.input.name);
            if (known == from_.actions.end()) continue;
            actions.insert(known->first);
            attempt constants;
            judge_constants(known->second.all, each.action, constants);
            score(constants, known->first + in);
            fields += judge_struct(known->second.input, each.input, each.input.name + ", question" + in);
            fields += judge_struct(known->second.output, each.output, each.output.name + ", answer" + in);
        }
        for (const any_struct& each : structs.types) {
            const auto known = from_.types.find(each.name);
            if (known == from_.types.end()) continue;
            types.insert(known->first);
            fields += judge_struct(known->second, each, each.name + in);
        }
        std::cout << structs.storage << ": " << actions.size() << " actions, " << types.size() << " types, " << fields << " fields\n";
        attempt counts;
        counts.equal("actions", std::to_string(from_.actions.size()), std::to_string(actions.size()));
        counts.equal("actions that have types", std::to_string(from_.actions.size()), std::to_string(structs.actions.size()));
        counts.equal("types", std::to_string(from_.types.size()), std::to_string(types.size()));
        counts.equal("types in the list", std::to_string(from_.types.size()), std::to_string(structs.types.size()));
        counts.equal("fields", std::to_string(from_.count_fields()), std::to_string(fields));
        score(counts, "what the facts have and was reached" + in);
    }

    [[nodiscard]] int sum_up() const {
        std::cout << passed_ << " passed, " << failed_ << " failed\n";
        return failed_ == 0 ? vectors::all_passed : vectors::some_failed;
    }

private:
    std::size_t judge_struct(const facts& fields, const any_struct& under_test, const std::string& title) {
        attempt one;
        const std::size_t reached = struct_judge(from_, fields, under_test, one).judge();
        judge_rows(fields, under_test, one);
        score(one, title);
        return reached;
    }

    void judge_rows(const facts& fields, const any_struct& under_test, attempt& one) const {
        one.equal("rows", std::to_string(fields.size()), std::to_string(under_test.rows.size()));
        for (std::size_t i = 0; i < fields.size() && i < under_test.rows.size(); ++i) {
            const tc3::field& row = under_test.rows[i];
            one.equal("row " + std::to_string(i), fields[i].name, std::string(row.wire_name));
            one.equal(fields[i].name + ", mark", fields[i].mark, mark_of(row.sensitivity));
            one.equal(fields[i].name + ", required", json(fields[i].required).dump(), json(row.presence == tc3::presence::required).dump());
            one.equal(fields[i].name + ", limits", fields[i].limits.dump(), limits_of(row).dump());
        }
        if (under_test.size > 2048) one.fail("size", std::to_string(under_test.size) + " bytes, over 2048");
    }

    void judge_constants(const json& expected, const tc3::action& found, attempt& one) const {
        one.equal("service", from_.service, std::string(found.service));
        one.equal("version", from_.version, std::string(found.version));
        one.equal("host", from_.host, std::string(found.host));
        one.equal("needs a region", expected.at("needs_region").dump(), json(found.needs_region).dump());
        one.equal("calls a second", std::to_string(expected.value("calls_per_second", 0)), std::to_string(found.calls_per_second));
        one.equal("repeat", expected.at("repeat"), name_of(found.repeat));
    }

    static std::string name_of(tc3::repeat_safety repeat) {
        switch (repeat) {
            case tc3::repeat_safety::not_documented: return "not_documented";
            case tc3::repeat_safety::harmless: return "harmless";
            case tc3::repeat_safety::may_bill_again: return "may_bill_again";
        }
        return "";
    }

    void score(const attempt& one, const std::string& title) {
        one.print(std::cout, title);
        ++(one.passed() ? passed_ : failed_);
    }

    const product& from_;
    std::size_t passed_ = 0;
    std::size_t failed_ = 0;
};

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: tc3-round-trip FACTS\n";
        return vectors::unreadable;
    }
    std::ifstream in(arguments[1], std::ios::binary);
    const json file = json::parse(in, nullptr, false);
    if (!file.is_object()) {
        std::cerr << arguments[1] << ": not a readable table of facts\n";
        return vectors::unreadable;
    }
    const product from(file);
    product_judge all(from);
    all.judge(support::structs_in_owning());
    all.judge(support::structs_in_borrowed());
    return all.sum_up();
}
