# SPDX-License-Identifier: MIT
"""Finds the places of a header that can be changed, and what each can be changed to."""

import re
from dataclasses import dataclass

# Comments, directives, texts and characters: blanked, so that only code is searched. Their length stays, and so do line ends.
NOT_CODE = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"\w*|(?<!\w)\'(?:\\.|[^\'\\])+\'|^[ \t]*#(?:\\\n|[^\n])*', re.DOTALL | re.MULTILINE
)
# Checks by the compiler, constraints and attributes: a change of these is none of the behaviour.
SKIPPED = re.compile(r"\bstatic_assert\(.*?\);|\bconcept\b.*?;|^[ \t]*requires\b[^\n]*|\[\[.*?\]\]|\bnoexcept\([^\n]*?\)|\bTC3_ASSERT\(.*?\);", re.DOTALL | re.MULTILINE)
GENERATED = re.compile(r"Made by\s+(?://\s+)?tools/generate\.py")

OTHER_OPERATORS = {
    "<": ["<=", ">="],
    "<=": ["<", ">"],
    ">": [">=", "<="],
    ">=": [">", "<"],
    "==": ["!="],
    "!=": ["=="],
    "&&": ["||"],
    "||": ["&&"],
    "+": ["-"],
    "-": ["+"],
    "+=": ["-="],
    "-=": ["+="],
}
# clang-format puts blanks around binary operators, and none around the brackets of templates.
OPERATOR = re.compile(r"(?<=[ \n])(<=|>=|==|!=|<|>|&&(?! (?:\{|noexcept|TC3_|requires))|\|\||\+=|-=|\+|-)(?=[ \n])")
CONSTANT = re.compile(r"(?<![\w.<])(0x[0-9a-fA-F']+|\d[\d']*)(?=[uUlLzZ]*(?![\w.>]))")
MOST_CONSTANTS = 4  # a line with more is a row of a table
WORD = re.compile(r"(?<![\w<])(true|false)\b")
NEGATION = re.compile(r"!(?=[\w(*])")
CONDITION = re.compile(r"\b(?:if|while) \(")
CONTROL = re.compile(r"(?:if|for|while) (?=\()|else\b")
DECLARATION = re.compile(r"\s*(?:const )?[\w:]+(?:<.*>)?[&* ]+\w+ = ")
STATEMENT = re.compile(r"(?<=[;{})])\s+(?![\s}])[^;{}]*?;")
TARGET = r"(?:\*|::)?[\w:]+(?:(?:\.|->)~?\w+|\[[^\[\]]*\]|\(\))*"
REMOVABLE = re.compile(rf"return\b.*;|(?:\+\+|--){TARGET};|{TARGET} (?:[-+*/%|&^]|<<|>>)?= .*;|{TARGET}\(.*\);", re.DOTALL)
KEPT = re.compile(r"(?:static_cast|TC3_\w+|return_type|delete|throw)\b")


@dataclass(frozen=True)
class Mutant:
    """One change of one header: the bytes from `begin` to `end` become `text`."""

    path: str  # below include/tc3/
    line: int
    kind: str
    begin: int
    end: int
    text: str
    before: str  # the line, without the blanks around it
    after: str

    @property
    def floor(self):
        return self.path.split("/")[0]

    def apply(self, source):
        return source[: self.begin] + self.text + source[self.end :]


def is_generated(source):
    return GENERATED.search(source) is not None


def mutants_of(path, source):
    """Returns all mutants of a header, in the order of its text."""
    code = blanked(source)
    changes = [*operators(code), *constants(code), *words(code), *negations(code), *conditions(code), *statements(code)]
    return [mutant(path, source, *change) for change in sorted(set(changes))]


def mutant(path, source, begin, end, text, kind):
    first = source.rfind("\n", 0, begin) + 1
    last = source.find("\n", end)
    before, after = source[first:last], source[first:begin] + text + source[end:last]
    return Mutant(path, source.count("\n", 0, begin) + 1, kind, begin, end, text, one_line(before), one_line(after))


def one_line(text):
    return " ".join(text.split())


def blanked(source):
    for pattern in (NOT_CODE, SKIPPED):
        source = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), source)
    return source


# ---- the kinds of changes, each as (begin, end, text, kind)


def operators(code):
    for match in OPERATOR.finditer(code):
        for other in OTHER_OPERATORS[match.group()]:
            yield match.start(), match.end(), other, "operator"


