"""Why a figure of notes is a question."""

from generator.intake.notes import notes_of_text
from generator.resources import Templates
from generator.suggesting.phrases import phrases_of
from generator.suggesting.recognise import NotesReader
from generator.topics import read_topics
from tests.each import each

TOPICS = read_topics(Templates())


@each(
    ("text", "doubts"),
    [
        ("矛盾纠纷排查231件，化解225件", ["", ""]),
        ("签订书面协议87份", ["“签订书面协议”与这一项的话不全相同"]),
        ("解除社区矫正9人，其余期未满在册16人", ["", "“其余期未满”不是这一项的话"]),
        ("三是虽然合法性审查文件7件", ["“虽然”不是这一项的话"]),
        ("街道党工委会前学法8次", ["说的是党工委，这一项连同政府的一起算"]),
        ("镇党委召开会议，会前学法6次", ["说的是党委，这一项连同政府的一起算"]),
        ("党工委：\n会前学法8次", ["说的是党工委，这一项连同政府的一起算"]),
        ("党工委（会前学法8次）", ["说的是党工委，这一项连同政府的一起算"]),
        ("镇党委、政府会前学法8次", [""]),
        ("党政班子（党委、政府）会前学法8次", [""]),
        ("会前学法8次", [""]),
        ("全县排查矛盾纠纷5600件", ["说的是全县"]),
        ("自2021年以来，排查矛盾纠纷860件", ["说的是“自2021年”，不只这一年"]),
        ("司法所审查村规民约18份", ["这一项分“修订”、“制定”、“审查”、“清理”，请看是哪一种"]),
        ("轻微、简单和首违不罚94宗", ["“轻微”“简单”不是这一项的话"]),
        ("今年合法性审查文件7件、合同58份", ["后面还有几样", "前一个数还没有认准"]),
        ("全年审查街道合同、协议46份", ["与“审查街道合同”合在一起说的"]),
        ("24个村（社区）法律顾问都签了，9名律师", ["", "前面说的是村（社区）"]),
        ("一季度排查矛盾纠纷58件", ["说的不是全年"]),
        ("新增救助15户", [""]),
        ("物业纠纷683件里214件，占31.3%", ["后面是“里214件”，请看哪一个是这一项的", "接着前一个数说的", ""]),
        ("矛盾纠纷排查231件里有3件移交派出所", ["", ""]),
    ],
)
def test_the_reason_is_told(text, doubts):
    reader = NotesReader(TOPICS, 2024)
    told = [one for phrase in phrases_of(notes_of_text(text)) for one in reader.tell(phrase)]
    assert [one.doubt for one in told] == doubts
    assert [one.sure for one in told] == [
        bool(one.field) and not doubt for one, doubt in zip(told, doubts, strict=True)
    ]
