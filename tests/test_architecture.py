"""The shape of the project: who may import whom, who may print and write, and how long a file may be."""

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from tests.checks.cases import rule_cases
from tests.each import each

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator"
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))
RULES = ("checks", "rules")
MAX_FILE = 300
MAX_FUNCTION = 40
MAX_LINE = 120  # characters, Chinese ones too

# package -> packages of ours that it may import; a package may always import its own modules
LOW = (
    "problems",
    "resources",
    "wordlist",
    "file_names",
    "files",
    "ledger",
    "cached",
    "numbers",
    "patterns",
    "kept_patterns",
    "encodings",
    "near",
    "shortened",
)
DOCUMENT = ("document", "document.text", "document.page", "document.word")
COMMANDED = (
    *LOW,
    "arranging",
    "importing",
    "amending",
    "collecting",
    "wording",
    "formulations",
    "yamltext",
    "topics",
    "recognition",
    "facts",
    "drafting",
    "forms",
    "checks",
    "intake",
    "suggesting",
    "conformity",
    "offline",
    *DOCUMENT,
)
ARROWS = {
    "problems": (),
    "kept_patterns": ("cached",),
    "patterns": ("kept_patterns",),
    "encodings": (),
    "near": (),
    "shortened": (),
    "numbers": ("patterns",),
    "resources": ("problems",),
    "wordlist": ("resources",),
    "cached": (),
    "file_names": ("patterns",),
    "ledger": (),
    "files": ("problems", "ledger"),
    "offline": ("problems", "patterns", "cached", "shortened"),
    "wording": (*LOW,),
    "formulations": (*LOW,),
    "yamltext": (*LOW,),
    "amending": (*LOW, "yamltext"),
    "topics": (*LOW, "wording"),
    "recognition": (*LOW, "topics"),
    "document.text": (*LOW, "yamltext", "document"),
    "document.page": (*LOW, "yamltext", "document.text"),
    "document.word": (*LOW, *DOCUMENT),
    "document": (*LOW, "document.text", "document.page"),
    "facts": (*LOW, "topics", "wording", "yamltext"),
    "intake": (*LOW, "yamltext", "document", "document.text", "document.word"),
    "suggesting": (*LOW, "topics", "recognition", "facts", "yamltext", "amending", "intake"),
    "forms": (*LOW, "facts", "topics", "wording", "formulations", "yamltext", "drafting"),
    "arranging": (*LOW, "amending", "facts", "forms", "topics", "yamltext"),
    "drafting": (*LOW, "facts", "topics", "wording", "formulations", "yamltext"),
    "checks": (
        *LOW,
        "amending",
        "facts",
        "topics",
        "recognition",
        "wording",
        "formulations",
        "yamltext",
        "intake",
        "document",
        "document.text",
        "document.word",
    ),
    "importing": (
        *LOW,
        "facts",
        "topics",
        "recognition",
        "wording",
        "intake",
        "forms",
        "drafting",
        "document.text",
    ),
    "collecting": (*LOW, "amending", "facts", "forms", "topics", "wording", "yamltext"),
    "commands": COMMANDED,
    "conformity": (*LOW, "intake", *DOCUMENT),
    "county": (*COMMANDED, "commands"),
    "batch": (*COMMANDED, "commands", "county"),
    "rollup": (*COMMANDED, "commands", "county"),
    "likeness": (*COMMANDED, "commands", "county"),
    "preview": (
        *LOW,
        "amending",
        "wording",
        "formulations",
        "yamltext",
        "topics",
        "facts",
        "drafting",
        "forms",
        "checks",
        "suggesting",
        "commands",
        "document",
        "document.text",
        "document.page",
    ),
    "cli": (
        *LOW,
        "facts",
        "topics",
        "forms",
        "checks",
        "document.page",
        "suggesting",
        "commands",
        "preview",
        "county",
        "batch",
        "rollup",
        "likeness",
        "offline",
    ),
    "": (*LOW, "facts", "drafting", "commands"),
}

BROAD = {"commands", "county", "batch", "rollup", "likeness"}
"""Packages that may take whatever lies below them; the others are let in only where they go."""

