"""What every facts file has besides its topics: the unit, the year, shortcomings, plans, signature."""

from __future__ import annotations

from datetime import date

from generator.facts.days import UNTIL, is_last_of_year
from generator.facts.history import FORMAT
from generator.facts.locked import LOCKED
from generator.facts.notice import Notice
from generator.facts.notice_terms import BY_YEAR, LAST_YEAR
from generator.facts.records import Places, Record, part, parts_of
from generator.yamltext.path import Path


class Territory(Record):
    """辖区: the villages and urban communities below a township, each a number or its names."""

    villages: Places = part("村", "村居", "行政村，写个数或逐个写名称；没有的写0", None)
    communities: Places = part("社区", "村居", "社区，写个数或逐个写名称；没有的写0", None)


class Unit(Record):
    """单位: who reports."""

    names: tuple[str, ...] = part("名称", "逐行", "发文机关全称，署名用；联合发文的逐行写", ())
    short: str = part("简称", "照写", "正文和标题里的称呼，如稷下街道；不写则取全称")
    level: str | None = part("级别", "级别", "乡、民族乡、镇、街道、县区、部门", None)
    superior: str = part(
        "上级", "照写", "上一级的名称，如临淄区，决定写区委还是县委；不写则写“上级党委、政府”"
    )
    territory: Territory = part(
        "辖区", "分项", "下辖的村和社区，决定报告里写村（社区）、村还是社区", Territory(), Territory
    )
    population: str = part("人口", "照写", "常住人口，供核对数据用，不写进报告")


class OpeningFacts(Record):
    """导语: its clauses; none is printed that is not written here."""

    text: str = part("正文", "照写", "整段导语自己写的，写在这里，程序照用")
    led_by: str = part(
        "领导", "照写", "在谁的领导下，如区委、区政府；写“上级党委、政府”的，填了“上级”就照上级印"
    )
    guided_by: str = part("指导", "照写", "还受谁指导，如区委全面依法治区委员会办公室")
    thought: str = part("指导思想", "照写", "以什么为指导，如习近平新时代中国特色社会主义思想")
    studied: str = part("法治思想", "照写", "学习贯彻的法治思想，用全称，如习近平法治思想")
    spirit: str = part("会议精神", "照写", "贯彻的会议精神，如党的二十大精神")
    speech: str = part("讲话", "照写", "总书记视察本地的讲话，如习近平总书记视察山东重要讲话精神")
    fulfilling: tuple[str, ...] = part("落实", "逐行", "上级的文件、要点、部署，逐行写", ())
    goal: str = part("目标", "照写", "围绕的目标，如“平安稷下、法治稷下”建设")
    measures: str = part("举措", "照写", "一句话概括做法")
    effect: str = part("成效", "照写", "一句话概括成效，须有依据")


class Rectified(Record):
    """One of last year's shortcomings, or of its plans, and what became of it (上年整改)."""

    problem: str = part("问题", "题目", "上年度报告里的不足")
    plan: str = part("计划", "照写", "上年度报告里的安排，一条里与“问题”写一个")
    measure: str = part("措施", "照写", "本年度怎么整改的")
    effect: str = part("成效", "照写", "整改后的情况")
    state: str = part("状态", "照写", "已完成、基本完成、持续推进")


class Shortcoming(Record):
    """One 不足 with how it shows and why."""

    chosen: str = part("选用", "照写", "常见不足库里的名称，未写的各项按库填")
    problem: str = part("问题", "题目", "一句话写明不足，十五字左右，作小标题")
    signs: tuple[str, ...] = part(
        "表现", "逐行", "具体表现；有几样的逐行写，哪一样另有原因，写在那一行里", ()
    )
    cause: str = part("原因", "照写", "原因，材料里有的才写，不编")
    body: tuple[str, ...] = part("正文", "逐行", "整条自己写的，逐句写，代替以上各项", ())

    @property
    def shown(self) -> str:
        """How it shows, in one text."""
        return "；".join(self.signs)


class Plan(Record):
    """One item of next year's work."""

    chosen: str = part("选用", "照写", "常见计划库里的名称，未写的各项按库填")
    title: str = part("标题", "题目", "小标题，十五字左右")
    measures: tuple[str, ...] = part("措施", "逐行", "具体做法；有几条的逐行写", ())
    answers: str = part("针对", "照写", "针对的不足，与“问题”写法一致")
    until: str = part("时限", "照写", "完成时间，如6月底前")
    office: str = part("责任科室", "照写", "牵头的科室")
    target: str = part("目标", "照写", "量化目标，如新增持证执法人员2名")
    body: tuple[str, ...] = part("正文", "逐行", "整条自己写的，逐句写，代替以上各项", ())


class Signature(Record):
    """落款: unit and day."""

    day: date | None = part("日期", "年月日", "成文日期，如2024-01-20", None)
    names: tuple[str, ...] = part("单位", "逐行", "署名，不写则用单位名称", ())
    seal: bool = part("印章", "可否", "是否加盖印章，决定署名和日期的位置", default=False)


