"""A real HTTP server on this machine that plays a language model, honest or not, for tests."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

__all__ = ["Asked", "Played", "Reply", "facts", "playing", "says"]


@dataclass(frozen=True)
class Reply:
    """What the server sends: status, body and headers; in `drips`, a byte at a time until it is let go."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    drips: bool = False


@dataclass(frozen=True)
class Asked:
    """One request as it came in."""

    path: str
    headers: Mapping[str, str]
    body: dict[str, Any]


class Played:
    """The server's part: it answers in turn, the last answer for ever, and keeps what it was asked."""

    def __init__(self, *replies: Reply | Callable[[Asked], Reply]) -> None:
        self.replies, self.asked, self.over = list(replies), list[Asked](), Event()
        self.url = ""

    def reply(self, asked: Asked) -> Reply:
        """The next answer."""
        self.asked.append(asked)
        reply = self.replies[min(len(self.asked), len(self.replies)) - 1]
        return reply if isinstance(reply, Reply) else reply(asked)


def says(content: str | None, **choice: Any) -> Reply:
    """An answer with this text."""
    body = {"choices": [{"message": {"role": "assistant", "content": content}, **choice}]}
    return Reply(body=json.dumps(body).encode())


def facts(**lists: Any) -> Reply:
    """An answer with these lists, in JSON."""
    return says(json.dumps(lists))


@contextmanager
def playing(*replies: Reply | Callable[[Asked], Reply]) -> Iterator[Played]:
    """A server that is there for as long as the block runs."""
    played = Played(*replies)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            asked = Asked(self.path, dict(self.headers), json.loads(self.rfile.read(length)))
            self._send(played.reply(asked))

        def do_GET(self) -> None:
            self._send(played.reply(Asked(self.path, dict(self.headers), {})))

        def _send(self, reply: Reply) -> None:
            try:
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(reply.body)))
                self.end_headers()
                pieces = [bytes([one]) for one in reply.body] if reply.drips else [reply.body]
                for piece in pieces:
                    self.wfile.write(piece)
                    if reply.drips and played.over.wait(0.02):
                        return
            except OSError:  # the client has had enough
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        played.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield played
        finally:
            played.over.set()
            server.shutdown()
            thread.join()
