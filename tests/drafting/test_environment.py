"""User templates: sandboxed, strict, bounded in time and output, every fault named with its template."""

import signal
from concurrent.futures import ThreadPoolExecutor

import pytest

from generator.drafting import environment, sandbox
from generator.drafting.environment import render_template
from generator.drafting.marks import strip_marks, unescape
from generator.drafting.values import ABSENT, Value
from generator.problems import UserError
from generator.resources import Templates


@pytest.fixture
def draw(tmp_path):
    def draw(text, **context):
        environment.environment.cache_clear()
        (tmp_path / "试.md.j2").write_text(text, encoding="utf-8")
        return render_template(Templates.with_own(tmp_path), "试.md.j2", context)

    return draw


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ("{{ 没有 }}", "没有声明的变量：“没有”"),
        ("第一行\n{{ 没有 }}", "第2行"),
        ("{{ 甲.__class__ }}", "越出了模板可做的事"),
        ("{{ 甲.__class__.__mro__ }}", "越出了模板可做的事"),
        ("{{ ''.format }}{{ ('%s' % 甲) }}", "这样的运算"),
        ("{{ '长' * 1000000000 }}", "这样的运算"),
        ("{{ 9 ** 99999 }}", "这样的运算"),
        ("{% for 一 in range(9) %}{% endfor %}", "没有声明的变量：“range”"),
        ("{% 分句 %}\n没有结尾", "缺少 {% 完 %}"),
        ("{{ 甲 | 乱写 }}", "不认识的过滤器"),
        ("{% 乱写 %}", "不认识的标签"),
        ("{{ 甲 ", "写法不对"),
        ("{% macro 套() %}{{ 套() }}{% endmacro %}{{ 套() }}", "套了自己"),
        ("{% include '试.md.j2' %}", "套了自己"),
        ("{{ 名单.append('乙') }}", "越出了模板可做的事"),
        ("{{ 甲() }}", "执行不下去"),
        ("{{ 选一() }}", "执行不下去"),
        ("{% for 一 in 名单 %}" * 25 + "{% endfor %}" * 25, "套的层数太多"),
    ],
)
def test_a_faulty_template_is_named(draw, template, reason):
    with pytest.raises(UserError) as caught:
        draw(template, 甲=Value("三", ("路",)), 名单=["甲"], 选一=lambda *texts: texts[0])
    assert reason in caught.value.message
    assert "试.md.j2" in caught.value.message
    assert caught.value.fix


LOOPS = "".join(f"{{% for {name} in 长 %}}" for name in "一二三四") + "BODY" + "{% endfor %}" * 4


def test_output_is_bounded(draw):
    with pytest.raises(UserError, match="超过"):
        draw(LOOPS.replace("BODY", "字"), 长=list(range(300)))


def test_blocks_called_by_name_are_bounded(draw):
    blocks = "{% block q0 %}" + "字" * 10_000 + "{% endblock %}"
    for number in range(1, 4):
        calls = f"{{{{ self.q{number - 1}() }}}}" * 10
        blocks += f"{{% block q{number} %}}{calls}{{% endblock %}}"
    with pytest.raises(UserError, match="拼出的文字超过"):
        draw(f"{{% if 无 %}}{blocks}{{% endif %}}{{% if self.q3() %}}短{{% endif %}}", 无=ABSENT)


ENDLESS = LOOPS.replace("BODY", "")
TWICE = "{% macro 套(层) %}{% if 层 %}{{ 套(层 - 1) }}{{ 套(层 - 1) }}{% endif %}{% endmacro %}{{ 套(60) }}"


@pytest.mark.parametrize("template", [ENDLESS, "{% set 甲 %}" + ENDLESS + "{% endset %}", TWICE])
def test_time_is_bounded(draw, monkeypatch, template):
    monkeypatch.setattr(sandbox, "SECONDS", 0.2)
    with pytest.raises(UserError, match="还没有执行完") as caught:
        draw(template, 长=list(range(300)))
    assert "试.md.j2" in caught.value.message


def test_time_is_bounded_in_the_background_too(draw, monkeypatch):
    """Shells start background commands with SIGINT ignored."""
    monkeypatch.setattr(sandbox, "SECONDS", 0.2)
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with pytest.raises(UserError, match="还没有执行完"):
            draw(ENDLESS, 长=list(range(300)))
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_time_is_bounded_in_a_thread_too(draw, monkeypatch):
    monkeypatch.setattr(sandbox, "SECONDS", 0.2)
    with ThreadPoolExecutor(1) as pool, pytest.raises(UserError, match="还没有执行完"):
        pool.submit(draw, ENDLESS, 长=list(range(300))).result()


def test_an_interruption_goes_through(draw):
    def interrupted():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        draw("{{ 选() }}", 选=interrupted)


def test_nothing_is_reckoned_while_compiling(draw):
    """What is written down would grow before the first bound is reached: a text of 10 becomes one of 781,250."""
    text = '"aaaaaaaaaa"'
    for _ in range(7):
        text = f'(({text}|list)~"")'
    with pytest.raises(UserError, match="拼出的文字超过"):
        draw("".join(f"{{% if {text} == '{number}' %}}甲{{% endif %}}" for number in range(30)))
    assert draw(f"{{% if 无 %}}{{{{ {text} }}}}{{% endif %}}短", 无=ABSENT) == "短"


def test_facts_are_never_template_source(draw):
    printed = strip_marks(draw("{{ 甲 }}", 甲=Value("{{ 7*191 }}", ("路",))))
    assert unescape(printed) == "{{ 7*191 }}"


@pytest.mark.parametrize("path", ["../密.txt", "里/../../密.txt", "/etc/hostname", "C:/密.txt", "..\\密.txt"])
def test_a_template_reads_no_file_beside_its_folder(draw, tmp_path, path):
    (tmp_path.parent / "密.txt").write_text("密", encoding="utf-8")
    with pytest.raises(UserError, match="模板文件夹以外"):
        draw(f"{{% include '{path}' %}}".replace("\\", "\\\\"))


def test_a_fault_is_named_with_the_file_it_stands_in(draw, tmp_path):
    (tmp_path / "里.md.j2").write_text("\n\n{{ 没有 }}", encoding="utf-8")
    with pytest.raises(UserError, match=r"模板“里\.md\.j2”第3行"):
        draw("{% include '里.md.j2' %}")
