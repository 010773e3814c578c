"""What is terse and right though no list of words has it: frames of four characters, short names of offices."""

from __future__ import annotations

from functools import lru_cache

from generator.patterns import pattern

_TERSE = pattern(
    "先[一-龥]后[一-龥]|有[一-龥]可[依循查据考鉴寻供究溯]|能[一-龥]则[一-龥]|当[一-龥]则[一-龥]|宜[一-龥]则[一-龥]|[逢遇有][一-龥]必[一-龥]"
    "|同[一-龥]共[一-龥]|边[一-龥]边[一-龥]|即[一-龥]即[一-龥]|以[案赛会干考]代[训练评考]|[讲说评明释晓][一-龥]析[理法]"
    "|以案[为促][一-龥]|[一-龥]{2}多、[一-龥]{2}[杂散急难]"
    "|尚(?=[处在待需有无属能可欠存缺不未难须显])"
    "|反(?=电信|家庭|有组织|邪教|洗钱|垄断|不正当|间谍|分裂|腐败|食品|走私|偷渡|歧视|家暴|网络|赌博|传销|拐卖|浪费|恐怖|假币|窃密|校园|暴力)"
    "|[局委院厅办处][一-龥]{1,5}[科股](?!学|技)|[一-龥]{2}[科股](?=工作人员|负责人|干部|科?长|派员|业务|骨干)"
    "|[农林水畜渔][技机经保][站员]|[防治检巡查]{1,4}纠|会议事(?=日程|规则|决策|范围|清单|制度)|案审会|监督执纪|(?:普法|宣传|警示|专题|教育)片"
)


@lru_cache(maxsize=512)
def terse_places(text: str) -> frozenset[int]:
    """Give the places of the characters of all that is terse in a text: 先易后难, 法规科, 反家庭暴力."""
    return frozenset(at for match in _TERSE.finditer(text) for at in range(*match.span()))
