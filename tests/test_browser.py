"""The notebooks as people open them: a real JupyterLab in a real browser, every cell run, every chart answering.

Needs Chromium on the PATH; where CI is set, a missing one is a failure.
"""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from playwright.sync_api import TimeoutError

from conftest import ROOT

BROWSER = next(
    (b for b in ("chromium", "chromium-browser", "google-chrome", "chrome") if shutil.which(b)), None
)
NOTEBOOKS = sorted(p.name for p in (ROOT / "notebooks").glob("*.ipynb"))
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

SETTINGS = {  # cells out of sight are there as well, and no news is fetched or offered
    "notebook-extension/tracker": {"windowingMode": "none"},
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
}

pytestmark = [
    pytest.mark.skipif(
        not BROWSER and not os.environ.get("CI"), reason="no Chromium on the PATH: apt-get install chromium"
    ),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """A JupyterLab on a copy of the collection, so that running the notebooks changes nothing."""
    assert BROWSER, "CI is set and no Chromium is on the PATH: apt-get install chromium"
    root, home = tmp_path_factory.mktemp("lab"), tmp_path_factory.mktemp("home")
    for part in ("seeds", "data", "figures", "notebooks"):
        shutil.copytree(ROOT / part, root / part)
    for plugin, settings in SETTINGS.items():
        path = home / "settings" / "@jupyterlab" / f"{plugin}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(settings))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}",
        "--IdentityProvider.token=", f"--ServerApp.root_dir={root}",
        f"--LabApp.user_settings_dir={home / 'settings'}",
    ]  # fmt: skip
    env = os.environ | {"JUPYTER_CONFIG_DIR": str(home), "JUPYTER_DATA_DIR": str(home), "HOME": str(home)}
    server = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(120):
            try:
                urllib.request.urlopen(f"{address}/api", timeout=2).close()
                break
            except OSError:
                assert server.poll() is None, "JupyterLab did not start"
                time.sleep(0.5)
        yield address
    finally:
        server.terminate()
        server.wait(20)


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which(BROWSER), args=QUIET)
        yield chromium
        chromium.close()


def opened(lab, browser, notebook):
    """The notebook's page, and the addresses that it asked for."""
    page, asked = browser.new_page(viewport={"width": 1500, "height": 1000}), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{lab}/lab/tree/notebooks/{notebook}?reset", wait_until="domcontentloaded")
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
    return page, asked


def run_all(page):
    page.wait_for_selector(".jp-Toolbar-kernelName >> text=Python 3", timeout=60_000)
    page.click("li.lm-MenuBar-item >> text=Run")
    page.click("li[data-command='runmenu:run-all']")
    with contextlib.suppress(TimeoutError):  # quick cells: the stars may be gone; `searches` finds whether they ran
        page.wait_for_selector(".jp-InputPrompt >> text=[*]", state="attached", timeout=10_000)
    page.wait_for_function(RAN, timeout=60_000)


# a cell that has run shows its count; one that runs shows a star
RAN = "() => [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].every(p => /\\[\\d+\\]/.test(p.textContent))"


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_it_runs_and_its_charts_answer(lab, browser, notebook):
    page, asked = opened(lab, browser, notebook)
    run_all(page)
    cells = json.loads((ROOT / "notebooks" / notebook).read_text("utf-8"))["cells"]
    for place, cell in enumerate(cells):
        here = page.locator(".jp-Notebook .jp-Cell").nth(place)
        faces = [output.get("data", {}) for output in cell.get("outputs", [])]
        if any("application/vnd.plotly.v1+json" in face for face in faces):
            here.locator(".jp-OutputArea").scroll_into_view_if_needed()
            answers(page, here.locator(".js-plotly-plot"))
        if any("".join(face.get("text/html", "")).startswith("<table>") for face in faces):
            here.scroll_into_view_if_needed()
            searches(here)
    assert page.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    assert [a for a in asked if not a.startswith((lab, "data:", "blob:"))] == []
    page.close()


def searches(cell):
    """The table under a chart can be searched."""
    rows = cell.locator("tbody tr")
    rows.first.wait_for(state="attached", timeout=30_000)
    cell.locator("input[type=search]").fill("no row holds these words")
    cell.locator(".dt-empty").wait_for(timeout=10_000)


def answers(page, plot):
    """Hovering a mark of the chart shows the source's words: some mark among the first, for some are only drawn."""
    plot.wait_for(state="attached", timeout=30_000)
    marks = plot.locator(".scatterlayer .point, .barlayer .point, .scatterlayer .js-fill")
    marks.first.wait_for(state="attached", timeout=30_000)
    words = plot.locator(".hoverlayer .hovertext")
    for n in range(min(marks.count(), 12)):
        mark = marks.nth(n)
        mark.scroll_into_view_if_needed()
        box = mark.bounding_box()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=4)
        page.wait_for_timeout(150)
        if words.count() and "“" in words.first.text_content():
            return
    raise AssertionError("no mark of the chart answers with the source's words")
