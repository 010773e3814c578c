"""The page as a clerk has it: the program on a free port of this machine, Debian's Chromium before it."""

import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import NamedTuple
from urllib.request import Request, urlopen

import pytest

from tests.conftest import emptied
from tests.finished import EXAMPLES, ROOT

PROGRAM = "import sys; from generator.cli import main; sys.exit(main())"
EXAMPLE = next(one for one in EXAMPLES if one.stem == "稷下街道-2023")
SIZE = {"width": 1400, "height": 900}
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/#\S{32}")


class Program(NamedTuple):
    """A program that serves a file: its process, the address it gave, the file."""

    process: subprocess.Popen
    address: str
    path: Path


def start(*arguments, cwd):
    """Start `nianbao preview` without a browser."""
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "preview", "--no-browser", *map(str, arguments)],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )


def serving(path, cwd, *options):
    process = start(*([path] if path else []), *options, cwd=cwd)
    return Program(process, ADDRESS.search(process.stdout.readline())[0], path)


@pytest.fixture
def example(tmp_path):
    """A facts file of the test's own."""
    return Path(shutil.copy(EXAMPLE, tmp_path / EXAMPLE.name))


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """One program for all tests, each of which begins with the example as it is."""
    folder = tmp_path_factory.mktemp("本机页面")
    program = serving(Path(shutil.copy(EXAMPLE, folder / EXAMPLE.name)), folder)
    yield program
    program.process.terminate()
    program.process.communicate(timeout=30)


@pytest.fixture(scope="session")
def tab(browser):
    """One tab for all tests: each new one is a process more to start."""
    context = browser.new_context(viewport=SIZE, accept_downloads=True)
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


@contextmanager
def alone(tab, served):
    """Let a tab stand alone in its window, and leave it empty; what the browser complains of fails the test."""
    said = []
    tab.context.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    tab.context.on("weberror", lambda error: said.append(str(error.error)))
    yield tab.context
    tab.context.set_offline(False)
    emptied(tab, SIZE, blank=served.address.replace("#", "nothing#"))
    assert [one for one in said if "Failed to load resource" not in one and "net::ERR" not in one] == []


@pytest.fixture
def window(served, tab):
    """The tab's window, in which it stands alone and empty."""
    with alone(tab, served) as context:
        yield context


def loaded(tab, served):
    """Show the page on the example: the program has it and its form, and nothing of the last test is on its way."""
    end = monotonic() + 20
    asked(served, "/leave", b"null")
    while not is_begun_anew(served):
        assert monotonic() < end, "the program never had the example"
        sleep(0.02)
    tab.goto(served.address)
    tab.wait_for_selector("#页-1 .句")
    tab.wait_for_selector("#表单 .块.级2")
    return tab


def is_begun_anew(served):
    """Tell whether the file, the program and its form hold the example as it is; of a file that does not, see to it."""
    example = EXAMPLE.read_bytes()
    if not (served.path.exists() and served.path.read_bytes() == example):
        served.path.write_bytes(example)
        return False
    held = json.loads(asked(served, "/text"))
    if held["text"] != example.decode():
        return False
    news = json.loads(asked(served, "/stream").removeprefix(b"data: "))
    return news["version"] == news["form"] >= held["version"]


def asked(served, path, sent=None):
    """Ask the program as the page does; of a stream give the first line."""
    site, token = served.address.split("/#")
    headers = {"x-nianbao-token": token, "sec-fetch-site": "same-origin"}
    with urlopen(Request(site + path, sent, headers), timeout=20) as answer:
        return answer.readline()


@pytest.fixture
def page(served, window, tab):
    """The page on the example."""
    return loaded(tab, served)


@pytest.fixture(scope="module")
def still(served, tab):
    """The page on the example, loaded once for the tests that only look at it: the last of a module."""
    with alone(tab, served):
        yield loaded(tab, served)


@pytest.fixture
def facts_view(page):
    """The page with the file's own text before one."""
    return turned_to_file(page)


def turned_to_file(page):
    """Turn to the file's own text."""
    page.click("#看文件")
    holds(page, "text => document.getElementById('全文').value === text", EXAMPLE.read_text(encoding="utf-8"))
    return page


compositions = pytest.mark.parametrize("times", [6, pytest.param(20, marks=pytest.mark.soak)])
"""How often an input method is used in one go; another program saves at the third time and at every fifth after it."""


def select(page, words):
    """Select some words in the text of the file, as a clerk does with the mouse."""
    page.evaluate(
        """words => {
            const file = document.getElementById('全文');
            const start = file.value.indexOf(words);
            file.focus();
            file.setSelectionRange(start, start + words.length);
        }""",
        words,
    )


def shown(page, words):
    """Wait until the report says some words."""
    holds(page, "words => document.getElementById('纸').textContent.includes(words)", words)


def holds(page, script, argument=None):
    """Wait until something is true in the page, whose policy forbids that it is asked there again and again."""
    end = monotonic() + 20
    while not page.evaluate(script, argument):
        assert monotonic() < end, f"it never came true: {script} {argument or ''}"
        page.wait_for_timeout(20)


def cut_off(page):
    """Take the network away, and wait until it is gone: for a moment after it was, some requests still come through."""
    page.context.set_offline(True)
    holds(page, "() => fetch('/').then(() => false, () => true)")


def gone(path, words):
    """Wait until the file holds some words no more."""
    end = monotonic() + 20
    while words in path.read_text(encoding="utf-8"):
        assert monotonic() < end, f"the file went on holding {words}"
        sleep(0.02)


def stored(path, words):
    """Wait until the file holds some words."""
    end = monotonic() + 20
    while words not in path.read_text(encoding="utf-8"):
        assert monotonic() < end, f"the file never held {words}"
        sleep(0.02)
