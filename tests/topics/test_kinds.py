"""Each kind of field: what may be written, how it prints, what is refused and why."""

from time import process_time

import pytest

from generator.topics.kinds import KINDS, MisreadError, choose, read, sample
from generator.topics.topic import Field
from tests.each import each

COUNT = Field("普法活动", "数量", "全年场次", ("次",), example="50余次")
PEOPLE = Field("受教育", "数量", "人次", ("人次", "人"))
MONEY = Field("投入", "金额", "投入资金", KINDS["金额"].units)
RATE = Field("办结率", "比率", "办结率", ("%",))
DERIVED = Field("办结率", "比率", "办结率", ("%",), numerator="办结", denominator="立案")
OFTEN = Field("培训安排", "频次", "多久一次", ("次",))
RANK = Field("排名", "名次", "名次", ("名",))
DAY = Field("日期", "日期", "哪一天")
TICK = Field("三项制度", "是否", "是否落实")
WORDS = Field("律所", "文字", "名称")
NAMES = Field("调解室", "名单", "名称")
AID = Field(
    "法律援助", "数量", "件数", ("件",), wordings={"办理": "办理", "转办": "转办", "协助办理": "协助办理"}
)
LAND = Field(
    "土地山林",
    "数量",
    "件数",
    ("件",),
    wordings={one: one for one in ("土地、山林、宅基地", "土地山林", "宅基地")},
)
FINES = Field("罚没金额", "金额", "金额", KINDS["金额"].units, wordings={"罚没款": "罚没款", "罚款": "罚款"})
DEGREE = Field(
    "三项制度", "是否", "是否落实", wordings={"是": "落实", "部分": "部分落实", "推进中": "推进落实"}
)
MECHANISM = Field("议事规则", "是否", "是否建立", wordings={"健全": "健全", "建立": "建立"})
ROOMS = Field("示范服务室", "名单", "所在地", wordings={"建设": "建设", "创建": "创建"})
MODEL = Field("模式", "文字", "名称", wordings={"探索": "探索", "推行": "推行"})


@each(
    ("field", "written", "printed"),
    [
        (COUNT, "50余次", "50余次"),
        (COUNT, "50余", "50余次"),
        (COUNT, "50场", "50场"),
        (COUNT, "60余场次", "60余场次"),
        (COUNT, "0", "0次"),
        (PEOPLE, "3000余人次", "3000余人次"),
        (PEOPLE, "5000多名", "5000多名"),
        (PEOPLE, "6.1万余", "6.1万余人次"),
        (PEOPLE, "83批147人次", "83批147人次"),
        (PEOPLE, "８３批 147人次", "83批147人次"),
        (COUNT, "50余人", "50余人"),
        (MONEY, "22万余元", "22万余元"),
        (MONEY, "810.25万元", "810.25万元"),
        (MONEY, "5000", "5000元"),
        (RATE, "96.2%", "96.2%"),
        (RATE, "80%以上", "80%以上"),
        (DERIVED, "计算", "计算"),
        (RATE, "近20个百分点", "近20个百分点"),
        (OFTEN, "定期", "定期"),
        (OFTEN, "每季度", "每季度"),
        (OFTEN, "不定期", "不定期"),
        (OFTEN, "每月", "每月"),
        (OFTEN, "4次", "4次"),
        (RANK, "第二名", "第二名"),
        (DAY, "2023-11-30", "2023年11月30日"),
        (DAY, "11月30日", "11月30日"),
        (DAY, "8月", "8月"),
        (DAY, "１１月３０日", "11月30日"),
        (DAY, "2024年2月29日", "2024年2月29日"),
        (DAY, "11月28日至12月4日", "11月28日至12月4日"),
        (DAY, "5月下旬", "5月下旬"),
        (WORDS, "重庆衡智律师事务所。", "重庆衡智律师事务所"),
    ],
)
def test_what_is_written_is_what_prints(field, written, printed):
    assert str(read(written, field)) == printed


@pytest.mark.parametrize(
    ("written", "ticked"), [("是", True), ("有", True), ("√", True), ("否", False), ("无", False)]
)
def test_ticks(written, ticked):
    assert read(written, TICK) is ticked


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("甲、乙、丙", ("甲", "乙", "丙")),
        (["甲", "乙"], ("甲", "乙")),
        ("甲", ("甲",)),
        ("甲、乙。", ("甲", "乙")),
        (["甲；", "乙。", "。"], ("甲", "乙")),
        (["“甲”", "《乙》"], ("“甲”", "《乙》")),
        ("甲（含乙、丙）、丁", ("甲（含乙、丙）", "丁")),
    ],
)
def test_lists_of_names(written, names):
    assert read(written, NAMES) == names


def test_the_remedy_shows_the_fields_own_measure_word():
    with pytest.raises(MisreadError) as refusal:
        read("很多", COUNT)
    assert "20次" in refusal.value.fix


