"""The page's own script: typed, small, without anything from elsewhere; idiomorph as its makers published it."""

import hashlib
import shutil
import subprocess

import pytest

from generator.resources import BUILTIN
from tests.conftest import program

FOLDER = BUILTIN / "页面"
OURS = ("页面.js", "收发.js", "光标.js", "撤销.js", "走开.js", "按钮.js", "表单.js", "进出.js", "一图.js")
IDIOMORPH = "4cbd535caf7663a51eda9bce6595371c384fc430d54b8d414e29a61167f19f96"
"""sha256 of dist/idiomorph.min.js in the npm package idiomorph 0.8.0."""
TYPESCRIPT = "typescript@5.9.3"


def test_idiomorph_is_as_it_was_published():
    assert hashlib.sha256((FOLDER / "idiomorph-0.8.0.js").read_bytes()).hexdigest() == IDIOMORPH
    assert "Zero-Clause BSD" in (FOLDER / "idiomorph-LICENSE.txt").read_text(encoding="utf-8")


def test_all_script_together_is_small():
    assert sum(one.stat().st_size for one in FOLDER.glob("*.js")) <= 60 * 1024


@pytest.mark.parametrize("name", OURS)
def test_a_module_of_it_is_short(name):
    assert len((FOLDER / name).read_text(encoding="utf-8").splitlines()) <= 500


def test_all_of_ours_are_looked_at():
    assert {one.name for one in FOLDER.glob("*.js")} == {*OURS, "idiomorph-0.8.0.js"}


@pytest.mark.parametrize("name", OURS)
def test_the_script_reaches_for_nothing_that_the_policy_forbids(name):
    text = (FOLDER / name).read_text(encoding="utf-8")
    for word in (
        "eval(",
        "new Function",
        "http://",
        "https://",
        "WebSocket",
        "document.write",
        "localStorage",
    ):
        assert word not in text


def test_the_script_is_well_typed(tmp_path):
    """With TypeScript from the npm registry; where there is none to be had this is skipped."""
    npm, node = program("npm", what="npm"), program("node", what="Node.js")
    install = [npm, "install", "--no-save", "--no-audit", "--no-fund", "--prefix", str(tmp_path), TYPESCRIPT]
    if subprocess.run(install, capture_output=True, check=False, timeout=300).returncode:
        pytest.skip(f"npm 装不上 {TYPESCRIPT}")
    for name in OURS:
        shutil.copy(FOLDER / name, tmp_path / name)
    checked = subprocess.run(
        [
            node,
            tmp_path / "node_modules" / "typescript" / "bin" / "tsc",
            # the library's own declarations are not ours to check, and take longer than all our script
            *("--noEmit", "--allowJs", "--checkJs", "--strict", "--noUnusedLocals", "--skipLibCheck"),
            *(
                "--module",
                "es2022",
                "--target",
                "es2022",
                "--lib",
                "es2022,dom,dom.iterable,dom.asynciterable",
            ),
            *OURS,
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert checked.stdout == ""
    assert checked.returncode == 0
