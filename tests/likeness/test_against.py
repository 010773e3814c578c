"""`check --against`: what a report shares with those of a folder is what `nianbao alike` finds."""

from datetime import date
from io import BytesIO

from docx import Document

from generator.commands.steps import Given
from generator.county.review import review_report
from generator.files import save
from generator.likeness.against import held_against, shared_among
from generator.likeness.alike import find_alike
from generator.resources import Templates
from tests.likeness.test_alike import OWN, _facts


def _folder(path, files):
    for name, text in files.items():
        save(path / name, text.encode("utf-8"))
    return path


def test_the_unit_named_is_the_one_whose_own_words_are_the_same_not_one_with_the_same_templates(tmp_path):
    folder = _folder(
        tmp_path,
        {
            "望山乡.yaml": _facts("望山乡", OWN[:3], level="乡"),
            "石坪镇.yaml": _facts("石坪镇", ["另起一行写自己的事情，与别家全不一样，谁也没有抄过谁的话。"]),
            "城关镇.yaml": _facts("城关镇", OWN),
            "柳河镇.yaml": _facts("柳河镇", OWN[2:3]),
        },
    )
    held = held_against([folder / "望山乡.yaml", folder / "石坪镇.yaml"], folder, Templates())
    ((file, others),) = held.others.items()
    assert file == folder / "望山乡.yaml"
    assert max(others, key=lambda one: one.share).name == "城关镇.yaml"
    shares = {one.name: one.share for one in others}
    assert shares["城关镇.yaml"] == 1
    (pair,) = find_alike([file, folder / "城关镇.yaml"], (), Templates()).pairs
    assert pair.shares[0] == shares["城关镇.yaml"]


def test_the_sentences_of_a_passage_stand_in_the_order_of_the_report_that_is_checked(tmp_path):
    taken = [OWN[2], OWN[0], OWN[1]]
    folder = _folder(tmp_path, {"乙镇.yaml": _facts("乙镇", OWN), "甲镇.yaml": _facts("甲镇", taken)})
    held = held_against([folder / "乙镇.yaml", folder / "甲镇.yaml"], folder, Templates())
    orders = {path.stem: one.passages for path, others in held.others.items() for one in others}
    assert orders == {"甲镇": (tuple(taken),), "乙镇": (OWN[:3],)}


def test_a_report_is_held_against_the_last_year_s_of_its_unit_but_not_against_itself_as_text(tmp_path):
    folder = _folder(
        tmp_path / "各镇",
        {
            "甲镇.md": "# 甲镇2023年法治政府建设年度报告\n\n" + "".join(OWN) + "\n",
            "去年.yaml": _facts("甲镇", OWN, 2022),
        },
    )
    file = _folder(tmp_path, {"甲镇.yaml": _facts("甲镇", OWN)}) / "甲镇.yaml"
    held = held_against([file], folder, Templates())
    assert [one.name for one in held.others[file]] == ["去年.yaml"]
    assert held.unread == ()


def test_what_cannot_be_read_is_named_and_what_is_no_report_is_passed_over(tmp_path):
    folder = _folder(
        tmp_path,
        {
            "甲镇.yaml": _facts("甲镇", OWN),
            "乙镇.doc": "",
            "丙镇（审核意见）.docx": "",
            "提法.yaml": "",
            "上级通知.yaml": "",
        },
    )
    held = held_against([folder / "甲镇.yaml"], folder, Templates())
    assert held.others == {}
    assert [one.place.file for one in held.unread] == ["乙镇.doc"]


def test_a_review_carries_what_a_report_shares_with_others_of_the_county(tmp_path):
    folder = _folder(tmp_path, {"甲镇.yaml": _facts("甲镇", OWN), "乙镇.yaml": _facts("乙镇", OWN)})
    files = [folder / "甲镇.yaml", folder / "乙镇.yaml"]
    others = shared_among(files, Templates())
    data = review_report(files[0], Given(), date(2024, 2, 15), others[files[0]]).data
    words = "".join(one.text for one in Document(BytesIO(data)).comments)
    assert "雷同-06：自己写的话有100%与“乙镇.yaml”相同。" in words
    assert "雷同-07：这里起有5句与“乙镇.yaml”相同" in words
