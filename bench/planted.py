"""Plant faults by kind into sound sentences, and count which are found and what is flagged in the sound ones.

python bench/planted.py                     each kind 60 times, into the project's own sound passages
python bench/planted.py FILE…               and into the sentences of these texts
python bench/planted.py --each 200 --seed 7 --kinds 漏字,叠字 --show   what of these kinds was missed
python bench/planted.py --sound FILE…       only what is flagged in the sound texts, by rule
"""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from generator.checks import findings
from generator.checks.alike import like_characters
from generator.checks.vocabulary import official_words, rare_words, sound_groups, sounds
from generator.problems import Level
from generator.wordlist import common_words
from tests.checks.corpus import cases
from tests.checks.examples import material

Planter = Callable[[str, Random], str | None]
"""What spoils a sentence, if the fault can stand in it."""

_LEVELS = {"镇": "镇", "乡": "乡", "街道": "街道", "县": "县区", "区": "县区"}
_OF_A_WHOLE = ("结构-01", "结构-17", "结构-20", "结构-27", "篇幅-", "文字-39")
"""What is not to be looked for in one sentence."""
_HAN = r"[一-龥]"


def _change(text: str, start: int, end: int, put: str) -> str:
    return f"{text[:start]}{put}{text[end:]}"


def _within(fault: Callable[[str, Random], str | None], where: str) -> Planter:
    """Plant by changing one stretch of those that match."""
    wanted = re.compile(where)

    def plant(text: str, chance: Random) -> str | None:
        places = [match.span() for match in wanted.finditer(text)]
        chance.shuffle(places)
        for start, end in places:
            put = fault(text[start:end], chance)
            if put is not None and put != text[start:end]:
                return _change(text, start, end, put)
        return None

    return plant


def _one_of(options: dict[str, str]) -> Callable[[str, Random], str | None]:
    """Give another word for one; those to choose from are parted by blanks."""
    return lambda said, chance: chance.choice(options[said].split()) if said in options else None


def _sounding(said: str, chance: Random) -> str | None:
    """Give a character of the same sound that is in use, as an input method offers it."""
    sound = sounds().get(said)
    others = (
        [one for one in sound_groups()[sound] if one != said and _is_usual(one)] if sound is not None else []
    )
    return chance.choice(others) if others else None


def _looking(said: str, chance: Random) -> str | None:
    others = [
        one for one in like_characters(said) if sounds().get(one) != sounds().get(said) and _is_usual(one)
    ]
    return chance.choice(others) if others else None


@cache
def _is_usual(sign: str) -> bool:
    return rare_words(sign).get(sign, 99) < 20


@cache
def _by_sound() -> dict[tuple[int, ...], list[str]]:
    words: dict[tuple[int, ...], list[str]] = {}
    for word in sorted(common_words()):
        if all(sign in sounds() for sign in word):
            words.setdefault(tuple(sounds()[sign] for sign in word), []).append(word)
    return words


def _other_word(said: str, chance: Random) -> str | None:
    """Give another word of the same sound, as an input method offers it."""
    if said not in common_words() or not all(sign in sounds() for sign in said):
        return None
    others = [word for word in _by_sound()[tuple(sounds()[sign] for sign in said)] if word != said]
    return chance.choice(others) if others else None


def _sum(text: str, chance: Random) -> str | None:
    """Let one part grow, where a whole and all its parts are told."""
    for match in re.finditer(r"(\d+)([一-龥])[，,（]其中([^。；]*)", text):
        parts = list(re.finditer(rf"(\d+){match[2]}", match[3]))
        if len(parts) > 1 and sum(int(part[1]) for part in parts) == int(match[1]):
            part = chance.choice(parts)
            start = match.start(3) + part.start(1)
            return _change(text, start, start + len(part[1]), str(int(part[1]) + chance.randint(1, 9)))
    return None


def _above(text: str, chance: Random) -> str | None:
    """Let the first part be more than its whole."""
    match = re.search(r"(\d+)([一-龥])[，,（]其中[^。；\d]*(\d+)\2", text)
    put = str(int(match[1]) + chance.randint(1, 9)) if match else ""
    return _change(text, match.start(3), match.end(3), put) if match else None


def _rate(text: str, chance: Random) -> str | None:
    """Let a rate be another one, where what it is reckoned from stands in the sentence."""
    match = re.search(
        r"(\d+)[件起人户份条][，、](?:[^。；\d%]*)(\d+)[件起人户份条]?[^。；\d%]*率[为达到]*(\d+(?:\.\d+)?)%",
        text,
    )
    if not match or abs(100 * int(match[2]) / int(match[1]) - float(match[3])) > 1:
        return None
    return _change(text, match.start(3), match.end(3), str(round(float(match[3]) - chance.randint(3, 20), 1)))


