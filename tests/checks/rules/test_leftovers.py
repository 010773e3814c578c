"""What other programs and web pages leave in a text."""

from __future__ import annotations

import pytest

from tests.checks.examples import codes, levels

FAULTS = [
    ("文字-12", "来源：司法所　发布时间：2023-01-18 10:22"),
    ("文字-12", "字体：大 中 小"),
    ("文字-12", "来\u2003源：司法所"),
    ("文字-12", "分享到：微信 微博"),
    ("文字-12", "您当前所在位置：首页>政务公开"),
    ("文字-12", "索引号：1150/2026-00004"),
    ("文字-13", "[bookmark: _GoBack]街道落实各项任务。"),
    ("文字-13", "街道落实各项任务。&nbsp;"),
    ("文字-13", "街道落实各项&mdash;&mdash;任务。"),
    ("文字-13", "错误！未找到引用源。"),
    ("文字-14", "石桥鎮(zhèn)落实各项任务。"),
    ("文字-15", "街道坚持\ufffd\ufffd法行政。"),
    ("文字-15", "全年化解纠纷锟斤拷86件。"),
    ("文字-15", "?F将有关情况报告如下。"),
    ("文字-15", "變?nèi)罕娚显L為領導下訪。"),
    ("文字-16", "全面推進依法行政。"),
    ("文字-17", "街道坚持 依法行政。"),
    ("文字-17", "街道坚持\u200b依法行政。"),
]
SOUND = [
    "通过分享案例、打印资料等方式，宣传信息来源可靠，字体醒目。",
    "安装国家反诈中心App 1.2万人，使用LED屏、5G网络、AI预警。",
    "“平安稷下 法治稷下”建设，《中共中央办公厅 国务院办公厅关于…的意见》。",
    "××镇与×村签订协议，2023 年完成。",
    "推广使用手机应用(app)，增长5个百分点。",
]


@pytest.mark.parametrize(("code", "text"), FAULTS)
def test_a_fault_is_found(code, text):
    assert code in codes(text)


@pytest.mark.parametrize("text", SOUND)
def test_what_is_sound_passes(text):
    assert not [code for code in codes(text) if "文字-12" <= code <= "文字-17"]


def test_one_traditional_character_may_be_a_name():
    assert levels("劳模张乾龍参加活动。", "文字-16") == ["提醒"]
    assert levels("全面推進依法治區。", "文字-16") == ["错误"]
