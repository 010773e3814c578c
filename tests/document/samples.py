"""Reports for the tests of the document package; unit, figures and sentences are invented."""

from __future__ import annotations

OPENING = (
    "2023年，云溪镇党委、政府坚持以习近平新时代中国特色社会主义思想为指导，认真落实《法治政府建设实施纲要（2021—2025年）》，"
    "围绕“平安云溪、法治云溪”建设依法履行职责。现将2023年度法治政府建设情况报告如下。"
)
SECTIONS = {
    "推进法治政府建设的主要举措和成效": [
        (
            "健全依法决策机制",
            (
                "一是完善议事规则。修订《云溪镇人民政府工作规则》，把合法性审查列为决策的必经程序，全年审查合同、协议47件，提出修改意见112条。二是扩大公众参与。召开镇村两级听证会6次，听取代表意见38条，"
                "采纳29条，采纳率76.32%。"
            ),
        ),
        (
            "规范行政执法行为",
            "全镇现有持证执法人员12名，组织执法培训4期，参训86人次；立案31件，办结29件，办结率93.55%，未发生行政复议被撤销、行政诉讼败诉案件。",
        ),
        (
            "深化法治宣传教育",
            (
                "结合“3·15”国际消费者权益日、“4·15”全民国家安全教育日、“12·4”国家宪法日等节点开展普法活动36场次，发放资料9500余份，受教育群众1.2万余人次；建成“石桥法治文化广场”1处"
                "，利用LED显示屏、微信公众号推送普法信息210条。"
            ),
        ),
        (
            "多元化解矛盾纠纷",
            "整合司法所、派出所、综治中心力量，健全“镇、村、网格”三级调解网络，培育“王大姐说事室”“老陈调解室”等品牌，全年排查矛盾纠纷203件，调解成功198件，成功率97.54%。",
        ),
        ("推进政务公开", "通过政府网站主动公开政府信息164条，办理依申请公开3件，均按期答复。"),
    ],
    "党政主要负责人履行推进法治建设第一责任人职责情况": [
        (
            "带头学法用法",
            "镇党委理论学习中心组专题学习习近平法治思想5次，镇长办公会会前学法11次，主要负责人讲法治专题党课2次。",
        ),
        (
            "统筹部署推进",
            "召开法治建设工作会议4次，研究解决执法装备、人员编制等问题9个，将法治建设纳入村（社区）年度考核，分值占比提高到12%。",
        ),
    ],
    "推进法治政府建设存在的不足和原因": [
        (
            "执法力量与任务不匹配",
            "承接县级下放执法事项61项，而持证人员仅12名，人均承担事项较多。主要原因是编制有限，专业人员引进难、留住难。",
        ),
        (
            "普法形式较为单一",
            "外出务工人员、青少年接受普法少。主要原因是活动多安排在工作日，线上内容更新慢。",
        ),
    ],
    "2024年推进法治政府建设的主要安排": [
        (
            "充实执法力量",
            "针对执法力量不足，6月底前组织4名工作人员参加执法资格考试，与县综合行政执法局联合办案不少于10次。",
        ),
        (
            "丰富普法形式",
            "针对普法形式单一，利用春节返乡时段开展“乡音普法”活动8场，每月更新线上普法短视频2部。",
        ),
    ],
}
ORDINALS = "一二三四五六七八九十"
UNIT, DATE = "云溪镇人民政府", "2024年1月15日"


def report(  # noqa: PLR0913 -- the parts of a report
    title: str = "云溪镇2023年法治政府建设年度报告",
    *,
    front: str = "",
    addressee: str = "",
    opening: str = OPENING,
    body: str = "",
    after: str = "",
    units: tuple[str, ...] = (UNIT,),
    date: str = DATE,
    appendices: str = "",
) -> str:
    """Put a report together; `body` takes the place of the four parts, `after` follows them."""
    head = f"---\n{front}\n---\n" if front else ""
    blocks = [f"{head}# {title}", addressee, opening, body or parts(), after, *units, date, appendices]
    return "\n\n".join(block for block in blocks if block) + "\n"


def parts(times: int = 1) -> str:
    """Give the four parts, their sections repeated."""
    lines = []
    for number, (heading, sections) in enumerate(SECTIONS.items()):
        lines.append(f"## {ORDINALS[number]}、{heading}")
        for count, (name, text) in enumerate(sections * times):
            lines += [f"### （{ORDINALS[count]}）{name}", text]
    return "\n\n".join(lines)


