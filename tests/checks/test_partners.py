"""What stands beside a word in the place of the word that usually does."""

from __future__ import annotations

import pytest

from generator.checks.partners import broken_words, inserted_words


@pytest.mark.parametrize(
    ("text", "said", "meant", "difference"),
    [
        ("设置绿色通道，薄供上门服务", None, None, None),
        ("规范毒动摊贩经营", "毒动", "流动", "错字"),
        ("全程录音，及始纠正苗头性问题", "及始", "及时", "错字"),
        ("加强档缴案管理", "档缴案", "档案", "多字"),
        ("邀请众群代表参加", "众群", "群众", "颠倒"),
        ("权力事87项", "事", "事项", "漏字"),
        ("建成公共法律服务设款施", "设款施", "设施", "多字"),
    ],
)
def test_what_stands_beside_a_word_is_held_against_what_usually_does(text, said, meant, difference):
    told = [(text[one.start : one.end], one.meant, one.difference) for one in broken_words(text)]
    assert told == ([(said, meant, difference)] if said else [])


@pytest.mark.parametrize(
    "text",
    [
        "学懂弄通，压紧压实责任",
        "破难题、解民忧、促发展",
        "由镇长任组长，书记作现场述法",
        "矛盾纠纷案6件，村（居）民议事协商",
        "开展巡河48次，围绕民宿管理",
        "带头学法遵法守法用法",
        "",
    ],
)
def test_words_of_one_character_and_new_words_pass(text):
    assert list(broken_words(text)) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [("发放为宣传手册2600册", "为"), ("接受干部了群众评议", "了"), ("化解进矛盾纠纷12件", "进")],
)
def test_a_particle_between_two_words_that_belong_together_is_too_many(text, said):
    assert [text[start:end] for start, end in inserted_words(text)] == [said]


@pytest.mark.parametrize(
    "text",
    [
        "发放了宣传手册",
        "开展在线学习",
        "干部为群众办事",
        "为了群众，除了法律",
        "组织有关人员",
        "构建以基层治理为重点的格局，打造以法治文化为主题的公园，组织以党员干部为主体的队伍",
        "完善以村规民约为依托的体系，制定以工作任务为主线的计划，提升以法治方式推动工作的能力",
        "排查有矛盾隐患的家庭，接待有法律诉求的群众，听取有意见的群众诉求，推进是重点",
        "组织为群众义诊，打造为法治宣传阵地，听取为企业服务情况，推动服务进网格",
        "案件了断清楚，群众了无牵挂，了却群众心事，纠纷了结后回访",
        "",
    ],
)
def test_particles_pass_where_they_may_stand(text):
    assert list(inserted_words(text)) == []
