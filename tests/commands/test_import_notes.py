"""Notes go into a facts file: what is accepted and nothing else; the file as it was is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.commands.import_notes import suggest_from_files, suggest_from_text
from generator.problems import FactsError, UserError
from generator.resources import Templates
from generator.suggesting.suggestion import Standing
from generator.yamltext.source import read_source
from tests.often import often

TEMPLATES = Templates()
FACTS = """# 口径由司法所定
年度: 2024
单位: {名称: 石桥镇人民政府, 简称: 石桥镇, 级别: 镇}
举措成效:
  矛盾纠纷化解:
    排查: 231件   # 台账
    人民调解员:
    正文:
      - 其中邻里纠纷【邻里：】，婚姻家庭纠纷【婚姻家庭：】。
"""
NOTES = "综治办 李四 1月5日 11:02\n矛盾纠纷排查240件\n人民调解员58名\n其中婚姻家庭38件，邻里64件\n网格86个\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "石桥镇-2024.yaml"
    path.write_bytes(FACTS.encode())
    return path


def test_what_is_accepted_is_written_with_its_origin_and_the_rest_stays(file):
    notes = suggest_from_text(NOTES, file, TEMPLATES)
    kept = notes.write(notes.suggestions.of(Standing.NEW))
    text = file.read_text(encoding="utf-8")
    assert kept.read_bytes() == FACTS.encode()
    assert "    排查: 231件   # 台账\n    人民调解员: {值: 58名, 来源: 综治办1月5日}\n" in text
    assert "      - 其中邻里纠纷【邻里：64件】，婚姻家庭纠纷【婚姻家庭：38件】。\n" in text
    assert text.endswith("  基层治理:\n    网格: {值: 86个, 来源: 综治办1月5日}\n")


def test_the_day_on_which_a_figure_ends_is_written_beside_it(file):
    notes = suggest_from_text("政务公开：主动公开政府信息318条（截至11月底）\n", file, TEMPLATES)
    (one,) = notes.suggestions.of(Standing.NEW)
    notes.write([one])
    assert one.dated == "318条（截至11月30日）"
    assert f"主动公开: {{值: 318条, 截至: 2024-11-30, 来源: {one.origin}}}" in file.read_text(
        encoding="utf-8"
    )


def test_what_differs_is_written_where_it_is_asked_for(file):
    notes = suggest_from_text(NOTES, file, TEMPLATES)
    notes.write(notes.suggestions.of(Standing.OTHER))
    assert "    排查: {值: 240件, 来源: 综治办1月5日}   # 台账\n" in file.read_text(encoding="utf-8")


def test_line_ends_mark_and_encoding_stay(file):
    file.write_bytes(b"\xef\xbb\xbf" + FACTS.replace("\n", "\r\n").encode())
    notes = suggest_from_text("人民调解员58名", file, TEMPLATES)
    notes.write(notes.suggestions.offered)
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf#")
    assert data.count(b"\n") == data.count(b"\r\n")


def test_files_are_read_and_mistakes_told(file, tmp_path):
    (tmp_path / "材料.txt").write_text("网格86个", encoding="gb18030")
    assert (
        suggest_from_files([tmp_path / "材料.txt"], file, TEMPLATES).suggestions.offered[0].origin
        == "材料.txt"
    )
    with pytest.raises(UserError, match="找不到"):
        suggest_from_files([tmp_path / "没有.txt"], file, TEMPLATES)
    file.write_text("年度: 二〇\n", encoding="utf-8")
    with pytest.raises(FactsError):
        suggest_from_text("网格86个", file, TEMPLATES)


LINES = [
    "网格86个",
    "人民调解员58名",
    "网格员92名，其中专职12名",
    "12345热线工单143件",
    "立案3件",
    "一季度排查58件",
    "：",
    "【",
]


@often(15)
@given(st.lists(st.sampled_from(LINES), max_size=5), st.text(max_size=20))
def test_only_the_paths_that_are_accepted_change(tmp_path_factory, lines, noise):
    file = tmp_path_factory.mktemp("来件") / "石桥镇-2024.yaml"
    file.write_bytes(FACTS.encode())
    notes = suggest_from_text("\n".join([*lines, noise]), file, TEMPLATES)
    chosen = notes.suggestions.of(Standing.NEW)
    notes.write(chosen)
    before, after = (read_source(text, "甲").data for text in (FACTS.encode(), file.read_bytes()))
    for one in chosen:
        holder = after
        for part in one.path[:-1]:
            holder = holder[part]
        assert holder.pop(one.path[-1]) == {"值": one.value, "来源": one.origin}
        if one.path == ("举措成效", "矛盾纠纷化解", "人民调解员"):
            holder["人民调解员"] = ""
    emptied = {name for name, topic in after["举措成效"].items() if not topic}
    for name in emptied:
        del after["举措成效"][name]
    assert after == before
