"""A real browser for tests: start one, serve an app to it, ask a page what eye or screen reader would object to."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

AXE = (Path(__file__).parent / "vendor/axe.min.js").read_text("utf-8")
LOOKS = (Path(__file__).parent / "looks.js").read_text("utf-8")
RUN_AXE = f"""async (options) => {{
  {AXE}
  const found = await axe.run(document, options);
  return found.violations.map((one) => `${{one.id}}: ${{one.nodes[0].html.slice(0, 200)}}`);
}}"""
LOOK = f"() => {{ {LOOKS} return caseflowLooks(); }}"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1280, 390)
"""The two widths that every page must work at. Unit: CSS pixels."""
AXE_OPTIONS = {"runOnly": RULES, "resultTypes": ["violations"], "preload": False, "ancestry": False}
"""Nothing is worked out that nobody reads: it is what a run over all pages spends its time on."""
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)


def chromium() -> str | None:
    """Return the program of a Chromium, if there is one."""
    return os.environ.get("CASEFLOW_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for the whole run; every test opens its own pages."""
    program = chromium()
    if program is None:
        stop = pytest.fail if os.environ.get("CASEFLOW_TEST_STRICT") == "1" else pytest.skip
        stop("no Chromium; `make test` brings one")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """Serve an app on a free port of this machine, and give its address."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


def barriers(page: Page) -> list[str]:
    """Return what axe-core finds wrong on a page, each with the first element it names."""
    found: list[str] = page.evaluate(RUN_AXE, AXE_OPTIONS)
    return found


def flaws(page: Page) -> list[str]:
    """Return what axe-core does not see: texts over each other, sideways scrolling, targets too small to touch."""
    found: list[str] = page.evaluate(LOOK)
    return found
