"""The rules of resolving, one by one, on made-up sentences about the shipped data's country."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from policygraph.curated.load import load_pack
from policygraph.model.facts import Fact, Figure
from policygraph.ontology.vocabulary import Vocabulary
from policygraph.paths import data_dir
from policygraph.reader.document import Document
from policygraph.reader.read import read
from policygraph.resolve.article import Article
from policygraph.resolve.entries import clean_name, free_slug
from policygraph.resolve.known import Known, gazetteer_of
from policygraph.resolve.resolve import resolve
from policygraph.resolve.resolved import Resolved

DAY = date(2025, 11, 18)


@cache
def known() -> Known:
    """The shipped data."""
    return Known(load_pack(data_dir()), Vocabulary.load())


def resolved(text: str, day: date | None = DAY, country: str | None = "PK") -> Resolved:
    """What a text gives."""
    document = Document("made", text, "", day, country)
    return resolve(known(), Article("made", document, read(document, known().gazetteer)))


def figure(text: str) -> Figure:
    """The one figure of a text, which is sure."""
    found = resolved(text)
    assert [one.reason for one in found.pending if one.kind == "figures"] == []
    [one] = found.source.figures
    return one


def reasons(text: str, kind: str = "figures", country: str | None = "PK") -> list[str]:
    """Why the facts of a kind wait."""
    found = resolved(text, country=country)
    assert getattr(found.source, kind) == ()
    return [one.reason for one in found.pending if one.kind == kind]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("IT exports came to $300 million in October 2025.", "ict-exports"),
        ("Computer services exports came to $300 million in October 2025.", "computer-services-exports"),
        ("IT exports rose. Telecom exports came to $30 million in October 2025.", "telecom-services-exports"),
        ("IT exports rose in October. The exports came to $300 million in October 2025.", "ict-exports"),
        ("Freelancers brought in $90 million in October 2025.", "freelancer-remittances"),
    ],
)  # fmt: skip
def test_the_narrowest_indicator_that_is_named(text: str, indicator: str) -> None:
    assert figure(text).indicator == indicator


def test_two_indicators_in_one_sentence_each_take_their_own_amount() -> None:
    text = "In October 2025 computer services exports were $300 million and telecom exports $40 million."
    assert {(one.indicator, one.value) for one in resolved(text).source.figures} == {
        ("computer-services-exports", "300"),
        ("telecom-services-exports", "40"),
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "IT exports rose. The minister denied that IT exports came to $300 million in October 2025.",
            "figures",
        ),
        ("Had the tax stayed, IT exports would have reached $450 million in October 2025.", "targets"),
        ("It is not true that IT exports grew by 20% year-on-year in October 2025.", "figures"),
    ],
)
def test_what_the_text_denies_waits(text: str, kind: str) -> None:
    assert any("the text denies it" in reason for reason in reasons(text, kind))


def test_what_stands_beside_a_denial_is_sure() -> None:
    text = "The minister denied that jobs were lost, but IT exports came to $300 million in October 2025."
    assert figure(text).value == "300"


def test_what_the_article_never_names_waits() -> None:
    [reason] = reasons("Software sales abroad earned exporters of technology $300 million in October 2025.")
    assert "does not name" in reason


@pytest.mark.parametrize("basis", ["on a month-on-month basis", "from a month earlier", "over a month ago"])
def test_a_month_of_a_basis_is_no_other_measure(basis: str) -> None:
    text = f"IT exports rose 14 per cent {basis} to $300 million in October 2025."
    assert not any("is it a part" in one.reason for one in resolved(text).pending)
    [reason] = reasons("IT exports came to $300 million a month in October 2025.")
    assert "“a month”: is it a part" in reason


def test_an_indicator_that_nothing_reads_waits() -> None:
    [reason] = reasons("The market size of e-sports is $300 million in October 2025.")
    assert "no indicator of the registry" in reason


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("IT exports came to $1.50 billion in October 2025.", "1.50", "USD billion", None),
        ("IT exports came to US$ 303mn in October 2025.", "303", "USD million", None),
        ("IT exports came to more than $300 million in October 2025.", "300", "USD million", "at-least"),
        ("IT exports came to about $300 million in October 2025.", "300", "USD million", "about"),
        ("IT exports came to up to $300 million in October 2025.", "300", "USD million", "at-most"),
        ("IT exports came to Rs2.5 crore in October 2025.", "2.5", "PKR crore", None),
        ("IT exports came to $1,234,500 in October 2025.", "1234500", "USD", None),
    ],
)
def test_amounts_keep_their_digits_scale_and_bound(
    text: str, value: str, unit: str, bound: str | None
) -> None:
    one = figure(text)
    assert (one.value, one.unit, one.bound) == (value, unit, bound)


def test_a_rate_joins_the_level_of_its_sentence_or_stands_alone() -> None:
    joined = figure("IT exports rose 14.20 per cent year-on-year to $386 million in October 2025.")
    assert joined.value == "386"
    assert joined.growth is not None
    assert (joined.growth.rate, joined.growth.basis) == ("14.20", "yoy")
    alone = figure("IT exports fell 3 per cent year-on-year in October 2025.")
    assert alone.value is None
    assert alone.growth is not None
    assert alone.growth.rate == "-3"


SUM = "IT exports came to $386 million in October 2025"


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (f"{SUM}, State Bank data showed.", "sbp"),
        (f"{SUM}, according to data released on Monday by the State Bank of Pakistan.", "sbp"),
        (f"According to data released by the State Bank, {SUM}.", "sbp"),
        (f"{SUM}, figures issued by PSEB show.", "pseb"),
        (f"The SBP's latest figures put it plainly: {SUM}.", "sbp"),
        (f"The State Bank of Pakistan (SBP) data, released on Monday, showed {SUM}.", "sbp"),
        (f"{SUM}, data available with PSEB showed.", "pseb"),
        (f"{SUM}, Shaza Fatima Khawaja said.", "shaza-fatima"),
        (f"{SUM}, Shaza Fatima Khawaja said, citing figures of the State Bank.", "sbp"),
        (f"{SUM}, while PSEB data showed that companies had grown.", None),
        (f"{SUM}, official data showed.", None),
        (f"{SUM}, Shaza Fatima Khawaja said as State Bank data came out.", "shaza-fatima"),
        (f"{SUM}, Shaza Fatima Khawaja said. State Bank data came out.", "shaza-fatima"),
        (f"The State Bank met on the numbers. {SUM}.", None),
        (f"PSEB met; {SUM}, according to data of PSEB Institute.", "pseb-institute"),
        (f"PSEB opened an office; {SUM}, XPSEB data showed.", None),
    ],
)
def test_whose_statistics_a_figure_comes_from_is_whose_figure_it_is(text: str, by: str | None) -> None:
    assert figure(text).by == by


RISE = "“The rise in exports is due to the tax rebate,”"


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("Shaza Fatima Khawaja opened a park. ", "she said"),
        ("Shaza Fatima Khawaja, the IT minister, opened a park.\n\n", "the minister said"),
        ("Shaza Fatima Khawaja, the IT minister, met Bilal Noor, a trader. ", "the minister said"),
        ("Bilal Noor came.\n\nShaza Fatima Khawaja opened a park. All left. ", "she said"),
    ],
)
def test_he_or_an_office_is_sure_where_one_person_alone_fits(before: str, said: str) -> None:
    [claim] = resolved(f"{before}{RISE} {said}.").source.attributions
    assert claim.claimant == "shaza-fatima"
    assert figure(f"{before}{SUM}, {said}.").by == "shaza-fatima"


@pytest.mark.parametrize(
    "before",
    [
        "Shaza Fatima Khawaja met Bilal Noor, a trader. ",
        "Shaza Fatima Khawaja opened a park. All came.\n\nIt rained.\n\n",
    ],
)
def test_nobody_is_guessed_where_two_fit_or_none_is_near(before: str) -> None:
    assert reasons(f"{before}{RISE} she said.", "attributions") == [
        "who says so is named in another sentence"
    ]
    assert figure(f"{before}{SUM}, she said.").by is None


def test_an_aim_is_not_that_of_the_statistics_beside_it() -> None:
    text = "Pakistan wants IT exports of $15 billion by 2030, Shaza Fatima Khawaja said, citing SBP data."
    [target] = resolved(text).source.targets
    assert target.agent == "shaza-fatima"


def test_a_body_named_without_its_country_is_the_countrys() -> None:
    named = "The State Bank attributed the rise in exports to the tax rebate."
    found = resolved(named)
    assert ([one.claimant for one in found.source.attributions], found.bodies) == (["sbp"], {})
    abroad = resolved(named, country="IN")
    assert [one.claimant for one in abroad.source.attributions] != ["sbp"]


HEADLINE = "Pakistan hit IT exports of $386 million in October 2025\n\n"


@pytest.mark.parametrize(
    ("text", "passage", "by", "rate"),
    [
        (
            HEADLINE + "IT exports rose 14 per cent year on year to $386 million in October 2025, SBP said.",
            "IT exports rose 14",
            "sbp",
            "14",
        ),
        (
            HEADLINE + "IT exports were $386 million in October 2025, SBP said.",
            "IT exports were",
            "sbp",
            None,
        ),
        (HEADLINE + "IT exports were $386 million in October 2025.", "Pakistan hit IT exports", None, None),
        (
            HEADLINE + "SBP said IT exports to Germany were $386 million.",
            "Pakistan hit IT exports",
            None,
            None,
        ),
    ],
)
def test_of_a_figure_in_headline_and_body_the_fuller_statement_is_taken(
    text: str, passage: str, by: str | None, rate: str | None
) -> None:
    one = figure(text)
    assert one.at is not None
    assert text[slice(*one.at)].startswith(passage)
    assert (one.value, one.by, one.growth.rate if one.growth else None) == ("386", by, rate)


def test_the_rate_of_a_statement_that_is_not_taken_stands_alone() -> None:
    text = (
        "IT exports rose 14 per cent year on year to $386 million in October 2025\n\n"
        "In October 2025 IT exports came to $386 million, the State Bank of Pakistan said."
    )
    level, rate = sorted(resolved(text).source.figures, key=lambda one: one.value is None)
    assert (level.value, level.by, level.growth) == ("386", "sbp", None)
    assert rate.growth is not None
    assert (rate.value, rate.growth.rate, rate.by) == (None, "14", None)
    assert rate.at is not None
    assert text[slice(*rate.at)].startswith("IT exports rose 14 per cent")


def test_an_aim_told_twice_is_that_of_who_is_said_to_have_it() -> None:
    text = (
        "Pakistan wants $15 billion of IT exports by 2030\n\n"
        "Shaza Fatima Khawaja said Pakistan wants to take IT exports to $15 billion by 2030."
    )
    [target] = resolved(text).source.targets
    assert target.agent == "shaza-fatima"


def test_whose_figure_it_is_only_where_the_sentence_says_so() -> None:
    said = "IT exports came to $300 million in October 2025, the State Bank of Pakistan said."
    assert figure(said).by == "sbp"
    assert (
        figure("The State Bank of Pakistan met. IT exports came to $300 million in October 2025.").by is None
    )


def test_an_assumed_definition_is_noted() -> None:
    one = figure("IT exports came to $300 million in October 2025.")
    assert (one.definition, "assumed" in one.note) == ("sbp-ict-head", True)


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("The government scrapped the Cyber Valley Programme.", "withdrawn"),
        ("The Cyber Valley Programme has now been cancelled.", "withdrawn"),
        ("The government launched the Cyber Valley Programme.", "launched"),
    ],
)
def test_what_is_scrapped_is_withdrawn(text: str, stage: str) -> None:
    assert [step.stage for step in resolved(text).source.steps] == [stage]


def test_what_is_withdrawn_from_a_measure_is_no_stage_of_it() -> None:
    assert resolved("The government reviewed the Cyber Valley Programme.").source.steps == ()
    assert resolved("The government withdrew its support for the Cyber Valley Programme.").source.steps == ()


def test_a_common_noun_with_a_place_is_no_new_measure() -> None:
    text = "50 labs will be set up. The first lab in Larkana was inaugurated on August 14."
    assert resolved(text).initiatives == {}
    assert resolved(text).source.steps == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("India's IT exports came to $300 million in October 2025.", "India"),
        ("Indian IT exports came to $300 million in October 2025.", "Indian"),
        ("IT exports to Germany came to $300 million in October 2025.", "Germany"),
        ("IT exports from Punjab came to $300 million in October 2025.", "Punjab"),
        ("IT exports came to $300 million.", "no period"),
    ],
)
def test_doubts_about_place_and_time(text: str, words: str) -> None:
    [reason] = reasons(text)
    assert words in reason


def test_a_country_that_the_registry_lacks_waits() -> None:
    [reason] = reasons("IT exports came to $300 million in October 2025.", country="BR")
    assert "no place of the registry has the code BR" in reason


def test_a_dateline_and_the_names_of_bodies_are_no_places() -> None:
    text = (
        "LAHORE: IT exports were $300 million in October 2025, the Punjab Information Technology Board said."
    )
    assert figure(text).area == "pakistan"


def test_an_aim_is_a_target_of_who_says_it() -> None:
    found = resolved("Shaza Fatima Khawaja said Pakistan wants to take IT exports to $15 billion by 2030.")
    [target] = found.source.targets
    assert (target.agent, target.value, target.unit, str(target.due)) == (
        "shaza-fatima",
        "15",
        "USD billion",
        "2030",
    )
    assert found.source.figures == ()


def test_a_person_not_in_office_is_reported_and_not_stored() -> None:
    [reason] = reasons("Umar Saif, the IT minister, spoke on Monday.", "tenures")
    assert "only outside 2025-11-18" in reason
    assert "Shaza Fatima Khawaja" in reason


def test_a_person_in_office_is_seen_in_it() -> None:
    [tenure] = resolved("IT Minister Shaza Fatima Khawaja spoke on Monday.").source.tenures
    assert (tenure.person, tenure.post, str(tenure.date)) == ("shaza-fatima", "it-minister", "2025-11-18")


def test_a_former_office_says_nothing() -> None:
    found = resolved("Former IT minister Umar Saif spoke on Monday.")
    assert found.source.tenures == ()
    assert [one for one in found.pending if one.kind == "tenures"] == []


def test_a_deed_on_a_known_measure_is_a_step_told_again_or_a_new_one() -> None:
    slug = next(
        slug
        for slug, entry in sorted(known().pack.initiatives.items())
        if entry.kind == "programme" and len(known().steps.get((slug, "launched", "done"), {})) == 1
    )
    [told] = known().steps[slug, "launched", "done"]
    text = f"The government launched the {known().pack.initiatives[slug].name}."
    steps = [one.id for one in resolved(text).source.steps]
    assert steps in ([told], [])


def test_claims_name_their_claimant_or_wait() -> None:
    sure = resolved(
        "The State Bank of Pakistan attributed the rise in exports to the tax rebate."
    ).source.attributions
    assert [one.claimant for one in sure] == ["sbp"]
    [reason] = reasons("The rise in exports was due to the tax rebate.", "attributions")
    assert "its own voice" in reason


@pytest.mark.parametrize(
    "text",
    ["IT exports came to $300 million in October 2025.\n" * 3, "Pakistan. " * 2000, "(" * 5000, "$1 " * 3000],
)
def test_hostile_and_repeated_texts(text: str) -> None:
    found = resolved(text)
    for fact in found.source.facts:
        assert fact.at is not None
        assert 0 <= fact.at[0] < fact.at[1] <= len(text)


def test_the_same_article_gives_the_same_result() -> None:
    text = (
        "IT exports came to $386 million in October 2025. Nadia Rahi, head of the Canal Board (CB), agreed."
    )
    assert resolved(text) == resolved(text)


def test_every_key_is_its_own() -> None:
    found = resolved("IT exports to India came to $300 million and $400 million in October 2025. " * 3)
    keys = [one.key for one in found.pending] + list(found.keys.values())
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    "name", ["", "x" * 200, "a\u0000b", "<b>", "http://a.b", "Board@ur", 'He said "no"', "\u202eabc"]
)
def test_what_is_no_name(name: str) -> None:
    assert clean_name(name) is None


def test_ids_of_names_in_other_scripts() -> None:
    never: Callable[[str], bool] = lambda _: False  # noqa: E731
    assert free_slug("دریا بورڈ", never) == free_slug("دریا بورڈ", never)
    assert free_slug("Ça & Là", never) == "ca-la"


def test_the_names_of_the_pack_are_those_of_the_graph() -> None:
    entries = {one.iri: one for one in gazetteer_of(known().pack).entries}
    assert "PSEB" in (entries["https://w3id.org/policygraph/id/body/pseb"].acronym or "")
    assert any(one.person.endswith("umar-saif") for one in gazetteer_of(known().pack).tenures)


def test_every_reads_code_is_one_of_the_readers() -> None:
    codes = {
        "it-exports",
        "freelancer-earnings",
        "other-exports",
        "investment",
        "budget",
        "rate",
        "people-trained",
        "jobs",
    }
    codes |= {"freelancers", "companies", "facilities", "users", "market-size", "revenue", "rank", "other"}
    assert set(known().indicators) <= codes
    assert isinstance(resolved("x").source.facts, tuple)
    assert Fact in Figure.__mro__


def test_without_a_date_a_period_counts_only_where_its_year_is_printed() -> None:
    text = "IT exports were $259 million in November 2023. IT exports were $90 million that month."
    assert [one.value for one in resolved(text, day=None).source.figures] == ["259"]
    assert [one.value for one in resolved(text).source.figures] == ["259", "90"]


def test_every_doubt_of_a_stock_is_told() -> None:
    [reason] = reasons("The ministry said 1,200 IT companies of Punjab have registered.")
    assert "Punjab" in reason
    assert "no day is stated" in reason


def test_a_year_that_is_printed_short_or_within_a_longer_time_is_printed() -> None:
    texts = ("IT exports were $3 billion in FY24.", "In FY24 IT exports were $2 billion from July to March.")
    for text in texts:
        assert [one.value for one in resolved(text, day=None).source.figures] == [text.partition("$")[2][0]]


@pytest.mark.parametrize("when", ["June 2026", "end-June 2026", "the end of June 2026", "30 June 2026"])
def test_what_is_expected_by_a_month_is_no_figure_of_that_month_alone(when: str) -> None:
    [reason] = reasons(f"“We expect IT exports of $5 billion by {when},” he said.")
    assert reason.startswith(("it is expected by Jun 2026:", "it is expected by 2026-06-30:"))
    assert reason.endswith("over which time?")


@pytest.mark.parametrize("when", ["by FY2026-27", "in June 2026"])
def test_what_is_expected_of_a_month_or_by_a_year_is_a_forecast(when: str) -> None:
    assert figure(f"IT exports are expected to reach $5 billion {when}.").status == "forecast"


@pytest.mark.parametrize("office", ["Federal Minister for IT", "Federal IT Minister", "Minister for IT"])
def test_an_office_is_known_whosever_it_is_said_to_be(office: str) -> None:
    [tenure] = resolved(f"{office} Shaza Fatima Khawaja spoke on Monday.").source.tenures
    assert tenure.post == "it-minister"


@pytest.mark.parametrize("office", ["Finance Minister", "IT minister", "Minister for IT"])
def test_a_general_name_of_a_post_is_asked_about_of_somebody_unknown(office: str) -> None:
    [reason] = reasons(f"{office} Nadia Rahi spoke on Monday.", "tenures")
    assert f"the registry has no Nadia Rahi: is “{office}” the Federal Minister for" in reason


@pytest.mark.parametrize(
    ("office", "post"),
    [
        ("Federal Minister for Finance", "finance-minister"),
        ("Federal Finance Minister", "finance-minister"),
        ("Minister of State for IT and Telecommunication", "it-state-minister"),
    ],
)
def test_a_full_name_of_a_post_is_taken_of_somebody_unknown(office: str, post: str) -> None:
    found = resolved(f"{office} Nadia Rahi spoke on Monday.", date(2035, 1, 2))
    told = [one.post for one in found.source.tenures] or [one.reason for one in found.pending]
    assert told == [post]


def test_how_somebody_came_to_an_office_is_no_part_of_it() -> None:
    [reason] = reasons("Nadia Rahi has been appointed chief executive officer of PSEB.", "tenures")
    assert "has no post 'chief executive officer of PSEB'" in reason


def test_periods_in_reasons_are_as_people_read_them_and_no_country_is_not_the_pack_s() -> None:
    [early] = reasons("IT exports came to $300 million in November 2025.")
    assert early == "Nov 2025 had not ended when the article appeared"
    [reason] = reasons("IT exports were $300 million in calendar year 2024.", country=None)
    assert "nothing tells which country the article is on, and so its fiscal year: is 2024 right?" in reason
    [reason] = reasons("IT exports were $300 million in calendar year 2024.", country="IN")
    assert "the fiscal year of IN is not that of the data's country: is 2024 right?" in reason
