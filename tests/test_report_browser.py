"""The page in a real browser: it opens, filters, works by keyboard, prints, and asks nobody for anything."""

import base64
import json
import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from report_helpers import measured

from rolelint.overlap.formats import render

selenium = pytest.importorskip("selenium")

from selenium.webdriver import Chrome, ChromeOptions, ChromeService, Keys  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.remote.webelement import WebElement  # noqa: E402

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
HERE = Path(__file__).parent
SAAS = HERE.parent / "examples/saas/org.yaml"
AXE = HERE / "vendor/axe.min.js"

pytestmark = [
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="chromium and chromedriver are not installed"),
    pytest.mark.xdist_group("browser"),
]


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    options = ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for flag in (
        "headless=new",
        "no-sandbox",
        "disable-gpu",
        "disable-dev-shm-usage",
        "window-size=1280,900",
    ):
        options.add_argument(f"--{flag}")
    options.add_argument(f"--user-data-dir={tmp_path_factory.mktemp('chromium')}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    chrome = Chrome(options=options, service=ChromeService(DRIVER))
    yield chrome
    chrome.quit()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("page") / "overlap.html"
    file.write_text(str(render("html", measured(SAAS.read_text("utf-8")))), "utf-8")
    return file


@pytest.fixture
def opened(driver: Chrome, page: Path) -> Chrome:
    driver.get(page.as_uri())
    return driver


def one(driver: Chrome, selector: str) -> WebElement:
    return driver.find_element(By.CSS_SELECTOR, selector)


def seen(driver: Chrome, selector: str) -> list[str]:
    """The texts of the elements that can be seen."""
    found = driver.find_elements(By.CSS_SELECTOR, selector)
    return [element.text for element in found if element.is_displayed()]


def rows(driver: Chrome) -> list[str]:
    return [text.split("\n")[-1] for text in seen(driver, ".matrix tbody tr:not(.sec) > th")]


def test_a_cell_opens_the_tasks_behind_it(opened: Chrome) -> None:
    assert seen(opened, ".pair h3") == ["sales and marketing"]
    one(opened, ".map a[href='#pair-0-3']").click()
    assert seen(opened, ".pair h3") == ["sales and customer-success"]
    assert "Renewals" in one(opened, "#pair-0-3").text
    assert opened.switch_to.active_element.get_attribute("id") == "pair-0-3"


def test_the_map_can_be_used_by_keyboard(opened: Chrome) -> None:
    cells = opened.find_elements(By.CSS_SELECTOR, ".map a")
    opened.execute_script("arguments[0].focus()", cells[0])
    cells[0].send_keys(Keys.ARROW_RIGHT)
    assert opened.switch_to.active_element == cells[1]
    cells[1].send_keys(Keys.ENTER)
    assert seen(opened, ".pair h3") == ["sales and revops"]


def test_filters_filter(opened: Chrome) -> None:
    everything = rows(opened)
    assert len(everything) == 14
    one(opened, "#q").send_keys("target account")
    assert len(rows(opened)) == 2 and seen(opened, "#shown") == ["2 of 14 tasks"]
    one(opened, ".filters button").click()
    one(opened, "#fp option:nth-child(2)").click()
    assert one(opened, "#fp").get_attribute("value") == "0" and len(rows(opened)) == 4
    one(opened, ".filters button").click()
    one(opened, "#ff").send_keys("finance")
    assert rows(opened) == ["Close new-business deals", "Payroll"]
    one(opened, ".filters button").click()
    one(opened, "#fr option[value='raci/no-accountable']").click()
    assert [row.split()[-1] for row in rows(opened)] == ["Renewals", "lease"]
    one(opened, ".filters button").click()
    opened.execute_async_script("setTimeout(arguments[0], 30)")
    assert rows(opened) == everything


def test_a_mark_unfolds_its_findings_in_place(opened: Chrome) -> None:
    mark = one(opened, "#r11 a.marked")
    mark.send_keys(Keys.ENTER)
    told = one(opened, "tr.open").text
    assert 'nobody is accountable for "Renewals"' in told and "grey area" in told
    assert mark.get_attribute("aria-expanded") == "true"
    mark.send_keys(Keys.ENTER)
    assert not opened.find_elements(By.CSS_SELECTOR, "tr.open")


def test_choices_become_decisions(opened: Chrome) -> None:
    assert not one(opened, "#decisions").is_displayed()
    opened.find_elements(By.CSS_SELECTOR, ".choice input")[1].click()
    text = one(opened, "#decisions pre").text
    assert text.startswith("Own the target account list (org.yaml:68): demand-gen-lead accountable")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1280, 390])
