"""What every facts file has besides its topics: the unit, the year, shortcomings, plans, signature."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from generator.facts.levels import LEVELS, canonical_level
from generator.topics.kinds import shortened
from generator.wording import DateError, read_date

OPENING_CLAUSES = ("领导", "指导思想", "法治思想", "会议精神", "纲要", "落实")
"""What an opening says of itself and can be told not to; the other clauses are there only when written."""


def _year(value: Any) -> int:
    text = str(value).strip().removesuffix("年度").removesuffix("年")
    if not (text.isdigit() and len(text) == 4 and text.isascii()):
        raise PydanticCustomError(
            "misread",
            "{message}",
            _both(f"“年度”应为四位年份，写的是“{shortened(str(value))}”", "例如“年度: 2023”。"),
        )
    if not 2012 <= int(text) <= 2099:
        raise PydanticCustomError(
            "misread", "{message}", _both(f"“年度”写的是{text}年，不像报告年度", "请核对年份。")
        )
    return int(text)


def _day(value: Any) -> date:
    if not isinstance(value, str):  # a list or a mapping
        raise PydanticCustomError(
            "misread", "{message}", _both("日期只能填一个，写的是一组", "例如“2024-01-20”。")
        )
    try:
        return read_date(value)
    except DateError as error:
        raise PydanticCustomError(
            "misread", "{message}", _both(f"日期写的是“{shortened(str(value))}”，{error.message}", error.fix)
        ) from error


def _level(value: Any) -> str:
    level = canonical_level(value) if isinstance(value, str) else None
    if level is None:
        raise PydanticCustomError(
            "misread",
            "{message}",
            _both(f"“级别”写的是“{shortened(str(value))}”", f"请在{'、'.join(LEVELS)}中选一个。"),
        )
    return level


def _yes(value: Any) -> bool:
    if value in {"是", "有"}:
        return True
    if value in {"否", "无"}:
        return False
    raise PydanticCustomError(
        "misread",
        "{message}",
        _both(f"只填“是”或“否”，写的是“{shortened(str(value))}”", "请改为“是”或“否”。"),
    )


def _texts(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _clauses(value: Any) -> Any:
    named = _texts(value)
    unknown = [one for one in named if one not in OPENING_CLAUSES] if isinstance(named, list) else []
    if unknown:
        raise PydanticCustomError(
            "misread",
            "{message}",
            _both(
                f"导语里没有“{shortened(str(unknown[0]))}”这个成分",
                f"可不写的：{'、'.join(OPENING_CLAUSES)}。",
            ),
        )
    return named


def _both(message: str, fix: str) -> dict[str, Any]:
    return {"message": message, "fix": fix}


# What an editor may accept is what is written, not what it becomes: hence a schema of its own for each.
Year = Annotated[int, BeforeValidator(_year), WithJsonSchema({"type": ["integer", "string"]})]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string"})]
UnitLevel = Annotated[str, BeforeValidator(_level), WithJsonSchema({"type": "string", "enum": list(LEVELS)})]
YesNo = Annotated[bool, BeforeValidator(_yes), WithJsonSchema({"type": "string", "enum": ["是", "否"]})]
Texts = Annotated[
    tuple[str, ...],
    BeforeValidator(_texts),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]


class Record(BaseModel):
    """A mapping of the facts file: Chinese keys, none unknown, an empty value is as good as none."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, cache_strings="none")

    @model_validator(mode="before")
    @classmethod
    def _leave_out_empty(cls, data: Any) -> Any:
        if not isinstance(data, dict) or "" not in data.values():
            return data
        known = {field.alias for field in cls.model_fields.values()}
        return {key: value for key, value in data.items() if value != "" or key not in known}


class Unit(Record):
    """单位: who reports."""

    names: Texts = Field(default=(), alias="名称", description="发文机关全称，署名用；联合发文的逐行写")
    short: str = Field(default="", alias="简称", description="正文和标题里的称呼，如稷下街道；不写则取全称")
    level: UnitLevel | None = Field(
        default=None, alias="级别", description="乡、民族乡、镇、街道、县区、部门"
    )
    superior: str = Field(default="", alias="上级", description="上一级的名称，如临淄区，决定写区委还是县委")
    population: str = Field(default="", alias="人口", description="常住人口，供核对数据用，不写进报告")


class OpeningFacts(Record):
    """导语: its switchable clauses."""

    text: str = Field(default="", alias="正文", description="整段导语自己写的，写在这里，程序照用")
    led_by: str = Field(default="", alias="领导", description="在谁的领导下，如区委、区政府；不写按上级填")
    guided_by: str = Field(default="", alias="指导", description="还受谁指导，如区委全面依法治区委员会办公室")
    spirit: str = Field(default="", alias="会议精神", description="不写按年度取；写了照用")
    fulfilling: Texts = Field(default=(), alias="落实", description="上级的文件、要点、部署，逐行写")
    goal: str = Field(default="", alias="目标", description="围绕的目标，如“平安稷下、法治稷下”建设")
    measures: str = Field(default="", alias="举措", description="一句话概括做法")
    effect: str = Field(default="", alias="成效", description="一句话概括成效，须有依据")
    without: Annotated[Texts, BeforeValidator(_clauses)] = Field(
        default=(), alias="不写", description=f"不要的成分：{'、'.join(OPENING_CLAUSES)}"
    )


