"""What all records share, and the value types of their fields.

A record is immutable and refuses fields it does not know. Texts become values here: a period needs the
country's fiscal calendar, which the validation context carries under `calendar`.
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
)

from policygraph.periods import FiscalCalendar, Period

__all__ = ["Code", "Number", "PeriodValue", "Record", "Slug", "Span", "Text", "Url", "WikidataItem"]

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Record(BaseModel):
    """Base of all nouns: frozen, closed, documented by the text under each field (see `curated.schema`)."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        str_strip_whitespace=True,
        coerce_numbers_to_str=True,
    )

    @field_validator("*")
    @classmethod
    def _plain_text(cls, value: Any) -> Any:
        """No control characters: RDF/XML, CSV and terminals have no place for them."""
        texts = value if isinstance(value, tuple) else (value,)
        for text in texts:
            if isinstance(text, str) and _CONTROL.search(text):
                raise ValueError("holds a control character")
        return value


def _period(value: Any, info: ValidationInfo) -> Period:
    """Raises ValueError (PeriodError) when the text is no period."""
    if isinstance(value, Period):
        return value
    context = info.context or {}
    calendar: FiscalCalendar = context.get("calendar") or FiscalCalendar(start_month=1)
    return calendar.parse(str(value))


_POINT_PATTERN = r"[0-9]{4}(-[0-9]{2}){0,2}"
_PERIOD_PATTERN = rf"^(FY ?[0-9]{{4}}([-/]([0-9]{{2}}|[0-9]{{4}}))?|{_POINT_PATTERN}(/{_POINT_PATTERN})?)$"
_PERIOD_SCHEMA = {
    "type": "string",
    "pattern": _PERIOD_PATTERN,
    "description": "A day, month or year as ISO 8601, start/end of either, or a fiscal year (FY2020-21).",
    "examples": ["2023-12", "2021-07/2021-08", "2014-04-23", "FY2020-21"],
}

PeriodValue = Annotated[Period, BeforeValidator(_period), WithJsonSchema(_PERIOD_SCHEMA)]
"""A period written as a text."""

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$", max_length=120)]
"""The id of an entity: stable, readable, part of its IRI."""

Code = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=80)]
"""The code of a concept within its scheme."""

Number = Annotated[str, Field(pattern=r"^-?[0-9]+(\.[0-9]+)?$")]
"""A number as printed, without thousands separators; kept as text so that its places are kept."""

WikidataItem = Annotated[str, Field(pattern=r"^(Q[1-9][0-9]*)?$")]
"""The id of a Wikidata item, `Q843`; empty where there is none."""

Url = Annotated[str, Field(pattern=r"^(https?://\S+)?$")]
"""A web address; empty where there is none."""

Text = Annotated[str, Field(min_length=1)]
"""Words that say something."""

Span = tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(gt=0)]]
"""Start and end of a run of Unicode code points, the end not included."""
