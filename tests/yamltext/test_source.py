"""YAML text to plain data with places; every slip of the pen named with its place and its remedy."""

import re

import pytest
import yaml

from generator.problems import FactsError, Level, Place
from generator.yamltext import builder
from generator.yamltext.source import read_source
from tests.each import each

EXAMPLE = """\
年度: 2023
单位:
  名称: 稷下街道办事处          # the issuing authority; joint issuers: a list
  简称: 稷下街道
  级别: 街道                    # 乡 镇 街道 县区 部门
举措成效:
  法治宣传教育:
    普法活动: 50余次
    宣传资料: 1000余份
    受教育: 3000余人次
    亮点:                        # own words, taken up as they stand
      - 投入10余万元，在大杨村建成全市首家交通安全主题公园。
第一责任人:
  领导班子学法: 6次
  专题党课: {值: 10次, 来源: 党政办台账}
不足:
  - 问题: 执法装备不全
    原因: 执法办尚未配备执法记录仪
计划:
  - 措施: 配齐执法记录仪，开展执法人员业务培训
    针对: 执法装备不全            # the 不足 that it answers
落款:
  日期: 2024-01-20              # a sample: the original's web copy has none
"""
# What a library says in English; none of it may reach a user.
ENGLISH = re.compile(
    r"mapping|expected|scalar|token|block|found|while|indent|alias|anchor|stream|Error|line \d", re.IGNORECASE
)


@pytest.fixture(params=["CBaseLoader", "BaseLoader"], autouse=True)
def loader(request, monkeypatch):
    """Both of PyYAML's parsers: the fast one and the one that is left where libyaml is missing."""
    if not hasattr(yaml, request.param):
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(builder, "LOADER", getattr(yaml, request.param))


def read(text):
    return read_source(text.encode(), "甲.yaml")


def problems(text):
    with pytest.raises(FactsError) as caught:
        read(text)
    return caught.value.problems


def found(text):
    return [f"{p.place.line}:{p.place.column} {p.code}" for p in problems(text)]


def test_example():
    source = read(EXAMPLE)
    assert source.warnings == ()
    assert list(source.data) == ["年度", "单位", "举措成效", "第一责任人", "不足", "计划", "落款"]
    assert source.data["单位"] == {"名称": "稷下街道办事处", "简称": "稷下街道", "级别": "街道"}
    assert source.data["第一责任人"]["专题党课"] == {"值": "10次", "来源": "党政办台账"}
    assert source.data["不足"] == [{"问题": "执法装备不全", "原因": "执法办尚未配备执法记录仪"}]


@each(
    ("path", "key", "value"),
    [
        ((), (1, 1), (1, 1)),
        (("年度",), (1, 1), (1, 5)),
        (("单位",), (2, 1), (3, 3)),
        (("单位", "名称"), (3, 3), (3, 7)),
        (("举措成效", "法治宣传教育", "受教育"), (10, 5), (10, 10)),
        (("举措成效", "法治宣传教育", "亮点", 0), (12, 9), (12, 9)),
        (("第一责任人", "专题党课"), (15, 3), (15, 9)),
        (("第一责任人", "专题党课", "来源"), (15, 18), (15, 22)),
        (("不足", 0), (17, 5), (17, 5)),
        (("不足", 0, "原因"), (18, 5), (18, 9)),
    ],
)
def test_places(path, key, value):
    source = read(EXAMPLE)
    assert source.places[path] == Place("甲.yaml", *key)
    assert source.value_places[path] == Place("甲.yaml", *value)


def test_every_leaf_has_its_places():
    def paths(data, path=()):
        pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
        return {path}.union(*(paths(one, (*path, key)) for key, one in pairs))

    source = read(EXAMPLE)
    assert set(source.places) == set(source.value_places) == paths(source.data)


