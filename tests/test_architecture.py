"""The shape of the project: who may import whom, who may print and write, and how long a file may be."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator"
MODULES = sorted(path for path in PACKAGE.rglob("*.py"))
MAX_FILE = 300
MAX_FUNCTION = 40

# package -> packages of ours that it may import; a package may always import its own modules
LOW = ("problems", "resources", "quantity", "written", "units", "numerals", "files")
STORY = ("preparation", "inspection", "grounds", "review", "amendment", "report")
ARROWS = {
    "problems": (),
    "numerals": (),
    "resources": ("problems",),
    "files": ("problems",),
    "units": ("numerals",),
    "written": ("numerals", "units"),
    "quantity": ("numerals", "units", "written"),
    "wording": (*LOW,),
    "formulations": (*LOW,),
    "topics": (*LOW, "wording"),
    "document": (*LOW,),
    "facts": (*LOW, "topics", "wording"),
    "intake": (*LOW, "topics", "document"),
    "forms": (*LOW, "facts", "topics", "wording", "formulations"),
    "draft": (*LOW, "facts", "topics", "wording", "formulations"),
    "checks": (*LOW, "facts", "topics", "wording", "formulations", "document"),
    "preparation": (*LOW, "facts", "draft", "document", "formulations"),
    "inspection": (*LOW, "topics", "checks", "document", "intake", "preparation"),
    "grounds": (*LOW, "facts", "preparation"),
    "review": (*LOW, "document", "grounds", "preparation"),
    "amendment": (*LOW, "facts", "draft", "document", "checks", "intake", "preparation", "inspection"),
    "report": (*LOW, "document", "preparation", "inspection", "review"),
    "cli": (
        *LOW,
        "wording",
        "topics",
        "facts",
        "forms",
        "draft",
        "checks",
        "document",
        "formulations",
        "intake",
        *STORY,
    ),
    "": (*LOW, "facts", "draft", *STORY),
}

# library -> packages that may import it; what is not listed is the standard library or forbidden
LIBRARIES = {
    "yaml": {"resources", "topics", "facts", "formulations", "draft", "document", "checks", "forms"},
    "pydantic": {"facts"},
    "pydantic_core": {"facts"},
    "jinja2": {"draft"},
    "markdown_it": {"document"},
    "lxml": {"document", "checks"},
    "matplotlib": {"document"},
    "typer": {"cli"},
    "rich": {"cli"},
}

# modules that write to disk themselves, and why
WRITERS = {
    "generator/files.py": "writes every file",
    "generator/document/pdf.py": "puts its input into a folder that is thrown away, where LibreOffice finds it",
}

# modules without a test file of their own, and why
UNTESTED = {
    "generator/cli/options.py": "only declares options; tests/cli/test_commands.py uses each",
    "generator/document/block.py": "records only",
    "generator/document/body.py": "tests/document/test_docx.py, test_schema.py and test_pages.py",
    "generator/document/formal.py": "tests/document/test_docx.py and test_pages.py, 版头 and 版记",
    "generator/document/formats.py": "tests/document/test_docx.py and test_schema.py",
    "generator/document/grid.py": "tests/document/test_pages.py, tables as rendered",
    "generator/document/inline.py": "tests/document/test_blocks.py",
    "generator/document/lengths.py": "tests/document/test_layout.py",
    "generator/document/lines.py": "tests/document/test_fit.py",
    "generator/document/mapping.py": "tests/document/test_blocks.py and test_layout.py",
    "generator/document/markup.py": "tests/document/test_schema.py",
    "generator/document/measure.py": "tests/document/test_title.py",
    "generator/document/package.py": "tests/document/test_docx.py and test_schema.py",
    "generator/document/roles.py": "tests/document/test_blocks.py",
    "generator/document/runs.py": "tests/document/test_docx.py",
    "generator/document/sheet.py": "tests/document/test_html.py",
    "generator/document/skeleton.py": "tests/document/test_docx.py and test_schema.py",
    "generator/document/styles.py": "tests/document/test_docx.py and test_pages.py",
    "generator/document/tables.py": "tests/document/test_blocks.py",
    "generator/facts/complaints.py": "tests/facts/test_loading.py, the table of mistakes",
    "generator/facts/facts.py": "tests/facts/test_loading.py",
    "generator/facts/faults.py": "tests/facts/test_source.py, the table of slips",
    "generator/facts/head.py": "tests/facts/test_loading.py, the table of mistakes",
    "generator/facts/indents.py": "tests/facts/test_source.py, the table of slips",
    "generator/facts/levels.py": "tests/facts/test_loading.py, words by level",
    "generator/facts/library.py": "tests/facts/test_loading.py and tests/test_libraries.py",
    "generator/facts/path.py": "two lines, used by all tests of places",
    "generator/facts/pitfalls.py": "tests/facts/test_source.py, the table of slips",
    "generator/facts/scalars.py": "tests/facts/test_source.py",
    "generator/facts/sections.py": "tests/facts/test_loading.py, the table of mistakes",
    "generator/facts/tree.py": "records only",
    "generator/inspection.py": "tests/test_report.py and tests/cli/",
    "generator/preparation.py": "tests/test_report.py",
    "generator/problems.py": "records only",
    "generator/review.py": "tests/test_report.py, the review copy",
    "generator/topics/topic.py": "records only; tests/topics/test_loading.py",
    "generator/written.py": "tests/test_quantity.py, the table of written forms",
}


def _package(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return "" if parts == ("__init__",) else parts[0]


def _imports(path: Path) -> set[str]:
    """Give the modules that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
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


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_imports_only_what_lies_below(path):
    package = _package(path)
    ours = {name.split(".")[1] for name in _imports(path) if name.startswith("generator.")}
    assert ours - {package} <= set(ARROWS[package]), "this arrow is not in the table"


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_library_is_imported_where_it_belongs(path):
    import sys

    tops = {name.split(".")[0] for name in _imports(path)} - set(sys.stdlib_module_names) - {"generator"}
    for library in tops:
        assert library in LIBRARIES, f"{library} is not among the libraries of this project"
        assert _package(path) in LIBRARIES[library]


