"""The parts of the program and their licences, by the metadata of libraries that are made here."""

from importlib.metadata import Distribution, PathDistribution
from pathlib import Path

import pytest

from generator.offline.parts import INSIDE, OURS, ProgramPart, parts_beneath, parts_in_use, program_part

ROOT = Path(__file__).parents[2]


def library(folder, name="某库", **metadata) -> Distribution:
    path = folder / f"{name}-1.2.dist-info"
    path.mkdir()
    lines = [f"{key.replace('_', '-')}: {value}" for key, value in metadata.items()]
    path.joinpath("METADATA").write_text(
        "\n".join(["Metadata-Version: 2.1", f"Name: {name}", "Version: 1.2", *lines, "", ""]),
        encoding="utf-8",
    )
    return PathDistribution(path)


@pytest.mark.parametrize(
    ("metadata", "licence"),
    [
        ({"License_Expression": "MIT OR Apache-2.0", "License": "MIT"}, "MIT OR Apache-2.0"),
        ({"License": "BSD-3-Clause"}, "BSD-3-Clause"),
        (
            {
                "License": "Permission is hereby granted " * 5,
                "Classifier": "License :: OSI Approved :: MIT License",
            },
            "MIT License",
        ),
        ({"Classifier": "License :: OSI Approved :: BSD License"}, "BSD License"),
        ({"License": ""}, "见其许可文本"),
    ],
)
def test_a_licence_goes_by_its_name(tmp_path, metadata, licence):
    assert program_part(library(tmp_path, **metadata)) == ProgramPart("某库", "1.2", licence)


def test_what_lies_in_a_folder_comes_by_name(tmp_path):
    for name in ("b", "A", "c"):
        library(tmp_path, name, License="MIT")
    assert [one.metadata["Name"] for one in parts_beneath(tmp_path)] == ["A", "b", "c"]


def test_the_program_comes_first_and_all_that_it_requires():
    parts = parts_in_use()
    assert [one.name for one in parts[:2]] == [OURS, "Python"]
    names = {one.name.lower().replace("_", "-") for one in parts}
    assert names >= {"click", "jinja2", "lxml", "markupsafe", "python-docx", "h11", "mdurl", "idiomorph"}
    assert not names & {"pytest", "hypothesis", "duckdb", "matplotlib"}
    assert all(one.version and one.licence for one in parts)


def test_what_travels_inside_has_its_licence_beside_it():
    folder = ROOT / "templates" / "页面"
    for part in INSIDE:
        assert list(folder.glob(f"{part.name}-{part.version}.*")), part
        assert (folder / f"{part.name}-{part.version}.LICENSE").is_file()
