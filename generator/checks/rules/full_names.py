"""隐私: a citizen's full name beside a case, which a published report must not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.patterns import pattern
from generator.wordlist import is_common_word

_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾韦傅邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
NAME = rf"(?:[{_SURNAMES}][一-龥]{{1,2}})"
"""What a full name may be, as a pattern."""
_NOT_NAMES = pattern(
    r".*(?:某|××|[等的和与在向为因两一不有是到及了对将所])|(?:任[何务免职意期]|万[余元人份户]|何种|余[人件次份名户元万]|向[上下社群广全]|程[序度]|许[多可]|周[边围期末年]"
    r"|石[油材料]|马[上路]|江[苏西河]|田[间地]|林[业地权区]|黄[河金]|龙[头江]|武[装器力]|严[格重肃厉]|顾[问虑]|段[时落]|史[无料]|高[度]|龚|陆[续地]|范[围本畴]"
    r"|江.?[市县区]|石[头]|温|秦皇|唐[山]|毛[主泽]|叶[子]|丁[字]|谢[意谢]|许可|任[意]|汤[原]|孔[子]|雷[锋]|苏[州北南])"
)
_ONLY_CALLED = pattern(
    r".{1,2}(?:大[爷妈娘叔伯嫂哥姐]|阿姨|奶奶|爷爷|婆婆|先生|女士|师傅|老[汉人师])$"  # 王大爷
    r"|.[家姓氏户庄]$|.{1,2}[村镇乡组]$"  # 张家, 马庄村
    r"|钱[财款物]|林木|高兴|贺信|余粮|石料"
)
"""What begins as a name does and is none that tells who it is."""
_AFTER = (
    r"(?=与|和|、|，|。|的|因|家|诉|一案|夫妇|夫妻|之间|等\d|等人|（|\(|向|在|到|反映|称|涉|两|同|对|被|提出|申请|报警|求助|拖欠|欠|为|于|不|未|违|擅|追回|讨回|开展|办理"
    r"|解决|送医|协调|提供|举报"
    r"|投诉|前来|来访|住|指派|落实|申请|减免|制定|垫付|争取|实施|给予|送达|作出|处以|上门|采取|进行|发放|补办|代办|联系|安排|介绍|推荐|购买|缴纳|送去|建立|确定|帮扶|代缴|垫付"
    r"|代写|获|得到|拿回|要回|就业|患|按[时期月]|每[月周天]|已|现|曾|主动|积极|顺利|经|刑满|解除|重新|能|接受|表示|自|就|从|均|参加|学会|年老|生活|家庭|盗窃"
    r"|丢失|受伤|死亡|家暴|起草|联系|离婚|讨薪|追讨|索要|出具|纳入|列入|列为|列管|建档|登记|送至|转介|收治|救治|脱管|漏管|失联|外出|返乡|回归|报到|入矫|解矫|期满)"
)
_ROLE = pattern(
    r"(?:村民|居民|当事人|举报人|投诉人|反映人|求助人|来访人|联系人|报警人|被害人|债权人|债务人|原告|被告|申请人|被申请人|上诉人|嫌疑人|犯罪嫌疑人|被执行人|信访人|上访人|受害人|受害者|伤者"
    r"|死者|矫正对象|社区矫正人员|刑满释放人员|安置帮教对象|帮教对象"
    r"|吸毒人员|戒毒人员|涉毒人员|涉毒前科人员|在矫人员|解矫人员|前科人员|社戒社康人员|社区戒毒人员|[一-龥]{0,6}障碍患者|[一-龥]{1,6}患者|病人|肇事肇祸人员"
    r"|易肇事肇祸[一-龥]{2,8}|刑释人员|帮扶对象|救助对象|受援人|援助对象|受助人|孤儿|孤寡老人|独居老人|空巢老人|监护人|家长|员工|劳动者|工人|工友|司机|驾驶员|摊主|店主|养殖户"
    r"|种植户|承包户|承租人|出租人|房东|雇主|债主|低保户|脱贫户|困难户|五保户|残疾人|未成年人|留守儿童|精神障碍患者|精神病人|重点人员|农民工|务工人员|困难群众|困难居民|贫困户|来访群众"
    r"|服刑人员|社矫对象|业主|租户"
    r"|住户|商户|户主|男子|女子|老人|群众|涉事人|肇事者"
    r"|违法行为人|行为人)(?:为|是|：)?"
    rf"(?P<name>{NAME}){_AFTER}"
)
_PAIR = pattern(
    rf"(?:调解|化解|处理|解决|受理|调处|办理)了?(?:的)?(?:[一-龥]{{0,6}}(?:村|社区|组))?(?P<name>{NAME})"
    rf"(?:与|和|、|诉)(?:[一-龥]{{0,6}}(?:村|社区|组))?(?:邻居)?(?P<other>{NAME})(?:两家|之间|因|的|一案|[一-龥]{{0,10}}(?:纠纷|矛盾|案))"
)
_SUES = pattern(
    rf"(?:^|(?<=[，。；、“]))(?P<name>[{_SURNAMES}][一-龥](?:[一-龥](?<![应起投上申控胜败反公自]))?)(?<![应起投上申控胜败反公自])诉(?!讼|求|前|源|访"
    rf"|调|状|说|苦|权|辩)"
    rf"|(?:调解|化解|受理|处理|调处)了?(?P<party>{NAME})(?:与|和)(?:村委会|居委会|物业|施工队|邻居|其(?:子|女|妻|夫|父|母|兄|弟))"
)
_KIN = pattern(
    rf"(?:为|帮助|替|给|帮)(?:[一-龥]{{0,6}}(?:村|社区|组|民))?(?P<name>{NAME})(?:[、和与](?P<other>{NAME}))?"
    r"(?=老人|同学|夫妇|夫妻|父子|父女|母子|母女|婆媳|兄弟|姐妹|两家|两户|双方|一家|一户)"
)
_BECAUSE = pattern(
    rf"(?:^|(?<=[。；，：]))(?P<old>[{_SURNAMES}][一-龥]{{2}})(?=老人(?:的|家|因|与)|夫妇|一家)|(?:^"
    rf"|(?<=[。；，：]))(?P<name>[{_SURNAMES}][一-龥]{{1,2}})(?=(?:因|涉嫌)(?:涉嫌|盗窃|诈骗|吸毒|赌博|殴打|故意|寻衅|醉酒|酒后|无证"
    rf"|非法|违法|擅自|家暴|打架|贩卖))"
)
_HIDDEN = pattern(rf"(?P<hidden>[{_SURNAMES}])某[某甲乙]?[（(](?P<name>(?P=hidden)[一-龥]{{1,2}})[）)]")
_CASE = pattern(
    rf"(?:办理|受理|查处|审结|处理|如|的)(?P<name>[{_SURNAMES}][一-龥]{{1,2}})(?:涉嫌|非法|盗窃|诈骗|故意|危险驾驶|交通肇事|违法建设|寻衅滋事|贩毒|吸毒"
    rf"|诉)[一-龥]{{0,14}}(?:案|行为|纠纷)?"
)
_MORE_SURNAMES = "鲁施倪乔颜伍庞樊殷葛俞聂祁耿詹柯褚滕岳裴翟邢骆冉阮卞凌甘祝牛毕麦柴柳洪祖盛"
_ANY_NAME = rf"(?:[{_SURNAMES}{_MORE_SURNAMES}][一-龥]{{1,2}})"
_WITH_DETAILS = pattern(
    rf"(?:^|(?<=[，。；：、“]))(?P<name>{_ANY_NAME})(?=[（(](?:男|女|电话|联系电话|手机|身份证|家住|住|现年|\d{{2}}岁))"
)
_HOUSEHOLD = pattern(
    rf"(?:^|(?<=[，。；：、]))(?P<name>[{_SURNAMES}{_MORE_SURNAMES}][一-龥]{{2}})"
    r"(?=[家户](?:最|至今|仍|还没|不同意|不肯|拒|的(?:房|补偿|问题|案|宅|地)))"
)
"""A name with a telephone or an age in brackets, and a household by its head: 鲁大根家最难."""


def can_be_name(name: str) -> bool:
    """Tell what can be the full name of someone from what only begins as one does: 王某, 程序, 张家."""
    return not (_NOT_NAMES.match(name) or is_common_word(name) or _ONLY_CALLED.match(name))


@rule(
    "隐私-04",
    "案件旁写了群众全名",
    bad="成功化解村民王建国与李秀英的宅基地纠纷。",
    good="成功化解村民王某与李某的宅基地纠纷。",
)
def full_name(material: Material) -> Iterator[Finding]:
    """查案件、纠纷、帮教对象旁边有没有群众的全名。

    查什么：“村民”“当事人”“矫正对象”等后面的姓名，“化解甲与乙的纠纷”，“张某”后面括号里的姓名，后面括号里写了电话、年龄的，“某某家最难”；公职人员、“王某”“张先生”“李家”和以人名命名的调解室不算。
    为什么：案件当事人的姓名与案情连在一起，是应当隐去的个人信息。
    怎么改：改成“王某”，或者不写姓名。
    """
    for shape in (_ROLE, _PAIR, _KIN, _CASE, _HIDDEN, _SUES, _BECAUSE, _WITH_DETAILS, _HOUSEHOLD):
        for block, match in material.matches(shape):
            for party, name in match.groupdict().items():
                if party == "hidden" or name is None:
                    continue
                rest = material.blocks[block].text[match.end(party) : match.end(party) + 4]
                if not can_be_name(name) or re.match(r"工作室|调解室|法官|律师|同志|书记|主任", rest):
                    continue
                yield Finding(
                    f"写了群众的全名“{name}”。",
                    f"改成“{name[0]}某”，或者不写姓名。",
                    block,
                    *match.span(party),
                )
