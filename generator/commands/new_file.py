"""A facts file that is new, begun or imported, written with the schema beside it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from generator.files import save
from generator.forms.schema import FILE_NAME, schema_text
from generator.problems import UserError
from generator.topics.topic import Topics


def facts_path(target: Path | None, name: str) -> Path:
    """Give where a new facts file goes: a file, or in a folder (the one at hand for None) the one of that name.

    What is not there and has no suffix is a folder that is still to be made.
    """
    path = target or Path()
    is_folder = path.is_dir() or not (path.suffix or path.exists())
    return path / name if is_folder else path


def save_beside_schema(
    text: str, target: Path | None, name: str, topics: Topics, *, force: bool
) -> tuple[Path, Path | None]:
    """Write a facts file that is new, and the schema beside it, unless the user has changed that.

    Gives the file and, where one was overwritten by force, its copy. Raises UserError.
    """
    path = facts_path(target, name)
    if path.suffix.lower() not in {".yaml", ".yml"}:
        raise UserError(
            f"事实文件的后缀应为 .yaml，写的是：{path.name}", "例如：-o 稷下街道-2024.yaml", status=2
        )
    if path.exists() and not force:
        raise UserError(f"文件已经有了：{path}", "请用 -o 换一个文件名；确要覆盖，请加 --force（会先备份）。")
    kept = save(path, text.encode("utf-8"), force=force)
    with suppress(UserError):  # a schema that the user has changed stays his
        save(path.with_name(FILE_NAME), schema_text(topics).encode("utf-8"))
    return path, kept