def test_nobody_is_shut_out(opened: Chrome, dark: bool, width: int) -> None:
    """axe-core finds nothing serious, light and dark, on a desk and on a phone."""
    opened.execute_cdp_cmd(
        "Emulation.setEmulatedMedia",
        {"features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]},
    )
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    opened.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    try:
        for details in opened.find_elements(By.CSS_SELECTOR, "details"):
            opened.execute_script("arguments[0].open = true", details)
        opened.execute_cdp_cmd("Runtime.evaluate", {"expression": AXE.read_text("utf-8")})
        found = opened.execute_async_script("axe.run().then(arguments[arguments.length - 1])")
        grave = [
            (violation["id"], node["target"], node["failureSummary"])
            for violation in found["violations"]
            if violation["impact"] in ("serious", "critical")
            for node in violation["nodes"]
        ]
        assert not grave and found["passes"]
        assert opened.execute_script("return document.documentElement.scrollWidth") <= width
    finally:
        opened.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_the_page_asks_nobody_and_complains_of_nothing(driver: Chrome, page: Path) -> None:
    driver.get("about:blank")
    driver.get_log("browser"), driver.get_log("performance")
    driver.get(page.as_uri())
    one(driver, "#q").send_keys("deal")
    driver.execute_script("arguments[0].click()", one(driver, ".copy"))
    assert driver.get_log("browser") == []
    events = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    asked = [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]
    assert asked == [page.as_uri()]


def test_nothing_in_the_matrix_runs(driver: Chrome, tmp_path: Path) -> None:
    names = [
        "<script>document.title='run'</script>",
        "<img src=x onerror=\"document.title='run'\">",
        "</script>",
        "\u202egnp",
    ]
    tasks = [{"name": name, "accountable": [f"{name} a", "sales"]} for name in names]
    file = tmp_path / "hostile.html"
    file.write_text(
        str(render("html", measured(json.dumps({"org": {"name": names[0]}, "tasks": tasks})))), "utf-8"
    )
    driver.get(file.as_uri())
    assert driver.title == f"Overlap report: {names[0]}"
    assert names[0] in " ".join(rows(driver)) and "\\u202egnp" in " ".join(rows(driver))
    assert not driver.find_elements(By.CSS_SELECTOR, "main script, main img")


def test_without_script_everything_can_be_read(driver: Chrome, page: Path) -> None:
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        driver.get(page.as_uri())
        source = driver.find_element(By.TAG_NAME, "main").text
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    assert "Office lease" in source and "sales and customer-success" in source
    assert "Search" not in source and "Copy" not in source


def printed(driver: Chrome, tmp_path: Path) -> str:
    """The text of the page on paper."""
    pdf = driver.execute_cdp_cmd("Page.printToPDF", {"printBackground": True})["data"]
    file = tmp_path / "page.pdf"
    file.write_bytes(base64.b64decode(pdf))
    return subprocess.run(
        ["pdftotext", "-layout", file, "-"], check=True, capture_output=True
    ).stdout.decode()


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_paper_holds_every_task_party_and_finding(opened: Chrome, tmp_path: Path) -> None:
    figures = measured(SAAS.read_text("utf-8"))
    text = " ".join(printed(opened, tmp_path).split())
    for row in figures.rows:
        assert row.name.split()[0] in text
    for title in figures.titles.values():
        assert title.split()[0] in text
    assert "No evidence for either side" in text and "Search" not in text


def big() -> dict[str, Any]:
    """5,000 tasks held by 80 parties."""
    pick = random.Random(4)
    parties = [f"{pick.choice(['sales', 'marketing', 'finance', 'hr', 'legal'])} role {n}" for n in range(80)]
    matrix = {}
    for n in range(5000):
        held = pick.sample(parties, 6)
        matrix[f"Review the {pick.choice(['budget', 'deal', 'brand'])} of unit {n}"] = dict(
            zip(held, "ARRCCI", strict=True)
        )
    return {"matrix": matrix}


def test_a_matrix_too_wide_for_a_grid_is_a_list(driver: Chrome, tmp_path: Path) -> None:
    matrix = {f"Review unit {n}": {f"sales role {n}": "A", f"hr role {n}": "R"} for n in range(70)}
    file = tmp_path / "wide.html"
    file.write_text(str(render("html", measured(json.dumps({"matrix": matrix})))), "utf-8")
    driver.get(file.as_uri())
    assert len(driver.find_elements(By.CSS_SELECTOR, ".matrix thead th")) == 2
    assert seen(driver, "#r7 td") == ["A sales role 7, R hr role 7"]
    options = driver.find_elements(By.CSS_SELECTOR, "#fp option")
    next(option for option in options if option.text == "hr role 7").click()
    assert rows(driver) == ["Review unit 7"]


def test_a_very_large_matrix_is_shown_a_page_at_a_time(driver: Chrome, tmp_path: Path) -> None:
    text = str(render("html", measured(json.dumps(big()))))
    assert len(text.encode()) < 8_000_000
    file = tmp_path / "big.html"
    file.write_text(text, "utf-8")
    driver.get(file.as_uri())
    assert seen(driver, "#shown") == ["5,000 of 5,000 tasks"] and len(rows(driver)) <= 200
    one(driver, "#next").click()
    assert "101 to 200" in one(driver, ".pager").text
    one(driver, "#q").send_keys("unit 4999")
    assert [row.split()[-1] for row in rows(driver)] == ["4999"]
    driver.execute_script("location.hash = 'r4321'")
    assert driver.execute_async_script(
        "setTimeout(() => arguments[0](!!document.getElementById('r4321')), 50)"
    )