# library -> packages that may import it; what is not listed is the standard library or forbidden
LIBRARIES = {
    "yaml": {
        "amending",
        "resources",
        "topics",
        "facts",
        "formulations",
        "drafting",
        "yamltext",
    },
    "ahocorasick": {"checks"},
    "opencc": {"importing"},
    "jinja2": {"drafting", "forms", "preview", "county", "rollup", "likeness"},
    "starlette": {"preview"},
    "uvicorn": {"preview"},
    "markdown_it": {"document.text"},
    "docx": {"document.word", "conformity"},
    "lxml": {"document.word", "intake"},
    "matplotlib": {"document"},
    "openpyxl": {"intake", "forms", "collecting", "batch", "rollup"},
    "rapidfuzz": {"likeness"},
    "distributed": {"batch"},
    "pyarrow": {"rollup"},
    "click": {"cli"},
    "rich": {"cli"},
}

# modules that write to disk themselves, and why
WRITERS = {
    "generator/cached.py": "keeps what it may lose, in the user's cache folder",
    "generator/files.py": "writes every file",
    "generator/document/page/fonts.py": "remembers in the user's cache folder which fonts it spoke of today",
    "generator/preview/dropped.py": "puts what is dropped on the page into a folder that is thrown away",
    "generator/document/office.py": "puts its input into a folder that is thrown away, where LibreOffice finds it",
}