class Rectified(Record):
    """One of last year's shortcomings and what became of it (上年整改)."""

    problem: str = Field(default="", alias="问题", description="上年度报告里的不足")
    measure: str = Field(default="", alias="措施", description="本年度怎么整改的")
    effect: str = Field(default="", alias="成效", description="整改后的情况")
    state: str = Field(default="", alias="状态", description="已完成、基本完成、持续推进")


class Shortcoming(Record):
    """One 不足 with how it shows and why."""

    chosen: str = Field(default="", alias="选用", description="常见不足库里的名称，未写的各项按库填")
    problem: str = Field(default="", alias="问题", description="一句话写明不足，十五字左右，作小标题")
    signs: str = Field(default="", alias="表现", description="具体表现")
    cause: str = Field(default="", alias="原因", description="主要原因")


class Plan(Record):
    """One item of next year's work."""

    chosen: str = Field(default="", alias="选用", description="常见计划库里的名称，未写的各项按库填")
    title: str = Field(default="", alias="标题", description="小标题，十五字左右")
    measures: Texts = Field(default=(), alias="措施", description="具体做法；有几条的逐行写")
    answers: str = Field(default="", alias="针对", description="针对的不足，与“问题”写法一致")
    until: str = Field(default="", alias="时限", description="完成时间，如6月底前")
    office: str = Field(default="", alias="责任科室", description="牵头的科室")
    target: str = Field(default="", alias="目标", description="量化目标，如新增持证执法人员2名")


class Signature(Record):
    """落款: unit and day."""

    day: Day | None = Field(default=None, alias="日期", description="成文日期，如2024-01-20")
    names: Texts = Field(default=(), alias="单位", description="署名，不写则用单位名称")
    seal: YesNo = Field(default=False, alias="印章", description="是否加盖印章，决定署名和日期的位置")


class Letterhead(Record):
    """版头 of a formal 公文 (GB/T 9704-2012, 7.2)."""

    mark: str = Field(default="", alias="发文机关标志", description="如稷下街道办事处文件")
    number: str = Field(default="", alias="发文字号", description="如稷办发〔2024〕3号")
    signer: Texts = Field(default=(), alias="签发人", description="上行文写签发人姓名")
    copy_number: str = Field(default="", alias="份号", description="六位数字")
    secrecy: str = Field(default="", alias="密级", description="密级和保密期限")
    urgency: str = Field(default="", alias="紧急程度", description="特急、加急")


class Imprint(Record):
    """版记 of a formal 公文 (GB/T 9704-2012, 7.4)."""

    copies: Texts = Field(default=(), alias="抄送", description="抄送机关")
    printer: str = Field(default="", alias="印发机关", description="如稷下街道党政办公室")
    printed: Day | None = Field(default=None, alias="印发日期", description="如2024-01-22")


class Silenced(Record):
    """One finding of a check that the clerk has looked at and lets stand, with his reason."""

    rule: str = Field(default="", alias="规则", description="规则代码，如文字-03")
    content: str = Field(default="", alias="内容", description="出现提示的那几个字；不写则整篇不查")
    reason: str = Field(default="", alias="原因", description="为什么可以不改，必填")


class Checking(Record):
    """检查: which findings stand."""

    silenced: tuple[Silenced, ...] = Field(default=(), alias="停用", description="看过后决定不改的提示")


class Head(Record):
    """A facts file without the content of its topics."""

    sections: ClassVar[tuple[str, str]] = ("举措成效", "第一责任人")

    year: Year | None = Field(default=None, alias="年度", description="报告年度，四位数字")
    unit: Unit = Field(default=Unit(), alias="单位", description="报告单位")
    title: str = Field(
        default="", alias="标题", description="年度报告、情况报告、情况的报告、工作报告，或自己写的整个标题"
    )
    addressees: Texts = Field(default=(), alias="主送机关", description="如区委、区政府；不写则无主送机关")
    opening: OpeningFacts = Field(default=OpeningFacts(), alias="导语", description="开头一段的各个成分")
    mended: tuple[Rectified, ...] = Field(default=(), alias="上年整改", description="上年度不足的整改情况")
    measures: dict[str, Any] = Field(
        default={}, alias="举措成效", description="第一部分，各主题按报告里的先后写"
    )
    duties: dict[str, Any] = Field(default={}, alias="第一责任人", description="第二部分")
    shortcomings: tuple[Shortcoming, ...] = Field(default=(), alias="不足", description="第三部分，三条左右")
    plans: tuple[Plan, ...] = Field(default=(), alias="计划", description="第四部分，逐条对应不足")
    other: Texts = Field(default=(), alias="其他情况", description="其他需要报告的情况，没有的不写")
    signature: Signature = Field(default=Signature(), alias="落款", description="署名和成文日期")
    letterhead: Letterhead | None = Field(default=None, alias="版头", description="作为正式公文印发时写")
    imprint: Imprint | None = Field(default=None, alias="版记", description="作为正式公文印发时写")
    annexes: Texts = Field(default=(), alias="附件", description="附件名称")
    checking: Checking = Field(default=Checking(), alias="检查", description="看过后决定不改的检查提示")
