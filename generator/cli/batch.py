"""`nianbao batch`: the reports of very many units at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.app import COMMANDS
from generator.cli.options import (
    PATH,
    argument,
    flag,
    own_templates,
    path_option,
    quiet_flag,
    read_year,
    text_option,
)
from generator.cli.wording import Command
from generator.problems import UserError
from generator.shortened import named

if TYPE_CHECKING:
    from generator.batch.batch import Batch, Doing
    from generator.batch.manifest import UnitRecord
    from generator.batch.order import BatchOrder

_MOST_TOLD = 20
"""Of so many reports that were not made all that is wrong is printed, of the others the name."""


@click.command(
    "batch",
    cls=Command,
    help=f"""{COMMANDS["batch"]}

    一份有错，不影响别的。已经生成、事实没有变的不重做；手工改过的不会被覆盖。没有生成的，逐份说明原因。
    """,
)
@argument(
    "given",
    "来源…",
    "放着各单位事实文件的文件夹，或几份事实文件，或一张表（.xlsx、.csv，一行一个单位）",
    type=PATH,
    nargs=-1,
    required=True,
)
@path_option("-o", "--output", metavar="文件夹", explained="报告写到哪个文件夹，必须写")
@text_option("--to", "form", metavar="形式", explained="写成什么：docx、md、html、pdf、doc；不写就是 docx")
@flag("--check", "checked", explained="连检查规则的提醒也查，每份有几处列在最后；不写只查错误")
@text_option(
    "--year",
    metavar="年度",
    explained="只做这一年度的，如 2024；不写的，有 --notice 就只做通知的年度，没有就全做",
)
@text_option(
    "--part", metavar="几/几", explained="几台电脑分着做同一个共享文件夹：3/8 是分作八部分，做第三部分"
)
@text_option(
    "--scheduler",
    metavar="地址",
    explained="把活分给 Dask 集群，如 tls://10.0.0.5:8786；须有证书，不加密的不连",
)
@path_option("--tls-ca", metavar="文件", explained="集群的根证书；三个证书文件一起写，不写就用 Dask 配置里的")
@path_option("--tls-cert", metavar="文件", explained="这台电脑的证书")
@path_option("--tls-key", metavar="文件", explained="这台电脑的私钥")
@path_option(
    "--notice", metavar="文件", explained="上级通知的文件：各份都照它写、照它查，不管自己的“通知”怎么写"
)
@path_option(
    "--review",
    metavar="文件夹",
    explained="另给每份写一份审核意见：问题写成 Word 批注，放在这个文件夹；来源里各单位自己写的 .docx 也写",
)
@text_option("--today", metavar="日期", explained="审核意见的批注写哪一天的日期，如 2024-02-20；不写就是今天")
@flag("--draft", explained="还有没填的也生成，缺的地方标【待填】")
@flag("--attach-figures", "figures", explained="附上全年数据表，作为附件")
@flag(
    "--attach-charts",
    "charts",
    explained="附上与上年对比的图，作为附件；要有上一年的事实文件，或数旁边写了“上年”",
)
@flag("--public", explained="公开版：不写“公开: 否”的和能推算出它们的")
@flag("--force", explained="覆盖手工改过的文件；原来的另存一份备份")
@flag("--json", "as_json", explained="输出 JSON，供别的程序读取：每份做成了没有，为什么")
@quiet_flag
@own_templates
@path_option("--layout", metavar="文件", explained="本单位的版式文件，只写与通用版式不同的几项")
def batch_command(
    given: tuple[Path, ...], output: Path | None, as_json: bool, quiet: bool, **asked: Any
) -> int:
    """Make the reports, and tell what became of them."""
    from generator.batch.batch import make_reports
    from generator.batch.plan import WHOLE, read_part
    from generator.cli import console

    if output is None:
        raise UserError("没有写报告放在哪里。", "请用 -o 给一个文件夹，如 -o 报告。", status=2)
    if asked["review"] and (asked["part"] or asked["scheduler"]):
        raise UserError(
            "--review 不能和 --part、--scheduler 一起写。", "审核意见请在一台电脑上写。", status=2
        )
    order, doing = _order(output, asked), _doing(asked)
    year = _year(order, asked)
    of_facts = [one for one in given if not (asked["review"] and one.suffix.lower() == ".docx")]
    sources, refused = _sources(of_facts, output, asked, quiet=quiet) if of_facts else ((), ())
    with console.working("正在生成", len(sources), quiet=quiet) as tell:
        batch = make_reports(
            sources,
            order,
            part=read_part(asked["part"]) if asked["part"] else WHOLE,
            year=year,
            tell=tell,
            doing=doing,
        )
    if year and not asked["year"]:
        _tell_other_years(sources, year)
    reviewed: frozenset[str] = frozenset()
    if asked["review"]:
        from generator.cli.batch_review import write_reviews

        reviewed = write_reviews(given, batch, order, asked | {"year": year}, quiet=quiet)
    batch.add_refused(refused)
    if as_json:
        console.print_records(map(_as_dict, batch.records))
    else:
        _tell(batch, output, reviewed, quiet=quiet)
    if batch.stopped:
        console.complain(batch.stopped.message)
        console.complain(batch.stopped.fix, "")
        console.complain(f"还有{batch.left}份没有做；重新运行同一条命令，接着做。", "")
    return 0 if not batch.stopped and all(one.is_there for one in batch.records) else 1


def _sources(
    given: Sequence[Path], output: Path, asked: dict[str, Any], *, quiet: bool
) -> tuple[Sequence[Path], Sequence[UnitRecord]]:
    """Give the facts files, those of a table made first; and what became of rows of which none could be made."""
    from generator.batch.table import TABLES
    from generator.batch.table_facts import made_facts
    from generator.cli import console
    from generator.county.folder import county_files
    from generator.resources import Templates

    if not any(one.suffix.lower() in TABLES for one in given):
        return county_files(given), ()
    if len(given) > 1:
        raise UserError("表要单独给，不能与别的文件写在一起。", "请一张表运行一次。", status=2)
    year = read_year(asked["year"]) if asked["year"] else None
    templates = Templates.with_own(asked["templates"])
    with console.working("正在读表", quiet=quiet):
        return made_facts(given[0], output, templates, year=year, force=asked["force"])


def _doing(asked: dict[str, Any]) -> Doing:
    """Tell who does the work: the processes of this machine, or the workers of a cluster."""
    if not asked["scheduler"]:
        from generator.batch.hands import on_hands

        return on_hands
    from generator.batch.cluster import read_cluster

    return read_cluster(asked["scheduler"], asked["tls_ca"], asked["tls_cert"], asked["tls_key"]).on_workers


def _order(output: Path, asked: dict[str, Any]) -> BatchOrder:
    from generator.batch.order import BatchOrder
    from generator.commands.render import Wishes, form_named
    from generator.commands.steps import Given
    from generator.facts.superior import load_notice
    from generator.resources import Templates

    attached = tuple(name for name, wanted in (("数据表", "figures"), ("对比图", "charts")) if asked[wanted])
    wishes = Wishes(
        asked["layout"], attached, unfinished=asked["draft"], force=asked["force"], public=asked["public"]
    )
    given = Given(Templates.with_own(asked["templates"]), notice=asked["notice"])
    if given.notice:
        load_notice(given.notice, given.templates)  # its mistakes are told once, and not with each report
    return BatchOrder(output, form_named(asked["form"] or "docx"), given, wishes, checked=asked["checked"])


def _year(order: BatchOrder, asked: dict[str, Any]) -> int | None:
    """Give the one year that is done: the one asked for, else that of the notice to which all are held."""
    from generator.facts.superior import load_notice

    if asked["year"]:
        return read_year(asked["year"])
    notice = order.given.notice
    return load_notice(notice, order.given.templates).notice.year if notice else None


def _tell_other_years(sources: Sequence[Path], year: int) -> None:
    """Name the facts files that the notice is not about."""
    from generator.batch.plan import of_other_years
    from generator.cli import console

    others = [f"{source.name}（{told}年度）" for source, told in of_other_years(sources, year).items()]
    if others:
        console.complain(f"通知要的是{year}年度，没有做：{named(others, _MOST_TOLD, '份')}。", "yellow")


def _tell(batch: Batch, output: Path, reviewed: frozenset[str], *, quiet: bool) -> None:
    """Say what is wrong in what was not made, then how many were, and where they are."""
    from generator.batch.manifest import UnitState
    from generator.cli import console

    failed = [one for one in batch.records if not one.is_there]
    _tell_failed(failed, reviewed)
    if batch.earlier:
        console.complain(
            f"{output} 里还有以前生成的：{named(batch.earlier, _MOST_TOLD, '份')}。"
            "这次没有生成它们，不是照现在的事实文件和要求写的，请不要报出。",
            "yellow",
        )
    edited = batch.in_state(UnitState.EDITED)
    if edited:
        console.complain(f"有{len(edited)}份报告写好以后改过，没有动：{_names(edited)}。", "yellow")
    doubts = [one for one in batch.records if one.is_there and one.doubts]
    if doubts:
        console.complain(
            f"有{len(doubts)}份里还有“请核对”，已照印进报告，报出以前请逐处核对：{_names(doubts)}。", "yellow"
        )
    if quiet:
        return
    reminded = [one for one in batch.records if one.is_there and one.reminders]
    if reminded:
        counted = [f"{Path(one.source).name}（{one.reminders}处）" for one in reminded]
        listed = named(counted, _MOST_TOLD, "份")
        console.say(f"生成时有提醒的：{listed}；每一份全部的提醒：nianbao check 文件名。")
    console.say(_summary(batch), "" if failed else "green")
    if any(one.is_there for one in batch.records):
        console.say(f"报告在：{output}")


def _tell_failed(failed: Sequence[UnitRecord], reviewed: frozenset[str]) -> None:
    """Say what is wrong in each; of one that was `reviewed` it is only counted, since it stands in the review."""
    from generator.batch.manifest import UnitState
    from generator.cli import console

    for record in failed[:_MOST_TOLD]:
        if record.source in reviewed and record.state is UnitState.REFUSED:  # no review tells of a full disk
            console.complain(f"没有生成 {record.source} 的报告：{_reason(record)}，见审核意见。")
            continue
        many, kept = record.wrong + record.reminders, len(record.problems)
        if 0 < kept < many:
            console.complain(f"{Path(record.source).name}：共{many}处，下面是前{kept}处。", "")
        console.problems(record.problems, beside=True)
        console.complain(f"没有生成 {record.source} 的报告：{_reason(record)}。")
    if len(failed) > _MOST_TOLD:
        rest = failed[_MOST_TOLD:]
        console.complain(f"还有{len(rest)}份也没有生成：{_names(rest)}；--json 列出每一份的原因。", "")


def _reason(record: UnitRecord) -> str:
    from generator.batch.manifest import UnitState

    if record.state is not UnitState.REFUSED:
        return str(record.state.value)
    counts = ((record.wrong, "处错误或待填"), (record.reminders, "处提醒"))
    return "有" + "、".join(f"{count}{name}" for count, name in counts if count)


def _summary(batch: Batch) -> str:
    from generator.batch.manifest import UnitState

    told = (
        (UnitState.WRITTEN, "生成"),
        (UnitState.SAME, "没有变化、不必重做"),
        (UnitState.EDITED, "改过、没有动"),
        (UnitState.REFUSED, "有错误、没有生成"),
        (UnitState.UNWRITTEN, "写不进去"),
        (UnitState.DIED, "处理时中断"),
    )
    counts = [(len(batch.in_state(state)), said) for state, said in told]
    if not batch.of:
        return "没有要做的事实文件；看看 --year 和 --part 写得对不对。"
    return f"共{batch.of}份：" + "，".join(f"{said}{count}份" for count, said in counts if count) + "。"


def _names(records: Sequence[UnitRecord]) -> str:
    return named([Path(one.source).name for one in records], _MOST_TOLD, "份")


def _as_dict(record: UnitRecord) -> dict[str, object]:
    return {
        "source": record.source,
        "state": record.state.value,
        "files": [name for name, _ in record.files],
        "errors": record.wrong,
        "reminders": record.reminders,
        "doubts": record.doubts,
        "kept": record.kept,
        "problems": [one.as_dict() for one in record.problems],
    }
