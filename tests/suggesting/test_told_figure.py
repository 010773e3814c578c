"""What is known of a figure: its key, and whether its sender speaks against a topic."""

from generator.suggesting.phrases import Phrase
from generator.suggesting.told_figure import ToldFigure
from tests.each import each


@each(
    ("office", "spoken", "against"),
    [
        ((), (), False),
        (("信访工作",), (), True),
        (("信访工作",), ("基层治理",), False),
        (("基层治理",), (), False),
    ],
)
def test_an_office_of_other_topics_speaks_against_one(office, spoken, against):
    told = ToldFigure(
        Phrase("共86个", "共86个", "第1行"), 1, 4, "86个", "基层治理", "网格",
        spoken=frozenset(spoken), office=frozenset(office),
    )  # fmt: skip
    assert told.against("基层治理") is against
    assert told.key == ("基层治理", "网格")
