"""Which wheels are taken and which refused."""

import pytest

from kit import KitError
from kit.wheels import files_of_plain, fitting_wheel, given_wheels, required_wheels, unpack_wheels
from tests.kit.made import LINUX, MANYLINUX, WINDOWS, lock_line, locked, wheel


def taken(folder, lock, machine=LINUX):
    own = wheel(folder, "nianbao", requires=["yi>=1", "er; sys_platform == 'win32'", "san; extra == 'dev'"])
    return [one.name for one in required_wheels(own, lock, machine, given_wheels(folder))]


def test_all_that_is_required_and_nothing_else(tmp_path):
    lines = [lock_line(wheel(tmp_path, "yi", requires=["si"])), lock_line(wheel(tmp_path, "si"))]
    lines += [lock_line(wheel(tmp_path, "er")), lock_line(wheel(tmp_path, "san"))]
    assert taken(tmp_path, locked(*lines)) == ["nianbao", "si", "yi"]
    assert taken(tmp_path, locked(*lines), WINDOWS) == ["er", "nianbao", "si", "yi"]


def test_a_changed_wheel_is_refused(tmp_path):
    path = wheel(tmp_path, "yi")
    lock = locked(lock_line(path))
    path.write_bytes(path.read_bytes() + b"\0")
    with pytest.raises(KitError, match="散列值与锁文件不符，没有采用：yi-1.0"):
        taken(tmp_path, lock)


def test_a_placeholder_of_another_version_is_refused(tmp_path):
    placeholder = wheel(tmp_path, "yi", "0.0.1", MANYLINUX)
    lock = locked(lock_line(placeholder, "1.0"))
    with pytest.raises(KitError, match=r"yi 要锁文件里的 1\.0.*找到的是：yi-0\.0\.1"):
        taken(tmp_path, lock)


@pytest.mark.parametrize(
    ("tag", "fits"),
    [
        (MANYLINUX, True),
        ("cp310-abi3-manylinux_2_12_x86_64.manylinux2010_x86_64", True),
        ("cp312-cp312-manylinux1_x86_64", True),
        ("cp312-cp312-manylinux_2_28_x86_64", False),
        ("cp312-cp312-linux_x86_64", False),
        ("cp312-cp312-manylinux_2_17_aarch64", False),
        ("cp313-cp313-manylinux_2_17_x86_64", False),
        ("cp312-cp312-musllinux_1_2_x86_64", False),
        ("cp312-cp312-win_amd64", False),
    ],
)
def test_a_wheel_fits_the_machine_and_the_python(tmp_path, tag, fits):
    (lock,) = locked(lock_line(wheel(tmp_path, "yi", tag=tag)))
    if fits:
        assert fitting_wheel(tmp_path, lock, LINUX).path.name.startswith("yi-1.0")
    else:
        with pytest.raises(KitError, match="且要能在 linux-x86_64、Python 3.12 上用"):
            fitting_wheel(tmp_path, lock, LINUX)


def test_the_closest_of_several_is_taken(tmp_path):
    paths = [wheel(tmp_path, "yi"), wheel(tmp_path, "yi", tag=MANYLINUX)]
    (one,) = locked(lock_line(paths[1]))
    assert fitting_wheel(tmp_path, one, LINUX).path == paths[1]


def test_unpacked_without_scripts(tmp_path):
    files = {"yi-1.0.data/scripts/yi": "#!python\n", "yi-1.0.data/purelib/more.py": "pass\n"}
    path = wheel(tmp_path, "yi", files=files)
    (lock,) = locked(lock_line(path))
    unpack_wheels([fitting_wheel(tmp_path, lock, LINUX)], tmp_path / "site")
    names = {one.relative_to(tmp_path / "site").as_posix() for one in (tmp_path / "site").rglob("*.py")}
    assert names == {"yi/__init__.py", "more.py"}
    assert not list((tmp_path / "site").glob("*.data"))


@pytest.mark.parametrize(
    ("name", "files", "plain"),
    [
        ("yi", {"yi/py.typed": "", "yi/er.pyi": ""}, True),
        ("yi", {"yi/templates/甲.docx": b"PK"}, False),
        ("yi", {"yi/_c.so": b"\x7fELF"}, False),
        ("jinja2", {}, False),
    ],
)
def test_what_can_be_run_out_of_a_zip(tmp_path, name, files, plain):
    (lock,) = locked(lock_line(wheel(tmp_path, name, files=files)))
    assert bool(files_of_plain([fitting_wheel(tmp_path, lock, LINUX)])) is plain
