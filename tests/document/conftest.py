"""Fixtures of the document package: the layout, and the pages that LibreOffice makes of every sample in one start."""

from __future__ import annotations

import os
from typing import NamedTuple

import pytest

from generator.document import pdf
from generator.document.office import find_office
from generator.document.page.layout import Layout, read_layout
from generator.document.text.blocks import read_blocks
from generator.document.word import docx
from generator.resources import Templates
from tests.document.pages import Page, read_pages
from tests.document.samples import EDGES, VARIANTS
from tests.finished import EXAMPLES, finished
from tests.once import once

WHOLE = EXAMPLES[0].stem
"""The name of the example that is printed with the samples: a second start takes longer than the printing."""


class Printed(NamedTuple):
    """The samples by name: their PDF, and the pages in it."""

    papers: dict[str, bytes]
    pages: dict[str, list[Page]]


@pytest.fixture(scope="session")
def layout() -> Layout:
    return read_layout(Templates())


@pytest.fixture(scope="session")
def files(layout: Layout) -> dict[str, bytes]:
    """Give the Word file of every sample."""
    texts = {**VARIANTS, **EDGES}
    return {name: docx.write_docx(read_blocks(text), layout) for name, text in texts.items()}


@pytest.fixture(scope="session")
def printed(files: dict[str, bytes], layout: Layout, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """Give every sample, and one whole report, as LibreOffice prints them."""
    if find_office() is None:
        if os.environ.get("CI") == "true":
            pytest.fail("LibreOffice must be installed where CI=true")
        pytest.skip("本机没有 LibreOffice，不量页面")

    def print_all() -> Printed:
        words = {**files, WHOLE: docx.write_docx(read_blocks(finished(EXAMPLES[0]).markdown), layout)}
        papers = dict(zip(words, pdf.convert(list(words.values())), strict=True))
        return Printed(papers, {name: read_pages(data) for name, data in papers.items()})

    return once(tmp_path_factory, "samples", print_all)


@pytest.fixture(scope="session")
def pages(printed: Printed) -> dict[str, list[Page]]:
    """Give the pages of every sample, and of one whole report."""
    return printed.pages
