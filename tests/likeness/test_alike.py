"""Planted copies are found, and nothing else: the same measure as bench/likeness.py, of fewer reports."""

import random

import pytest

from generator.files import save
from generator.likeness.alike import count_shared, find_alike, place_in, shared_passages
from generator.problems import UserError
from generator.resources import Templates
from generator.topics import read_topics
from tests.cli.command import EXAMPLES
from tests.likeness.judged import judged, read_made
from tests.likeness.made import KINDS, made_corpus

OWN = (
    "把调解桌搬到老槐树下，由老支书和退休教师轮流坐班，赶集的人顺路就能说事。",
    "遇到山林地界的旧账，先请上一辈人指认界石，再由司法所照着林权证逐户核对。",
    "对外出务工的当事人，约在春节返乡时当面调解，平时用视频把双方请到一起。",
    "把讲课的地方搬到茶厂车间，趁换班的半小时讲一个工钱纠纷的案子。",
    "每月选两件办结的案子写成顺口溜，请广播员用方言在大喇叭里念。",
)


def _facts(name, sentences, year=2023, level="镇"):
    lines = "\n".join(f"        - {one}" for one in sentences)
    return (
        f"年度: {year}\n单位:\n  名称: {name}人民政府\n  简称: {name}\n  级别: {level}\n举措成效:\n"
        f"  矛盾纠纷化解:\n    化解: 198起\n    排查: 231件\n    正文:\n{lines}\n"
    )


@pytest.fixture
def county(tmp_path):
    def write(**units):
        for name, text in units.items():
            save(tmp_path / f"{name}.yaml", text.encode("utf-8"))
        return sorted(tmp_path.glob("*.yaml"))

    return write


def test_planted_copies_are_found_and_nothing_else():
    reports, planted = made_corpus(120)
    result = judged(shared_passages(read_made(reports)), planted)
    assert all(result.recall[kind] >= 0.98 for kind in KINDS)
    assert all(result.sentence_recall[kind] >= 0.9 for kind in KINDS)
    assert (result.precision, result.sentence_precision) >= (0.98, 0.98)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(4))
def test_planted_copies_in_more_reports(seed):
    reports, planted = made_corpus(1500, seed)
    result = judged(shared_passages(read_made(reports)), planted)
    assert all(result.recall[kind] >= (0.9 if kind == KINDS[-1] else 0.98) for kind in KINDS)
    assert min(result.sentence_recall.values()) >= 0.9
    assert min(result.precision, result.sentence_precision) >= 0.98


def test_a_file_that_is_changed_meanwhile_is_told(county):
    files = county(甲镇=_facts("甲镇", OWN), 乙镇=_facts("乙镇", OWN))

    def changed(many):
        if many == len(files):
            save(files[0], _facts("乙镇", OWN[1:]).encode("utf-8"), force=True)

    with pytest.raises(UserError, match=r"乙镇\.yaml 被改动了"):
        find_alike(files, (), Templates(), tell=changed)


def test_a_copied_passage_is_told_with_its_lines(county):
    taken = [OWN[2], OWN[0].replace("老槐树", "大戏台"), OWN[1]]
    own = "另起一行写自己的事情，与别家全不一样。"
    files = county(乙水镇=_facts("乙水镇", OWN), 甲山镇=_facts("甲山镇", [own, *taken]))
    found = find_alike(files, (), Templates())
    assert found.read == 2
    (pair,) = found.pairs
    assert count_shared(pair) == 3
    assert [shared.other.text for shared in pair.passages[0]] == [taken[1], taken[2], taken[0]]
    first = pair.passages[0][0]
    assert place_in(pair.one, first.one) == "乙水镇.yaml第11行"
    assert "".join(piece.text for piece in first.pieces[1] if piece.changed) == "大戏台"
    assert pair.shares[1] > pair.shares[0] > 0.4


def test_a_unit_is_not_held_against_itself_but_against_last_year(county, tmp_path):
    this, old = county(今年=_facts("甲山镇", OWN), 去年=_facts("甲山镇", OWN, 2022))
    assert find_alike([this, old], (), Templates()).pairs == ()
    (pair,) = find_alike([this], [old], Templates()).pairs
    assert pair.last
    assert find_alike([], [this, old], Templates()).pairs == ()


def test_sentences_of_templates_count_only_when_asked_and_all_figures_are_the_same(county):
    files = county(甲山镇=_facts("甲山镇", OWN[:1]), 乙水镇=_facts("乙水镇", OWN[1:2]))
    assert find_alike(files, (), Templates()).pairs == ()
    other = county(丙河镇=_facts("丙河镇", OWN[2:3]).replace("198", "97"))
    assert find_alike(other, (), Templates(), figures_too=True).read == 3


def test_no_sentence_of_a_template_is_told_of_word_and_markdown_files(tmp_path):
    """Each unit reports all figures of all topics, and chooses the same common shortcomings and plans."""
    from generator.commands.steps import Given, prepare_report

    for seed, name in enumerate(("东平镇", "西山镇")):
        save(tmp_path / f"{name}.yaml", _every_figure(name, seed).encode("utf-8"))
        report = prepare_report(tmp_path / f"{name}.yaml", Given()).markdown
        assert len(report) > 5000
        save(tmp_path / "报告" / f"{name}.md", report.encode("utf-8"))
    found = find_alike(sorted((tmp_path / "报告").glob("*.md")), (), Templates())
    assert (found.read, found.pairs, found.unread) == (2, (), ())


def _every_figure(name, seed):
    rng = random.Random(seed)
    written = {"是否": lambda _field: "是", "频次": lambda _field: f"{rng.randint(2, 9)}次"}
    written["数量"] = lambda field: f"{rng.randint(2, 900)}{field.unit}"
    lines = [f"年度: 2024\n单位: {{简称: {name}, 级别: 镇}}", "举措成效:"]
    topics = read_topics(Templates())
    for topic in topics.measures.values():
        fields = [one for one in topic.fields.values() if one.kind in written and one.years.hold(2024)]
        kept = [one for one in fields if rng.random() < 0.7]
        lines += (
            [f"  {topic.name}:", *(f"    {one.name}: {written[one.kind](one)}" for one in kept)]
            if kept
            else []
        )
    lines.append("第一责任人:")
    lines += [
        f"  {one.name}: {written[one.kind](one)}"
        for one in topics.duty_fields.values()
        if one.kind in written
    ]
    lines.append("不足:\n  - 选用: 学法不深\n  - 选用: 执法力量薄弱\n计划:\n  - 选用: 推动学法用法常态化\n")
    return "\n".join(lines)


def test_the_examples_share_nothing_and_what_cannot_be_read_is_named(tmp_path):
    (tmp_path / "坏.yaml").write_bytes(b"\xff\xfe\x00")
    found = find_alike([*sorted(EXAMPLES.glob("*.yaml")), tmp_path / "坏.yaml"], (), Templates())
    assert found.pairs == ()
    assert [one.place.file for one in found.unread] == ["坏.yaml"]
