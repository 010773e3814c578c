"""Why the YAML parser could not go on: its place and the raw lines there -> a finding in Chinese.

The parser says in English what it expected, at the place where it noticed; a clerk's slip is often a line or more
before. So its words only choose where to look; what the finding says comes from the lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.patterns import pattern
from generator.yamltext.indents import indent_of, misplaced
from generator.yamltext.pitfalls import KEY, Pitfall, cut_mark, glued_colon, glued_dash, too_deep, wide_colon
from generator.yamltext.tree import Fault

_ENTRY = pattern(
    r"(?P<lead> *(?:- +)*)(?P<name>(?:\"[^\"]*\"|'[^']*'|[^\s\"'#\[{:][^#]*?) *:(?= |$))? *(?P<value>.*)"
)
_PARTLY_QUOTED = pattern(r"\"[^\"]*\"(?! *(?:$|#|: |:$))|(?:'[^']*')+(?! *(?:$|#|: |:$))")
_PARTLY_BRACED = pattern(r"(?:\[[^\]]*\]|\{[^}]*\}+) *[^\s#,]")
_TEXT_BLOCK = pattern(r"[|>][+\-1-9]{0,2} *(?:#|$)")
_SIGNS = tuple("%@`*&!|>,]}?")
_COLON_EXPECTED = ("mapping values", "expected ':'")
_LONGEST_NAME = 60
_FAR_ABOVE = 30  # lines; a quotation mark that was never closed is looked for no further up
_TEXT_FIX = "是正文的，请给整句加引号"


def explain_fault(lines: Sequence[str], fault: Fault) -> Pitfall:
    """Say why the parser stopped; the finding's `mended` line, if there is one, lets it go on."""
    at = min(fault.line, len(lines) - 1)
    while at > 0 and not lines[at].strip():
        at -= 1
    reasons = (
        _nesting,
        _escape,
        _directive,
        _quote,
        _braces,
        _colon_inside,
        _nameless,
        _colon_above,
        _sign,
        _two_kinds,
        _indent,
    )
    found = next(filter(None, (reason(lines, at, fault) for reason in reasons)), None)
    if found:
        return found
    return Pitfall(
        at, 0, "格式-18", "这一行或它的上一行读不懂。", f"请核对缩进、冒号、引号和括号；{_TEXT_FIX}。"
    )


def _nesting(_lines: Sequence[str], at: int, fault: Fault) -> Pitfall | None:
    """Find what the C parser's own limit (libyaml 0.2.6: a thousand levels) stopped before ours could."""
    return too_deep(at, fault.column) if "nesting depth" in fault.said else None


def _escape(lines: Sequence[str], at: int, fault: Fault) -> Pitfall | None:
    if not re.search("escape|hexdecimal|hexadecimal", fault.said) or "\\" not in lines[at]:
        return None
    message = "英文双引号里的反斜杠“\\”是特殊记号，这里读不懂。"
    fix = "请把“\\”改成“/”，或把外面的一对双引号换成单引号。"
    return Pitfall(at, lines[at].index("\\"), "格式-07", message, fix, lines[at].replace("\\", "/"))


def _directive(lines: Sequence[str], at: int, fault: Fault) -> Pitfall | None:
    first = 0 if re.search("directive|document", fault.said) else at
    number = next((number for number in range(first, at + 1) if lines[number].startswith("%")), None)
    if number is None:
        return None
    return Pitfall(
        number, 0, "格式-06", "“%”开头的行被当作 YAML 的声明。", f"{_TEXT_FIX}；否则请删去这一行。", ""
    )


