"""文字: words that a document bank hides behind letters and signs, advertisements, and what writing tools say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_letters

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.scan import QUOTE, is_quoted, span_around
from generator.patterns import pattern
from generator.problems import Level

_SIGNS = "×ＸXxｘ✕*＊○〇◯□■△"
_SIGN = rf"(?:[{_SIGNS}]{{1,3}}|[A-Za-z]{{1,3}}|某)"
_CONGRESS = "的?(?:二十大|二十届|十九大|十九届|十八大|十八届|全面领导|坚强领导|集中统一领导|领导|创新理论|路线方针|方针政策|政治建设)"
_NOT_HIDDEN = "[次件场起人名份个户家条期项册张万元年月日处米]|镇|乡|街道|县|区|市|村|社区|局|同志|单位|办|部门|公司|小|律师|学校|中学|企业|园|路|组|省|平方|号"
_NAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
"""The commonest family names: a person's name may be hidden, 王×× and 李**."""
_HIDDEN = tuple(
    pattern(shape)
    for shape in (
        rf"(?<![A-Za-z\d一-龥“]){_SIGN}(?={_CONGRESS}|中央|主义|央|总书记)",
        rf"(?<=[持强行彻落实习迎对于在成和、，绕跟听从受省市县区镇乡村道固抓强]){_SIGN}(?={_CONGRESS}|建引领|中央|央|委|支部|总书记|组织|员(?:干部|先锋|大会)|工委|校|课|纪)",
        rf"(?<![A-Za-z\d“]){_SIGN}(?=的?(?:二十大|二十届|十九大|十九届|总书记))",
        r"(?<=[一-龥、])[*＊]{1,3}(?=律师|法官|老师|教授|书记|镇长|乡长|主任|所长|局长|同志)",
        rf"(?<=中共){_SIGN}(?=[、，。\s和一-龥])",
        rf"(?<=特色)[{_SIGNS}A-Za-z]{{1,4}}(?=主义|思想)",
        rf"(?<=习)[{_SIGNS}A-Za-z]{{1,4}}(?=总书记|法治|思想|新时代|[一-龥])",
        rf"(?<=[一-龥]{{2}})(?<![{_NAMES}米长宽厚深径元角件次名个份项条户])[✕*＊×](?=[，。；])",
        rf"(?<=[一-龥，。、])(?<![{_NAMES}米长宽厚深径元角])(?:[✕*＊Ｘ]{{1,3}}|×(?!×))(?=[一-龥])(?![宽高长厚形字符]|{_NOT_HIDDEN})",
    )
)
_KNOWN = (
    "APP|AI|GDP|LED|VR|AR|GIS|GPS|ETC|KTV|IC|IP|IT|ID|PPT|QQ|DNA|HPV|PC|VIP|OA|ODR|TV|CCTV|DV|WIFI"
    "|NGO|EMS|POS|PPP|EPC|VOC|PM|COD|CPI|SOS|UV"
    "|PDF|DOC|JPG|PNG|TXT|USB|DVD|PVC|PE|TOP|ISO|WTO|BIM|MR|CT"
)
_POLITICAL = pattern(r"(?<=[一-龥])(?P<sign>zz|ZZ|zy|zf|ZF|dw|gcd|shzy|zgs)(?=[一-龥])")
"""The initials of 政治, 中央, 政府, 党委, whatever word follows: zz站位."""
_WRITTEN_OUT = pattern(
    rf"(?<=[一-龥])(?P<sign>[a-z]{{1,6}}|[BDFGHJKLMPQRSTWXYZ](?![a-z])(?=[一-龥])(?!公司|企业|村|单位|商|厂|店|校|户"
    rf"|先生|女士|同志|律师|君|方|超|台|歌|线|图|盘|恤|座|字|槽|轴|[次份个件名场])"
    rf"|(?!(?:{_KNOWN})(?![A-Z]))[B-DF-HJ-NP-TV-Z]{{2,4}})(?=[一-龥、，。])"
    r"(?![类级型字形屏卡码端版栏座区股档照证轮库站段组楼幢栋单口岸光射世群行位])"
    r"|(?<=公)(?P<police>A|an?|安n)(?=机关|局|分局|派出|民警|部门|干警|交警|机构|系统)|(?<=[一-龥])(?P<other>[A-Z])(?=察|院机|毒|博[活案违]"
    r"|教活|F|访[人案事])"
)
"""Letters in the midst of a sentence: the sound of a character, or the initials of a word."""
_MEASURES = """km m cm mm kg g t kw kwh kv ml l h s d mu app wifi web vlog logo ppt
pc ai vr ok no vs and of the in e o pm
am ph"""
_UNITS = frozenset(_MEASURES.split())
_HIDING = (*_SIGNS, *ascii_letters, "某")
_BESIDE = pattern(
    rf"[{_SIGNS}]|[A-Za-z某][的二十全坚集领创路方政中主央总建委支组员工校课纪]|(?:中共|特色|习)[A-Za-z某]"
)
"""A sign, or a letter with what may stand beside it: of what is hidden, one is in each."""


