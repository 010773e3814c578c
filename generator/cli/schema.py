"""`nianbao schema`: the JSON Schema by which an editor completes and explains a facts file."""

from pathlib import Path
from typing import Annotated

import typer

from generator.cli import options as shared


def schema_command(
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="文件", help="写到文件；不写就直接显示")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="覆盖手工改过的文件；原来的另存一份备份")] = False,
    templates: shared.OwnTemplates = None,
) -> int:
    """输出事实文件的 JSON Schema，供编辑器补全和提示。"""
    from generator.cli import console
    from generator.files import save
    from generator.forms.schema import schema_text
    from generator.resources import Templates
    from generator.topics import read_topics

    text = schema_text(read_topics(Templates.with_own(templates)))
    if output is None:
        console.data(text)
    else:
        kept = save(output, text.encode("utf-8"), force=force)
        console.say(f"已生成：{output}", "green")
        if kept:
            console.say(f"原来的文件另存为：{kept}")
    return 0