# modules without a test file of their own, and why
UNTESTED = {
    "generator/ledger.py": "tests/test_files.py, what may be overwritten and who was killed",
    "generator/batch/order.py": "records only; tests/batch/test_batch.py",
    "generator/batch/work.py": "tests/batch/test_batch.py",
    "generator/checks/acts.py": "words only",
    "generator/county/stage.py": "tests/county/test_status.py",
    "generator/forms/page_rules.py": "tests/forms/test_webform.py, the cases that the program and the page both judge",
    "generator/collecting/belonging.py": "tests/commands/test_collect.py, forms of others and older ones",
    "generator/collecting/cell_text.py": "tests/collecting/test_damage.py, the tables of cells",
    "generator/collecting/copies.py": "tests/commands/test_collect_doubts.py, the program's own copies",
    "generator/collecting/doubts.py": "tests/commands/test_collect_doubts.py",
    "generator/collecting/excel.py": "tests/collecting/test_damage.py",
    "generator/collecting/filled.py": "records only",
    "generator/collecting/grid.py": "tests/collecting/test_damage.py, what is moved about",
    "generator/collecting/matching.py": "tests/collecting/test_damage.py, what is moved about",
    "generator/collecting/deciding.py": "tests/commands/test_collect.py, what is taken and what is laid side by side",
    "generator/collecting/merged.py": "records only",
    "generator/collecting/merging.py": "tests/commands/test_collect.py and tests/collecting/test_damage.py",
    "generator/collecting/page_file.py": "tests/forms/test_webform.py, what the page saves",
    "generator/collecting/placing.py": "tests/commands/test_collect.py",
    "generator/collecting/proving.py": "tests/commands/test_collect_sentences.py, what is told as taken",
    "generator/collecting/real_lines.py": "tests/commands/test_collect_doubts.py, the lines that are named",
    "generator/collecting/sentences.py": "tests/commands/test_collect_sentences.py",
    "generator/collecting/reading.py": "tests/collecting/test_damage.py",
    "generator/collecting/values.py": "tests/collecting/test_damage.py, the tables of figures",
    "generator/cli/batch_review.py": "tests/cli/test_batch.py",
    "generator/cli/collect.py": "tests/commands/test_collect.py, the commands",
    "generator/cli/form.py": "tests/commands/test_collect.py, the commands",
    "generator/commands/form.py": "tests/commands/test_collect.py",
    "generator/facts/mark_places.py": "tests/commands/test_collect_sentences.py, every blank of a sentence",
    "generator/forms/marked_in.py": "tests/commands/test_collect_sentences.py, the rows of figures in sentences",
    "generator/forms/cells.py": "tests/forms/test_workbook.py",
    "generator/forms/filling_in.py": "tests/commands/test_collect_doubts.py, what is refused and how it is mended",
    "generator/amending/amendment.py": "records only",
    "generator/amending/edits.py": "tests/amending/test_amend.py, the tables of what is replaced and added",
    "generator/amending/passages.py": "tests/amending/test_amend.py, texts of several lines",
    "generator/amending/plan.py": "tests/amending/test_amend.py, what is added and what is refused",
    "generator/amending/sources.py": "tests/amending/test_amend.py, who told the figures of a sentence",
    "generator/amending/spans.py": "tests/amending/test_amend.py",
    "generator/amending/writing.py": "tests/amending/test_amend.py, quotes",
    "generator/amending/found_blocks.py": "tests/amending/test_restructure.py",
    "generator/amending/restructuring.py": "records only",
    "generator/amending/hidden.py": "tests/amending/test_restructure.py, what is hidden and shown again",
    "generator/amending/whole_lines.py": "tests/amending/test_restructure.py",
    "generator/rollup/cell_looks.py": "tests/rollup/test_workbook.py, number formats",
    "generator/rollup/renewing.py": "tests/rollup/test_writing.py, what stays and what is renewed",
    "generator/rollup/reading_back.py": "tests/rollup/test_writing.py and test_opening.py",
    "generator/rollup/cached_sums.py": "tests/rollup/test_workbook.py, a total that is the sum of its column",
    "generator/rollup/topic_sheet.py": "tests/rollup/test_workbook.py, a topic's sheet",
    "generator/drafting/subjects.py": "tests/drafting/test_nothing_more.py, who did it",
    "generator/drafting/titles.py": "tests/drafting/test_shared.py, titles that name no more than is told",
    "generator/cli/migrate.py": "tests/commands/test_migrate.py",
    "generator/commands/conform.py": "tests/conformity/test_refit.py, the command",
    "generator/conformity/closing.py": "tests/conformity/test_deviations.py and test_refit.py",
    "generator/conformity/effective.py": "tests/conformity/test_deviations.py",
    "generator/conformity/pages.py": "tests/conformity/test_deviations.py",
    "generator/conformity/passages.py": "tests/conformity/test_deviations.py and test_refit.py",
    "generator/conformity/sheets.py": "tests/conformity/test_refit.py",
    "generator/conformity/wanted.py": "tests/conformity/test_deviations.py",
    "generator/cli/layout.py": "tests/document/word/test_template.py",
    "generator/commands/layout.py": "tests/document/word/test_template.py",
    "generator/commands/locks.py": "tests/facts/test_locked.py, what is not written",
    "generator/facts/unknown.py": "tests/facts/test_loading.py, the table of mistakes",
    "generator/facts/history.py": "tests/commands/test_migrate.py",
    "generator/topics/wordings.py": "tests/topics/test_loading.py, the mistakes of declarations",
    "generator/commands/annotate.py": "tests/commands/test_mend.py and tests/cli/test_check.py",
    "generator/commands/check.py": "tests/cli/test_check.py",
    "generator/commands/facts_text.py": "tests/commands/test_collect.py and tests/cli/test_fmt.py",
    "generator/commands/import_notes.py": "tests/cli/test_importing.py",
    "generator/commands/import_report.py": "tests/cli/test_importing.py",
    "generator/facts/chapters.py": "tests/facts/test_loading.py, the mistakes in 通知; tests/drafting/test_notice.py",
    "generator/county/examining.py": "tests/county/test_status.py",
    "generator/commands/foreign_report.py": "tests/county/test_review.py and tests/cli/test_check.py",
    "generator/commands/fmt.py": "tests/cli/test_fmt.py",
    "generator/commands/new.py": "tests/cli/test_new.py",
    "generator/commands/new_file.py": "tests/cli/test_new.py and test_importing.py",
    "generator/commands/review.py": "tests/commands/test_render.py, the review copy",
    "generator/commands/rules.py": "tests/cli/test_rules.py",
    "generator/commands/schema.py": "tests/cli/test_schema.py",
    "generator/commands/steps.py": "tests/commands/test_render.py and test_explain.py",
    "generator/commands/topics.py": "tests/cli/test_topics.py",
    "generator/cli/edited.py": "tests/cli/test_notes.py, our own Word file",
    "generator/cli/completion.py": "tests/cli/test_app.py",
    "generator/cli/options.py": "only declares options; tests/cli/test_commands.py uses each",
    "generator/document/text/block.py": "records only",
    "generator/document/word/body.py": "tests/document/word/test_docx.py, test_schema.py and test_pages.py",
    "generator/document/word/formal.py": "tests/document/word/test_docx.py and test_pages.py, 版头 and 版记",
    "generator/document/page/formats.py": "tests/document/word/test_docx.py and test_schema.py",
    "generator/document/word/grid.py": "tests/document/test_pages.py, tables as rendered",
    "generator/document/text/inline.py": "tests/document/text/test_blocks.py",
    "generator/document/page/lengths.py": "tests/document/page/test_layout.py",
    "generator/document/page/columns.py": "tests/document/test_pages.py and test_pages_html.py, tables as rendered",
    "generator/document/page/galley.py": "tests/document/page/test_paging.py",
    "generator/document/page/letterhead.py": "tests/document/test_pages.py, 版头 and 版记 as rendered",
    "generator/document/formal_html.py": "tests/document/test_html.py and test_pages_html.py, 版头 and 版记",
    "generator/document/markup.py": "tests/document/test_schema.py",
    "generator/document/text/measure.py": "tests/document/page/test_title.py",
    "generator/document/text/formal.py": "tests/document/word/test_docx.py and test_html.py, 版头 and 版记",
    "generator/document/word/ours.py": "tests/commands/test_import_edited.py",
    "generator/document/word/archive.py": "tests/document/word/test_docx.py and test_skeleton.py",
    "generator/document/word/placeholders.py": "two constants; tests/document/word/test_skeleton.py",
    "generator/document/word/blank.py": "tests/document/word/test_skeleton.py and test_schema.py",
    "generator/document/word/paragraphs.py": "tests/intake/test_story.py",
    "generator/document/text/titles.py": "tests/intake/test_reading.py, the table of titles",
    "generator/intake/styles.py": "tests/intake/test_story.py, headings and hidden text",
    "generator/intake/tree.py": "small questions that tests/intake/test_story.py and test_numbering.py ask",
    "generator/document/text/roles.py": "tests/document/text/test_blocks.py",
    "generator/document/word/runs.py": "tests/document/word/test_docx.py",
    "generator/document/sheet.py": "tests/document/test_html.py",
    "generator/document/word/styles.py": "tests/document/word/test_docx.py and test_pages.py",
    "generator/document/text/tables.py": "tests/document/text/test_blocks.py",
    "generator/drafting/shape_reading.py": "tests/drafting/test_shapes.py, every field and the tables of clauses",
    "generator/facts/books.py": "tests/facts/test_resolving.py",
    "generator/facts/facts.py": "tests/facts/test_loading.py",
    "generator/yamltext/builder.py": "tests/yamltext/test_source.py, test_source_fuzz.py and test_slips_everywhere.py",
    "generator/yamltext/faults.py": "tests/yamltext/test_source.py, the table of slips",
    "generator/facts/head.py": "tests/facts/test_loading.py, the table of mistakes",
    "generator/yamltext/indents.py": "tests/yamltext/test_source.py, the table of slips",
    "generator/facts/notice.py": "tests/drafting/test_notice.py; tests/facts/test_loading.py, the mistakes",
    "generator/facts/library.py": "tests/facts/test_loading.py and tests/test_libraries.py",
    "generator/yamltext/path.py": "two lines, used by all tests of places",
    "generator/yamltext/pitfalls.py": "tests/yamltext/test_source.py, the table of slips",
    "generator/yamltext/scalars.py": "tests/yamltext/test_source.py",
    "generator/facts/mark_values.py": "tests/facts/test_resolving.py",
    "generator/facts/marked.py": "records only; tests/facts/test_resolving.py",
    "generator/facts/owners.py": "tests/facts/test_resolving.py",
    "generator/facts/own_words.py": "tests/facts/test_resolving.py, own words of every kind",
    "generator/facts/records.py": "tests/facts/test_loading.py, the table of mistakes",
    "generator/facts/sections.py": "tests/facts/test_loading.py, the table of mistakes",
    "generator/yamltext/tree.py": "records only",
    "generator/preview/dropped.py": "tests/preview/test_start.py, names that lead elsewhere",
    "generator/preview/answers.py": "tests/preview/test_app.py, what cannot be done",
    "generator/preview/downloads.py": "tests/preview/test_page.py, what is taken away",
    "generator/preview/entrances.py": "tests/preview/test_start.py and test_arrivals.py, by their routes",
    "generator/preview/actions.py": "tests/preview/test_session.py, the table of actions",
    "generator/preview/field_about.py": "tests/preview/test_form.py, what an entry says",
    "generator/preview/form_entries.py": "tests/preview/test_form.py, the table of entries",
    "generator/preview/form_fields.py": "tests/preview/test_form.py",
    "generator/preview/form_html.py": "tests/preview/test_form_page.py",
    "generator/preview/form_items.py": "tests/preview/test_form.py, shortcomings and plans",
    "generator/preview/form_item_actions.py": "tests/preview/test_form_actions.py, the table of actions",
    "generator/preview/form_remedies.py": "tests/preview/test_form_actions.py, what is blank and what was looked at",
    "generator/preview/placing.py": "tests/preview/test_arrivals.py, a figure without a field",
    "generator/preview/remedies.py": "tests/preview/test_quieting.py and test_app.py, by their routes",
    "generator/preview/form_model.py": "records only",
    "generator/preview/form_topics.py": "tests/preview/test_form.py",
    "generator/preview/form_values.py": "tests/preview/test_form_actions.py, the table of actions",
    "generator/preview/page_templates.py": "tests/preview/test_form_page.py",
    "generator/preview/stream.py": "tests/preview/test_app.py, what a tab is sent",
    "generator/preview/stamps.py": "tests/preview/test_beside.py",
    "generator/preview/tabs.py": "tests/preview/test_live.py, through what the tests wait for",
    "generator/preview/views.py": "tests/preview/test_app.py and test_page.py",
    "generator/cli/preview.py": "tests/preview/test_server.py",
    "generator/problems.py": "records only",
    "generator/suggesting/against.py": "tests/suggesting/test_suggest.py",
    "generator/suggesting/around.py": "tests/suggesting/test_recognise.py",
    "generator/suggesting/claims.py": "tests/suggesting/test_suggest.py and test_holding.py",
    "generator/suggesting/upholding.py": "tests/suggesting/test_holding.py and test_papers.py",
    "generator/suggesting/options.py": "tests/suggesting/test_recognise.py",
    "generator/suggesting/suggestion.py": "records only; tests/suggesting/test_suggest.py",
    "generator/topics/topic.py": "records only; tests/topics/test_loading.py",
    "generator/forms/shapes.py": "tests/forms/test_schema.py",
    "generator/numbers/written.py": "tests/numbers/test_quantity.py, the table of written forms",
}


