# SPDX-License-Identifier: MIT
"""Renders kept results: the generated part of docs/performance.md, and its plots."""

import pathlib
import re

import plots

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/performance.md"
FOLDER = ROOT / "docs/performance"
RESULTS = FOLDER / "results.json"
BEGIN, END = "<!-- Written by `sh tests/run.sh --bench`: do not edit. -->\n", "<!-- End of the written part. -->\n"

SECTIONS = {
    "sha256": "SHA-256",
    "base64": "Base64",
    "sign": "Signatures",
    "call": "Requests",
    "parse": "Outputs",
    "body": "Large bodies",
    "compile": "Compile time",
    "scale": "Cost against size",
    "size": "Size",
}


def page_with(page, results):
    """Returns a page whose generated part is that of the results."""
    before, after = page.partition(BEGIN)[0], page.partition(END)[2]
    return before + BEGIN + generated(results) + END + after


def generated(results):
    parts = [machine(results), goal_table(goals_of(results))]
    for name, title in SECTIONS.items():
        section = results["sections"].get(name)
        if section is None:
            continue
        parts.append(f"### {title}\n")
        for suite in section["suites"]:
            parts += [f"![{suite['title']}](performance/{file_name(suite['title'])})\n", case_table(suite)]
        for plot in plot_names(section["series"]):
            parts.append(f"![time against size: {plot}](performance/{file_name('scale ' + plot)})\n")
        if section["series"]:
            parts.append(series_table(section["series"]))
        if "sizes" in section:
            parts.append(size_table(section["sizes"]))
    return "\n" + "\n".join(parts) + "\n"


def files(results):
    """Returns the plots by name."""
    drawn = {}
    for section in results["sections"].values():
        for suite in section["suites"]:
            rows = [(case["name"], case["ns"], plots.colour_of(case["name"])) for case in suite["cases"]]
            drawn[file_name(suite["title"])] = plots.bars(suite["title"], rows)
        for plot in plot_names(section["series"]):
            lines = [line for line in section["series"] if line["plot"] == plot]
            shown = [(line["name"], line["sizes"], line["ns"]) for line in lines]
            drawn[file_name("scale " + plot)] = plots.log_lines(f"time against size: {plot}", lines[0]["unit"], shown)
    return drawn


def plot_names(series):
    return list(dict.fromkeys(line["plot"] for line in series))


def file_name(title):
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") + ".svg"


def goals_of(results):
    """Returns the goals of all sections, by number."""
    goals = [goal for section in results["sections"].values() for goal in section["goals"]]
    return sorted(goals, key=lambda goal: goal["number"])


def verdict(goal):
    if goal["figure"] is None:
        return "absent"
    met = goal["figure"] >= goal["must"] if goal["at_least"] else goal["figure"] <= goal["must"]
    return "met" if met else "missed"


def figure_text(goal):
    figure = goal["figure"]
    if figure is None:
        return "-"
    return f"{figure:,.0f}" if figure >= 100 or goal["unit"] in ("bytes", "allocations") else f"{figure:.2f}"


def machine(results):
    peers = ", ".join(f"{name} {version}" for name, version in results["peers"].items())
    instructions = "with" if results["sha_instructions"] else "without"
    return (f"Measured on {results['date']}: {results['processor']}, {results['processors']} processors, {instructions} SHA instructions;\n"
            f"{results['system']}; {results['compiler']}, `-O2` for plain x86-64. Beside tc3: {peers}.\n")


def goal_table(goals):
    lines = ["| # | work | figure | must | aim | |", "|---:|---|---:|---:|---:|---|"]
    for goal in goals:
        sign = "≥" if goal["at_least"] else "≤"
        aim = "" if goal["aim"] is None else f"{goal['aim']:,g}"
        cells = [str(goal["number"]), f"{goal['what']}, {goal['unit']}", figure_text(goal), f"{sign} {goal['must']:,g}", aim, verdict(goal)]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def case_table(suite):
    counts_heap = "allocations" in suite["cases"][0]
    head = [suite["title"], "median", "p10", "p90", f"x {suite['cases'][0]['name']}", *(["allocations", "peak heap, kB"] if counts_heap else [])]
    lines = ["| " + " | ".join(head) + " |", "|---|" + "---:|" * (len(head) - 1)]
    for case in suite["cases"]:
        cells = [case["name"], *(plots.time_text(case[what]) for what in ("ns", "p10", "p90")), f"{case['ratio']:.2f}"]
        if counts_heap:
            cells += [f"{case['allocations']:,}", f"{case['peak'] / 1000:,.1f}"]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def series_table(series):
    """Returns the nanoseconds for each byte or item."""
    parts = []
    for plot in plot_names(series):
        lines = [line for line in series if line["plot"] == plot]
        parts.append(f"| ns for each, by {lines[0]['unit']} | " + " | ".join(plots.count_text(size) for size in lines[0]["sizes"]) + " |")
        parts.append("|---|" + "---:|" * len(lines[0]["sizes"]))
        for line in lines:
            parts.append(f"| {line['name']} | " + " | ".join(f"{time / size:.3g}" for size, time in zip(line["sizes"], line["ns"])) + " |")
        parts.append("")
    return "\n".join(parts)


def size_table(sizes):
    lines = ["| growth in bytes, `-Os` | program | code and constants | stack | static RAM |", "|---|---|---:|---:|---:|"]
    for size in sizes:
        cells = [size["machine"], f"`{size['program']}`", *(size_text(size, figure) for figure in ("text", "stack", "static RAM"))]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def size_text(size, figure):
    return f"{size[figure]:,}" if figure in size else "-"
