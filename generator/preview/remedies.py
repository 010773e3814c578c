"""The routes of what is done about a problem beside typing: it is mended as a rule knows, or let stand."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from generator.preview.answers import Endpoint, sent_data, telling
from generator.preview.live import Live
from generator.preview.quieting import quieting
from generator.preview.rendered import mended_text
from generator.preview.told_here import QUIETED, told_here
from generator.problems import Place, UserError


def remedies(live: Live) -> list[Route]:
    """Give the routes."""
    return [
        Route("/mend", _mend(live), methods=["POST"]),
        Route("/quiet", _quiet(live), methods=["POST"]),
    ]


def _mend(live: Live) -> Endpoint:
    """Mend what a rule has found, as `check --fix` does: of a problem its code and where it stands."""

    async def give(request: Request) -> Response:
        data, rendered = await sent_data(request), live.whole
        one = data if isinstance(data, dict) else {}
        code, line, column = (one.get(name) for name in ("code", "line", "column"))
        if rendered is None or type(line) is not int or type(column) is not int:
            raise UserError("没有这一处。", "请刷新页面。")
        place = Place(rendered.file, line, column)
        action = await live.hands.slowly(lambda: mended_text(rendered, live.given, str(code), place))
        await live.work(lambda session: session.do(action))
        return JSONResponse({"version": live.version})

    return telling(give)


def _quiet(live: Live) -> Endpoint:
    """Let a reminder stand; what is sent is its code, where it stands, and what the page says of it."""

    async def give(request: Request) -> Response:
        data, rendered, problems = await sent_data(request), live.whole, live.problems
        sent = (
            [data.get(name) for name in ("code", "line", "column", "message")]
            if isinstance(data, dict)
            else []
        )
        meant = (one for one in problems if [one.code, *one.place[1:], told_here(one).message] == sent)
        problem = next(meant, None)
        if rendered is None or problem is None:
            raise UserError("没有这一条提醒，可能刚改过。", "请看看现在列着的。")
        said = rendered.sentences_of(problem)
        action = quieting(problem, problems, rendered.said[said[0]].text if said else "")
        await live.work(lambda session: session.do(action))
        told = (
            f"这一处不再提醒，列在填表最下面的“{QUIETED}”里：可以写明原因，也可以恢复。按“撤销”也可以恢复。"
        )
        return JSONResponse({"version": live.version, "told": told})

    return telling(give)
