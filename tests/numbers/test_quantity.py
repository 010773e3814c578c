import re
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.numbers import quantity
from generator.numbers.quantity import (
    Quantity,
    QuantityError,
    parse,
    parse_counted,
    parse_together,
    trailing_figure,
)
from generator.numbers.units import FAMILIES, WORDS
from tests.each import each

# text, number, before the unit, unit, approximation
READ = [
    ("15000余", "15000", "15000余", "", "余"),
    ("15000余份", "15000", "15000余", "份", "余"),
    ("1万余", "10000", "1万余", "", "余"),
    ("近20", "20", "近20", "", "近"),
    ("约2000平方米", "2000", "约2000", "平方米", "约"),
    ("大约2000平方米", "2000", "大约2000", "平方米", "大约"),
    ("50多例", "50", "50多", "例", "多"),
    ("超过3000", "3000", "超过3000", "", "超过"),
    ("5.2万户", "52000", "5.2万", "户", ""),
    ("12.6万人", "126000", "12.6万", "人", ""),
    ("110万余元", "1100000", "110万余", "元", "余"),
    ("22万余元", "220000", "22万余", "元", "余"),
    ("20余万元", "200000", "20余万", "元", "余"),
    ("3000多万元", "30000000", "3000多万", "元", "多"),
    ("810.25万元", "8102500", "810.25万", "元", ""),
    ("1亿元", "100000000", "1亿", "元", ""),
    ("2亿多元", "200000000", "2亿多", "元", "多"),
    ("3千万元", "30000000", "3千万", "元", ""),
    ("5千余人", "5000", "5千余", "人", "余"),
    ("5千米", "5", "5", "千米", ""),
    ("96.2%", "96.2", "96.2", "%", ""),
    ("5.20%", "5.20", "5.20", "%", ""),
    ("100%", "100", "100", "%", ""),
    ("80%以上", "80", "80", "%", "以上"),
    ("近96%", "96", "近96", "%", "近"),
    ("近20个百分点", "20", "近20", "个百分点", "近"),
    ("2.5个百分点", "2.5", "2.5", "个百分点", ""),
    ("2百分点", "2", "2", "百分点", ""),
    ("20多条（幅）", "20", "20多", "条（幅）", "多"),
    ("60余场次", "60", "60余", "场次", "余"),
    ("5000多名", "5000", "5000多", "名", "多"),
    ("300余个", "300", "300余", "个", "余"),
    ("逾1000份", "1000", "逾1000", "份", "逾"),
    ("不少于2次", "2", "不少于2", "次", "不少于"),
    ("1万多人", "10000", "1万多", "人", "多"),
    ("20来个", "20", "20来", "个", "来"),
    ("20场左右", "20", "20", "场", "左右"),
    ("三次", "3", "三", "次", ""),
    ("两名", "2", "两", "名", ""),
    ("十二件", "12", "十二", "件", ""),
    ("十余次", "10", "十余", "次", "余"),
    ("二十余场", "20", "二十余", "场", "余"),
    ("五百余人", "500", "五百余", "人", "余"),
    ("两万余元", "20000", "两万余", "元", "余"),
    ("十余万元", "100000", "十余万", "元", "余"),
    ("十几次", "10", "十几", "次", "几"),
    ("二十几名", "20", "二十几", "名", "几"),
    ("十几万元", "100000", "十几万", "元", "几"),
    ("百余件", "100", "百余", "件", "余"),
    ("近百件", "100", "近百", "件", "近"),
    ("上千人", "1000", "上千", "人", "上"),
    ("数十次", "10", "数十", "次", "数"),
    ("几百人", "100", "几百", "人", "几"),
    ("数十万份", "100000", "数十万", "份", "数"),
    ("近万人", "10000", "近万", "人", "近"),
    ("上百万份", "1000000", "上百万", "份", "上"),
    ("数千万元", "10000000", "数千万", "元", "数"),
    ("上亿元", "100000000", "上亿", "元", "上"),
    ("0件", "0", "0", "件", ""),
    ("0", "0", "0", "", ""),
    ("0.5万份", "5000", "0.5万", "份", ""),
    ("98.5分", "98.5", "98.5", "分", ""),
    ("9999999999999元", "9999999999999", "9999999999999", "元", ""),
]


