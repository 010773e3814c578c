"""What the program says of itself, outside a kit; inside one: tests/kit/test_use.py."""

from generator.commands.about import about_program


def test_outside_a_kit_nothing_is_promised_that_is_not_so():
    about = about_program()
    assert about.parts[0].name == "nianbao"
    assert not about.refuses_network
    assert "没有加" in about.network
    assert (about.kit, about.sbom, about.licences, about.files) == (None, None, None, 0)
    assert about.as_record()["network"]["refused"] is False
