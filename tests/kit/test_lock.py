"""The lock file as records."""

from pathlib import Path

import pytest

from kit import KitError
from kit.lock import locked_for, read_lock
from kit.targets import TARGETS

ROOT = Path(__file__).parents[2]
LOCK = read_lock((ROOT / "requirements.lock").read_text(encoding="utf-8"))
HASH = "a" * 64


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("python", ["3.10.2", "3.11.9", "3.12.10", "3.13.5", "3.14.0"])
def test_each_of_our_own_requirements_is_locked_once(target, python):
    environment = TARGETS[target].environment(python)
    for name in (
        "click",
        "Jinja2",
        "lxml",
        "python-docx",
        "pyahocorasick",
        "rapidfuzz",
        "starlette",
        "uvicorn",
    ):
        assert locked_for(name, LOCK, environment).hashes


def test_a_version_goes_by_its_marker():
    lock = read_lock(
        f"yi==1.0 ; python_version < '3.12' \\\n    --hash=sha256:{HASH}\n    # via\n"
        f"yi==2.0 ; python_version >= '3.12' \\\n    --hash=sha256:{HASH} \\\n    --hash=sha256:{'b' * 64}\n"
    )
    (old, new) = (
        locked_for("yi", lock, TARGETS["windows"].environment(one)) for one in ("3.11.9", "3.12.10")
    )
    assert (str(old.version), str(new.version)) == ("1.0", "2.0")
    assert new.line == f"yi==2.0 --hash=sha256:{HASH} --hash=sha256:{'b' * 64}"


@pytest.mark.parametrize("line", ["yi>=1.0 --hash=sha256:" + HASH, "yi==1.0", "yi==1.0 --hash=md5:00"])
def test_a_line_without_version_or_hash_is_refused(line):
    with pytest.raises(KitError, match="没有写明版本和散列值"):
        read_lock(line + "\n")


def test_what_is_not_locked_is_refused():
    with pytest.raises(KitError, match="没有（或不止一个）适合的版本：er"):
        locked_for("er", LOCK, TARGETS["windows"].environment("3.12.10"))
