"""The page of progress: what it says, that nothing in it comes from elsewhere, and that anyone can use it."""

from pathlib import Path
from typing import Any

from generator.county.page import deadline_told, progress_page
from generator.resources import Templates
from tests.county.folders import FACTS, NOTICE, county, progress


def page(folder: Path, **files: str) -> str:
    """Give the page of a folder."""
    return progress_page(progress(county(folder, **files)), Templates())


def test_the_page_names_units_stages_and_what_is_missing(tmp_path: Path) -> None:
    """What a file says is shown and never run."""
    facts = FACTS.replace("服务站正在改建", "<script>alert(1)</script>")
    text = page(tmp_path, 云岭街道=facts, 别处=FACTS.replace("云岭街道", "高新区"))
    for said in ("云岭街道", "行政执法.办结", "截止日期：2024年2月20日，还有5天", "张主任", "高新区", "未报"):
        assert said in text
    assert "<script>alert" not in text
    assert "http://" not in text
    assert "https://" not in text


def test_the_deadline_in_words(tmp_path: Path) -> None:
    """None is told where none is set."""
    found = progress(county(tmp_path, NOTICE.replace("2024-02-20", "2024-02-10")))
    assert deadline_told(found) == "截止日期：2024年2月10日，已经超过5天"
    assert deadline_told(progress(county(tmp_path, NOTICE.replace("截止: 2024-02-20\n", "")))) == ""


def test_the_page_opens_and_keeps_what_was_opened(tmp_path: Path, browser: Any, violations: Any) -> None:
    """Details stay open when the page is read anew, and it is accessible to all."""
    path = tmp_path / "进度.html"
    path.write_text(page(tmp_path), encoding="utf-8")
    opened = browser.new_page()
    try:
        opened.goto(path.as_uri())
        opened.click("summary")
        assert violations(opened) == []
        opened.uncheck("#renew")
        opened.reload()
        assert opened.locator("details[open]").count() == 1
        assert not opened.is_checked("#renew")
    finally:
        opened.close()