@each(("text", "number", "written", "unit", "approx"), READ)
def test_quantities_of_real_reports(text, number, written, unit, approx):
    read = parse(text)
    assert (read.number, read.written, read.unit, read.approx) == (Decimal(number), written, unit, approx)
    assert read.exact is not bool(approx)
    assert str(read) == text
    assert not read.ordinal
    assert read.percent is (unit == "%")
    assert read.points is unit.endswith("百分点")


@pytest.mark.parametrize(
    ("text", "number", "exact"),
    [("第二名", 2, True), ("第2名", 2, True), ("第2", 2, True), ("第十二位", 12, True), ("前三名", 3, False)],
)
def test_ranks(text, number, exact):
    read = parse(text)
    assert (read.ordinal, read.number, read.exact, str(read)) == (True, number, exact, text)


@each(
    ("text", "printed"),
    [
        ("1,200人次", "1200人次"),
        ("1，200人次", "1200人次"),
        ("12,345,678.50元", "12345678.50元"),
        ("１５０份", "150份"),
        ("９６．２％", "96.2%"),
        ("20多条(幅)", "20多条（幅）"),
        (" 20 余 场\n", "20余场"),
        ("1200\u3000人次", "1200人次"),
        ("零", "0"),
        ("零次", "0次"),
        ("〇起", "0起"),
        ("20" + " " * 37 + "份", "20份"),
    ],
)
def test_normalised_forms(text, printed):
    assert str(parse(text)) == printed


