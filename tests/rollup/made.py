"""Made units of a county: facts files that differ in what they report, in approximation, measure words and gaps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from generator.resources import Templates
from generator.topics import read_topics

COUNTY = "临江区"
TOPICS = (
    "法治宣传教育",
    "矛盾纠纷化解",
    "信访工作",
    "行政执法",
    "法律明白人",
    "公共法律服务",
    "安全生产",
    "政务公开",
    "热线办理",
    "学法用法",
)
_OTHER_WORDS = {"件": "起", "场": "次", "名": "人", "次": "场"}
_NOT_ABOVE = {"化解": "排查", "参与调解": "调解"}
"""What no field declares, and would be a quarrel; the latter in two topics."""
_SIGNS = "安宁泰和清平永兴长丰玉石青龙白马金山银河东南西北"


def unit_name(number: int) -> str:
    """Give the name of a unit: each third a 街道."""
    first, second = divmod(number, len(_SIGNS))
    third, first = divmod(first, len(_SIGNS))
    name = _SIGNS[second] + _SIGNS[first] + (str(third) if third else "")
    return f"{name}{'街道' if number % 3 == 0 else '镇'}"


def made_unit(number: int, year: int = 2023) -> str:
    """Give the facts file of one unit: about forty figures, always the same for the same number and year."""
    random = Random(f"{number} {year}")
    name = unit_name(number)
    lines = [
        f"年度: {year}",
        "单位:",
        f"  名称: {name}{'办事处' if name.endswith('街道') else '人民政府'}",
        f"  简称: {name}",
        f"  上级: {COUNTY}",
        "举措成效:",
        *_topics(random),
        "第一责任人:",
        f"  批示: {random.randint(1, 9)}次",
        "不足:",
        f"  - 问题: {random.choice(('执法力量不足', '普法形式单一', '调解员年龄偏大'))}",
        "    原因: 人员少",
        "计划:",
        "  - 措施: 充实执法力量",
    ]
    return "\n".join(lines) + "\n"


def _topics(random: Random) -> Iterator[str]:
    """Give the topics; a part never exceeds its whole, and stands only where its whole does."""
    measures = read_topics(Templates()).measures
    told: dict[str, int] = {}
    for topic in TOPICS:
        values: dict[str, int] = {}
        yield f"  {topic}:"
        fields = [one for one in measures[topic].fields.values() if one.kind in ("数量", "金额")]
        usual = [one for one in fields if one.usual]
        for one in [*usual, *(one for one in fields if not one.usual)][:5]:
            if random.random() < 0.15:
                continue
            if one.at_most and one.at_most not in values:
                continue
            number = random.randint(0 if one.zero else 1, 300)
            most = values.get(one.at_most, told.get(_NOT_ABOVE.get(one.name, ""), number))
            values[one.name] = told[one.name] = min(number, most)
            yield f"    {one.name}: {_written(random, values[one.name], one.units)}".rstrip()
        if topic == "矛盾纠纷化解" and random.random() < 0.5:
            yield "    正文:"
            yield f"      - 特色调解室单独调处【调解室调处：{random.randint(1, 60)}件】。"


def _written(random: Random, number: int, units: tuple[str, ...]) -> str:
    """Write a figure as units do: plainly, with 余, in another measure word, not at all."""
    unit, way = units[0], random.random()
    if unit == "元":
        return f"{number}万元" if way < 0.7 else f"{number}00元"
    if way < 0.04:
        return ""
    if way < 0.1 and number >= 10:
        return f"{number // 10 * 10}余{unit}"
    return f"{number}{_OTHER_WORDS.get(unit, unit) if way < 0.25 else unit}"


def write_units(folder: Path, count: int, year: int = 2023) -> None:
    """Write the facts files of so many units into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        path = folder / f"{unit_name(number)}-{year}.yaml"
        path.write_text(made_unit(number, year), encoding="utf-8")
