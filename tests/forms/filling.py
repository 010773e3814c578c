"""Fill in a facts file as a clerk would, by what its own comments say: for the tests of the scaffold."""

from __future__ import annotations

import re

_ASKED = re.compile(
    r"(?P<start>\s*(?:- )?)(?P<name>[^\s#:\-][^:]*): $"
)  # ends in a blank: a value belongs there
_COMMENTED = re.compile(r"(?P<pad>\s*)# (?P<line> *(?:- )?[^\s#:：]+:(?:    # (?P<note>.*)|.*)?)$")
_OFFERED = re.compile(r"  # (?P<line>[^\s#:：]+: [^\s#].*)$")  # with its value: to be chosen as it stands
_EMPTY_MARK = re.compile("【([^【】：]+)：】")
_WORDS = {
    "上级": "临淄区",
    "日期": "2025-01-20",
    "印发日期": "2025-01-20",
    "级别": "镇",
    "印章": "是",
    "状态": "已完成",
    "字数": "2500至5000",
    "举措占比": "不少于一成",
    "小标题": "不超过99个",
    "部分占比": "第三、四部分合计不超过一半",
    "不写": "姓名",
    "上年写法": "年份",
    "二级标题": "独立成行",
    "截止": "2025-03-01",
    "截至": "2024-12-20",
    "部分顺序": "法定",
    "必报": "行政执法",
    "项目": "行政执法",
}


def fill(text: str) -> str:
    """Give the file with every empty key filled: by its example, else by a word that fits anywhere.

    What it offers to choose from is chosen.
    """
    explained, done = "", []
    for line in text.split("\n"):
        match = _ASKED.fullmatch(line)
        chosen = _OFFERED.sub(r"  \g<line>", line)
        done.append(line + _value(match["name"], explained) if match else _with_marks(chosen))
        explained = line if line.lstrip().startswith("#") else ""
    return "\n".join(done)


def _with_marks(line: str) -> str:
    """Put last year's figures into the empty marks of a sentence, which stand behind it as a comment."""
    sentence, _, told = line.partition("    # 上年：")
    before = told.split("、")
    for label in _EMPTY_MARK.findall(sentence):
        value = next((one[len(label) :] for one in before if one.startswith(label)), "5次")
        sentence = sentence.replace(f"【{label}：】", f"【{label}：{value}】", 1)
    return sentence if told else line


def uncomment(text: str) -> str:
    """Give the file with every commented key made to count, as by deleting `# ` from its line."""
    head, start, rest = text.partition("\n年度: ")
    lines, keys = [], []
    for line in (start + rest).split("\n"):
        match = (
            None if "选用" in line else _COMMENTED.fullmatch(line)
        )  # in place of the others, not with them
        keys.append(match)
        lines.append(match["pad"] + match["line"] if match else line)
    for number, match in enumerate(keys):
        if match and match["note"] is not None and not _holds_others(lines, number):
            key = lines[number].partition("    #")[0]
            name = key.strip(" -:")
            lines[number] = f"{key} {_value(name, match['note'])}"
    return head + "\n".join(lines)


def _value(name: str, explained: str) -> str:
    found = re.search(r"(?:上年|例)：(.+?)(?:（[^（]*台账）)?(?: → .*)?$", explained)
    text = found[1] if found else _WORDS.get(name, "按要求填写的内容")
    return text if re.match(r"[\w《]", text) and ": " not in text else f'"{text}"'


def _holds_others(lines: list[str], number: int) -> bool:
    following = next(
        (line for line in lines[number + 1 :] if line.strip() and "# " not in line.lstrip()[:2]), ""
    )
    return _indent(following) > _indent(lines[number])


def _indent(line: str) -> int:
    return len(re.match(r"\s*(?:- )?", line).group())
