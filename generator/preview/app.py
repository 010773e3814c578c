"""The routes of the local page: what each gives, and what each does with the open file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from generator.document.sheet import page_measures
from generator.preview.actions import action_of
from generator.preview.answers import Endpoint, sent_data, sent_texts, telling, window_of
from generator.preview.differences import LAST, MOVES, OPENED, reshaped
from generator.preview.downloads import DOWNLOADS, report_file
from generator.preview.entrances import LARGEST, entrances
from generator.preview.field_search import search_fields
from generator.preview.form_html import found_html
from generator.preview.guard import Application, Guard
from generator.preview.live import Live
from generator.preview.page_templates import FOLDER
from generator.preview.picture import picture_svg
from generator.preview.remedies import remedies
from generator.preview.session import Session
from generator.preview.stream import events
from generator.preview.told_after import done_told, undone_told
from generator.preview.views import ground_card, shell
from generator.problems import UserError
from generator.resources import Templates

_FILES = {
    "/页面.js": ("页面.js", "text/javascript"),
    "/page.css": ("页面.css", "text/css"),
    "/form.css": ("表单.css", "text/css"),
    "/收发.js": ("收发.js", "text/javascript"),
    "/按钮.js": ("按钮.js", "text/javascript"),
    "/表单.js": ("表单.js", "text/javascript"),
    "/撤销.js": ("撤销.js", "text/javascript"),
    "/走开.js": ("走开.js", "text/javascript"),
    "/光标.js": ("光标.js", "text/javascript"),
    "/进出.js": ("进出.js", "text/javascript"),
    "/一图.js": ("一图.js", "text/javascript"),
    "/idiomorph.js": ("idiomorph-0.8.0.js", "text/javascript"),
}
_Task = Callable[[Session, Any, str], Mapping[str, Any]]
"""What is done with the open file, what the page has sent, and the window in which it was done; gives the answer."""
PUBLIC = frozenset({"/", "/paper.css", *_FILES})
"""What is the same for everybody and tells nothing of any file: needed before the page can show its token."""


def application(live: Live, port: int, token: str) -> Application:
    """Give the whole application behind its guard."""
    return Guard(Starlette(routes=routes(live)), port, token, PUBLIC, LARGEST)


def routes(live: Live) -> list[Route]:
    """Give every route there is."""
    return [
        *(Route(path, _file(*one), methods=["GET"]) for path, one in _FILES.items()),
        Route("/", _shell, methods=["GET"]),
        Route("/paper.css", _paper(live), methods=["GET"]),
        Route("/stream", _stream(live), methods=["GET"]),
        Route("/text", _text(live), methods=["GET"]),
        Route("/sentence/{number:int}", _sentence(live), methods=["GET"]),
        Route("/line/{number:int}", _line(live), methods=["GET"]),
        Route("/picture", _picture(live), methods=["GET"]),
        Route("/report/{form}", _report(live), methods=["GET"]),
        Route("/act", _doing(live, _act(live.given.templates)), methods=["POST"]),
        Route("/field", _open(live), methods=["POST"]),
        Route("/fields", _fields(live), methods=["GET"]),
        Route("/compare/opened", _compare(live, OPENED), methods=["POST"]),
        Route("/compare/last", _compare(live, LAST), methods=["POST"]),
        Route("/undo", _doing(live, _undo), methods=["POST"]),
        Route("/redo", _doing(live, _redo), methods=["POST"]),
        Route("/settle", _doing(live, _settle), methods=["POST"]),
        *remedies(live),
        *entrances(live),
    ]


def _file(name: str, kind: str) -> Endpoint:
    async def give(_: Request) -> Response:
        return Response(Templates().read(f"{FOLDER}/{name}").text, media_type=kind)

    return give


async def _shell(_: Request) -> Response:
    return Response(shell(), media_type="text/html")


def _paper(live: Live) -> Endpoint:
    """Give the style sheet of the report's pages, with the measures of the layout before it."""

    async def give(_: Request) -> Response:
        sheet = page_measures(live.layout) + Templates().read(f"{FOLDER}/版面.css").text
        return Response(sheet, media_type="text/css")

    return give


def _stream(live: Live) -> Endpoint:
    async def give(request: Request) -> Response:
        return StreamingResponse(events(live, window_of(request)), media_type="text/event-stream")

    return give


def _text(live: Live) -> Endpoint:
    async def give(_: Request) -> Response:
        return JSONResponse(await live.work(_whole_text))

    return telling(give)


