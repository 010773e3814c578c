"""Where 地 or 得 stands by itself between words that ask for 的, or for the other of the two."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.segment import words_in
from generator.checks.vocabulary import official_words
from generator.patterns import pattern

_HOW = frozenset(
    (
        "严格 依规 专门 主动 优先 依法 充分 先后 公平 公正 公开 共同 全面 准确 切实 单独 及时 坚定 坚决 妥善 完整 安全 密切 并行 广泛 强制 快速 恶劣 扎实 持续 按时 按期 明显 明确 显著"
        " 平等 平衡 无偿 有效 有序 有力 有利 民主 永久 深入 清楚 满意 特别 独立 积极 科学 立即 稳定 稳妥 精准 紧急 统一 综合 联合 自主 自觉 自愿 良好 规范 认真 详细 负责 迅速 适当"
        " 适时 逐步 逐级 逐项 逐一 重点 长期 随机 随意 集中 非法 顺畅 顺利 高效 高度 健康 分别 反复 合法 合理 同步 同等 定期 普遍 文明 方便 清晰 热情 直接 相互 真实 真正 真诚 真心"
        " 简易 自动 足额 违法 违规 透明 随时 频繁 具体 大力 大量 尽快 成功 故意 正常 正确 正式 牢固 牢牢 细致 客观 灵活 生动 形象 深刻 更好 很好 较好 最大 极大 更多 不断 逐渐 渐渐"
        " 慢慢 悄悄 默默 紧紧 耐心 虚心 热心 诚恳 谨慎 审慎 慎重 果断 大胆 勇敢 努力 竭力 尽力 着力 全力 奋力 合力 稳步 稳健 平稳 圆满 完全 彻底 全部 一致 一味 简单 轻易 盲目"
        " 片面 机械 被动 消极 粗暴 粗放 过度 过分 过多 过快 不当 恰当 适度 严肃 严厉 严密 严谨 周密 周到 贴心 温馨 友好 和谐 便捷 便利 熟练 专业 系统 分类 分批 分层 分级 如实 如期"
        " 按需 就地 当场 当面 在线 公然 擅自 私自 偷偷 突出 鲜明 旗帜 根本 本能 自然 必然 显然 不同 有机 立体 动态 静态 实时 无私 忘我 踏实 务实 朴实 高兴 愉快 幸福 自豪 骄傲"
        " 坦诚 理性 感性 理智 冷静 从容 敏锐 敏捷 准时 尽早 及早 过早 深远 长远 长久 持久 广大 强烈 激烈 热烈 猛烈 剧烈 经常 时常 常常 往往 多次 频频 屡次 一再 再三 永远 始终"
        " 随便 任意 无序 有形 无形 无声 相对 绝对 不懈 细心 用心 精心 悉心 潜心 专心 诚心 一心 尽心 放心 安心 省心 舒心 全程 全员 全天 现场 实地 快捷 快乐 轻松 直观 通俗 由衷"
    ).split()
)
"""What stands before 地 and says how something is done."""
_THING = frozenset(
    (
        "工作 活动 机制 制度 体系 措施 办法 作用 方式 途径 手段 成效 效果 能力 水平 力度 局面 态势 格局 氛围 环境 基础 意识 态度 精神 作风 流程 程序 方案 经验 做法 路径 载体 平台"
        " 情况 任务 责任 力量 队伍 人员 模式 过程 标准 条件 案件 问题 意见 网络 阵地 原则 目标 策略 功能 关系 时间 程度 范围 质量 效率 主体 部门 体制 法律 法规 法治 权益 利益 诉求"
        " 需求 群众 干部 企业 单位 村民 居民 社区 纠纷 矛盾 隐患 风险 行政 政策 思想 理念 思维 观念 素养 信息 资料 知识 事项 项目 机关 政府 社会 基层 乡村 秩序 事业 内容 形式 渠道"
        " 特点 优势 特色 品牌 文化 资源 成果 成绩 进展 原因 根源 难题 短板 不足 差距 建议 依据 文件 文书 合同 协议 台账 清单 证据 材料 经费 资金 设施 设备 场所 窗口 中心"
    ).split()
)
"""What is a thing, and never something done."""
_HOW_MUCH = pattern(
    "更|很|不|没|比较|较|非常|十分|相当|越|太|挺|极|最|特别|格外|尤|无比|如此|这|那|到位|扎实|明显|清楚|明白|彻底|及时|规范|透彻|准确|圆满|顺利|妥当|细致|周到|有[力效序声条模]"
    "|井|风生|红红|热火|如火|淋漓|扎扎|实实|清清|明明|严严|稳稳|头头|滴水|家喻|心服|[好快慢实细深稳准严紧牢远高多少大住出了过上下来去开通懂清起着满足像当一连]"
)
"""What 得 goes on with."""
_GETTING = frozenset("深喜荣夺博求方皆共均可既已未才仅又须必所使获取赢")
_PLACES = frozenset(
    (
        "所在 发生 居住 户籍 行为 集散 经营 生产 办公 聚集 安置 施工 存放 堆放 流入 流出 输出 案发 事发 执行 注册 作业 种植 养殖 来源 居留 迁入 迁出 复垦 目的 发源 产权"
        " 诞生 出生 登记 承办 举办 驻扎 宅基 自留 责任 承包 绿化 闲置 规划 项目 开发 储备 流转 三产 农业 工业 商业 住宅 公共 边角 空闲 归属 原籍 接收 移交"
    ).split()
)
"""What a place is named by: 行为地, 户籍地."""
_BEGINS_HOW = frozenset("高多全零大有无不最很更较越非低分逐因")
_AFTER_HOW = pattern("[性然般样式化]$")


_OF_ONE = frozenset(
    "党村镇乡县市区局办户人时后中前费性会法队员者家款金物品案件站所室院校厂店车路线面点量值用"
)
"""Nouns of one character, which nothing is done like; most are the last of a longer name."""
_PARTS = tuple(
    (pattern(shape), right)
    for shape, right in (
        (
            "耕(?P<at>的)(?=[一-龥])|阵(?P<at2>的)(?!法)|宅基(?P<at3>的)|征(?P<at4>的)(?=拆|补偿)|属(?P<at5>的)(?=管理|原则|责任)"
            "|就(?P<at6>的)(?=化解|解决|调解|处理)|实(?P<at7>的)(?=[检核察走查调看])|田间(?P<at8>的)头|因(?P<at10>的)制宜",
            "地",
        ),
        (
            "(?P<at>的)(?=质灾害|方(?:性法规|标准|政府|特色|实际|党委)|税(?:局|部门|合并)|下(?:车库|空间|水|室|管)|震(?:局|应急|演))|(?:边界|山|景|外|农村|老|部分|各|偏远)(?P<at2>的)区",
            "地",
        ),
        (
            "(?P<at>的)(?=到(?:了|有效|进一步|切实|充分|及时|妥善|圆满|全面|较大|明显|很大|不断|改善|落实|解决|提升|提高|加强|化解|保障|增强|发挥|遏制|认可|肯定|好评|群众|上级|规范))"
            "|(?P<at2>的)(?=以(?:有效|进一步|切实|充分|及时|妥善|圆满|全面|顺利|解决|化解|实现|落实|提升|缓解|保障|规范|开展|推进))|心(?P<at3>的)(?=体会)",
            "得",
        ),
    )
)
"""Words that have 地 or 得 in them, with 的 in its place."""


def misplaced_particles(text: str) -> Iterator[tuple[int, str]]:
    """Give the place of each 的, 地 and 得 where another of them belongs by the words beside it, and which.

    得 goes on with how, or how much; 地 comes after how. Both are seldom said in official prose, and after a noun never.
    """
    for shape, right in _PARTS if "的" in text else ():
        for match in shape.finditer(text):
            yield match.start(match.lastgroup or 0), right
    if "地" not in text and "得" not in text:
        return
    for words in words_in(text):
        for before, (at, end), after in zip(words, words[1:], words[2:], strict=False):
            if end - at == 1 and text[at] in "地得":
                meant = _meant(text[at], text[slice(*before)], text[slice(*after)], text[end : end + 4])
                if meant:
                    yield at, meant


def _meant(sign: str, before: str, behind: str, rest: str) -> str:
    """Give what belongs between two words where a sign stands; nothing where it may be right."""
    if before[-1] in _GETTING or (len(before) < 2 and before not in _OF_ONE):
        return ""
    how = len(before) > 1 and _says_how(before)
    if sign == "得":
        return "" if _HOW_MUCH.match(rest) else "地" if how and behind not in _THING else "的"
    if before in _PLACES or len(behind) < 2 and before != "党":
        return ""
    return "的" if behind in _THING or not how else ""


def _says_how(word: str) -> bool:
    """Tell whether a word may say how something is done."""
    if word in _HOW or word[-2:] in _HOW or len(set(word)) < len(word):
        return True
    if len(word) > 2:
        return word[0] in _BEGINS_HOW or word[-2:] not in official_words()
    return bool(_AFTER_HOW.search(word)) or word not in official_words()