@each(
    ("field", "written", "reason"),
    [
        (COUNT, "50余元", "单位应为“次”"),
        (COUNT, "很多", "很多"),
        (COUNT, "96%", "应为数量"),
        (COUNT, "第二名", "应为数量"),
        (COUNT, ["50次"], "只能填一个值"),
        (COUNT, "0750", "0750"),
        (COUNT, "0x1F", "0x1F"),
        (COUNT, "1_000", "1_000"),
        (COUNT, "NaN", "NaN"),
        (COUNT, "-3次", "-3次"),
        (MONEY, "22次", "单位应为"),
        (RATE, "96", "百分比"),
        (RATE, "计算", "没有数字"),
        (COUNT, "3至5次", "是一个范围"),
        (COUNT, "3次2场", "不止一个数"),
        (COUNT, "83批147", "不止一个数"),
        (MONEY, "5万元3件", "不止一个数"),
        (RANK, "2", "名次"),
        (OFTEN, "看情况吧", "频次"),
        (DAY, "2023-02-30", "日期"),
        (DAY, "2025.10", "日期"),
        (DAY, "2023年2月29日", "日历上没有这一天"),
        (DAY, "2月30日", "日历上没有这一天"),
        (DAY, "13月", "日历上没有这一天"),
        (DAY, "5月1日至6月31日", "日历上没有这一天"),
        (TICK, "大概", "“是”或“否”"),
        (NAMES, {"甲": "乙"}, "一组名称"),
        (NAMES, [], "一个名称也没有"),
        (WORDS, ["甲"], "只能填一个值"),
        (WORDS, "。", "里没有文字"),
        (WORDS, "\u3000 ", "里没有文字"),
        (NAMES, "、。", "一个名称也没有"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_remedy(field, written, reason):
    with pytest.raises(MisreadError) as caught:
        read(written, field)
    assert reason in caught.value.message
    assert caught.value.fix


@each(
    ("field", "written", "wording", "rest"),
    [
        (AID, "12件", "", "12件"),
        (AID, "转办12件", "转办", "12件"),
        (AID, "转办 12件", "转办", "12件"),
        (AID, "协助办理12余件", "协助办理", "12余件"),
        (AID, "办理0", "办理", "0"),
        (AID, "转办", "", "转办"),
        (AID, "", "", ""),
        (FINES, "罚款22万余元", "罚款", "22万余元"),
        (DEGREE, "是", "是", "是"),
        (DEGREE, "有", "", "有"),
        (DEGREE, "否", "", "否"),
        (DEGREE, " 部分 ", "部分", "是"),
        (DEGREE, "推进中", "推进中", "是"),
        (DEGREE, "大概", "", "大概"),
        (MECHANISM, "是", "", "是"),
        (MECHANISM, "建立", "建立", "是"),
        (ROOMS, "建设村、双溪社区", "", "建设村、双溪社区"),
        (ROOMS, "创建 上河村、双溪社区", "创建", "上河村、双溪社区"),
        (ROOMS, ["创建 上河村", "双溪社区"], "创建", ["上河村", "双溪社区"]),
        (ROOMS, ["上河村"], "", ["上河村"]),
        (ROOMS, [], "", []),
        (ROOMS, [{"甲": "乙"}], "", [{"甲": "乙"}]),
        (MODEL, "推行 乡贤+专业调解", "推行", "乡贤+专业调解"),
        (MODEL, "推行乡贤调解", "", "推行乡贤调解"),
        (COUNT, "转办12件", "", "转办12件"),
    ],
)
def test_the_word_that_the_clerk_chose_is_parted_from_the_value(field, written, wording, rest):
    assert choose(written, field) == (wording, rest)


@pytest.mark.parametrize(
    ("field", "written", "choices"),
    [
        (AID, "代办12件", "数的前面只可以加下面的词，也可以不加：办理、转办、协助办理。"),
        (
            LAND,
            "山林、土地12件",
            "数的前面只可以加下面的词，也可以不加：“土地、山林、宅基地”“土地山林”“宅基地”。",
        ),
        (DEGREE, "大部分", "只填“是”，或“部分”“推进中”"),
        (MECHANISM, "在建", "只填“是”，或“健全”“建立”"),
    ],
)
def test_a_word_that_the_field_does_not_take_is_refused_with_those_to_choose_from(field, written, choices):
    with pytest.raises(MisreadError) as caught:
        read(choose(written, field)[1], field)
    assert choices in caught.value.message + caught.value.fix


@pytest.mark.parametrize("field", [COUNT, PEOPLE, MONEY, RATE, OFTEN, RANK, DAY, TICK, WORDS, NAMES])
def test_the_sample_of_every_kind_can_be_read(field):
    read(sample(field), field)


def test_a_whole_report_pasted_for_names_is_read_in_no_time():
    begun = process_time()
    assert len(read("很长的一段话，" * 20_000, NAMES)) == 20_000
    assert read(f"甲调解室（{'某村某组' * 40}、乙），丙", NAMES) == (
        f"甲调解室（{'某村某组' * 40}、乙）",
        "丙",
    )
    assert process_time() - begun < 2
