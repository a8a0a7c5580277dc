"""The code that findings are kept under: all that the checks are made of, and as it was loaded."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from policygraph.audit.records.findings import Found
from policygraph.build import audit_memo as module
from policygraph.build.audit_memo import LOADED, audit_memo, rules, rules_files
from policygraph.paths import package_dir

ANEW = {"policygraph.audit.sources.origins", "policygraph.audit.sources.support"}
"""What goes into every audit anew, and is no part of what is kept."""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the package, in place of it as far as the hash goes."""
    copy = Path(shutil.copytree(package_dir(), tmp_path / "policygraph", ignore=_no_code))
    monkeypatch.setattr(module, "package_dir", lambda: copy)
    return copy


def _no_code(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if Path(folder, name).is_file() and not name.endswith(".py")}


def test_the_same_code_has_the_same_hash(package: Path) -> None:
    assert rules() == rules() == LOADED


@pytest.mark.parametrize("name", ["periods.py", "quantities.py", "audit/run.py", "audit/lives/bodies.py"])
def test_any_change_of_a_check_or_of_what_it_reckons_with_is_another(package: Path, name: str) -> None:
    before = rules()
    with (package / name).open("a", encoding="utf-8") as file:
        file.write("# edited\n")
    edited = rules()
    (package / name).unlink()
    assert len({before, edited, rules()}) == 3


def test_a_file_more_or_a_name_changed_is_another(package: Path) -> None:
    before = rules()
    (package / "audit" / "lives" / "more.py").write_text("", "utf-8")
    added = rules()
    (package / "audit" / "lives" / "more.py").rename(package / "audit" / "lives" / "more_yet.py")
    assert len({before, added, rules()}) == 3


def test_another_version_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    before = rules()
    monkeypatch.setattr(module, "__version__", "0.0.0")
    assert rules() != before


def test_code_that_is_no_part_of_a_check_changes_nothing(package: Path) -> None:
    before = rules()
    (package / "reader" / "lexicon.py").write_text("", "utf-8")
    assert rules() == before


def test_a_file_that_cannot_be_read_is_no_fault(package: Path) -> None:
    before = rules()
    (package / "audit" / "lives" / "bodies.py").unlink()
    (package / "audit" / "lives" / "bodies.py").mkdir()
    assert rules() != before


def test_the_checks_are_made_of_nothing_else() -> None:
    """Of the project: a module that a check came to import from elsewhere could change unnoticed."""
    package, seen = package_dir(), set[str]()
    waiting = [name for name in _imported(package / "audit" / "run.py") if name not in ANEW]
    waiting.append("policygraph.audit.records.found_text")
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += _imported(_file_of(name))
    known = {package / name for name in rules_files()}
    assert {_file_of(name) for name in seen} - known == set()
    assert len(seen) > 40


def _imported(file: Path) -> Iterator[str]:
    """The modules of the project that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names if one.name.split(".")[0] == "policygraph")
        elif isinstance(node, ast.ImportFrom):
            assert not node.level
            if (node.module or "").split(".")[0] == "policygraph":
                yield node.module or ""
                inner = (f"{node.module}.{one.name}" for one in node.names)
                yield from (name for name in inner if _file_of(name).is_file())


def _file_of(name: str) -> Path:
    place = package_dir().joinpath(*name.split(".")[1:])
    return place / "__init__.py" if place.is_dir() else place.with_suffix(".py")


def test_code_that_changed_since_it_was_loaded_keeps_nothing(package: Path, tmp_path: Path) -> None:
    """Else what the old code found would be served to a process that loads the new one."""
    check = package / "audit" / "lives" / "bodies.py"
    as_loaded = check.read_bytes()
    with audit_memo(tmp_path) as memo:
        memo.put("loaded", Found())
        assert memo.get("loaded") is None
    with audit_memo(tmp_path) as memo:
        memo.put("edited meanwhile", Found())
        check.write_bytes(as_loaded + b"# edited\n")
    with audit_memo(tmp_path) as memo:  # edited before
        memo.put("edited before", Found())
        assert memo.get("loaded") == Found()
    check.write_bytes(as_loaded)
    with audit_memo(tmp_path) as memo:
        known = [memo.get(digest) for digest in ("loaded", "edited meanwhile", "edited before")]
    assert known == [Found(), None, None]


def test_another_process_with_other_code_is_served_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with audit_memo(tmp_path) as memo:
        memo.put("a digest", Found())
    monkeypatch.setattr(module, "LOADED", "of other code")
    with audit_memo(tmp_path) as memo:
        assert memo.get("a digest") is None
