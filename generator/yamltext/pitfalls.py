"""Slips of the pen that YAML takes without a word, or that are wrong wherever they stand: found on the raw lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.patterns import pattern
from generator.problems import Level, Place, Problem

_WIDE = "：︰﹕∶"
_MARKS = rf"\s:{_WIDE}，。、；！？“”‘’【】\"'#\[\]{{}},"  # no name holds 【排查：231件】
_NAME = rf"(?=\S*[^\W\d])[^{_MARKS}.\-|>&*!%@`][^{_MARKS}]{{0,15}}(?<!\d)"  # short, no punctuation; 比例为3:1 is none
_LEAD = r"^(?P<lead>\s*(?:- +)*)"
WIDE_COLON = pattern(rf"{_LEAD}(?P<name>{_NAME})\s*(?P<mark>[{_WIDE}])[\s:]*(?P<rest>.*)$")
GLUED_COLON = pattern(rf"{_LEAD}(?P<name>{_NAME}) *(?P<mark>:)(?P<rest>[^\s/:].*|[\u3000\u00a0].*)$")
KEY = pattern(rf"{_LEAD}(?P<name>{_NAME}) *(?P<mark>:)(?= |$)")
GLUED_DASH = pattern(r"^(?P<lead>\s*)(?P<mark>-(?![-\s\d])|[－–•·●▪](?![－–]))\s*(?P<rest>\S.*)$")
_KEY_OR_ITEM = pattern(rf"- |(?:- )*{_NAME} *[:{_WIDE}]")
FOREIGN_BLANK = pattern("[\t\u3000\u00a0\u2000-\u200a]")
_INDENT = pattern("[ \t\u3000\u00a0\u2000-\u200a]*")
_OPENS_TEXT = pattern(r"(?:: +|- +)[|>][+\-1-9]{0,2} *(?: #.*)?$")
_CUT_OFF = pattern(r"\s*#(.*\S)")
_PAIRS = tuple(zip("“‘《（【〔「(", "”’》）】〕」)", strict=True))
_THOUSANDS = pattern(r"(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,])")
_QUOTED = pattern(r"\"[^\"]*\"|'[^']*'")
_SHOWN = 12
MAX_DEPTH = 30


_MARKED = pattern(r"^(?P<lead>\s*(?:- +)*)(?P<name>[^【:\"']{1,60}: +)?(?P<sentence>[^\"'\s].*)$")
_BEHIND_NAME = pattern(r" *: *(?:[{\[].*|#.*)?$")
_CUTTING = pattern(r":(?=\s|$)\s*")


def in_quotes_whole(line: str) -> str:
    """Give a line as it is to be written where YAML cuts a mark in its sentence: in quotes, colons wide."""
    match = _MARKED.match(line)
    if match is None:
        return line.strip()
    sentence = _CUTTING.sub("：", match["sentence"]).strip()
    quoted = (
        "'" + sentence.replace("'", "''") + "'" if '"' in sentence or "\\" in sentence else f'"{sentence}"'
    )
    return f"{match['lead'].lstrip()}{match['name'] or ''}{quoted}"


class Pitfall(NamedTuple):
    """A slip on one line; line and column count from 0, `mended` is the line as it was probably meant."""

    line: int
    column: int
    code: str
    message: str
    fix: str
    mended: str | None = None
    level: Level = Level.ERROR

    def problem(self, file: str, field: str = "") -> Problem:
        """Give it as a problem of that file."""
        place = Place(file, self.line + 1, self.column + 1)
        return Problem(self.code, self.message, self.fix, place, field, self.level)


def too_deep(line: int, column: int) -> Pitfall:
    """Say that mappings and lists stand in one another more deeply than any facts file needs."""
    message = f"层次太深，超过了{MAX_DEPTH}层。"
    return Pitfall(line, column, "格式-15", message, "请核对这里的括号、短横和缩进。")


def wrong_indents(lines: Sequence[str]) -> Iterator[Pitfall]:
    """Find lines indented with tabs, and names or items indented with full-width blanks."""
    text_under = -1  # indent of the line that opened a block of text, inside which blanks are the clerk's own
    for number, line in enumerate(lines):
        blanks = _INDENT.match(line).group()  # type: ignore[union-attr]  # it matches every line
        rest, own = line[len(blanks) :], len(line) - len(line.lstrip(" "))
        if not rest or own > text_under >= 0:
            continue
        text_under = own if _OPENS_TEXT.search(line) else -1
        if "\t" in blanks and not rest.startswith("#"):
            message, fix = "缩进用了制表符（Tab 键）。", "请删去行首空白，改用空格缩进，每级两个空格。"
        elif blanks.strip(" \t") and _KEY_OR_ITEM.match(rest):
            message, fix = (
                "缩进用了全角空格。",
                "请删去行首空白，在半角（英文）状态下用空格缩进，每级两个空格。",
            )
        else:
            continue
        column = next(at for at, blank in enumerate(blanks) if blank != " ")
        mended = re.sub(r"\S", " ", re.sub(r"[^ \t]", " ", blanks).expandtabs(2)) + rest
        yield Pitfall(number, column, "格式-01", message, fix, mended)


def wide_colon(number: int, line: str) -> Pitfall | None:
    """Find `年度：2023`, which is no name with a value."""
    if not (match := WIDE_COLON.match(line)):
        return None
    name = match["name"]
    meant = f"{name}: {_short(match['rest'])}".strip()
    fix = f"请改用半角冒号，冒号后面空一格：“{meant}”。"
    message = f"“{name}”后面用了全角冒号，这一项读不出来。"
    return Pitfall(
        number, match.start("mark"), "格式-02", message, fix, f"{match['lead']}{name}: {match['rest']}"
    )


def glued_colon(number: int, line: str) -> Pitfall | None:
    """Find `年度:2023`, which is no name with a value either."""
    if not (match := GLUED_COLON.match(line)):
        return None
    name, rest = match["name"], match["rest"].strip()
    fix = f"请在冒号后面空一格（半角）：“{name}: {_short(rest)}”。"
    message = f"“{name}”的冒号后面缺半角空格，这一项读不出来。"
    return Pitfall(number, match.start("mark"), "格式-03", message, fix, f"{match['lead']}{name}: {rest}")


def glued_dash(number: int, line: str) -> Pitfall | None:
    """Find `-甲` and `• 甲`, which are no items."""
    if not (match := GLUED_DASH.match(line)):
        return None
    fix = f"请写成半角短横加空格：“- {_short(match['rest'])}”。"
    message = "这一行像是一项，但行首的短横不是“半角短横加空格”。"
    return Pitfall(number, match.start("mark"), "格式-04", message, fix, f"{match['lead']}- {match['rest']}")


def marked_key(number: int, column: int, key: str, line: str) -> Pitfall:
    """Say that a name holds a 【, as it does where ": " cuts a sentence with a mark in it."""
    behind = _BEHIND_NAME.match(line, column + len(key))
    is_name = behind is not None and key.count("【") == key.count("】")
    if is_name or line[column : column + 1] in ('"', "'"):
        message, fix = (
            f"“{_short(key)}”里有【，不能作名称。",
            "名称里不用【】；文号里的年份用〔〕，如临政发〔2023〕5号。",
        )
    else:
        message = f"“{_short(key)}”里有【，不能作名称：句子里的“半角冒号加空格”把它拆成了名称和内容。"
        fix = f"请给整句加引号，写成“{in_quotes_whole(line)}”。"
    return Pitfall(number, column, "格式-08", message, fix)


def cut_mark(number: int, line: str) -> Pitfall | None:
    """Find a sentence behind its name that a ": " within or behind a mark cuts a second time."""
    match = _MARKED.match(line)
    cut = _CUTTING.search(match["sentence"]) if match and match["name"] else None
    if match is None or cut is None or "【" not in match["sentence"][: cut.start()]:
        return None
    message = "这句话里有标注，又有“半角冒号加空格”，后面的读不出来。"
    written = in_quotes_whole(line)
    fix = f"请给整句加引号，写成“{written}”。"
    lead = line[: len(line) - len(line.lstrip())]
    return Pitfall(number, match.start("sentence") + cut.start(), "格式-08", message, fix, f"{lead}{written}")


def _sunken_item(number: int, line: str) -> Pitfall | None:
    if not line.lstrip().startswith("- "):
        return None
    column = line.index("-")
    message = "这一项接在了已有内容的下面，会被并进上一行的文字。"
    fix = "要分项写的，上一行冒号后面应当空着，内容全部写成“- ”开头的各项。"
    return Pitfall(number, column, "格式-04", message, fix)


def swallowed(lines: Sequence[str], first: int, last: int, *, items: bool = True) -> Iterator[Pitfall]:
    """Find names, and `items` too, among lines that YAML reads as the running text of one value."""
    for number in range(first, last + 1):
        kinds = (
            (glued_dash, _sunken_item, wide_colon, glued_colon)
            if items
            else (glued_dash, wide_colon, glued_colon)
        )
        finding = next(filter(None, (kind(number, lines[number]) for kind in kinds)), None)
        if finding is None:
            continue
        yield finding
        if finding.mended and finding.code == "格式-04":
            items = False  # with that mended, the items below are no longer sunk


def runaway_quote(lines: Sequence[str], first: int, last: int, column: int) -> Pitfall | None:
    """Find a quotation mark that was closed too late, so that the names of further entries fell into it."""
    if not any(KEY.match(line) for line in lines[first + 1 : last + 1]):
        return None
    message = f"从这里开始的引号到第{last + 1}行才配上对，中间的几行都被并了进去。"
    return Pitfall(first, column, "格式-07", message, "请核对引号，开头和结尾各一个；正文里的引号请用“”。")


def doubtful_item(number: int, line: str) -> Pitfall | None:
    """Warn of `- 问题:甲`: prose has 全角 colons, so it was probably meant as a name with its value."""
    finding = glued_colon(number, line)
    if finding is None:
        return None
    message = "这里的半角冒号后面没有空格，整行被当作一句话。"
    fix = f"{finding.fix.removesuffix('。')}；是正文的，请改用全角冒号。"
    return Pitfall(number, finding.column, "格式-03", message, fix, level=Level.WARNING)


def cut_off(number: int, line: str, end: int, value: str) -> Pitfall | None:
    """Find text that YAML drops as a comment: ` #一号工程#` after the value that ends at column `end`.

    A comment with a blank after # is usual; without one it is doubted; where the text goes on behind it, or a second #
    closes what the first one opens, it is wrong.
    """
    match = _CUT_OFF.match(line, end)
    if not match:
        return None
    text = match[1]
    torn = any(right in text and value.count(left) > value.count(right) for left, right in _PAIRS)
    torn = torn or (text.endswith("#") and text.strip("# ") != "")
    torn = torn or (text[0] not in " \t#" and "#" in text)  # #一号工程# 取得实效
    if not torn and text[0] in " \t#":
        return None
    message = f"“#{_short(text)}”不会进入报告：空格加 # 之后的文字都被当作批注。"
    fix = "是正文的，请给整句加引号；是批注的，请在 # 后面空一格。"
    if value.count("【") > value.count("】"):
        fix = f"标注被 # 截断了，请给整句加引号，写成“{in_quotes_whole(line)}”。"
    level = Level.ERROR if torn else Level.WARNING
    return Pitfall(number, match.start(1) - 1, "格式-11", message, fix, level=level)


def thousands(text: str) -> Iterator[tuple[int, str]]:
    """Give thousands commas inside braces or brackets, where a comma parts entries: offset and figure."""
    bare = _QUOTED.sub(lambda quoted: "□" * len(quoted.group()), text)
    for match in _THOUSANDS.finditer(bare):
        yield match.start(), match.group()


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
