"""Template files -> Topic declarations; a declaration that does not hold is refused by name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

from generator import resources as reading
from generator.cached import kept, state_of_code
from generator.problems import UserError
from generator.resources import Resource, Templates, yaml_texts
from generator.topics.kinds import KINDS
from generator.topics.topic import (
    DUTIES,
    MEASURES,
    NOT_SUMMED,
    OF_EACH_LEVEL,
    SUMMED,
    Field,
    Topic,
    Topics,
    Wording,
    Years,
)
from generator.topics.wordings import listed, read_wordings, template_refusal, ways_to_say, years_of

SUFFIX = ".md.j2"
_HEAD_KEYS = frozenset(
    {"标题", "责任科室", "常用", "说明", "适用", "次序", "字段", "起", "止", "题名", "可加"}
)
_FIELD_KEYS = frozenset(
    {
        "类型",
        "单位",
        "说明",
        "例",
        "不超过",
        "分自",
        "分子",
        "分母",
        "零",
        "常用",
        "适用",
        "说法",
        "又称",
        "起",
        "止",
        "可加",
    },
)
_LISTED = frozenset({"单位", "适用", "又称", "分自"})
_COUNTED = frozenset({"数量", "金额"})
_DEFAULTS = Field._field_defaults
_READ_APART = frozenset({"标题", "字段", "例", "说法"})
SENTENCES, OWN_FIGURES = "正文", "其他数据"
OWN_WORDS = ("标题", "针对", SENTENCES, "做法", "亮点", "活动", OWN_FIGURES, "成效")


@lru_cache(maxsize=8)
def read_topics(templates: Templates) -> Topics:
    """Read every topic of the template folders.

    Raises UserError naming the template file and what in its declaration is wrong.
    """
    return Topics(_read_part(templates, MEASURES), _read_duties(templates))


def _read_part(templates: Templates, part: str) -> dict[str, Topic]:
    resources = [templates.read(name) for name in templates.names(part, SUFFIX)]
    cut = [_cut(resource) for resource in resources]
    heads = kept(
        f"{part} {templates.folders}",
        [_state(), *(declared for declared, _ in cut)],
        lambda: [
            _sound_head(resource, declared) for resource, (declared, _) in zip(resources, cut, strict=True)
        ],
    )
    ordered = []
    for resource, head, (_, body) in zip(resources, heads, cut, strict=True):
        order = str(head.get("次序", "999"))
        if not order.isdecimal():
            raise template_refusal(resource, f"“次序”应为整数，写的是“{order}”")
        ordered.append((int(order), _topic(resource, part, head, body, own=templates.is_own(resource))))
    return {topic.name: topic for _, topic in sorted(ordered, key=lambda pair: (pair[0], pair[1].name))}


def _read_duties(templates: Templates) -> dict[str, Topic]:
    duties = _read_part(templates, DUTIES)
    owner: dict[str, Topic] = {}
    for topic in duties.values():
        for name in topic.fields:
            if name in owner:
                raise UserError(
                    f"模板“{topic.file}”的字段“{name}”在“{owner[name].file}”里已经有了。",
                    "第一责任人各模板的字段并列写在事实文件里，请换一个名称。",
                )
            owner[name] = topic
    return duties


def body_of(resource: Resource) -> str:
    """Give the body of a template at its own line numbers; raises UserError when it has no declaration before it."""
    return _cut(resource)[1]


@cache
def _state() -> str:
    """Tell the state of the code that says what a declaration may be."""
    return state_of_code([reading.__file__, *sorted(Path(__file__).parent.glob("*.py"))])


def _sound_head(resource: Resource, declared: str) -> Mapping[str, Any]:
    """Give a template's declaration with each field as `_kept_fields` takes it: what of it is not left to defaults."""
    head = _head(resource, declared)
    fields = {
        name: {key: part for key, part in one._asdict().items() if part != _DEFAULTS.get(key)}
        for name, one in _fields(resource, head).items()
    }
    return {**head, "字段": fields}