def _spoil(name: str, chance: Random) -> str:
    """Spoil a name by one slip."""
    at = chance.randrange(1, len(name) - 1)
    kind = chance.randrange(4)
    if kind == 0:
        return name[:at] + name[at + 1 :]
    if kind == 1:
        return name[:at] + name[at] + name[at:]
    if kind == 2:
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return name[:at] + (_sounding(name[at], chance) or name[at]) + name[at + 1 :]


KINDS: dict[str, Planter] = {
    "同音字": _within(_sounding, _HAN),
    "形近字": _within(_looking, _HAN),
    "同音词": _within(_other_word, rf"(?={_HAN}){_HAN}{{2}}"),
    "漏字": _within(lambda _, __: "", rf"(?<={_HAN}){_HAN}(?={_HAN})"),
    "多字": _within(
        lambda said, chance: said[0] + chance.choice("的了在对是有为以理设件") + said[1], rf"{_HAN}{{2}}"
    ),
    "乱字": _within(lambda _, chance: chance.choice("".join(sorted(official_words()))), _HAN),
    "叠字": _within(lambda said, _: said + said, _HAN),
    "颠倒": _within(lambda said, _: said[::-1], rf"{_HAN}{{2}}"),
    "叠词": _within(lambda said, _: said + said, rf"{_HAN}{{2}}"),
    "量词": _within(
        _one_of(
            {
                "件": "人 场 名",
                "起": "名 份 台",
                "场": "名 件 份",
                "次": "名 台 户",
                "份": "名 场 起",
                "名": "件 起 份",
                "户": "件 次 份",
                "条": "名 场 户",
            }
        ),
        r"(?<=\d)[件起场次份名户条](?![一-龥]?次)",
    ),
    "层级": _within(
        _one_of(
            {
                "镇党委": "街道党委 乡党委 镇党工委 镇党组",
                "街道党工委": "街道党委 镇党委 街道党组",
                "党工委": "党委",
                "镇政府": "街道政府 乡政府 镇办事处",
                "镇人民政府": "镇办事处 乡人民政府",
                "街道办事处": "街道人民政府 镇办事处",
                "镇长": "乡长 主任",
                "我镇": "我乡 我街道 我县",
                "全镇": "全乡 全街道",
                "我街道": "我镇 我乡",
                "辖区": "辖县",
                "我乡": "我镇 我街道",
                "乡党委": "镇党委 乡党工委",
            }
        ),
        r"街道党工委|(?<!街道)党工委|[镇乡]党委|镇人民政府|镇政府|街道办事处|镇长|我[镇乡]|全镇|我街道",
    ),
    "日期": _within(
        lambda _, chance: chance.choice(["2月30日", "6月31日", "13月5日", "11月31日", "4月32日"]),
        r"\d{1,2}月\d{1,2}日",
    ),
    "年份": _within(
        lambda said, chance: chance.choice([f"{said[:2]}{said[3]}{said[2]}", "20" + said, said[:3]]),
        r"(?<!\d)202[0-9](?=年)",
    ),
    "合计": _sum,
    "部分": _above,
    "比率": _rate,
    "年份重出": _within(lambda said, _: f"{said}，{said}", r"(?<!\d)202\d年(?=[，一-龥])"),
    "主语重出": _within(
        lambda said, _: f"{said}，{said[:-1]}",
        r"(?:我镇|我乡|我街道|街道|司法所|镇党委|镇政府)(?=[认坚深加持积严全不高])[一-龥]{0}.",
    ),
    "漏标点": _within(lambda _, __: "", r"(?<=[一-龥])[，。；、](?=[一-龥])"),
    "叠标点": _within(lambda said, _: said + said, r"[，。；、：]"),
    "标点换": _within(_one_of({"，": "、 ；。", "。": "， 、", "、": "； 。", "；": "、"}), r"[，。；、]"),
    "半角": _within(
        _one_of({"，": ",", "。": ".", "；": ";", "：": ":", "（": "(", "）": ")"}), r"[，。；：（）]"
    ),
    "全角": _within(lambda said, _: said.translate({ord("0") + n: ord("０") + n for n in range(10)}), r"\d+"),
    "引号": _within(lambda _, __: "", r"[“”《》（）]"),
    "空格": _within(lambda said, _: f"{said[0]} {said[1]}", rf"{_HAN}{{2}}"),
    "法名": _within(_spoil, r"(?<=《)[^《》\d]{4,30}(?:法|条例|纲要|规定|宪法)(?=》)"),
    "缺宾语": _within(
        lambda _, __: "",
        r"(?<=[一-龥]{2})(?:工作|活动|机制|能力|水平|制度|体系|作用|责任|氛围|质效|意识)(?=[，。；])",
    ),
    "缺动词": _within(
        lambda _, __: "",
        r"(?<=[，；。])(?:开展|推进|加强|提升|完善|落实|强化|健全|建立|提高|组织|深化)(?=[一-龥])",
    ),
    "代号": _within(
        lambda _, chance: chance.choice(["X", "XX", "××", "**", "某", "  ", "（ ）", "__", "N"]),
        r"(?<![\d.])\d{1,4}(?=[件起场次份名户条人余])",
    ),
    "代称": _within(
        lambda said, chance: chance.choice(["X", "某", "××"]) + said[-1:],
        r"(?<=[，。、])(?:街道|镇|乡|县)(?=党|政|司)",
    ),
    "隐私": _within(
        lambda said, chance: (
            said
            + chance.choice(
                ["（电话13905331234）", "王建国（身份证号370305198001011234）", "（139 0533 1234）"]
            )
        ),
        r"(?:群众|村民|居民|当事人)",
    ),
    "的地得": _within(
        _one_of({"的": "得 地", "地": "的", "得": "的"}), r"(?<=[一-龥]{2})[的地得](?=[一-龥]{2})"
    ),
}


