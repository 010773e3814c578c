"""What stays to be decided goes on with the file: where it is, and what the file says there."""

import pytest

from generator.preview.clashes import clash_elsewhere
from generator.preview.form_actions import Move, Remove
from generator.preview.form_values import SetItem
from generator.preview.merging import Clash
from generator.preview.session import Session

SENTENCES = ("其他情况", 1)


@pytest.mark.parametrize(
    ("step", "wanted"),
    [
        (SetItem(SENTENCES, "丁戊", "丁"), Clash(SENTENCES, "乙乙", "丁戊")),
        (SetItem(("其他情况", 0), "甲甲", "甲"), Clash(SENTENCES, "乙乙", "丁")),
        (SetItem(("其他情况", 3), "新", ""), Clash(SENTENCES, "乙乙", "丁")),
        (Move(("其他情况", 2), ("其他情况",), 0), Clash(("其他情况", 2), "乙乙", "丁")),
        (Remove(("其他情况", 0)), Clash(("其他情况", 0), "乙乙", "丁")),
        (Remove(SENTENCES), Clash(SENTENCES, "乙乙", "丁")),
    ],
    ids=str,
)
def test_a_clash_in_a_list_shows_what_the_file_says_there_now(tmp_path, step, wanted):
    path = tmp_path / "甲镇-2023.yaml"
    path.write_bytes("其他情况:\n- 甲\n- 乙\n- 丙\n".encode())
    session = Session(path)
    session.do(SetItem(SENTENCES, "丁", "乙"), "窗二")
    session.do(SetItem(SENTENCES, "乙乙", "乙"), "窗一")
    session.do(step, "窗二")
    assert session.clashes == {1: wanted._replace(window="窗一")}


@pytest.mark.parametrize(
    ("path", "after", "wanted"),
    [
        (("甲",), "甲: 4\n", (("甲",), "4")),
        (("甲",), "乙: 4\n", (("甲",), "")),
        (("丙", 0), "丙:\n- 新\n- 3\n", (("丙", 1), "3")),
        (("丙", 0), "丙:\n- 4\n", (("丙", 0), "3")),
        (("丙", 0), "丙: [", (("丙", 0), "3")),
        ((), "甲: 4\n", ((), "3")),
    ],
)
def test_after_another_program_an_item_of_a_list_is_only_known_by_what_it_says(path, after, wanted):
    assert clash_elsewhere(Clash(path, "2", "3", "窗一"), after, "甲.yaml") == Clash(
        wanted[0], "2", wanted[1], "窗一"
    )
