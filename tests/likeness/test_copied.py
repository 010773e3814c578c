"""The progress names whose words a unit's own are: who copied from whom the words do not tell."""

from generator.county.chasing import chasing_note
from generator.county.stage import Stage
from generator.likeness.copied import with_copied
from generator.resources import Templates
from tests.county.folders import FACTS, county, progress, unit
from tests.likeness.test_alike import OWN

WHOLE = FACTS.replace("{立案: 19件}", "{立案: 19件, 办结: 18件}")


def _with(name, sentences):
    own = ", ".join(f'"{one}"' for one in sentences)
    return WHOLE.replace("{化解: 198起}", f"{{化解: 198起, 正文: [{own}]}}").replace("云岭街道办事处", name)


def test_own_words_of_which_half_are_another_unit_s_are_to_be_looked_at(tmp_path):
    folder = county(
        tmp_path,
        云岭街道=_with("云岭街道办事处", OWN[:3]),
        石桥镇=_with("石桥镇人民政府", OWN),
        南关街道=_with("南关街道办事处", ["另起一行写自己的事情，与别家全不一样，谁也没有抄过谁的话。"]),
    )
    found = with_copied(progress(folder), Templates())
    one = unit(found, "云岭街道")
    assert one.copied[0] == "石桥镇"
    assert one.alike.endswith("与石桥镇的相同")
    assert one.stage is Stage.DOUBTED
    assert f"{one.alike}。请写本单位自己的做法和数据" in chasing_note(one, found)
    assert unit(found, "南关街道").alike == ""


def test_where_one_unit_has_sent_nothing_is_held_against_anything(tmp_path):
    found = progress(county(tmp_path))
    assert with_copied(found, Templates()) == found
