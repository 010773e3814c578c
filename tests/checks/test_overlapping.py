"""Parts that overlap, and totals of other figures than the list before them."""

from __future__ import annotations

import re

from generator.checks.figures import statements
from generator.checks.overlapping import is_summed_otherwise, may_overlap
from tests.each import each


@each(
    ("text", "overlap"),
    [
        ("处罚26件，其中简易12件、普通14件、听证2件。", True),
        ("执法人员20人，其中甲证12人、乙证10人，2人持双证。", True),
        ("检查60次，其中日常50次、专项15次（部分一并开展）。", True),
        ("纠纷120件，其中邻里80件、婚姻60件。", False),
    ],
)
def test_parts_may_overlap(text, overlap):
    one = statements((text,))[0]
    total, *run = [figure for figure in one.figures if figure.number > 2 or "听证" in text]
    assert may_overlap(one, total, tuple(run)) is overlap


@each(
    ("text", "otherwise"),
    [
        ("甲村5件、乙村4件，加上镇级的3件，合计12件。", True),
        ("男20人、女15人、党员18人，共计35人。", True),
        ("甲村26次、乙村24次，其他共计110次，合计160次。", True),
        ("甲村6次、乙村4次，共计11次，丙村9次，合计30次。", True),
        ("上年结转3件，本年新收47件，共办结48件，结转下年2件。", True),
        ("甲村3件、镇级7件、乙村5件，合计8件。", False),
        ("甲村6次、乙村4次，共计11次，丙村9次，合计31次。", False),
        ("上年结转3件，本年新收47件，共办结48件，结转下年3件。", False),
        ("甲村5件、乙村4件，合计12件。", False),
    ],
)
def test_a_total_may_be_of_other_figures(text, otherwise):
    one = statements((text,))[0]
    at = next(at for at, figure in enumerate(one.figures) if re.search("共|合", figure.before))
    assert is_summed_otherwise(one, one.figures[at - 2 : at], one.figures[at]) is otherwise
