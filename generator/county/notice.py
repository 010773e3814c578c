"""`nianbao notice`: the county's notice to fill in, each line explained, with the schema for editors beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator.county.folder import county_files, read_units
from generator.facts.notice import ChapterTitles, CountyNotice
from generator.facts.superior import NOTICE_FILE
from generator.files import save
from generator.forms.lines import entry, group, inline, optional, remark_line
from generator.forms.records import blank, note_of
from generator.forms.schema import NOTICE_SCHEMA, notice_schema_text
from generator.problems import Problem, UserError
from generator.resources import Templates
from generator.topics import read_topics

_USUAL = ("行政执法.立案", "行政执法.办结", "矛盾纠纷化解.化解", "法治宣传教育", "第一责任人.领导班子学法")
"""What counties ask for by name, to begin with."""
_COUNTY = "县区"


def start_notice(
    issuer: str,
    year: int,
    units: Iterable[str],
    target: Path | None,
    templates: Templates,
    *,
    force: bool = False,
) -> tuple[Path, Path | None]:
    """Write a county's notice to fill in, and beside it the schema that its first line names.

    `target` is a file, a folder, or None for the folder at hand. Gives the file and, where one was overwritten by
    force, its copy. Raises UserError.
    """
    if not issuer.strip():
        raise UserError("没有写发通知的机关。", f"例如：nianbao notice 临淄区司法局 --year {year}", status=2)
    path = target or Path()
    path = path / NOTICE_FILE if path.is_dir() else path
    if path.suffix.lower() not in {".yaml", ".yml"}:
        raise UserError(f"通知文件的后缀应为 .yaml，写的是：{path.name}", f"例如：-o {NOTICE_FILE}", status=2)
    if path.exists() and not force:
        raise UserError(f"文件已经有了：{path}", "请用 -o 换一个文件名；确要覆盖，请加 --force（会先备份）。")
    kept = save(path, notice_scaffold(issuer, year, units, path.name).encode(), force=force)
    with suppress(UserError):  # a schema that the user has changed stays his
        save(path.with_name(NOTICE_SCHEMA), notice_schema_text(read_topics(templates)).encode())
    return path, kept


class UnitsFound(NamedTuple):
    """The names of units whose facts files lie in a folder, and why others gave none.

    `counties` are those of counties, which are no units of their own.
    """

    names: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def units_in(folder: Path, templates: Templates) -> UnitsFound:
    """Give the names of the units whose facts files lie in a folder; raises UserError where there is no file.

    A county's own file beside those of its units is that of the one who sends the notice.
    """
    read = read_units(county_files([folder]), templates)
    named = {one.facts.name: one.facts.level for one in read if one.facts and one.facts.name}
    are_parts_there = any(level not in (_COUNTY, None) for level in named.values())
    found = tuple(name for name, level in named.items() if level == _COUNTY and are_parts_there)
    counties = found if len(found) == 1 else ()  # several are those of a city, which sends the notice
    nameless = (one for one in read if not (one.facts and one.facts.name))
    return UnitsFound(
        tuple(name for name in named if name not in counties),
        counties,
        tuple(problem for one in nameless for problem in one.problems),
    )


def notice_scaffold(issuer: str, year: int, units: Iterable[str], name: str = NOTICE_FILE) -> str:
    """Give the text of a notice to fill in, which says by what file name the units refer to it."""
    return "\n".join(_lines(issuer, year, tuple(units), name)) + "\n"


def _lines(issuer: str, year: int, units: tuple[str, ...], name: str) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={NOTICE_SCHEMA}"
    yield f"# 报送{year}年法治政府建设年度报告的通知：填好以后发给各单位，与它们的事实文件放在同一文件夹。"
    yield "#"
    yield f"# 各单位在事实文件里写一行“通知: {name}”，报告就照这里的要求写，检查照这里查；没有要求的项，整行删去。"
    yield "# 行首有“# ”的可写可不写，要写就删去“# ”。填好以后用 nianbao check 检查；收到的情况用 nianbao status 看。"
    yield ""
    yield from entry("年度", str(year), _note("年度"))
    yield from entry("发文机关", issuer, _note("发文机关"))
    yield from entry(
        "截止", f"{year + 1}-02-20", f"{_note('截止')}；规定是3月1日前报上一级，要留出汇总的时间"
    )
    yield optional("报送方式", _note("报送方式"))
    yield optional("联系人", _note("联系人"))
    yield optional("电话", _note("电话"))
    yield ""
    yield f"# {'报告的样子'}"
    yield optional("标题", _note("标题"))
    yield optional("主送机关", _note("主送机关"))
    yield f"# {inline('部分标题', _note('部分标题'))}"
    yield from (f"# {line}" for line in blank(ChapterTitles, 1))
    yield optional("部分顺序", _note("部分顺序"))
    yield optional("字数", _note("字数"))
    yield optional("举措占比", _note("举措占比"))
    yield optional("部分占比", _note("部分占比"))
    yield optional("小标题", _note("小标题"))
    yield optional("禁用词", _note("禁用词"))
    yield optional("不写", _note("不写"))
    yield optional("上年写法", _note("上年写法"))
    yield optional("二级标题", _note("二级标题"))
    yield ""
    yield from group("必报", f"{_note('必报')}。有哪些主题和字段，看 nianbao topics；不要求的删去")
    yield from (f"  - {one}" for one in _USUAL)
    yield ""
    yield from group("单位", "报送的单位，逐行写；看谁没有报、写催报的话，凭这份名单")
    yield from (f"  - {name}" for name in units)
    if not units:
        yield "  - "
    yield f"  {remark_line('要写明别的叫法、联系人的，写成下面这样')}"
    yield "  # - 名称: 稷下街道"
    yield from (f"  #   {one}: {note}" for one, note in _of_unit())


def _of_unit() -> Iterator[tuple[str, str]]:
    yield from (("又称", "[稷下街道办事处, 稷下街办]"), ("联系人", "张主任"), ("电话", "0000-0000000"))


def _note(key: str) -> str:
    return note_of(CountyNotice, key)
