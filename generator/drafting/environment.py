"""The one Jinja environment: strict, sandboxed, bounded.

Facts are data and never template source. A template may read the facts and nothing else; a user's
own template that never ends, or that fills the memory, is stopped with its name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import PurePath, PureWindowsPath
from typing import Any

import jinja2
from jinja2.exceptions import SecurityError

from generator.drafting.compiled import cache
from generator.drafting.filters import FILTERS
from generator.drafting.sandbox import Sandbox
from generator.drafting.tags import TAG_FILTERS, ReportTags
from generator.problems import UserError
from generator.resources import Templates
from generator.topics.loading import body_of

_FAULTS = (TypeError, ValueError, AttributeError, LookupError, ArithmeticError, jinja2.TemplateError)
_MEND = "请改正模板，或移走这个文件改用内置的模板。"


@lru_cache(maxsize=8)
def environment(templates: Templates) -> Sandbox:
    """Give the environment that reads from these template folders; compiled templates stay in it."""
    env = Sandbox(
        loader=jinja2.FunctionLoader(lambda name: _load(templates, name)),
        undefined=jinja2.StrictUndefined,
        extensions=[ReportTags],
        # line ends stay, for one line is one clause
        trim_blocks=False,
        lstrip_blocks=True,
        autoescape=False,
        auto_reload=False,
        bytecode_cache=cache(),
    )
    env.filters |= {**FILTERS, **TAG_FILTERS}
    return env


def _load(templates: Templates, name: str) -> tuple[str, str, Callable[[], bool]]:
    asked = PureWindowsPath(name)  # it parts by / and by \\, and knows drives
    if asked.anchor or ".." in asked.parts:
        raise UserError(f"模板里不能引用模板文件夹以外的文件：{name}", _MEND)
    resource = templates.read(name)
    body = body_of(resource) if resource.text.startswith("---") else resource.text
    return body, str(resource.path), lambda: True


def render_template(templates: Templates, name: str, context: Mapping[str, Any]) -> str:
    """Render one template with marks.

    Raises UserError naming template and line when it is wrong, unsafe, endless or far too long.
    """
    try:
        return environment(templates).get_template(name).render(context)
    except jinja2.TemplateSyntaxError as error:
        raise UserError(
            f"模板“{error.name or name}”第{error.lineno}行写法不对：{_syntax(error)}", _MEND
        ) from error
    except (MemoryError, RecursionError) as error:
        raise UserError(f"模板“{name}”用去的内存太多，或套了自己。", _MEND) from error
    except SyntaxError as error:  # of the Python that the engine compiles a template to
        where = _named(templates, error.filename or "") or name
        raise UserError(f"模板“{where}”里 for、if 套的层数太多。", _MEND) from error
    except _FAULTS as error:
        raise UserError(f"模板{_where(templates, name, error)}{_said(error)}", _MEND) from error


def _said(error: Exception) -> str:
    """Say in Chinese what went wrong while a template ran."""
    if isinstance(error, jinja2.UndefinedError):
        return f"用了没有声明的变量：{_quoted(error)}"
    if isinstance(error, SecurityError):
        return f"越出了模板可做的事：{_chinese(error)}"
    return f"执行不下去：{_chinese(error)}"


def _where(templates: Templates, name: str, error: BaseException) -> str:
    """Find file and line in the traceback: a template's code is compiled with its file's name and line numbers."""
    line, trace = 0, error.__traceback__
    while trace is not None:
        if found := _named(templates, trace.tb_frame.f_code.co_filename):
            name, line = found, trace.tb_lineno
        trace = trace.tb_next
    return f"“{name}”第{line}行" if line else f"“{name}”"


def _named(templates: Templates, path: str) -> str:
    """Give a template's name within its folder, or nothing for a path that is in none."""
    folder = next((one for one in templates.folders if PurePath(path).is_relative_to(one)), None)
    return PurePath(path).relative_to(folder).as_posix() if folder and path.endswith(".j2") else ""


def _syntax(error: jinja2.TemplateSyntaxError) -> str:
    message = error.message or ""
    known = {
        "Unexpected end of template": "缺少 {% 完 %} 或 {% endif %}、{% endfor %}",
        "Encountered unknown tag": "有不认识的标签",
        "No filter named": "有不认识的过滤器",
        "unexpected": "大括号里有多余的符号",
        "expected token": "大括号里缺少符号",
    }
    found = next((chinese for english, chinese in known.items() if english in message), "")
    return f"{found}。" if found else _chinese(error)


def _quoted(error: Exception) -> str:
    """Give the name that the engine's message holds in quotes."""
    parts = str(error).split("'")
    return f"“{parts[-2]}”。" if len(parts) > 2 else "见模板。"


def _chinese(error: Exception) -> str:
    text = str(error)
    return f"{text}。" if any("\u4e00" <= sign <= "\u9fff" for sign in text) else "请核对大括号里的写法。"