@cache
def _tree(path: Path) -> ast.Module:
    """Parse a file, once for all that is asked of it."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def _nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(_tree(path)))


def _package(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    if parts == ("__init__",):
        return ""
    if parts[0] == "document" and (PACKAGE / "document" / parts[1]).is_dir():
        return f"document.{parts[1]}"
    return parts[0]


def _imports(path: Path) -> set[str]:
    """Give the modules that a file imports, wherever in it."""
    found = set()
    for node in _nodes(path):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write the import in full"
            found |= (
                {f"{node.module}.{alias.name}" for alias in node.names}
                if node.module == "generator"
                else {node.module}
            )
    return found


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _owner(name: str) -> str:
    """Give the package that a dotted name is of."""
    path = PACKAGE.joinpath(*name.split(".")[1:])
    return _package(path / "__init__.py" if path.is_dir() else path.with_suffix(".py"))


def _told(fault: Callable[[Path], object]) -> dict[str, object]:
    """Ask each module for what is wrong with it; gives the modules with faults."""
    return {_name(path): told for path in MODULES if (told := fault(path))}


def test_imports_only_what_lies_below():
    def not_in_the_table(path):
        ours = {_owner(name) for name in _imports(path) if name.startswith("generator.")}
        return ours - {_package(path), *ARROWS[_package(path)]}

    assert _told(not_in_the_table) == {}


def test_a_library_is_imported_where_it_belongs():
    usual = {*sys.stdlib_module_names, "generator"}

    def misplaced(path):
        tops = {name.split(".")[0] for name in _imports(path)} - usual
        return {library for library in tops if _package(path) not in LIBRARIES.get(library, ())}

    assert _told(misplaced) == {}


def test_nothing_is_allowed_that_nobody_does():
    """A leave that is left over would let in what was once thought better of."""
    taken = defaultdict(set)
    for path in MODULES:
        for name in _imports(path):
            ours = name.startswith("generator.")
            taken[_package(path)].add(_owner(name) if ours else name.split(".")[0])
    arrows = {package: set(below) - taken[package] - set(LOW) for package, below in ARROWS.items()}
    assert {package: unused for package, unused in arrows.items() if unused and package not in BROAD} == {}
    libraries = {
        library: {package for package in packages if library not in taken[package]}
        for library, packages in LIBRARIES.items()
    }
    assert {library: unused for library, unused in libraries.items() if unused} == {}


def test_no_modules_import_one_another_in_a_circle():
    """Not in functions either: what two modules both need stands in a third."""
    arrows = {_name(path): _imported(path) for path in MODULES}
    reached = {name: _reached(name, arrows) for name in arrows}
    circles = {name: sorted(one for one in found if name in reached[one]) for name, found in reached.items()}
    assert {name: circle for name, circle in circles.items() if circle} == {}


def _imported(path: Path) -> set[str]:
    """Give the files of ours that a file takes names from."""
    dotted = set()
    for node in _nodes(path):
        if isinstance(node, ast.Import):
            dotted |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            dotted |= {f"{node.module}.{alias.name}" for alias in node.names}
    parts = [name.split(".")[1:] for name in dotted if name.startswith("generator.")]
    return {_file_of(one) for one in parts} - {_name(path)}


def _file_of(parts: list[str]) -> str:
    """Give the file that a dotted name is of: the module itself, or the one that holds the name."""
    for given in (parts, parts[:-1]):
        path = PACKAGE.joinpath(*given)
        for file in (path.with_suffix(".py"), path / "__init__.py"):
            if file.is_file():
                return _name(file)
    raise AssertionError(parts)


def _reached(name: str, arrows: dict[str, set[str]]) -> set[str]:
    found, waiting = set(), [name]
    while waiting:
        new = arrows[waiting.pop()] - found
        found |= new
        waiting += new
    return found


def test_contributors_are_told_of_every_package():
    """The table of CONTRIBUTING.md names each once, in its layer, and none takes from a layer above its own."""
    rows = re.findall(
        r"^\| (\d) \| ([^|]+) \|", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    layers = {name: int(layer) for layer, names in rows for name in re.findall(r"[a-z_]+", names)}
    tops = {package.split(".")[0] for package in ARROWS} - {""}
    assert set(layers) == tops
    above = {
        (package, below)
        for package, belows in ARROWS.items()
        for below in belows
        if package and layers[below.split(".")[0]] > layers[package.split(".")[0]]
    }
    assert above == set()


def test_every_package_has_its_arrows():
    assert {_package(path) for path in MODULES} <= set(ARROWS)


def test_what_a_module_says_it_gives_is_there():
    def missing(path):
        names = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        module = import_module(names)
        return [name for name in getattr(module, "__all__", ()) if not hasattr(module, name)]

    assert _told(missing) == {}


@each("path", sorted((ROOT / "bench").glob("*.py")), ids=lambda path: path.name)
def test_the_measurements_import_what_there_is(path):
    """They are run by hand only, and would not be missed."""
    for node in _nodes(path):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("generator"):
            module = import_module(node.module)
            assert [one.name for one in node.names if not hasattr(module, one.name)] == []


def test_no_two_modules_give_the_same_name():
    """Who meets `strip_marks` knows whose it is; the package's own four names alone are repeated."""
    owners = defaultdict(list)
    for path in MODULES:
        for node in _tree(path).body:
            public = isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_")
            if public and path != PACKAGE / "__init__.py":
                owners[node.name].append(_name(path))
    assert {name: paths for name, paths in owners.items() if len(paths) > 1} == {}