def constants(code):
    begin = 0
    for line in code.splitlines(keepends=True):
        found = list(CONSTANT.finditer(line))
        for match in found if len(found) <= MOST_CONSTANTS else []:
            value = int(match.group().replace("'", ""), 0) if match.group()[:2] == "0x" else int(match.group().replace("'", ""))
            for other in (value - 1, value + 1) if value else (1,):
                yield begin + match.start(), begin + match.end(), str(other), "constant"
        begin += len(line)


def words(code):
    for match in WORD.finditer(code):
        yield match.start(), match.end(), "false" if match.group() == "true" else "true", "true or false"


def negations(code):
    for match in NEGATION.finditer(code):
        yield match.start(), match.end(), "", "dropped !"


def conditions(code):
    """Negates whole conditions. After an initializer, `if (auto x = f(); x)`, the part after the semicolon is the condition."""
    for match in CONDITION.finditer(code):
        end = closing_bracket(code, match.end() - 1)
        begin = code.rfind(";", match.end(), end) + 1 or match.end()
        begin += len(code[begin:end]) - len(code[begin:end].lstrip())
        if not DECLARATION.match(code[begin:end]) and not is_negated_elsewhere(code[begin:end]):
            yield begin, end, f"!({code[begin:end]})", "negated condition"


def is_negated_elsewhere(condition):
    """Returns whether another kind of change negates this condition: without && and ||, it has one operator or one `!`."""
    return not re.search(r"&&|\|\|", condition) and (condition.startswith("!") or OPERATOR.search(condition) is not None)


def statements(code):
    """Removes calls, assignments and early exits, in the bodies of functions only."""
    inside = bodies(code)
    for match in STATEMENT.finditer(without_initializers(code)):
        begin = match.end() - len(match.group().lstrip())
        depends = False
        while control := CONTROL.match(code, begin):
            begin = control.end() if control.group() == "else" else closing_bracket(code, control.end()) + 1
            begin += len(code[begin:]) - len(code[begin:].lstrip())
            depends = True
        text = code[begin : match.end()]
        if not inside[begin] or KEPT.match(text) or not REMOVABLE.fullmatch(text) or not is_one_call(text):
            continue
        if text.startswith("return ") and not depends:
            continue  # without its last return, a function has no defined result
        yield begin, match.end(), "{}" if depends else "", "removed statement"


# ---- reading code


def closing_bracket(code, opening):
    """Returns the position of the bracket that closes the one at `opening`."""
    depth = 0
    for position in range(opening, len(code)):
        depth += {"(": 1, ")": -1}.get(code[position], 0)
        if depth == 0:
            return position
    return len(code)


def is_one_call(text):
    """Returns whether the brackets of a statement close before its end only at its last character: `f(x);`, not `f(x) + g(y);`."""
    if "=" in text or "(" not in text or text.startswith("return"):
        return True
    opening = text.index("(")
    while text[opening : opening + 2] == "()" and opening + 2 < len(text) - 1 and "(" in text[opening + 2 :]:
        opening = text.index("(", opening + 2)
    return closing_bracket(text, opening) == len(text) - 2


def without_initializers(code):
    """Returns the code with commas for the semicolons of `if (auto x = f(); x)` and `for (...;...;...)`, so that each other ends a statement."""
    characters, open_brackets = list(code), []
    for position, character in enumerate(code):
        if character in "({":
            open_brackets.append(character)
        elif character in ")}" and open_brackets:
            open_brackets.pop()
        elif character == ";" and open_brackets[-1:] == ["("]:
            characters[position] = ","
    return "".join(characters)


def bodies(code):
    """Returns for each position whether it is in the body of a function, and not in that of a type or in an initializer."""
    inside = [False] * len(code)
    kinds = []
    for position, character in enumerate(code):
        if character == "{":
            kinds.append(opens_body(code[max(0, position - 400) : position], kinds))
        elif character == "}" and kinds:
            kinds.pop()
        inside[position] = bool(kinds) and kinds[-1]
    return inside


def opens_body(before, kinds):
    head = re.split(r"[;{}]", before)[-1].strip()
    if re.match(r"(?:template <.*>\s*)?(?:namespace|struct|class|union|enum)\b", head) and not head.endswith(")"):
        return False
    if re.search(r"(?:\)|\belse|\bdo|\bnoexcept|\bconst|\bmutable|\boverride)(?:\s*->\s*[^()]+)?$", head) or re.search(r"\)\s*(?::|->).*$", head, re.DOTALL):
        return True
    return head == "" and bool(kinds) and kinds[-1]
