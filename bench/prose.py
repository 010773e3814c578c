"""Measure how reports read: the five examples, and made facts files of few and many facts, before and after a change.

    python bench/prose.py                                     # the state at hand
    python bench/prose.py --before CHECKOUT                   # and an earlier state, on the same made files
    python bench/prose.py --made 4 --show                     # fewer made files, and each place that is counted

A point is what 一是, 二是 … begins in part one or two. Facts are counted by what stands behind a text, each once. The made
files take their values from the examples that the topics' fields carry, so that they are the same on every machine.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

ROOT = Path(__file__).resolve().parents[1]
SHORT = 30
ROWS = {
    "要点": "要点（一是、二是……）",
    "薄要点": "　不足两个事实的要点",
    "标签": "要点的小标题",
    "重说": "　下一句又说一遍的小标题",
    "一是": "用一是、二是的各节",
    "少于三点": "　少于三点的",
    "有薄点": "　有既少于两个事实又不满三十字、本主题又有别的点可并的",
    "段落": "第一、二部分的段落",
    "全年": "　“全年”多于一次的",
    "等措施": "　以“等措施”“等方式”收尾的",
    "第二部分": "第二部分的段落",
    "缺主语": "　第一句没有主语的",
    "过渡": "过渡语（究其原因、针对……的问题、该项整改……）",
    "相邻": "　与前一处相同的",
    "重复": "　本报告里前面说过的",
}
_OWN_WORDS = re.compile(r"\.(?:\d+|正文|做法|亮点|活动)(?=\.|$)")
_ORDINAL = re.compile(r"(?:^|(?<=[。；，：]))[一二三四五六七八九十]{1,2}是")
_ENDING = re.compile(r"等(?:措施|方式|举措|办法|形式|手段|做法)[。]?$")
_SUBJECT = (
    r"主要负责人|书记|[镇乡区县市局]长|主任|党委|党工委|党组|领导|班子|法律顾问|发现的问题|\d[人名]参加|"
)
_TRANSITIONS = re.compile(
    r"主要原因是|原因主要是|究其原因，主要是|主要原因在于|主要是因为|原因是|原因在于|究其原因，|这是因为|从原因看，|原因方面，|针对|为解决|着眼解决|着力解决|围绕解决|，解决(?=[^，。]+问题。)|"
    r"(?:围绕|就|(?<!针)对)(?=[^，。]+问题，)|从(?=[^，。]+入手，)|聚焦|该项整改|这项整改|整改工作"
)


class Place(NamedTuple):
    """One thing that is counted, and where."""

    row: str
    text: str = ""


def reports(folder: Path, examples: Path, count: int) -> Iterator[tuple[str, str]]:
    """Give the marked Markdown of the examples and of the made files, which are written into the folder."""
    from generator.drafting import compose
    from generator.facts.loading import facts_from
    from generator.resources import Templates
    from generator.yamltext.source import read_source

    paths = [*sorted(examples.glob("*.yaml")), *made_files(folder, count)]
    for path in paths:
        facts = facts_from(read_source(path.read_bytes(), path.name), path.name, Templates())
        yield path.stem, compose(facts).marked


def made_files(folder: Path, count: int) -> list[Path]:
    """Write made facts files of 10 to 25 topics, by turns of few and of many facts, where they are not there yet."""
    folder.mkdir(exist_ok=True)
    paths = [folder / f"made-{number:02}.yaml" for number in range(count)]
    for number, path in enumerate(paths):
        if not path.exists():
            path.write_text(made_text(number), encoding="utf-8")
    return paths


def made_text(number: int) -> str:
    """Give the facts file with this number."""
    import yaml

    from generator.resources import Templates
    from generator.topics import read_topics

    def drawn(names: Iterable[str], share: int) -> list[str]:
        names = list(names)
        kept = sorted(names, key=lambda name: crc32(f"{number} {name}".encode()))[:share]
        return [name for name in names if name in kept]

    level = ("镇", "街道")[number % 2]
    unit = {"名称": f"云岭{'镇人民政府' if level == '镇' else '街道办事处'}", "简称": f"云岭{level}"}
    rich = number % 4 > 1
    topics = read_topics(Templates())
    suiting = {name: one for name, one in topics.measures.items() if one.suits(level)}
    measures = {}
    for name in drawn(suiting, 10 + number % 16):
        few, many = (5, 14) if rich else (1, 4)
        fields = {one.name: one for one in suiting[name].fields.values() if one.suits(level)}
        size = few + crc32(f"{name} {number}".encode()) % (many - few + 1)
        measures[name] = {field: _sample(fields[field]) for field in drawn(fields, size)}
    if "法治宣传教育" in measures and number % 3 == 0:
        measures["法治宣传教育"]["活动"] = _ACTIVITIES
    if "矛盾纠纷化解" in measures and number % 3 == 1:
        measures["矛盾纠纷化解"]["亮点"] = [_OWN]
    duties = {name: one for name, one in topics.duty_fields.items() if one.suits(level)}
    data = {
        "年度": "2024",
        "单位": {**unit, "级别": level, "上级": "清河县" if level == "镇" else "清河区"},
        "举措成效": measures,
        "第一责任人": {name: _sample(duties[name]) for name in drawn(duties, 12 if rich else 4)},
        "不足": [{"问题": one, "原因": why} for one, why in _SHORTCOMINGS[: 3 + number % 2]],
        "计划": [
            {"标题": plan, "针对": one, "措施": what}
            for (one, _), (plan, what) in zip(_SHORTCOMINGS[: 3 + number % 2], _PLANS, strict=False)
        ],
        "落款": {"日期": "2025-01-20"},
    }
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10000)


def _sample(field: object) -> str:
    from generator.topics.kinds import sample

    return sample(field)


_ACTIVITIES = [
    {"名称": "宪法宣传周集市宣讲", "时间": "12月4日", "主体": "司法所、妇联", "地点": "镇政府前坪", "受教育": "420人次"},
    {"名称": "法律进校园", "对象": "中小学生", "场次": "3场", "资料": "300份"},
]  # fmt: skip
_OWN = "老赵劳动调解室由退休法官赵志强主持，农民工、快递员的劳动争议多在这里就地说清"
_SHORTCOMINGS = [
    ("执法力量薄弱", "在编执法人员少，执法记录仪等装备尚未配齐"),
    ("学法用法不够深入", "日常任务较重，缺少系统学习的安排"),
    ("普法覆盖不够广", "青壮年多在外务工，面向外出人员的宣传办法少"),
    ("调解员能力参差不齐", "专职调解员少，业务培训以讲座为主"),
]
_PLANS = [
    ("充实执法力量", "配齐执法装备，组织人员参加执法资格考试"),
    ("推动学法用法常态化", "落实会前学法制度，排定全年学法内容"),
    ("扩大普法覆盖面", "利用春节返乡时段开展宣传，用短视频面向外出人员普法"),
    ("提高调解能力", "组织调解员旁听庭审，开展案例研讨"),
]


def measured(name: str, marked: str) -> Iterator[Place]:
    """Give everything that is counted in one report."""
    chapters = [chapter.split("\n") for chapter in re.split(r"\n## ", marked)]
    unit = re.split(r"\d", plain(chapters[0][0]).lstrip("# "))[0]
    subject = re.compile(_SUBJECT + re.escape(unit))
    for part, lines in enumerate(chapters[1:3], start=1):
        for block in re.split("\n#", "\n".join(lines[1:])):
            for one in under_heading(block, subject if part == 2 else None):
                yield one._replace(text=one.text and f"{name}：{one.text}")
    said: list[str] = []
    for phrase in _TRANSITIONS.findall(plain("\n".join("\n".join(lines) for lines in chapters[1:]))):
        yield Place("过渡")
        if said[-1:] == [phrase]:
            yield Place("相邻", f"{name}：{phrase}")
        if phrase in said:
            yield Place("重复", f"{name}：{phrase}")
        said.append(phrase)


def under_heading(block: str, subject: re.Pattern[str] | None) -> Iterator[Place]:
    """Give what is counted in the marked paragraphs under one heading; points are counted on from one to the next."""
    lines = [line for line in block.split("\n") if line and not line.startswith("#")]
    for line in lines:
        yield from paragraph(line, subject)
    whole = "".join(lines)
    starts = list(_ORDINAL.finditer(whole))
    if not starts:
        return
    ends = [one.start() for one in starts[1:]] + [len(whole)]
    points = [whole[one.end() : end] for one, end in zip(starts, ends, strict=True)]
    yield Place("一是")
    if len(points) < 3:
        yield Place("少于三点", plain(whole)[:60])
    if any(is_thin(one) and could_join(at, points) for at, one in enumerate(points)):
        yield Place("有薄点", plain(whole)[:60])
    for one in points:
        yield from point(one)


def paragraph(line: str, subject: re.Pattern[str] | None) -> Iterator[Place]:
    """Give what is counted in one marked paragraph; `subject` is what begins one of part two."""
    text = plain(line)
    yield Place("段落")
    if text.count("全年") > 1:
        yield Place("全年", text)
    if _ENDING.search(text):
        yield Place("等措施", text[-30:])
    if subject:
        yield Place("第二部分")
        if not subject.search(re.split("[。；]", re.sub("^一是[^，；。]+。", "", text))[0]):
            yield Place("缺主语", text[:40])


def point(marked: str) -> Iterator[Place]:
    """Give what is counted in one point."""
    yield Place("要点")
    if facts(marked) < 2:
        yield Place("薄要点", plain(marked))
    label, _, rest = plain(marked).partition("。")
    written = marked.startswith("\ue000")  # by the clerk himself
    if rest and not written and len(label) <= 14 and "，" not in label:
        yield Place("标签")
        if echoed(label, rest.split("。")[0]):
            yield Place("重说", plain(marked)[:50])


def echoed(label: str, sentence: str) -> bool:
    """Tell whether a sentence begins with the label's verb, or says five of its characters again, in runs of two."""
    pairs = [index for index in range(len(label) - 1) if label[index : index + 2] in sentence]
    return sentence.startswith(label[:2]) or len({place for one in pairs for place in (one, one + 1)}) >= 5


