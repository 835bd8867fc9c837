"""The notebooks as people work in them: what `make lab` opens, in a real browser and in a home folder that is new.

One JupyterLab and one page serve every test here, on a copy of the collection; each notebook is opened from the list of
files and closed again, its kernel with it. Nothing waits for a time: every wait is for what is to happen.
Needs Chromium on the PATH; where CI is set, a missing one is a failure.
"""

import json
import os
import re
import shlex
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
OURS = [  # no browser of its own, an address for the test, and a way to ask JupyterLab what it holds
    "--no-browser",
    "--allow-root",
    "--ip=127.0.0.1",
    "--IdentityProvider.token=",
    "--LabApp.expose_app_in_browser=True",
]

pytestmark = [
    pytest.mark.skipif(
        not BROWSER and not os.environ.get("CI"), reason="no Chromium on the PATH: apt-get install chromium"
    ),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


def command():
    """What `make lab` runs, read from the Makefile, and the folder it runs in."""
    recipe = re.search(
        r"^lab:.*\n\tcd (\S+) && \.\./\$\(BIN\)/python (.+)$", (ROOT / "Makefile").read_text(), re.M
    )
    return recipe[1], [sys.executable, *shlex.split(recipe[2])]


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    """A copy of the collection, so that working in it changes nothing here."""
    root = tmp_path_factory.mktemp("lab")
    for part in ("seeds", "data", "figures", "notebooks"):
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    shutil.copy(ROOT / "README.md", root)
    return root


@pytest.fixture(scope="module")
def lab(tree, tmp_path_factory):
    """The address of a JupyterLab on the copy, started as people start it."""
    assert BROWSER, "CI is set and no Chromium is on the PATH: apt-get install chromium"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder, line = command()
    env = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("JUPYTER_", "IPYTHON", "XDG_"))
    }
    env["HOME"] = str(tmp_path_factory.mktemp("home"))
    log = tree / "server.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [*line, *OURS, f"--port={port}"], cwd=tree / folder, env=env, stdout=output, stderr=output
        )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(240):
            try:
                urllib.request.urlopen(f"{address}/api", timeout=2).close()
                break
            except OSError:
                assert server.poll() is None, f"JupyterLab did not start: {log.read_text()[-2000:]}"
                time.sleep(0.25)
        yield address
    finally:
        server.terminate()
        try:
            server.wait(60)  # its kernels end with it
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


@pytest.fixture(scope="module")
def page(lab):
    """What opens, and nothing else: the first notebook, no question, no news, and no host but this one asked."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which(BROWSER), args=QUIET)
        page, asked = chromium.new_page(viewport={"width": 1440, "height": 900}), []
        page.set_default_timeout(120_000)  # a page's time is the machine's; a test's limit is the run's
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{lab}/", wait_until="domcontentloaded")
        page.locator(".jp-NotebookPanel .jp-Cell").first.wait_for()
        page.evaluate("() => jupyterapp.restored")
        yield page
        assert [a for a in asked if not a.startswith((lab, "data:", "blob:"))] == []
        chromium.close()


READY = """async () => {
    const { context, sessionContext } = jupyterapp.shell.currentWidget;
    await Promise.all([context.ready, sessionContext.ready]);
    const { kernel } = sessionContext.session;
    await Promise.all([kernel.info, kernel.spec]);
    await new Promise(requestAnimationFrame);
}"""
CLOSE = """async () => {
    for (const widget of [...jupyterapp.shell.widgets("main")]) {
        await widget.sessionContext?.shutdown();
        widget.dispose();
    }
}"""
RUN_ALL = "() => jupyterapp.commands.execute('notebook:run-all-cells')"
DIRTY = "() => jupyterapp.shell.currentWidget.context.model.dirty"
COUNTS = """() => [...jupyterapp.shell.currentWidget.content.model.cells]
    .filter(cell => cell.type === "code").map(cell => cell.executionCount)"""


@pytest.fixture
def opened(page):
    """Opens a notebook from the list of files; whatever is open is closed with the test, its kernel with it."""

    def go(notebook):
        page.locator(f".jp-DirListing-item[title^='Name: {notebook}']").dblclick()
        panel = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")
        panel.locator(".jp-Cell").first.wait_for()
        page.evaluate(READY)
        return panel

    yield go
    page.evaluate(CLOSE)


def run_all(page):
    """Runs every cell, as the menu's "Run All Cells" does, and returns when all have run."""
    page.evaluate(RUN_ALL)
    counts = page.evaluate(COUNTS)
    assert counts == list(range(1, len(counts) + 1))


