# SPDX-License-Identifier: MIT
"""The section `compile`: processor time of the compiler for one call, compared with a program that has common standard headers only.

The programs are compiled in turn, for several rounds, so that other load on the machine affects all of them.
"""

import os
import pathlib
import statistics
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROUNDS = 5
LEVELS = ("-O2", "-O0")

STANDARD = """
#include <charconv>
#include <optional>
#include <span>
#include <string>
#include <vector>

std::optional<std::string> joined(std::span<const int> numbers) {
    std::vector<std::string> texts;
    for (const int number : numbers) {
        char text[16];
        texts.emplace_back(text, std::to_chars(text, text + sizeof text, number).ptr);
    }
    if (texts.empty()) return std::nullopt;
    std::string all;
    for (const std::string& text : texts) all += text;
    return all;
}
"""

UMBRELLA = "#include <tc3/tc3.hpp>\n"

NARROW = "#include <tc3/faceid/apply_liveness_token.hpp>\n#include <tc3/http/response.hpp>\n#include <tc3/transport/call.hpp>\n"

CALL = """
using input = tc3::faceid::apply_liveness_token;

tc3::result<tc3::http::response, tc3::transport_error> http(const tc3::http::request_view& request);

tc3::call_result<input> run(const input& input, const tc3::client_profile& profile, tc3::unix_time now) {
    return tc3::call(http, input, profile, now);
}
"""

READ = """
#include <tc3/tc3.hpp>

using input = tc3::faceid::get_sdk_verification_result;

tc3::call_result<input> read(const tc3::http::response& response) { return tc3::parse_response<input>(response); }
"""

BY_HAND = """
#include <nlohmann/json.hpp>
#include <openssl/hmac.h>

std::string sign(const std::string& key, const std::string& text) {
    unsigned char digest[32];
    HMAC(EVP_sha256(), key.data(), int(key.size()), reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest, nullptr);
    return {digest, digest + sizeof digest};
}

std::string body() { return nlohmann::json{{"SecureLevel", "4"}}.dump(); }

std::string token(const std::string& response) { return nlohmann::json::parse(response)["Response"]["SdkToken"]; }
"""

BASELINE = "standard headers"
HEADER_ONLY = "a call, header-only"
DECLARED = "a call, declarations"
DECLARED_UMBRELLA = "a call, declarations, tc3/tc3.hpp"
IMPLEMENTATION = "the implementation, once"
DECLARATIONS = "TC3_DECLARATIONS"

# Each program with its options.
PROGRAMS = {
    BASELINE: (STANDARD, []),
    "tc3/tc3.hpp alone": (UMBRELLA, []),
    HEADER_ONLY: (UMBRELLA + CALL, []),
    DECLARED: (NARROW + CALL, [f"-D{DECLARATIONS}"]),
    DECLARED_UMBRELLA: (UMBRELLA + CALL, [f"-D{DECLARATIONS}"]),
    IMPLEMENTATION: (UMBRELLA, [f"-D{DECLARATIONS}", "-DTC3_IMPLEMENTATION"]),
    "a large output, header-only": (READ, []),
    "by hand: nlohmann-json, OpenSSL": (BY_HAND, []),
}
LIMITS = {"-O2": {HEADER_ONLY: (5.0, 4), DECLARED: (2.2, 1.3)}, "-O0": {HEADER_ONLY: (3.2, 2.5), DECLARED: (2.2, 1.3)}}


def measure(compiler, include="include"):
    """Returns the section's report. `compiler` is a command as a list."""
    left_out = () if has_declarations(include) else (DECLARED, DECLARED_UMBRELLA, IMPLEMENTATION)
    programs = {name: program for name, program in PROGRAMS.items() if name not in left_out}
    report = {"suites": [], "goals": [], "series": []}
    for level in LEVELS:
        command = [*compiler, level, "-std=c++20", "-I", str(ROOT / include), "-c"]
        times = measure_programs(command, programs)
        report["suites"].append({"title": f"compile, {level}", "bytes": 0, "cases": [case(name, times) for name in times]})
        for name, (must, aim) in LIMITS[level].items():
            number, what = (11, "a call, header-only") if name == HEADER_ONLY else (12, "a call, declarations")
            figure = median_ratio(times, name) if name in times else None
            report["goals"].append({"number": number, "what": f"{what}, {level}", "unit": "x std. headers", "figure": figure, "must": must,
                                    "aim": aim, "at_least": False})
    return report


def has_declarations(include):
    return DECLARATIONS in (ROOT / include / "tc3/config.hpp").read_text(encoding="utf-8")


def measure_programs(command, programs):
    """Returns the seconds of each round for each program."""
    with tempfile.TemporaryDirectory() as folder:
        files = {name: pathlib.Path(folder) / f"{number}.cpp" for number, name in enumerate(programs)}
        for name, file in files.items():
            file.write_text(programs[name][0], encoding="utf-8")
            processor_time([*command, *programs[name][1]], file)  # fills the caches of the machine
        times = {name: [] for name in programs}
        for _ in range(ROUNDS):
            for name, file in files.items():
                times[name].append(processor_time([*command, *programs[name][1]], file))
        return times


def processor_time(command, file):
    """Returns the seconds of user and system time of one compilation."""
    messages = file.with_suffix(".txt")
    with messages.open("w", encoding="utf-8") as output:
        process = subprocess.Popen([*command, str(file), "-o", str(file.with_suffix(".o"))], stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        print(*messages.read_text(encoding="utf-8").splitlines()[:10], sep="\n")
        raise SystemExit(f"a program of the section compile does not compile: {' '.join(command)}")
    return usage.ru_utime + usage.ru_stime


def median_ratio(times, name):
    return statistics.median(time / standard for time, standard in zip(times[name], times[BASELINE]))


def case(name, times):
    nanoseconds = sorted(time * 1e9 for time in times[name])
    return {"name": name, "ns": statistics.median(nanoseconds), "p10": nanoseconds[0], "p90": nanoseconds[-1],
            "ratio": median_ratio(times, name), "repetitions": len(nanoseconds)}
