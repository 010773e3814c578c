"""How a file would come to say what a person wrote: other values, other own words, a sentence of its own."""

import pytest

from generator.suggesting.rewritten import FileWords, proposals
from tests.suggesting.test_suggest import facts

FACTS = """年度: 2024
单位: {名称: 石桥镇人民政府, 简称: 石桥镇, 级别: 镇}
举措成效:
  化解矛盾:
    矛盾纠纷化解:
      人民调解员: 45名
      专职调解员: 6
      正文:
        - 排查【排查：231件】，化解【化解：198起】，化解率【化解率】。请看【【附件】。
        - 全部参加培训。
"""
TOPIC = "举措成效.化解矛盾.矛盾纠纷化解"
WORDS = FileWords(facts(FACTS))
BODY = [f"{TOPIC}.正文.1", f"{TOPIC}.排查", f"{TOPIC}.化解"]
FIELDS = [f"{TOPIC}.人民调解员", f"{TOPIC}.专职调解员"]


@pytest.mark.parametrize(
    ("old", "new", "grounds", "values"),
    [
        ("现有人民调解员45名。", "现有人民调解员47名。", FIELDS[:1], ["47名"]),
        (
            "人民调解员45名，专职6名。",
            "人民调解员46名，专职8名。",
            FIELDS,
            ["46名", "8名"],
        ),
        (
            "排查231件，化解198起，化解率85.7%。",
            "排查240件，化解198起，化解率82.5%。",
            BODY,
            ["排查【排查：240件】，化解【化解：198起】，化解率【化解率】。请看【【附件】。"],
        ),
        (
            "排查231件，化解198起，化解率85.7%。",
            "共排查231件，其中化解198起，化解率85.7%。",
            BODY,
            ["共排查【排查：231件】，其中化解【化解：198起】，化解率【化解率】。请看【【附件】。"],
        ),
        (
            "请看【附件】。",
            "请见【附件】。",
            BODY[:1],
            ["排查【排查：231件】，化解【化解：198起】，化解率【化解率】。请见【【附件】。"],
        ),
        ("全部参加培训。", "都参加了培训。", [f"{TOPIC}.正文.2"], ["都参加了培训。"]),
    ],
)
def test_the_plainest_way_comes_first(old, new, grounds, values):
    first = next(iter(proposals(old, new, grounds, WORDS)))
    assert [one.value for one in first.changes] == values
    assert first.lost == ()


def test_a_figure_that_is_gone_is_told():
    first = next(
        iter(proposals("排查231件，化解198起，化解率85.7%。", "化解198起，化解率85.7%。", BODY, WORDS))
    )
    assert first.lost == ("排查",)


def test_other_words_around_fields_become_a_sentence_of_the_topic():
    (way,) = proposals("现有人民调解员45名。", "调解员发展到45名，人人持证。", FIELDS[:1], WORDS)
    (change,) = way.changes
    assert change.path == ("举措成效", "化解矛盾", "矛盾纠纷化解", "正文", 2)
    assert change.value == "调解员发展到【人民调解员】，人人持证。"


def test_what_rests_on_no_topic_gives_no_way():
    assert list(proposals("现报告如下：", "现将情况报告如下：", [], WORDS)) == []
