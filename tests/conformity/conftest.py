"""What the tests of others' Word files share."""

import pytest

from generator.document.page.layout import Layout, read_layout
from generator.resources import Templates


@pytest.fixture(scope="session")
def layout() -> Layout:
    """Give the layout of GB/T 9704-2012."""
    return read_layout(Templates())
