"""What all tests share: the programs that some need, and how hypothesis runs."""

import gc
import os
import shutil
import signal
from collections.abc import Generator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

from tests.often import SOAKED, USUALLY
from tests.once import shared_folder

settings.register_profile(
    "nianbao",
    max_examples=USUALLY,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "soak", settings.get_profile("nianbao"), max_examples=SOAKED, derandomize=False, print_blob=True
)
settings.load_profile("nianbao")

SIZE = {"width": 1000, "height": 1400}
"""Of the window in which pages are shown, in pixels."""

LONGEST = (
    "preview/test_page.py",
    "preview/test_form_page.py",
    "commands/test_collect.py",
    "commands/test_collect_doubts.py",
    "drafting/test_every_field.py",
    "preview",
    "commands",
    "test_manual.py",
    "test_usual_changes.py",
    "collecting",
    "batch",
    "likeness",
    "rollup",
    "county",
    "windows",
    "checks/test_rules.py",
    "document/page/test_paging.py",
    "cli",
    "forms",
    "test_browser.py",
    "test_wheel.py",
    "test_docs.py",
    "document",
    "test_claims.py",
    "drafting",
)
"""The files and folders that take longest, the longest first; a process that has done its own takes the next."""

SWEEPS = (
    "checks/test_corpus.py",
    "checks/test_near_misses.py",
    "checks/test_spacing.py",
    "drafting/test_every_field.py",
    "drafting/test_every_record.py",
    "drafting/test_every_year.py",
    "test_claims.py",
    "test_usual_changes.py",
)
"""Files that go over the templates and rules again and again: they prove much and reach no line that others do not.

Coverage is not measured while they run, which takes almost three times as long.
"""


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no garbage among what is collected: some million objects, and all of them stay to the end."""
    gc.disable()
    collected = yield
    gc.freeze()
    gc.enable()
    return collected


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest: what comes last is then short, and no process waits long for another.

    And measure no coverage in sweeps.
    """
    folder = Path(__file__).parent
    first = {folder / name: at for at, name in enumerate(LONGEST)}
    last = len(LONGEST)
    rank = {
        path: min(first.get(one, last) for one in (path, *path.parents))
        for path in {item.path for item in items}
    }
    items.sort(key=lambda item: rank[item.path])
    sweeps = {folder / name for name in SWEEPS}
    for item in items:
        if item.path in sweeps:
            item.add_marker("no_cover")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Hand out whole files in the order above: what the tests of one share is made once, and little is told of it."""
    from xdist.scheduler import LoadFileScheduling

    config.option.loadscopereorder = False
    return LoadFileScheduling(config, log)


def program(*names: str, what: str) -> str:
    """Give the path of a program; without it the test is skipped at home and fails where CI=true."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    return found or lacking(f"没有安装{what}（{names[0]}）")


def lacking(reason: str) -> NoReturn:
    """End a test for want of what it needs: skipped at home, failed where CI=true."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def installed(module: str, what: str) -> ModuleType:
    """Give a library that some tests need; without it the test ends as without a program."""
    try:
        return import_module(module)
    except ImportError:
        lacking(f"没有安装 {what}")


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory):
    """Keep what the program remembers for its user out of the real user's folder; one for all processes of a run."""
    folder = str(shared_folder(tmp_path_factory) / "cache")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, folder)
        yield


@pytest.fixture(scope="session", autouse=True)
def heard_interrupts():
    """Let processes that tests start hear Ctrl-C: what was started in the background ignores it, as do its own."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        yield
        return
    signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@pytest.fixture(scope="session")
def soffice() -> str:
    return program("soffice", "libreoffice", what="LibreOffice")


@pytest.fixture(scope="session")
def chromium() -> str:
    return program("chromium", "chromium-browser", "google-chrome", what="Chromium")


@pytest.fixture(scope="session")
def browser(chromium):
    """Debian's Chromium, driven by playwright, one for all tests."""
    api = installed("playwright.sync_api", "playwright")
    with api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="module")
def tab(browser):
    """A tab without a network, one for the tests of a module: each new one is a process more to start."""
    context = browser.new_context(offline=True, accept_downloads=True, viewport=SIZE)
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def window(tab):
    """The tab's window, in which it stands alone and empty; what its pages throw fails the test."""
    thrown = []
    tab.context.on("weberror", lambda error: thrown.append(str(error.error)))
    yield tab.context
    emptied(tab, SIZE)
    assert thrown == []


def emptied(tab, size, blank="about:blank"):
    """Leave a tab as it was made, without what a page kept in it, and alone.

    A `blank` page of the site that it comes back to saves a process: each change of sites starts one.
    """
    tab.evaluate("() => { try { localStorage.clear(); sessionStorage.clear() } catch {} }")
    for other in tab.context.pages:
        if other is not tab:
            other.close()
    tab.unroute_all()
    tab.goto(blank)
    tab.set_viewport_size(size)


@pytest.fixture(scope="session")
def violations():
    """Give the rules of axe-core that a page breaks, without the megabytes on all that is in order."""
    axe = installed("axe_playwright_python.sync_playwright", "axe-playwright-python").Axe()
    return lambda page: axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]


@pytest.fixture(scope="session")
def accessible(violations):
    """Give the rules that a page breaks, each with the elements that do."""

    def broken(page):
        return [(one["id"], [node["target"] for node in one["nodes"]]) for one in violations(page)]

    return broken


@pytest.fixture(scope="session")
def pdftoppm() -> str:
    return program("pdftoppm", what="poppler")