def _sentence(live: Live) -> Endpoint:
    """Give what a sentence rests on, to be shown beside it, and where its field is."""

    async def give(request: Request) -> Response:
        sentences = live.rendered.sentences if live.rendered else ()
        number = request.path_params["number"]
        if number >= len(sentences):
            return JSONResponse({"html": "", "field": "", "line": 0})
        grounds = [
            one for one in sentences[number].grounds if live.rendered and one.place.file == live.rendered.file
        ]
        first = grounds[0] if grounds else None
        return JSONResponse(
            {
                "html": ground_card(sentences[number], live.rendered.file if live.rendered else ""),
                "field": first.field if first else "",
                "line": first.place.line if first else 0,
                "column": first.place.column if first else 0,
            }
        )

    return give


def _line(live: Live) -> Endpoint:
    """Give the sentences that rest on a line of the file."""

    async def give(request: Request) -> Response:
        by_line = live.rendered.by_line if live.rendered else {}
        return JSONResponse({"sentences": by_line.get(request.path_params["number"], ())})

    return give


def _open(live: Live) -> Endpoint:
    """Show a field of the form in which nothing is written yet."""

    async def give(request: Request) -> Response:
        (name,) = await sent_texts(request, "name")
        live.open_field(name)
        return JSONResponse({"version": live.version})

    return telling(give)


def _fields(live: Live) -> Endpoint:
    """Give the fields that a word finds; `for` is the number of a figure that one of them is to have."""

    async def give(request: Request) -> Response:
        query, place = (request.query_params.get(name, "") for name in ("q", "for"))
        material = await live.hands.quickly(live.material)
        fields = search_fields(material, query) if material else ()
        return Response(found_html(query, fields, place if place.isdecimal() else ""), media_type="text/html")

    return telling(give)


def _picture(live: Live) -> Endpoint:
    """Give the year in one picture."""

    async def give(_: Request) -> Response:
        facts = live.rendered.prepared.facts if live.rendered else None
        if facts is None:
            raise UserError("现在画不成图。", "请先打开一份事实文件。")
        return Response(picture_svg(facts), media_type="image/svg+xml")

    return telling(give)


def _compare(live: Live, name: str) -> Endpoint:
    """Show where the report differs from an earlier one; asked again, show that no more."""

    async def give(_: Request) -> Response:
        await live.compare(name)
        return JSONResponse({"version": live.version})

    return telling(give)


def _report(live: Live) -> Endpoint:
    """Give the report as a file; what is asked for is one of a fixed list, never a path."""

    async def give(request: Request) -> Response:
        form, rendered = request.path_params["form"], live.whole
        if rendered is None or form not in DOWNLOADS:
            raise UserError("现在没有可以下载的。", "请先打开一份事实文件。")
        unfinished = request.query_params.get("draft") == "1"
        made = await live.hands.slowly(
            lambda: report_file(rendered, form, live.given, live.layout_file, unfinished=unfinished)
        )
        return Response(made.data, media_type=DOWNLOADS[form], headers={"X-Name": quote(made.name)})

    return telling(give)


def _act(templates: Templates) -> _Task:
    def act(session: Session, data: Any, window: str) -> Mapping[str, Any]:
        action, before = action_of(data, templates), session.text
        done: dict[str, Any] = {"typed": session.do(action, window), "version": session.version}
        if told := done_told(action, before, session.text, session.path.name, templates):
            done["told"] = told
        return done

    return act


def _undo(session: Session, _: Any, __: str) -> Mapping[str, Any]:
    before = session.text
    session.undo()
    told = undone_told(before, session.text, session.path.name, "撤销")
    return {"version": session.version, "told": told}


def _redo(session: Session, _: Any, __: str) -> Mapping[str, Any]:
    before = session.text
    session.redo()
    told = undone_told(before, session.text, session.path.name, "重做")
    return {"version": session.version, "told": told}


def _settle(session: Session, data: Any, _: str) -> Mapping[str, Any]:
    number, mine = (data.get("number"), data.get("mine")) if isinstance(data, dict) else (None, None)
    if type(number) is not int or type(mine) is not bool:
        raise UserError("页面发来的选择认不出来。", "请刷新页面。")
    session.settle(number, mine=mine)
    return {"version": session.version}


def _doing(live: Live, task: _Task) -> Endpoint:
    """Do something with what the page sends, and answer with the version that came of it.

    The task makes the answer itself: a moment later the thread that has the file is at work for another tab. What a
    move has changed of the words beside the order is told.
    """

    async def answer(request: Request) -> Response:
        data, window, before = await sent_data(request), window_of(request), live.rendered
        done: dict[str, Any] = dict(await live.work(lambda session: task(session, data, window)))
        if isinstance(data, dict) and data.get("kind") in MOVES and before and live.rendered:
            done["told"] = reshaped(before.said, live.rendered.said)
        return JSONResponse(done)

    return telling(answer)


def _whole_text(session: Session) -> Mapping[str, Any]:
    return {"version": session.version, "text": session.shown_text, "name": session.path.name}
