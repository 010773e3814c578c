"""What is noted comes back whole, whatever a kill or another process did to the lines around it."""

from generator.batch.manifest import MANIFEST, UnitRecord, UnitState, note_record, read_manifest
from generator.problems import Level, Place, Problem

PROBLEM = Problem("数据-03", "错了。", "改。", Place("甲.yaml", 14, 9), "单位.名称", Level.WARNING)
RECORDS = [
    UnitRecord("/甲.yaml", UnitState.WRITTEN, "1", "甲2023年", (("甲.docx", "0a"),), reminders=2, doubts=1),
    UnitRecord("/乙.yaml", UnitState.REFUSED, "2", problems=(PROBLEM,), wrong=1),
    UnitRecord("/丙.yaml", UnitState.DIED, "3", problems=(PROBLEM,), tries=2),
]


def test_what_is_noted_comes_back(tmp_path):
    assert read_manifest(tmp_path).records == {}
    for record in RECORDS:
        note_record(tmp_path, record)
    manifest = read_manifest(tmp_path)
    assert list(manifest.records.values()) == RECORDS
    assert manifest.owners == {"甲2023年": "/甲.yaml"}


def test_the_last_line_of_a_key_counts(tmp_path):
    for files in ((("甲.docx", "0a"),), (("甲.docx", "0b"),)):
        note_record(tmp_path, RECORDS[0]._replace(files=files))
    assert read_manifest(tmp_path).records["1"].files == (("甲.docx", "0b"),)


def test_a_torn_line_spoils_no_other(tmp_path):
    note_record(tmp_path, RECORDS[0])
    path = tmp_path / MANIFEST
    whole = path.read_bytes()
    for cut in range(len(whole)):
        path.write_bytes(whole[:cut])
        note_record(tmp_path, RECORDS[1])
        assert read_manifest(tmp_path).records["2"] == RECORDS[1]
    path.write_bytes(b"\xff\n[]\n{}\n1\n" + whole)
    assert list(read_manifest(tmp_path).records) == ["1"]
