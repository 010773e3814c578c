"""Any bytes as a facts file end in a report or in named problems; what `check` lets pass, `render` writes."""

import random
import tempfile
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from tests.cli.command import EXAMPLES, nianbao, said
from tests.often import often

TEXTS = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.yaml"))]
HARD = [
    "", "\x00", "：", "#", "- ", "{{ 7*191 }}", "{% for %}", "&a", "*a", "!!python/name:os.system", "---", "...", "\t",
    "　", "\u202e", "\ufeff", "𠮷", "👍", "1e999", "NaN", "0750", "12:30", "-1", "9" * 5000, "[" * 500, "'", '"', "|", ">",
    "%YAML 3.0", "null", "~", "是", "2025-02-30", "第二名", "近20个百分点", "\\", "](javascript:x)", "<script>", "\r", "\x0b",
]  # fmt: skip


def spoilt(text: str, seed: int) -> str:
    """Give a facts file after a few accidents: lines lost, doubled, moved, cut, or with something odd in them."""
    chance = random.Random(seed)
    lines = text.split("\n")
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(lines))
        line, odd = lines[at], chance.choice(HARD)
        lines[at : at + 1] = chance.choice(
            (
                [],
                [line, line],
                [line[: chance.randint(0, len(line))]],
                [line + odd],
                [line.partition(":")[0] + ": " + odd],
                [odd + line],
                ["  " + line],
                [line.replace(": ", "：", 1)],
            )
        )
    return "\n".join(lines)


def ends_well(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "甲.yaml").write_bytes(data)
        checked = nianbao("check", "甲.yaml", cwd=folder)
        written = nianbao("render", "甲.yaml", "-o", "甲.docx", cwd=folder)
        for process in (checked, written):
            assert process.returncode in {0, 1}
            assert "意料之外" not in said(process), said(process)
            assert "\x1b" not in said(process)
        assert checked.returncode == written.returncode, said(checked) + said(written)
        assert (folder / "甲.docx").exists() == (written.returncode == 0)
        assert checked.returncode == 0 or "改法：" in said(checked)


@often(10)
@given(st.binary(max_size=200))
@example(b"")
@example("年度: 2023\n".encode("utf-16"))
@example("年度: 2023\n单位: {简称: 甲镇}\n".encode("gb18030"))
@example(b"\xff\xfe")
def test_any_bytes(data):
    ends_well(data)


@often(15)
@given(st.sampled_from(TEXTS), st.integers(0, 2**32))
def test_any_accident_to_a_facts_file(text, seed):
    ends_well(spoilt(text, seed).encode("utf-8", "surrogatepass"))


@often(10)
@given(st.binary(max_size=300))
def test_any_bytes_as_an_edited_text(data):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "甲.md").write_bytes(data)
        for arguments in (
            ("check", "甲.md"),
            ("render", "甲.md", "-o", "甲.docx"),
            ("render", "甲.md", "-o", "甲.html"),
        ):
            process = nianbao(*arguments, cwd=folder)
            assert process.returncode in {0, 1}
            assert "意料之外" not in said(process), said(process)
