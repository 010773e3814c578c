"""Nothing but the page itself, in a browser of this machine, gets past the gate: over every route."""

from pathlib import Path

import pytest

from generator.commands.steps import Given
from generator.preview.app import PUBLIC, application, routes
from generator.preview.guard import Guard
from generator.preview.live import Live
from tests.preview.asgi import OURS, PORT, TOKEN, living, request, run

PATHS = sorted(
    {
        route.path.replace("{number:int}", "1").replace("{form}", "docx")
        for route in routes(Live(Given(), Path()))
    }
)
METHODS = ("GET", "POST")


def without(name):
    return {key: value for key, value in OURS.items() if key != name}


FOREIGN = {
    "a foreign host": OURS | {"host": f"evil.example:{PORT}"},
    "a name that resolves to this machine": OURS | {"host": f"127.0.0.1.nip.io:{PORT}"},
    "another port": OURS | {"host": "127.0.0.1:1"},
    "no port": OURS | {"host": "127.0.0.1"},
    "no host": without("host"),
    "host and origin both the attacker's": OURS | {"host": "evil.example", "origin": "http://evil.example"},
    "a foreign origin": OURS | {"origin": "http://evil.example"},
    "an opaque origin": OURS | {"origin": "null"},
    "another port's origin": OURS | {"origin": "http://127.0.0.1:1"},
    "https": OURS | {"origin": f"https://127.0.0.1:{PORT}"},
    "across sites": OURS | {"sec-fetch-site": "cross-site"},
    "the same site": OURS | {"sec-fetch-site": "same-site"},
}
NO_TOKEN = {
    "no token": without("x-nianbao-token"),
    "an empty token": OURS | {"x-nianbao-token": ""},
    "a wrong token": OURS | {"x-nianbao-token": TOKEN[:-1] + "x"},
    "more than the token": OURS | {"x-nianbao-token": TOKEN + "x"},
    "typed into the address bar": OURS | {"sec-fetch-site": "none"},
}


async def statuses(headers, methods=METHODS, kind="http", paths=PATHS):
    async with living() as (_, app):
        return {
            (path, method): (await request(app, path, method, headers, kind=kind))
            for path in paths
            for method in methods
        }


@pytest.mark.parametrize("headers", FOREIGN.values(), ids=FOREIGN)
def test_what_comes_from_elsewhere_is_refused_everywhere(headers):
    answers = run(statuses(headers))
    assert {answer.status for answer in answers.values()} <= {403, 421}
    assert len(answers) == len(PATHS) * len(METHODS)


@pytest.mark.parametrize("headers", NO_TOKEN.values(), ids=NO_TOKEN)
def test_without_the_token_only_what_is_the_same_for_all_is_given(headers):
    answers = run(statuses(headers))
    refused = {place for place, answer in answers.items() if answer.status == 401}
    assert refused == {place for place in answers if place[0] not in PUBLIC or place[1] == "POST"}


@pytest.mark.parametrize("method", ["OPTIONS", "HEAD", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT"])
def test_other_methods_are_refused_everywhere(method):
    assert {one.status for one in run(statuses(OURS, (method,))).values()} == {405}


def test_sockets_are_closed_and_unknown_kinds_get_no_answer():
    assert {one.status for one in run(statuses(OURS, kind="websocket")).values()} == {1008}
    for kind in ("lifespan", "webtransport", "http2"):
        assert set(run(statuses(OURS, ("GET",), kind=kind)).values()) == {None}


def test_two_hosts_are_none():
    async def twice():
        said = []

        async def send(message):
            said.append(message)

        guard = Guard(None, PORT, TOKEN, PUBLIC, {})
        host = (b"host", OURS["host"].encode())
        await guard({"type": "http", "method": "GET", "path": "/", "headers": [host, host]}, None, send)
        return said[0]["status"]

    assert run(twice()) == 421


def test_a_body_that_is_too_large_is_refused():
    async def large():
        async with living() as (_, app):
            return await request(app, "/act", "POST", body=b"x" * 2_000_001)

    assert run(large()).status == 413


def test_every_answer_forbids_what_the_page_does_not_need():
    answers = run(statuses(OURS, ("GET",), paths=sorted(PUBLIC)))
    refused = run(statuses(without("host"), ("GET",)))
    for answer in (*answers.values(), *refused.values()):
        assert answer.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self';")
        assert "unsafe-eval" not in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "access-control-allow-origin" not in answer.headers


def test_what_is_given_without_the_token_tells_nothing_of_the_file(tmp_path):
    path = tmp_path / "暗号镇-2023.yaml"
    path.write_text("年度: 2023\n单位: {名称: 暗号镇人民政府}\n", encoding="utf-8")

    async def public():
        async with living(path) as (_, app):
            return [(await request(app, one, headers=without("x-nianbao-token"))).body for one in PUBLIC]

    assert not any("暗号".encode() in body for body in run(public()))


def test_the_whole_application_stands_behind_the_guard():
    assert isinstance(application(Live(Given(), Path()), PORT, TOKEN), Guard)
