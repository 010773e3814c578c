"""Which figures of notes are none of the report: of another year, planned, not to be written."""

from generator.intake.notes import notes_of_text
from generator.numbers.prose import figures
from generator.suggesting.phrases import phrases_of
from generator.suggesting.refusals import refusal_of
from tests.each import each

LAST, PLAN, NOT = "说的是去年", "说的是以后的打算", "材料里说不写"


@each(
    ("text", "reasons"),
    [
        ("去年重复的19件，今年12件", [LAST, ""]),
        ("对2019年以来的文件理了一遍，看了26件，废止2件", ["", ""]),
        ("2023年6月开始在6个亭子里议", [""]),
        ("去年受理287件，成功280件", [LAST, LAST]),
        ("检查96次，比去年158次下降39.2%", ["", LAST, LAST]),
        ("明年目标48人", [PLAN]),
        ("明年（2025年）办执法培训6期，搞案卷评查2次", ["说的是2025年", "说的是2025年"]),
        ("明年：执法业务培训不少于8次；持证人员达到48人", [PLAN, PLAN]),
        ("明年：培训8期；明白人到140名。持证48人", [PLAN, PLAN, PLAN]),
        ("2025年：培训8期；明白人到140名；进企业12场", ["说的是2025年", PLAN, PLAN]),
        ("事项争取明年能办到55项；再考5个执法证；今年考了3个", [PLAN, PLAN, ""]),
        ("2025年1月挂网1份；发文86份", ["说的是2025年", ""]),
        ("—— 10. 明年打算 ——\n把74项事项理一遍；明白人到140名", [PLAN, PLAN]),
        (
            "——明年打算（刘镇长讲）\n执法事项办到55项；再考5个执法证\n——信访办 12月17日\n来信9件",
            [PLAN, PLAN, ""],
        ),
        ("普法做短视频，计划拍12期", [PLAN]),
        ("完成计划内的检查12次", [""]),
        ("调解任务数30件，实际38件", [PLAN, ""]),
        ("重点任务数15项", [""]),
        ("完成任务数12项", [""]),
        ("执法记录仪明年打算再买4台，没定，先别写", [NOT]),
        ("越级上访1起（县里约谈过，先别写）", [NOT]),
        ("执法记录仪配了12台，执法车2台（一台老坏，别提）", ["", NOT]),
        ("今年扩到18个村(去年7个)，开会576场，收事1340件", ["", LAST, "", ""]),
        ("罚款28万元，去年是33万元，立案12件", ["", LAST, ""]),
        ("罚款28万元，去年收了33万元，办了12件，今年少了5件", ["", LAST, LAST, ""]),
        ("去年463件，成功450件", [LAST, LAST]),
        ("联合检查26次，重复检查大概有三成吧（老郝估计的，别写）", [""]),
        ("检查26次，回头看9次，少了（估计的，别写）", ["", ""]),
        ("13. 明年打算\n执法中心：新增持证2人", [PLAN]),
        ("三、下一步打算\n办案40件以上。\n农业农村办 张：审查合同71份", [PLAN, ""]),
        ("13. 明年打算\n便民中心：代办再加20项\n14. 数据\n排查231件", [PLAN, ""]),
    ],
)
def test_a_figure_is_refused_for_what_is_said_before_it(text, reasons):
    told = [
        refusal_of(phrase, one.start, one.end, 2024)
        for phrase in phrases_of(notes_of_text(text))
        for one in figures(phrase.text)
    ]
    assert told == reasons