_SHORT = 4


def _is_brand(text: str, match: re.Match[str]) -> bool:
    """Tell whether a sign stands in a name in quotes that it is a part of, as “普法×文旅”; “扫×打非” is too short."""
    around = span_around(QUOTE, text, match.start())
    return around is not None and around[1] - around[0] - 2 != _SHORT


def _hidden_words(material: Material) -> Iterator[Finding]:
    told: set[tuple[int, int]] = set()
    hiding = any(_BESIDE.search(material.blocks[number].text) for number in material.saying(_HIDING))
    for shape in _HIDDEN if hiding else ():
        for block, match in material.matches(shape, *_HIDING):
            place = (block, match.start())
            if place not in told and not _is_brand(material.blocks[block].text, match):
                told.add(place)
                yield _hidden(match.group(), block, *match.span())
    for number, one in enumerate(material.blocks if material.source else ()):
        raw = material.source[one.line - 1] if 0 < one.line <= len(material.source) else ""
        lost = _STARS.search(raw) if "*" in raw or "＊" in raw else None
        if lost and lost.group() not in one.text:
            at = max(0, one.text.find(lost["after"]))
            yield _hidden(lost["stars"], number, at, at + 2)


@rule(
    "文字-34",
    "有字被代号、字母代替",
    errors=_hidden_words,
    yields_to=("结构-05", "结构-06"),
    only_with=(*_HIDING, "主义", "总书记", "二十大"),
    level=Level.ERROR,
    bad="镇X委召开会议，坚持D的全面领导，贯彻中共zy决策部署。",
    good="镇党委召开会议，推行“1+N”执法模式，A类企业安装App和LED屏。",
)
def word_behind_sign(material: Material) -> Iterator[Finding]:
    """查“党”“中央”“社会”一类的字有没有被字母、星号代替。

    查什么：“X的二十大”“镇X委”“D的领导”“中共zy”“特色**主义”“压实ZZ责任”；通用的缩写、A类、B级、引号里的名称不算。
    为什么：文库网站为躲过审查换上的，从那里复制就带了进来。
    怎么改：写上原来的字。
    """
    hidden = list(_hidden_words(material))
    yield from hidden
    told = {(one.block, one.start) for one in hidden}
    letters = {
        (block, match.start()): match
        for shape in (_WRITTEN_OUT, _POLITICAL)
        for block, match in material.matches(shape, *ascii_letters)
    }
    for (block, _start), match in sorted(letters.items(), key=lambda one: one[0]):
        text, sign = material.blocks[block].text, match.group()
        known = (len(sign) > 1 and sign.lower() in _UNITS) or is_quoted(text, match.start())
        if not known and (block, match.start()) not in told:
            yield _hidden(sign, block, *match.span())._replace(level=Level.WARNING)


_STARS = pattern(
    r"(?<=[一-龥])(?P<stars>[*＊]{1,4})(?P<after>(?:主义|中央|总书记|的二十大|委员?)[一-龥，。]{0,4})"
)