# text, what the message says, what the fix says
REFUSED = [
    ("", "没有写数量", "20份"),
    ("  ", "没有写数量", "删去这一行"),
    ("许多", "没有数字", "20份"),
    ("没有", "没有数字", "没有发生的写0"),
    ("NaN", "没有数字", "20份"),
    ("Infinity", "没有数字", "20份"),
    ("万元", "“万”不是规范的中文数字", "阿拉伯数字"),
    ("4余次", "“余”只能跟在整十", "“4次”，或写“不少于4次”"),
    ("4多次", "“多”只能跟在整十", "“4次”"),
    ("15余场次", "“余”只能跟在整十", "“15场次”或“10余场次”"),
    ("十五余次", "“余”只能跟在整十", "“十五次”或“10余次”"),
    ("12.5余公里", "“余”只能跟在整十", "“12.5公里”或“约12.5公里”"),
    ("5余万元", "“余”只能跟在整十", "“5万余元”"),
    ("20几次", "“几”只能跟在整十", "“约20次”"),
    ("10几次", "“几”只能跟在整十", "“10次”或“约10次”"),
    ("15来件", "“来”只能跟在整十", "“15件”或“10余件”"),
    ("125余次", "“余”只能跟在整十", "“125次”或“120余次”"),
    ("5万元余", "“余”写在了量词后面", "“5万余元”"),
    ("5万元多", "“多”写在了量词后面", "“5万多元”"),
    ("20多份余", "“余”写在了量词后面", "“20余份”"),
    ("近20余场", "约数词“近”“余”叠用", "“近20场”"),
    ("约20场左右", "约数词“约”“左右”叠用", "“约20场”"),
    ("20多万余元", "约数词“多”“余”叠用", "“20多万元”"),
    ("大约近20", "叠用了两个约数词", "“近20”"),
    ("约0件", "0写成了约数", "写0"),
    ("12.5件", "按“件”计数，不该有小数", "“5.2万件”"),
    ("5.0件", "按“件”计数，不该有小数", "整数"),
    ("1.23456万件", "按“件”计数，不该有小数", "整数"),
    ("-5", "是负数", "“5”"),
    ("－5%", "是负数", "“5%”"),
    ("0750", "数字前面多了0", "“750”"),
    ("00", "数字前面多了0", "“0”"),
    ("1e9", "不是平常的数字写法", "0到9"),
    ("1_000", "不是平常的数字写法", "0到9"),
    ("0x1F", "不是平常的数字写法", "0到9"),
    ("1,20", "逗号位置不对", "“120”"),
    ("1 200份", "数字中间有空格", "“1200份”"),
    ("12:30", "像时间", "20份"),
    ("1.2.3", "小数点用得不对", "整数"),
    (".5", "小数点用得不对", "整数"),
    ("5.", "小数点用得不对", "整数"),
    ("9点5", "小数点写成了“点”", "“9.5”"),
    ("3-5次", "是一个范围", "不少于3次"),
    ("3至5次", "是一个范围", "不少于3次"),
    ("1万5千人", "不止一个数", "各自"),
    ("三次五件", "不止一个数", "阿拉伯数字"),
    ("20份材料", "量词“份”后面还有文字“材料”", "“20份”"),
    ("20份材料以上", "量词“份”后面还有文字“材料以上”", "“20份”"),
    ("一支队伍", "量词“支”后面还有文字“队伍”", "“一支”"),
    ("共20份", "数字前面有别的文字", "“20份”"),
    ("共20\x1b份", "数字前面有别的文字", "“20□份”"),
    ("共近20份", "数字前面有别的文字", "“近20份”"),
    ("3怪", "“怪”不是认得的量词", "件、次、份"),
    ("20份！", "数字后面有不该有的字符", "20份"),
    ("20\x1b份", "数字后面有不该有的字符", "20份"),
    ("五%", "百分数的写法不对", "95%"),
    ("5万%", "百分数的写法不对", "95%"),
    ("百分之九十", "没有用百分号", "95%"),
    ("三分之一", "是分数", "33.3%"),
    ("第0名", "不是名次", "第2名"),
    ("第2.5名", "不是名次", "第2名"),
    ("第3万名", "不是名次", "第2名"),
    ("约第二名", "不是名次", "第2名"),
    ("第5%", "不是名次", "第2名"),
    ("第20余名", "不是名次", "第2名"),
    ("第2名以上", "不是名次", "第2名"),
    ("零件", "“零件”可能是零个，也可能是机器零件", "“0件”"),
    ("一百二件", "“一百二”不是规范的中文数字", "阿拉伯数字"),
    ("百件", "“百”不是规范的中文数字", "阿拉伯数字"),
    ("上二十人", "不是认得的数量写法", "阿拉伯数字"),
    ("上十二人", "“十二”不是规范的中文数字", "阿拉伯数字"),
    ("数十五次", "“十五”不是规范的中文数字", "阿拉伯数字"),
    ("几十二次", "“十二”不是规范的中文数字", "阿拉伯数字"),
    ("12345678901234", "位数太多", "核对"),
    ("9" * 5000, "太长", "20份"),
    ("٣件", "没有数字", "20份"),
]


@each(("text", "message", "fix"), REFUSED)
def test_mistakes_are_named_with_a_remedy(text, message, fix):
    with pytest.raises(QuantityError) as caught:
        parse(text)
    assert caught.value.message.startswith(message)
    assert str(caught.value) == caught.value.message
    assert fix in caught.value.fix
    assert caught.value.fix.endswith("。")
    assert not caught.value.message.endswith("。")


@each("text", [row[0] for row in REFUSED])
def test_messages_can_be_printed_on_a_chinese_console(text):
    with pytest.raises(QuantityError) as caught:
        parse(text)
    said = caught.value.message + caught.value.fix
    assert said.isprintable()
    said.encode("cp936")


