"""文字: particles and other words of one character that stand where nothing belongs."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.material import Finding, Material
from generator.checks.partners import inserted_words
from generator.checks.registry import rule
from generator.checks.scan import is_quoted
from generator.patterns import pattern

_WHO = "群众|村民|居民|党员|干部|学生|师生|职工|人员|队员|委员|律师|商户|住户|农户|(?:人大|党员|群众|村民|居民|学生|家长|企业|商户)代表"
_WHAT = "企业|单位|商户|门店|场所|合同|文件|案件|群众|村民|居民|干部|党员|人员|对象|学生|制度|机制"
_ALL = "(?:全[镇县乡]|全街道|辖区内?|各类?|所有|全部|重点|相关|有关|部分|沿街|村级|基层|社区)*"
"""What says which of them, without a deed of theirs: 对涉及群众的进行回访 has one."""
_SHAPES = (
    pattern(r"(?<=[一-龥]{2})(?<![温缓柔总饱共中不谦祥调随平暖附饱应])和(?P<said>[的了](?!解))"),
    pattern(rf"(?:{_WHO})(?P<said>人)(?=\d)"),
    pattern(
        rf"对(?:{_ALL}|[^，。；的不未拒]{{0,8}}\d[家个名户份件处][^，。；的不未拒]{{0,12}}?)(?:{_WHAT})(?P<said>的)"
        r"(?=(?:进行|予以|加以|开展|实行|给予)(?!时|后|前|过程|情况|效果)[一-龥]{2})"
    ),
    pattern(r"(?:达到|增至|升至|降至|提高到|上升到|下降到|增加到)了?(?P<said>到)(?=\d)"),
    pattern(r"(?:提高|增加|上升|下降|减少|降低|压缩|缩短|扩大|提升)(?P<said>了)(?=到\d)"),
    pattern(
        r"(?:^|(?<=[。；，]))(?:为了?|以|将)[一-龥]{0,6}(?P<said>[在对])(?=(?:进一步|切实|更好地?|不断)[一-龥]{2})"
        r"(?![^，。；]*(?:[上中下后的]|方面))"
    ),
    pattern(
        r"(?P<said>[是有为在])(?=[，。；])(?<=(?:制度|机制|工作|纠纷|活动|群众|干部|责任|协议|法治|问题|水平|能力).)(?<!.所[是有为在])"
        r"(?<!(?:群众|干部|责任|问题)在)"
    ),
    pattern(r"(?<=每)(?P<said>[是有在的为])(?=(?:季度|月|周|年|村|户))"),
    pattern(r"(?P<said>所)(?=事务所)(?<=律师所)"),
)
"""Each shape's group `said` is what is too many: 获得感和的满意度, 群众人86人次, 对企业的进行检查."""


@rule(
    "文字-50",
    "多了字",
    yields_to=("文字-06", "文字-07", "文字-11", "文字-41", "文字-49"),
    bad="提升群众的获得感和的满意度，发放为宣传手册2600册。",
    good="提升群众的获得感和满意度，发放了宣传手册2600册，对拒不整改的进行处罚。",
)
def inserted(material: Material) -> Iterator[Finding]:
    """查两个词之间、分句末尾多出来的“的”“了”“是”“为”一类的字。

    查什么：“和的满意度”“接待群众人86人次”“对企业的进行检查”“提高了到5分”“每是季度”；“发放为宣传手册”“干部了群众”：前后两个词本来连用，中间容不下别的字。
    为什么：改写时留下了半个词，或者多敲了一个字。
    怎么改：删去。
    """
    for number, read in enumerate(material.readings):
        text = read.text
        places = {match.span("said") for shape in _SHAPES for match in shape.finditer(text)}
        for start, end in sorted(places | set(inserted_words(text))):
            if is_quoted(text, start):
                continue
            around = text[max(0, start - 3) : end + 3]
            yield Finding(f"“{around}”里多了“{text[start:end]}”。", "删去。", number, *read.at(start, end))