def _hidden(sign: str, block: int, start: int, end: int) -> Finding:
    return Finding(f"“{sign}”代替了原来的字。", "写上原来的字。", block, start, end)


_ADVERTISEMENT = pattern(
    r"(?:注册|开户|下载|登录|首存|充值|扫码|加群|进群|关注)[一-龥]{0,3}(?:送|领|返|赠)(?:彩金|红包|现金|礼|大礼|优惠|体验金|积分|好礼)?|彩金|首存|返水"
    r"|棋牌[一-龥]{0,4}(?:官网|平台|下载|注册|游戏|送)"
    r"|[一-龥]{0,4}(?:娱乐城|国际娱乐|娱乐平台|娱乐官网|博彩公司|赌场官网|彩票平台|彩票官网|彩票网|时时彩|百家乐|老虎机|真人荷官|体育投注|体育app|体育官网|足球外围|六合彩资料|赔率)"
    r"|(?:澳门|亚博|开元|威尼斯人|金沙|葡京|银河|皇冠)(?:棋牌|体育|娱乐|国际|官网|赌场|app)"
    r"|(?:代写|代发|代开)(?:论文|文章|报告|发票|材料)|(?:论文|材料|公文|报告)代写|发票代开|办证刻章|刻章办证"
    r"|(?<![增参])(?:加|添加|咨询|联系)(?:微信|客服|QQ|Q|V信|VX|vx|威信|小编)(?:号|群)?[：:]?\s?[A-Za-z\d_-]{5,}|(?:微信|QQ|客服|V信"
    r"|VX)(?:号|群|热线|电话)?[：:]\s?[A-Za-z\d_-]{5,}"
    r"|(?:点击|立即|马上)(?:领取|抢购|购买|下单|试用|咨询|报名|注册|试听|开通)|(?:特价|全场)(?:优惠|折扣|包邮|抢购|秒杀)|(?:开通"
    r"|升级)(?:会员|VIP)|VIP(?:会员|专享|免费)|网投(?:平台|网|官网)|新葡京|官方(?:入口|下载|正版)(?:入口|下载|首页)?(?=$|[。，\s])"
    r"|秒到账|无需抵押|快速(?:放款|下款)|信用卡(?:套现|代还|提额)|正规(?:平台|网投)推荐|(?:会员|限时|VIP)专享|立即(?:下载|注册|体验|加入|登录)|国产精品"
    r"|一区二区|在线(?:观看|播放)免费|免费(?:看片|下载)|麻将馆?胡了|捕鱼(?:游戏|达人)|电子游艺|皇冠体育|现金网|(?:充值|签到)送|代孕|迷药|枪支出售"
    r"|真钱|无抵押贷款|低息贷款|贷款(?:咨询|热线)(?:电话)?[：:]|(?:减肥|丰胸|壮阳|祛斑)产品"
    r"|成人(?:视频|电影|网站)|无码|黄色网站|私服|外挂下载|破解版|刷单赚|日赚|月入过万|招(?:代理|加盟)(?:热线|电话)?[：:]|加盟热线|订购(?:热线|电话)"
    r"|(?:热线|订购|咨询)电话[：:]\s?[\d-]{7,}"
)
_AD = """送 领 返 赠 彩金 首存 返水 棋牌 娱乐 博彩 赌场 彩票 时时彩 百家乐 老虎机 荷官 投注 体育 足球外围
六合彩 赔率 澳门 亚博 开元 威尼斯人 金沙 葡京 代写 代发 代办 代开 办证 办证刻章 刻章 微信 QQ 客服
V信 VX vx 威信 小编 领取 抢购 购买 下单 试用 咨询 报名 注册 试听 开通 优惠 折扣 包邮 秒杀 会员
VIP 网投 新葡京 官方 秒到账 无需抵押 快速 信用卡 正规 限时 立即 国产精品 一区二区 在线 免费 麻将 捕鱼
游艺 现金网 代孕 迷药 枪支 假币 真钱 抵押贷款 低息贷款 贷款 减肥产品 丰胸 壮阳 祛斑 成人 无码 黄色网站
私服 外挂 破解版 刷单 日赚 月入过万 加盟 招代理 订购"""
_AD_WORDS = tuple(_AD.split())
_FIGHTING = pattern(
    r"打击|查处|严禁|抵制|整治|防范|治理|查获|捣毁|涉嫌|诈骗|取缔|禁止|宣传|案例|破案|骗局|警惕"
)