@each(
    ("written", "read_as"),
    [
        *[
            (text, text)
            for text in [
                "是",
                "否",
                "yes",
                "No",
                "on",
                "0750",
                "08",
                "0x1F",
                "1_000",
                "5.20",
                "2025.10",
                "12:30",
                "21:35:07",
                "2025-02-30",
                "2025-13-45",
                "1e5",
                ".5",
                "-5",
                "1,000件",
                "15000余份",
                "96.2%",
                "１２３",
                "5.2万户",
                "“八五”普法",
                "《通知》",
                "(一)",
                "（一）",
                "C#",
                "a#b",
                "http://a.cn/b",
                "3:1",
                "-甲",
                "稷下\u3000街道",
                "甲'乙",
                '甲"乙"',
                "是~",
                "nullable",
                "NaN",
                "👍",
                "𠮷",
            ]
        ],
        ("9" * 5000, "9" * 5000),
        *[(text, "") for text in ("", "~", "null", "Null", "NULL", '""', "''", "　", "# 说明", "~  # 说明")],
        ('"~"', "~"),
        ("'null'", "null"),
        ("值  # 说明", "值"),
        ("甲：乙", "甲：乙"),
        ("　稷下街道　", "稷下街道"),
        ('"  两边有空格 "', "  两边有空格 "),
        ("'取得实效 #一号工程#'", "取得实效 #一号工程#"),
        ('"甲\\n乙"', "甲\n乙"),
        *[(f'"甲{end}乙"', "甲\n乙") for end in (r"\r", r"\r\n")],
        *[(f'"{blanks}"', "") for blanks in (" ", "\u3000", r"\t", r"\r\n ", r"\_")],
        ("|\n  \u3000\n", ""),
        ("甲\t乙", "甲 乙"),
        ("\t198件", "198件"),
        ("甲\n  乙", "甲乙"),
        ("甲，\n  乙\n  abc\n  def 丙 丁", "甲，乙 abc def 丙 丁"),
        ("甲 乙\n  丙", "甲 乙丙"),
        ('"甲\n  乙"', "甲乙"),
        (">\n  甲\n  乙\n", "甲乙"),
        ("|\n  甲：乙\n  　　丙: 丁\n  \t戊\n", "甲：乙\n　　丙: 丁\n 戊"),
    ],
)
def test_written_stays_written(written, read_as):
    assert read(f"其他: {written}\n").data == {"其他": read_as}


