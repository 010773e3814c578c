"""How quick the local page is, in Chromium, on a report of 21 pages: a key, another program's save, the first paint.

    python bench/preview.py [edits]

A key counts from the event in the browser to the frame that shows the report anew; every key changes a sentence. The
keys come as somebody types, 0.12 seconds apart, so that the rules run in between as they do then.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

EXAMPLE = ROOT / "examples" / "稷下街道-2023.yaml"
PROGRAM = "import sys; from generator.cli import main; sys.exit(main())"
TYPING = 0.12
WATCH = """() => {
    window.painted = [];
    let since = 0;
    document.addEventListener('keydown', event => { since = event.timeStamp; }, true);
    new MutationObserver(() => {
        const from = since;
        requestAnimationFrame(() => setTimeout(() => {
            window.painted.push([performance.now() - from, Date.now()]);
        }));
    }).observe(document.getElementById('纸'), {subtree: true, childList: true, characterData: true});
}"""


SELECT = """place => {
    const file = document.getElementById('全文');
    const first = file.value.indexOf('【入户0之0：') + '【入户0之0：'.length + 3 - place;
    file.focus();
    file.setSelectionRange(first, first + 1);
}"""


def facts(topics: int = 40) -> str:
    """Give the example with so many topics of the unit's own that its report has 21 pages."""
    text = EXAMPLE.read_text(encoding="utf-8")
    own = "".join(_topic(number) for number in range(topics))
    return text.replace("\n第一责任人:", f"\n  统筹推进各项重点任务:\n{own}\n第一责任人:", 1)


def _topic(number: int) -> str:
    sentences = [
        f"各村（社区）结合第{number}项任务逐户走访，入户核实情况【入户{number}之{one}：{1000 + 7 * number + one}户】，"
        f"对其中需要调处的事项当场登记、限期答复，能当场说清的当场说清，不能的转有关科室在{3 + one}个工作日内办结。"
        for one in range(3)
    ]
    return f"    专项任务{number}:\n      正文:\n" + "".join(f"        - {one}\n" for one in sentences)


@contextmanager
def served(path: Path) -> Iterator[tuple[subprocess.Popen[str], str, float]]:
    """Give the program, its address, and the seconds until it gave it."""
    begun = time.perf_counter()
    command = [sys.executable, "-c", PROGRAM, "preview", "--no-browser", str(path)]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    address = re.search(r"http\S+", process.stdout.readline())[0]
    try:
        yield process, address, time.perf_counter() - begun
    finally:
        process.terminate()
        process.wait()


def resident(process: subprocess.Popen[str]) -> float:
    """Give the memory of a process in MB, nothing where the system does not tell it."""
    status = Path(f"/proc/{process.pid}/status")
    found = re.search(r"VmRSS:\s+(\d+)", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else float("nan")


def cpu(process: subprocess.Popen[str]) -> float:
    """Give the seconds of processor time that a process has taken, nothing where the system does not tell it."""
    state = Path(f"/proc/{process.pid}/stat")
    if not state.exists():
        return float("nan")
    user, system = state.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def heap(page: Any) -> float:
    """Give the memory of the page's script in MB, without what is waiting to be thrown away."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable")
    devtools.send("HeapProfiler.collectGarbage")
    told = {one["name"]: one["value"] for one in devtools.send("Performance.getMetrics")["metrics"]}
    devtools.detach()
    return told["JSHeapUsedSize"] / 1_000_000


def typed(page: Any, edits: int, before: int = 0) -> list[float]:
    """Type over one digit of a figure after another, so that no text comes twice, and give the milliseconds of each."""
    times = []
    for edit in range(before, before + edits):
        place, digit = next_of_gray(edit)
        page.evaluate(SELECT, place)
        page.evaluate("window.painted.length = 0")
        page.keyboard.press(str(digit))
        _wait_painted(page)
        times.append(page.evaluate("window.painted[0][0]"))
        time.sleep(TYPING)
    return times


def next_of_gray(edit: int) -> tuple[int, int]:
    """Give which of three digits changes next, counted from the right, and to what: no number comes twice."""
    now, then = (_gray(number) for number in (edit % 1000, (edit + 1) % 1000))
    place = next(at for at in range(3) if now[at] != then[at])
    return place, then[place]


def _gray(number: int) -> tuple[int, int, int]:
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    tens_shown = 9 - tens if hundreds % 2 else tens
    return (9 - ones if (10 * hundreds + tens) % 2 else ones), tens_shown, hundreds


def saved(page: Any, path: Path, rounds: int = 15) -> list[float]:
    """Save the file from outside, and give the milliseconds until the report shows it."""
    times = []
    for number in range(rounds):
        time.sleep(0.5)
        page.evaluate("window.painted.length = 0")
        text = re.sub(
            "3[0-9]*余人次", f"3{1 + number % 9}00余人次", path.read_text(encoding="utf-8"), count=1
        )
        begun = time.time()
        path.write_text(text, encoding="utf-8")
        _wait_painted(page)
        times.append(page.evaluate("window.painted[0][1]") - begun * 1000)
    return times


def _wait_painted(page: Any) -> None:
    """Wait without taking the processor from the two that are measured."""
    while not page.evaluate("window.painted.length"):
        time.sleep(0.02)


def told(name: str, times: list[float]) -> str:
    cut = statistics.quantiles(times, n=20)
    middle, most = statistics.median(times), max(times)
    return f"{name}: p50 {middle:.0f} ms, p95 {cut[18]:.0f} ms, max {most:.0f} ms, n={len(times)}"


def main() -> None:
    edits = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / EXAMPLE.name
        path.write_text(facts(), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        with served(path) as (process, address, seconds):
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            begun = time.perf_counter()
            page.goto(address)
            page.wait_for_selector("#页-1 .句")
            print(
                f"cold: {seconds:.2f} s until the address, {time.perf_counter() - begun:.2f} s until the first page"
            )
            page.wait_for_selector("#页-21")
            print(f"pages: {page.locator('#纸 > section').count()}, load {os.getloadavg()[0]:.1f}")
            page.click("#看文件")
            page.evaluate(WATCH)
            while not page.evaluate("document.getElementById('全文').value.includes('3000余人次')"):
                time.sleep(0.1)
            time.sleep(3)
            typed(page, 20)
            script, before, taken = heap(page), resident(process), cpu(process)
            times = typed(page, edits, 20)
            taken = (cpu(process) - taken) / edits
            print(told("key to repaint", times))
            print(
                f"processor time of the program: {1000 * taken:.0f} ms a key, load {os.getloadavg()[0]:.1f}"
            )
            fifth = max(20, edits // 5)
            print(told("  the first of them", times[:fifth]))
            print(told("  the last of them", times[-fifth:]))
            print(f"memory of the program: {before:.0f} MB before, {resident(process):.0f} MB after")
            print(f"memory of the page's script: {script:.1f} MB before, {heap(page):.1f} MB after")
            print(told("save on disk to repaint", saved(page, path)))
        browser.close()


if __name__ == "__main__":
    main()