@rule(
    "文字-35",
    "夹有广告",
    only_with=_AD_WORDS,
    bad="鹿鸣镇坚持集体研究。开元棋牌注册送彩金全年召开审查会12次。",
    good="打击网络赌博，查处“注册送彩金”类诈骗案件2起，提醒群众不加微信群。",
)
def advertisement(material: Material) -> Iterator[Finding]:
    """查正文里有没有夹带的广告。

    查什么：“注册送彩金”“棋牌官网”“代写材料”“加微信：……”“立即领取”“开通会员”一类的话；打击、查处它们的不算。
    为什么：一些转载文章的网站在正文中间插广告，复制时带了进来。
    怎么改：删去。
    """
    for block, match in material.matches(_ADVERTISEMENT, *_AD_WORDS):
        text = material.blocks[block].text
        around = text[max(0, match.start() - 24) : match.end() + 12]
        if is_quoted(text, match.start()) or _FIGHTING.search(around):
            continue
        yield Finding(f"“{match.group()}”是广告。", "删去广告文字。", block, *match.span())


_CHATTER = pattern(
    r"(?:以下|下面)(?:是|为)(?:您|你|大家|根据您|根据你|一篇|一份|小编|为您|为你|按照您|关于您|我为|本站|修改后|优化后|润色后|整理)[^。：，]{0,24}"
    r"|(?:好的|当然|没问题)[，！,!](?:以下|下面|这是|我)[^。：]{0,20}"
    r"|(?:希望|但愿)(?:以上|这[份篇些]|本文|对[您你]|能)[^。！]{0,20}(?:帮助|有用|参考|满意|喜欢)|(?:您|你)(?:可以|可|需要|如需|如果"
    r"|如有)(?:根据|结合|进一步|我|告诉|提供)[^。]{0,20}"
    r"|如(?:有|需)(?:其他|进一步|更多|任何|修改|调整)[^。，]{0,12}(?:需要|需求|要求|调整|修改|帮助|疑问)?[，,]?(?:请|可)?(?:随时|继续)?(?:告诉我|告知我|联系我|提出)"
    r"|(?:请|您可)(?:根据|结合|按照?)(?:实际|自身|本单位|具体|单位)(?:情况|实际|需要|需求)?(?:进行|自行|酌情|适当|加以)?(?:修改|调整|替换|填写"
    r"|增删)|直接(?:复制|套用)(?:使用|即可|。|，)|(?:以上|上述|文中|本文)(?:数据|内容|数字|名称)?(?:为|均为|系|只是)(?:示例|虚构"
    r"|模拟|举例|假设|占位)|(?:请)?(?:自行|及时)?替换(?:为|成)(?:实际|真实|本单位)|(?:扩写|续写|润色|改写)(?:成|为|一下|完整|版本)|(?:如有"
    r"|若有)侵权|联系(?:删除|我们删除|本站)|[（(][一-龥]{0,8}(?:讲话|发言|总结|汇报|材料|方案)稿?(?:摘录|节选|摘要)[）)]|(?:用户|网友|会员)上传|仅代表作者|版权归"
    r"|免责声明|本回答|(?:以上|以下)(?:是|为)(?:一份|一篇|一个|关于"
    r"|根据)?[^。，]{0,10}(?:范文|模板|示例|样例|草稿|初稿)|(?:是否|需要|要不要)(?:我|帮您|为您)[^。]{0,20}[？?]|(?:以上|上述)(?:内容|报告"
    r"|文章|文本|范文|数据)?(?:仅供|只供|供您)(?:参考|学习)|仅供(?:学习)?参考|(?:全文|正文|本文|字数|总字数)(?:共|约|共计|统计|："
    r"|:)\s?(?:约)?\d+\s?(?:余)?字|预计阅读|阅读(?:时长|时间|本文)|字数统计|(?:篇|范文)[一二三四五六1-9][】：:]"
    r"|第[一二三四五六1-9]篇[：:\s]"
    r"|范文(?:网|大全|精选|模板|参考|\d篇|[一二三四五六七八九十]篇|如下)|(?:精选|推荐|热门|优秀)(?:范文|篇)|小编(?:为|给|精心|整理|今天|收集|就)?"
    r"|(?:欢迎|感谢)(?:大家|您|你)?(?:阅读|下载|借鉴|参考|收藏|关注|浏览|使用|光临)|更多(?:精彩|内容|资讯|范文|文章)(?:请|尽在|敬请"
    r"|推荐)(?:关注|点击|访问|浏览|登录)?"
    r"|(?:转载|引用)(?:请|需|须)?(?:注明|标明)(?:出处|来源)?|未经(?:授权|许可|允许)[，,](?:禁止|不得|严禁)?(?:转载|复制)"
    r"|(?:关注|访问|收藏|登录|浏览|感谢)本(?:站|网站|网|公众号)"
    r"|本站(?:文章|内容|资料|原创|编辑|整理|讯|消息|所有|提供|收集|发布)"
    r"|本(?:文|站|文档"
    r"|资料|内容)(?:来自|来源|由[^。，]{0,12}(?:整理|上传|提供|收集)|转自|摘自|归原作者)|百度文库|道客巴巴|豆丁网|原创力文档|人人文库|文库网|公文网|笔杆子"
    r"|文秘网|第一范文|文档(?:下载|预览|编号|分享)|(?:下载|阅读|查看)(?:全文|原文|完整版|Word版|本文档)|word文档|Word文档下载"
    r"|(?:作为|身为)(?:一个|一名)?(?:AI|人工智能|大语言模型|语言模型)|(?:ChatGPT|豆包|文心一言|通义千问|DeepSeek|Kimi"
    r"|讯飞星火)(?:生成|写作|助手生成|提供的内容)|(?:由|内容由)AI|我(?:将|会|已)?(?:为您|为你|帮您|帮你)|根据(?:您|你)(?:提供|的要求|的需求|给出)"
    r"|(?:您|你)的(?:报告|要求|需求|文章)"
)