@each(
    ("text", "where"),
    [
        ("年度：2023\n单位:\n  名称: 甲\n", ["1:3 格式-02"]),
        ("年度：2023", ["1:3 格式-02"]),
        ("年度：2023\n单位：\n  名称：甲\n", ["1:3 格式-02", "2:3 格式-02", "3:5 格式-02"]),
        ("单位:\n  名称：甲\n  简称：乙\n", ["2:5 格式-02", "3:5 格式-02"]),
        ("不足:\n  - 问题：甲\n    原因: 乙\n", ["2:7 格式-02"]),
        ("不足:\n  - 问题: 甲\n    原因：乙\n", ["3:7 格式-02"]),
        ("不足：\n  - 问题: 甲\n", ["1:3 格式-02"]),
        ("年度:2023\n单位: 甲\n", ["1:3 格式-03"]),
        ("年度:　2023\n单位: 甲\n", ["1:3 格式-03"]),
        ("单位:\n  名称:甲\n  级别: 街道\n", ["2:5 格式-03"]),
        ("年度: 2023\n单位\n不足:\n", ["2:1 格式-03"]),
        ("年度: 2023\n落款\n  日期: 甲\n", ["2:1 格式-03"]),
        ("单位:\n\t名称: 甲\n\t级别: 街道\n", ["2:1 格式-01", "3:1 格式-01"]),
        ("单位:\n  名称: 甲\n\t级别: 街道\n", ["3:1 格式-01"]),
        ("单位:\n　　名称: 甲\n　　级别: 街道\n", ["2:1 格式-01", "3:1 格式-01"]),
        ("单位:\n  名称: 甲\n　　级别: 街道\n", ["3:1 格式-01"]),
        ("单位:\n\u00a0 名称: 甲\n", ["2:1 格式-01"]),
        ("亮点:\n  -投入\n  -建成\n", ["2:3 格式-04", "3:3 格式-04"]),
        ("亮点:\n  -投入\n  - 建成\n", ["2:3 格式-04"]),
        ("亮点:\n  • 投入\n", ["2:3 格式-04"]),
        ("亮点: 投入\n  - 建成\n", ["2:3 格式-04"]),
        ("不足:\n  -问题: 甲\n    原因: 乙\n", ["2:3 格式-04"]),
        ("单位:\n  名称: 甲\n   简称: 乙\n", ["3:4 格式-05"]),
        ("单位:\n  名称: 甲\n 级别: 乙\n", ["3:2 格式-05"]),
        ("年度: 2023\n  单位: 甲\n", ["2:3 格式-05"]),
        ("单位:\n   名称: 甲\n  简称: 乙\n  级别: 丙\n", ["2:4 格式-05"]),
        ("单位:\n 名称: 甲\n  简称: 乙\n  级别: 丙\n", ["2:2 格式-05"]),
        ("单位:\n  名称: 甲\n简称: 乙\n  级别: 丙\n不足:\n", ["3:1 格式-05"]),
        ("甲:\n  乙:\n    一: 1\n   丙:\n    一: 1\n  丁:\n    一: 1\n", ["4:4 格式-05"]),
        ("甲:\n   乙:\n    一: 1\n  丙:\n    一: 1\n  丁:\n    一: 1\n", ["2:4 格式-05"]),
        ("甲:\n   - 乙\n  - 丙\n  - 丁\n", ["2:4 格式-05"]),
        ("甲:\n  - 乙\n   - 丙\n  - 丁\n", ["3:4 格式-05"]),
        ("不足:\n  - 问题: 甲\n   原因: 乙\n", ["3:4 格式-05"]),
        ("不足:\n  - 问题: 甲\n     原因: 乙\n", ["3:6 格式-05"]),
        ("亮点:\n  - 甲\n  乙: 丙\n", ["3:3 格式-05"]),
        ("亮点:\n  乙: 丙\n  - 甲\n", ["3:3 格式-05"]),
        ("其他: |\n   甲\n  乙\n不足: 丙\n", ["2:4 格式-05"]),
        ("亮点:\n  - *重点*工作\n", ["2:5 格式-06"]),
        ("亮点: &重点\n", ["1:5 格式-06"]),
        ("亮点: !重点\n", ["1:5 格式-06"]),
        ("亮点: %98\n", ["1:5 格式-06"]),
        ("%98\n年度: 2023\n", ["1:1 格式-06"]),
        ("亮点: @甲\n", ["1:5 格式-06"]),
        ("亮点: `甲`\n", ["1:5 格式-06"]),
        ("亮点: |甲\n", ["1:5 格式-06"]),
        ("亮点: >甲\n", ["1:5 格式-06"]),
        ("亮点: - 甲\n", ["1:5 格式-06"]),
        ("亮点: -\n不足:\n", ["1:5 格式-06"]),
        ("文号: [2024]12号\n年度: 2024\n", ["1:5 格式-06"]),
        ("%YAML 3.0\n---\n年度: 2024\n", ["1:1 格式-06"]),
        ('名称: "稷下\n年度: 2024\n简称: 乙\n', ["1:5 格式-07"]),
        ("名称: '稷下\n年度: 2024\n", ["1:5 格式-07"]),
        ('名称: "稷下\n年度: "2024"\n', ["1:5 格式-07"]),
        ('名称: "稷下\n年度: 2024"\n', ["1:5 格式-07"]),
        ('标题: "八五"普法\n年度: 2024\n', ["1:5 格式-07"]),
        ('"八五"普法: 3\n', ["1:1 格式-07"]),
        ('来源: "D:\\资料"\n', ["1:8 格式-07"]),
        ("名称: 稷下: 办事处\n年度: 2024\n", ["1:7 格式-08"]),
        ("亮点:\n  - 甲: 乙: 丙\n  - 丁\n", ["2:9 格式-08"]),
        ("正文:\n  - 排查【排查: 231件】，化解198起。\n  - 丁\n", ["2:5 格式-08"]),
        ("正文: 排查【排查: 231件】，化解198起。\n年度: 2024\n", ["1:10 格式-08"]),
        ("正文:\n  - 排查【排查：231件】: 化解\n  - 丁\n", ["2:5 格式-08"]),
        ("正文: 排查【排查：231件 #台账】，化解198起。\n", ["1:16 格式-11"]),
        ("其他数据:\n  '临政发【2023】5号': 300册\n", ["2:3 格式-08"]),
        ("甲: {值：198件，来源：台账}\n", ["1:5 格式-09"]),
        ("甲: {值: 198件，来源: 台账}\n", ["1:4 格式-09"]),
        ("甲: {值: 198件, 来源：台账}\n", ["1:14 格式-09"]),
        ("甲: {值:198件}\n", ["1:5 格式-09"]),
        ("甲: {值: 198件\n乙: 1\n", ["1:4 格式-09"]),
        ("甲: [乙, 丙\n丁: 1\n", ["1:4 格式-09"]),
        ("甲: [1,000件, 丙]\n", ["1:5 格式-09"]),
        ("年度: 2023\n年度: 2024\n", ["2:1 格式-10"]),
        ("单位:\n  名称: 甲\n不足:\n单位:\n  名称: 乙\n", ["4:1 格式-10"]),
        ("亮点: 取得实效 #一号工程#\n", ["1:10 格式-11"]),
        ("亮点: 推行板凳法庭 #一号工程# 取得实效\n", ["1:12 格式-11"]),
        ("亮点: 弘扬“宪法 # 精神”活动\n", ["1:11 格式-11"]),
        ("甲: &a 5\n乙: *a\n", ["1:4 格式-13", "2:4 格式-13"]),
        ("甲: !!int 5\n乙: !x [1]\n", ["1:4 格式-13", "2:4 格式-13"]),
        ("---\n甲: 1\n---\n乙: 2\n", ["3:1 格式-14"]),
        ("%YAML 1.1\n---\n甲: 1\n", ["1:1 格式-14"]),
        ("- 甲\n- 乙\n", ["1:1 格式-16"]),
        ("今年工作顺利。\n", ["1:1 格式-16"]),
        (": 2023\n甲: 1\n", ["1:1 格式-17"]),
        ("甲: {{乙}}\n", ["1:5 格式-17"]),
        ('甲: {"乙\\n丙": 1}\n', ["1:5 格式-17"]),
        ('"乙\\r丙": 1\n', ["1:1 格式-17"]),
        ('"乙\\t丙": 1\n', ["1:1 格式-17"]),
        ("", ["1:1 文件-06"]),
        ("\ufeff\n\n", ["1:1 文件-06"]),
        ("# 只有批注\n", ["1:1 文件-06"]),
        ("---\n", ["1:1 文件-06"]),
    ],
)
def test_slips(text, where):
    assert found(text) == where
    for problem in problems(text):
        assert problem.message.endswith("。")
        assert problem.fix.endswith("。")
        assert not ENGLISH.search(problem.message + problem.fix)
        assert problem.place.file == "甲.yaml"


