"""Who said a line and when, as chats, lists and reports to the office head their messages."""

import pytest

from generator.intake.chat import decorated_head, message_head, named_office, section_head, spoken_for


@pytest.mark.parametrize(
    ("line", "origin"),
    [
        ("司法所 张三 1月5日 10:21", "司法所1月5日"),
        ("执法队 孙七 1月6日 09:40", "执法队1月6日"),
        ("2025-01-06 08:55:12 黄丽(党政办)", "党政办1月6日"),
        ("2025-01-06 10:02:18 马超（综合行政执法队）", "综合行政执法队1月6日"),
        ("2025年1月7日 09:12 司法所 罗军", "司法所1月7日"),
        ("张三 10:21", ""),
        ("李四 2024/12/31 下午 5:30:00", "12月31日"),
    ],
)
def test_the_head_of_a_message_gives_office_and_day_and_no_person(line, origin):
    head = message_head(line)
    assert head is not None
    assert head.origin == origin


@pytest.mark.parametrize(
    "line", ["", "矛盾纠纷排查231件", "1月5日召开会议", "下周一上午9点开会", "1. 司法所（刘芳）：", "10:21"]
)
def test_what_is_said_is_no_head(line):
    assert message_head(line) is None


@pytest.mark.parametrize(
    ("line", "office", "rest"),
    [
        ("综治办：排查231件", "综治办", "排查231件"),
        ("农业农村办 张：排查231件", "农业农村办", "排查231件"),
        ("1. 司法所（刘芳）：", "司法所", ""),
        ("3. 信访办：信访事项 96件", "信访办", "信访事项 96件"),
        ("【司法所】2024年度数据：普法44场", "司法所", "2024年度数据：普法44场"),
        ("综合执法队报数：", "综合执法队", ""),
        ("应急办材料", "应急办", ""),
    ],
)
def test_an_office_opens_what_it_says(line, office, rest):
    assert spoken_for(line) == (office, rest)


@pytest.mark.parametrize(
    "line", ["信访：全年受理67件", "全镇14个村", "劝导站12个", "公共法律服务站：5个", "执法队去年在编20人"]
)
def test_what_an_office_does_is_no_office(line):
    assert spoken_for(line) is None


@pytest.mark.parametrize(
    ("name", "office"),
    [
        ("司法所", "司法所"),
        ("司法所2024年数据", "司法所"),
        ("综合执法队（报）", "综合执法队"),
        ("Sheet1", ""),
        ("法治政府建设数据", ""),
        ("全镇各站", ""),
        ("材料", ""),
    ],
)
def test_a_file_may_be_named_after_its_office(name, office):
    assert named_office(name) == office


@pytest.mark.parametrize(
    ("line", "office", "day", "title"),
    [
        ("——信访办 12月17日", "信访办", "12月17日", ""),
        ("——党政办 韩晓峰 12月18日", "党政办", "12月18日", ""),
        ("——综合行政执法大队 赵队 12月19日 表格贴过来就乱了", "综合行政执法大队", "12月19日", ""),
        ("==== 2. 司法所 老陶 ====", "司法所", "", ""),
        ("—— 4. 平安法治办（原综治，刘大姐）——", "平安法治办", "", ""),
        ("—— 10. 明年打算 ——", "", "", "明年打算"),
    ],
)
def test_a_line_between_dashes_is_a_head(line, office, day, title):
    head = decorated_head(line)
    assert head is not None
    assert (head.office, head.day, head.title) == (office, day, title)


@pytest.mark.parametrize(
    "line", ["——信访办办结139件", "-司法所 老陶", "信访办 12月17日", "——排查231件，化解225件"]
)
def test_a_line_that_says_something_is_no_head_for_its_dashes(line):
    assert decorated_head(line) is None


@pytest.mark.parametrize("line", ["2.司法所人少；", "2.司法所人少;", "2.司法所人少", "3、执法队没有车"])
def test_what_an_office_lacks_is_no_head(line):
    head = section_head(line)
    assert head is None or not head.office
