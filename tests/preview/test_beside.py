"""What lies beside the open file, the notice and last year's, is looked at as the file itself is."""

import shutil

import pytest

from tests.finished import EXAMPLES
from tests.preview.asgi import living, run, until

NOTICE = "年度: 2023\n字数: {}\n"


@pytest.fixture
def path(tmp_path):
    (example,) = [one for one in EXAMPLES if one.stem == "稷下街道-2023"]
    path = shutil.copy(example, tmp_path / example.name)
    with path.open("a", encoding="utf-8") as file:
        file.write("\n通知: 上级通知.yaml\n")
    return path


def test_a_notice_that_comes_changes_and_goes_is_followed_at_once(path):
    notice = path.with_name("上级通知.yaml")

    async def gone_through():
        async with living(path) as (live, _):
            await until(live, lambda live: "读不了" in live.parts.get("问题", ""))
            notice.write_text(NOTICE.format("不超过100"), encoding="utf-8")
            await until(live, lambda live: "通知要求不超过100，" in live.parts["字数"])
            await until(
                live, lambda live: "读不了" not in live.parts["问题"] and "正在查" not in live.parts["问题"]
            )
            notice.write_text(NOTICE.format("不超过9000"), encoding="utf-8")
            await until(live, lambda live: "通知要求不超过9000<" in live.parts["字数"])
            notice.write_text("年度: [", encoding="utf-8")
            await until(live, lambda live: "没有照它写" in live.parts["问题"])
            assert "通知要求" not in live.parts["字数"]
            notice.unlink()
            await until(live, lambda live: "读不了" in live.parts["问题"])
            return live.session.text

    assert run(gone_through()) == path.read_text(encoding="utf-8")


def test_last_years_figures_that_are_mended_are_compared_anew(path):
    last = path.with_name("稷下街道-2022.yaml")
    text = (
        path.read_text(encoding="utf-8")
        .replace("年度: 2023", "年度: 2022")
        .replace("通知: 上级通知.yaml", "")
    )

    async def gone_through():
        async with living(path) as (live, _):
            await until(live, lambda live: live.rendered)
            assert live.rendered.prepared.facts.last is None
            last.write_text(text, encoding="utf-8")
            await until(live, lambda live: live.rendered.prepared.facts.last)
            last.write_text(text.replace("3000余人次", "2000余人次"), encoding="utf-8")
            await until(live, lambda live: "2000余人次" in str(live.rendered.prepared.facts.last.lines))

    run(gone_through())


def test_a_named_file_of_last_year_that_cannot_be_read_at_first_is_followed_too(path):
    last = path.with_name("上年.yaml")
    text = path.read_text(encoding="utf-8").replace("年度: 2023", "年度: 2022")
    last.write_text("年度: [", encoding="utf-8")

    async def gone_through():
        async with living(path, last) as (live, _):
            await until(live, lambda live: live.parts.get("问题", ""))
            assert live.rendered is None
            last.write_text(text, encoding="utf-8")
            await until(live, lambda live: live.rendered)

    run(gone_through())
