"""The page of the public interface, from the signatures and docstrings of what the package gives."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from types import FunctionType

import generator

_HEAD = """# 在程序里用

```sh
pip install nianbao-0.1.0-py3-none-any.whl    # 安装包由 python3 run.py build 打好
```

```python
import generator

for problem in generator.check("稷下街道-2023.yaml"):
    print(problem.place, problem.level.value, problem.message)
generator.render("稷下街道-2023.yaml", "稷下街道.docx")
```

公开的名称就是这一页列出的，其余的随时会变。四个函数都只认文件和事实，不打印，不联网；错误都是 `UserError` 或 `FactsError`，里面是给人看的中文。
要在别的语言里用，请运行命令并加 `--json`，格式由 `nianbao schema --printed` 给出。
例子用的 `稷下街道-2023.yaml` 在 `examples` 文件夹里。以下由代码里的说明生成，每个例子单独就能运行。
"""
_TITLES = {"Args": "参数", "Returns": "返回", "Raises": "异常", "Examples": "例子"}
_SECTION = re.compile(rf"^({'|'.join(_TITLES)}):\n", re.MULTILINE)


def interface() -> str:
    """Give the page of the public interface as Markdown."""
    given = map(vars(generator).get, generator.__all__)
    functions = sorted(filter(inspect.isfunction, given), key=lambda one: one.__code__.co_firstlineno)
    records = [name for name in generator.__all__ if inspect.isclass(getattr(generator, name))]
    return _HEAD + "".join(map(_function, functions)) + "\n## 记录和错误\n\n" + "".join(map(_record, records))


def _function(function: FunctionType) -> str:
    first, *sections = _SECTION.split(inspect.getdoc(function) or "")
    name, signature = function.__name__, str(inspect.signature(function)).replace("'", "")
    told = "".join(_sections(sections))
    return f"\n## {name}\n\n```python\n{name}{signature}\n```\n\n{first.strip()}\n{told}"


def _sections(parts: list[str]) -> Iterator[str]:
    for title, body in zip(parts[::2], parts[1::2], strict=True):
        text = inspect.cleandoc(body)
        if title == "Examples":
            yield f"\n{_TITLES[title]}：\n\n```pycon\n{text}\n```\n"
        elif title == "Returns":
            yield f"\n{_TITLES[title]}：{text}\n"
        else:
            yield (
                f"\n{_TITLES[title]}：\n\n"
                + re.sub(r"^(\w+): ", r"- `\1`：", text, flags=re.MULTILINE)
                + "\n"
            )


def _record(name: str) -> str:
    told = (inspect.getdoc(getattr(generator, name)) or "").replace("\n\n", " ").replace("\n", " ")
    return f"- `{name}`：{told}\n"
