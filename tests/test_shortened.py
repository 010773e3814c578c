"""Lists of names cut short."""

from generator.shortened import named
from tests.each import each


@each(
    ("names", "most", "counted", "said"),
    [
        ([], 2, "个", ""),
        (["甲镇"], 2, "个", "甲镇"),
        (["甲镇", "乙镇"], 2, "个", "甲镇、乙镇"),
        (["甲镇", "乙镇", "丙镇"], 2, "个", "甲镇、乙镇等3个"),
        (["甲.yaml", "乙.yaml"], 1, "份", "甲.yaml等2份"),
    ],
)
def test_of_many_the_first_are_named_and_all_counted(
    names: list[str], most: int, counted: str, said: str
) -> None:
    """And of few all."""
    assert named(names, most, counted) == said
