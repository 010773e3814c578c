"""nianbao: a year's facts of one unit become its annual report on rule-of-law government building.

The public interface, and all of it: `load` a facts file, `draft` its report as Markdown, `render` it to a file, `check`
any of them, and what these give and raise: `Facts`, `Problem` with its `Level` and `Place`, `FactsError`, `UserError`.
Everything else may change with any version. docs/接口.md is made from what stands here.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.problems import FactsError, Level, Place, Problem, UserError

if TYPE_CHECKING:
    from generator.commands.steps import Given
    from generator.facts import Facts

__all__ = ["FactsError", "Level", "Place", "Problem", "UserError", "check", "draft", "load", "render"]


def load(path: str | Path, *, last: str | Path | None = None, templates: str | Path | None = None) -> Facts:
    """Read a facts file, with last year's facts where it names them (上年) or they lie beside it.

    Args:
        path: The facts file (.yaml).
        last: Last year's facts file, where it is neither named in this one nor beside it.
        templates: A folder with topics of one's own; those of the same name replace the built-in ones.

    Returns:
        The facts: `year`, `name`, `level`, and `topics`, whose `values` hold by field name a `Quantity` (`number` in
        single units, `unit`, `approx`), a truth value, a text or a tuple of texts.

    Raises:
        UserError: A file cannot be opened, or the folder is not there.
        FactsError: Something in the file is wrong; `problems` has every mistake.

    Examples:
        >>> import generator
        >>> facts = generator.load("稷下街道-2023.yaml")
        >>> facts.name, facts.year, facts.level
        ('稷下街道', 2023, '街道')
        >>> lectures = facts.topics["法律顾问"].values["普法讲座"]
        >>> str(lectures), int(lectures.number), lectures.unit
        ('20场', 20, '场')
        >>> facts.place("举措成效.完善工作机制，规范权力运行.法律顾问.普法讲座").line
        40

    """
    from generator.facts import load_with_last

    given = _given(last, templates)
    return load_with_last(Path(path), given.templates, given.last)


def draft(facts: Facts, *, templates: str | Path | None = None) -> str:
    """Write the report of these facts.

    Args:
        facts: What `load` gave.
        templates: As for `load`.

    Returns:
        The report as Markdown; what is missing stands in it as 【待填：…】. The same facts give the same text.

    Raises:
        UserError: A template of one's own is at fault.

    Examples:
        >>> import generator
        >>> text = generator.draft(generator.load("稷下街道-2023.yaml"))
        >>> print(text.splitlines()[0])
        # 稷下街道2023年法治政府建设年度报告
        >>> "普法讲座20场" in text
        True

    """
    from generator.drafting import compose

    return compose(facts, _given(None, templates).templates).markdown


def render(
    path: str | Path, out: str | Path, *, last: str | Path | None = None, templates: str | Path | None = None
) -> Path:
    """Write the report of a facts file, or of a Markdown text that was edited by hand, to a file.

    What was edited by hand since it was written is not overwritten, and no half-written file is ever left.

    Args:
        path: The facts file (.yaml) or the edited text (.md).
        out: Where to: a .docx, .md, .html or .pdf file, or a folder for a Word file named by its title.
        last: As for `load`.
        templates: As for `load`.

    Returns:
        The path of the file that was written.

    Raises:
        FactsError: The input has mistakes that stop a report, or something is left 待填; `problems` has them.
        UserError: Something cannot be read or written; `message` says what, `fix` what to do.

    Examples:
        >>> import generator
        >>> generator.render("稷下街道-2023.yaml", "稷下街道.docx").name
        '稷下街道.docx'

    """
    from generator.commands.render import Wishes, render_reports

    (result,) = render_reports([Path(path)], Path(out), _given(last, templates), Wishes())
    if result.error:
        raise result.error
    if result.path is None:
        raise FactsError(result.problems)
    return result.path


def check(
    path: str | Path, *, last: str | Path | None = None, templates: str | Path | None = None
) -> list[Problem]:
    """Give everything found wrong in a facts file and its report, or in a report by anybody (.md, .docx, .txt).

    Args:
        path: The file.
        last: As for `load`.
        templates: As for `load`.

    Returns:
        The problems in reading order, each with `code`, `level` (错误 or 提醒), `place`, `field`, `message` and `fix`;
        an empty list where nothing was found. A file that is no facts file at all is a problem too.

    Raises:
        UserError: The file cannot be opened.

    Examples:
        >>> from pathlib import Path
        >>> import generator
        >>> wrong = Path("错.yaml").write_text("年度: 二〇二三", encoding="utf-8")
        >>> for problem in generator.check("错.yaml"):
        ...     print(problem.place, problem.level.value, problem.message)
        错.yaml:1:1 错误 “年度”应为四位年份，写的是“二〇二三”。
        错.yaml 提醒 有错误的地方没有读出来，结构、篇幅、雷同各条这次没有查。

    """
    from generator.commands.check import check_file

    try:
        return list(check_file(Path(path), _given(last, templates)).problems)
    except FactsError as error:
        return list(error.problems)


def _given(last: str | Path | None, templates: str | Path | None) -> Given:
    from generator.commands.steps import Given
    from generator.resources import Templates

    folder = Path(templates) if templates else None
    return Given(Templates.with_own(folder), Path(last) if last else None)