def test_files_and_functions_stay_short():
    def too_long(path):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        functions = {
            node.name: _length(node)
            for node in _nodes(path)
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and _length(node) > MAX_FUNCTION
        }
        return {**functions, **({"the file": lines} if lines > MAX_FILE else {})}

    assert _told(too_long) == {}


@pytest.mark.parametrize("folder", ["generator", "tests", "bench", "docs", "kit", "run.py"])
def test_no_line_is_long(folder):
    paths = [ROOT / folder, *(ROOT / folder).rglob("*.py")]
    lines = [
        f"{_name(path)}:{number}"
        for path in paths
        if path.is_file()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > MAX_LINE
    ]
    assert lines == []


def _length(node) -> int:
    """Count a function's lines without its docstring and its signature."""
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def _called(path: Path) -> list[ast.expr]:
    return [node.func for node in _nodes(path) if isinstance(node, ast.Call)]


def test_only_the_console_prints():
    def prints(called):
        if isinstance(called, ast.Name):
            return called.id == "print"
        if not isinstance(called, ast.Attribute):
            return False
        writes = called.attr == "write" and ast.unparse(called.value).startswith("sys.std")
        return writes or called.attr in {"echo", "secho"}

    def printing(path):
        return [ast.unparse(called) for called in _called(path) if prints(called)]

    assert set(_told(printing)) == {"generator/cli/console.py"}