def save(page):
    """Saves by the keyboard, and returns when the file is written."""
    with page.expect_response(lambda r: r.request.method == "PUT" and "/api/contents/" in r.url) as written:
        page.keyboard.press("Control+s")
    assert written.value.ok
    page.wait_for_function(DIRTY.replace("() => ", "() => !"))


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_it_is_read_run_saved_and_is_the_file_it_was(opened, page, tree, notebook):
    stored = (tree / "notebooks" / notebook).read_bytes()
    panel = opened(notebook)
    assert not page.evaluate(DIRTY), "opening it changed it"
    leads_to_its_sentence(page, panel, tree, notebook)
    run_all(page)
    for place, cell in enumerate(json.loads(stored)["cells"]):
        faces = [output.get("data", {}) for output in cell.get("outputs", [])]
        if any("application/vnd.plotly.v1+json" in face for face in faces):
            answers(page, panel.locator(".jp-Notebook .jp-Cell").nth(place).locator(".jp-OutputArea"))
    assert panel.locator(".jp-RenderedText[data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    save(page)
    assert (tree / "notebooks" / notebook).read_bytes() == stored


def leads_to_its_sentence(page, panel, tree, notebook, n=0):
    """The link of the notebook's row `n` opens its document, to be read only, with the row's sentence selected."""
    links = panel.locator("td a[href*='/seeds/']")
    if not links.count():
        return
    row = links.nth(n).locator("xpath=ancestor::tr")
    start, end = map(int, row.locator("td").last.text_content().split("–"))
    address = page.url
    links.nth(n).click()
    page.get_by_text("file is read-only").wait_for()
    page.wait_for_function("() => { const { content } = jupyterapp.shell.currentWidget; const at = "
                           "content.editor?.getSelection(); return at && at.start.line + at.end.column > 0; }")  # fmt: skip
    seed = page.evaluate("() => jupyterapp.shell.currentWidget.context.path")
    selected = page.evaluate(
        "() => { const { editor, model } = jupyterapp.shell.currentWidget.content; const { start, end } = "
        "editor.getSelection(); return model.sharedModel.getSource().slice(editor.getOffsetAt(start), "
        "editor.getOffsetAt(end)); }"
    )
    assert selected == (tree / seed).read_text("utf-8")[start:end]
    page.locator(".cm-selectionBackground").first.wait_for()
    page.keyboard.type("typed into a seed")
    assert not page.evaluate(DIRTY), "a seed can be typed in"
    assert not (tree / "seeds" / ".ipynb_checkpoints").exists()
    assert page.url.split("/lab")[0] == address.split("/lab")[0]
    page.locator(f".lm-DockPanel-tabBar .lm-TabBar-tab[title^='Name: {notebook}']").click()
    panel.locator(".jp-Cell").first.wait_for()


# the marks of a chart that have something to say; the others are only drawn
SPEAKING = """area => [...area.querySelectorAll(".scatterlayer .point, .barlayer .point, .scatterlayer .js-fill")]
    .filter(mark => { const { hoverinfo, hovertext, text } = mark.closest(".trace").__data__[0].trace;
                      return hoverinfo !== "skip" && (hovertext || text); })"""


def answers(page, plot):
    """Pointing at a mark of the chart shows the source's words: some mark among the first, for one may cover another."""
    plot.scroll_into_view_if_needed()
    if not plot.locator(".plot-container").count():  # JupyterLab shows the picture until someone points at it
        plot.locator("img.plot-img").dispatch_event("mouseenter")
    plot.locator(".scatterlayer .point, .barlayer .point, .scatterlayer .js-fill").first.wait_for(
        state="attached"
    )
    marks = plot.evaluate_handle(SPEAKING)
    from playwright.sync_api import TimeoutError as PlaywrightTimeout

    words = plot.locator(".hoverlayer .hovertext", has_text="“").first
    for n in range(min(marks.evaluate("marks => marks.length"), 6)):
        mark = marks.get_property(str(n)).as_element()
        mark.scroll_into_view_if_needed()
        box = mark.bounding_box()
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=4)
        try:
            words.wait_for(timeout=10_000)
            return
        except PlaywrightTimeout:
            continue
    raise AssertionError("no mark of the chart answers with the source's words")


