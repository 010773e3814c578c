"""The routes by which files come in: the page without a file, and what is dropped on the page."""

from __future__ import annotations

from urllib.parse import unquote

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from generator.preview.answers import Endpoint, sent_data, sent_texts, telling, window_of
from generator.preview.arrivals import Arrival, Placed, read_arrival
from generator.preview.live import Live
from generator.preview.placing import placing
from generator.preview.session import Session
from generator.preview.start import chosen_file, facts_from_report, new_facts_file
from generator.problems import UserError

LARGEST = {"/import": 20_000_000, "/arrival": 20_000_000}
"""Bytes that a file may have that is brought in, by the route that takes it."""


def entrances(live: Live) -> list[Route]:
    """Give the routes."""
    return [
        Route(path, telling(endpoint(live)), methods=["POST"])
        for path, endpoint in (
            ("/open", _open),
            ("/new", _new),
            ("/import", _import),
            ("/arrival", _arrival),
            ("/take", _take),
            ("/take-sure", _take_sure),
            ("/place", _place),
            ("/leave", _leave),
        )
    ]


def _open(live: Live) -> Endpoint:
    """Open a file of the folder at hand, by its name."""

    async def give(request: Request) -> Response:
        (name,) = await sent_texts(request, "name")
        await live.open(chosen_file(live.folder, name))
        return JSONResponse({})

    return give


def _new(live: Live) -> Endpoint:
    """Begin a new file."""

    async def give(request: Request) -> Response:
        unit, year, level = await sent_texts(request, "unit", "year", "level")
        try:
            await live.open(
                await live.hands.slowly(
                    lambda: new_facts_file(live.folder, unit, year, level, live.given.templates)
                )
            )
        finally:
            live.wish()  # one that is there already is to be chosen from the list
        return JSONResponse({})

    return give


def _import(live: Live) -> Endpoint:
    """Begin a file from last year's report."""

    async def give(request: Request) -> Response:
        name, data = _name(request), await request.body()
        await live.open(
            await live.hands.slowly(lambda: facts_from_report(live.folder, name, data, live.given.templates))
        )
        return JSONResponse({})

    return give


def _arrival(live: Live) -> Endpoint:
    """Read what was dropped beside the open file."""

    async def give(request: Request) -> Response:
        session, name, data = live.session, _name(request), await request.body()
        if session is None:
            raise UserError("还没有打开事实文件。", "请先打开一份。")
        path = session.path
        _refuse_while_open(live.arrival, session.text, name)
        arrival = await live.hands.slowly(lambda: read_arrival(name, data, path, live.given))
        _refuse_while_open(live.arrival, session.text, name)  # another may have come while this one was read
        live.arrival = arrival
        live.wish()
        return JSONResponse({})

    return give


def _refuse_while_open(before: Arrival | None, text: str, name: str) -> None:
    """Refuse what would put away something that is not decided yet; raises UserError."""
    waiting, left = (before.waiting(text), before.left_waiting(text)) if before else (0, 0)
    if before and (waiting or left):
        told = "、".join([f"{waiting}条没有决定"] * bool(waiting) + [f"{left}项没有归处"] * bool(left))
        fix = "请先逐条决定，或者按“收起”，再送一次。" if waiting else "不用了的，请按“收起”，再送一次。"
        raise UserError(f"{before.name} 还有{told}，{name} 没有收。", fix)


def _take(live: Live) -> Endpoint:
    """Decide one of the proposals that came."""

    async def give(request: Request) -> Response:
        data, arrival, session = await sent_data(request), live.arrival, live.session
        number, yes = (data.get("number"), data.get("yes")) if isinstance(data, dict) else (None, None)
        if arrival is None or session is None or type(number) is not int or type(yes) is not bool:
            raise UserError("没有这一条。", "请刷新页面。")
        if yes:
            text = session.text
            action = await live.hands.slowly(lambda: arrival.taking(number, text))
            await live.work(lambda session: session.do(action))
            arrival.taken[number] = action
        else:
            arrival.refused.add(number)
        live.wish()
        return JSONResponse({})

    return give


def _take_sure(live: Live) -> Endpoint:
    """Take all the proposals in which nothing is to be decided, in one step."""

    async def give(_: Request) -> Response:
        arrival, session = live.arrival, live.session
        if arrival is None or session is None:
            raise UserError("没有送来的材料。", "请刷新页面。")
        text = session.text
        action, each = await live.hands.slowly(lambda: arrival.taking_sure(text))
        await live.work(lambda session: session.do(action))
        arrival.taken.update(each)
        live.wish()
        return JSONResponse({})

    return give


def _place(live: Live) -> Endpoint:
    """Give a figure that has no field the one that the clerk names, or write its words among a topic's own."""

    async def give(request: Request) -> Response:
        data, arrival = await sent_data(request), live.arrival
        number, name = (data.get("number"), data.get("name")) if isinstance(data, dict) else (None, None)
        if arrival is None or type(number) is not int or not 0 <= number < len(arrival.left):
            raise UserError("没有这一条。", "请刷新页面。")
        left, name = arrival.left[number], str(name)
        material = await live.hands.quickly(live.material)
        if material is None:
            raise UserError("文件现在读不出来，没有写。", "请先改好文件。")
        action, window = placing(material, left, name), window_of(request)
        where = name.replace(".", " · ") if "." in name else f"{name} · 正文"

        def put(session: Session) -> None:
            if arrival.placed_in(number, session.text):
                return  # pressed twice
            # before it is brought in: where it clashes it is placed once that is settled so
            arrival.placed[number] = Placed(where, session.bringing(action))
            session.bring(action, window)

        await live.work(put)
        return JSONResponse({})

    return give


def _leave(live: Live) -> Endpoint:
    """Put away what was dropped."""

    async def give(_: Request) -> Response:
        live.arrival = None
        live.wish()
        return JSONResponse({})

    return give


def _name(request: Request) -> str:
    """Give the name of a file that is brought; it says what kind it is and what it is called, never where it goes."""
    return (
        unquote(request.headers.get("x-file-name", ""))[-200:].replace("\\", "/").rpartition("/")[2] or "文件"
    )
