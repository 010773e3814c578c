"""A chart's block: read as reports write figures, and said in words."""

from __future__ import annotations

from generator.document.text.chart import read_chart

TEXT = '标题: 对比\n单位: 件\n项目: [立案, 调解]\n数据:\n  2022年: [26, 1.2万余件]\n  2023年: ["", 198件]'


def test_figures_are_read_as_reports_write_them():
    chart = read_chart(TEXT)
    assert (chart.title, chart.unit, chart.labels) == ("对比", "件", ("立案", "调解"))
    assert chart.series == (("2022年", (26, 12000)), ("2023年", (None, 198)))
    assert (
        chart.alt == "柱状图：对比（单位：件）。立案：2022年26，2023年无数据；调解：2022年12000，2023年198。"
    )
