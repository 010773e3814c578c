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
    " 拖施 栓检 巿市 戌戍戊 兢竞 竣峻俊 茶荼 暑署 弛驰 赂贿 狠狼很 沦沧 帐胀 幅辐副 缉辑 诊珍 郎朗 伙伏 冒昌 帽冒 拒柜 技枝 抢枪"
    " 抗杭 掉棹 廷延 迁迂 逐遂 迫追 递涕 遵尊 遭糟 益盖 盲育 直真 置罩 羞差 支文 力刀 今令 户尸 厂广 厅厄 原愿 厦厚 卫卸 印卯"
    " 即既 却劫 变弯 右石 句旬 司同 各名 吏史 呈皇 员圆 哀衰衷 商南 喜善 困因囚 坊访防 块快决 坛坟 埋理 基墓 域城 堂党"
    " 壮状 夕歹 失矢夫 头买 奖浆桨 姓性 娱误 孤狐 官宫 容客 寨塞赛 局居 届屈 层屡 岗冈 库军 座坐 庭廷 弊蔽 影景 律津 徇询 得碍"
    " 循盾 忆亿 忙芒 怀坏 恒桓 悉采 悔诲 惑感 惕踢 惠慧 偷愉 扎札 扩旷 扫归 扶抚 抄秒 抉块 抓抵 护沪 披被 担但 拟似 拨泼 择译泽"
    " 活括话 拾恰 指脂 挑桃 捕浦 损涓 换焕 据剧 排徘 探深 接按 提堤 插播 揭竭 搜披 摄慑 摊滩 撑掌 播潘 改玫 攻功 敏繁 救球"
    " 斗头 料科 斜徐 族旋 早旱 明朋 晚挽 未末 村材 束柬 来末 板版 析折 林材 架驾 某谋 栏拦 案安 桥侨 检捡险 模摸 横黄 款疑 母毋"
    " 汇江 池地 沟钩 注往 洁结 浓农 海每 消稍 渐惭 湾弯 溯朔 满瞒 漏露 激邀"
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


def are_twice_alike(one: str, other: str) -> bool:
    """Tell whether two different characters both sound and look alike: 捡 and 检."""
    same = one != other and one in sounds() and sounds()[one] == sounds().get(other)
    return same and bool(_shapes().get(one, frozenset()) & _shapes().get(other, frozenset()))


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
