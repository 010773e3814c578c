"""What is double-clicked, and the page that is read first: small texts that anybody can look into; no program of ours.

A .bat is read in the code page of the console. It is written in that of Chinese Windows and sets it first; what it
does needs only ASCII, so that it works where that code page is not to be had.
"""

from __future__ import annotations

from generator.offline.kit import LICENCES, REPORTS, SBOM, SUMS

_PAGE_BAT = r"""@echo off
chcp 936 >nul 2>nul
title 年报
if not exist "%~dp0program\python\python.exe" goto packed
if not exist "%~dp0program\start.py" goto packed
set given=
if not "%~1"=="" set given="%~1"
"%~dp0program\python\python.exe" "%~dp0program\start.py" --page %given%
if errorlevel 1 pause
exit /b
:packed
echo 请先解压：在 zip 文件上按右键，选“全部解压缩”，再从解压出来的文件夹里打开。
pause
exit /b 2
"""
_CONSOLE_BAT = r"""@echo off
chcp 936 >nul 2>nul
title 年报 命令行
if not exist "%~dp0program\python\python.exe" goto packed
if not exist "%~dp0program\start.py" goto packed
set "PATH=%~dp0program\bin;%PATH%"
cd /d "%~dp0我的年报" 2>nul || cd /d "%~dp0"
echo 输入 nianbao 加命令，例如：
echo   nianbao new 稷下街道 --year 2025
echo   nianbao --help
cmd /k
exit /b
:packed
echo 请先解压：在 zip 文件上按右键，选“全部解压缩”，再从解压出来的文件夹里打开。
pause
exit /b 2
"""
_COMMAND_BAT = r"""@echo off
"%~dp0..\python\python.exe" "%~dp0..\start.py" %*
"""
_PAGE_SH = """#!/bin/sh
# 打开填写的网页；后面可以写一份事实文件
here=$(cd -- "$(dirname -- "$0")" && pwd) || exit 1
if [ ! -f "$here/program/start.py" ]; then
  echo "请先解压：把 zip 解压到自己的文件夹，再从解压出来的文件夹里打开。" >&2
  exit 2
fi
exec sh "$here/program/bin/nianbao" --page "$@"
"""
_COMMAND_SH = """#!/bin/sh
# 命令，例如：sh program/bin/nianbao check 事实文件.yaml
program=$(cd -- "$(dirname -- "$0")/.." && pwd) || exit 1
own="$program/python/bin/python{minor}"
[ -x "$own" ] || chmod u+x "$own" 2>/dev/null
for python in "$own" python{minor} python3; do
  if "$python" -I -c 'import sys; sys.exit(sys.version_info[:2] != ({tuple}))' 2>/dev/null; then
    exec "$python" -I "$program/start.py" "$@"
  fi
done
echo "这个离线包要用 Python {minor}（{machine}），本机没有找到。请装上 Python {minor}，或换用自带 Python 的离线包。" >&2
exit 2
"""
_DESKTOP = """[Desktop Entry]
Type=Application
Name=年报
Comment=填写事实，生成法治政府建设年度报告
Exec=sh -c 'exec sh "$(dirname "$1")/启动.sh"' sh %k
Terminal=true
Categories=Office;
"""
_READ_FIRST = """年报 nianbao {version}（{name}，Python {python}）

怎么用
1. 先把 zip 全部解压，放到路径短一些的文件夹里，不要在压缩包里直接打开。
2. {open}
   浏览器里会打开本机的网页：新建、导入去年的报告、填写、检查、生成 Word，都在这一页。
   填好的文件在“{reports}”里。
3. {console}
4. “示例”里有五份填好的事实文件，“手册”是说明书。

不用安装，不要管理员权限，不改系统的任何设置；不用了，把“{reports}”移走，删去整个文件夹即可。
换新版本：把新的 zip 解压到旁边，再把“{reports}”移过去。

不连网：程序在自己的进程里拒绝连别的机器，只准本机（127.0.0.1）。
每次启动都按 {sums} 核对 program 里的文件，少了、变了的不运行。要自己核对全部文件：
  {check}
用到的部件在 {sbom}（CycloneDX），许可文本在“{licences}”里；运行 nianbao about 也看得到。
{needs}"""
_PAGE = {
    True: "双击“启动.bat”（也可以把事实文件拖到它上面）。",
    False: "双击“年报.desktop”，或者在终端里运行：sh 启动.sh",
}
_CONSOLE = {
    True: "要用命令的，双击“命令行.bat”。",
    False: "要用命令的，在终端里运行：sh program/bin/nianbao --help",
}
_CHECK = {
    True: "certutil -hashfile 文件名 SHA256，与 SHA256SUMS 里的对照",
    False: "sha256sum -c SHA256SUMS",
}


def windows_starters(version: str, python: str) -> dict[str, bytes]:
    """Give the files that start the kit on Windows, each with its bytes."""
    oldest = "8.1" if _minor(python) in {"3.10", "3.11", "3.12"} else "10"
    needs = f"要 64 位的 Windows {oldest} 以上。Windows 7 用不了，请用网页填报表，见手册里的“离线包”。\n"
    texts = {"启动.bat": _PAGE_BAT, "命令行.bat": _CONSOLE_BAT, "program/bin/nianbao.bat": _COMMAND_BAT}
    first = _read_first("Windows 64 位", version, python, needs, windows=True)
    files = {name: _with_crlf(text).encode("gbk") for name, text in texts.items()}
    return {**files, **{name: _with_crlf(text).encode("utf-8-sig") for name, text in first.items()}}


def linux_starters(version: str, machine: str, python: str, *, own_python: bool) -> dict[str, bytes]:
    """Give the files that start the kit on Linux, each with its bytes."""
    minor, command = _minor(python), _COMMAND_SH
    for name, value in (("minor", minor), ("tuple", minor.replace(".", ", ")), ("machine", machine)):
        command = command.replace(f"{{{name}}}", value)
    needs = "" if own_python else f"这个离线包不带 Python，要本机装有 Python {minor}，别的版本不行。\n"
    texts = {"启动.sh": _PAGE_SH, "program/bin/nianbao": command, "年报.desktop": _DESKTOP}
    shown = python if own_python else minor
    texts |= _read_first(f"Linux {machine}", version, shown, needs, windows=False)
    return {name: text.encode() for name, text in texts.items()}


def is_program(name: str) -> bool:
    """Tell whether a file is one that is run, which Linux wants marked."""
    return name.endswith((".sh", ".desktop", "bin/nianbao"))


def _read_first(name: str, version: str, python: str, needs: str, *, windows: bool) -> dict[str, str]:
    text = _READ_FIRST.format(
        version=version,
        name=name,
        python=python,
        open=_PAGE[windows],
        console=_CONSOLE[windows],
        check=_CHECK[windows],
        needs=needs,
        reports=REPORTS,
        sums=SUMS,
        sbom=SBOM,
        licences=LICENCES,
    )
    return {"先读我.txt": text, f"{REPORTS}/说明.txt": "从网页里新建、导入的事实文件和生成的报告放在这里。\n"}


def _minor(python: str) -> str:
    return ".".join(python.split(".")[:2])


def _with_crlf(text: str) -> str:
    return text.replace("\n", "\r\n")
