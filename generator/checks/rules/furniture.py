"""文字: what web pages leave in a text: labels, buttons, addresses."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.scan import BLANKS, WordSearch, is_quoted
from generator.patterns import pattern
from generator.problems import Level

_FURNITURE = pattern(
    r"字(?:体|号)(?:大小)?[：:]|[【\[（(]?\s?(?:字体：?)?大\s?[】\])）]?\s?[【\[（(]?中[】\])）]?\s?[【\[（(]?小\s?[】\])）]|字体大小"
    r"|(?:发布|发稿|更新|公开|录入|成文|发文)(?:时间|日期)\s?[：:]|(?:信息|文章|稿件|内容)?来\s?源\s?[：:]\s?[^，。；]{2,20}(?=\s|$)"
    r"|(?:浏览|点击|阅读|访问)(?:次数|量|数)\s?[：:]|累计次数\s?[：:]|点击率\s?[：:]"
    r"|(?:索\s?引\s?号|发布机构|发文机关|发文机构|发文字号|主题分类|体裁分类|效力状态|有效性|公文时效|信息分类|主题词|组配分类)\s?[：:]|责任编辑|责编[：:]|信息审核[：:]|编辑[：:]"
    r"|作者[：:]|审核[：:]"
    r"|打印(?:本页|此页|文章)|[【\[]打印[】\]]|关闭(?:窗口|本页|此页)|[【\[]关闭[】\]]|[【\[]收藏[】\]]|分享(?:到|至)\s?[：:]"
    r"|扫一扫(?:在?手机|分享|.{0,4}打开当前)|手机(?:查看|打开)当前页|(?:返回|回到)顶部|视力保护色|无障碍浏览|适老化(?:\s|版|模式)"
    r"|(?:您)?(?:当前|现在)?(?:所在)?的?位置[：:]?\s?(?:为|：|:)?\s?首页|首页\s?[>＞》\-]|上一[篇条][：:]|下一[篇条][：:]"
    r"|相关(?:链接|附件|文章|阅读)[：:]|附件下载|下载附件|相关附件|网站地图|版权所有|ICP备|公网安备|加入收藏|设为首页|全部留言|有用[（(][）)]|我要纠错|繁体版"
    r"|简体\s?[|｜]\s?繁"
    r"|(?:您|你)?的?浏览器(?:版本)?(?:过低|不支持|禁用)|(?:升级|更换|使用)[^，。]{0,8}浏览器(?:访问|浏览|打开|$|[，。])|最佳(?:浏览|分辨率)|屏幕分辨率"
    r"|(?:页面|网页)(?:加载|不存在|已失效|找不到|打不开)|(?:开启|启用|支持)(?:JavaScript|Flash|Cookie)"
)
_LABELS = (
    "发布人|发布者|发布单位|发布日期|信息来源|稿件来源|审核人|审稿|校对|签发人?|初审|复审|终审|录入人?|供稿|撰稿|通讯员|摄影|主办单位|主办|承办单位|承办|协办|技术支持|网站标识码|备案号"
    "|邮编|邮政编码|传真|电子邮箱|邮箱|阅读|阅读量|下载次数|下载量|文件大小|文件类型|文件格式|公开方式|公开属性|公开形式|公开时限|公开范围|生成日期|标签|关键词|摘要|栏目|所属栏目"
    "|信息有效性|废止日期|点赞|收藏|评论|日期|时间|当前位置|分享|页码|温馨提示|最新更新|更新|浏览|点击|浏览量|访问量|转发|投稿邮箱|投稿|热线|办公电话|咨询电话|网址|原文"
    "|出处|文章来源|编辑|作者|热词|阅读数|字数"
)
_LABEL = pattern(rf"(?:^|(?<=[\s\u3000|｜【\[（(]))(?:{_LABELS})\s?[：:]")
_BUTTONS = pattern(
    r"(?:(?<![一-龥、])|(?<=请))点击(?:查看|下载|进入|阅读|播放|此处|这里|链接|展开|上方|下方|收听|放大)"
    r"|语音播报|展开(?:全文|阅读)|(?<![一-龥])(?:阅读原文|查看更多)|更多\s?[>＞»]|长按(?:识别|上方|下方|二维码)"
    r"|(?:(?<![一-龥、])|(?<=请))(?:扫码|扫描二维码|扫描(?:上方|下方)二维码|微信扫一扫)(?:关注|阅读|分享|下载)"
    r"|分享(?:给好友|本文|让更多)|转发本文|点赞\s?(?:收藏|在看|分享)"
    r"|关注(?:我们|本公众号|官方微信)"
    r"|(?:打开|下载)(?:APP|App|app|客户端)(?:查看|阅读|，|$)|登录后(?:查看|下载|阅读)|(?<![一-龥])请(?:先)?登录(?:$|[\s，])"
    r"|上一页|下一页|(?:^|(?<=\s))(?:共\s?\d+\s?页|第\s?\d+\s?页)(?=$|\s)|尾页|政务公开\s?[>＞»]|[>＞»]\s?(?:正文|详情|法定|政府信息)"
    r"|(?:返回|回到)(?:列表|首页|上一页|上一级|目录)|长者(?:助手|模式)|关怀版|支持IPv6|Copyright|©|All Rights Reserved|公安备案"
    r"|政府网站(?:找错|年报)\s|我要(?:评论|留言|分享|打印|咨询|写信)|发表评论|暂无评论"
    r"|相关(?:新闻|推荐|稿件|信息[：:])|推荐阅读|延伸阅读|猜你喜欢|热门(?:文章|推荐)|附件[：:][^，。]{0,40}\.(?:docx?|pdf|wps|xlsx?"
    r"|zip|rar)|您是第|图片加载|视频加载|javascript|window\.|来源[：:]\s?\S"
    r"|\d{4}-\d{1,2}-\d{1,2}\s+\d{1,2}[:：]\d{2}|(?:撤稿|稿件|信息)编号|保护视力色|简体版|打印\s?(?:关闭|收藏)|打印正文"
    r"|字号\s?[+\-]|[Aa]\+\s|原文链接|(?:浏览|点击|阅读|访问|下载)(?:次数|量|数)?\s?\d+\s?(?:次|人)?(?=\s|$)|收藏(?:本页|本文"
    r"|网页)|相关资料下载|首页[\s\u3000]+\S|播放\s?(?:暂停|全屏)|\d{2}:\d{2}/\d{2}:\d{2}|复制(?:链接|全文"
    r"|\s?重新生成)|重新生成|(?:点赞|收藏|转发|评论|在看)[\s\u3000]+(?:点赞|收藏|转发|评论|在看|分享|举报)|高清(?:完整版|在线|视频|无码)|全文阅读"
    r"|登录\s?[|｜/]\s?注册|(?<![一-龥])(?:注册|登录|搜索|导航|分享|收藏|打印|关闭|返回|展开|收起)(?=\s|$|[】\]|｜])"
    r"|【?(?:小|中|大)\s?(?:中|大)\s?(?:大|小)】?(?=\s|$)"
)
_ADDRESS = pattern(r"https?://[^\s一-龥]+|(?<![A-Za-z.])www\.[A-Za-z\d.\-/]+")

_CODE = pattern(
    r"(?:font|text|line|letter|word|margin|padding|background|mso|white|border"
    r"|list)-[a-z\-]{2,24}\s?[:：]\s?[^\s;；，。]{1,24}[;；]?|\{[a-z\-]{3,20}:[^{}]{1,40}\}"
    r"|\\[nrt](?=[一-龥\s]|$)|\\u[0-9a-fA-F]{4}|%[0-9A-F]{2}%[0-9A-F]{2}"
)
"""Markup of a web page that came with its text."""
_POINTS_TO = pattern(r"网址|网站|登录|官网|平台")
"""What a report says when it names an address of purpose."""


_NAMES = """字体 字号 小】 小] 小) 小） 累计次数 点击率 发布机构 发文机关 发文机构 发文字号 主题分类 体裁分类 效力状态 有效性 公文时效
信息分类 主题词 组配分类 责任编辑 责编 信息审核 打印本页 打印此页 打印文章 【打印 [打印 关闭窗口 关闭本页 关闭此页 【关闭 [关闭 【收藏 [收藏
分享到 分享至 扫一扫 手机查看 手机打开 顶部 视力保护色 无障碍浏览 无障碍阅读 适老化 首页 上一篇 上一条 下一篇 下一条 相关链接 相关附件 相关文章
相关阅读 相关新闻 相关推荐 相关稿件 相关信息 相关资料下载 附件下载 下载附件 网站地图 版权所有 ICP备 公网安备 加入收藏 网友评论 全部留言 有用（ 有用( 我要 繁体版 简体 点击 语音播报 展开
阅读原文 查看更多 > ＞ » 长按 扫码 扫描 分享 转发 点赞 收藏 关注 打开 下载 登录 上一页 下一页 页 返回
长者 关怀版 IPv6 Copyright © Reserved 公安备案 政府网站找错 政府网站年报 评论 推荐阅读 延伸阅读 猜你喜欢 热门 您是第 访客 加载 javascript window 编号
保护视力色 打印 A+ a+ 原文链接 播放 复制 重新生成 高清 观看 全文阅读 注册 搜索 导航 关闭 收起 浏览器 最佳浏览 分辨率 Java Flash Cookie https:// http:// www."""
_TRIGGERS = (
    *_NAMES.split(),
    *(f"{name}{mark}" for name in _LABELS.replace("?", "").split("|") for mark in ("：", ":", " ：", " :")),
    *(
        f"{what}{when}"
        for what in ("发布", "发稿", "更新", "公开", "录入", "成文", "发文")
        for when in ("时间", "日期")
    ),
    *(
        f"{what}{count}"
        for what in ("浏览", "点击", "阅读", "访问", "下载")
        for count in ("次数", "量", "数")
    ),
    *(f"{one}{blank}{other}" for one, other in ("来源", "索引", "大小", "大中") for blank in ("", *BLANKS)),
    *(f"{size}{blank}" for size in "大中小" for blank in BLANKS),
    *(
        "font-",
        "text-",
        "line-",
        "letter-",
        "word-",
        "margin-",
        "padding-",
        "background-",
        "mso-",
        "white-",
        "border-",
        "list-",
    ),
    *("{", "\\", "%E"),
    *("签发：", "签发:", "录入：", "录入:", "位置", "审核：", "审核:", "附件：", "附件:"),
    *(f":{digit}" for digit in "012345"),
)
"""Of what web pages leave, something is in each; a paragraph without any of it isn't looked at closely."""


@rule(
    "文字-12",
    "留有网页上的东西",
    only_with=_TRIGGERS,
    level=Level.ERROR,
    bad="来源：镇司法所 发布时间：2024-12-30 10:25 浏览次数：136",
    good="通过发放宣传单、分享典型案例等方式开展宣传，打印资料500份。",
)
def web_furniture(material: Material) -> Iterator[Finding]:
    """查有没有从网页连带复制来的东西。

    查什么：“字体：大 中 小”“发布时间：”“来源：”“浏览次数：”“分享到”“打印本页”“当前位置：首页”“索引号：”“点击查看”“上一页”等；网址只提醒。
    为什么：从网站复制旧报告时带进来的，不是正文。
    怎么改：删去。
    """
    for number, block in enumerate(material.blocks):
        if next(_triggers().places(block.text), None) is None:
            continue
        start, end = _stretch(block.text)
        address = None if end or _POINTS_TO.search(block.text) else _ADDRESS.search(block.text)
        if end:
            words = block.text[start:end].strip()
            shown = f"{words[:_SHOWN]}……" if len(words) > _SHOWN else words
            message, sure = f"“{shown}”是网页上的东西。", not start or 2 * (end - start) >= len(block.text)
            level = Level.ERROR if sure else Level.WARNING
            yield Finding(message, "删去这些网页文字。", number, start, end, level=level)
        elif address:
            message = f"正文里有网址“{address.group()[:30]}”。"
            fix = "从网页带来的，删去；确要写的，写网站名称。"
            yield Finding(message, fix, number, *address.span(), level=Level.WARNING)


_SHOWN, _APART = 30, 24


@cache
def _triggers() -> WordSearch:
    return WordSearch(_TRIGGERS)


def _stretch(text: str) -> tuple[int, int]:
    """Give the first stretch of what a web page leaves, labels and buttons near together as one; (0, 0) if none.

    What stands in quotation marks is the name of a button that the report speaks of.
    """
    spans = sorted(
        match.span()
        for shape in (_FURNITURE, _LABEL, _BUTTONS, _CODE)
        for match in shape.finditer(text)
        if not is_quoted(text, match.start())
    )
    start, end = spans[0] if spans else (0, 0)
    for begins, ends in spans[1:]:
        if begins - end > _APART:
            break
        end = max(end, ends)
    return start, end
