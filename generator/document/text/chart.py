"""A chart as the Markdown text gives it: a fenced block 图表, read into labels and series."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from generator.numbers.quantity import QuantityError, parse
from generator.problems import FactsError, Problem
from generator.yamltext.mapping import Mapping, near_advice, read_mapping

_KEYS = ("标题", "单位", "项目", "数据")
_CODE = "文稿-03"
_MOST_LABELS, _MOST_SERIES = 30, 6


class Chart(NamedTuple):
    """Bars for each label, one for each series; None where a series has no figure."""

    title: str
    unit: str
    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[Decimal | None, ...]], ...]

    @property
    def alt(self) -> str:
        """Say in words what the picture shows, for those who cannot see it."""
        said = (
            f"{label}：" + "，".join(f"{name}{figure_text(values[number])}" for name, values in self.series)
            for number, label in enumerate(self.labels)
        )
        unit = f"（单位：{self.unit}）" if self.unit else ""
        return f"柱状图：{self.title}{unit}。{'；'.join(said)}。"


def read_chart(text: str, *, file: str = "", line: int = 1) -> Chart:
    """Read the YAML of a chart block that begins on the given line.

    标题, 单位 (may be left out), 项目 (the labels) and 数据 (a list of figures for each series).
    Raises FactsError naming each mistake.
    """
    given = read_mapping(text, file=file, line=line, code=_CODE)
    faults = [
        given.problem(_CODE, f"图表里没有“{key}”这一项", near_advice(key, _KEYS), key)
        for key in given.data
        if key not in _KEYS
    ]
    labels, data = given.data.get("项目"), given.data.get("数据")
    if not _texts(labels):
        faults.append(given.problem(_CODE, "图表缺少“项目”", "例如“项目: [立案, 办结]”。", "项目"))
    if not isinstance(data, dict) or not data:
        faults.append(given.problem(_CODE, "图表缺少“数据”", "每年一行，例如“2023年: [19, 19]”。", "数据"))
    if (
        isinstance(data, dict)
        and isinstance(labels, list)
        and (len(labels) > _MOST_LABELS or len(data) > _MOST_SERIES)
    ):
        fix = f"一张图最多{_MOST_LABELS}个项目、{_MOST_SERIES}组数据，请分成几张。"
        faults.append(given.problem(_CODE, "图表太大，画出来看不清", fix, "项目"))
    if faults or not isinstance(data, dict) or not isinstance(labels, list):
        raise FactsError(faults)
    series = []
    for name, values in data.items():
        numbers, wrong = _figures(given, name, values, len(labels))
        faults += wrong
        series.append((name, numbers))
    if faults:
        raise FactsError(faults)
    return Chart(
        str(given.data.get("标题", "")), str(given.data.get("单位", "")), tuple(labels), tuple(series)
    )


def _figures(
    given: Mapping, name: str, values: Any, count: int
) -> tuple[tuple[Decimal | None, ...], list[Problem]]:
    if not isinstance(values, list) or len(values) != count:
        fix = f"“项目”有{count}个，这里也写{count}个数，没有的写空引号。"
        return (), [given.problem(_CODE, f"“{name}”的数据个数与项目不一致", fix, "数据", name)]
    numbers: list[Decimal | None] = []
    faults = []
    for value in values:
        number, error = _figure(str(value))
        numbers.append(number)
        if error:
            faults.append(
                given.problem(_CODE, f"“{name}”的数据读不出来：{error.message}", error.fix, "数据", name)
            )
    return tuple(numbers), faults


def _figure(text: str) -> tuple[Decimal | None, QuantityError | None]:
    try:
        return (parse(text).number if text else None), None
    except QuantityError as error:
        return None, error


def _texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, str) and one for one in value)


def figure_text(value: Decimal | None) -> str:
    """Give a figure as the picture shows it; 无数据 where there is none."""
    if value is None:
        return "无数据"
    return f"{value.normalize():f}"
