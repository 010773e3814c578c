"""The words that follow a unit's level: what it calls itself, its organs, and those above it.

A 镇 or 乡 has 党委 and 人民政府, a 街道 has 党工委 and 办事处, organs sent out by the district
(地方各级人民代表大会和地方各级人民政府组织法, 第八十五条).
"""

from __future__ import annotations

from collections.abc import Mapping

LEVELS = ("乡", "民族乡", "镇", "街道", "县区", "部门")
TOWNSHIPS = frozenset({"乡", "民族乡", "镇", "街道"})

_OTHER_WORDS = {
    "乡镇": "镇",
    "建制镇": "镇",
    "街道办": "街道",
    "街道办事处": "街道",
    "苏木": "乡",
    "县": "县区",
    "区": "县区",
    "市": "县区",
    "县级": "县区",
    "区县": "县区",
    "县级市": "县区",
    "局": "部门",
    "委": "部门",
    "办": "部门",
    "县直部门": "部门",
    "区直部门": "部门",
}


def canonical_level(written: str) -> str | None:
    """Give the level that a clerk's word means, or None."""
    written = written.strip()
    return written if written in LEVELS else _OTHER_WORDS.get(written)


def level_of(name: str) -> str | None:
    """Guess a unit's level from its name: the last of 街道 镇 乡 局 区 县 that its name holds."""
    endings = (
        ("街道", "街道"),
        ("族乡", "民族乡"),  # 锦箬瑶族乡 is one too, and seldom says 民族 itself
        ("乡", "乡"),
        ("镇", "镇"),
        ("局", "部门"),
        ("委员会", "部门"),
        ("区", "县区"),
        ("县", "县区"),
        ("市", "县区"),
    )
    bare = _bare(name)
    return next((level for ending, level in endings if bare.endswith(ending)), None)


def _bare(name: str) -> str:
    """Give the place that a unit's name tells, without its organ: 马村区 of 马村区人民政府."""
    return name.removesuffix("人民政府").removesuffix("政府").removesuffix("办事处").removesuffix("委")


def _township(kind: str, head: str) -> dict[str, str]:
    return {
        "本级": f"我{kind}",
        "全域": f"全{kind}",
        "辖区": f"{kind}域",
        "党委": f"{kind}党委",
        "政府": f"{kind}政府",
        "书记": f"{kind}党委书记",
        "首长": head,
        "党政正职": f"{kind}党委书记、{head}",
        "中心组": "党委理论学习中心组",
        "党政会议": "党委会议",
        "行政会议": f"{kind}政府会议",
        "基层": "村（社区）",
        "下级": "科室、村（社区）",
    }


_WORDS: Mapping[str, Mapping[str, str]] = {
    "镇": _township("镇", "镇长"),
    "乡": _township("乡", "乡长"),
    "民族乡": _township("乡", "乡长"),
    "街道": {
        "本级": "我街道",
        "全域": "全街道",
        "辖区": "辖区",
        "党委": "街道党工委",
        "政府": "街道办事处",
        "书记": "街道党工委书记",
        "首长": "街道办事处主任",
        "党政正职": "街道党工委书记、办事处主任",
        "中心组": "党工委理论学习中心组",
        "党政会议": "党工委会议",
        "行政会议": "街道办事处会议",
        "基层": "村（社区）",
        "下级": "科室、村（社区）",
    },
    "部门": {
        "本级": "我局",
        "全域": "全局",
        "辖区": "本系统",
        "党委": "局党组",
        "政府": "局机关",
        "书记": "局党组书记",
        "首长": "局长",
        "党政正职": "局党组书记、局长",
        "中心组": "党组理论学习中心组",
        "党政会议": "局党组会议",
        "行政会议": "局长办公会议",
        "基层": "基层",
        "下级": "下级单位",
    },
}

_CALLED = {"镇": "镇", "乡": "乡", "民族乡": "乡", "街道": "街道"}

_UNKNOWN = {
    "本级": "我单位",
    "全域": "全单位",
    "辖区": "辖区",
    "党委": "党组织",
    "政府": "行政机关",
    "书记": "党组织主要负责人",
    "首长": "行政主要负责人",
    "党政正职": "党政主要负责人",
    "中心组": "理论学习中心组",
    "党政会议": "党组织会议",
    "行政会议": "行政会议",
    "基层": "基层",
    "下级": "下级单位",
}


ANY_SUPERIOR = "上级党委、政府"
"""What a report calls those above the unit while its file does not tell who they are."""
_SUPERIOR = {"上级": "上级", "上级党委": "上级党委", "上级政府": "上级政府", "上级党政": ANY_SUPERIOR}


def _organs(above: str) -> dict[str, str]:
    committee, government = f"{above}委", f"{above}政府"
    return {
        "上级": above,
        "上级党委": committee,
        "上级政府": government,
        "上级党政": f"{committee}、{government}",
    }


def words_for(level: str | None, name: str, superior: str) -> dict[str, str]:
    """Give the words of a unit's level, by the names under which templates know them.

    本级 全域 辖区, the organs 党委 政府 书记 首长 党政正职 中心组, their meetings 党政会议 行政会议,
    what lies below it 基层 下级, 镇街: what such a unit is, or what a county's are, of one of which something is told,
    what stands above it 上级 上级党委 上级政府 上级党政: 区委, 区政府, 区委、区政府. Where the file doesn't tell, it is not
    guessed: a 街道 may be a county's.
    """
    words = _county(name) if level == "县区" else dict(_WORDS.get(level or "", _UNKNOWN))
    words["镇街"] = _CALLED.get(level or "", "乡镇（街道）")
    return words | (_organs(above) if (above := _superior(name, superior)) else _SUPERIOR)


def _county(name: str) -> dict[str, str]:
    kind = next((mark for mark in ("区", "县", "市", "旗") if name.rstrip("人民政府委").endswith(mark)), "区")
    return {
        "本级": f"我{kind}",
        "全域": f"全{kind}",
        "辖区": f"全{kind}",
        "党委": f"{kind}委",
        "政府": f"{kind}政府",
        "书记": f"{kind}委书记",
        "首长": f"{kind}长",
        "党政正职": f"{kind}委书记、{kind}长",
        "中心组": f"{kind}委理论学习中心组",
        "党政会议": f"{kind}委常委会会议",
        "行政会议": f"{kind}政府常务会议",
        "基层": "基层",
        "下级": "下级单位",
    }


def _superior(name: str, superior: str) -> str:
    """Give 区, 县 or 市, from the superior's name, else from the unit's own long name; nothing where neither tells."""
    return next(
        (text[-1] for text in (superior, *_outer_names(name)) if text and text[-1] in "区县市旗州"), ""
    )


def _outer_names(name: str) -> list[str]:
    """Cut 重庆市长寿区凤城街道 before the unit's own name: [重庆市长寿区]."""
    bare = _bare(name)
    cuts = [index + 1 for index, mark in enumerate(bare[:-1]) if mark in "区县市旗" and index > 0]
    inner = [cut for cut in cuts if len(bare) - cut > 1]
    return [bare[: inner[-1]]] if inner else []
