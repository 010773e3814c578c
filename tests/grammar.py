"""What a machine can tell of a report's Chinese: punctuation, pairs, ordinals, headings, holes. No facts here.

`faults` gives every fault of a finished report, `sentence_faults` those of one paragraph of it.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from generator.drafting.marks import unescape
from generator.numbers.numerals import chinese_number

_PAIRS = {"”": "“", "’": "‘", "》": "《", "〉": "〈", "）": "（", "】": "【", "〕": "〔"}

# What cannot close a clause: a value has gone from behind it.
_NEVER_LAST = (
    "(?<![存现所])在|(?<![自理缘])由|(?<![行作认成视列])为|(?<!参)与|(?<![温缓平饱])和|(?<![普涉提])及|(?<![方走倾意])向|"
    "或|(?<!服)从|将|(?<!\\d)把|以|被|按|按照|通过|采取|围绕|针对|依托|利用|借助|会同|面向|对接|共|其中|包括|被评为|"
    "开展|举办|举行|召开|印发|制定|发放|张贴|悬挂|建成|打造|设立|(?<!构)设置|成立|组建|聘请|选聘|聘任|配备|推行|探索|坚持|健全|构建|"
    "受理|承办|下达|查处|收缴|投入|获得|获评|创成|解答|受教育群众|共有|现有|划分|分管|提供"
)
# What may close a clause as a noun, but cannot stand as one alone.
_NEVER_ALONE = (
    "建立|建设|落实|实施|实行|推进|完善|组织|运用|用好|发挥|宣传|重点宣传|学习|组织学习|深入学习|办理|制作|覆盖|涉及|辐射|整合|拆除|制止|"
    "结合|联合|达|达到|占|经|采纳|化解|调解|办结|立案|结案|整改"
)
_RULES = {
    "无值": r"None|undefined|Undefined",
    "花括号": r"[{}]",
    "私用字符": r"[\ue000-\uf8ff]",
    "待填": r"【待填",
    "标点相连": r"[，、；：。！？][，、；：。！？]",
    "标点在括号里": r"[（《“‘【][，、；：。！？）》”’】]",
    "标点在右括号前": r"[，、；：][）》】]",
    "空括号": r"（）|《》|“”|‘’|【】|\(\)|\"\"",
    "半角标点": r"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]",
    "多余空格": r"[\u4e00-\u9fff，。；：、] +[\u4e00-\u9fff“《]",
    "小句没有说完": rf"(?:{_NEVER_LAST})(?=[，。；]|$)",
    "小句只剩动词": rf"(?:^|[，。；：]|[一二三四五六七八九]是)(?:全年)?(?:{_NEVER_ALONE})(?=[，。；]|$)",
    "小句没有开头": r"(?:^|[，。；：])(?:[的等或件份名起项]|及(?!时)|个(?![别人体性])|人次|领域)",
    "开头的比率没有说明": r"(?:^|[。：]|[一二三四五六七八九]是)(?:.{2}率|占比|率)(?:达|为)?\d",
    "开头承接前文": r"(?:^|。|[一二三四五六七八九]是)(?:其中|包括|占|较上年|比上年|与上年|因此)",
    "动词重复": r"(开展|组织|建立|落实|办理|推进|实施|完善|举办|发放)\1",
    "“等等”": r"等等",
    "个位数加余": r"(?<![\d.万千百十])[1-9][余多](?=[件次个名起项场份条人户家处])",
}
_COMPILED = {name: re.compile(rule) for name, rule in _RULES.items()}
_ORDINAL = re.compile(r"(?:^|(?<=[。；]))([一二三四五六七八九十]{1,3})是")


def faults(markdown: str) -> list[str]:
    """Name every fault of a whole report, with the words around it."""
    lines = [line for line in _body(markdown).split("\n") if line]
    found = [fault for line in lines for fault in _line_faults(unescape(line.lstrip("# ")), line)]
    under = "\n".join("#" if line.startswith("#") else unescape(line) for line in lines)
    found += [fault for block in under.split("#") for fault in _broken_ordinals(block.replace("\n", ""))]
    return found + heading_faults(lines)


def sentence_faults(text: str) -> list[str]:
    """Name the faults of one paragraph that stands alone."""
    return [*_line_faults(text), *_broken_ordinals(text)]


@cache
def _line_faults(text: str, line: str = "") -> tuple[str, ...]:
    found = [
        f"{name}：…{text[max(0, match.start() - 12) : match.end() + 12]}…"
        for name, rule in _COMPILED.items()
        for match in rule.finditer(text)
    ]
    found += _unpaired(text)
    if "。" in text and not line.startswith("#") and not re.search(r"[。：！？）”]$", text):
        found.append(f"段末没有句号：{text[-12:]}")
    return tuple(found)


def _unpaired(text: str) -> list[str]:
    open_marks: list[str] = []
    for mark in text:
        if mark in _PAIRS.values():
            open_marks.append(mark)
        elif mark in _PAIRS and (not open_marks or open_marks.pop() != _PAIRS[mark]):
            return [f"“{mark}”没有配对：{text[:40]}"]
    return [f"“{''.join(open_marks)}”没有配对：{text[:40]}"] if open_marks else []


def _broken_ordinals(text: str) -> list[str]:
    """一是 二是 三是, whole and in order; one alone needs no ordinal."""
    seen = [match[1] for match in _ORDINAL.finditer(text)]
    whole = [chinese_number(number) for number in range(1, len(seen) + 1)]
    return [f"要点序号不连续：{seen}"] if seen and (seen != whole or len(seen) == 1) else []


def heading_faults(lines: list[str]) -> list[str]:
    """Headings run 一、二、… and under each （一）（二）…, none alone, none without text under it."""
    found = []
    chapters = [line for line in lines if line.startswith("## ")]
    found += _misnumbered(chapters, "## {}、")
    for chapter, block in _blocks(lines).items():
        sections = [line for line in block if line.startswith("### ")]
        found += _misnumbered(sections, "### （{}）")
        if len(sections) == 1:
            found.append(f"只有一个小标题：{chapter}")
    ends = [*lines[1:], "#"]
    found += [
        f"标题下没有正文：{line}"
        for line, after in zip(lines, ends, strict=True)
        if line.startswith("#") and after.startswith("#") and after.count("#") <= line.count("#")
    ]
    headings = [line.split("）", 1)[-1] for line in lines if line.startswith("### ")]
    found += [f"小标题重复：{one}" for one, other in pairwise(sorted(headings)) if one == other]
    return found


def _misnumbered(headings: list[str], form: str) -> list[str]:
    return [
        f"标题编号不对：{line}"
        for number, line in enumerate(headings, start=1)
        if not line.startswith(form.format(chinese_number(number)))
    ]


def _blocks(lines: list[str]) -> dict[str, list[str]]:
    blocks: dict[str, list[str]] = {}
    chapter = ""
    for line in lines:
        chapter = line if line.startswith("## ") else chapter
        blocks.setdefault(chapter, []).append(line)
    return blocks


def _body(markdown: str) -> str:
    """Give the Markdown without its front matter."""
    if markdown.startswith("---\n"):
        return markdown.split("\n---\n", 1)[1]
    return markdown