@each(
    "text",
    [
        "4余次",
        "15余场次",
        "十五余次",
        "12.5余公里",
        "5余万元",
        "5万元余",
        "近20余场",
        "0750",
        "1,20",
        "1 200份",
        "-5",
        "9点5",
        "共20份",
        "20份材料",
    ],
)
def test_every_remedy_that_mends_the_text_is_a_quantity(text):
    with pytest.raises(QuantityError) as caught:
        parse(text)
    mended = re.findall("“([^”]*[0-9一二三四五六七八九十][^”]*)”", caught.value.fix)
    assert mended
    for one in mended:
        parse(one)


PIECES = ["近", "约", "超过", "第", "前", "上", "数", "几", "0", "1", "5", "20", "300", "1,200", "２０", "0750", ".", "-",
          "零", "两", "十",
          "三百", "五", "百", "千", "万", "亿", "余", "多", "来", "以上", "左右", " ", "\u3000", "%", "个百分点",
          "件", "人次", "元", "平方米", "条（幅）", "(幅)",
          "公里", "材料", "之", "\x0b", "\ud800", "٣", "1e9", "_", "年", "/"]  # fmt: skip
likely = st.lists(st.sampled_from(PIECES), max_size=7).map("".join)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("3百元", 300),
        ("3千元", 3000),
        ("3万元", 30_000),
        ("3百万元", 3_000_000),
        ("3千万元", 30_000_000),
        ("3亿元", 300_000_000),
        ("1.5万亿元", 1_500_000_000_000),
    ],
)
def test_what_stands_before_the_unit_counts(written, number):
    assert (parse(written).number, parse(written).unit) == (number, "元")


@given(st.one_of(likely, st.text(), st.text(alphabet="0123456789.,%余多近万亿元件", max_size=12)))
def test_any_text_is_a_quantity_or_named_as_none(text):
    try:
        read = parse(text)
    except QuantityError:
        return
    assert read.number.is_finite()
    assert read.number >= 0
    assert parse(str(read)) == read
    assert str(parse(str(read))) == str(read)


units = st.sampled_from(
    sorted({word for family in FAMILIES.values() for word in family} | {"万元", "条（幅）", "万人次"})
)
round_numbers = st.integers(1, 10**9).map(lambda number: f"{number}0")
counts = st.integers(0, 10**13 - 1).map(str)
approximate = st.one_of(
    st.builds("{}{}".format, st.sampled_from(["近", "约", "超过", "逾", "不少于"]), st.integers(1, 10**12)),
    st.builds("{}{}".format, round_numbers, st.sampled_from(["余", "多"])),
    st.builds(
        "{}{}{}".format, st.integers(1, 9999), st.sampled_from(["万", "亿"]), st.sampled_from(["余", "多"])
    ),
)
scaled = st.builds("{}.{}{}".format, st.integers(0, 9999), st.integers(0, 9), st.sampled_from(["万", "亿"]))


@given(st.one_of(counts, approximate, scaled), units)
def test_whatever_a_report_may_write_prints_back(before_unit, unit):
    assume(not (unit == "%" and re.search("[万亿]", before_unit)))
    assume(not (re.search("[万亿]", before_unit) and unit.startswith("万")))
    assert str(parse(before_unit + unit)) == before_unit + unit
    assert parse(before_unit).with_unit(unit) == parse(before_unit + unit)


