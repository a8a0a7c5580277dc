"""The owner of pyvis: our template around its `Network`, and the vis-network file that it ships.

pyvis's own template loads scripts from elsewhere and runs hostile names; ours gets the whole data as
JSON and everything else inline, under a policy that lets nothing in but these two scripts (by hash).
`Network.add_node` is quadratic and its node list is public, so the list is set in one go.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from pathlib import Path
from typing import Final

import pyvis
from markupsafe import Markup
from pyvis.network import Network

from policygraph.errors import PolicygraphError
from policygraph.view.payload import Payload

__all__ = ["page_html", "policy_hash"]

_HERE: Final = Path(__file__).parent
_MODULES: Final = (
    "dom",
    "data",
    "state",
    "style",
    "why",
    "visible",
    "places",
    "network",
    "filters",
    "search",
    "facts",
    "panel",
    "charts",
    "figures",
    "findings",
    "table",
    "download",
    "main",
)
"""The page's own scripts, each after those it imports from."""

_IMPORT: Final = re.compile(r'^import (\{[^}]*\}) from "\./(\w+)\.js";$', re.MULTILINE)
_EXPORT: Final = re.compile(r"^export ((?:async )?(?:function|const) (\{[^}]*\}|\w+))", re.MULTILINE)
_OPTIONS: Final = {"physics": {"enabled": False}, "layout": {"improvedLayout": False}}


def page_html(payload: Payload) -> str:
    """The whole page as text; raises PolicygraphError when pyvis does not ship vis-network."""
    network = Network(heading=payload.title, cdn_resources="in_line")
    network.nodes, network.edges = payload.nodes, payload.edges
    network.set_options(json.dumps(_OPTIONS))
    network.set_template_dir(str(_HERE), "page.html.j2")
    environment = network.templateEnv
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    library, script, style = _library(), _script(), _style()
    environment.globals.update(
        rest=payload.rest,
        library=Markup(library),  # noqa: S704 - our own files, never data
        script=Markup(script),  # noqa: S704
        style=Markup(style),  # noqa: S704
        script_hashes=f"{policy_hash(library)} {policy_hash(script)}",
        style_hash=policy_hash(style),
    )
    html: str = network.generate_html()
    return html


@cache
def _library() -> str:
    """vis-network as pyvis ships it, without the note that makes developer tools ask for its map."""
    found = sorted((Path(pyvis.__file__).parent / "lib").glob("vis-*/vis-network.min.js"), key=_version)
    if not found:
        raise PolicygraphError("pyvis does not ship vis-network.min.js; reinstall pyvis 0.3")
    text = found[-1].read_text(encoding="utf-8")
    return _inline(re.sub(r"\n//# sourceMappingURL=.*\s*$", "\n", text))


def _version(path: Path) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", path.parent.name))


@cache
def _script() -> str:
    """The page's modules as one script: each in a scope of its own, sharing only what it exports."""
    joined = "".join(map(_module, _MODULES))
    return _inline(f'"use strict";\n(() => {{\n{joined}}})();\n')


def _module(name: str) -> str:
    text = (_HERE / "static" / f"{name}.js").read_text(encoding="utf-8")
    exported = ", ".join(found.strip("{} ") for _, found in _EXPORT.findall(text))
    body = _EXPORT.sub(r"\1", _IMPORT.sub(r"const \1 = module_\2;", text))
    return f"const module_{name} = (() => {{\n{body}\nreturn {{ {exported} }};\n}})();\n"


@cache
def _style() -> str:
    return _inline((_HERE / "static" / "page.css").read_text(encoding="utf-8"))


def _inline(text: str) -> str:
    """Refuse what would end the element it stands in; line ends as a browser counts them."""
    if re.search(r"</(?:script|style)", text, re.IGNORECASE):
        raise PolicygraphError("a file of the page would end its own element")
    return text.replace("\r\n", "\n")


def policy_hash(text: str) -> str:
    """The hash by which a content security policy allows an inline script or style."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
