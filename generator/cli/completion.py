"""Completing commands by Tab: the script that a shell loads, and the answers it is given."""

from __future__ import annotations

import os

import click

from generator.problems import UserError

ASKS = "_NIANBAO_COMPLETE"
"""The environment variable by which a shell's script asks for completions."""
SHELLS = ("bash", "zsh", "fish", "powershell")

# PowerShell passes the words to a script block; blanks at the end tell that a new word begins
_POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName %(prog)s -ScriptBlock {
    param($word, $tree, $position)
    $env:%(asks)s = 'powershell_complete'
    $env:COMP_WORDS = $tree.ToString()
    $env:COMP_WORD = $word
    try {
        %(prog)s | ForEach-Object {
            $name, $about = $_ -split "`t", 2
            if (-not $about) { $about = $name }
            [System.Management.Automation.CompletionResult]::new($name, $name, 'ParameterValue', $about)
        }
    } finally {
        Remove-Item Env:%(asks)s, Env:COMP_WORDS, Env:COMP_WORD -ErrorAction SilentlyContinue
    }
}"""


def completion_script(name: str, shell: str) -> str:
    """Give the script that completes commands; it is printed only, the user's own files are never touched.

    Raises UserError for a shell that is not known.
    """
    if shell not in SHELLS:
        raise UserError(f"不认识“{shell}”。", f"可选：{'、'.join(SHELLS)}。", status=2)
    if shell == "powershell":
        return _POWERSHELL % {"prog": name, "asks": ASKS}
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    if kind is None:
        raise UserError(f"这里没有“{shell}”的补全。", f"可选：{'、'.join(SHELLS)}。", status=2)
    source: str = kind.source_template % kind(click.Command(name), {}, name, ASKS).source_vars()
    return source


def answer_completion(program: click.Command, name: str) -> int:
    """Print what may stand where the shell asks; gives the exit status.

    Raises UserError where it is no shell that asks.
    """
    from click.shell_completion import shell_complete

    from generator.cli import console

    asked = os.environ[ASKS]
    if asked != "powershell_complete":
        if asked.endswith("_complete") and not _has_words(asked):
            raise UserError(
                f"环境变量 {ASKS} 是给 shell 的补全脚本用的，设了它，命令都不执行。",
                "请取消这个环境变量；补全脚本用 nianbao --completion bash 取得。",
                status=2,
            )
        return shell_complete(program, {}, name, ASKS, asked)
    for value, about in _powershell_answers(program, name):
        console.data(f"{value}\t{about}\n")
    return 0


def _has_words(asked: str) -> bool:
    """Tell whether the words to complete are there, and which of them is meant: for fish a word, else its number."""
    at = os.environ.get("COMP_CWORD")
    return "COMP_WORDS" in os.environ and at is not None and (asked.startswith("fish") or at.isdecimal())


def _powershell_answers(program: click.Command, name: str) -> list[tuple[str, str]]:
    from click.shell_completion import ShellComplete, split_arg_string

    word = os.environ.get("COMP_WORD", "")
    words = split_arg_string(os.environ.get("COMP_WORDS", ""))[1:]
    if word and words:
        words.pop()
    completions = ShellComplete(program, {}, name, ASKS).get_completions(words, word)
    return [(one.value, (one.help or "").partition("\n")[0]) for one in completions if one.type == "plain"]