def carefully(text, unit):
    """Read without the quick way; gives also the sentences of a refusal."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quantity, "_plain", lambda *_: None)
        return answer(text, unit)


def answer(text, unit):
    try:
        return repr(parse(text, unit))
    except QuantityError as error:
        return error.message, error.fix


@each("number", ["0", "1", "5", "10", "12", "305", "300", "9999999999999", "10000000000000", "05"])
@each("approx", ["", "余", "多", "来", "几", "余多"])
def test_the_quick_way_gives_what_the_careful_one_does(number, approx):
    words = [
        *WORDS,
        "",
        "万元",
        "万人",
        "条（幅）",
        "盘",
        "千",
        "百件",
        "以上",
        "人左右",
        "余份",
        "\n",
        "件\n",
    ]
    for word in words:
        for own in ("", word, "件", "万元", "盘", "%"):
            assert answer(f"{number}{approx}{word}", own) == carefully(f"{number}{approx}{word}", own)


@given(likely, st.sampled_from(["", "件", "元", "万元", "%", "盘"]))
def test_the_quick_way_gives_what_the_careful_one_does_for_any_pieces(text, own):
    assert answer(text, own) == carefully(text, own)


@each(
    ("text", "unit", "printed", "number"),
    [
        ("20", "份", "20份", 20),
        ("15000余", "份", "15000余份", 15000),
        ("3000以上", "人", "3000人以上", 3000),
        ("22", "万元", "22万元", 220000),
        ("22万余", "万元", "22万余元", 220000),
        ("2亿", "万元", "2亿元", 200000000),
        ("20余", "万元", "20余万元", 200000),
        ("5000", "元", "5000元", 5000),
        ("第二", "名", "第二名", 2),
        ("96.2", "%", "96.2%", Decimal("96.2")),
        ("50场", "次", "50场", 50),
        ("3", "盘", "3盘", 3),
        ("3盘", "盘", "3盘", 3),
        ("20", "", "20", 20),
    ],
)
def test_units_are_filled_in(text, unit, printed, number):
    read = parse(text, unit)
    assert (str(read), read.number) == (printed, number)
    assert read.with_unit("件") is read or not unit


@pytest.mark.parametrize(("text", "unit"), [("12.5", "件"), ("三", "%"), ("5万", "%"), ("第2", "平方米")])
def test_a_unit_that_does_not_fit_is_refused(text, unit):
    with pytest.raises(QuantityError):
        parse(text).with_unit(unit)


@pytest.mark.parametrize(("text", "decimals"), [("5.20%", 2), ("96%", 0), ("5.2万户", 1), ("近96.25%", 2)])
def test_decimals_as_written(text, decimals):
    assert parse(text).decimals == decimals


def test_a_quantity_needs_only_number_and_text():
    assert str(Quantity(Decimal(3), "3")) == "3"


@pytest.mark.parametrize(
    ("text", "number", "also"),
    [
        ("83批147人次", 83, "147人次"),
        ("83批次147人次", 83, "147人次"),
        ("近80批约150人次", 80, "约150人次"),
        ("12场300余人次", 12, "300余人次"),
        ("5.2万人1.3万户", 52000, "1.3万户"),
    ],
)
def test_two_quantities_that_stand_together(text, number, also):
    both = parse_together(text)
    assert (str(both), both.number, both.also, both.exact) == (text, number, also, False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "83批",
        "83批147",
        "3场2次",
        "3至5次",
        "5万元3件",
        "3件2公里",
        "83批、147人次",
        "第2名3人",
        "2023年11月",
        "12:30",
    ],
)
def test_what_is_not_two_quantities(text):
    assert parse_together(text) is None


@given(st.text(alphabet="0123456789.余约批次人件万元第个、至 ", max_size=14))
def test_any_text_is_two_quantities_or_none(text):
    both = parse_together(text)
    assert both is None or str(both) == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "unit"), [("38篷", "篷"), ("2.3万竿次", "竿次"), ("38航次", "航次"), ("12", "次")]
)
def test_a_short_measure_word_that_nobody_knows_is_taken_as_it_is_written(text, unit):
    read = parse_counted(text, "次")
    assert (str(read), read.unit) == (text if text[-1] > "9" else f"{text}{unit}", unit)


@pytest.mark.parametrize("text", ["20份材料", "38x", "许多", "3很多人"])
def test_what_is_no_measure_word_is_refused_where_one_is_taken_as_written(text):
    with pytest.raises(QuantityError):
        parse_counted(text)


@each(
    ("name", "figure"),
    [
        ("市容类9件", "9件"),
        ("环卫、市容类近20起", "20起"),
        ("市容9件、其他", "None"),
        ("市容类", "None"),
        ("市容类9x", "None"),
    ],
)
def test_a_name_of_a_list_may_end_with_its_figure(name, figure):
    assert str(trailing_figure(name)) == figure