_TALK = """以下 下面 好的 当然 没问题 希望 但愿 您 你 如有 如需 仅供 只供 字 阅读 篇 范文 小编 欢迎 感谢 更多
相关 转载 引用 未经 本文 本站 本文档 本资料 本内容 百度文库 道客巴巴 豆丁网 文档 文库 公文网 笔杆子
文秘网 下载 查看 word Word AI 人工智能 语言模型 ChatGPT 豆包 文心一言 通义千问
DeepSeek Kimi 讯飞星火 我将 我会 我已 我为 我帮 请 需 可 直接 以上 上述 文中 替换 扩写 续写
润色 改写 优化 摘录 节选 摘要 侵权 联系 上传 仅代表 版权 免责声明 本回答 是否 要不要"""
_CHATTER_WORDS = tuple(_TALK.split())


@rule(
    "文字-36",
    "留有写作工具、范文网站的话",
    only_with=_CHATTER_WORDS,
    bad="以下是为您生成的法治政府建设年度报告：",
    good="以下是主要做法：使用人工智能助手生成普法短视频12条，向社区群众征集“您的需求”38条。",
)
def chatter(material: Material) -> Iterator[Finding]:
    """查有没有写作软件、范文网站留下的话。

    查什么：“以下是为您生成的”“希望对您有帮助”“全文约3100字”“预计阅读”“范文”“小编”“转载请注明”“仅供参考”“（讲话稿摘录）”等。
    为什么：从软件、网站复制时连带复制的，不是报告的话。
    怎么改：删去。
    """
    for block, match in material.matches(_CHATTER, *_CHATTER_WORDS):
        if is_quoted(material.blocks[block].text, match.start()):
            continue
        yield Finding(f"“{match.group()[:20]}”不是报告里的话。", "整句删去。", block, *match.span())
