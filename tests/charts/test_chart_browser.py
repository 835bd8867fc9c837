"""The live charts driven in a real browser, on a phone and on a desk: every mark answers inside the window.

Needs Chromium on the PATH; where CI is set, a missing one is a failure.
"""

import html
import os
import re
import shutil

import plotly
import pytest

from minerals import charts
from minerals.charts.style.live import CONFIG

BROWSER = next(
    (b for b in ("chromium", "chromium-browser", "google-chrome", "chrome") if shutil.which(b)), None
)
NAMES = [name for name in charts.MADE if name not in charts.PLATED]
WIDTHS = (390, 1440)
pytestmark = [
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(
        not BROWSER and not os.environ.get("CI"), reason="no Chromium on the PATH: apt-get install chromium"
    ),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]
# every mark in turn, from where Plotly itself would answer: its label's box, its words, and the chart's
HOVER = """async () => {
    const gd = document.querySelector('.js-plotly-plot'), found = [];
    for (const [curve, trace] of gd._fullData.entries()) {
        if (!trace.customdata || trace.hoveron === 'fills' || trace.visible !== true) continue;
        for (let n = 0; n < trace.customdata.length; n++) {
            Plotly.Fx.unhover(gd);
            Plotly.Fx.hover(gd, [{curveNumber: curve, pointNumber: n}]);
            await new Promise(requestAnimationFrame);
            const label = gd.querySelector('.hoverlayer .hovertext');
            if (!label) { found.push([trace.name, n, null]); continue; }
            const box = label.getBoundingClientRect();
            found.push([trace.name, n, [box.left, box.right, box.top, box.bottom], label.textContent]);
        }
    }
    return found;
}"""


@pytest.fixture(scope="module")
def browser():
    assert BROWSER, "CI is set and no Chromium is on the PATH: apt-get install chromium"
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which(BROWSER), args=["--no-sandbox", "--disable-gpu"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser, tmp_path):
    pages = []

    def go(name, width):
        page = browser.new_page(viewport={"width": width, "height": 1000})
        pages.append(page)
        figure = charts.make(name).interactive()
        whole = figure.to_html(include_plotlyjs=False, full_html=False, config=CONFIG)
        script = plotly.offline.get_plotlyjs()
        path = tmp_path / f"{name}.html"
        path.write_text(f"<!doctype html><body style='margin:0'><script>{script}</script>{whole}", "utf-8")
        page.goto(path.as_uri())
        page.wait_for_selector(".js-plotly-plot .main-svg")
        return page

    yield go
    for page in pages:
        page.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", NAMES)
def test_every_mark_answers_inside_the_window(opened, name, width):
    page = opened(name, width)
    assert page.evaluate("() => document.querySelector('.js-plotly-plot')._fullLayout.width") == width
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
    found = page.evaluate(HOVER)
    assert found
    for trace, n, box, *words in found:  # three pixels are the label's own padding
        assert box, f"{trace}, {n} does not answer"
        assert box[0] >= -3 and box[1] <= width + 3, f"{trace}, {n}: the label is cut off"
        assert box[2] >= -1, f"{trace}, {n}: the label is cut off above"
        assert words[0].strip()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", NAMES)
def test_its_title_and_notes_fit_the_window(opened, name, width):
    page = opened(name, width)
    boxes = page.evaluate(
        "() => [...document.querySelectorAll('.annotation-text, .legendtext, .updatemenu-header')]"
        ".map(e => [e.textContent, e.getBoundingClientRect().left, e.getBoundingClientRect().right])"
    )
    assert boxes
    assert [text for text, left, right in boxes if left < -1 or right > width + 1] == []


def test_a_country_answers_anywhere_in_it(opened):
    """The United States among them, of which most is said."""
    page = opened("03_countries_map", 1440)
    for name, at in (("United States", (-100, 40)), ("Australia", (135, -25)), ("Kazakhstan", (68, 48))):
        x, y = page.evaluate(
            """([x, y]) => { const gd = document.querySelector('.js-plotly-plot'), l = gd._fullLayout;
                const box = gd.getBoundingClientRect();
                return [box.left + l._size.l + l.xaxis._offset - l._size.l + l.xaxis.l2p(x), box.top + l.yaxis._offset + l.yaxis.l2p(y)]; }""",
            list(at),
        )  # fmt: skip
        page.mouse.move(x - 3, y)
        page.mouse.move(x, y, steps=3)
        page.wait_for_function(
            "name => document.querySelector('.hoverlayer .hovertext')?.textContent.includes(name)",
            arg=name,
            timeout=20_000,
        )


def test_the_menu_leaves_one_documents_marks_and_the_legend_switches_a_lane(opened):
    page = opened("02_timeline", 1440)
    shown = "() => document.querySelectorAll('.scatterlayer .point, .barlayer .point').length"
    every = page.evaluate(shown)
    page.locator(".updatemenu-header").first.click()
    page.locator(".updatemenu-dropdown-button").nth(2).click()
    page.wait_for_function(f"every => ({shown})() < every", arg=every)
    assert page.evaluate(shown) > 0
    page.locator(".updatemenu-header").first.click()
    page.locator(".updatemenu-dropdown-button").first.click()
    page.wait_for_function(f"every => ({shown})() === every", arg=every)
    page.locator(".legendtoggle").first.click()
    page.wait_for_function(f"every => ({shown})() < every", arg=every)


def test_zoom_keeps_the_dates_and_the_lanes_names(opened):
    page = opened("02_timeline", 1440)
    page.evaluate(
        "() => Plotly.relayout(document.querySelector('.js-plotly-plot'), {'xaxis.range': ['2026-02-01', '2026-02-06']})"
    )
    ticks = page.locator(".xtick text").all_text_contents()
    assert any(re.search(r"Feb \d", html.unescape(tick)) for tick in ticks)
    names = " ".join(page.locator(".annotation-text").all_text_contents())
    assert "United States and others" in names
