"""大节.yaml: the headings that a new facts file starts from, and the topics that stand under each."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from generator.near import nearest_name
from generator.resources import Resource, Templates, yaml_texts
from generator.topics.loading import read_topics
from generator.topics.topic import Wording
from generator.topics.wordings import read_wordings, template_refusal

GROUPING = "大节.yaml"


class TopicGroup(NamedTuple):
    """One heading in its wordings, and the names of its topics in their order."""

    headings: tuple[Wording, ...]
    topics: tuple[str, ...]


@lru_cache(maxsize=8)
def read_grouping(templates: Templates) -> tuple[TopicGroup, ...]:
    """Read the groups in their order.

    Raises UserError naming the file and what in it is wrong: its form, a topic that is none, one under two headings.
    """
    import yaml

    resource = templates.read(GROUPING)
    try:
        data = yaml_texts(resource.text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"第{mark.line + 1}行" if mark else ""
        raise template_refusal(resource, f"{where}不合 YAML 格式") from error
    if not isinstance(data, list):
        raise template_refusal(resource, "应逐条写“- 标题: …”，下面写“主题: …”")
    groups = tuple(_group(resource, one, number) for number, one in enumerate(data, start=1))
    _check_topics(resource, groups, templates)
    return groups


def _group(resource: Resource, data: Any, number: int) -> TopicGroup:
    if not isinstance(data, dict) or set(data) != {"标题", "主题"}:
        raise template_refusal(resource, f"第{number}条应有“标题”和“主题”两项，不多不少")
    names = data["主题"].split("、") if isinstance(data["主题"], str) else data["主题"]
    if not isinstance(names, list) or not all(isinstance(one, str) and one for one in names):
        raise template_refusal(resource, f"第{number}条的“主题”应为主题的名称，几个的用顿号隔开或逐行写")
    return TopicGroup(read_wordings(resource, data["标题"], f"第{number}条里的“标题”"), tuple(names))


def _check_topics(resource: Resource, groups: tuple[TopicGroup, ...], templates: Templates) -> None:
    known = read_topics(templates).measures
    seen: dict[str, int] = {}
    for number, group in enumerate(groups, start=1):
        for name in group.topics:
            if name not in known:
                near = nearest_name(name, known)
                hint = f"，是不是“{near}”" if near else ""
                raise template_refusal(resource, f"第{number}条里没有“{name}”这个主题{hint}")
            if name in seen:
                raise template_refusal(
                    resource, f"“{name}”在第{seen[name]}条和第{number}条都写了，一个主题只归一条"
                )
            seen[name] = number
