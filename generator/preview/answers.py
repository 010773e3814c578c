"""How the routes take what the page sends, and how they say what cannot be done."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from generator.commands.render import is_gap
from generator.preview.faults import faults_of
from generator.preview.told_here import told_here
from generator.problems import FactsError, Level, UserError

Endpoint = Callable[[Request], Awaitable[Response]]


WINDOW_HEADER = "x-nianbao-window"
"""The header in which the page says in which window it is, by a name that the window has made up."""


def window_of(request: Request) -> str:
    """Give the window that asks; "" for one that does not say."""
    return request.headers.get(WINDOW_HEADER, "")


async def sent_data(request: Request) -> Any:
    """Give what the page has sent as JSON, None for what is none."""
    with suppress(ValueError, RecursionError):
        return json.loads(await request.body() or b"null")
    return None


async def sent_texts(request: Request, *names: str) -> list[str]:
    """Give some texts that the page has sent by their names; raises UserError where one is missing or none."""
    data = await sent_data(request)
    texts = [data.get(name) if isinstance(data, dict) else None for name in names]
    if not all(isinstance(text, str) for text in texts):
        raise UserError("页面发来的内容认不出来。", "请刷新页面。")
    return [str(text) for text in texts]


def telling(endpoint: Endpoint) -> Endpoint:
    """Answer what cannot be done with a sentence and its remedy."""

    async def give(request: Request) -> Response:
        try:
            return await endpoint(request)
        except UserError as error:
            return JSONResponse({"message": error.message, "fix": error.fix}, 409)
        except FactsError as error:
            return JSONResponse(_told(error), 409)
        except Exception as error:  # noqa: BLE001  # no error of ours may leave the page without a word
            (fault,) = faults_of(error)
            return JSONResponse({"message": fault.message, "fix": fault.fix}, 409)

    return give


def _told(error: FactsError) -> dict[str, Any]:
    """Say what is wrong: the first of it and where, how much more, and whether all of it is still to be filled in."""
    problems = [one for one in error.problems if one.level is Level.ERROR] or list(error.problems)
    gaps = all(map(is_gap, problems))
    first = told_here(next((one for one in problems if not is_gap(one)), problems[0]))
    kind = "处没有填" if gaps else "处错误"
    more = f"共{len(problems)}{kind}。" if len(problems) > 1 else ""
    where = {"field": first.field, "line": first.place.line, "column": first.place.column}
    return {"message": f"{first.message}{more}", "fix": first.fix, "gaps": gaps, "where": where}
