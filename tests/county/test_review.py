"""The county's review: comments at the sentences, one list at the title, nothing else of a unit's file changed."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from generator.commands.steps import Given
from generator.county.review import review_files, review_report
from generator.problems import FactsError, UserError
from tests.county.folders import EMPTY_FORM, FACTS, TODAY, county
from tests.county.words import parts, word_file

REPORT = [
    "石桥镇2023年法治政府建设情况报告",
    "一、主要举措和成效",
    ["全年立案20件，办结18件，", "办结率92%", "。开展活动XX次。"],
    "石桥镇人民政府",
    "2024年3月20日",
]


def comments(data: bytes) -> list[tuple[str, str, str]]:
    """Give the author, the words and the commented text of each comment of a Word file."""
    document = Document(BytesIO(data))
    found = []
    for one in document.comments:
        mark = str(one.comment_id)
        inside, text = False, ""
        for element in document.element.body.iter():
            tag = element.tag.rpartition("}")[2]
            if tag in {"commentRangeStart", "commentRangeEnd"} and element.values()[0] == mark:
                inside = tag == "commentRangeStart"
            if inside and tag == "t":
                text += element.text or ""
        found.append((one.author, one.text, text))
    return found


def given(folder: Path) -> Given:
    """Hold all to the notice of the folder."""
    return Given(notice=folder / "上级通知.yaml")


def test_a_report_made_from_facts_is_commented_where_it_asks(tmp_path: Path) -> None:
    """What is about no sentence is listed once, at the title."""
    folder = county(tmp_path, 云岭街道=FACTS.replace("免报: 公共法律服务：服务站正在改建", "字数: 1000"))
    review = review_report(folder / "云岭街道-2023.yaml", given(folder), TODAY)
    found = comments(review.data)
    assert {author for author, _words, _text in found} == {"清河区司法局"}
    assert not any(word in words for _author, words, _text in found for word in ("停用", "【", "事实文件"))
    (gap,) = [text for _author, words, text in found if "行政执法.办结" in words]
    assert gap == "【待填：办结（件）】"
    (general,) = [words for _author, words, _text in found if words.startswith("全文的意见")]
    assert "待填-04：“公共法律服务”是通知点名要报的，还没有写。" in general
    assert review.errors == 2


def test_a_units_own_word_file_is_changed_in_nothing_but_comments(tmp_path: Path) -> None:
    """Its other parts stay byte by byte, its text word for word."""
    folder = county(tmp_path)
    data = word_file(folder / "报告.docx", REPORT)
    review = review_report(folder / "报告.docx", given(folder), TODAY)
    found = comments(review.data)
    texts = {words.split("：")[0]: text for _author, words, text in found}
    assert texts["错误 数据-01"] == "92%"
    assert texts["错误 结构-05"] == "XX"
    assert texts["提醒 结构-28"] == REPORT[0]
    assert texts["提醒 结构-30"] == REPORT[-1]
    assert texts["全文的意见，句子上的意见见各处批注"] == REPORT[0]
    before, after = parts(data), parts(review.data)
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= {
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
        "word/comments.xml",
    }
    assert [one.text for one in Document(BytesIO(review.data)).paragraphs] == [
        one if isinstance(one, str) else "".join(one) for one in REPORT
    ]


def test_a_notice_asks_nothing_of_parts_that_it_does_not_name(tmp_path: Path) -> None:
    """Only titles that it words are held against a report of somebody's own."""
    folder = county(tmp_path)
    word_file(folder / "报告.docx", REPORT)
    assert "结构-29" not in str(comments(review_report(folder / "报告.docx", given(folder), TODAY).data))


