"""Whether a sentence says what the heads of a unit themselves did, so that a figure is of 第一责任人."""

from __future__ import annotations

from generator.patterns import pattern
from generator.recognition.clauses import Said

_HEAD = "党政主要负责人|主要负责(?:人|同志)|主要领导|党委书记|党工委书记|党组书记|镇长|乡长|办事处主任"
_LED = pattern(f"(?:{_HEAD})[^，。；]{{0,8}}(?:主持|带头|牵头|带队|亲自|听取|讲授?|批示|部署|签批)")


def is_led(said: Said) -> bool:
    """Tell whether the heads of the unit are who did what a figure counts: 党政主要负责人主持召开专题会议11次."""
    return bool(_LED.search(said.sentence + said.before))