def _kept_fields(declared: Mapping[str, Mapping[str, Any]]) -> dict[str, Field]:
    """Make the fields of a topic of what is known to hold; the cache has lists for tuples."""
    fields = {}
    for name, kept_parts in declared.items():
        parts: dict[str, Any] = {
            key: tuple(part) if isinstance(part, list) else part for key, part in kept_parts.items()
        }
        if "examples" in parts:
            parts["examples"] = tuple(
                Wording(text, since, until, tuple(about)) for text, since, until, about in parts["examples"]
            )
        if "years" in parts:
            parts["years"] = Years(*parts["years"])
        fields[name] = Field(**parts)
    return fields


def _head(resource: Resource, declared: str) -> Mapping[str, Any]:
    """Give a template's declaration; raises UserError when it is not YAML."""
    import yaml

    try:
        head = yaml_texts(declared)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"第{mark.line + 2}行" if mark else "开头"
        raise template_refusal(resource, f"声明的{where}不合 YAML 格式") from error
    if not isinstance(head, dict):
        raise template_refusal(resource, "声明应为“键: 值”的形式")
    return head


def _cut(resource: Resource) -> tuple[str, str]:
    lines = resource.text.splitlines()
    ends = (number for number, line in enumerate(lines) if number and line.strip() == "---")
    end = next(ends, 0) if lines and lines[0].strip() == "---" else 0
    if not end:
        raise template_refusal(resource, "开头应有一段夹在两行 --- 之间的声明")
    return "\n".join(lines[1:end]), "\n" * (end + 1) + "\n".join(lines[end + 1 :])


def _topic(resource: Resource, part: str, head: Mapping[str, Any], body: str, *, own: bool) -> Topic:
    name = resource.name.rpartition("/")[2].removesuffix(SUFFIX)
    declared = head["字段"]
    return Topic(
        name=name,
        part=part,
        headings=_headings(resource, name if head.get("标题", "") == "" else head["标题"], declared),
        note=head.get("说明", ""),
        read_fields=partial(_kept_fields, declared),
        body=body,
        file=resource.name,
        office=head.get("责任科室", ""),
        usual=head.get("常用", "") == "是",
        levels=listed(head.get("适用", [])),
        years=years_of(resource, head, "声明"),
        own=own,
        named_by=_naming(resource, head.get("题名", ""), declared),
    )


def _fields(resource: Resource, head: Mapping[str, Any]) -> dict[str, Field]:
    """Make the fields of a topic's declaration; raises UserError for what does not hold in it."""
    _check_keys(resource, head, _HEAD_KEYS, "声明")
    declared = head.get("字段") or {}
    if not isinstance(declared, dict):
        raise template_refusal(resource, "“字段”下面应逐行写“名称: {类型: …}”")
    years = years_of(resource, head, "声明")
    fields = {
        key: _field(resource, key, one, years)._replace(adding=_adding(resource, key, one, head))
        for key, one in declared.items()
    }
    _check_references(resource, fields)
    return fields


def _naming(resource: Resource, name: str, fields: Mapping[str, Any]) -> str:
    if name and (name not in fields or fields[name]["kind"] != "文字"):
        raise template_refusal(resource, f"声明里的“题名”应为一个文字字段，写的是“{name}”")
    return name


def _headings(resource: Resource, given: Any, fields: Collection[str]) -> tuple[Wording, ...]:
    """Read 标题; one at least is for whatever the topic tells."""
    where = "声明里的“标题”"
    headings = read_wordings(resource, given, where)
    strange = next((one for heading in headings for one in heading.about if one not in fields), "")
    if strange:
        raise template_refusal(resource, f"{where}里的“配”写了“{strange}”，但没有这个字段")
    return headings