def test_only_files_writes_to_the_disk():
    def writes(called):
        if isinstance(called, ast.Name):
            return called.id == "open"
        forbidden = {"write_text", "write_bytes", "rename", "unlink", "mkdir"}
        return isinstance(called, ast.Attribute) and called.attr in forbidden

    def writing(path):
        return [ast.unparse(called) for called in _called(path) if writes(called)]

    assert set(_told(writing)) == set(WRITERS)


def test_every_module_has_a_test_file_or_a_reason():
    def untested(path):
        relative = path.relative_to(PACKAGE)
        if path.name == "__init__.py" or _name(path) in UNTESTED or relative.parts[:2] == RULES:
            return False
        return not (ROOT / "tests" / relative.parent / f"test_{path.name}").is_file()

    assert _told(untested) == {}


def test_every_rule_has_a_bad_and_a_good_case():
    """They stand in the files that all rules share, see tests/checks/cases."""
    cases = {(case.code, case.bad) for case in rule_cases()}
    for path in MODULES:
        if path.relative_to(PACKAGE).parts[:2] == RULES and path.name != "__init__.py":
            assert _codes(path), f"{_name(path)}: a module of rules has rules"
            assert cases >= {(code, bad) for code in _codes(path) for bad in (True, False)}, _name(path)


