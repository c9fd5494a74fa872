// SPDX-License-Identifier: MIT
// Measures the speed of tc3 beside other libraries.
//
//     tc3-bench [--json FILE] [--seconds S] [--no-goals] [SECTION...]
//
// Sections: sha256 base64 sign call parse body scale, all by default. S is the time for each group of cases, 2 by default. FILE gets the
// figures. Exit status: 1 for a case with a wrong result, 2 for a wrong argument; a goal that is missed does not count.
#include "heap.hpp"
#include "peers.hpp"
#include "report.hpp"
#include "sections.hpp"
#include "sha_instructions.hpp"
#include "statistics.hpp"

#include <nlohmann/json.hpp>
#include <sched.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

static_assert(bench::median({3, 1, 2}) == 2 && bench::quantile({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 0.9) == 10 && bench::quantile({5}, 1) == 5);
static_assert(bench::median(bench::ratios({2, 30, 4}, {1, 10, 2})) == 2);

using nlohmann::ordered_json;

struct section {
    std::string_view name;
    bench::section_report (*measure)(double seconds);
};

constexpr section sections[] = {
    {"sha256", bench::measure_sha_256}, {"base64", bench::measure_base64}, {"sign", bench::measure_sign},   {"call", bench::measure_call},
    {"parse", bench::measure_parse},    {"body", bench::measure_body},     {"scale", bench::measure_scale},
};

const section* find_section(std::string_view name) {
    for (const section& one : sections) {
        if (one.name == name) return &one;
    }
    return nullptr;
}

/// Keeps the process on one processor: the last one that it may use, since systems prefer the first for their own work.
void stay_on_one_processor() {
    cpu_set_t allowed;
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) return;
    for (int number = CPU_SETSIZE - 1; number >= 0; --number) {
        if (!CPU_ISSET(static_cast<std::size_t>(number), &allowed)) continue;
        CPU_ZERO(&allowed);
        CPU_SET(static_cast<std::size_t>(number), &allowed);
        sched_setaffinity(0, sizeof allowed, &allowed);
        return;
    }
}

/// Returns whether allocations are seen: those of new, and those of a shared library.
bool counts_allocations() {
    const auto string = bench::heap_used_by([] { bench::keep(std::string(1000, 'x')); });
    const auto openssl = bench::heap_used_by([] { bench::openssl_kept_context context; });
    return string.allocations == 1 && string.peak >= 1000 && string.peak < 1200 && openssl.allocations > 0;
}

// ---- output -----------------------------------------------------------------------------------------------------------------------

std::string time_text(double nanoseconds) {
    char text[32];
    const bool is_long = nanoseconds >= 1e5;
    const double shown = is_long ? nanoseconds / 1e6 : nanoseconds;
    std::snprintf(text, sizeof text, shown < 100 ? "%.2f %s" : "%.0f %s", shown, is_long ? "ms" : "ns");
    return text;
}

/// Returns gigabytes a second; nothing for work whose size says little.
std::string speed_text(const bench::suite& suite, double nanoseconds) {
    if (suite.bytes() < 1000) return "";
    char text[32];
    std::snprintf(text, sizeof text, "%5.2f", static_cast<double>(suite.bytes()) / nanoseconds);
    return text;
}

// 80 columns. The peak of the heap is in the JSON.
void print(const bench::suite& suite) {
    const std::string reference = suite.cases().front().name;
    std::printf("\n%-34s%9s%9s%9s%7s%7s %5s\n", suite.title().c_str(), "median", "p10", "p90", "ratio", "allocs",
                suite.bytes() < 1000 ? "" : " GB/s");
    for (const bench::bench_case& one : suite.cases()) {
        const double middle = bench::median(one.times);
        std::printf("  %-32s%9s%9s%9s%7.2f%7zu %5s\n", one.name.c_str(), time_text(middle).c_str(),
                    time_text(bench::quantile(one.times, 0.1)).c_str(), time_text(bench::quantile(one.times, 0.9)).c_str(),
                    suite.ratio(one.name, reference), one.heap.allocations, speed_text(suite, middle).c_str());
    }
}

// One line: the time for each byte or item, from the smallest size to the largest.
void print(const bench::series& line) {
    std::printf("  %-26s", (line.name).c_str());
    for (std::size_t i = 0; i < line.sizes.size(); ++i) std::printf("%10.2f", line.nanoseconds[i] / line.sizes[i]);
    std::puts("");
}

void print(const std::vector<bench::series>& lines) {
    std::string plot;
    for (const bench::series& line : lines) {
        if (line.plot != plot) {
            plot = line.plot;
            std::printf("\n%-28s", ("ns each, by " + line.unit).c_str());
            for (const double size : line.sizes) std::printf("%10.0f", size);
            std::puts("");
        }
        print(line);
    }
}

