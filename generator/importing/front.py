"""The title of a report among what a copy has around it: menus, dates of posting, the title once more, remarks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.document.text.titles import is_report_title, numbered_rank
from generator.intake.reading import ReportLine
from generator.numbers.dates import is_date_line
from generator.patterns import pattern

_FURNITURE = pattern(
    r"^(?:信息|文章|稿件)?来源|发布(?:时间|日期|机构|单位|人)|字体|字号|累计次数|(?:浏览|点击|阅读|访问)(?:次数|量|数)?[：:]|索引号|主题分类|"
    r"发文(?:机关|字号|日期)[：:]|成文日期[：:]|有效性|公开(?:方式|范围|时限)|责任编辑|责编|作者[：:]|审核[：:]|编辑[：:]|打印|关闭|收藏|分享|扫一扫|返回顶部|"
    r"当前位置|您(?:所在|现在)|首页|上一[篇条]|下一[篇条]|相关(?:链接|附件|文章|阅读)|附件下载|网站地图|版权所有|ICP备|公网安备|留言|评论|有用[（(]|我要纠错|"
    r"门户网|www\.|https?://|^[-—·|/\\•\s]{1,6}$|^-\s?\S{0,8}$|^【?[大中小\s]{3,7}】?$"
)
_REMARK = pattern(r"^[（(](?:此件|本件|联系人|此页)[^（）()]*[）)]$")
_ADDRESSEE = pattern(r"(?!.*(?:如下|以下)).{2,60}[：:]$")
_YEARLY = pattern("[^，。；：]{0,30}20[0-9]{2}年[^，。；：]{0,30}(?:总结|报告|汇报|情况|计划|安排|打算)$")
_LONGEST_NOISE, _LONG = 90, 45
_ENDED = pattern("[。；！？]$")
_SENTENCE = pattern("。|如下[：:]")
_UNIT = pattern("^(?:中共|[一-龥]{2,24}(?:政府|办事处|委员会|区委|县委|市委|镇|乡|街道|局))[一-龥 ]*$")


class Front(NamedTuple):
    """The lines of a report without what a copy has around it: `title` first, then addressee, opening and so on.

    `units` are names that stand as lines by themselves near the title, `first` is the number of the line that each of
    `lines` was; `dropped` are whole lines that were taken away, `told` what else was done.
    """

    title: str
    units: tuple[str, ...]
    lines: tuple[tuple[int, ReportLine], ...]
    dropped: tuple[str, ...]
    told: tuple[str, ...] = ()


def find_front(lines: Sequence[ReportLine]) -> Front:
    """Find title and text; where no line is a title the title is empty."""
    numbered = [(number, one) for number, one in enumerate(lines, 1) if one.text]
    kept = [pair for pair in numbered if not is_furniture(pair[1].text)]
    dropped = [one.text for pair in numbered if pair not in kept for one in pair[1:]]
    kept, tail = _without_tail(kept)
    dropped += tail
    body = next((at for at, (_number, one) in enumerate(kept) if _begins_body(one)), len(kept))
    before, rest = kept[:body], kept[body:]
    titles = [one.text for _number, one in before if _is_title(one)]
    if not titles:  # 2023年工作总结及2024年工作计划 ends in no word of a report's title
        titles = [
            one.text for _number, one in before if _YEARLY.match(one.text) and not _ADDRESSEE.match(one.text)
        ][:1]
    title = max(titles, key=len, default="")
    joined, told = _two_lines(title, [one.text for _number, one in before])
    units: list[str] = []
    addressed: list[tuple[int, ReportLine]] = []
    seen = False
    for number, one in before:
        if title and one.text == title and not seen:
            seen = True
        elif _ADDRESSEE.match(one.text):
            addressed.append((number, one))
        elif one.text in joined:
            dropped += [one.text] if one.text not in told else []
        elif _UNIT.match(one.text):
            units += one.text.split()
            dropped.append(one.text)
        else:
            dropped.append(one.text)
    said = ("标题分两行，已合为一行",) if told else ()
    return Front(joined, tuple(dict.fromkeys(units)), (*addressed, *rest), tuple(dropped), said)


def is_furniture(text: str) -> bool:
    """Tell a line that a web page has around a report, and a remark for the office."""
    if _REMARK.match(text):
        return True
    return len(text) <= _LONGEST_NOISE and not _ENDED.search(text) and bool(_FURNITURE.search(text))


def _is_title(line: ReportLine) -> bool:
    return is_report_title(line.text) or line.rank == 1


def _begins_body(line: ReportLine) -> bool:
    """Tell the first line of the text: the opening, or a heading."""
    return bool(
        not _is_title(line)
        and not _ADDRESSEE.match(line.text)
        and (
            len(line.text) > _LONG or line.rank > 1 or numbered_rank(line.text) or _SENTENCE.search(line.text)
        )
    )


def _two_lines(title: str, before: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Join a unit's name to the title below it, where the title names none: 凤城街道办事处 / 2020年…报告."""
    at = before.index(title) if title in before else 0
    above = before[at - 1] if at else ""
    if above and title[:1].isdigit() and _UNIT.match(above) and " " not in above and "中共" not in above:
        return above + title, (above,)
    return title, ()


def _without_tail(
    lines: list[tuple[int, ReportLine]],
) -> tuple[list[tuple[int, ReportLine]], list[str]]:
    """Leave out what stands behind the day that a report ends with, unless it is an appendix."""
    last = next((at for at in range(len(lines) - 1, -1, -1) if is_date_line(lines[at][1].text)), None)
    if last is None or any(
        one.text.startswith("附件") or len(one.text) > _LONG for _number, one in lines[last + 1 :]
    ):
        return lines, []
    return lines[: last + 1], [one.text for _number, one in lines[last + 1 :]]
