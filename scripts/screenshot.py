"""Take the README's picture: the page of the shipped graph in a headless Chromium, as docs/graph.png."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import policygraph

ROOT = Path(__file__).resolve().parents[1]
SIZE = (1280, 800)


def take(target: Path, select: str) -> None:
    """Open the page, select a node (`kind/id`) and write what is seen to `target`."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(policygraph.open().view(Path(folder) / "page.html"))
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(
            viewport={"width": SIZE[0], "height": SIZE[1]}, color_scheme="light", reduced_motion="reduce"
        )
        page = context.new_page()
        page.goto(file.as_uri() + (f"#node={select}" if select else ""))
        page.wait_for_selector("html[data-ready]", state="attached")
        page.wait_for_timeout(400)
        target.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(target))
        browser.close()


if __name__ == "__main__":
    take(ROOT / "docs" / "graph.png", sys.argv[1] if len(sys.argv) > 1 else "initiative/erozgaar-centres")
    print(f"wrote {Path('docs') / 'graph.png'}")
