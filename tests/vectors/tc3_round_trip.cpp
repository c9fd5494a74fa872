// SPDX-License-Identifier: MIT
// Compares the types of eKYC with the facts that they were generated from: tc3-round-trip FACTS
// For each struct, in each storage, the program makes JSON from the facts, reads it into the struct, writes it back and compares. It also
// compares the field tables and the numbers of actions, types and fields.
#include "../support/any_struct.hpp"
#include "../support/read_file.hpp"
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
using vectors::vector_report;

// ---- the facts -----------------------------------------------------------------------------------------------------------------

enum class fact_kind { text, bytes, boolean, signed_number, unsigned_number, real_number, object, list };

fact_kind kind_of(const std::string& type, bool is_base64) {
    static const std::map<std::string, fact_kind> kinds{
        {"string", fact_kind::text},         {"bool", fact_kind::boolean},
        {"int64", fact_kind::signed_number}, {"uint64", fact_kind::unsigned_number},
        {"float64", fact_kind::real_number}, {"object", fact_kind::object},
        {"array", fact_kind::list},
    };
    const auto found = kinds.find(type);
    if (found == kinds.end()) return fact_kind::object;  // an element of a list names its struct
    return is_base64 && found->second == fact_kind::text ? fact_kind::bytes : found->second;
}

struct fact {
    std::string name;
    fact_kind kind;
    fact_kind element;  ///< of a list; else text
    std::string ref;    ///< the struct of an object, or of a list's elements
    bool required;
    std::string mark;
    json limits;  ///< length, range and closed set, if any
};

using facts = std::vector<fact>;

/// Returns the limits that a server enforces, as the facts have them.
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

/// Returns the limits that a server enforces, as a row of a field table has them.
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
    facts result;
    for (const json& each : fields) {
        const bool is_base64 = each.value("encoding", "") == "base64";
        const std::string element = each.value("element", "string");
        const fact_kind kind = kind_of(each.at("type"), is_base64);
        result.push_back({each.at("name"), kind, kind_of(element, is_base64), kind == fact_kind::list ? element : each.value("ref", ""),
                          each.value("required", false), each.value("mark", "open"), limits_of(each, value_sets)});
    }
    return result;
}

struct action_facts {
    json all;
    facts input;
    facts output;
};

/// The facts of all actions and data types, by name.
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

constexpr std::size_t kinds_of_text = 5;  // values.text() has the most kinds of content

/// Makes values that differ from each other. Successive values of a type cycle through several kinds of content.
class values {
public:
    explicit values(const product& from, std::uint64_t first = 0) : from_(from), next_(first) {}

