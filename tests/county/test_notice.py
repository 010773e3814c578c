"""The notice to fill in: it can be read as it is, knows the units of a folder, and its schema takes what it takes."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.county.notice import notice_scaffold, start_notice, units_in
from generator.facts.superior import load_notice
from generator.problems import UserError
from generator.resources import Templates
from tests.county.folders import FACTS, NOTICE, county

TEMPLATES = Templates()


def test_a_new_notice_is_one(tmp_path: Path) -> None:
    """With every line that is offered taken as well."""
    path, kept = start_notice("清河区司法局", 2023, ["云岭街道", "石桥镇"], tmp_path, TEMPLATES)
    assert kept is None
    notice = load_notice(path).notice
    assert (notice.issuer, notice.year, str(notice.deadline)) == ("清河区司法局", 2023, "2024-02-20")
    assert [one.name for one in notice.units] == ["云岭街道", "石桥镇"]
    schema = json.loads((tmp_path / "上级通知.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    for text in (path.read_text(encoding="utf-8"), NOTICE):
        assert list(Draft202012Validator(schema).iter_errors(yaml.load(text, yaml.BaseLoader))) == []
    wrong = yaml.load(NOTICE.replace("截止", "截至"), yaml.BaseLoader)
    assert list(Draft202012Validator(schema).iter_errors(wrong))


def test_the_units_of_a_folder(tmp_path: Path) -> None:
    """Each once, by what it calls itself; one that cannot be read is told."""
    folder = county(
        tmp_path, 再=FACTS, 石桥镇=FACTS.replace("云岭街道办事处", "石桥镇人民政府"), 坏="年度: ["
    )
    found = units_in(folder, TEMPLATES)
    assert found.names == ("云岭街道办事处", "石桥镇人民政府")
    assert {Path(one.place.file).name for one in found.problems} == {"坏-2023.yaml"}


@pytest.mark.parametrize(
    ("others", "names", "counties"),
    [
        ({"云岭街道": FACTS}, ("云岭街道办事处",), ("清河区人民政府",)),
        (
            {"云岭街道": FACTS.replace("云岭街道办事处", "马村区人民政府")},
            ("马村区人民政府", "清河区人民政府"),
            (),
        ),
    ],
)
def test_a_county_is_no_unit_of_its_own(
    tmp_path: Path, others: dict[str, str], names: tuple[str, ...], counties: tuple[str, ...]
) -> None:
    """Where counties alone report, they are the units of a city."""
    own = FACTS.replace("云岭街道办事处", "清河区人民政府").replace(", 上级: 清河区", "")
    folder = county(tmp_path, **others, 清河区=own)
    found = units_in(folder, TEMPLATES)
    assert (found.names, found.counties) == (names, counties)


def test_a_notice_that_is_there_is_kept(tmp_path: Path) -> None:
    """Until it is forced, and then a copy stays."""
    (tmp_path / "上级通知.yaml").write_text(NOTICE, encoding="utf-8")
    with pytest.raises(UserError, match="已经有了"):
        start_notice("甲", 2023, [], tmp_path, TEMPLATES)
    _path, kept = start_notice("甲", 2023, [], tmp_path, TEMPLATES, force=True)
    assert kept is not None
    assert kept.read_text(encoding="utf-8") == NOTICE
    with pytest.raises(UserError, match="后缀应为"):
        start_notice("甲", 2023, [], tmp_path / "通知.docx", TEMPLATES)
    with pytest.raises(UserError, match="没有写发通知的机关"):
        start_notice(" ", 2023, [], tmp_path / "另一份.yaml", TEMPLATES)


def test_without_units_a_line_waits_for_them() -> None:
    """It is told as empty."""
    assert "单位:\n  - \n" in notice_scaffold("甲", 2023, [])
