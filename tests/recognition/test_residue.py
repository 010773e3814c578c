"""What stands beside a figure that no word of its field accounts for."""

from generator.recognition.clauses import said_figures
from generator.recognition.residue import names_something, residue_of
from generator.recognition.spoken import spoken_fields
from generator.resources import Templates
from generator.topics import read_topics
from tests.each import each

FIELDS = {
    (one.home, one.field.name): one
    for fields in spoken_fields(read_topics(Templates())).values()
    for one in fields
}


@each(
    ("text", "home", "field", "left"),
    [
        ("全镇共化解矛盾纠纷198件", "矛盾纠纷化解", "化解", ""),
        ("198件矛盾纠纷得到化解", "矛盾纠纷化解", "化解", ""),
        ("执法队立案25件", "行政执法", "立案", ""),
        ("干部学法考试1次", "学法用法", "学法考试", ""),
        ("减轻、不予处罚94宗", "行政执法", "不予处罚", "减轻"),
        ("普通程序立案12件", "行政执法", "立案", "普通程序"),
        ("物业公司化解纠纷31件", "矛盾纠纷化解", "化解", "物业公司"),
        ("其中专职12名", "基层治理", "专职网格员", ""),
    ],
)
def test_what_is_left_of_a_clause(text, home, field, left):
    (said,) = said_figures(text)
    assert residue_of(said, FIELDS[home, field]) == left


@each(
    ("text", "names"),
    [
        ("调解件数52件", True),
        ("我所52件", False),
        ("全年共52件", False),
        ("实际开展37场", False),
        ("我所协办52件", True),
        ("52件积案", True),
    ],
)
def test_a_clause_that_names_nothing_is_told(text, names):
    (said,) = said_figures(text)
    assert names_something(said) == names
