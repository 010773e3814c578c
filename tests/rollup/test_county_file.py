"""The county's facts file: it renders, passes the checks, and each of its sums opens to its units."""

import re
from pathlib import Path

import pytest

from generator.commands.explain import explain_sentences
from generator.commands.steps import Given, check_prepared, prepare_report
from generator.facts import load_facts
from generator.problems import Level
from generator.rollup.county_file import bare_label
from generator.rollup.opening import lines_behind
from generator.rollup.outputs import made_outputs, roll_up
from generator.rollup.units import gather_units
from generator.rollup.writing import write_output
from generator.yamltext.path import dotted
from tests.rollup.made import COUNTY, write_units
from tests.rollup.units import TEMPLATES, rolled_up, write_unit

ANSWERED = """第一责任人:
  听取汇报: 4次
不足:
  - 问题: 执法力量不足
    表现: 部分乡镇执法人员少
    原因: 人员编制紧
计划:
  - 标题: 充实执法力量
    措施: 组织执法人员培训2次
    针对: 执法力量不足
落款:
  日期: 2024-01-20
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the county's facts file of 12 made units, and fill in what only the county knows."""
    folder = tmp_path_factory.mktemp("county")
    write_units(folder / "乡镇", 12)
    rolled = roll_up(gather_units([folder / "乡镇"], TEMPLATES), TEMPLATES, None, "")
    path = folder / f"{COUNTY}-2023.yaml"
    write_output(rolled, path, force=False)
    text = path.read_text(encoding="utf-8")
    assert text.count("来源: ") > 30
    path.write_text(text[: text.index("第一责任人:")] + ANSWERED, encoding="utf-8")
    return path


def test_it_passes_the_checks(county: Path) -> None:
    """No error, and the county's own words."""
    prepared = prepare_report(county, Given())
    problems = check_prepared(prepared, Given()).problems
    assert [one for one in problems if one.level is Level.ERROR] == []
    some = {one.field for one in problems if one.code == "数据-54"}
    assert some == {
        dotted(path)
        for path, origin in prepared.facts.origins.items()
        if "缺" in origin and "其他数据" not in path
    }
    assert len(some) > 20
    assert f"{COUNTY}2023年法治政府建设年度报告" in prepared.markdown
    assert "【待填" not in prepared.markdown
    assert prepared.facts is not None
    assert prepared.facts.words["全域"] == "全区"


@pytest.mark.parametrize(
    ("days", "line"),
    [
        ((None, None), ""),
        (("2023-12-20", "2023-12-20"), "截至: 2023-12-20"),
        (("2023-12-20", None), "# 各单位的数截至的日子不一样：乙镇是全年的，甲镇截至12月20日。"),
    ],
)
def test_it_ends_on_the_day_of_its_units(tmp_path: Path, days: tuple[str | None, ...], line: str) -> None:
    """Where they differ nobody but the county knows."""
    for name, day in zip(("甲镇", "乙镇"), days, strict=True):
        more = f"截至: {day}\n" if day else ""
        write_unit(tmp_path, name, "矛盾纠纷化解:\n  化解: 3件", more=more)
    rolled = roll_up(gather_units([tmp_path], TEMPLATES), TEMPLATES, None, "临江区")
    (text,) = [
        one.data.decode()
        for one in made_outputs(rolled, [tmp_path / "县.yaml"])
        if one.path.suffix == ".yaml"
    ]
    assert any(one.startswith(line) for one in text.splitlines()) if line else "截至" not in text


def test_each_of_its_sums_opens_to_its_units(county: Path) -> None:
    """The units behind a sentence's figure add up to it, and each of their lines says what is told of it."""
    opened = 0
    for sentence in explain_sentences(prepare_report(county, Given())):
        for ground in sentence.grounds:
            lines = lines_behind(ground.field, ground.origin, county)
            if not lines:
                continue
            opened += 1
            count = int(re.search(r"(\d+)个填报|(\d+)个乡镇（街道）填报", ground.origin).expand(r"\1\2"))
            assert len(lines) == count, ground
            for line in lines:
                _, value, where = line.split("  ")
                file, _, number = where.rpartition(":")
                written = (county.parent / file).read_text(encoding="utf-8").splitlines()[int(number) - 1]
                assert re.sub(r"\D", "", value.split(".")[0]) in written
    assert opened > 30


def test_who_spared_the_others_is_told_beside_who_owes(tmp_path: Path) -> None:
    """And a total of some is reminded of."""
    units = {
        "甲镇": "立案: 9件\n  办结: 5件",
        "乙镇": "立案: 8件\n  办结: 6件",
        "丙镇": "立案: 7件\n  办结: 5件",
        "丁镇": "立案: 0",
        "戊镇": "立案: 3件",
    }
    rolled = rolled_up(tmp_path, {name: f"行政执法:\n  {one}" for name, one in units.items()})
    path = tmp_path / "县" / "全县.yaml"
    write_output(rolled, path, force=False)
    origin = load_facts(path).origin("举措成效.抓好行政执法和重点领域监管.行政执法.办结")
    assert origin == "5个乡镇中3个填报（缺戊镇；另有1个立案填0），明细见全县-明细.csv"
    prepared = prepare_report(path, Given())
    told = [one.message for one in check_prepared(prepared, Given()).problems if one.code == "数据-54"]
    assert told == ["办结不少于16件只是一部分单位的数：5个乡镇中3个填报（缺戊镇；另有1个立案填0）。"]


