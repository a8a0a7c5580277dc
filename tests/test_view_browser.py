"""The page in a real Chromium: clicks, keys, downloads, and no request to anywhere."""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect, sync_playwright

from policygraph.graph import Graph
from policygraph.store.contract import ReadStore
from policygraph.view.page import render
from view_data import (
    CELLS,
    audited_store,
    charted_store,
    data_of,
    hostile_store,
    rivals_store,
    spreadsheet_store,
)

pytestmark = pytest.mark.browser

_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def chromium_path() -> str | None:
    """A Chromium on the PATH, or None for Playwright's own."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser(chromium_path: str | None) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium_path, args=_ARGUMENTS)
        yield started
        started.close()


class Watched:
    """A page with everything that should not happen written down."""

    def __init__(self, page: Page, file: Path) -> None:
        self.page, self.file = page, file
        self.faults: list[str] = []
        self.requests: list[str] = []
        page.set_default_timeout(8000)
        page.on("console", lambda message: self.faults.append(message.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("dialog", self._dismiss)
        page.on("request", lambda request: self.requests.append(request.url))

    def _dismiss(self, dialog: Dialog) -> None:
        self.faults.append(dialog.message)
        dialog.dismiss()

    def open(self, address: str = "") -> Page:
        self.page.goto(f"{self.file.as_uri()}{address}")
        self.page.wait_for_selector("html[data-ready]", state="attached")
        return self.page

    def check(self) -> None:
        assert self.faults == []
        elsewhere = [url for url in self.requests if not url.startswith(("file:", "data:", "blob:"))]
        assert elsewhere == []


def _watched(browser: Browser, file: Path, width: int = 1280, scheme: str = "light") -> Iterator[Watched]:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        accept_downloads=True,
        reduced_motion="reduce",
        color_scheme="dark" if scheme == "dark" else "light",
    )
    context.set_offline(True)
    watched = Watched(context.new_page(), file)
    yield watched
    watched.check()
    context.close()


def _written(folder: Path, store: ReadStore) -> Path:
    file = folder / "page.html"
    file.write_text(render(store), encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _written(tmp_path_factory.mktemp("small"), charted_store())


@pytest.fixture(scope="session")
def shipped_file(tmp_path_factory: pytest.TempPathFactory, shipped: Graph) -> Path:
    return _written(tmp_path_factory.mktemp("shipped"), shipped.store)


@pytest.fixture
def small(browser: Browser, small_file: Path) -> Iterator[Watched]:
    yield from _watched(browser, small_file)


@pytest.fixture
def whole(browser: Browser, shipped_file: Path) -> Iterator[Watched]:
    yield from _watched(browser, shipped_file)


def _shown(page: Page) -> set[str]:
    return set(page.evaluate("policygraph.shown()"))


def test_the_shipped_graph_opens_soon_and_stays_usable(whole: Watched) -> None:
    page = whole.open()
    first = len(_shown(page))
    assert 100 < first < 500
    page.click("#show-all")
    expect(page.locator("#shown")).to_contain_text("nodes of")
    assert len(_shown(page)) > first
    page.click("#show-all")
    assert len(_shown(page)) == first
    page.fill("#search", "e")
    page.keyboard.press("Enter")
    expect(page.locator("#panel")).to_be_visible()
    page.click("#tab-figures")
    expect(page.locator("#figures-view .mark").first).to_be_visible()
    assert len(whole.requests) == 1


def test_search_by_acronym_with_the_keyboard_opens_the_panel(small: Watched) -> None:
    page = small.open()
    page.keyboard.press("/")
    page.keyboard.type("me")
    options = page.locator("#suggestions [role=option]")
    expect(options.first).to_contain_text("Ministry of Examples")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#search")).to_have_attribute("aria-activedescendant", "suggestion-0")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Ministry of Examples")
    assert page.url.endswith("#node=body/ministry")
    page.fill("#search", "no such name")
    expect(options).to_have_text("Nothing of that name")
    page.keyboard.press("Escape")


def test_search_finds_aliases_in_other_scripts(small: Watched) -> None:
    page = small.open()
    page.fill("#search", "آدا")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Ada Example")


def test_a_click_on_a_node_shows_its_facts_and_who_says_so(small: Watched) -> None:
    page = small.open()
    spot = page.evaluate("policygraph.nodePosition('initiative/hub')")
    page.mouse.click(spot["x"], spot["y"])
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("Hub")
    expect(panel.locator(".timeline")).to_contain_text("Launched by Ada Example")
    fact = panel.locator(".fact.step")
    fact.locator("summary").click()
    expect(fact.locator(".why")).to_contain_text("Stated by 1 source: The Example (3 Feb 2021)")
    expect(fact.locator("blockquote")).to_have_text("Ada did it")
    expect(fact).to_contain_text("Characters 10–20")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()


def test_a_click_on_an_edge_shows_the_statement(small: Watched) -> None:
    page = small.open()
    one, other = (
        page.evaluate(f"policygraph.nodePosition('{key}')") for key in ("body/ministry", "body/board")
    )
    page.mouse.click((one["x"] + other["x"]) / 2, (one["y"] + other["y"]) / 2)
    expect(page.locator("#panel h2")).to_have_text("Ministry of Examples – oversees – Board")
    expect(page.locator("#panel .why")).to_contain_text("Stated by 2 sources")
    expect(page.locator("#panel .why")).to_contain_text("as long as one of them says so")


def test_a_claim_is_marked_as_one(small: Watched) -> None:
    page = small.open("#node=person/bo")
    claim = page.locator("#panel .fact.attribution")
    expect(claim).to_contain_text("Bo Example credits Freelancers for Growth 2020")
    expect(claim.locator(".tag")).to_have_text("claim")


def test_filters_by_kind_and_relation_change_picture_and_table(small: Watched) -> None:
    page = small.open()
    assert "person/ada" in _shown(page)
    page.click("[data-kind=person]")
    expect(page.locator("[data-kind=person]")).to_have_attribute("aria-pressed", "false")
    assert "person/ada" not in _shown(page)
    page.click("#tab-table")
    expect(page.locator("#table-rows")).not_to_contain_text("Ada Example")
    page.click("[data-kind=person]")
    expect(page.locator("#table-rows")).to_contain_text("Ada Example")
    page.click("[data-which=edges]")
    page.click("[data-relation=oversees]")
    expect(page.locator("#table-rows tbody")).not_to_contain_text("oversees")


def test_the_time_slider_keeps_what_overlaps(small: Watched) -> None:
    page = small.open("#tab=table")
    page.click("[data-which=edges]")
    rows = page.locator("#table-rows tbody tr", has_text="held")
    before = rows.count()
    page.check("#as-of")
    page.locator("#time-to").evaluate(
        "(slider) => { slider.value = 2019 * 12 + 2; slider.dispatchEvent(new Event('input')) }"
    )
    expect(page.locator("#time output")).to_have_text("Mar 2019")
    assert 0 < rows.count() < before
    page.uncheck("#undated")
    expect(page.locator("#table-rows tbody tr")).to_have_count(1)
    page.click("#tab-graph")
    assert _shown(page) == {"person/ada", "post/minister"}
    page.click("#reset")
    assert len(_shown(page)) > 5


def test_what_began_later_is_not_there_yet(whole: Watched) -> None:
    page = whole.open()
    assert {"initiative/peca-2016", "initiative/ai-policy-2025"} <= _shown(page)
    page.locator("#time-to").evaluate(
        "(slider) => { slider.value = 2016 * 12 + 11; slider.dispatchEvent(new Event('input')) }"
    )
    expect(page.locator("#shown")).to_contain_text("nodes of")
    assert "initiative/peca-2016" in _shown(page)
    assert "initiative/ai-policy-2025" not in _shown(page)


def test_double_click_unfolds_and_folds(small: Watched) -> None:
    page = small.open()
    assert not any(key.startswith("figure/") for key in _shown(page))
    spot = page.evaluate(_INDICATOR)
    page.mouse.dblclick(spot["x"], spot["y"])
    page.wait_for_function("policygraph.shown().some((key) => key.startsWith('figure/'))")
    expect(page.locator("#expand")).to_have_attribute("aria-expanded", "true")
    page.click("#expand")
    page.wait_for_function("!policygraph.shown().some((key) => key.startsWith('figure/'))")


_INDICATOR = "policygraph.nodePosition('concept/indicator/exports')"


def test_a_source_of_figures_alone_unfolds_them(browser: Browser, shipped_file: Path) -> None:
    for watched in _watched(browser, shipped_file):
        text = shipped_file.read_text(encoding="utf-8")
        nodes, edges = data_of(text, "nodes"), data_of(text, "edges")
        near: dict[int, set[int]] = {node["id"]: set() for node in nodes}
        for edge in edges:
            near[edge["from"]].add(edge["to"])
            near[edge["to"]].add(edge["from"])
        lone = next(
            node
            for node in nodes
            if node["kind"] == "source"
            and len(near[node["id"]]) > 2
            and all(nodes[other]["kind"] == "figure" for other in near[node["id"]])
        )
        page = watched.open()
        page.evaluate(f"policygraph.select('{lone['key']}')")
        told = {nodes[other]["key"] for other in near[lone["id"]]}
        assert told <= _shown(page)
        expect(page.locator("#expand")).to_have_attribute("aria-expanded", "true")
        for key in sorted(told):
            spot, middle = (page.evaluate(f"policygraph.nodePosition('{one}')") for one in (key, lone["key"]))
            assert abs(spot["x"] - middle["x"]) + abs(spot["y"] - middle["y"]) < 600
        page.evaluate(f"policygraph.select('{min(told)}')")
        assert {lone["key"], *told} <= _shown(page)
        page.evaluate(f"policygraph.select('{lone['key']}')")
        page.click("#expand")
        assert not told & _shown(page)


def test_line_and_bar_go_through_the_marked_figure(browser: Browser, tmp_path: Path) -> None:
    for watched in _watched(browser, _written(tmp_path, rivals_store())):
        page = watched.open("#tab=figures")
        mark = page.locator("svg.chart[aria-label*='By month'] .mark[aria-label*='preferred']")
        expect(mark).to_have_count(1)
        expect(mark).to_have_attribute("aria-label", re.compile("100 million"))
        page.locator("details.twin summary").first.click()
        rows = page.locator("details.twin").first.locator("tbody tr")
        expect(rows.filter(has_text="✓ yes")).to_have_count(1)
        expect(rows.filter(has_text="✓ yes")).to_contain_text("100 million")


def test_figures_break_at_gaps_mark_rivals_and_open_their_evidence(small: Watched) -> None:
    page = small.open("#tab=figures")
    charts = page.locator("#figures-view svg.chart")
    monthly = page.locator("svg.chart[aria-label*='By month']")
    expect(monthly.locator("polyline.line")).to_have_count(2)
    assert charts.count() >= 3
    for kind in ("Runs of months", "By calendar year"):
        expect(page.locator(f"svg.chart[aria-label*='{kind}'] polyline.line")).to_have_count(0)
    rivals = page.locator("svg.chart .mark[aria-label*='values differ']")
    expect(rivals).to_have_count(2)
    expect(page.locator(".mark[aria-label*='target']")).to_have_count(1)
    monthly.locator(".mark[aria-label*='2 figures']").click()
    expect(page.locator("#panel .fact")).to_have_count(2)
    expect(page.locator("#panel .evidence").first).to_contain_text("First article")
    monthly.locator(".mark").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("#panel .tag.warn")).to_have_text("values differ")


def test_a_finding_leads_to_its_sources_in_two_clicks(browser: Browser, tmp_path: Path) -> None:
    for watched in _watched(browser, _written(tmp_path, audited_store())):
        page = watched.open("#tab=findings")
        expect(page.locator(".finding")).to_have_count(1)
        expect(page.locator(".finding .arithmetic")).to_contain_text("does not meet")
        page.click(".finding .side-by-side")
        expect(page.locator("#panel .fact")).to_have_count(2)
        expect(page.locator("#panel .evidence[open]").first).to_be_visible()
        page.locator("#panel .badge").first.click()
        expect(page.locator(".finding.chosen")).to_be_visible()
        page.select_option("#finding-kind", "true conflict")
        expect(page.locator(".finding")).to_have_count(1)


def test_the_table_sorts_filters_and_leads_to_the_panel_by_keyboard(small: Watched) -> None:
    page = small.open("#tab=table")
    names = page.locator("#table-rows tbody th")
    page.focus("[data-sort=Name]")
    page.keyboard.press("Enter")
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Name")
    assert names.all_inner_texts() == sorted(names.all_inner_texts(), key=str.lower)
    page.fill("#table-text", "bo example")
    expect(names).to_have_text(["Bo Example"])
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Bo Example":
            break
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Bo Example")


def test_tabs_and_picture_by_keyboard(small: Watched) -> None:
    page = small.open()
    page.focus("#tab-graph")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#tab-figures")).to_be_focused()
    expect(page.locator("#figures-view")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    page.focus("#canvas")
    before = page.evaluate("policygraph.nodePosition('person/ada').x")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("policygraph.nodePosition('person/ada').x") < before
    page.keyboard.press("+")
    page.keyboard.press("0")


def test_the_address_brings_back_tab_and_selection(small: Watched) -> None:
    page = small.open("#tab=table&node=person/bo")
    expect(page.locator("#panel h2")).to_have_text("Bo Example")
    expect(page.locator("#table-view")).to_be_visible()
    page.click("#tab-graph")
    page.evaluate("policygraph.select('person/ada')")
    expect(page.locator("#panel h2")).to_have_text("Ada Example")
    page.go_back()
    expect(page.locator("#panel h2")).to_have_text("Bo Example")


def test_downloads_are_real_pictures(small: Watched, tmp_path: Path) -> None:
    page = small.open()
    for tab, texts in (("graph", "Ada Example"), ("figures", "By month")):
        page.click(f"#tab-{tab}")
        with page.expect_download() as svg:
            page.click("#download-svg")
        drawing = tmp_path / f"{tab}.svg"
        svg.value.save_as(drawing)
        root = ElementTree.parse(drawing).getroot()  # noqa: S314 - made by this test
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert texts in "".join(root.itertext())
        with page.expect_download() as png:
            page.click("#download-png")
        png.value.save_as(tmp_path / f"{tab}.png")
        data = (tmp_path / f"{tab}.png").read_bytes()
        assert data.startswith(b"\x89PNG\r\n\x1a\n")
        assert int.from_bytes(data[16:20]) > 300
    page.click("#tab-findings")
    expect(page.locator("#download-svg, #download-png, #filters")).to_have_count(3)
    for name in ("#download-svg", "#download-png", "#filters"):
        expect(page.locator(name)).to_be_hidden()  # there is no picture, and nothing that they filter
    page.click("#tab-table")
    with page.expect_download() as table:
        page.click("#download-csv")
    table.value.save_as(tmp_path / "table.csv")
    assert '"Ada Example","person/ada","person"' in (tmp_path / "table.csv").read_text(encoding="utf-8")


def test_the_download_holds_no_formulas(browser: Browser, tmp_path: Path) -> None:
    for watched in _watched(browser, _written(tmp_path, spreadsheet_store())):
        page = watched.open("#tab=table")
        with page.expect_download() as download:
            page.click("#download-csv")
        download.value.save_as(tmp_path / "table.csv")
        text = (tmp_path / "table.csv").read_bytes().decode("utf-8")
        names = {row["key"]: row["name"] for row in csv.DictReader(io.StringIO(text, newline=""))}
        wanted = [f"'{name}" for name in CELLS[:-2]] + [*CELLS[-2:]]
        assert [names[f"person/cell-{number}"] for number in range(len(CELLS))] == wanted


def test_dark_and_light(browser: Browser, small_file: Path) -> None:
    for watched in _watched(browser, small_file, scheme="dark"):
        page = watched.open()
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
        page.click("#toggle-theme")
        expect(page.locator("html")).to_have_attribute("data-theme", "light")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") != dark


def test_hostile_names_do_nothing(browser: Browser, tmp_path: Path) -> None:
    for watched in _watched(browser, _written(tmp_path, hostile_store())):
        page = watched.open()
        page.click("#show-all")
        page.fill("#search", "script")
        expect(page.locator("#suggestions")).to_contain_text("<script>alert(1)</script>")
        for number in range(9):
            page.evaluate(f"policygraph.select('person/hostile-{number}')")
            page.locator("#panel summary").first.click()
            page.evaluate(f"policygraph.select('source/hostile-{number}')")
            expect(page.locator("#panel")).to_be_visible()
            assert page.locator("a[href^='javascript']").count() == 0
        page.click("#tab-table")
        page.wait_for_timeout(100)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0


def test_a_narrow_window_is_usable(browser: Browser, small_file: Path) -> None:
    for watched in _watched(browser, small_file, width=400):
        page = watched.open("#node=person/ada")
        expect(page.locator("#panel h2")).to_be_in_viewport()
        assert page.evaluate("document.documentElement.scrollWidth") <= 400
        page.click("#panel .close")
        page.click("#toggle-filters")
        expect(page.locator("[data-kind=person]")).to_be_in_viewport()
        page.click("#toggle-filters")
        for tab in ("figures", "table"):
            page.click(f"#tab-{tab}")
            assert page.evaluate("document.documentElement.scrollWidth") <= 400
