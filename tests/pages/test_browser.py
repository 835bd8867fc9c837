"""The notebooks as people open them: a real JupyterLab in a real browser, every cell run, every chart answering.

Needs Chromium on the PATH; where CI is set, a missing one is a failure.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

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
    pytest.mark.xdist_group("browser"),  # one JupyterLab and one browser, however many workers
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
        f"--LabApp.user_settings_dir={home / 'settings'}", "--LabApp.expose_app_in_browser=True",
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


@pytest.fixture
def opened(lab, browser):
    """Opens a notebook: its page, and the addresses that it asked for. Its kernel ends with the test."""
    page, asked = browser.new_page(viewport={"width": 1500, "height": 1000}), []
    page.set_default_timeout(120_000)  # a page's time is the machine's; a test's limit is the run's
    page.on("request", lambda request: asked.append(request.url))

    def go(notebook):
        page.goto(f"{lab}/lab/tree/notebooks/{notebook}?reset", wait_until="domcontentloaded")
        page.wait_for_selector(".jp-Notebook .jp-Cell")
        return page, asked

    yield go
    page.evaluate("() => jupyterapp.shell.currentWidget?.sessionContext.shutdown()")
    page.close()


RUN_ALL = """async () => {
    const { context, sessionContext } = jupyterapp.shell.currentWidget;
    await Promise.all([context.ready, sessionContext.ready]);
    await sessionContext.session.kernel.info;
    await jupyterapp.commands.execute("notebook:run-all-cells");
}"""
# a cell that has run shows its count; one that waits or runs shows none, or a star
PROMPTS = (
    "() => [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].map(p => p.textContent.trim())"
)


def run_all(page):
    """Runs every cell once the kernel answers, as the menu's "Run All Cells" does, and returns when all have."""
    page.wait_for_function("() => window.jupyterapp?.shell.currentWidget?.sessionContext")
    page.evaluate(RUN_ALL)
    prompts = page.evaluate(PROMPTS)
    assert prompts and all(re.fullmatch(r"\[\d+\]:", prompt) for prompt in prompts), prompts


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_it_runs_and_its_charts_answer(opened, lab, notebook):
    page, asked = opened(notebook)
    run_all(page)
    cells = json.loads((ROOT / "notebooks" / notebook).read_text("utf-8"))["cells"]
    for place, cell in enumerate(cells):
        here = page.locator(".jp-Notebook .jp-Cell").nth(place)
        faces = [output.get("data", {}) for output in cell.get("outputs", [])]
        if any("application/vnd.plotly.v1+json" in face for face in faces):
            here.locator(".jp-OutputArea").scroll_into_view_if_needed()
            answers(page, here.locator(".jp-OutputArea"))
        if any("".join(face.get("text/html", "")).startswith("<table>") for face in faces):
            here.scroll_into_view_if_needed()
            searches(here)
    assert page.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    assert [a for a in asked if not a.startswith((lab, "data:", "blob:"))] == []


def searches(cell):
    """The table under a chart can be searched."""
    rows = cell.locator("tbody tr")
    rows.first.wait_for(state="attached")
    cell.locator("input[type=search]").fill("no row holds these words")
    cell.locator(".dt-empty").wait_for()


def answers(page, plot):
    """Hovering a mark of the chart shows the source's words: some mark among the first, for some are only drawn."""
    if not plot.locator(".plot-container").count():  # JupyterLab shows the picture until someone points at it
        plot.locator("img.plot-img").dispatch_event("mouseenter")
    marks = plot.locator(".scatterlayer .point, .barlayer .point, .scatterlayer .js-fill")
    marks.first.wait_for(state="attached")
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
