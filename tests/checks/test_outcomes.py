"""Two outcomes that leave no third, against what came in."""

from __future__ import annotations

from generator.checks.figures import statements
from generator.checks.outcomes import outcomes
from tests.each import each


@each(
    ("text", "told"),
    [
        ("应签418户，签约396户、未签27户。", [("396户", "27户", "418户")]),
        ("应签418户，签约380户、未签27户。", [("380户", "27户", "418户")]),
        ("走访418户，签约380户、未签27户。", []),
        ("征迁418户，未签约20户，未签27户。", []),
        ("建议和提案19件，答复率100%，满意12件、基本满意8件。", [("12件", "8件", "19件")]),
        ("建议13件、提案6件，满意5件、基本满意2件。", []),
        ("应诉6件，胜诉4件，败诉3件。", [("4件", "3件", "6件")]),
        ("受理40件，上年结转3件，办结38件，在办5件。", []),
        ("受理40件，办结约38件，在办5件。", []),
    ],
)
def test_outcomes_beside_what_came_in(text, told):
    found = [parts for one in statements((text,)) for parts in outcomes(one)]
    assert [(one.text, other.text, whole.text) for (one, other), whole in found] == told