def facts(marked: str) -> int:
    """Count the facts behind a marked text, each once."""
    from generator.drafting.marks import grounds

    return len({one.removeprefix("上年：") for one in grounds(marked)})


def is_thin(marked: str) -> bool:
    """Tell a point that is too little to be one beside others of its topic."""
    return facts(marked) < 2 and len(plain(marked)) < SHORT


def could_join(at: int, points: list[str]) -> bool:
    """Tell a point that has another of its topic beside it, or none of another topic: a topic by itself is a point."""
    other = topics("".join(points[:at] + points[at + 1 :]))
    return not other or bool(topics(points[at]) & other)


def topics(marked: str) -> set[str]:
    """Give the topics that a marked text tells of."""
    from generator.drafting.marks import grounds

    return {_OWN_WORDS.sub("", one).rpartition(".")[0] for one in grounds(marked)}


def plain(marked: str) -> str:
    """Give a marked text as a reader sees it."""
    from generator.drafting.marks import finished, unescape

    return unescape(finished(marked))


def counted(folder: Path, examples: Path, count: int, *, show: bool) -> Counter[str]:
    """Count everything over all reports."""
    found: Counter[str] = Counter()
    for name, marked in reports(folder, examples, count):
        for place in measured(name, marked):
            found[place.row] += 1
            if show and place.text:
                print(f"{ROWS[place.row].strip('　')}　{place.text}")
    return found


