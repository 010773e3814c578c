"""The built wheel, installed into an empty environment, renders from any folder: templates travel in it."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FACTS = ROOT / "examples" / "稷下街道-2023.yaml"
SCRIPTS = "Scripts" if os.name == "nt" else "bin"


def _run(*command, cwd):
    return subprocess.run(
        [str(one) for one in command], cwd=cwd, capture_output=True, check=False, env=_environment()
    )


def _environment():
    return {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    built = _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", folder, ROOT, cwd=folder)
    assert built.returncode == 0, built.stdout.decode() + built.stderr.decode()
    (found,) = folder.glob("nianbao-*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """An environment with the wheel and what it requires, and nothing else."""
    folder = tmp_path_factory.mktemp("empty")
    uv = (sys.executable, "-m", "uv", "--quiet")  # a tenth of what pip takes
    made = _run(*uv, "venv", "--clear", "--python", sys.executable, folder, cwd=folder)
    assert made.returncode == 0, made.stderr.decode()
    done = _run(*uv, "pip", "install", "--python", folder / SCRIPTS / "python", wheel, cwd=folder)
    if done.returncode and os.environ.get("CI") != "true":
        pytest.skip("装不了依赖的库（没有网络？）")
    assert done.returncode == 0, done.stderr.decode()
    return folder / SCRIPTS


def test_what_travels_in_the_wheel(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("templates", "seeds"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file():
                assert f"generator/{path.relative_to(ROOT).as_posix()}" in names
    assert (
        not {name.split("/")[0] for name in names}
        - {"generator"}
        - {Path(wheel).name.split("-py3")[0] + ".dist-info"}
    )


def test_the_wheel_tells_that_it_is_typed(wheel):
    assert "generator/py.typed" in zipfile.ZipFile(wheel).namelist()


def test_render_from_another_folder(installed, tmp_path):
    process = _run(installed / "nianbao", "render", FACTS, "-o", "报告.docx", cwd=tmp_path)
    assert process.returncode == 0, process.stdout.decode() + process.stderr.decode()
    assert (tmp_path / "报告.docx").read_bytes().startswith(b"PK")


COMMANDS = """
import sys
from generator.cli.app import run_command
from generator.cli.failures import guarded
for command in (["check", sys.argv[1]], ["topics", "法治宣传教育"], ["schema"], ["rules"], ["explain", sys.argv[1]]):
    if guarded(lambda: run_command(command)):
        sys.exit(f"{command[0]} failed")
"""


def test_the_other_commands_find_their_data(installed, tmp_path):
    """All in one process: what is asked is whether their files travelled with them."""
    process = _run(installed / "python", "-c", COMMANDS, FACTS, cwd=tmp_path)
    assert process.returncode == 0, process.stdout.decode() + process.stderr.decode()


def test_new_then_draft(installed, tmp_path):
    assert _run(installed / "nianbao", "new", "城东镇", "--year", "2026", cwd=tmp_path).returncode == 0
    process = _run(installed / "nianbao", "render", "城东镇-2026.yaml", "--draft", cwd=tmp_path)
    assert process.returncode == 0, process.stdout.decode() + process.stderr.decode()


def test_it_is_the_installed_one_that_ran(installed, tmp_path):
    script = "import generator; print(generator.__file__)"
    process = _run(installed / "python", "-c", script, cwd=tmp_path)
    assert str(ROOT) not in process.stdout.decode()
