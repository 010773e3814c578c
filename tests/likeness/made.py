"""Made reports with planted copies: own prose of many frames and words, and what was copied from whom.

The words are common ones of templates/文字, the commoner the oftener; frames, verbs and ends of clauses recur in all
reports, as they do in real ones, and so do stock clauses that half of the sentences have, some of them nothing else:
what units have in common without copying. The same number gives the same corpus.
"""

import random
from itertools import accumulate
from typing import NamedTuple

from generator.wordlist import common_words


def _listed(words):
    return words.split()


KINDS = ("整段照抄", "改了地名和数", "打乱次序", "八个词改一个")
_VOCABULARY, _STOCK, _SENTENCES = 3000, 400, 40
_FRAMES = (
    "在{地}{做}{词}{词}{物}", "围绕{词}{词}{做}{词}{物}", "针对{词}{词}问题，{做}{词}{物}", "由{人}牵头{做}{词}{词}{物}",
    "对{词}{词}{做}{词}{物}{数}", "把{词}{词}纳入{词}{物}", "组织{人}到{地}{做}{词}{物}{数}", "依托{词}{词}{物}{做}{词}{词}",
    "会同{人}{做}{词}{词}{物}", "通过{词}{词}、{词}{物}等办法{做}{词}", "{做}“{词}{词}”{物}{数}", "为{人}{做}{词}{词}{物}",
    "每月在{地}{做}{词}{词}{物}", "{人}逐户{做}{词}{词}", "利用{词}{词}{物}向{人}{做}{词}", "按照{词}{词}要求{做}{词}{物}",
)  # fmt: skip
_DONE = _listed(
    "开展 推进 组织 落实 完善 建立 加强 强化 推动 规范 深化 健全 做好 抓好 制定 梳理 排查 整治 宣讲 讲解 核对 登记 走访 回访 化解 受理 "
    "督促 检查 帮助 指导 培训 汇总 公示 更新 调整 设置 搭建 打造 选派 邀请 发放 张贴 播放 举办 召开 研究 通报 评查 考核 整改 协调"
)
_THINGS = _listed(
    "工作 活动 机制 制度 队伍 平台 台账 清单 网格 阵地 专班 方案 流程 案卷 台账 热线 窗口 课堂 讲座 集市 公示栏 工作室 议事会 联席会 责任制 示范点 服务站 "
    "宣传栏 微信群 调解室"
)
_WHO = _listed(
    "司法所 综治办 派出所 执法队 网格员 调解员 法律顾问 村干部 党员 志愿者 律师 妇联 老党员 商户 企业 学校 居民 村民 务工人员 青少年 老年人 残疾人"
    " 信访办 应急办 市场所 自然资源所 便民中心 退役军人站 民兵 乡贤"
)
_ENDS = (
    "，做到{词}{词}", "，{词}{词}明显好转", "，有效{做}{词}{词}", "，形成{词}{词}{物}", "，让{人}{词}{词}", "，{做}{词}{物}{数}", "，实现{词}{词}",
    "，确保{词}{词}不走样", "，避免{词}{词}", "，共{做}{词}{数}",
)  # fmt: skip
_UNITS = _listed("件 起 次 场 人次 份 户 个 条 处 人")
_SURNAMES = (
    "刘王李张陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
)
_STEMS = _listed("大 小 东 西 南 北 上 下 前 后 新 老 龙 凤 白 青 红 清 石 双 柳 桃 杏 松 竹 梅 金 银 玉 泉")
_PLACES = _listed("家 庄 岭 湾 沟 桥 店 坡 塘 河 口 园 寨 堡 井 坪 洼 台 屯")


class MadeReport(NamedTuple):
    """One made report: its unit, its villages, and its own sentences, each as its words."""

    unit: str
    villages: tuple[str, ...]
    sentences: list[list[str]]

    @property
    def texts(self):
        return ["".join(words) for words in self.sentences]


class Planted(NamedTuple):
    """One copy: from whom to whom, how it was changed, and the pairs of sentences that are its truth."""

    donor: int
    taker: int
    kind: str
    pairs: tuple[tuple[int, int], ...]


