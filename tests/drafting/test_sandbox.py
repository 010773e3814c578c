"""What a template may do: read what it is given, join texts within bounds, reckon small sums."""

import tracemalloc

import pytest
from jinja2.exceptions import SecurityError, TemplateSyntaxError

from generator.drafting import sandbox
from generator.drafting.sandbox import CHARACTERS, Sandbox, joined
from generator.drafting.values import Value


def render(template):
    return Sandbox().from_string(template).render(甲="三")


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("{{ 'x'.ljust(9999999999) }}", "is not safely callable"),
        ("{{ 'x'.replace('x', 'xx') }}", "is not safely callable"),
        ("{{ '{:>9999999999}'.format(1) }}", "is not safely callable"),
        ("{% set 乙 = '长' %}" + "{% set 乙 = 乙 ~ 乙 %}" * 40, "拼出的文字超过"),
        ("{% set 乙 = '长' %}" + "{% set 乙 = 乙 + 乙 %}" * 40, "拼出的文字超过"),
        ("{% set 乙 = '长' %}" + "{% set 乙 %}{{ 乙 }}{{ 乙 }}{% endset %}" * 40, "拼出的文字超过"),
        ("{% set 乙 = ['长'] %}" + "{% set 乙 = [乙, 乙] %}" * 40 + "{{ 乙 }}", "只能是写定的文字或数"),
        ("{% set 乙 = ('长', 甲) %}", "只能是写定的文字或数"),
        ("{% set 乙 = {'长': 甲} %}", "只能是写定的文字或数"),
        ("{% macro 套() %}{{ varargs }}{% endmacro %}{{ 套(甲, 甲) }}", "模板里不能用“varargs”"),
        ("字" * 50_001, "模板超过50000字"),
    ],
)
def test_nothing_grows_beyond_reason(template, reason):
    with pytest.raises((SecurityError, TemplateSyntaxError), match=reason):
        render(template)


@pytest.mark.parametrize(
    "body", ["{{ 长 }}", "{{ 长 ~ 字 }}", "{{ 值 }}", "{{ 长 }}{{ 值 }}", "{{ 长 }}" * 20, "字" * 40_000]
)
def test_the_length_is_told_before_the_memory_is_taken(body):
    """The pieces may be one text or each its own: a thousand times 262,144 characters are half a gigabyte."""
    many = (
        "{% set 短 = '短' %}"
        + "{% set 短 = 短 ~ 短 %}" * 10
        + "{% set 长 = '长' %}"
        + "{% set 长 = 长 ~ 长 %}" * 18
    )
    template = Sandbox().from_string(
        many + "{% set 乙 %}{% for 字 in 短 %}" + body + "{% endfor %}{% endset %}"
    )
    tracemalloc.start()
    try:
        with pytest.raises(SecurityError, match="拼出的文字超过"):
            template.render(值=Value("值" * 300_000, ("路",)))
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "template",
    [
        "{% for 甲 in range(99999) %}{% for 乙 in range(99999) %}{% endfor %}{% endfor %}",
        "{% for 甲 in range(99999) %}{% for 乙 in range(99999) if 乙 > 99998 %}{{ 乙 }}{% endfor %}{% endfor %}",
        "{% macro 走(数) %}{% for 甲 in range(99) %}{{ 走(数 - 1) if 数 }}{% endfor %}{% endmacro %}{{ 走(20) }}",
    ],
)
def test_what_goes_on_for_ever_is_stopped(template, monkeypatch):
    monkeypatch.setattr(sandbox, "SECONDS", 0)
    with pytest.raises(SecurityError, match="0秒还没有执行完"):
        render(template)


def test_small_sums_and_written_lists_are_allowed():
    assert render("{{ 1 + 2 }}{{ 'a' + 'b' ~ 3 }}{% if '三' in ['三', '四'] %}有{% endif %}") == "3ab3有"


def test_each_rendering_has_an_allowance_of_its_own():
    template = Sandbox().from_string("{% set 乙 = 值 ~ '' %}" + "{% set 丙 %}{{ 乙 }}{% endset %}" * 3)
    for _ in range(3):
        assert template.render(值="值" * 400_000) == ""


def test_a_function_may_be_called_in_a_loop():
    template = Sandbox().from_string("{% for 一 in '甲乙' %}{{ 选(一, '丙') }}{% endfor %}")
    assert template.render(选=lambda *texts: texts[0]) == "甲乙"


def test_texts_are_joined_up_to_the_length_of_a_report():
    assert len(joined("字" for _ in range(CHARACTERS))) == CHARACTERS
    with pytest.raises(SecurityError):
        joined("字" for _ in range(CHARACTERS + 1))
