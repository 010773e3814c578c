"""Facts files of units that nobody has, and steps of a batch that go wrong with some of them."""

import os
import time
from pathlib import Path

from generator.batch.order import Addition, AdditionResult, BatchOrder

FACTS = """\
年度: 2023
单位: {名称: 稷下街道办事处, 简称: 稷下街道, 级别: 街道, 上级: 临淄区}
举措成效:
  法治宣传教育: {普法活动: 50余次, 宣传资料: 1000余份, 受教育: 3000余人次}
  矛盾纠纷化解: {化解: 198起}
第一责任人:
  领导班子学法: 6次
  集体讨论: 是
不足:
  - 问题: 普法宣传覆盖面不广
    表现: 宣传对象以老人和青少年为主，外出务工青壮年接受宣传少
    原因: 农村青壮年多外出务工，缺少行之有效的宣传方法
计划:
  - 标题: 扩大普法宣传覆盖面
    针对: 普法宣传覆盖面不广
    措施: [利用春节返乡时段，为外出务工人员举办法律知识讲座]
落款:
  日期: 2024-01-20
"""
"""Whole, and no more: what a batch does with a file is the same for few facts as for many."""


def write_units(folder: Path, count: int) -> list[Path]:
    """Write the facts files of so many units into a folder; their reports are all different."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"第{number}街道-2023.yaml" for number in range(1, count + 1)]
    for number, path in enumerate(paths, 1):
        path.write_text(FACTS.replace("稷下街道", f"第{number}街道"), encoding="utf-8")
    return paths


def reports_in(folder: Path) -> dict[str, bytes]:
    """Give all that lies in a folder of reports but what the program notes there."""
    return {
        one.name: one.read_bytes()
        for one in folder.iterdir()
        if one.is_file() and not one.name.startswith(".nianbao")
    }


def _fatal(prepared, _given, _problems):
    """Fail in the way that the name of the facts file says; each of them is in all processes the same."""
    name = prepared.source.stem
    if "毒" in name:
        os._exit(9)
    if "大" in name:
        raise MemoryError
    if "错" in name:
        raise ZeroDivisionError
    if "慢" in name:
        time.sleep(600)
    return AdditionResult()


def fatal_order(out: Path) -> BatchOrder:
    """Give an order with a step that some files do not survive."""
    return BatchOrder(out, additions=(Addition(_fatal, "fatal"),))
