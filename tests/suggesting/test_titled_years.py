"""The year that a title, the head of a line or the name of a paper gives to what stands under it."""

from generator.intake.notes import notes_of_text
from generator.numbers.prose import figures
from generator.suggesting.phrases import phrases_of
from generator.suggesting.refusals import refusal_of
from tests.each import each


@each(
    ("name", "text", "reasons"),
    [
        ("", "本街道2023年数据（备查）：常住8.09万人；调解621件；信访247件次", ["说的是2023年"] * 3),
        ("", "旧稿（2023）：企业6710家，规上209家。网格80个", ["说的是2023年"] * 3),
        ("", "上河街道2023年度有关数据\n信访247件\n一、调解\n调解621件", ["说的是2023年"] * 2),
        ("", "上河街道2023年度有关数据\n信访247件\n今年情况\n调解621件", ["说的是2023年", ""]),
        ("上河街道2023年数据.docx", "信访247件，今年233件", ["说的是2023年", ""]),
        ("上河街道2023年数据.xlsx", "项目\t数量\n信访（件）\t247", ["说的是2023年"]),
        ("", "本街道2024年数据（备查）：调解621件；信访247件次", ["", ""]),
        ("", "本街道2023年数据（备查）：调解621件；今年调解640件", ["说的是2023年", ""]),
        ("2023年度述法.txt", "会前学法12次", [""]),
        ("", "上河街道2023年度述法情况\n班子成员述法9人", [""]),
        ("", "上河街道2023年度考核反馈问题整改情况\n整改问题9个", [""]),
        ("上河街道2024年数据.docx", "信访247件", [""]),
        ("上河街道2023年以来台账.docx", "信访247件", [""]),
    ],
)
def test_a_figure_is_of_the_year_that_a_title_or_the_name_of_its_paper_names(name, text, reasons):
    told = [
        refusal_of(phrase, one.start, one.end, 2024)
        for phrase in phrases_of(notes_of_text(text)._replace(name=name))
        for one in figures(phrase.text)
        if one.unit
    ]
    assert told == reasons
