# SPDX-License-Identifier: MIT
"""Plots as SVG: bars of times, and lines of time against size on logarithmic axes."""

import html
import math

FONT = 'font-family="system-ui, -apple-system, Segoe UI, Roboto, sans-serif" font-size="12"'
OWN, OTHER, LIMIT = "#2563eb", "#a8b0bd", "#374151"
LINES = ("#2563eb", "#dc2626", "#059669", "#d97706", "#7c3aed")
INK, GRID = "#1f2937", "#e5e7eb"


def bars(title, rows):
    """Returns horizontal bars. A row is a label, a time in nanoseconds and its colour."""
    label_width, bar_width, row_height, top = 250, 360, 22, 40
    width, height = label_width + bar_width + 110, top + row_height * len(rows) + 14
    longest = max(time for _, time, _ in rows)
    parts = [text(12, 22, title, weight="bold")]
    for i, (label, time, colour) in enumerate(rows):
        y = top + i * row_height
        length = max(1, time / longest * bar_width)
        parts.append(text(label_width - 8, y + 13, label, anchor="end"))
        parts.append(f'<rect x="{label_width}" y="{y}" width="{length:.1f}" height="16" rx="2" fill="{colour}"/>')
        parts.append(text(label_width + length + 6, y + 13, time_text(time)))
    return document(width, height, parts)


def colour_of(name):
    """Returns the colour of a case: tc3, a limit, or another library."""
    if name.startswith(("tc3", "make_request", "unsigned", "a call", "a large output")):
        return OWN
    return LIMIT if name in ("7 compressions", "SHA-256 of the body", "memcpy", "SHA instructions alone", "standard headers") else OTHER


def log_lines(title, unit, lines):
    """Returns lines on logarithmic axes. A line is a name, sizes and nanoseconds."""
    left, right, top, bottom, plot_width, plot_height = 70, 190, 40, 48, 430, 300
    width, height = left + plot_width + right, top + plot_height + bottom
    across = decades([size for _, sizes, _ in lines for size in sizes])
    up = decades([time for _, _, times in lines for time in times])

    def x(size):
        return left + (math.log10(size) - across[0]) / (across[-1] - across[0]) * plot_width

    def y(time):
        return top + plot_height - (math.log10(time) - up[0]) / (up[-1] - up[0]) * plot_height

    parts = [text(12, 22, title, weight="bold")]
    for power in across:
        parts.append(line(x(10**power), top, x(10**power), top + plot_height))
        parts.append(text(x(10**power), top + plot_height + 18, count_text(10**power), anchor="middle"))
    for power in up:
        parts.append(line(left, y(10**power), left + plot_width, y(10**power)))
        parts.append(text(left - 8, y(10**power) + 4, time_text(10**power, digits=0), anchor="end"))
    parts.append(text(left + plot_width / 2, height - 10, unit, anchor="middle"))

    names = []  # at the end of their lines, but apart from each other
    for colour, (name, sizes, times) in zip(LINES, lines):
        points = " ".join(f"{x(size):.1f},{y(time):.1f}" for size, time in zip(sizes, times))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x(size):.1f}" cy="{y(time):.1f}" r="3" fill="{colour}"/>' for size, time in zip(sizes, times)]
        names.append((y(times[-1]) + 4, x(sizes[-1]) + 8, name, colour))
    lowest = 0
    for name_y, name_x, name, colour in sorted(names):
        lowest = max(name_y, lowest + 15)
        parts.append(text(name_x, lowest, name, colour=colour))
    return document(width, height, parts)


def decades(values):
    """Returns the powers of ten around all values."""
    return range(math.floor(math.log10(min(values))), math.ceil(math.log10(max(values))) + 1)


def time_text(nanoseconds, digits=3):
    for limit, unit in ((1e9, "s"), (1e6, "ms"), (1e3, "\N{MICRO SIGN}s")):
        if nanoseconds >= limit:
            return f"{rounded(nanoseconds / limit, digits)} {unit}"
    return f"{rounded(nanoseconds, digits)} ns"


def rounded(value, digits):
    """Returns a number with about three significant digits, or as a whole number."""
    places = max(0, digits - 1 - math.floor(math.log10(value))) if digits and value > 0 else 0
    return f"{value:,.{places}f}"


def count_text(count):
    for limit, unit in ((1e6, "M"), (1e3, "k")):
        if count >= limit:
            return f"{count / limit:g}{unit}"
    return f"{count:g}"


def text(x, y, words, anchor="start", weight="normal", colour=INK):
    style = f'text-anchor="{anchor}" font-weight="{weight}" fill="{colour}"'
    return f'<text x="{x:.1f}" y="{y:.1f}" {style}>{html.escape(words)}</text>'


def line(x1, y1, x2, y2):
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{GRID}"/>'


def document(width, height, parts):
    body = "\n".join(parts)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" {FONT}>\n'
            f'<rect width="{width}" height="{height}" fill="white"/>\n{body}\n</svg>\n')