def test_what_only_the_county_knows_is_asked_after(tmp_path: Path) -> None:
    """And what a single unit withheld, the county withholds."""
    write_unit(tmp_path, "甲镇", "矛盾纠纷化解:\n  化解: {值: 5件, 公开: 否}\n  排查活动: 6次")
    write_unit(tmp_path, "乙街道", "矛盾纠纷化解:\n  化解: 3件", more="不足:\n  - 问题: 人少")
    rolled = roll_up(gather_units([tmp_path], TEMPLATES), TEMPLATES, None, "")
    write_output(rolled, tmp_path / "县" / "全县.yaml", force=False)
    facts = load_facts(tmp_path / "县" / "全县.yaml")
    asked = {one.field for one in facts.gaps}
    assert {"单位.名称", "第一责任人", "不足", "计划"} <= asked
    assert facts.level == "县区"
    assert {path[-1] for path in facts.withheld} == {"化解"}
    text = (tmp_path / "县" / "全县.yaml").read_text(encoding="utf-8")
    assert "化解: {值: 8件, 来源: 2个乡镇（街道）中2个填报，明细见全县-明细.csv, 公开: 否}" in text
    assert (
        "排查活动: {值: 不少于6次, 来源: 2个乡镇（街道）中1个填报（缺乙街道），明细见全县-明细.csv}" in text
    )
    assert "#   人少：乙街道" in text


def test_a_name_with_any_signs_makes_a_file_that_can_be_read(tmp_path: Path) -> None:
    """Own labels come from the units; quotes and colons are theirs."""
    measures = '矛盾纠纷化解:\n  其他数据: {"“网格+”: 处": 3处, "#号": 2个}'
    rolled = rolled_up(tmp_path, {"甲镇": measures, "乙镇": measures}, name="")
    write_output(rolled, tmp_path / "县" / "全县.yaml", force=False)
    topic = load_facts(tmp_path / "县" / "全县.yaml").topics["矛盾纠纷化解"]
    assert {bare_label(one) for one in topic.own.figures} == {"“网格+”: 处", "#号"}
    assert [one[:4] for one in topic.own.figures if one[:2] == "有关"] == ["有关乡镇"]


def test_no_heading_names_a_topic_that_is_not_told(tmp_path: Path) -> None:
    """Our own check would remind of it; of one topic alone there is none that fits."""
    for more, heading in ((("化解: 5件",), False), (("化解: 5件\n信访工作:\n  信访: 3件",), True)):
        folder = tmp_path / str(heading)
        rolled = rolled_up(folder, {"甲镇": f"矛盾纠纷化解:\n  {more[0]}"})
        write_output(rolled, folder / "县" / "全县.yaml", force=False)
        problems = check_prepared(prepare_report(folder / "县" / "全县.yaml", Given()), Given()).problems
        assert "结构-37" not in {one.code for one in problems}
        text = (folder / "县" / "全县.yaml").read_text(encoding="utf-8")
        assert ("  抓好矛盾纠纷化解和信访工作:" in text, "\n  矛盾纠纷化解:" in text) == (
            heading,
            not heading,
        )


def test_an_own_figure_says_whose_it_is(tmp_path: Path) -> None:
    """And opens to its lines under the label of the units."""
    own = "矛盾纠纷化解:\n  化解: 5件\n  其他数据: {市场调处: 3起}"
    write_output(
        rolled_up(tmp_path / "乡镇", {"甲镇": own, "乙街道": own}), tmp_path / "全县.yaml", force=False
    )
    prepared = prepare_report(tmp_path / "全县.yaml", Given())
    assert "有关乡镇（街道）市场调处6起。" in prepared.markdown
    (ground,) = (
        ground
        for one in explain_sentences(prepared)
        for ground in one.grounds
        if ground.field.endswith("市场调处")
    )
    assert len(lines_behind(ground.field, ground.origin, tmp_path / "全县.yaml")) == 2


def test_shortcomings_in_own_words_are_listed_too(tmp_path: Path) -> None:
    """By their first sentence."""
    more = "不足:\n  - 正文: [夜市执法力量不足。主要是编制少。]\n  - 问题: 人少"
    write_unit(tmp_path, "甲镇", "矛盾纠纷化解:\n  化解: 5件", more=more)
    rolled = roll_up(gather_units([tmp_path], TEMPLATES), TEMPLATES, None, "")
    write_output(rolled, tmp_path / "县" / "全县.yaml", force=False)
    text = (tmp_path / "县" / "全县.yaml").read_text(encoding="utf-8")
    assert "#   夜市执法力量不足：甲镇\n#   人少：甲镇\n" in text
