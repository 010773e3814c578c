"""Personal data in notes is masked and told."""

import pytest

from generator.commands.masking import mask_notes, mask_texts
from generator.intake.notes import notes_of_text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("有问题打我电话13812345678", "有问题打我电话（手机号）"),
        ("手机号 139 1234 5678", "手机号 （手机号）"),
        ("身份证号11010519491231002X", "身份证号（身份证号）"),
        ("成功化解村民王建国与李秀英的宅基地纠纷。", "成功化解村民王某与李某的宅基地纠纷。"),
        ("排查231件", "排查231件"),
        ("402室住户袁某与501室的纠纷", "（住址）住户袁某与（住址）的纠纷"),
        ("27户里头鲁大根家最难（3栋东头那家），还有祁老太", "27户里头鲁某家最难（（住址）那家），还有祁某"),
        ("贺某某（身份证尾号0417，缓刑）", "贺某某（身份证尾号（身份证号），缓刑）"),
        ("反映人老滕（江堤二组，手机199-0001-2277）说", "反映人老某（（住址），手机（手机号））说"),
        ("接听群众电话1240件，拆除3栋，在205室办公", "接听群众电话1240件，拆除3栋，在205室办公"),
        ("", ""),
    ],
)
def test_a_line_is_masked(text, masked):
    assert mask_texts([text])[0].text == masked


def test_it_is_told_where_and_not_what():
    notes = mask_notes(
        notes_of_text("排查231件\n电话13812345678\n指标\t数值\t联系13812345678\n排查\t231\t5\n")
    )
    assert "第2行有手机号，已隐去。" in notes.told
    assert "1381" not in repr(notes)
