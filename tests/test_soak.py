"""What takes long: the whole command killed at many moments, and a county's worth of reports on paper."""

import os
import signal
import subprocess
import sys
import time

import pytest

from generator.commands.render import Wishes, render_reports
from generator.commands.steps import Given
from generator.document import pdf
from tests.cli.command import EXAMPLES, RUN
from tests.document.pages import BOTTOM, read_pages

pytestmark = pytest.mark.soak

FACTS = EXAMPLES / "稷下街道-2023.yaml"
STEP = 0.02  # seconds between two moments; the whole command takes about half a second
UNITS = [
    f"{name}街道" for name in ("安平", "北苑", "长青", "东湖", "古塔", "红旗", "金山", "临江", "龙泉", "清河")
]


def render(source, target):
    (result,) = render_reports([source], target, Given(), Wishes())
    assert result.path == target, result.error or result.problems
    return target.read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_the_command_killed_at_any_time_leaves_a_whole_file(tmp_path):
    facts, target = tmp_path / "甲.yaml", tmp_path / "报告.docx"
    text = FACTS.read_text(encoding="utf-8")
    forms = [text, text.replace("普法活动: 50余次", "普法活动: 60余次")]
    whole = set()
    for form in forms:
        facts.write_text(form, encoding="utf-8")
        whole.add(render(facts, target))
    assert len(whole) == 2
    for moment in range(60):
        facts.write_text(forms[moment % 2], encoding="utf-8")
        environment = {**os.environ, "PYTHONPATH": str(EXAMPLES.parent)}
        process = subprocess.Popen(
            [*RUN, "render", facts, "-o", target],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(moment * STEP)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert target.read_bytes() in whole
    render(facts, target)
    assert {path.name for path in tmp_path.iterdir()} == {"甲.yaml", "报告.docx", ".nianbao.json"}


def test_every_page_of_a_countys_reports_is_in_order(soffice, tmp_path):
    files = []
    for source in sorted(EXAMPLES.glob("*街道-*.yaml")):
        text, unit = source.read_text(encoding="utf-8"), source.stem.split("-")[0]
        for name in UNITS:
            facts = tmp_path / f"{name}-{source.stem}.yaml"
            facts.write_text(text.replace(unit, name), encoding="utf-8")
            files.append(render(facts, tmp_path / f"{facts.stem}.docx"))
    for paper in pdf.convert(files):
        pages = read_pages(paper)
        assert len(pages) > 3
        assert all(page.lines and page.lines[-1].base < BOTTOM for page in pages)