void print(const bench::goal& goal) {
    char limits[32];
    const int used = std::snprintf(limits, sizeof limits, "%s %g", goal.at_least ? ">=" : "<=", goal.must);
    if (!std::isnan(goal.aim)) std::snprintf(limits + used, sizeof limits - static_cast<std::size_t>(used), " (%g)", goal.aim);
    std::printf("%2d %-27s%6.*f  %-18s %-16s %s\n", goal.number, goal.what.c_str(), goal.figure < 100 ? 2 : 0, goal.figure, limits,
                goal.unit.c_str(), goal.met() ? "met" : "missed");
}

ordered_json to_json(const bench::suite& suite) {
    ordered_json cases = ordered_json::array();
    const std::string reference = suite.cases().front().name;
    for (const bench::bench_case& one : suite.cases()) {
        cases.push_back({{"name", one.name},
                         {"ns", bench::median(one.times)},
                         {"p10", bench::quantile(one.times, 0.1)},
                         {"p90", bench::quantile(one.times, 0.9)},
                         {"ratio", suite.ratio(one.name, reference)},
                         {"repetitions", one.times.size()},
                         {"allocations", one.heap.allocations},
                         {"peak", one.heap.peak}});
    }
    return {{"title", suite.title()}, {"bytes", suite.bytes()}, {"cases", cases}};
}

ordered_json to_json(const bench::goal& goal) {
    return {{"number", goal.number},    {"what", goal.what}, {"unit", goal.unit},
            {"figure", goal.figure},    {"must", goal.must}, {"aim", std::isnan(goal.aim) ? ordered_json() : ordered_json(goal.aim)},
            {"at_least", goal.at_least}};
}

ordered_json to_json(const bench::series& line) {
    return {{"plot", line.plot}, {"name", line.name}, {"unit", line.unit}, {"sizes", line.sizes}, {"ns", line.nanoseconds}};
}

ordered_json to_json(const bench::section_report& report) {
    ordered_json json{{"suites", ordered_json::array()}, {"goals", ordered_json::array()}, {"series", ordered_json::array()}};
    for (const auto& suite : report.suites) json["suites"].push_back(to_json(suite));
    for (const auto& goal : report.goals) json["goals"].push_back(to_json(goal));
    for (const auto& line : report.lines) json["series"].push_back(to_json(line));
    return json;
}

int usage(const std::string& wrong) {
    std::fprintf(stderr, "%s\nusage: tc3-bench [--json FILE] [--seconds S] [--no-goals] [SECTION...]\nsections:", wrong.c_str());
    for (const section& one : sections) std::fprintf(stderr, " %s", std::string(one.name).c_str());
    std::fputs("\n", stderr);
    return 2;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    std::string file;
    double seconds = 2;
    bool shows_goals = true;
    std::vector<section> chosen;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const bool has_value = i + 1 < arguments.size();
        if (arguments[i] == "--json" && has_value) {
            file = arguments[++i];
        } else if (arguments[i] == "--seconds" && has_value) {
            seconds = std::atof(arguments[++i].c_str());
        } else if (arguments[i] == "--no-goals") {
            shows_goals = false;
        } else if (const section* found = find_section(arguments[i])) {
            chosen.push_back(*found);
        } else {
            return usage("unknown argument: " + arguments[i]);
        }
    }
    if (chosen.empty()) chosen.assign(std::begin(sections), std::end(sections));
    if (!counts_allocations()) std::puts("note: allocations are not counted on this system");
    if (!bench::sha_instructions::available())
        std::puts("note: no SHA instructions here, OpenSSL is the limit that times are compared with");

    stay_on_one_processor();
    bench::keep_heap_memory();
    ordered_json json{{"peers", ordered_json::object()}, {"sha_instructions", bench::sha_instructions::available()}};
    for (const auto& peer : bench::peers()) json["peers"][peer.name] = peer.version;
    for (const section& one : chosen) {
        const bench::section_report report = one.measure(seconds);
        std::printf("\n=== %s\n", std::string(one.name).c_str());
        for (const auto& suite : report.suites) print(suite);
        print(report.lines);
        if (shows_goals && !report.goals.empty()) {
            std::printf("\n # %-27s%6s  %s\n", "goal", "figure", "must (aim)");
            for (const auto& goal : report.goals) print(goal);
        }
        std::fflush(stdout);
        json["sections"][std::string(one.name)] = to_json(report);
    }
    if (!file.empty()) std::ofstream(file) << json.dump(1) << '\n';
    return 0;
}
