"""The network is refused to the process itself, its own machine aside; tried in one of its own: it is for good."""

import json
import os
import subprocess
import sys

import pytest

from tests.cli.command import EXAMPLES

REFUSED = (
    "socket.create_connection(('192.0.2.1', 80), 1)",
    "socket.create_connection(('example.invalid', 80), 1)",
    "socket.create_connection(('2001:db8::1', 80), 1)",
    "socket.create_connection(('127.0.0.1.example.invalid', 80), 1)",
    "socket.socket().connect_ex(('10.0.0.1', 80))",
    "socket.gethostbyname('example.invalid')",
    "socket.getaddrinfo(b'example.invalid', 80)",
    "socket.gethostbyaddr('192.0.2.1')",
    "socket.getnameinfo(('192.0.2.1', 80), 0)",
    "socket.socket().bind(('0.0.0.0', 0))",
    "socket.socket().bind(('', 0))",
    "socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 9))",
    "asyncio.run(asyncio.open_connection('192.0.2.1', 80))",
    "http.client.HTTPConnection('192.0.2.1', timeout=1).connect()",
)
ALLOWED = (
    "socket.socket().bind(('127.0.0.1', 0))",
    "socket.create_connection(listening.getsockname())",
    "pair[0].send(b'x')",
    "asyncio.run(asyncio.sleep(0))",
    "socket.getaddrinfo('127.0.0.1', 80)",
    "socket.getnameinfo(('127.0.0.1', 80), socket.NI_NUMERICHOST)",
)
FORKED = (
    "ProcessPoolExecutor(1, get_context('fork')).submit(socket.gethostbyname, 'example.invalid').result()"
)
SCRIPT = """
import asyncio, http.client, json, socket, sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from generator.offline.network import NetworkRefusedError, network_refused, refuse_network
before = network_refused()
refuse_network()
refuse_network()
listening, pair = socket.create_server(("127.0.0.1", 0)), socket.socketpair()
told = {"before": before, "after": network_refused()}
for step in json.loads(sys.argv[1]):
    try:
        exec(step)
    except NetworkRefusedError as error:
        told[step] = str(error)
    else:
        told[step] = ""
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def told():
    """What became of each step, as a process that refuses the network tells it."""
    steps = [*REFUSED, *ALLOWED, *([FORKED] if hasattr(os, "fork") else [])]
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, json.dumps(steps)],
        cwd=EXAMPLES.parent,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


@pytest.mark.parametrize("step", REFUSED)
def test_what_leads_elsewhere_is_refused(told, step):
    assert told[step].startswith("离线包不连网，只准本机（127.0.0.1）：")


@pytest.mark.parametrize("step", ALLOWED)
def test_this_machine_is_not(told, step):
    assert told[step] == ""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="系统没有 fork")
def test_a_process_that_was_forked_refuses_it_too(told):
    assert told[FORKED]


def test_whether_it_is_refused_is_found_by_asking(told):
    assert (told["before"], told["after"]) == (False, True)