def test_remedy_shows_the_line_as_it_should_be():
    assert "“年度: 2023”" in problems("年度：2023")[0].fix
    assert "“- 投入”" in problems("亮点:\n  -投入\n")[0].fix


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("- 排查【排查: 231件】，化解198起。", '- "排查【排查：231件】，化解198起。"'),
        ("- 排查【排查：231件】: 化解", '- "排查【排查：231件】：化解"'),
        ("正文: 排查【排查: 231件】。", '正文: "排查【排查：231件】。"'),
        ("正文: 排查【排查：231件 #台账】。", '正文: "排查【排查：231件 #台账】。"'),
        ('- 甲 "乙" 【排查: 1件】。', "- '甲 \"乙\" 【排查：1件】。'"),
    ],
)
def test_a_sentence_whose_mark_is_cut_is_shown_in_quotes(line, meant):
    (problem,) = problems(f"甲: 乙\n{line}\n" if line[0] == "正" else f"甲:\n  {line}\n")
    assert f"写成“{meant}”。" in problem.fix
    source = read(f"{meant}\n" if meant[0] == "正" else f"甲:\n  {meant}\n")
    assert source.warnings == ()


@pytest.mark.parametrize(
    "text", ["自拟【甲】: {做法: 甲。}\n", "自拟【甲】:\n  做法: 甲。\n", "自拟【甲】: # 批注\n"]
)
def test_a_name_with_a_mark_is_not_called_a_cut_sentence(text):
    (problem,) = problems(text)
    assert problem.message == "“自拟【甲】”里有【，不能作名称。"
    assert "名称里不用【】" in problem.fix