def test_what_was_saved_is_read_again(opened, page, tree):
    """Tables are there after closing and opening, before anything runs, and can be searched and followed."""
    name = "02_timeline.ipynb"
    panel = opened(name)
    run_all(page)
    counted = panel.locator("tbody").evaluate_all("all => all.map(body => body.rows.length)")
    save(page)
    page.evaluate(CLOSE)
    panel = opened(name)
    assert panel.locator("tbody").evaluate_all("all => all.map(body => body.rows.length)") == counted
    assert panel.locator(".jp-OutputArea-output", has_text="Error displaying widget").count() == 0
    assert not page.evaluate(DIRTY)
    leads_to_its_sentence(page, panel, tree, name, n=5)


def column(cell, name):
    """The words of a column in the rows that are shown."""
    heads = [head.strip() for head in cell.locator("th").all_text_contents()]
    return cell.locator(f"tbody td:nth-child({heads.index(name) + 1})").all_text_contents()


def shown(cell):
    return cell.locator("tbody tr").count()


@pytest.fixture
def events(opened, page):
    """The table of every dated event, live."""
    panel = opened("02_timeline.ipynb")
    run_all(page)
    cell = panel.locator(".jp-OutputArea-child").last
    cell.locator("input[type=search]").scroll_into_view_if_needed()
    return cell


def test_a_table_is_filtered_searched_and_sorted(events):
    whole = shown(events)
    documents = events.get_by_label("source", exact=True)
    offered = documents.locator("option").all_text_contents()
    assert offered[0] == "all" and sorted(offered[1:]) == sorted(set(column(events, "source")))
    documents.select_option(label=offered[-1])
    assert set(column(events, "source")) == {offered[-1]} and 0 < shown(events) < whole
    assert f"{shown(events)} of {whole} rows" in events.locator("output").text_content()
    events.get_by_role("button", name="clear").click()
    assert shown(events) == whole

    first, last = events.get_by_title("date, from"), events.get_by_title("date, to")
    first.fill("2026-02-04")
    after = shown(events)
    last.fill("2026-02-04")
    between = column(events, "date")
    first.fill("")
    before = shown(events)
    assert "4 February 2026" in between and "2025" not in "".join(between)
    assert 0 < len(between) < after < whole and before + after - len(between) == whole
    events.get_by_role("button", name="clear").click()

    events.locator("input[type=search]").fill("ministerial february")
    assert 0 < shown(events) < whole
    events.locator("input[type=search]").fill("no row holds these words")
    assert shown(events) == 0
    events.get_by_role("button", name="clear").click()

    in_order = column(events, "title")
    head = events.get_by_role("button", name="title")
    head.click()
    up = column(events, "title")
    head.click()
    assert up[0] < up[-1] and column(events, "title")[0] == up[-1] and sorted(up) == sorted(in_order)
    head.click()
    assert column(events, "title") == in_order


def test_typing_in_a_table_is_no_command_to_the_notebook(events, page):
    """Neither in a field nor in a list of choices: `d d` there would delete the cell."""
    cells = page.locator(".jp-NotebookPanel .jp-Cell").count()
    for field in (events.locator("input[type=search]"), events.get_by_label("source", exact=True)):
        field.focus()
        page.keyboard.type("ddaa")
    assert page.locator(".jp-NotebookPanel .jp-Cell").count() == cells


def test_a_short_table_is_whole_and_its_links_look_like_links(opened, page):
    panel = opened(NOTEBOOKS[0])
    stored = panel.locator("tbody").first.locator("tr").count()
    run_all(page)
    table = panel.locator("table").first
    assert table.locator("tbody tr").count() == stored > 10
    assert panel.locator("input[type=search]").count() == 0
    style = "a => { const { color, textDecorationLine } = getComputedStyle(a); return [color, textDecorationLine]; }"
    colour, line = table.locator("a").first.evaluate(style)
    assert line == "underline" and colour != table.locator("td").first.evaluate(style)[0]


def test_a_link_to_a_notebook_or_a_page_opens_it(opened, page):
    panel = opened(NOTEBOOKS[0])
    panel.locator("td a").last.click()
    page.locator(f".lm-TabBar-tab[title^='Name: {NOTEBOOKS[-1]}']").wait_for()
    page.locator(f".lm-TabBar-tab[title^='Name: {NOTEBOOKS[0]}']").click()
    panel.locator(".jp-RenderedMarkdown a[href*='figures/README.md']").click()
    page.locator(".lm-TabBar-tab[title^='Name: README.md']").wait_for()


def test_nothing_is_asked_when_it_opens(page):
    assert page.locator(".jp-Dialog, .Toastify__toast").count() == 0
    assert page.locator(".jp-Notification-Status").text_content().strip() in ("", "0")