    json of(const fact& field) {
        switch (field.kind) {
            case fact_kind::list: return json::array({of_kind(field.element, field.ref), of_kind(field.element, field.ref)});
            default: return of_kind(field.kind, field.ref);
        }
    }
    json of_all(const facts& fields) {
        json object = json::object();
        for (const fact& each : fields) object[each.name] = of(each);
        return object;
    }

private:
    json of_kind(fact_kind kind, const std::string& ref) {
        const std::uint64_t n = next_++;
        switch (kind) {
            case fact_kind::text: return text(n);
            case fact_kind::bytes: return base64(n);
            case fact_kind::boolean: return n % 2 == 0;
            case fact_kind::signed_number: return signed_number(n);
            case fact_kind::unsigned_number: return (std::numeric_limits<std::uint64_t>::max)() - n;
            case fact_kind::real_number: return real_number(n);
            case fact_kind::object: return of_all(from_.types.at(ref));
            case fact_kind::list: break;
        }
        throw std::runtime_error("lists of lists are not supported");
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

/// Returns JSON values that a field must reject.
std::vector<std::string> wrong_values(fact_kind kind) {
    switch (kind) {
        case fact_kind::text:
        case fact_kind::bytes: return {"7", "-0.5", "true", "{}", R"({"a":1})", "[]", R"(["x"])"};
        case fact_kind::boolean: return {"1", R"("true")", "{}", "[true]"};
        case fact_kind::signed_number: return {R"("x")", "true", "{}", "[1]", "1.5", "9223372036854775808", "-9223372036854775809", "1e40"};
        case fact_kind::unsigned_number: return {R"("x")", "false", "{}", "[1]", "1.5", "-1", "18446744073709551616"};
        case fact_kind::real_number: return {R"("x")", "true", "{}", "[1.5]", R"("1.5x")", "1e400"};
        case fact_kind::object: return {R"("x")", "7", "true", "[]", "[{}]"};
        case fact_kind::list: return {R"("x")", "7", "true", "{}"};
    }
    return {};
}

/// Returns whether an error is that of a wrong value. A number may be out of range, any other value is of a wrong type.
bool is_error_of_value(errc code) { return code == errc::wrong_type || code == errc::out_of_range; }

/// The text around a value in a document with one value, and the path to it.
struct place {
    std::string before = {};
    std::string after = {};
    std::string path = {};

    [[nodiscard]] place member(const std::string& name) const {
        return {before + "{\"" + name + "\":", "}" + after, path.empty() ? name : path + "." + name};
    }
    [[nodiscard]] place element_after(const std::string& first) const { return {before + "[" + first + ",", "]" + after, path + "[1]"}; }
};

// ---- the checks of one struct ------------------------------------------------------------------------------------------------

class struct_checker {
public:
    struct_checker(const product& from, const facts& fields, const any_struct& under_test, vector_report& report)
        : from_(from), fields_(fields), under_test_(under_test), report_(report) {}

    /// Returns the number of fields that were read and written alone.
    std::size_t check() {
        check_all_fields();
        check_absent_values();
        check_required_fields();
        check_unknown_members();
        std::size_t reached = 0;
        for (const fact& each : fields_) {
            if (check_field_alone(each)) ++reached;
        }
        check_wrong_values(fields_, {});
        return reached;
    }

private:
    // Reads each spelling of a document: plain, with escapes for all characters outside ASCII, and with blanks.
    void check_all_fields() {
        const json document = values(from_).of_all(fields_);
        for (const std::string& text : {document.dump(), document.dump(-1, ' ', true), document.dump(3)}) {
            check_round_trip("all fields", text, document);
        }
    }

    void check_absent_values() {
        json nulls = json::object();
        json empty = json::object();
        std::set<std::string> set;
        for (const fact& each : fields_) {
            nulls[each.name] = nullptr;
            if (each.kind == fact_kind::list) {
                empty[each.name] = json::array();
                set.insert(each.name);
            }
        }
        check_round_trip_or_missing("no member", "{}", json::object(), {});
        check_round_trip_or_missing("all members null", nulls.dump(), json::object(), {});
        check_round_trip_or_missing("empty lists", empty.dump(), empty, set);
    }

    void check_required_fields() {
        for (const fact& each : fields_) {
            if (!each.required) continue;
            json all_but_one = values(from_).of_all(fields_);
            all_but_one.erase(each.name);
            check_round_trip_or_missing("all but " + each.name, all_but_one.dump(), all_but_one, names_in(all_but_one));
        }
    }

    // Reads a field with each kind of content. It can be written only together with the required fields.
    bool check_field_alone(const fact& field) {
        const bool holds_structs = field.kind == fact_kind::object || field.element == fact_kind::object;
        const std::uint64_t turns = holds_structs ? 1 : kinds_of_text;
        bool back = true;
        for (std::uint64_t turn = 0; turn < turns; ++turn) {
            json alone = json::object();
            alone[field.name] = values(from_, turn).of(field);
            back = check_round_trip_or_missing(field.name + " alone", alone.dump(), alone, {field.name}) && back;
            alone.update(required_fields_except(field));
            back = check_round_trip(field.name + " and required fields", alone.dump(), alone) && back;
        }
        return back && (field.kind != fact_kind::text || field.required || check_empty_text(field));
    }

    bool check_empty_text(const fact& field) {
        json document = required_fields_except(field);
        document[field.name] = "";
        const json found = json::parse(round_trip(document.dump()).document, nullptr, false);
        return found == document || fail(field.name + ", empty", "is not written as it was read");
    }

    [[nodiscard]] json required_fields_except(const fact& field) const {
        values fresh(from_, 500);
        json object = json::object();
        for (const fact& each : fields_) {
            if (each.required && each.name != field.name) object[each.name] = fresh.of(each);
        }
        return object;
    }

    void check_unknown_members() {
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
        check_round_trip("unknown members", with_others.dump(), expected);
    }

    // Checks the fields of a struct and of all structs that it holds.
    void check_wrong_values(const facts& fields, const place& parent) {
        for (const fact& each : fields) {
            const place here = parent.member(each.name);
            for (const std::string& wrong : wrong_values(each.kind)) check_rejected(wrong, here);
            if (each.kind == fact_kind::list) {
                const place second = here.element_after(values(from_).of(each)[0].dump());
                for (const std::string& wrong : wrong_values(each.element)) check_rejected(wrong, second);
            }
            if (each.kind == fact_kind::object) check_wrong_values(from_.types.at(each.ref), here);
            if (each.element == fact_kind::object) check_wrong_values(from_.types.at(each.ref), here.element_after("{}"));
        }
    }

    // ---- round trips

    bool check_round_trip(const std::string& part, const std::string& document, const json& expected) {
        const round_trip_result result = round_trip(document);
        if (result.read_error.code != errc::none) return fail(part, "not read: " + vectors::to_text(result.read_error, result.path));
        if (result.write_error.code != errc::none) return fail(part, "not written: " + vectors::to_text(result.write_error, result.path));
        const round_trip_result lenient = under_test_.round_trip(document, reader::lenient_client);
        if (lenient.document != result.document) return fail(part, "another value is read leniently: " + lenient.document);
        const auto found = support::differences(expected, json::parse(result.document, nullptr, false));
        for (const support::difference& each : found) fail(part + ", " + each.path, "expected " + each.expected + ", found " + each.found);
        // Only the reader of tc3 reports a name that was written twice.
        const errc again = round_trip(result.document).read_error.code;
        if (again != errc::none) return fail(part, "not read again: " + std::string(describe(again)));
        return found.empty();
    }

    // Checks a round trip, or the error of a required field that is not among `present`.
    bool check_round_trip_or_missing(const std::string& part, const std::string& document, const json& expected,
                                     const std::set<std::string>& present) {
        std::set<std::string> absent;
        for (const fact& each : fields_) {
            if (each.required && !present.contains(each.name)) absent.insert(each.name);
        }
        if (absent.empty()) return check_round_trip(part, document, expected);
        const round_trip_result result = round_trip(document);
        if (result.read_error.code != errc::none) return fail(part, "not read: " + vectors::to_text(result.read_error, result.path));
        if (result.write_error.code == errc::missing && absent.contains(result.path)) return true;
        return fail(part, "the absence of a required field was not reported: " + vectors::to_text(result.write_error, result.path));
    }

    void check_rejected(const std::string& wrong, const place& place) {
        const round_trip_result result = round_trip(place.before + wrong + place.after);
        const std::string part = place.path + " of " + wrong.substr(0, 60);
        if (!is_error_of_value(result.read_error.code)) {
            fail(part, "accepted, or rejected for another reason: " + vectors::to_text(result.read_error, result.path));
            return;
        }
        report_.equal(part + ", path", place.path.substr(0, tc3::field_path::longest), result.path);
        report_.equal(part + ", position", std::to_string(place.before.size()), std::to_string(result.read_error.position));
    }

    round_trip_result round_trip(const std::string& document) const { return under_test_.round_trip(document, reader::strict_client); }

    static std::set<std::string> names_in(const json& object) {
        std::set<std::string> names;
        for (const auto& [name, value] : object.items()) names.insert(name);
        return names;
    }

    /// Returns names that a sloppy comparison could confuse with this one.
    static std::vector<std::string> names_like(const std::string& name) {
        std::string other_case = name;
        other_case.front() = static_cast<char>(other_case.front() ^ 0x20);
        return {other_case, name + "X", name + " ", name.substr(0, name.size() - 1), name + std::string(1, '\0')};
    }

    /// Returns false.
    bool fail(const std::string& part, const std::string& message) {
        report_.fail(part, message);
        return false;
    }

    const product& from_;
    const facts& fields_;
    const any_struct& under_test_;
    vector_report& report_;
};

// ---- all structs ---------------------------------------------------------------------------------------------------------------

class product_checker {
public:
    explicit product_checker(const product& from) : from_(from) {}

    void check(const support::all_structs& structs) {
        const std::string suffix = ", " + structs.storage;
        std::set<std::string> actions, types;
        std::size_t fields = 0;
        for (const support::any_action& each : structs.actions) {
            const auto known = from_.actions.find(each.input.name);
            if (known == from_.actions.end()) continue;
            actions.insert(known->first);
            vector_report constants;
            check_constants(known->second.all, each.action, constants);
            score(constants, known->first + suffix);
            fields += check_struct(known->second.input, each.input, each.input.name + ", input" + suffix);
            fields += check_struct(known->second.output, each.output, each.output.name + ", output" + suffix);
        }
        for (const any_struct& each : structs.types) {
            const auto known = from_.types.find(each.name);
            if (known == from_.types.end()) continue;
            types.insert(known->first);
            fields += check_struct(known->second, each, each.name + suffix);
        }
        std::cout << structs.storage << ": " << actions.size() << " actions, " << types.size() << " types, " << fields << " fields\n";
        vector_report counts;
        counts.equal("actions", std::to_string(from_.actions.size()), std::to_string(actions.size()));
        counts.equal("actions in the list", std::to_string(from_.actions.size()), std::to_string(structs.actions.size()));
        counts.equal("types", std::to_string(from_.types.size()), std::to_string(types.size()));
        counts.equal("types in the list", std::to_string(from_.types.size()), std::to_string(structs.types.size()));
        counts.equal("fields", std::to_string(from_.count_fields()), std::to_string(fields));
        score(counts, "totals" + suffix);
    }

    [[nodiscard]] int print_totals() const {
        std::cout << passed_ << " passed, " << failed_ << " failed\n";
        return failed_ == 0 ? vectors::passed_codes : vectors::some_failed;
    }

private:
    std::size_t check_struct(const facts& fields, const any_struct& under_test, const std::string& title) {
        vector_report report;
        const std::size_t reached = struct_checker(from_, fields, under_test, report).check();
        check_rows(fields, under_test, report);
        score(report, title);
        return reached;
    }

    void check_rows(const facts& fields, const any_struct& under_test, vector_report& report) const {
        report.equal("rows", std::to_string(fields.size()), std::to_string(under_test.rows.size()));
        for (std::size_t i = 0; i < fields.size() && i < under_test.rows.size(); ++i) {
            const tc3::field& row = under_test.rows[i];
            report.equal("row " + std::to_string(i), fields[i].name, std::string(row.wire_name));
            report.equal(fields[i].name + ", mark", fields[i].mark, mark_of(row.sensitivity));
            report.equal(fields[i].name + ", required", json(fields[i].required).dump(),
                         json(row.presence == tc3::presence::required).dump());
            report.equal(fields[i].name + ", limits", fields[i].limits.dump(), limits_of(row).dump());
        }
        if (under_test.size > 2048) report.fail("size", std::to_string(under_test.size) + " bytes, over 2048");
    }

    void check_constants(const json& expected, const tc3::action& found, vector_report& report) const {
        report.equal("service", from_.service, std::string(found.service));
        report.equal("version", from_.version, std::string(found.version));
        report.equal("host", from_.host, std::string(found.host));
        report.equal("needs a region", expected.at("needs_region").dump(), json(found.needs_region).dump());
        report.equal("calls per second", std::to_string(expected.value("calls_per_second", 0)), std::to_string(found.calls_per_second));
        report.equal("repeat", expected.at("repeat"), name_of(found.repeat));
    }

    static std::string name_of(tc3::repeat_safety repeat) {
        switch (repeat) {
            case tc3::repeat_safety::not_documented: return "not_documented";
            case tc3::repeat_safety::harmless: return "harmless";
            case tc3::repeat_safety::may_bill_again: return "may_bill_again";
        }
        return "";
    }

    void score(const vector_report& report, const std::string& title) {
        report.print(std::cout, title);
        ++(report.passed() ? passed_ : failed_);
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
    const json file = json::parse(support::read_file(arguments[1]).value_or(""), nullptr, false);
    if (!file.is_object()) {
        std::cerr << arguments[1] << ": not a readable table of facts\n";
        return vectors::unreadable;
    }
    const product from(file);
    product_checker checker(from);
    checker.check(support::structs_in_owning());
    checker.check(support::structs_in_borrowed());
    return checker.print_totals();
}
