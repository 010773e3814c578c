"""What all tests share: the programs that some need, and how hypothesis runs."""

import os
import shutil

import pytest
from hypothesis import HealthCheck, settings

from tests.often import USUALLY

settings.register_profile(
    "nianbao",
    max_examples=USUALLY,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "soak", settings.get_profile("nianbao"), max_examples=10 * USUALLY, derandomize=False, print_blob=True
)
settings.load_profile("nianbao")


def program(*names: str, what: str) -> str:
    """Give the path of a program; without it the test is skipped at home and fails where CI=true."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        reason = f"没有安装{what}（{names[0]}）"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory):
    """Keep what the program remembers for its user out of the real user's folder."""
    folder = str(tmp_path_factory.mktemp("cache"))
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, folder)
        yield


@pytest.fixture(scope="session")
def soffice() -> str:
    return program("soffice", "libreoffice", what="LibreOffice")


@pytest.fixture(scope="session")
def chromium() -> str:
    return program("chromium", "chromium-browser", "google-chrome", what="Chromium")


@pytest.fixture(scope="session")
def pdftoppm() -> str:
    return program("pdftoppm", what="poppler")
