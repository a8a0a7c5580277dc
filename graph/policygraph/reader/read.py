"""A document in, its reading out: every part of the reader over the same sentences.

Pure: no store, no clock, no files but the lexicons.
"""

from __future__ import annotations

from policygraph.reader.deeds.actions import read_actions
from policygraph.reader.deeds.attributions import read_attributions
from policygraph.reader.deeds.initiatives import read_initiatives
from policygraph.reader.deeds.occurrences import scene_of
from policygraph.reader.deeds.told import Told
from policygraph.reader.document import Document
from policygraph.reader.figures.figures import read_figures
from policygraph.reader.figures.growths import read_growths
from policygraph.reader.figures.measures import measures_of
from policygraph.reader.figures.ranks import with_ranks
from policygraph.reader.names.entities import read_names
from policygraph.reader.names.gazetteer import Gazetteer
from policygraph.reader.reading import Reading
from policygraph.reader.text.sentences import sentences_of
from policygraph.reader.text.words import words_of

__all__ = ["read"]


def read(document: Document, gazetteer: Gazetteer | None = None) -> Reading:
    """Everything that the text says of figures, names, measures, deeds and causes, each with its span.

    >>> reading = read(Document("d1", "The Rivers Board launched a $20 million flood relief fund on Monday."))
    >>> [(one.actor, one.action, one.object) for one in reading.actions]
    [('Rivers Board', 'launch', '$20 million flood relief fund')]
    """
    names = (gazetteer or Gazetteer.empty()).within(document.country)
    sentences = sentences_of(document.text)
    named = read_names(document, sentences, names)
    words = words_of(document.text, sentences)
    told = Told(words)
    scene = scene_of(words, named.people, named.bodies, told.on("stand-for"))
    spots = measures_of(document, sentences).spots
    title = names.find(document.title) if document.title and names.entries else ()
    registry = names if named.speaks(names) else None
    initiatives = read_initiatives(words, scene, told, named.known, registry, title)
    return Reading(
        document=document.id,
        figures=with_ranks(document.text, read_figures(document, sentences), spots),
        growths=read_growths(document, sentences),
        people=named.people,
        bodies=named.bodies,
        initiatives=initiatives,
        actions=read_actions(words, scene, told),
        attributions=read_attributions(words, scene, told),
    )