def _quote(lines: Sequence[str], at: int, fault: Fault) -> Pitfall | None:
    if "quoted" in fault.said or "double-quoted" in fault.said:
        return _unclosed(lines, min(fault.since, at))
    parts = _parts(lines[at])
    for column in (len(parts["lead"]), parts.start("value")):
        if _PARTLY_QUOTED.match(lines[at], column):
            message = "引号只括住了这句话的前一部分，后面的读不出来。"
            fix = "请用引号括住整句，句中的引号改用中文引号“”；或者都改用中文引号。"
            mended = lines[at][:column] + lines[at][column:].replace('"', "＂").replace("'", "＇")
            return Pitfall(at, column, "格式-07", message, fix, mended)
    above = range(at, max(at - _FAR_ABOVE, -1), -1)
    open_at = next((number for number in above if _opens_quote(lines[number])), None)
    return _unclosed(lines, open_at) if open_at is not None and "expected" in fault.said else None


def _opens_quote(line: str) -> bool:
    value = _parts(line)["value"]
    return value[:1] in ('"', "'") and value.count(value[0]) % 2 == 1


def _unclosed(lines: Sequence[str], at: int) -> Pitfall:
    column = _parts(lines[at]).start("value")
    fix = "请在这句话的末尾补上同样的引号，或删去开头的引号；句中的引号用“”。"
    return Pitfall(at, column, "格式-07", "这里的引号没有配上对。", fix, _without_value(lines[at]))


def _braces(lines: Sequence[str], at: int, fault: Fault) -> Pitfall | None:
    parts = _parts(lines[at])
    column = parts.start("value")
    if _PARTLY_BRACED.match(parts["value"]):
        message = f"“{parts['value'][0]}”开头的内容被当作一组值，括号后面的字读不出来。"
        fix = f"{_TEXT_FIX}；文号里的年份请用六角括号〔〕。"
        return Pitfall(at, column, "格式-06", message, fix, _without_value(lines[at]))
    if "flow" not in fault.said:
        return None
    start = min(fault.since, at)
    column = _parts(lines[start]).start("value")
    message, fix = (
        "这里的括号没有配上对，或里面的写法不对。",
        "写法是 {值: 198件, 来源: 司法所台账}，标点都用半角",
    )
    if any(mark in lines[start][column:] for mark in "：，"):
        message = "花括号、方括号里的冒号和逗号要用半角，这里有全角的。"
    return Pitfall(start, column, "格式-09", message, f"{fix}；{_TEXT_FIX}。", _without_value(lines[start]))


def _colon_above(lines: Sequence[str], at: int, fault: Fault) -> Pitfall | None:
    """Find a line above that was no entry of its own and so ran into this one: `年度：2023`, `年度:2023`, `年度`."""
    if not any(
        words in fault.said for words in (*_COLON_EXPECTED, "expected key", "block end", "sequence entries")
    ):
        return None
    bare = None
    for number in range(at - bool(KEY.match(lines[at]) or _is_item(lines[at])), -1, -1):
        line, item = lines[number], _is_item(lines[number])
        ran_on = not item or indent_of(line) < indent_of(lines[at])
        kinds = (glued_dash, wide_colon, glued_colon) if ran_on else ()
        if found := next(filter(None, (kind(number, line) for kind in kinds)), None):
            return found
        if _TEXT_BLOCK.match(_parts(line)["value"]):
            return None
        if _parts(line)["name"] or line.lstrip().startswith("#") or not line.strip():
            break
        bare = number if ran_on else bare
    if bare is None:
        return None
    text = lines[bare].strip()
    message = "这一行没有冒号，不知道是名称还是内容。"
    fix = "是名称的，请在后面加半角冒号；接着上一行的，请写在同一行里。"
    name, comment = re.fullmatch(r"(.*?)( *(?: #.*)?)", lines[bare]).groups()  # type: ignore[union-attr]  # always
    return Pitfall(bare, lines[bare].index(text), "格式-03", message, fix, f"{name}:{comment}")