class Sentence(NamedTuple):
    """A sound sentence, and the report that it stands in."""

    text: str
    year: int
    level: str


def own_sentences() -> Iterator[Sentence]:
    """Give the sentences of the corpus that are sound."""
    for name in ("自拟", "仿公开报告"):
        for case in cases(name):
            if not case.bad:
                yield from _sentences(case.text, case.year, case.level)


def file_sentences(path: Path) -> Iterator[Sentence]:
    """Give the sentences of a text; year and level are those that it speaks of most."""
    text = path.read_text(encoding="utf-8")
    years = Counter(re.findall(r"(20[12]\d)年", text)).most_common(1)
    level = re.search(r"街道|镇|乡|县|区", text)
    yield from _sentences(text, int(years[0][0]) if years else 2023, _LEVELS[level[0]] if level else "镇")


def _sentences(text: str, year: int, level: str) -> Iterator[Sentence]:
    for line in text.splitlines():
        for sentence in re.findall(r"[^。]+。", line.strip(" 　#")):
            if 12 <= len(sentence) <= 160:
                yield Sentence(sentence.strip(), year, level)


def flagged(one: Sentence) -> list[tuple[str, Level, str]]:
    """Give the code, the level and the message of all that is found in a sentence by itself."""
    return [
        (rule.code, rule.level, found.message)
        for rule, found in findings(material(one.text, year=one.year, level=one.level))
        if found.block is not None and not rule.code.startswith(_OF_A_WHOLE)
    ]


def main() -> None:
    """Print the alarms on sound sentences by rule, and the share of planted faults that is found by kind."""
    asked = ArgumentParser()
    asked.add_argument("files", nargs="*", type=Path)
    asked.add_argument("--each", type=int, default=60)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--kinds", default=",".join(KINDS))
    asked.add_argument("--show", action="store_true")
    asked.add_argument("--sound", action="store_true")
    given = asked.parse_args()
    sentences = sorted({*own_sentences(), *(one for path in given.files for one in file_sentences(path))})
    sound = sentences if given.sound else []
    alarms(sound, show=given.show)
    if not given.sound:
        recall(sentences, given.kinds.split(","), given.each, given.seed, show=given.show)


def alarms(sentences: list[Sentence], *, show: bool) -> None:
    """Print how many sound sentences are flagged, by rule."""
    count: Counter[str] = Counter()
    errors = reminded = 0
    for one in sentences:
        found = flagged(one)
        levels = {level for _, level, _ in found}
        errors += Level.ERROR in levels
        reminded += bool(levels) and Level.ERROR not in levels
        count.update({code for code, _, _ in found})
        if show and found:
            print(one.text, [(code, message) for code, _, message in found])
    if sentences:
        signs = sum(len(one.text) for one in sentences)
        print(f"{len(sentences)}句{signs}字：错误{errors}句 提醒{reminded}句", dict(count.most_common()))


def recall(sentences: list[Sentence], kinds: list[str], each: int, seed: int, *, show: bool) -> None:
    """Print for each kind how many of the faults planted are found."""
    found_all = planted_all = 0
    for kind in kinds:
        chance = Random(f"{seed}{kind}")
        hits = planted = 0
        for one in chance.sample(sentences, len(sentences)):
            if planted == each:
                break
            fault = KINDS[kind](one.text, chance)
            if fault is None:
                continue
            planted += 1
            hit = bool({*flagged(one._replace(text=fault))} - {*flagged(one)})
            hits += hit
            if show and not hit:
                print("  漏", kind, fault)
        found_all, planted_all = found_all + hits, planted_all + planted
        print(f"{kind}\t{hits}/{planted} = {hits / max(1, planted):.0%}")
    print(f"合计\t{found_all}/{planted_all} = {found_all / max(1, planted_all):.1%}")


if __name__ == "__main__":
    main()
