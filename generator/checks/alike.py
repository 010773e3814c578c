"""Characters that are mistaken for one another: of the same sound, or of a like shape."""

from __future__ import annotations

from functools import cache

from generator.checks.vocabulary import sound_groups, sounds

_SHAPES = (
    "问间阐 未末 己已巳 辩辨辫 拔拨 侯候 析折拆 晴睛清情请 治冶 密蜜 券卷 贷货 免兔 准淮 住往佳 没设投 话活 持待特 历厉 竟竞 缓援暖 提题堤 项顷 职织识 稳隐 措借错"
    " 微徽 慢漫 扬杨场 护沪 评坪 论轮沦 核该刻 编遍偏骗 纪记级 构沟购 健建键 彻切 责贵 部陪 规现观 效郊校 政攻改致 审宙 查香杳 宣宜 传转 务各 入人 土士 大太 天夭 千干于 日曰目 今令 予矛 师帅"
    " 徒徙 侍待 隶隶 施旋 障章 导寻 层屋 惩征 罚罗 裁栽载 综棕 促捉 制刷 证正 法去 察祭 源原 矫娇 协办 复夏 议仪 诉拆 讼松 排徘 序予 纠纤 纷份分粉 质盾 环坏 境镜竟 确却 充允 挥辉"
    " 强弱张 度渡 群郡 众从 组阻租 镇填 街衔 档挡 案按 履覆 评坪平 拨拔 沟勾构 园圆员 烈裂列 毫豪 助肋 査查 箱厢 调条跳 重众种 行形型刑性 长掌章 校效 率律 省醒 系细 识实施时事"
    " 授援 若诺 级组 栏拦兰 遣遗 稳隐 捐损 撤撒 募幕慕 辩辨 预顶项"
    " 属署术 传专转 博愽搏 导异寻 券卷 绩续 漏偏 概慨 誉誊 戒戎 薄簿溥 燥躁噪 拆折 析拆"
)


@cache
def _shapes() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, group in enumerate(_SHAPES.split()):
        for sign in group:
            groups.setdefault(sign, set()).add(number)
    return {sign: frozenset(numbers) for sign, numbers in groups.items()}


def are_alike(one: str, other: str) -> bool:
    """Tell whether two different characters sound or look alike."""
    if one == other:
        return False
    sound = sounds()
    if one in sound and sound.get(one) == sound.get(other):
        return True
    shapes = _shapes()
    return bool(shapes.get(one, frozenset()) & shapes.get(other, frozenset()))


@cache
def like_characters(sign: str) -> tuple[str, ...]:
    """Give all characters that sound or look like one."""
    return tuple(sorted({other for group in _groups().get(sign, ()) for other in group} - {sign}))


@cache
def _groups() -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for group in (*_SHAPES.split(), *sound_groups()):
        for sign in group:
            groups.setdefault(sign, []).append(group)
    return groups