class Letterhead(Record):
    """版头 of a formal 公文 (GB/T 9704-2012, 7.2)."""

    mark: str = part("发文机关标志", "照写", "如稷下街道办事处文件")
    number: str = part("发文字号", "照写", "如稷办发〔2024〕3号")
    signer: tuple[str, ...] = part("签发人", "逐行", "上行文写签发人姓名", ())
    copy_number: str = part("份号", "照写", "六位数字")
    secrecy: str = part("密级", "照写", "密级和保密期限")
    urgency: str = part("紧急程度", "照写", "特急、加急")


class Imprint(Record):
    """版记 of a formal 公文 (GB/T 9704-2012, 7.4)."""

    copies: tuple[str, ...] = part("抄送", "逐行", "抄送机关", ())
    printer: str = part("印发机关", "照写", "如稷下街道党政办公室")
    printed: date | None = part("印发日期", "年月日", "如2024-01-22", None)


class Silenced(Record):
    """One finding of a check that the clerk has looked at and lets stand, with his reason."""

    rule: str = part("规则", "照写", "规则代码，如文字-03")
    content: str = part("内容", "原文", "出现提示的那几个字；不写则整篇不查")
    reason: str = part("原因", "照写", "为什么可以不改，必填")


class Checking(Record):
    """检查: which findings stand."""

    silenced: tuple[Silenced, ...] = part("停用", "逐项", "看过后决定不改的提示", (), Silenced)


class Head(Record):
    """A facts file without the content of its topics."""

    year: int | None = part("年度", "年度", "报告年度，四位数字", None)
    as_of: date | None = part(
        UNTIL, "年月日", "全篇的数据截至哪一天，如2025-12-20；是全年的不写，写了就不印“全年”", None
    )
    unit: Unit = part("单位", "分项", "报告单位", Unit(), Unit)
    notice: Notice = part(
        "通知",
        "分项",
        "上级通知的要求，逐项写，或写上级发来的通知文件的名称；报告照着写，检查照着查",
        Notice(),
        Notice,
    )
    last_file: str = part("上年", "照写", "上年的事实文件，用来算同比；在同一文件夹的，写文件名就行")
    title: str = part("标题", "照写", "年度报告、情况报告、情况的报告、工作报告，或自己写的整个标题")
    addressees: tuple[str, ...] = part("主送机关", "逐行", "如区委、区政府；不写则无主送机关", ())
    opening: OpeningFacts = part("导语", "分项", "开头一段的各个成分", OpeningFacts(), OpeningFacts)
    mended: tuple[Rectified, ...] = part(
        "上年整改", "逐项", "上年度不足的整改、计划的完成情况", (), Rectified
    )
    measures: None = part("举措成效", "主题", "第一部分，标题和主题按报告里的先后写", None)
    duties: None = part("第一责任人", "主题", "第二部分", None)
    shortcomings: tuple[Shortcoming, ...] = part("不足", "逐项", "第三部分，三条左右", (), Shortcoming)
    plans: tuple[Plan, ...] = part("计划", "逐项", "第四部分，逐条对应不足", (), Plan)
    other: tuple[str, ...] = part("其他情况", "逐行", "其他需要报告的情况，没有的不写", ())
    signature: Signature = part("落款", "分项", "署名和成文日期", Signature(), Signature)
    letterhead: Letterhead | None = part("版头", "分项", "作为正式公文印发时写", None, Letterhead)
    imprint: Imprint | None = part("版记", "分项", "作为正式公文印发时写", None, Imprint)
    annexes: tuple[str, ...] = part("附件", "逐行", "附件名称", ())
    locked: tuple[str, ...] = part(
        LOCKED,
        "逐行",
        "报告里谁也不许顺手改的话，照报告里的样子逐句抄；--fix 和导入都不改它，变了就报错误",
        (),
    )
    checking: Checking = part("检查", "分项", "看过后决定不改的检查提示", Checking(), Checking)
    format: int | None = part(FORMAT, "版次", "这份文件是照哪一版写的，由程序写，不用改", None)

    @property
    def until(self) -> date | None:
        """The day on which the figures of the report end, None where that is the year's last."""
        return None if self.as_of and is_last_of_year(self.as_of) else self.as_of

    @property
    def last_called(self) -> str:
        """What last year is called in comparisons: 上年, or 2023年 where the notice asks for that."""
        by_year = self.notice.last_year == BY_YEAR and self.year
        return f"{self.year - 1}年" if by_year and self.year else LAST_YEAR

    @property
    def title_form(self) -> str:
        """The form of the title, or the whole of it: the file's own, else the notice's."""
        return self.title or self.notice.title

    @property
    def addressed_to(self) -> tuple[str, ...]:
        """Whom the report goes to: as the file says, else as the notice does."""
        return self.addressees or self.notice.addressees


def optional_paths() -> frozenset[Path]:
    """Give the keys that may be left empty as if not written: those whose note says what is taken then (不写则…)."""
    parts = [(one.name, parts_of(one.record)) for one in parts_of(Head).values() if one.record]
    return frozenset(
        (name, each.name) for name, keys in parts for each in keys.values() if "不写则" in each.note
    )
