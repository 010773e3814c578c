"""Files examined again and again: anew only where something is another than before."""

from pathlib import Path

from generator.commands.steps import Given
from generator.county.examining import Examinations, examine_files
from tests.county.folders import FACTS, county


def test_only_what_has_changed_is_examined_anew(tmp_path: Path) -> None:
    """The results are those of an examination from the start."""
    folder = county(tmp_path, 石桥镇=FACTS.replace("云岭街道办事处", "石桥镇人民政府"))
    files = sorted(folder.glob("*-2023.yaml"))
    notice = folder / "上级通知.yaml"
    given, seen, again = Given(notice=notice), Examinations(), list[int]()
    assert seen.examine(files, given) == examine_files(files, given)
    assert seen.examine(files, given, again.append) == examine_files(files, given)
    assert again == []
    files[0].write_text(FACTS.replace("19件", "29件"), encoding="utf-8")
    assert seen.examine(files, given, again.append) == examine_files(files, given)
    assert again == [len(files)]  # the other is as it was, and counts as done
    notice.write_text(notice.read_text(encoding="utf-8").replace("3000", "2000"), encoding="utf-8")
    assert seen.examine(files[1:], given, again.append) == examine_files(files[1:], given)
    assert again == [len(files), 1]
