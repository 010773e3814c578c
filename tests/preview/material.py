"""A facts file's text as the form sees it: read, drafted, checked."""

from pathlib import Path

from generator.commands.explain import explain_sentences
from generator.commands.steps import Given, check_prepared, draft_report
from generator.facts.loading import readable_facts
from generator.preview.form import form_blocks
from generator.preview.form_model import FormMaterial
from generator.yamltext.source import read_source

FILE = "甲镇-2025.yaml"
FACTS = """\
年度: 2025
单位:
  名称: 甲镇人民政府
  简称: 甲镇
  级别: 镇
举措成效:
  # 第一节
  健全机制:
    组织领导:
      同部署: 是
      专题会议: 4次   # 党政办
    行政执法:
      立案: {值: 19件, 来源: 执法队台账}
      办结: 20件
  化解纠纷:
    矛盾纠纷化解:
      排查: 231件
      特色活动: [甲, 乙]
      正文:
        - 网格员上门【调解：198件】，【调解室调处：41件】。
        - 全年没有越级上访。
    # 法律援助:
    #   法律援助: 12件
第一责任人:
  领导班子学法: 6次
不足:
  - 选用: 执法装备不全
  - 问题: 队伍力量不足
    原因: 编制少
计划:
  - 选用: 配齐执法装备
"""


def form_material(text=FACTS, opened=()):
    """Give what the form of a text is made of."""
    given, source = Given(), read_source(text.encode(), FILE)
    reading = readable_facts(source, FILE, given.templates)
    prepared = draft_report(Path(FILE), reading.facts, given)
    sentences = {}
    for number, sentence in enumerate(explain_sentences(prepared)):
        for ground in sentence.grounds:
            sentences.setdefault(ground.field, number)
    problems = (*reading.problems, *check_prepared(prepared, given).problems)
    return FormMaterial(source, reading.facts, problems, sentences, given.templates, frozenset(opened))


def block_called(name, text=FACTS, opened=()):
    """Give the block of a form that is called so."""
    return next(one for one in form_blocks(form_material(text, opened)) if one.name == name)


def entry_called(block, label):
    """Give the entry of a block that is called so."""
    return next(one for one in block.entries if one.label == label)
