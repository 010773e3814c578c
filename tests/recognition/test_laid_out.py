"""The field that a few words say together with what was said before them."""

from generator.recognition.clauses import said_figures
from generator.recognition.laid_out import beside, laid_out
from generator.recognition.spoken import spoken_fields
from generator.resources import Templates
from generator.topics import read_topics
from tests.each import each

HOMES = spoken_fields(read_topics(Templates()))


@each(
    ("home", "text", "fields"),
    [
        ("合法性审查", "提出法律意见76条，采纳74条", ["意见采纳"]),
        ("合法性审查", "审查合同58份、规范性文件1件", ["规范性文件审查"]),
        ("综治中心", "受理矛盾纠纷30件，接待620人次", ["接待群众"]),
        ("社会救助", "临时救助31户次，退出9户", ["退出救助"]),
        ("合法性审查", "提出法律意见76条，退回4条", []),
        ("行政执法", "检查8773家次", []),
        ("行政执法", "食品药品领域：食药检查150家次", ["食药检查"]),
        ("行政执法", "案卷评查80卷，不合格2卷", []),
        ("行政执法", "上级抽查案卷10卷，不合格1卷", ["抽查不合格"]),
    ],
)
def test_words_that_were_said_are_not_said_again(home, text, fields):
    *_before, said = said_figures(text)
    told = laid_out(said, said.sentence + said.before, HOMES[home])
    assert [one.field.name for one in told] == fields


@each(
    ("home", "last", "text", "fields"),
    [
        ("应急处置", "应急队伍", "应急队伍3支65人", ["应急队员"]),
        ("行政执法", "拆除违建", "拆除违建21处、3400平方米", ["拆除面积"]),
        ("行政执法", "拆除违建", "拆除违建21处，占地3400平方米", []),
    ],
)
def test_a_figure_without_words_stands_beside_the_one_before(home, last, text, fields):
    *_before, said = said_figures(text)
    before = next(one for one in HOMES[home] if one.field.name == last)
    told = beside(said._replace(before=said.before.removeprefix("拆除违建")), before, HOMES[home])
    assert [one.field.name for one in told] == fields