def _colon_inside(lines: Sequence[str], at: int, fault: Fault) -> Pitfall | None:
    if "mapping values" in fault.said and (marked := cut_mark(at, lines[at])):
        return marked
    parts = _parts(lines[at])
    inner = re.search(r": |:$", parts["value"])
    sentence = len(parts["name"] or "") > _LONGEST_NAME
    is_text = parts["value"][:1] not in tuple("[{\"'")
    if "mapping values" not in fault.said or not parts["name"] or not is_text or not (inner or sentence):
        return None
    if outer := wide_colon(at, lines[at]) or glued_colon(at, lines[at]):
        return outer
    column = parts.start("value") + inner.start() if inner else parts.end("name") - 1
    message = "这句话里又有“半角冒号加空格”，后面的读不出来。"
    fix = "请把句中的冒号改成全角冒号“：”，或给整句加引号。"
    mended = _without_value(lines[at]) if inner else f"{parts['lead']}x: x"
    return Pitfall(at, column, "格式-08", message, fix, mended)


def _sign(lines: Sequence[str], at: int, fault: Fault) -> Pitfall | None:
    for number in dict.fromkeys((at, min(fault.since, at))):
        line, parts = lines[number], _parts(lines[number])
        value, column = parts["value"], parts.start("value")
        sign = next(
            (start for start in (len(parts["lead"]), column) if line[start : start + 1] in _SIGNS), None
        )
        if f"{value} ".startswith("- ") and parts["name"]:
            message = "“- ”开头的项不能跟在冒号后面。"
            fix = "请另起一行写，并比上一行多缩进两格；没有内容的，冒号后面空着。"
        elif sign is not None and not _TEXT_BLOCK.match(line, sign):
            column = sign
            message = f"“{line[column]}”不能作一句话的开头，它在这里是特殊记号。"
            fix = f"{_TEXT_FIX}；要分项的，请用“- ”开头。"
        else:
            continue
        in_name = column < parts.start("value")
        mended = f"{line[:column]}x{line[column + 1 :]}" if in_name else _without_value(line)
        return Pitfall(number, column, "格式-06", message, fix, mended)
    return None


def _nameless(lines: Sequence[str], at: int, _fault: Fault) -> Pitfall | None:
    column = _parts(lines[at]).start("value")
    if not lines[at].startswith(":", column):
        return None
    mended = f"{lines[at][:column]}x{lines[at][column:]}"
    return Pitfall(at, column, "格式-17", "冒号前面没有名称。", "请在冒号前写上这一项的名称。", mended)


def _two_kinds(lines: Sequence[str], at: int, fault: Fault) -> Pitfall | None:
    """Find an item among names, or a name among items, at one indent."""
    line, indent = lines[at], indent_of(lines[at])
    written = (n for n in range(at - 1, -1, -1) if lines[n].strip() and not lines[n].lstrip().startswith("#"))
    above = next((number for number in written if indent_of(lines[number]) <= indent), at)
    is_item = _is_item(line)
    if "expected" not in fault.said or indent_of(lines[above]) != indent or _is_item(lines[above]) == is_item:
        return None
    if is_item and (dash := glued_dash(above, lines[above])):
        return dash
    mended: str | None = f"{line[:indent]}- {line[indent:]}"
    if is_item:
        mended = None if KEY.match(line) else f"{line[:indent]}x{at}: {line[indent + 2 :]}"
    message = "同一级里既有“- ”开头的项，又有“名称: 内容”，只能用一种。"
    return Pitfall(at, indent, "格式-05", message, "请核对这一行和上面各行的缩进与短横。", mended)


def _indent(lines: Sequence[str], at: int, fault: Fault) -> Pitfall | None:
    stumbled = any(words in fault.said for words in (*_COLON_EXPECTED, "expected", "sequence entries"))
    return misplaced(lines, at) if stumbled else None


def _is_item(line: str) -> bool:
    return line.lstrip().startswith("- ")


def _parts(line: str) -> re.Match[str]:
    return _ENTRY.match(line)  # type: ignore[return-value]  # every part of it may be empty


def _without_value(line: str) -> str:
    """Give the line with a value that can be read, so that what follows it can be looked at."""
    parts = _parts(line)
    name_inside = not parts["name"] and re.search(r": |:$", parts["value"])
    return line[: parts.start("value")] + ("x: x" if name_inside else "x")
