"""For which machines, and what may be put on them."""

import pytest

from kit.targets import TARGETS


def test_the_three_machines():
    assert list(TARGETS) == ["windows", "linux-x86_64", "linux-aarch64"]


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_every_name_of_an_old_c_library_is_passed_and_no_newer_one(machine):
    platforms = TARGETS[f"linux-{machine}"].platforms
    assert platforms[:2] == (f"manylinux_2_17_{machine}", f"manylinux2014_{machine}")
    assert {f"manylinux_2_5_{machine}", f"manylinux1_{machine}", f"manylinux2010_{machine}"} < set(platforms)
    assert not [one for one in platforms if one.startswith("manylinux_2_") and int(one.split("_")[2]) > 17]
