"""`topics` through the real command."""

from tests.cli.command import assert_chinese, nianbao, real, said


def test_all_topics(tmp_path):
    process = nianbao("topics", cwd=tmp_path)
    assert process.returncode == 0
    for word in ("举措成效", "第一责任人", "法治宣传教育", "带头学法用法"):
        assert word in said(process)
    assert_chinese(said(process))


def test_one_topic_with_what_real_reports_gave(tmp_path):
    process = nianbao("topics", "法治宣传教育", cwd=tmp_path)
    assert process.returncode == 0
    text = "".join(line.strip() for line in said(process).splitlines())
    assert "宣传资料" in text
    assert "15000余份（凤城街道2020）" in text
    assert "1000余份（稷下街道2023）" in text
    assert_chinese(said(process).replace("LED", ""))


def test_a_word_finds_the_fields_that_are_spoken_of_by_it(tmp_path):
    for word in ("首违不罚", "初次违法", "首违免罚"):
        process = nianbao("topics", word, cwd=tmp_path)
        assert process.returncode == 0
        assert "首违免罚" in said(process)
        assert_chinese(said(process))


def test_a_sentence_is_told_figure_by_figure(tmp_path):
    sentence = "全年排查矛盾纠纷231件，化解198起，走失水牛2头，依托网格化解41件，现有61项。"
    process = nianbao("topics", sentence, cwd=tmp_path)
    assert process.returncode == 0
    text = "".join(line.strip() for line in said(process).splitlines())
    assert "231件“矛盾纠纷化解”的字段“排查”" in text.replace(" ", "")
    assert "排查矛盾纠纷【排查：231件】，化解【化解：198起】，走失水牛【走失水牛：2头】" in text
    assert "疑：没有相符的字段，最像的是“矛盾纠纷化解”的字段“化解”" in text
    assert_chinese(said(process))


def told(tmp_path, word):
    process = nianbao("topics", word, cwd=tmp_path)
    assert process.returncode == 0
    assert_chinese(said(process))
    return "".join(line.strip() for line in said(process).splitlines())


def test_a_field_is_found_by_the_words_of_the_office(tmp_path):
    for word, topic, field in (
        ("入企检查39次", "行政执法", "涉企检查"),
        ("可办事项137项", "政务服务", "政务服务事项"),
        ("审合同47份", "合法性审查", "合同审查"),
        ("党委会专题学法4次", "学法用法", "党委会学法"),
    ):
        assert f"“{topic}”的字段“{field}”" in told(tmp_path, word)


def test_what_is_only_like_a_field_is_doubted(tmp_path):
    assert "疑：相近的有" in told(tmp_path, "走访排查418次")
    assert "最像的是“行政执法”的字段“执法检查”" in told(tmp_path, "日常巡查检查418次")
    assert "几个主题都像" in told(tmp_path, "召开座谈会2场")
    assert "综治中心”的“正文" not in told(tmp_path, "容缺受理29件")
    assert "“信访工作”的字段“包案件数”" in told(tmp_path, "领导包案8件、化解7件")
    assert "没有哪个字段说到这几个字" in told(tmp_path, "日常巡查检查")
    common = told(tmp_path, "窗口办件21340件，按时办结率100%。")
    assert "可能是“政务服务”的字段“按时办结率”" in common
    assert "信访工作”的“正文" not in common
    assert "信访办常驻" not in told(tmp_path, "司法所、派出所、法庭、信访办4家常驻。")


def test_other_names_of_a_field_are_shown(tmp_path):
    assert "又称“入企检查”“涉企行政检查”" in told(tmp_path, "行政执法")


def test_nonsense_finds_nothing(tmp_path):
    process = nianbao("topics", "天书", cwd=tmp_path)
    assert process.returncode == 2
    assert "没有哪个字段说到它" in said(process)


def test_a_topic_of_one_year(tmp_path):
    before, after = (
        said(nianbao("topics", "行政执法", "--year", year, cwd=tmp_path)) for year in ("2022", "2025")
    )
    assert "扫码入企" not in before
    assert "2025年度起" in after
    assert "疫情防控" not in said(nianbao("topics", "--year", "2025", cwd=tmp_path))


def test_lines_are_no_wider_than_the_console(tmp_path):
    process = real("topics", "行政执法", cwd=tmp_path, env={"COLUMNS": "60"})
    for line in said(process).splitlines():
        assert sum(2 if ord(sign) > 0x2FFF else 1 for sign in line) <= 60


def test_own_templates_are_listed(tmp_path):
    folder = tmp_path / "模板" / "举措成效"
    folder.mkdir(parents=True)
    (folder / "河长制.md.j2").write_text("---\n说明: 河湖管护\n字段: {}\n---\n", encoding="utf-8")
    assert "河长制" in said(nianbao("topics", "--templates", tmp_path / "模板", cwd=tmp_path))


def test_a_broken_template_is_named(tmp_path):
    folder = tmp_path / "模板" / "举措成效"
    folder.mkdir(parents=True)
    (folder / "河长制.md.j2").write_text("---\n字段: {巡河: {类型: 多少}}\n---\n", encoding="utf-8")
    process = nianbao("topics", "--templates", tmp_path / "模板", cwd=tmp_path)
    assert process.returncode == 1
    assert "河长制.md.j2" in said(process)
    assert_chinese(said(process))


def test_formulations_of_a_year(tmp_path):
    earlier = said(nianbao("topics", "--formulations", "--year", "2020", cwd=tmp_path))
    later = said(nianbao("topics", "--formulations", "--year", "2023", "--date", "2024-01-20", cwd=tmp_path))
    assert "习近平法治思想" in earlier
    assert "党的二十大" not in earlier
    assert "党的二十大" in later
    assert "“七五”普法" not in later
    assert_chinese(later)
