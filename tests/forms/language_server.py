"""The yaml-language-server of VS Code's YAML extension, driven over standard input and output as an editor does."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

NAME = "yaml-language-server"
_SETTINGS = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}
_INSTALL = [
    "install",
    "--no-audit",
    "--no-fund",
    "--fetch-retries=0",
    "--fetch-timeout=20000",
    f"{NAME}@^1.15",
]


def find_server(folder: Path) -> Path | None:
    """Give the server's command: the one on the PATH, else one that npm puts into the folder; None where it cannot."""
    if there := shutil.which(NAME):
        return Path(there)
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        return None
    try:
        subprocess.run([npm, *_INSTALL], cwd=folder, capture_output=True, check=True, timeout=180)
    except (OSError, subprocess.SubprocessError):
        return None
    return folder / "node_modules" / ".bin" / NAME


class LanguageServer:
    """One server at work in a folder; texts are opened in it and asked about."""

    def __init__(self, command: Path, folder: Path) -> None:
        self._folder, self._number = folder, 0
        self._process = subprocess.Popen(
            [command, "--stdio"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        uri = folder.as_uri()
        snippets = {"completion": {"completionItem": {"snippetSupport": True}}}
        can = {"textDocument": snippets, "workspace": {"configuration": True}}
        self._ask(
            "initialize", {"processId": None, "rootUri": uri, "capabilities": can, "workspaceFolders": None}
        )
        self._send({"method": "initialized", "params": {}})

    def close(self) -> None:
        """End the server."""
        self._process.kill()
        self._process.communicate()

    def opened(self, text: str) -> str:
        """Open a text as a file of its own, and give the address by which it is asked about."""
        self._number += 1
        uri = (self._folder / f"{self._number}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        return uri

    def completions(self, before: str, after: str = "") -> dict[str, str]:
        """Give what is offered at the end of a text, each with what it inserts."""
        line, column = before.count("\n"), len(before.rpartition("\n")[2])
        found = self._at("completion", self.opened(before + after), line, column)
        return {one["label"]: one.get("insertText", "") for one in found["items"]}

    def hover(self, uri: str, line: int, column: int) -> str:
        """Give what is shown of the key at a place; lines and columns count from 0."""
        found = self._at("hover", uri, line, column)
        return found["contents"]["value"] if found else ""

    def _at(self, what: str, uri: str, line: int, column: int) -> dict:
        place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": column}}
        return self._ask(f"textDocument/{what}", place)

    def _ask(self, method: str, params: dict) -> dict:
        """Send a request and give its answer; the server's own requests in between are answered."""
        self._number += 1
        asked = self._number
        self._send({"id": asked, "method": method, "params": params})
        while True:
            message = self._received()
            if "method" not in message and message.get("id") == asked:
                return message["result"]
            if "method" in message and "id" in message:
                self._send({"id": message["id"], "result": _answer(message)})

    def _send(self, message: dict) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _received(self) -> dict:
        length = 0
        while line := self._process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        assert length, "the server has ended"
        return json.loads(self._process.stdout.read(length))


def _answer(message: dict) -> list | None:
    if message["method"] != "workspace/configuration":
        return None
    return [_SETTINGS if one.get("section") == "yaml" else {} for one in message["params"]["items"]]
