"""Where a topic goes that the file has not yet: under the heading of its group, if the file has one."""

import pytest

from generator.suggesting.headings import place_of_topic
from tests.suggesting.test_suggest import GROUPS, facts

HEAD = "年度: 2024\n单位: {名称: 石桥镇人民政府, 简称: 石桥镇, 级别: 镇}\n举措成效:\n"
DISPUTES = "    信访工作: {信访: 67件}\n    基层治理: {网格: 86个}\n"
PLEADING = "  普法: {法治宣传教育: {普法活动: 5场}}\n"


@pytest.mark.parametrize(
    ("sections", "path"),
    [
        (
            f"  抓好矛盾纠纷化解和信访工作:\n    平安建设: {{做法: 巡逻。}}\n  别的:\n{DISPUTES}",
            "抓好矛盾纠纷化解和信访工作",
        ),
        (f"{PLEADING}  化解矛盾，守住平安:\n{DISPUTES}", "化解矛盾，守住平安"),
        (
            f"{PLEADING}  推进矛盾纠纷化解、基层治理:\n    平安建设: {{做法: 巡逻。}}\n",
            "推进矛盾纠纷化解、基层治理",
        ),
        (f"{PLEADING}  信访工作: {{信访: 67件}}\n", ""),
        (PLEADING, ""),
        ("  信访工作: {信访: 67件}\n", ""),
    ],
)
def test_a_new_topic_goes_under_the_heading_of_its_group(sections, path):
    place = place_of_topic("热线办理", facts(HEAD + sections), GROUPS)
    assert place == ("举措成效", *([path] if path else []), "热线办理")


def test_a_topic_of_no_group_stands_by_itself():
    assert place_of_topic("自拟", facts(HEAD + PLEADING), GROUPS) == ("举措成效", "自拟")