def test_one_that_is_refused_stops_no_other(tmp_path: Path) -> None:
    """Each file has its review, or why not."""
    folder = county(tmp_path, 坏="年度: [")
    (folder / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    word_file(folder / "报告.docx", REPORT)
    files = [folder / name for name in ("坏-2023.yaml", "旧.doc", "报告.docx", "云岭街道-2023.yaml")]
    bad, old, word, facts = review_files(files, tmp_path / "审核", given(folder), TODAY)
    assert bad.problems
    assert old.error
    assert word.path == tmp_path / "审核" / "报告（审核意见）.docx"
    assert facts.path is not None
    assert facts.path.name == "云岭街道-2023（审核意见）.docx"
    facts.path.write_bytes(b"by hand")
    other = tmp_path / "另" / "报告.docx"
    other.parent.mkdir()
    word_file(other, REPORT)
    _one, twin = review_files([files[2], other], tmp_path / "审核", given(folder), TODAY)
    assert twin.path == tmp_path / "审核" / "报告（另）（审核意见）.docx"
    (again,) = review_files(files[3:], tmp_path / "审核", given(folder), TODAY)
    assert again.error is not None
    assert facts.path.read_bytes() == b"by hand"


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    """Whatever else is called, none is written over another, and no later file makes a review another unit's."""
    folder = county(tmp_path)
    files = [tmp_path / name for name in ("石桥镇/报告.docx", "南关街道/报告.docx", "云岭街道/报告-2.docx")]
    for one in files:
        one.parent.mkdir()
        word_file(one, REPORT)
    expected = {
        "报告（石桥镇）（审核意见）.docx",
        "报告（南关街道）（审核意见）.docx",
        "报告-2（审核意见）.docx",
    }
    for given_so in (files, files[::-1]):
        returned = review_files(given_so, tmp_path / "审核", given(folder), TODAY)
        assert {one.path.name for one in returned if one.path} == expected
        assert {
            one.source.parent.name: one.path.name
            for one in returned
            if one.path and "报告（" in one.path.name
        } == {
            "石桥镇": "报告（石桥镇）（审核意见）.docx",
            "南关街道": "报告（南关街道）（审核意见）.docx",
        }


@pytest.mark.parametrize("name", ["云岭街道-2023.yaml", "报告.docx"])
def test_the_same_report_gives_the_same_bytes(tmp_path: Path, name: str) -> None:
    """Comments bear the day of the review, not of the clock, nor that on which the report was signed."""
    folder = county(tmp_path)
    word_file(folder / "报告.docx", REPORT)
    data = review_report(folder / name, given(folder), TODAY).data
    assert data == review_report(folder / name, given(folder), TODAY).data
    assert {one.timestamp.date() for one in Document(BytesIO(data)).comments} == {TODAY}


def test_an_empty_form_has_one_remark(tmp_path: Path) -> None:
    """What stands for what is missing is no text to find fault with."""
    folder = county(tmp_path, 石桥镇=EMPTY_FORM)
    review = review_report(folder / "石桥镇-2023.yaml", given(folder), TODAY)
    assert [words for _author, words, _text in comments(review.data)] == [
        "这份是空表，各项都没有填，请填写后报送。"
    ]


def test_in_a_form_that_is_begun_nothing_is_found_within_what_stands_for_what_is_missing(
    tmp_path: Path,
) -> None:
    """But that it is to be filled in."""
    form = EMPTY_FORM.replace("      化解: \n", "      化解: 12起\n", 1)
    folder = county(tmp_path, 石桥镇=form)
    found = comments(review_report(folder / "石桥镇-2023.yaml", given(folder), TODAY).data)
    within = [words for _author, words, text in found if text.startswith("【待填") and text.endswith("】")]
    assert within
    assert [words for words in within if "待填-" not in words] == []


def test_a_report_in_which_nothing_is_found_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else nobody would know that it was looked at."""
    monkeypatch.setattr("generator.county.review.findings", lambda _material: iter(()))
    folder = county(tmp_path)
    word_file(folder / "报告.docx", REPORT)
    monkeypatch.setattr("generator.county.review.unrecognised", lambda _path, _given: ())
    found = comments(review_report(folder / "报告.docx", given(folder), TODAY).data)
    assert found == [("清河区司法局", "审核意见：无意见。", REPORT[0])]


def test_what_cannot_be_read_at_all_is_raised(tmp_path: Path) -> None:
    """For the caller to tell."""
    folder = county(tmp_path, 坏="年度: [")
    with pytest.raises(FactsError):
        review_report(folder / "坏-2023.yaml", given(folder), TODAY)
    with pytest.raises(UserError):
        review_report(folder / "没有.docx", given(folder), TODAY)
