"""What people did, said behind their number."""

from generator.recognition.clauses import said_figures
from generator.recognition.deeds import is_what_they_did
from generator.recognition.spoken import spoken_fields
from generator.resources import Templates
from generator.topics import read_topics
from tests.each import each

FIELDS = {
    one.field.name: one
    for home, fields in spoken_fields(read_topics(Templates())).items()
    for one in fields
    if home in {"学法用法", "第一责任人", "行政执法"} and one.field.aliases
}


@each(
    ("text", "name", "told"),
    [
        ("组织全体机关干部44人参加法治考试", "参考", True),
        ("组织121名干部职工参加2025年度全区法治理论知识考试", "参考", True),
        ("13名班子成员全部完成书面述法", "书面述法", True),
        ("14名执法人员通过行政执法证考试", "考试通过", True),
        # 没有做的、应当做的、不是干部的、几件事一起的
        ("有5名干部未参加法治考试", "参考", False),
        ("应有116名干部参加法治考试", "参考", False),
        ("组织80名群众参加法治考试", "参考", False),
        ("组织80名干部参加法治考试和执法培训", "参考", False),
        # 说的不是这件事，数的不是人
        ("组织44人参加行政执法资格考试", "参考", None),
        ("组织44人参加法治考试", "考试通过", None),
        ("组织3次参加法治考试", "参考", None),
        ("班子成员13名", "书面述法", None),
    ],
)
def test_a_deed_behind_a_number_of_people_tells_their_field(text, name, told):
    (said,) = said_figures(text)
    assert is_what_they_did(FIELDS[name], said) is told
