"""Topics without a heading come under those of 大节.yaml."""

import pytest

from generator.arranging import arranged_text, grouped_text
from generator.resources import Templates
from generator.topics import read_topics
from generator.topics.grouping import TopicGroup
from generator.yamltext.source import read_source

TOPICS = read_topics(Templates())
HEADINGS = [
    ("抓执法", TopicGroup((), ("行政执法", "复议应诉"))),
    ("抓普法", TopicGroup((), ("法治宣传教育", "法律明白人"))),
]


def grouped(text):
    data = read_source(text.encode(), "甲.yaml").data
    return arranged_text(grouped_text(text, data, TOPICS, HEADINGS), TOPICS)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (  # begun where the first of them stood, the others after it, comments with them
            "  # 执\n  行政执法: {立案: 1件}\n  信访工作: {信访: 2件}\n  # 复\n  复议应诉:\n    胜诉: 3件\n",
            "  抓执法:\n    # 执\n    行政执法: {立案: 1件}\n    # 复\n    复议应诉:\n      胜诉: 3件\n  信访工作: {信访: 2件}\n",
        ),
        (  # a heading that has one of the group takes the others
            "  法律明白人: {培训人数: 5名}\n  自己的标题:\n    法治宣传教育: {普法活动: 9场}\n",
            "  自己的标题:\n    法治宣传教育: {普法活动: 9场}\n    法律明白人: {培训人数: 5名}\n",
        ),
        (  # one that is called so too
            "  抓普法:\n    甲: {做法: 乙}\n  法律明白人: {培训人数: 5名}\n",
            "  抓普法:\n    甲: {做法: 乙}\n    法律明白人: {培训人数: 5名}\n",
        ),
        ("  信访工作: {信访: 2件}\n", "  信访工作: {信访: 2件}\n"),
        (  # what stands there already stays
            "  甲:\n    行政执法: {立案: 1件}\n  行政执法: {办结: 1件}\n",
            "  甲:\n    行政执法: {立案: 1件}\n  行政执法: {办结: 1件}\n",
        ),
        (  # a heading in braces takes nothing
            "  甲: {行政执法: {立案: 1件}}\n  复议应诉: {胜诉: 1件}\n",
            "  甲: {行政执法: {立案: 1件}}\n  复议应诉: {胜诉: 1件}\n",
        ),
    ],
)
def test_topics_come_under_their_heading(before, after):
    assert grouped(f"年度: 2023\n举措成效:\n{before}落款: {{印章: 是}}\n") == (
        f"年度: 2023\n举措成效:\n{after}落款: {{印章: 是}}\n"
    )
    assert grouped(f"举措成效:\n{after}") == f"举措成效:\n{after}"


@pytest.mark.parametrize("text", ["年度: 2023\n", "{举措成效: {行政执法: {立案: 1件}}}\n", "举措成效:\n"])
def test_where_nothing_stands_on_lines_nothing_is_moved(text):
    assert grouped(text) == text