def _field(resource: Resource, name: str, declaration: Any, years: Years) -> Field:
    """Read a field's declaration; `years` are its topic's, which are its own where it names none."""
    if not isinstance(declaration, dict):
        raise template_refusal(resource, f"字段“{name}”应写成 {{类型: …, 说明: …}}")
    _check_keys(resource, declaration, _FIELD_KEYS, f"字段“{name}”")
    kind = declaration.get("类型", "")
    if kind not in KINDS:
        raise template_refusal(resource, f"字段“{name}”的类型“{kind}”不认识，可用：{'、'.join(KINDS)}")
    if not name.isidentifier():
        raise template_refusal(resource, f"字段不能叫“{name}”，只用汉字、字母和数字，不用数字开头")
    if name in OWN_WORDS:
        raise template_refusal(resource, f"字段不能叫“{name}”，这个词另有用处")
    units = listed(declaration.get("单位", []))
    if kind == "数量" and not units:
        raise template_refusal(resource, f"字段“{name}”是数量，应写明单位")
    examples = read_wordings(resource, declaration.get("例", ""), f"字段“{name}”的“例”")
    return Field(
        name=name,
        kind=kind,
        note=declaration.get("说明", ""),
        units=units or KINDS[kind].units,
        example=next(one.text for one in examples if one.fits(None)),
        examples=tuple(one for one in examples if not one.fits(None)),
        at_most=declaration.get("不超过", ""),
        part_of=listed(declaration.get("分自", [])),
        numerator=declaration.get("分子", ""),
        denominator=declaration.get("分母", ""),
        zero=declaration.get("零", ""),
        usual=declaration.get("常用", "") == "是",
        levels=listed(declaration.get("适用", [])),
        years=years_of(resource, declaration, f"字段“{name}”", years),
        wordings=ways_to_say(resource, name, declaration["说法"]) if "说法" in declaration else {},
        aliases=listed(declaration.get("又称", [])),
    )


def _adding(resource: Resource, name: str, declaration: Mapping[str, Any], head: Mapping[str, Any]) -> str:
    """Give a field's 可加: its own, else its topic's; of what is no count nothing can be added up."""
    answers = [one["可加"] for one in (declaration, head) if "可加" in one]
    strange = next((one for one in answers if one not in (SUMMED, OF_EACH_LEVEL, NOT_SUMMED)), None)
    if strange is not None:
        raise template_refusal(resource, f"“可加”只写“是”“本级”或“否”，写的是“{strange}”")
    if declaration["类型"] in _COUNTED:
        return answers[0] if answers else SUMMED
    if declaration.get("可加", NOT_SUMMED) != NOT_SUMMED:
        raise template_refusal(resource, f"字段“{name}”的类型是{declaration['类型']}，不能相加，请删去“可加”")
    return NOT_SUMMED


def _check_references(resource: Resource, fields: Mapping[str, Field]) -> None:
    for one in fields.values():
        wholes = (("分自", whole) for whole in one.part_of)
        for key, other in (
            ("不超过", one.at_most),
            ("分子", one.numerator),
            ("分母", one.denominator),
            *wholes,
        ):
            if other and other not in fields:
                raise template_refusal(resource, f"字段“{one.name}”的“{key}”指向“{other}”，但没有这个字段")
        if bool(one.numerator) != bool(one.denominator):
            raise template_refusal(resource, f"字段“{one.name}”的分子、分母应同时写")


def _check_keys(resource: Resource, given: Mapping[str, Any], known: frozenset[str], where: str) -> None:
    unknown = [key for key in given if key not in known]
    if unknown:
        raise template_refusal(resource, f"{where}里的“{unknown[0]}”不认识，可用：{'、'.join(sorted(known))}")
    for key, value in given.items():
        if key in _READ_APART or isinstance(value, str):
            continue
        if not (
            key in _LISTED
            and isinstance(value, list)
            and value
            and all(isinstance(one, str) for one in value)
        ):
            raise template_refusal(
                resource, f"{where}里的“{key}”应为文字" + ("，或一组文字" if key in _LISTED else "")
            )