def at_checkout(checkout: Path, folder: Path, count: int) -> Counter[str]:
    """Count the same in an earlier state, in a process of its own."""
    command = [sys.executable, __file__, "--made", str(count), "--folder", str(folder), "--json"]
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return Counter(json.loads(done.stdout))


def shown(row: str, found: Counter[str]) -> str:
    """Give a count, and for a share of another row its percentage."""
    if not ROWS[row].startswith("　"):
        return str(found[row])
    whole = next(
        one for one in reversed(list(ROWS)[: list(ROWS).index(row)]) if not ROWS[one].startswith("　")
    )
    return f"{found[row]}（{found[row] / found[whole]:.1%}）" if found[whole] else "0"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--made", type=int, default=40)
    parser.add_argument("--before", type=Path)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        import generator

        examples = Path(generator.__file__).parents[1] / "examples"
        now = counted(folder, examples, given.made, show=given.show)
        if given.json:
            print(json.dumps(now, ensure_ascii=False))
            return
        columns: list[tuple[str, Counter[str]]] = [("现在", now)]
        if given.before:
            columns.insert(0, ("以前", at_checkout(given.before, folder, given.made)))
        print(f"五份示例和{given.made}份编出来的事实文件")
        print("\t".join(["", *(title for title, _ in columns)]))
        cell: Callable[[str], list[str]] = lambda row: [shown(row, found) for _, found in columns]  # noqa: E731
        for row, title in ROWS.items():
            print("\t".join([title, *cell(row)]))


if __name__ == "__main__":
    main()
