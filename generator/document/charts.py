"""A chart drawn as a picture of the layout's size."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from generator.document.page.layout import Layout
from generator.document.text.chart import Chart, figure_text
from generator.problems import UserError


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
        axes.bar_label(bars, labels=[figure_text(value) for value in values], fontsize=size * 0.85, padding=1)
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
