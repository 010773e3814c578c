"""A chart as the Markdown text gives it: a fenced block 图表, read into labels and series, drawn as a picture."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.numbers.quantity import QuantityError, parse
from generator.problems import FactsError, Problem, UserError
from generator.yamltext.mapping import Mapping, near_advice, read_mapping

if TYPE_CHECKING:
    from generator.document.page.layout import Layout

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
            f"{label}：" + "，".join(f"{name}{_shown(values[number])}" for name, values in self.series)
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


def draw(chart: Chart, layout: Layout) -> bytes:
    """Draw the chart as a PNG picture of the layout's size; the same chart gives the same bytes.

    Raises UserError when matplotlib, or a font with Chinese characters, is not there.
    """
    try:
        import matplotlib as mpl
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError as error:
        fix = '请运行 pip install "nianbao[charts]" 安装绘图组件，或不加图表。'
        raise UserError("要画图表，但没有安装绘图组件 matplotlib", fix) from error
    size = layout.points("图表.字号")
    with mpl.rc_context(
        {"font.family": fonts_of_charts(layout), "font.size": size, "axes.unicode_minus": False}
    ):
        inches = (layout.twips("图表.宽") / 1440, layout.twips("图表.高") / 1440)
        figure = Figure(figsize=inches, dpi=layout.number("图表.分辨率"))
        _bars(figure.add_subplot(), chart, layout.names("图表.颜色"), size)
        figure.tight_layout()
        out = BytesIO()
        FigureCanvasAgg(figure)
        figure.savefig(out, format="png", dpi=layout.number("图表.分辨率"), metadata={"Software": None})
    return out.getvalue()


def _bars(axes: Any, chart: Chart, colours: tuple[str, ...], size: float) -> None:
    wide = 0.8 / len(chart.series)
    for number, (name, values) in enumerate(chart.series):
        at = [place + (number - (len(chart.series) - 1) / 2) * wide for place in range(len(chart.labels))]
        heights = [float(value or 0) for value in values]
        bars = axes.bar(at, heights, wide * 0.92, label=name, color="#" + colours[number % len(colours)])
        axes.bar_label(bars, labels=[_shown(value) for value in values], fontsize=size * 0.85, padding=1)
    axes.set_xticks(range(len(chart.labels)), chart.labels)
    axes.spines[["top", "right"]].set_visible(False)
    axes.margins(y=0.15)
    if chart.unit:
        axes.set_title(f"单位：{chart.unit}", loc="left", fontsize=size)
    if len(chart.series) > 1:
        axes.legend(frameon=False, loc="upper right", ncols=len(chart.series), bbox_to_anchor=(1, 1.14))


def fonts_of_charts(layout: Layout) -> list[str]:
    """Give the report's own fonts as far as they are there: that of its figures, then that of its characters."""
    from matplotlib import font_manager

    there = sorted({font.name for font in font_manager.fontManager.ttflist})
    family = layout.text("图表.字体")
    wanted = layout.names(f"字体.{family}")
    aliases = [layout.values.get(f"字体别名.{name}") for name in wanted]
    # the collection files of Noto list only their first language by name: any of them has the characters
    any_chinese = [name for kind in ("Serif", "Sans") for name in there if "CJK" in name and kind in name]
    chinese = next((name for name in (*wanted, *aliases, *any_chinese) if name in there), None)
    if chinese is None:
        raise UserError(
            "本机没有能显示汉字的字体，图表画不出来",
            f"请安装 {'、'.join(wanted[:3])} 等字体中的一种，或不加图表。",
        )
    latin = next((name for name in layout.names("字体.西文") if name in there), chinese)
    return [*dict.fromkeys((latin, str(chinese)))]


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


def _shown(value: Decimal | None) -> str:
    if value is None:
        return "无数据"
    return f"{value.normalize():f}"
