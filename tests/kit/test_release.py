"""A release: what is refused before anything is written, and what a whole one leaves."""

import datetime as dt
import subprocess

import pytest

from kit import KitError
from kit.release import hashes, release, with_date, with_version

PROJECT = '[project]\nname = "nianbao"\nversion = "0.1.0"\n'
CHANGES = "# 改动记录\n\n## 0.1.0（未发布）\n\n### 新增\n\n- 甲\n"
DAY = dt.date(2026, 12, 1)


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """Give a repository with a check that makes a wheel and a manual."""
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "甲")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "a@b")
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".ci" / "run").write_text(
        "set -e\nmkdir -p dist out/manual\necho w > dist/nianbao.whl\necho m > out/manual/index.html\n",
        encoding="utf-8",
    )
    (tmp_path / ".gitignore").write_text("dist/\nout/\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    (tmp_path / "CHANGELOG.md").write_text(CHANGES, encoding="utf-8")
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Begin"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    return tmp_path


def test_a_release_is_dated_tagged_and_has_its_hashes(checkout):
    release("0.2.0", checkout, [], day=DAY)
    assert 'version = "0.2.0"' in (checkout / "pyproject.toml").read_text(encoding="utf-8")
    assert "## 0.2.0（2026-12-01）" in (checkout / "CHANGELOG.md").read_text(encoding="utf-8")
    tags = subprocess.run(
        ["git", "tag", "--points-at", "HEAD"], cwd=checkout, check=True, capture_output=True
    )
    assert tags.stdout.split() == [b"v0.2.0"]
    names = [line.split("  ")[1] for line in (checkout / "dist" / "SHA256SUMS").read_text().splitlines()]
    assert names == ["nianbao-0.2.0-manual.zip", "nianbao.whl"]
    with pytest.raises(KitError, match="标签"):
        release("0.2.0", checkout, [], day=DAY)


@pytest.mark.parametrize(("version", "why"), [("0.2", "应写成"), ("0.0.9", "比它旧"), ("v0.2.0", "应写成")])
def test_a_wrong_version_changes_nothing(checkout, version, why):
    with pytest.raises(KitError, match=why):
        release(version, checkout, [], day=DAY)
    assert (checkout / "pyproject.toml").read_text(encoding="utf-8") == PROJECT


@pytest.mark.parametrize(
    ("kit", "why"),
    [
        (["windos", "p.zip"], "没有“windos”这种离线包"),
        (["windows"], "要自带 Python"),
        (["windows", "没有.zip"], "找不到文件：没有.zip"),
        (["linux-x86_64", "a", "b"], "只写一个"),
    ],
)
def test_a_kit_that_cannot_be_made_changes_nothing(checkout, kit, why):
    with pytest.raises(KitError, match=why):
        release("0.2.0", checkout, [kit], day=DAY)
    assert (checkout / "pyproject.toml").read_text(encoding="utf-8") == PROJECT


def test_what_is_not_committed_or_fails_is_told(checkout):
    (checkout / "甲.txt").write_text("", encoding="utf-8")
    with pytest.raises(KitError, match="没提交"):
        release("0.2.0", checkout, [], day=DAY)
    (checkout / "甲.txt").unlink()
    (checkout / ".ci" / "run").write_text("exit 3\n", encoding="utf-8")
    subprocess.run(["git", "commit", "-qam", "Break"], cwd=checkout, check=True)
    with pytest.raises(KitError, match="退出码 3"):
        release("0.2.0", checkout, [], day=DAY)


def test_version_date_and_hashes():
    assert with_version(PROJECT, "1.0.0") == PROJECT.replace("0.1.0", "1.0.0")
    assert with_date(CHANGES, "1.0.0", DAY).splitlines()[2] == "## 1.0.0（2026-12-01）"
    with pytest.raises(KitError, match="未发布"):
        with_date("# 改动记录\n", "1.0.0", DAY)


def test_hashes_are_those_that_sha256sum_reads(tmp_path):
    (tmp_path / "甲").write_bytes(b"a")
    assert hashes(tmp_path) == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  甲\n"
