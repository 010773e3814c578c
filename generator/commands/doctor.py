"""`nianbao doctor`: what this machine has of what the program uses, and what to do where something is missing."""

from __future__ import annotations

import locale
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution, version
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from generator.cached import cache_folder
from generator.files import can_write
from generator.patterns import pattern
from generator.resources import Templates

PACKAGE = "nianbao"
_REQUIRED = pattern(r"^(?P<name>[\w.-]+)[^;]*(?:;(?:.*extra == [\"'](?P<extra>\w+)[\"'])?.*)?$")
_EXTRAS = {"charts": "报告里的图", "traditional": "读繁体字的旧报告"}
_SHOWN = "√×【】《》—…〔〕"
_CHINESE_PAGES = {936: "简体中文", 54936: "简体中文", 65001: "UTF-8"}


class Diagnosis(NamedTuple):
    """One thing that was looked at: whether it is as it should be, what it is like, and what to do if it is not."""

    name: str
    good: bool
    state: str
    remedy: str = ""


def diagnose(folder: Path, encoding: str) -> Iterator[Diagnosis]:
    """Look at what the program uses; `folder` is where reports would be written, `encoding` that of the output."""
    yield _python()
    yield from _libraries()
    yield _fonts()
    yield _office()
    yield _output(encoding)
    yield from _code_page()
    yield Diagnosis("系统编码", good=True, state=locale.getpreferredencoding(do_setlocale=False))
    yield _cache()
    yield _folder(folder)


def _python() -> Diagnosis:
    machine = f"{platform.system()} {platform.release()}（{platform.machine()}）"
    return Diagnosis(
        "程序",
        good=True,
        state=f"{PACKAGE} {version(PACKAGE)}，Python {platform.python_version()}，{machine}",
    )


def _libraries() -> Iterator[Diagnosis]:
    """Give the libraries that the program needs, and those of its extras that a clerk may want."""
    needed: list[str] = []
    lacking: list[str] = []
    optional = []
    for line in distribution(PACKAGE).requires or ():
        match = _REQUIRED.match(line)
        if match is None or (match["extra"] and match["extra"] not in _EXTRAS):
            continue
        name, extra = match["name"], match["extra"]
        there = _version(name)
        if extra:
            remedy = "" if there else f"用得着的，运行：py -m pip install {name}"
            state = f"{name} {there}" if there else f"没有装 {name}，用不了这一项，别的不受影响"
            optional.append(Diagnosis(_EXTRAS[extra], good=bool(there), state=state, remedy=remedy))
        elif (
            f"{name} {there}" not in needed
        ):  # a library may be named once for each range of Python's versions
            (needed if there else lacking).append(f"{name} {there}".rstrip())
    state = f"缺 {'、'.join(lacking)}" if lacking else "、".join(needed)
    remedy = f"运行：py -m pip install {' '.join(lacking)}" if lacking else ""
    yield Diagnosis("用到的库", good=not lacking, state=state, remedy=remedy)
    yield from optional
    if find_spec("yaml._yaml") is None:
        yield Diagnosis(
            "YAML", good=False, state="没有 C 版的读取程序，读得慢些，结果一样", remedy="不用处理。"
        )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _fonts() -> Diagnosis:
    from generator.document.page.fonts import installed_fonts, missing_fonts
    from generator.document.page.layout import read_layout

    if not installed_fonts():
        return Diagnosis(
            "公文字体", good=True, state="看不出本机有哪些字体；文件里写的都是规定字体，不影响报送"
        )
    missing = missing_fonts(read_layout(Templates(), None))
    remedy = "要在本机打印的，请装上方正小标宋、仿宋、楷体等字体；只报送电子版的，不用处理。"
    return Diagnosis("公文字体", not missing, missing or "规定的字体都有", remedy if missing else "")


def _office() -> Diagnosis:
    from generator.document.office import find_office

    office = find_office()
    remedy = (
        ""
        if office
        else (
            "要直接生成 PDF、.doc，或者读 .doc、.wps 旧报告的，请安装 LibreOffice（免费，https://zh-cn.libreoffice.org/download/ ）；"
            "也可以在 Word、WPS 里另存。"
        )
    )
    return Diagnosis(
        "LibreOffice", office is not None, str(office or "没有装；生成 Word 文档、网页和文稿用不着它"), remedy
    )


def _output(encoding: str) -> Diagnosis:
    try:
        _SHOWN.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        remedy = "Windows 上请先运行 chcp 936；其他系统请把 LANG 设成 zh_CN.UTF-8。文件不受影响。"
        return Diagnosis(
            "屏幕显示", good=False, state=f"{encoding}，有的汉字和符号会显示成问号", remedy=remedy
        )
    return Diagnosis("屏幕显示", good=True, state=f"{encoding}，汉字和符号都能显示")


def _code_page() -> Iterator[Diagnosis]:
    """Give the code page of a Windows console; nothing elsewhere, nor where there is no console."""
    if page := _console_page():
        known = _CHINESE_PAGES.get(page, "")
        remedy = "" if known else "请先运行 chcp 936，再运行本程序。"
        yield Diagnosis("控制台代码页", bool(known), f"{page}（{known or '不是中文'}）", remedy)


def _console_page() -> int:
    if sys.platform != "win32":
        return 0
    import ctypes

    return int(ctypes.windll.kernel32.GetConsoleOutputCP())


def _cache() -> Diagnosis:
    folder = cache_folder()
    if folder is None or not can_write(folder):
        remedy = "不用处理；想快些的，请核对用户文件夹的权限。"
        return Diagnosis(
            "缓存文件夹", good=False, state="没有能写的，每次运行多等几百毫秒，结果一样", remedy=remedy
        )
    return Diagnosis("缓存文件夹", good=True, state=f"{folder}，随时可以清空")


def _folder(folder: Path) -> Diagnosis:
    if can_write(folder):
        return Diagnosis("当前文件夹", good=True, state=f"{folder}，可以写")
    remedy = "请换一个文件夹，例如桌面或“文档”；或用 -o 写到别处。"
    return Diagnosis("当前文件夹", good=False, state=f"{folder}，没有写的权限", remedy=remedy)