@pytest.mark.parametrize(
    "text",
    [
        "正文:\n  - 全年排查\n    【排查：231件】，化解\n",
        "正文: 全年\n  【排查：231件】，化解\n",
        "正文:\n  - 【排查:231件】，化解\n",
    ],
)
def test_a_fact_marked_in_a_sentence_is_no_name(text):
    assert "【排查" in str(read(text).data["正文"])
    assert read(text).warnings == ()


def test_duplicate_names_both_lines_and_the_field():
    (problem,) = problems("单位:\n  名称: 甲\n\n  名称: 乙\n")
    assert problem.place.line == 4
    assert "第2行" in problem.message
    assert problem.field == "单位.名称"


ALL_AT_ONCE = """\
年度：2023
单位:
  名称：稷下街道办事处
  简称:稷下街道
\t级别: 街道
举措成效:
  法治宣传教育:
    普法活动: 50余次
    普法活动: 60余次
    宣传资料: *1000余份
   受教育: 3000余人次
    亮点:
      -投入10余万元
      - "宪法"宣传
      - 取得实效 #一号工程#
不足：
  - 问题: 执法装备不全
    原因：执法办尚未配备执法记录仪
  - 问题：乙
    原因: 甲: 乙
计划:
  • 措施: 配齐
  - 措施: {值: 1,000件}
落款
  日期: 2024-01-20
"""


def test_all_slips_in_one_run():
    lines = {int(where.partition(":")[0]) for where in found(ALL_AT_ONCE)}
    assert lines == {1, 3, 4, 5, 9, 10, 11, 13, 15, 16, 18, 19, 20, 22, 23, 24}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("亮点: 投入 #说明\n", "1:8 格式-11"),
        ("亮点: #说明\n", "1:5 格式-11"),
        ("做法:\n  - 会议时间:上午\n", "2:9 格式-03"),
    ],
)
def test_doubtful_lines_are_warned_of_and_read(text, where):
    (warning,) = read(text).warnings
    assert f"{warning.place.line}:{warning.place.column} {warning.code}" == where
    assert warning.level is Level.WARNING


@each(
    "text",
    [
        "做法:\n  - 普法宣传：开展宣讲\n  - 一是抓学习: 组织集中学法\n  - 比例为3:1\n  - 见http://a.cn\n",
        "其他: |\n  会议强调：要坚持\n  - 不是项\n  年度:2023\n",
        "甲:\n- 乙\n- 丙\n",
        "---\n年度: 2023\n...\n",
        "甲: {值: 198件, 来源: 司法所台账}  # 说明\n乙: []\n丙: {}\n丁: [甲，乙, '1,000件', 123, 456]\n",
        "#年度: 2022\n年度: 2023 # 说明\n#  结尾\n",
        "甲: {\n  值: 198件,\n  来源: 台账\n}\n",
        '“八五”普法: 3\n"宪法: 宣传": 1\n12345热线: 30件\n',
    ],
)
def test_good_form_is_taken_without_a_word(text):
    assert read(text).warnings == ()
