"""What a small kit is put together from: wheels, a lock file and Pythons that are made here."""

import io
import tarfile
import zipfile
from hashlib import sha256
from pathlib import Path

from kit.lock import read_lock
from kit.targets import TARGETS
from kit.wheels import Machine

LINUX = Machine(TARGETS["linux-x86_64"], "3.12.0")
WINDOWS = Machine(TARGETS["windows"], "3.13.2")
MANYLINUX = "cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64"


def wheel(folder: Path, name: str, version="1.0", tag="py3-none-any", requires=(), files=None) -> Path:
    """Write a wheel with a module of its own name, a licence, and what is asked for besides."""
    path = folder / f"{name}-{version}-{tag}.whl"
    info = f"{name}-{version}.dist-info"
    lines = ["Metadata-Version: 2.4", f"Name: {name}", f"Version: {version}", "License-Expression: MIT"]
    lines += [f"Requires-Dist: {one}" for one in requires]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}/__init__.py", f"NAME = {name!r}\n")
        for member, data in (files or {}).items():
            archive.writestr(member, data)
        archive.writestr(f"{info}/METADATA", "\n".join([*lines, "", ""]))
        archive.writestr(f"{info}/licenses/LICENSE", f"licence of {name}\n")
        archive.writestr(
            f"{info}/RECORD", "".join(f"{one},,\n" for one in [*archive.namelist(), f"{info}/RECORD"])
        )
    return path


def lock_line(path: Path, version="1.0", marker="") -> str:
    """Give the line of a lock file for a wheel."""
    digest = sha256(path.read_bytes()).hexdigest()
    return f"{path.name.split('-')[0]}=={version}{f' ; {marker}' if marker else ''} \\\n    --hash=sha256:{digest}\n"


def locked(*lines: str):
    """Give the records of a lock file of these lines."""
    return read_lock("".join(lines))


def embedded_python(folder: Path, version="3.13.2") -> Path:
    """Write what python.org's embeddable zip has: a program that tells its version, the list of paths, a licence."""
    stem = f"python{''.join(version.split('.')[:2])}"
    told = "ProductVersion\0\0".encode("utf-16-le") + version.encode("utf-16-le")
    path = folder / "embed.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("python.exe", b"MZ" + told + b"\0\0")
        archive.writestr(f"{stem}._pth", f"{stem}.zip\n.\n#import site\n")
        archive.writestr("LICENSE.txt", "PSF LICENSE\n")
    return path


def standalone_python(folder: Path, version="3.12.9") -> Path:
    """Write what a standalone build's tarball has, with things of it that a kit leaves out."""
    minor = ".".join(version.split(".")[:2])
    texts = {
        f"bin/python{minor}": "#!/bin/sh\nexit 1\n",
        "bin/pip": "#!/usr/bin/python\n",
        f"include/python{minor}/patchlevel.h": f'#define PY_VERSION      "{version}"\n',
        f"lib/python{minor}/LICENSE.txt": "PSF LICENSE\n",
        f"lib/python{minor}/os.py": "pass\n",
        f"lib/python{minor}/test/test_os.py": "pass\n",
        f"lib/python{minor}/site-packages/pip/__init__.py": "pass\n",
        f"lib/libpython{minor}.so.1.0": "not needed\n",
    }
    path = folder / "standalone.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for name, text in texts.items():
            member = tarfile.TarInfo(f"python/{name}")
            member.size, member.mode = len(text.encode()), 0o755 if name.startswith("bin/") else 0o644
            archive.addfile(member, io.BytesIO(text.encode()))
    return path
