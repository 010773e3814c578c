"""What a person changed in Word comes home: every change is proved by rendering, the others are told."""

import io
import zipfile

import pytest

from generator.commands.import_edited import edited_report, is_ours
from generator.commands.steps import Given, prepare_report
from generator.document.page.layout import layout_of, read_layout
from generator.document.text.blocks import read_blocks
from generator.document.word.docx import write_docx
from generator.document.word.ours import state_of_text
from generator.resources import Templates
from tests.cli.command import EXAMPLES

GIVEN = Given()
FACTS = """年度: 2023
单位: {名称: 稷下街道办事处, 简称: 稷下街道, 级别: 街道, 上级: 临淄区}
举措成效:
  化解矛盾，维护稳定:
    矛盾纠纷化解:
      人民调解员: 45名   # 含专职
      正文:
        - 全年排查矛盾纠纷【排查：231件】，化解【化解：198起】，化解率【化解率】。“老赵调解室”单独调处【老赵调解室调处：41件】。
        - 调解员全部参加培训。
    信访工作: {信访: 67件, 办结: 65件, 积案化解: 3件}
  法律明白人:
    法律明白人: 148名
    新增法律明白人: 22名
第一责任人: {领导班子学法: 6次, 听取汇报: 3次}
不足:
  - 问题: 执法装备不全
    原因: 执法办尚未配备执法记录仪
计划:
  - 措施: 配齐执法记录仪，开展执法人员业务培训
    针对: 执法装备不全
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "稷下街道-2023.yaml"
    path.write_bytes(FACTS.encode())
    return path


def edited(file, *changes):
    """Give our Word file after a person changed some of its words in Word, which keeps our property."""
    prepared = prepare_report(file, GIVEN)
    markdown = prepared.markdown
    for old, new in changes:
        assert markdown.count(old) == 1, markdown
        markdown = markdown.replace(old, new)
    document = read_blocks(markdown, file="甲")
    data = write_docx(document, layout_of(document, read_layout(Templates(), None)))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(out, "w") as saved:
        for name in made.namelist():
            part = made.read(name)
            saved.writestr(
                name,
                part.replace(state_of_text(document).encode(), state_of_text(prepared.document).encode()),
            )
    path = file.with_suffix(".docx")
    path.write_bytes(out.getvalue())
    return path


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        (("45名", "47名"), "人民调解员: 45名   # 含专职", "人民调解员: 47名   # 含专职"),
        (
            ("231件，化解198起，化解率85.7%", "240件，化解205起，化解率85.4%"),
            "【排查：231件】，化解【化解：198起】",
            "【排查：240件】，化解【化解：205起】",
        ),
        (
            ("单独调处41件", "一家就调处了43件"),
            "单独调处【老赵调解室调处：41件】",
            "一家就调处了【老赵调解室调处：43件】",
        ),
        (("全部参加培训", "都参加了培训"), "- 调解员全部参加培训。", "- 调解员都参加了培训。"),
        (("信访积案3件", "信访积案4件"), "积案化解: 3件", "积案化解: 4件"),
        (("汇报3次", "汇报4次"), "听取汇报: 3次", "听取汇报: 4次"),
        (("\n执法装备不全。", "\n执法装备还不够。"), "- 问题: 执法装备不全", "- 问题: 执法装备还不够"),
    ],
)
def test_a_changed_sentence_goes_to_its_facts(file, change, before, after):
    returned = edited_report(edited(file, change), file, GIVEN)
    (one,) = returned.changes
    assert one.proposal
    assert one.grounds
    kept = returned.write(returned.changes)
    assert kept.read_bytes() == FACTS.encode()
    assert file.read_text(encoding="utf-8") == FACTS.replace(before, after)


def test_a_sentence_of_the_template_becomes_one_of_the_topic(file):
    change = ("现有法律明白人148名，当年新增22名", "法律明白人发展到148名，其中当年新增22名，作用明显")
    returned = edited_report(edited(file, change), file, GIVEN)
    returned.write(returned.changes)
    said = "    正文:\n      - 法律明白人发展到【法律明白人】，其中当年新增【新增法律明白人】，作用明显。\n"
    assert said in file.read_text(encoding="utf-8")
    assert edited_report(file.with_suffix(".docx"), file, GIVEN).changes == ()


def test_so_is_one_that_a_mark_prints(file):
    returned = edited_report(edited(file, ("排查矛盾纠纷231件", "排查矛盾纠纷240件")), file, GIVEN)
    (one,) = returned.changes
    assert "【排查：240件】" in one.proposal.changes[0].value
    assert one.others[0][1].endswith("化解率82.5%。")


@pytest.mark.parametrize(
    "change",
    [
        ("（二）加强法律明白人队伍建设", "（二）建强法律明白人队伍"),
        ("现将2023年度法治政府建设情况报告如下：", "现报告如下："),
        ("调解员全部参加培训。", "调解员全部参加培训。会前学法常态化。"),
        ("化解信访积案3件。", ""),
    ],
)
def test_what_cannot_be_taken_surely_is_listed_and_left(file, change):
    returned = edited_report(edited(file, change), file, GIVEN)
    assert returned.changes
    assert all(one.proposal is None for one in returned.changes)


def test_a_rate_that_was_left_is_worked_out_anew_and_told(file):
    returned = edited_report(edited(file, ("受理信访事项67件", "受理信访事项70件")), file, GIVEN)
    (one,) = returned.changes
    assert one.proposal.does == "信访工作.信访：67件 → 70件"
    ((was, now),) = one.others
    assert (was[-8:], now[-10:]) == ("，办结率97%。", "，办结率92.9%。")


def test_a_facts_file_that_was_changed_since_is_told(file):
    path = edited(file, ("45名", "47名"))
    assert not edited_report(path, file, GIVEN).stale
    file.write_bytes(FACTS.replace("148名", "150名").encode())
    returned = edited_report(path, file, GIVEN)
    assert returned.stale
    assert len(returned.changes) == 2


@pytest.mark.parametrize("source", sorted(EXAMPLES.glob("*.yaml")), ids=lambda one: one.stem)
def test_what_nobody_changed_comes_back_unchanged(source, tmp_path):
    file = tmp_path / source.name
    file.write_bytes(source.read_bytes())
    path = edited(file)
    assert is_ours(path)
    assert edited_report(path, file, GIVEN).changes == ()