class _Maker:
    def __init__(self, seed):
        self.seed, self.random = seed, random.Random(seed)
        self.words = random.Random(1).sample(sorted(common_words()), _VOCABULARY)
        self.weights = list(accumulate(1 / (rank + 60) for rank in range(len(self.words))))
        self.stock = [self.filled(self.random.choice(_FRAMES), ("各",)) for _ in range(_STOCK)]

    def word(self):
        return self.random.choices(self.words, cum_weights=self.weights)[0]

    def village(self):
        pick = self.random.choice
        stem = pick(_STEMS) if self.random.random() < 0.3 else ""
        return stem + pick(_SURNAMES) + pick(_PLACES)

    def unit(self, number):
        pick = self.random.choice
        return f"{pick(_STEMS)}{pick(_SURNAMES)}{'镇' if number % 3 else '街道'}"

    def report(self, number):
        self.random = random.Random(f"{self.seed}/{number}")
        villages = tuple(self.village() for _ in range(6))
        own = [self.sentence(villages) for _ in range(_SENTENCES)]
        return MadeReport(f"{self.unit(number)}{number}", villages, own)

    def sentence(self, villages):
        pick, chance = self.random.choice, self.random.random()
        if chance < 0.1:
            return [*pick(self.stock), "，", *pick(self.stock), "。"]
        own = self.filled(
            pick(_FRAMES) + pick(_ENDS) + (pick(_ENDS) if self.random.random() < 0.5 else ""), villages
        )
        return [*pick(self.stock), "，", *own, "。"] if chance < 0.5 else [*own, "。"]

    def filled(self, frame, villages):
        words, rest = [], frame
        while rest:
            if rest[0] == "{":
                words.append(self.slot(rest[1], villages))
                rest = rest[3:]
            else:
                literal = rest.partition("{")[0]
                words += [literal[at : at + 2] for at in range(0, len(literal), 2)]
                rest = rest[len(literal) :]
        return words

    def slot(self, name, villages):
        pick = self.random.choice
        if name == "词":
            return self.word()
        if name == "地":
            return f"{pick(villages)}村"
        if name == "数":
            return f"{self.random.randint(2, 400)}{pick(_UNITS)}"
        return pick({"做": _DONE, "物": _THINGS, "人": _WHO}[name])


def made_corpus(count, seed=7):
    """Give an iterator over so many reports, and the copies planted in one of 25, of each kind as many."""
    maker = _Maker(seed)
    numbers = list(range(count))
    maker.random.shuffle(numbers)
    copies = max(len(KINDS), count // 25)
    pairs = list(zip(numbers[::2], numbers[1::2], strict=False))[:copies]
    planted = [
        _plan(maker.random, donor, taker, KINDS[number % len(KINDS)])
        for number, (donor, taker) in enumerate(pairs)
    ]
    return _reports(maker, count, {one.taker: one for one in planted}), planted


def _reports(maker, count, copies):
    for number in range(count):
        report = maker.report(number)
        if number in copies:
            _plant(maker, copies[number], maker.report(copies[number].donor), report)
        yield report


def _plan(rng, donor, taker, kind):
    many = rng.randint(8, 14)
    start, to = (rng.randrange(_SENTENCES - many) for _ in range(2))
    order = list(range(many))
    if kind == "打乱次序":
        rng.shuffle(order)
    return Planted(
        donor, taker, kind, tuple((start + number, to + place) for place, number in enumerate(order))
    )


def _plant(maker, copy, give, take):
    rng = maker.random = random.Random(f"{maker.seed}/{copy.taker}/copy")
    names = dict(zip(give.villages, take.villages, strict=True))
    for number, place in copy.pairs:
        words = give.sentences[number]
        if copy.kind == "改了地名和数":
            words = [_renamed(rng, word, names) for word in words]
        elif copy.kind == "八个词改一个":
            words = [maker.word() if len(word) > 1 and rng.random() < 1 / 8 else word for word in words]
        take.sentences[place] = list(words)


def _renamed(rng, word, names):
    if word.endswith("村") and word[:-1] in names:
        return f"{names[word[:-1]]}村"
    return f"{rng.randint(2, 400)}{word.lstrip('0123456789')}" if word[0].isdigit() else word
