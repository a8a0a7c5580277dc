"""One question to an OpenAI-compatible server, and every way in which that can go wrong.

1. The question goes to `URL/chat/completions` and nowhere else: a server that sends on elsewhere is not
   followed.
2. The key is taken from `$POLICYGRAPH_LLM_KEY` for each question; it is in no message, file or record here,
   and is struck out of whatever the server sends back.
3. An answer of more than `LARGEST` bytes, or one that takes longer than `timeout`, is no answer.
4. A server that is busy or breaks off (429, 5xx, a lost connection) is asked once more, after a pause. One
   that does not know schemas (400, 422) is asked without.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from policygraph.errors import ModelError, UsageError

__all__ = ["KEY", "LARGEST", "Server"]

KEY = "POLICYGRAPH_LLM_KEY"
LARGEST = 4_000_000
_BUSY = frozenset({408, 409, 425, 429, 500, 502, 503, 504})
_NO_SCHEMA = frozenset({400, 422})
_SHOWN = 160
_CHUNK = 65536
_SECRET = 8
"""Characters of the shortest key that is worth keeping; servers at home take `x` for one."""


class _Stays(HTTPRedirectHandler):
    """Follows nothing: the key and the article are for the server that was named."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


@dataclass(frozen=True)
class Server:
    """Where to ask: the address up to and with `/v1`, and seconds to wait.

    Raises UsageError where the address is none of http or https, or holds a name or password.
    """

    url: str
    timeout: float = 300.0
    pause: float = 1.0

    def __post_init__(self) -> None:
        try:
            parts = urlsplit(self.url)
            good = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
        except ValueError:
            good = False
        if not good or not self.url.isprintable() or " " in self.url:
            raise UsageError(f"--llm {self.url!a} is no address like http://localhost:11434/v1")
        if parts.username is not None or parts.query or parts.fragment:
            raise UsageError(f"--llm takes an address alone; a key goes into the environment, ${KEY}")

    @property
    def address(self) -> str:
        """Where questions go."""
        return f"{self.url.rstrip('/')}/chat/completions"

    def ask(self, question: Mapping[str, Any]) -> str:
        """The text of the model's answer; raises ModelError, which says what is wrong and what to do."""
        key = _key()
        try:
            body = self._sent(question, key)
        except _FormRefusedError:
            body = self._sent({name: question[name] for name in question if name != "response_format"}, key)
        content = _content(self.url, body)
        return content.replace(key, "***") if len(key) >= _SECRET else content

    def _sent(self, question: Mapping[str, Any], key: str) -> str:
        for again in (True, False):
            try:
                return self._once(question, key)
            except HTTPError as error:
                with error:
                    if error.code in _NO_SCHEMA and "response_format" in question:
                        raise _FormRefusedError from None
                    if not (again and error.code in _BUSY):
                        raise ModelError(self.url, self._refusal(error, key)) from None
            except TimeoutError:
                raise ModelError(self.url, self._late()) from None
            except (OSError, HTTPException, ValueError) as error:
                cause = error.reason if isinstance(error, URLError) else error
                if isinstance(cause, TimeoutError):
                    raise ModelError(self.url, self._late()) from None
                if not again or isinstance(cause, ConnectionRefusedError):
                    told = f"cannot be asked ({_clean(str(cause) or type(cause).__name__, key)})"
                    raise ModelError(self.url, f"{told}: is it running, and is this its address?") from None
            time.sleep(self.pause)
        raise AssertionError  # the second try returns or raises

    def _once(self, question: Mapping[str, Any], key: str) -> str:
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if key:
            headers["Authorization"] = f"Bearer {key}"
        content = json.dumps(question).encode()
        request = Request(self.address, content, headers, method="POST")  # noqa: S310  http or https
        with build_opener(_Stays).open(request, timeout=self.timeout) as response:
            body = self._body(response)
        return body.decode("utf-8", "replace")

    def _body(self, response: HTTPResponse) -> bytes:
        """All of it, within the time and size that an answer may take."""
        late = time.monotonic() + self.timeout
        body = bytearray()
        while chunk := response.read1(_CHUNK):
            body += chunk
            if len(body) > LARGEST:
                raise ModelError(self.url, f"answered with more than {LARGEST:,} bytes; that is no answer")
            if time.monotonic() > late:
                raise TimeoutError
        return bytes(body)

    def _late(self) -> str:
        return f"gave no answer within {self.timeout:g} seconds; a smaller model may"

    def _refusal(self, error: HTTPError, key: str) -> str:
        code = error.code
        if code in {401, 403}:  # what such an answer says may hold a part of the key
            return f"refuses the key ({code}): put the right one into ${KEY}"
        if 300 <= code < 400:
            to = urlsplit(error.headers.get("Location") or "").netloc
            return f"sends on to {_clean(to, key) or 'another place'} ({code}), which is not followed"
        said = _said(error, key)
        if code == 404:
            return f"has no such model, or nothing at /chat/completions (404){said}"
        wait = ": try again later; what was answered is kept" if code in _BUSY else ""
        return f"failed ({code}){said}{wait}"


class _FormRefusedError(Exception):
    """The server may not know schemas; it never leaves here."""


def _key() -> str:
    key = os.environ.get(KEY, "").strip()
    if not key.isascii() or not key.isprintable() or " " in key:
        raise UsageError(f"${KEY} holds characters that no key has")
    return key


def _said(error: IO[bytes], key: str) -> str:
    """The server's own words, as far as they can be shown."""
    try:
        body = error.read(_CHUNK).decode("utf-8", "replace")
    except (OSError, HTTPException):
        return ""
    try:
        told = json.loads(body)["error"]
        body = told["message"] if isinstance(told, dict) else str(told)
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    shown = _clean(str(body), key)
    return f", and says “{shown}”" if shown else ""


def _clean(text: str, key: str) -> str:
    kept = text.replace(key, "***") if len(key) >= _SECRET else text
    return " ".join("".join(c if c.isprintable() else " " for c in kept).split())[:_SHOWN]


def _content(url: str, body: str) -> str:
    try:
        choice = json.loads(body)["choices"][0]
        content = choice["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        raise ModelError(
            url, "did not answer as a chat/completions server does; is this its address?"
        ) from None
    if not isinstance(content, str):
        raise ModelError(url, "gave an answer without a text; the model may have refused")
    if choice.get("finish_reason") == "length":
        raise ModelError(url, "cut its answer short; let it answer at greater length, or take another model")
    return content
