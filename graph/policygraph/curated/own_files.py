"""Changes to a user's own folder: a pack in memory is changed, then what changed of it is written.

Only what belongs to the own folder is ever written. Every file is replaced whole, never changed in place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from policygraph.atomic import replace_file
from policygraph.curated.overlay import ALIASES
from policygraph.curated.pack import LoadedPack
from policygraph.curated.parts import REGISTRY
from policygraph.curated.references import pointed_to
from policygraph.curated.yaml_text import yaml_text
from policygraph.model.own import Aliases, Judgements, Pending, PendingFact, ProposedEntry
from policygraph.model.registry import Entity
from policygraph.model.sources import Source

__all__ = ["put_aliases", "put_entries", "put_source", "take_out", "write_own"]


def put_source(
    pack: LoadedPack,
    name: str,
    source: Source,
    text: str,
    pending: tuple[PendingFact, ...],
    proposed: tuple[ProposedEntry, ...] = (),
) -> None:
    """Add an own source with its text and what waits of it, or put it in place of the one there."""
    pack.sources[name], pack.texts[name] = source, text
    pack.own.add(("sources", name))
    pack.pending.pop(name, None)
    pack.proposed.pop(name, None)
    if pending:
        pack.pending[name] = pending
    if proposed:
        pack.proposed[name] = proposed


def put_entries(pack: LoadedPack, part: str, entries: dict[str, Any]) -> None:
    """Add own entries to the registry, or put them in place of own ones."""
    getattr(pack, part).update(entries)
    pack.own |= {(part, slug) for slug in entries}


def put_aliases(pack: LoadedPack, source: str, names: Iterable[tuple[str, str, str]]) -> None:
    """Note that a source uses further names: part of the registry, id, name."""
    found = {part: dict(getattr(pack.aliases, part)) for part in Aliases.model_fields}
    for part, slug, name in names:
        spellings = dict(found[part].get(slug, {}))
        spellings[name] = tuple(sorted({*spellings.get(name, ()), source}))
        found[part][slug] = dict(sorted(spellings.items()))
    pack.aliases = Aliases(**{part: dict(sorted(some.items())) for part, some in found.items()})


def take_out(pack: LoadedPack, name: str) -> tuple[list[str], list[str]]:
    """Take an own source out, with what only it named; gives the entries and the names that went.

    Its judgements stay: they hold when the same text is added again.
    """
    used = _used(pack)
    del pack.sources[name]
    pack.own.discard(("sources", name))
    pack.texts.pop(name, None)
    pack.pending.pop(name, None)
    pack.proposed.pop(name, None)
    names = _drop_aliases(pack, name)
    return _drop_entries(pack, name, used), names


def _drop_entries(pack: LoadedPack, name: str, used_before: set[str]) -> list[str]:
    """Drop the own entries that no source names any more and nothing uses.

    An entry outlives its sources while another's fact uses it; it goes with the last such use. A post names
    no sources, and goes with the last tenure in it.
    """
    gone = _drop_posts(pack, used_before - _used(pack))
    used = _used(pack)
    freed = used_before - used
    for part, slug in sorted(pack.own):
        entry = getattr(pack, part).get(slug)
        if not isinstance(entry, Entity) or (name not in entry.sources and slug not in freed):
            continue
        left = tuple(one for one in entry.sources if one != name)
        if left or slug in used:
            getattr(pack, part)[slug] = entry.model_copy(update={"sources": left})
        else:
            del getattr(pack, part)[slug]
            pack.own.discard((part, slug))
            gone.append(f"{part}/{slug}")
    return sorted(gone)


def _drop_posts(pack: LoadedPack, freed: set[str]) -> list[str]:
    gone = sorted(slug for part, slug in pack.own if part == "posts" and slug in freed)
    for slug in gone:
        del pack.posts[slug]
        pack.own.discard(("posts", slug))
    return [f"posts/{slug}" for slug in gone]


def _used(pack: LoadedPack) -> set[str]:
    """Ids that the facts of own sources, own entries and further names point to."""
    own = [pack.sources[name] for part, name in pack.own if part == "sources"]
    records: list[Any] = [fact for source in own for fact in source.facts]
    records += [getattr(pack, part)[slug] for part, slug in pack.own if part in REGISTRY]
    found = {slug for part in Aliases.model_fields for slug in getattr(pack.aliases, part)}
    return found.union(*map(pointed_to, records))


def _drop_aliases(pack: LoadedPack, source: str) -> list[str]:
    gone: list[str] = []
    kept: dict[str, dict[str, dict[str, tuple[str, ...]]]] = {}
    for part in Aliases.model_fields:
        spellings: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
        for slug, names in getattr(pack.aliases, part).items():
            for name, sources in names.items():
                left = tuple(one for one in sources if one != source)
                if left:
                    spellings[slug][name] = left
                else:
                    gone.append(f"{name} (of {part}/{slug})")
        kept[part] = dict(spellings)
    pack.aliases = Aliases(**kept)
    return gone


def write_own(pack: LoadedPack, folder: Path, changed: Iterable[str]) -> None:
    """Write the registry, and the files of the sources that changed; raises OSError as the disk does."""
    for part in REGISTRY:
        entries = {slug: getattr(pack, part)[slug] for kind, slug in sorted(pack.own) if kind == part}
        _write(folder / "registry" / f"{part}.yaml", entries)
    aliases = {part: getattr(pack.aliases, part) for part in Aliases.model_fields}
    _write(folder / ALIASES, {part: names for part, names in aliases.items() if names})
    for name in sorted(changed):
        source = pack.sources.get(name)
        text = folder / "texts" / f"{name}.txt"
        _write(folder / "sources" / f"{name}.yaml", source)
        waiting = Pending(facts=pack.pending.get(name, ()), proposed=pack.proposed.get(name, ()))
        _write(folder / "pending" / f"{name}.yaml", waiting if waiting.facts or waiting.proposed else None)
        judged: Judgements | None = pack.judgements.get(name)
        _write(folder / "judgements" / f"{name}.yaml", judged)
        if source is None:
            text.unlink(missing_ok=True)
        else:
            replace_file(text, pack.texts[name].encode())


def _write(file: Path, value: Any) -> None:
    """The file as it should be; none where there is nothing to say, and untouched where it says it."""
    if not value:
        file.unlink(missing_ok=True)
        return
    content = yaml_text(value)
    if not file.is_file() or file.read_bytes() != content:
        replace_file(file, content)
