"""The page without a file: what it offers, what it begins, and that nothing outside its folder is reached."""

import json
import shutil
from urllib.parse import quote

import pytest

from generator.facts import load_facts
from generator.preview.start import facts_files
from tests.finished import EXAMPLES
from tests.preview.asgi import OURS, living, post, request, run, until

REPORT = """# 甲镇2024年法治政府建设年度报告

县政府：

2024年，甲镇坚持以习近平新时代中国特色社会主义思想为指导，推进法治政府建设。现将有关情况报告如下。

## 一、推进法治政府建设的主要举措和成效

### （一）化解矛盾纠纷

全年排查矛盾纠纷231件，化解矛盾纠纷198件。

## 二、党政主要负责人履行推进法治建设第一责任人职责情况

领导班子学法6次。

## 三、推进法治政府建设存在的不足和原因

执法人员不足。原因是编制少。

## 四、2025年推进法治政府建设的主要安排

充实执法人员。

甲镇人民政府

2025年1月20日
"""


def started(folder, ask):
    """Ask something of a page that was begun in a folder, and give the answer with what is open then."""

    async def asked():
        async with living(folder=folder) as (live, app):
            answer = await ask(app)
            return answer, live.session.path if live.session else None

    return run(asked())


async def brought(app, path, name, data):
    return await request(app, path, "POST", OURS | {"x-file-name": quote(name)}, data)


def test_the_files_of_the_folder_are_offered_and_one_is_opened(tmp_path):
    for name in ("甲镇-2024.yaml", "乙镇-2024.yml", "提法.yaml", "版式.yaml", ".隐.yaml", "说明.txt"):
        shutil.copy(EXAMPLES[0], tmp_path / name)
    (tmp_path / "断.yaml").symlink_to("没有.yaml")
    assert sorted(facts_files(tmp_path)) == ["乙镇-2024.yml", "甲镇-2024.yaml"]

    (tmp_path / "提法.yaml").unlink()  # it would be read beside the file

    async def opened():
        async with living(folder=tmp_path) as (live, app):
            live.wish()
            await until(live, lambda live: "甲镇-2024.yaml" in live.parts.get("开始", ""))
            answer = await post(app, "/open", {"name": "甲镇-2024.yaml"})
            await until(live, lambda live: live.lists["纸"])
            return answer, live.parts["开始"]

    answer, start = run(opened())
    assert answer.status == 200
    assert start == '<section id="开始"></section>'


@pytest.mark.parametrize(
    "name",
    [
        "../外.yaml",
        "..\\外.yaml",
        "/etc/passwd",
        "C:\\外.yaml",
        "里/内.yaml",
        "提法.yaml",
        "没有.yaml",
        "",
        ".",
    ],
)
def test_no_path_is_followed(tmp_path, name):
    folder = tmp_path / "夹"
    (folder / "里").mkdir(parents=True)
    for place in (tmp_path / "外.yaml", folder / "里" / "内.yaml", folder / "提法.yaml"):
        shutil.copy(EXAMPLES[0], place)
    answer, path = started(folder, lambda app: post(app, "/open", {"name": name}))
    assert (answer.status, path) == (409, None)


def test_a_new_file_is_begun_and_not_begun_twice(tmp_path):
    asked = {"unit": "甲镇人民政府", "year": "2025", "level": "镇"}
    answer, path = started(tmp_path, lambda app: post(app, "/new", asked))
    assert (answer.status, path) == (200, tmp_path / "甲镇-2025.yaml")
    facts = load_facts(path)
    assert (facts.year, facts.level, facts.head.unit.names) == (2025, "镇", ("甲镇人民政府",))
    again, path = started(tmp_path, lambda app: post(app, "/new", asked))
    assert (again.status, path) == (409, None)
    assert again.data["message"].endswith("甲镇-2025.yaml。")
    assert "--force" not in again.data["fix"]


@pytest.mark.parametrize(
    "asked",
    [
        {"unit": "", "year": "2025", "level": ""},
        {"unit": "甲镇", "year": "25", "level": ""},
        {"unit": "甲镇", "year": "二〇二五", "level": ""},
        {"unit": "甲镇", "year": "2025", "level": "村"},
        {"unit": "甲镇", "year": 2025, "level": ""},
        {"unit": "甲镇"},
        [],
    ],
    ids=json.dumps,
)
def test_what_cannot_be_begun_is_said_and_nothing_is_written(tmp_path, asked):
    answer, path = started(tmp_path, lambda app: post(app, "/new", asked))
    assert (answer.status, path) == (409, None)
    assert answer.data["message"].endswith("。")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["去年.md", "../../去年.md", "..\\..\\去年.md", "C:\\报告\\去年.md"])
def test_last_years_report_begins_this_years_file(tmp_path, name):
    folder = tmp_path / "夹"
    folder.mkdir()
    answer, path = started(folder, lambda app: brought(app, "/import", name, REPORT.encode()))
    assert (answer.status, path) == (200, folder / "甲镇-2025.yaml")
    assert {one.name for one in folder.iterdir() if one.suffix == ".yaml"} == {
        "甲镇-2024.yaml",
        "甲镇-2025.yaml",
    }
    assert [one.name for one in tmp_path.iterdir()] == ["夹"]
    assert "上年: 甲镇-2024.yaml" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "data"), [("去年.docx", b"PK"), ("去年.exe", b"MZ"), ("", b""), ("去年.md", b"")]
)
def test_what_is_no_report_is_said(tmp_path, name, data):
    answer, path = started(tmp_path, lambda app: brought(app, "/import", name, data))
    assert (answer.status, path) == (409, None)
    assert answer.data["message"].endswith(("。", name))
    assert not list(tmp_path.iterdir())