TABLE = """| 项目 | 单位 | 2022年 | 2023年 | 说明 |
|---|:-:|--:|--:|---|
""" + "\n".join(
    f"| {name}（第{number}项） | {unit} | {number * 7} | {number * 9 + 3} | 由{office}提供 |"
    for number, (name, unit, office) in enumerate(
        [
            ("普法活动", "场次", "司法所"),
            ("立案", "件", "综合行政执法队"),
            ("调解纠纷", "件", "综治中心"),
            ("公开信息", "条", "党政办公室"),
        ]
        * 11,
        1,
    )
)
CHART = """```图表
标题: 2022年、2023年主要工作量
单位: 件
项目: [立案, 办结, 调解, 公开]
数据:
  2022年: [26, 25, 187, 141]
  2023年: [31, 29, 198, 164]
```"""
FORMAL = """版头:
  份号: "000012"
  密级: 机密★1年
  紧急程度: 特急
  发文机关标志: 云溪镇人民政府文件
  发文字号: 云政发〔2024〕3号
  签发人: 陈某某
版记:
  抄送: [县委全面依法治县委员会办公室, 县司法局, 县人大常委会办公室, 各村（居）民委员会]
  印发机关: 云溪镇党政综合办公室
  印发日期: 2024-01-17"""

VARIANTS: dict[str, str] = {
    "plain": report(),
    "long": report(body=parts(2)),
    "addressee": report(addressee="县委、县政府：", front="印章: 是"),
    "joint": report(
        "中共云溪镇委员会 云溪镇人民政府2023年度法治政府建设情况报告",
        addressee="中共临江县委、临江县人民政府：",
        units=("中共云溪镇委员会", "云溪镇人民政府"),
    ),
    "joint-sealed": report(
        "中共云溪镇委员会 云溪镇人民政府2023年度法治政府建设情况报告",
        front="印章: 是",
        units=("中共云溪镇委员会", "云溪镇人民政府"),
    ),
    "formal": report(front=FORMAL + "\n印章: 是", addressee="县人民政府："),
    "formal-signers": report(
        "中共临江县云溪镇委员会 临江县云溪镇人民政府关于2023年度法治政府建设情况的报告",
        front=FORMAL.replace("签发人: 陈某某", "签发人: [陈某某, 李某, 赵某某]").replace(
            "发文机关标志: 云溪镇人民政府文件", "发文机关标志: [中共云溪镇委员会, 云溪镇人民政府文件]"
        ),
        units=("中共临江县云溪镇委员会", "临江县云溪镇人民政府"),
    ),
    "title-three": report(
        "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗云溪镇人民政府2023年度法治政府建设情况报告"
    ),
    "one-page": report(
        body="## 一、主要举措\n\n### （一）健全机制\n\n全年审查合同47件。\n\n## 二、下一步安排\n\n组织执法培训4期。"
    ),
    "annexes": report(
        after="附件：1.云溪镇2023年法治政府建设工作数据表\n\n2.云溪镇2022年、2023年主要工作量对比图，名称较长时在第二行与名称首字对齐",
        appendices=f"# 附件1 云溪镇2023年法治政府建设工作数据表\n\n{TABLE}\n\n# 附件2 云溪镇主要工作量对比图\n\n{CHART}",
    ),
    "annex": report(
        after="附件：云溪镇2023年法治政府建设工作数据表和主要工作量对比图，名称较长时第二行与名称首字对齐",
        appendices=f"# 附件 数据表和对比图\n\n表1 工作数据\n\n{TABLE}\n\n{CHART}",
    ),
    "levels": report(
        body="## 一、主要举措和成效\n\n### （一）依法决策\n\n#### 1.完善规则\n\n修订工作规则1件。\n\n#### 2.听取意见\n\n"
        "##### （1）听证会\n\n召开听证会6次，听取意见38条。\n\n##### （2）座谈会\n\n召开座谈会9次。\n\n### （二）规范执法\n\n立案31件。"
    ),
}

FILLER = "坚持问题导向，逐项对照年度任务清单查找短板，明确整改时限和责任人员，按月调度进展并向班子会议报告"


def edge(characters: int, *, front: str = "", times: int = 1) -> str:
    """Give a report whose last paragraph has a given length, to move the signature over the page's edge."""
    text = (FILLER + "，") * (characters // len(FILLER) + 1)
    body = parts(times) + f"\n\n### （三）强化督促检查\n\n{text[: characters - 1]}。"
    return report(front=front, body=body)


EDGES = {
    **{f"edge-{length}": edge(length) for length in range(30, 290, 37)},
    **{f"edge-long-{length}": edge(length, times=2) for length in (120, 270, 480)},
    **{f"edge-formal-{length}": edge(length, front=FORMAL, times=2) for length in (310, 480, 540)},
}
"""Reports whose last paragraphs put the signature on every part of the page."""