def _codes(path: Path) -> set[str]:
    """Give the codes that a module of rules gives: the first argument of each `@rule(…)`."""
    return {
        decorator.args[0].value
        for node in _nodes(path)
        if isinstance(node, ast.FunctionDef)
        for decorator in node.decorator_list
        if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "rule"
    }


def test_reasons_are_for_modules_that_exist():
    for name in UNTESTED:
        assert (ROOT / name).is_file()


def test_templates_are_not_a_package():
    assert not list((ROOT / "templates").rglob("*.py"))


def _is_shown(text: object) -> bool:
    return (
        isinstance(text, str) and len(text) > 1 and text.isprintable() and not {"。", "，"}.isdisjoint(text)
    )


def test_everything_shown_fits_code_page_936():
    """A Chinese Windows console can show each text of the package; patterns and English docstrings are not shown.

    Those of rules are patterns and bad examples; what they print is in tests/checks.
    """

    def unshowable(path):
        calls = [node for node in _nodes(path) if isinstance(node, ast.Call)]
        hidden = {
            id(text) for node in calls if ast.unparse(node.func) == "re.compile" for text in ast.walk(node)
        }
        texts = [node for node in _nodes(path) if isinstance(node, ast.Constant) and _is_shown(node.value)]
        return [
            node.value
            for node in texts
            if id(node) not in hidden and node.value.encode("gbk", "replace").decode("gbk") != node.value
        ]

    assert {name for name in _told(unshowable) if not name.startswith("generator/checks/rules/")} == set()
