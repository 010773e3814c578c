"""数据: measure words against the nouns that they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.checks.counting import odd_deed
from generator.checks.figures import Statement
from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.rules.declared import given
from generator.numbers.prose import Figure
from generator.numbers.units import split_scale
from generator.patterns import pattern

_PAPERS = frozenset("份册本张套条幅个件块种期篇部枚袋箱面处元")
_KINDS = (
    (pattern(r"(?:宣传资料|宣传单|宣传册|宣传手册|宣传品|折页|明白纸|宣传页|传单|读本)$"), _PAPERS),
    (
        pattern(r"(?:纠纷|案件|信访件|诉讼案|复议案)$"),
        frozenset("件起宗例桩次个类%批项元户卷对") | {"件次"},
    ),
    (
        pattern(r"(?:受教育群众|受众|受教育人数|受益群众|惠及群众|服务群众|教育群众|参训人员|受教育)$"),
        frozenset("人名户位元%个家次") | {"人次", "户次"},
    ),
    (
        pattern(r"(?:法治讲座|普法讲座|专题讲座|法治培训|宣传活动|普法活动|专题学习|专题会议)$"),
        frozenset("次场期个轮批件项节堂讲人天条%站元") | {"场次", "批次", "人次", "课时", "小时"},
    ),
)
"""Nouns right before the figure, and all the measure words that they take."""

_PEOPLE = "名 人 位 人次"
_CASES = "件 起 宗 例"
_SHEETS = "份 册 本 张 篇 套"
_MEETINGS = "场 次 期 场次 堂 节"
_SPOTS = "处 所 间 块 面"
_THINGS = "辆 台 辆次 车次 台次 条 幅 只 艘"
_LENGTH = "公里 米 亩 平方米 平方公里 吨 公斤 岁 小时 学时 天"


class _Noun(NamedTuple):
    """A class of nouns, and the measure words that none of them takes; `before` must stand ahead of the noun."""

    words: str
    never: frozenset[str]
    before: str = ""


def _noun(words: str, *never: str, before: str = "") -> _Noun:
    return _Noun(words, frozenset(" ".join(never).split()), before)


_NOUNS = (
    _noun(
        "法律明白人|法治副校长|副校长|辅导员|(?:人民|专职|兼职|专兼职)?调解员|网格[员长]|执法人员|工作人员|执法队员|志愿者|律师|法律顾问|公职人员|党员干部|党员|普法骨干|带头人|联络员|监督员|信息员"
        "|宣讲员|学法中心户长|人大代表|政协委员|辅警|民警|学员|业务骨干|持证人员|矫正对象|安置帮教对象|人员",
        _CASES, _SHEETS, _SPOTS, _THINGS, _LENGTH, "户 家 支 项",
    ),
    _noun("(?:参加|参与|覆盖|吸引|惠及|受教育|受益|宣传|服务|接待|培训|教育|走访|慰问)(?:困难|来访|广大|辖区)?(?:群众|居民|村民|人员|干部|学生|师生|职工"
        "|人数)", _CASES, _SHEETS, _SPOTS, _THINGS, _LENGTH, "场 期 场次 堂 节 元"),
    _noun("参加(?:群众|居民|村民|人员|干部|学生|人数)|受教育(?:群众|居民|村民|人数)?", "次 场 期 项"),
    _noun("经济损失|直接损失|损失|违法所得|罚没款|赔偿款|补偿款|赔偿金|补偿金|欠款|货款"
        "|医疗费", _CASES, _SHEETS, _PEOPLE, _MEETINGS, _SPOTS, _THINGS, _LENGTH, "户 家 个 条 项"),
    _noun("工资|欠薪|资金|经费|补贴|救助金|费用|款项|贷款|税款|执行款", _CASES, _SHEETS, _PEOPLE, _MEETINGS, _SPOTS, _THINGS,
          _LENGTH, "户 家 条",
          before="追回|追讨|追缴|挽回|避免|拨付|投入|争取|落实|筹集|募集|发放|支付|兑付|支出|补发|安排|减免"),
    _noun("(?<!处理)(?<!查处)(?:车辆|执法车|巡逻车|货车|三轮车|电动车|机动车|渣土车)", _PEOPLE, _SHEETS, _SPOTS, _LENGTH, "件 场 期 条 户 家"),
    _noun("责任书|承诺书|告知书|意见书|倡议书|通知书|文书|海报|书籍|宣传材料|宣传手册|法律书籍|学习资料|调查问卷"
        "|问卷", _PEOPLE, _MEETINGS.replace("次", ""), _SPOTS, _THINGS.replace("条", ""), _LENGTH, "起 宗 户 家"),
    _noun("案卷", _PEOPLE, _MEETINGS.replace("次", ""), _SPOTS, _THINGS, _LENGTH, "起 户 家"),
    _noun("矛盾|矛盾隐患|纠纷|案件|信访件|信访事项|信访积案|积案|警情|工单|线索|诉求|违法行为"
        "|违法建设案件", _PEOPLE, _SHEETS, "场 期 场次 间 块 面", _THINGS.replace("条", ""), "公里 吨 岁 小时 学时 家"),
    _noun(
        "坝坝会|院坝会|座谈会|推进会|联席会|联席会议|调度会|专题会|专题会议|办公会|党委会|党工委会|现场会|恳谈会|宣讲会|评议会|听证会|动员会|部署会|分析会|工作会|例会|会议|讲座|法治讲座"
        "|文艺演出|比赛|竞赛|论坛|沙龙|法治课|党课|演练",
        "人次 人 名 位 件 起 宗 份 册 本 张 户 家 处 所 间 块 面", _THINGS, "公里 亩 平方米 吨 岁 元",
        before="召开|举办|举行|开展|讲授|主持",
    ),
    _noun("宣传活动|普法活动|宣讲活动|志愿服务活动|集中宣传|专项行动|执法检查|联合执法|巡查|督查|接访|宣讲|普法宣传"
        "|活动", "人 名 位 份 册 本 张 户 处 所 间 块 面 公里 亩 吨 岁 元 辆 台 宗", before="开展|组织|举办"),
    _noun("广场|小广场|公园|长廊|阵地|工作站|工作室|调解室|服务站|服务点|服务室|基地|宣传栏|文化墙|驿站|书屋|公示栏|法律角|调委会|岗亭|摄像头"
        "|监控", _PEOPLE, _CASES, _SHEETS, "场 场次 期 堂 节", "辆 辆次 车次 公斤 岁 小时 学时 户",
          before="建|设|立|打造|配|置|有|造|成|善|装|级|新|护|布|划|用|修|理|植"),
    _noun("企业|商户|门店|店铺|经营主体|市场主体|个体工商户|餐饮店|加油站|超市", _PEOPLE, _SHEETS, "件 宗 场 期 堂 节 块 面 条 支", _THINGS, _LENGTH, "元"),
    _noun("问题|隐患|安全隐患|短板|任务|措施|举措|议题|事项|建议|意见", _PEOPLE, "场 期 场次 堂 节 辆 台 户", _LENGTH, "元"),
    _noun("制度|方案|规范性文件|合同|文件|协议|提案|议案|清单|村规民约|信用承诺", "名 人 位 人次 场 堂 节 起 宗 户 处 间 块 面 辆 台 辆次 元", _LENGTH),
    _noun("横幅|标语|条幅", "份 册 本 篇"),
    _noun("(?:治安|夜间|日常|安全|防火|河道|联合|平安)?(?:巡逻|巡防|夜巡)", _SHEETS, _CASES, before="开展|组织|进行"),
    _noun("横幅|标语|条幅|展板|宣传画", _PEOPLE, "场 期 起 宗 户 家 辆 台 元 篇 部 件 次 支", _LENGTH),
    _noun("短视频|推文|信息稿|稿件|普法信息|政务信息|公众号文章|心得体会", _PEOPLE, "场 起 宗 户 家 处 所 辆 台 元 面 块", _LENGTH),
    _noun("(?<!小)(?:队伍|小分队|服务队|调解队|宣讲团|宣讲队|执法队"
        "|普法队)", _CASES, _SHEETS, "场 期 处 所 间 条 幅 户 元", _LENGTH, before="组建|成立|建立|配备|设立|组织"),
    _noun("树木|树苗", _PEOPLE, _CASES, _SHEETS, _MEETINGS, "元 户 家"),
    _noun("庭审|模拟法庭", _SHEETS, _SPOTS, _THINGS, _LENGTH, "名 位 户 家"),
    _noun("锦旗|感谢信", _SPOTS.replace("面", ""), _LENGTH, "名 人 场 期 户 家 起"),
    _noun("工作站|工作室|调解室|服务站|服务点|服务室|服务中心|驿站|宣传栏|文化墙", "次 人次 场 起", before="建成|新建|设立|打造|建立|设有|建有"),
    _noun("意见箱|举报箱|监督箱|记录仪|电脑|打印机|对讲机|灭火器|头盔", _PEOPLE, "场 期 堂 节 起 宗 户 份 册 本"),
    _noun("垃圾|杂物", _PEOPLE, _SHEETS, "场 期 堂 节 起 宗 户 家"),
    _noun("违建|违法建筑|违章建筑|违法建设|私搭乱建", _PEOPLE, _SHEETS, "场 期 堂 节", before="拆除|查处|制止|整治|清理"),
    _noun("司法确认|行政处罚|行政许可|法律援助|人民调解|行政复议", _SHEETS, "名 位 场 期 堂 节 间 块 面 户", before="办理|受理|开展|申请|完成|作出|提供|实施"),
    _noun("示范户|中心户|困难户|农户|低保户|脱贫户|监测户|经营户|养殖户|种植户|文明户|家庭户|商户", "名 位", _CASES, _SHEETS,
          "次 人次 场 期 堂 节 处 间 块 面 辆 台 条 幅", _LENGTH),
    _noun("法律咨询|咨询|热线|来电|电话", _SHEETS, "场 期 堂 节 处 间 块 面 辆 台 户 家", before="解答|提供|接听|接受|受理|开展"),
    _noun("公告|通告|传单|便民卡|服务卡", _PEOPLE, "场 期 堂 节 处 间 户 家 辆 台 起 宗"),
    _noun("法律明白人|法治副校长|调解员|网格员|执法人员|志愿者|律师|法律顾问|监督员|信息员|宣讲员|联络员|人才|骨干|带头人", "次 场 期 场次 堂 节",
          before="聘|培育|培养|选聘|配备|吸纳|招募|选任|遴选|选派|担任|充当|评选|表彰|发展"),
    _noun("投诉|举报|投诉举报|来信来访|来访|诉求|复议申请|信访申请|仲裁申请|援助申请|公开申请|报警|求助|异议|议案|提案|工单|诉讼", "名 位",
          _SHEETS.replace("份", ""), "场 期 场次 堂 节 处 间 所 块 面 户 家", _THINGS.replace("条", ""),
          _LENGTH, before="受理|接收|收到|办理|处理|答复|接到|承办|转办|办结|处置|回复|新收"),
    _noun("(?:培训|学习|研讨|轮训|集训|读书)班|大讲堂|大讲坛|宣讲会|观摩会|推介会|听证会|研讨会|交流会|报告会|评查会|约谈会|庭审观摩|开放日|文艺汇演|模拟法庭|法治讲堂"
          "|知识竞赛", "人次 人 名 位 件 起 宗 例 份 册 本 张 户 家 处 所 间 块 面", _THINGS, _LENGTH),
    _noun("(?:餐饮|经营|生产|用人|施工|物业|重点|加油|企事业|销售|生产经营)单位|网吧|药店|诊所|商铺|摊点|作坊|小作坊|烟花店|民宿|旅馆|农家乐|养殖场|屠宰场|幼儿园|加工点"
    "|收购站", "名 位 人次 件 起 宗 例 场 期 堂 节 份 册 本 张 块 面",
          _LENGTH, before="检查|巡查|排查|整治|抽查|执法|走访|督促|约谈|覆盖|取缔|关停"),
    _noun("(?:行政)?村|社区|村民小组|居民小组|自然村|网格|小区|村（社区）|村居", "名 位 人次 件 起 宗 份 册 本 张 幅", before="辖|共有|现有|下设|划分|管辖"),
    _noun("微信群|工作群|公众号|小程序|台账|专栏|子系统|数据库", _PEOPLE, "起 宗 例 场 期 堂 节 户 家"),
    _noun("(?:处罚|执法|信用|政务|许可)信息|(?:政策|法规|办事|普法)信息", "名 位 人 人次 场 户 家 起 宗 处 间 所"),
    _noun("隐患点|风险点|卡点|点位|监测点|整治点|宣传点|咨询点|联系点|示范点", _PEOPLE, "件 起 宗 例 份 册 本 张 场 期 堂 节 户"),
    _noun("(?:调解|复议|裁决|处罚|许可|评估|鉴定|判决|和解)(?:协议书?|决定书?|建议书|报告)|司法建议|检察建议|律师函|意见书", _PEOPLE,
          _MEETINGS.replace("次", ""), "处 所 间 块 面 户 家", _THINGS.replace("条", ""),
          _LENGTH, before="签订|作出|制作|出具|发出|收到|达成|送达|下达|采纳|撰写|起草"),
    _noun("先进个人|标兵|优秀(?:调解员|网格员|干部|工作者)|能手|模范|最美[一-龥]{2,4}", _CASES, _SHEETS, _MEETINGS, _SPOTS, "户 家 项 条"),
    _noun("先进(?:单位|集体)|示范(?:单位|村|社区|窗口|所|岗)|法治(?:村|社区)|民主法治示范村", "名 位 人 人次 件 起 宗 份 册 本 张 场 期 堂 节 户"),
    _noun("干部|法官|检察官|队员|教师|学生|老人|妇女|退役军人|农民工|党员|代表|委员", _CASES, _SHEETS,
          _SPOTS, _LENGTH.replace("岁", ""), "项 条 幅"),
    _noun((
        "乱堆乱放|乱停乱放|乱搭乱建|私拉乱接|乱扔垃圾|违法占地|违法用地|占道经营|违停|违章停车|违规行为|违章行为|乱象|露天焚烧|非法采砂|非法捕捞|非法营运"
    ), _PEOPLE, _SHEETS, "场 期 堂 节"),
    _noun("面积", _PEOPLE, _CASES, _SHEETS, _MEETINGS, "户 家 个 条 项 辆 台"),
    _noun("土地|耕地|林地|农田|湿地", _PEOPLE, "件 起 份 册 本 张 篇 套 场 期 户 家 辆 台"),
    _noun("食品|药品|商品|农药|种子|化肥|烟花爆竹|散装汽油", "名 位 人次", "场 期 堂 节 户 家 起"),
    _noun("学校|医院|卫生室|幼儿园|养老院|敬老院|福利院", "名 位 份 册 本 张 篇 件 起 宗 例 条 户 亩", before="检查|建设|排查|巡查|整治"),
    _noun("(?:决定|裁定|判决|裁决|告知|通知)书", "起 宗 例"),
    _noun("合同审查|合法性审查", "名 位 家 户 场 台"),
    _noun("(?:占道)?堆物", "条 名 位 份 册 场"),
    _noun("短信|简报|报告|通报|警示片", "名 位 人 场 户 家 处 间 所 辆 台 宗"),
    _noun("工程|项目", "名 位 人 场 堂 节 份 册 本 张 篇 户"),
    _noun("无人机|摄像机|照相机|执法终端|单兵设备|扩音器|音响|显示屏|电子屏", _PEOPLE, _MEETINGS, "份 册 本 张 篇 起 宗 户 家"),
    _noun("演出|巡演|汇演|比赛|竞赛|授课|演练|联合行动|专项行动|集中行动", "件 份 台 户 册 本 张 起 宗 处"),
    _noun("演出|巡演|汇演|联合行动|专项行动|集中行动", "名 位"),
    _noun("政府信息|舆情|网络舆情|争议|行政争议|申请公开|依申请公开|违法行为|违规行为", "名 位 场 台 户"),
    _noun("条款|条文", _PEOPLE, "场 期 堂 户 台 家 辆"),
    _noun("集体学习", "名 位 台 户 份 册 本 件 起 宗"),
    _noun("学法|集中学习|专题学习|专题研讨|会前学法|警示教育|办公会|党委会|党工委会", "台 户 份 册 本 件 起 宗"),
    _noun("会前学法|专题研讨|办公会|党委会|党工委会", "名 位 人"),
    _noun("工作汇报|专题汇报|情况汇报", "名 位 台 户 起 宗 场"),
    _noun("视察|宣讲|宣传|监督检查|执法检查|集中检查", "名 位 件 份 台 册 本 张 宗"),
    _noun("罚款|罚金", _PEOPLE, _SHEETS, _SPOTS, _THINGS, _LENGTH, "场 期 户 家"),
)  # fmt: skip
_SHAPES = tuple(
    (
        pattern(
            f"(?:{noun.before})[^，。；]{{0,24}}?(?P<noun>{noun.words})$"
            if noun.before
            else f"(?P<noun>{noun.words})$"
        ),
        pattern(rf"[“]?(?P<noun>{noun.words})[”]?$"),
        noun,
    )
    for noun in _NOUNS
)
_LONGEST = 12
_ENDS_IN_NOUN = pattern(f"(?:{'|'.join(noun.words for noun in _NOUNS)})$")
_OPENS_WITH_NOUN = pattern(f"“?(?:{'|'.join(noun.words for noun in _NOUNS)})")
"""Most figures stand beside none of these nouns, which is seen at once."""
_ADVERB = pattern(
    r"(?:累计|共计|共有|共|约|近|达到|达|合计|总计|已|为|分别|[“”]|[一二三四五六七八九十]类)+$|[（(][^（）()]*$"
)
_OF_CASES = pattern(r"案由|投诉|举报|类(?:案件|纠纷|问题)?")
"""What makes a noun say what cases are about: 垃圾处理类投诉23宗."""
_GONE_TO = pattern(r"[进访]$|(?<!投)入$|(?<![收接得受])到$")
"""What is counted is the visits, and not where they lead: 进企业23场, but 收到锦旗12面."""
_HOURS = frozenset({"小时", "天"})
_HOW_SOON = pattern(r"[以之]?内|在线|值[班守]|待命|响应|不间断|轮[班值流]|[到在]")
"""What stands behind hours that are counted by nobody: 律师24小时内到场."""
_FINE = pattern(r"(?:罚款|罚金|罚没款?)$")
_LARGE = 1000
_TRAINING = pattern(r"(?:开展|举办|组织)(?:[^，。；\d]{0,10})培训$")
_SMALL = 10
_PEOPLE_TRAINED = pattern(
    r"培训(?:网格员|调解员|执法人员|法律明白人|“法律明白人”|村干部|干部|党员|人员|骨干|学员)$"
)
_MANY_MEETINGS = 60


@rule(
    "数据-16",
    "量词与所说的事不配",
    bad="全年发放宣传资料5000人次，培育“法律明白人”42件。",
    good="全年发放宣传资料5000份，培育“法律明白人”42名。",
)
def odd_unit(material: Material) -> Iterator[Finding]:
    """查紧挨着名词的量词与名词配不配。

    查什么：人论名、人次，案件论件、起，资料论份、册，会议活动论次、场，钱论元，车论辆，阵地论处、个，企业论家；名词在数前面或者后面都查。
    为什么：量词串了行，多半是把另一项的数填到了这里。
    怎么改：核对这个数是不是这一项的，再改量词。
    """
    own = {one.path for one in given(material) if one.field.takes(one.value.unit)}
    for statement in material.statements:
        for figure in statement.figures:
            noun = "" if _is_how_soon(figure) or _is_price(figure) else _odd(figure)
            spared = (_is_place_of, _is_kind, _opens_row, _goes_on)
            if noun and not any(is_so(noun, figure, statement) for is_so in spared):
                start, end = statement.at(figure)
                found = Finding(
                    f"“{noun}”与“{figure.text}”：量词与所说的事不配。",
                    "核对这个数是不是这一项的，再改量词。",
                    statement.block,
                    start,
                    end,
                )
                path = material.field_of(found)
                if path not in own or material.said.get(path) != figure.text:
                    yield found


_PLACES = ("企业", "商户", "经营户", "门店", "店铺", "超市", "幼儿园", "项目")


def _is_place_of(noun: str, figure: Figure, statement: Statement) -> bool:
    """Tell whether a noun says where each of several like things was held or signed: 学校11场、企业6场."""
    like = [one for one in statement.figures if one is not figure and one.unit == figure.unit]
    listed = figure.unit in "份册本张" and "其中" in statement.text[: figure.start]
    return noun in _PLACES and bool(like) and (listed or figure.unit in _MEETINGS.split())


def _opens_row(noun: str, figure: Figure, statement: Statement) -> bool:
    """Tell whether a noun behind the figure is the first of several whose things are counted: 12件人大代表、政协委员建议."""
    end = figure.end + len(figure.after)
    return bool(noun) and figure.after.endswith(noun) and statement.text[end : end + 1] == "、"


_SHEET = pattern(
    "(?:合同|协议|案卷|卷宗|文件|文书|台账|材料|资料|档案|通知书|决定书|告知书|意见书|笔录)[^，。；]{0,12}[，；]"
)


def _goes_on(noun: str, figure: Figure, statement: Statement) -> bool:
    """Tell whether a bare verb goes on about the papers of the clause before it: 清理合同37份，已整改33份."""
    told = statement.text[: figure.start]
    return figure.unit in "份本册卷" and told.endswith(noun) and bool(_SHEET.search(told))


_LAND = ("土地", "耕地", "林地", "农田", "湿地")
_DISPUTES = pattern(r"纠纷|案件|矛盾|投诉|举报")


def _is_how_soon(figure: Figure) -> bool:
    """Tell hours within which somebody comes from hours that are counted."""
    return figure.unit in _HOURS and bool(_HOW_SOON.match(figure.after))


def _is_price(figure: Figure) -> bool:
    """Tell a sum that says which of a thing are meant: 合同5万元以上的."""
    return figure.unit.endswith("元") and figure.after.startswith(("以上的", "以下的", "的"))


def _is_kind(noun: str, figure: Figure, statement: Statement) -> bool:
    """Tell whether a noun is a kind of what its sentence is about: 调解的纠纷中，土地69件; 另有其他事项69人次."""
    if figure.before.endswith((f"其他{noun}", f"其它{noun}", f"其中{noun}")):
        return True
    about = _DISPUTES.search(statement.text, 0, figure.start)
    return noun in _LAND and figure.unit in _CASES.split() and bool(about)


def _odd(figure: Figure) -> str:
    """Give the noun that a figure's measure word doesn't fit, or an empty text."""
    before = re.sub(r"(?:累计|共计|共|约|达到|达|合计)$", "", figure.before)
    unit = split_scale(figure.unit)[1]
    for shape, units in _KINDS:
        said = shape.search(before)
        if said and figure.unit not in units:
            return said.group()
    plain = _ADVERB.sub("", before)
    beside = _ENDS_IN_NOUN.search(plain, max(0, len(plain) - _LONGEST)) or (
        figure.after and _OPENS_WITH_NOUN.match(figure.after)
    )
    for ahead, behind, noun in _SHAPES if beside else ():
        if unit not in noun.never or (unit in _CASES.split() and _OF_CASES.search(plain)):
            continue
        said = ahead.search(plain)
        modifies = unit in _LENGTH.split()  # 4米展板, 35岁以下党员
        if said is None and not modifies and not plain.endswith(("的", "于")) and figure.after:
            said = behind.match(figure.after)
        if said and not _GONE_TO.search(plain[: said.start("noun")] if said.string is plain else ""):
            return said["noun"]
    if _PEOPLE_TRAINED.search(plain) and unit in ("场", "期") and figure.number >= _MANY_MEETINGS:
        return "培训"
    if _FINE.search(plain) and figure.unit in ("件", "起", "次") and figure.number >= _LARGE:
        return plain[-2:]
    if _TRAINING.search(plain) and figure.unit == "人次" and figure.number < _SMALL:
        return "培训"
    return odd_deed(figure, unit)