def test_every_package_has_its_arrows():
    assert {_package(path) for path in MODULES} <= set(ARROWS)


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_files_and_functions_stay_short(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MAX_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert _length(node) <= MAX_FUNCTION, f"{node.name} has {_length(node)} lines"


def _length(node) -> int:
    """Count a function's lines without its docstring and its signature."""
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_only_the_console_prints(path):
    if path == PACKAGE / "cli" / "console.py":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        name = node.func if isinstance(node, ast.Call) else None
        assert not (isinstance(name, ast.Name) and name.id == "print")
        assert not (isinstance(name, ast.Attribute) and name.attr in {"echo", "secho"})
        writes = isinstance(name, ast.Attribute) and name.attr == "write"
        assert not (writes and ast.unparse(name.value).startswith("sys.std"))


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_only_files_writes_to_the_disk(path):
    if _name(path) in WRITERS:
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        name = node.func if isinstance(node, ast.Call) else None
        assert not (isinstance(name, ast.Name) and name.id == "open")
        forbidden = {"write_text", "write_bytes", "rename", "unlink", "mkdir"}
        if isinstance(name, ast.Attribute) and name.attr in forbidden:
            pytest.fail(f"{ast.unparse(name)}: leave that to files.py")


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_every_module_has_a_test_file(path):
    relative = path.relative_to(PACKAGE)
    if path.name == "__init__.py" or _name(path) in UNTESTED:
        return
    tested = ROOT / "tests" / relative.parent / f"test_{path.name}"
    assert tested.is_file(), "give it a test file, or a reason in UNTESTED"


def test_reasons_are_for_modules_that_exist():
    for name in UNTESTED:
        assert (ROOT / name).is_file()


def test_templates_are_not_a_package():
    assert not list((ROOT / "templates").rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_everything_shown_fits_code_page_936(path):
    """A Chinese Windows console can show each text of the package; patterns and English docstrings are not shown."""
    if path.parent.name == "rules":
        return  # their texts are patterns and bad examples; what they print is in tests/checks
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hidden = {
        id(text)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
        for text in ast.walk(node)
    }
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in hidden else ""
        if (
            isinstance(text, str)
            and len(text) > 1
            and text.isprintable()
            and text.count("。") + text.count("，")
        ):
            text.encode("gbk")
