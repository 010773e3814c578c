"""Reports of other hands, invented, as the tests of the import read them."""

from __future__ import annotations

from functools import cache

from generator.drafting import compose
from generator.facts.loading import readable_facts
from generator.importing.assembling import OldReport, take_apart
from generator.importing.proving import Proof, prove
from generator.importing.writing import imported_text
from generator.intake.old_reports import ReportLines
from generator.intake.reading import plain_lines
from generator.resources import Templates
from generator.topics import read_topics
from generator.yamltext.source import read_source

FOUR_PARTS = """云岭街道2023年法治政府建设年度报告

区委、区政府：

2023年，云岭街道在区委、区政府的坚强领导下，扎实推进法治政府建设。现将有关情况报告如下：
一、推进法治政府建设的主要举措和成效
（一）多元化解矛盾纠纷，守住平安底线。一是抓排查。全年排查矛盾纠纷231件，化解矛盾纠纷198起。二是抓宣传。开展普法活动12场，发放宣传资料3000余份。
（二）规范行政执法
严格落实行政执法“三项制度”，全年行政处罚立案19件。
执法队参加上级培训。
二、党政主要负责人履行推进法治建设第一责任人职责情况
党政主要负责人带头学法，组织领导班子学法6次。
三、推进法治政府建设存在的不足和原因
一是执法力量薄弱。专职执法人员少。
二是普法形式单一。
四、2024年推进法治政府建设的主要安排
（一）充实执法力量。新聘执法人员2名。
（二）丰富普法形式，用好新媒体。每月推送一期。
云岭街道办事处
2024年1月20日
"""

SIX_CHAPTERS = """2022年度法治政府建设工作报告
桃源镇人民政府
县委、县政府：
2022年，桃源镇扎实推进法治政府建设。现将情况报告如下：
一、加强学习，提高能力
一是学法。全年集体学法8次。
二、规范执法，服务群众
一是执法检查。开展执法检查40次。
三、化解纠纷，维护稳定
一是调解。调解矛盾纠纷96件，调解成功90件。
今年工作取得了成绩，但仍存在一些不足：一是学习不深；二是人手不足。
下一步，我镇将做好以下工作：一是加强学习；二是充实人手。
桃源镇人民政府
2023年1月12日
"""

JOINT = """青山乡2021年法治政府建设工作报告
2021年，青山乡依法履职。现将情况报告如下：
一、党政主要负责人履行法治建设第一责任人职责情况
乡党委书记、乡长听取法治工作汇报3次。
二、主要工作
（一）普法宣传
悬挂横幅6条，张贴宣传画20张。
三、存在的问题及整改措施
工作仍有不足。一是力量不够。二是方法不多。
在接下来的工作中，我乡将继续努力。一是补充力量。二是创新方法。
青山乡人民政府
2021年12月30日
"""

REPORTS = {"四部分": FOUR_PARTS, "六个一级标题": SIX_CHAPTERS, "不足和计划合写": JOINT}


@cache
def old_report(text: str) -> OldReport:
    """Take a report apart."""
    return take_apart(ReportLines(plain_lines(text)), read_topics(Templates()))


@cache
def proved(text: str) -> tuple[str, Proof, str]:
    """Give the facts file of a report, its proof, and the report that it gives; it has no mistake."""
    old = old_report(text)
    facts = imported_text(old.marked, ["试读"])
    reading = readable_facts(read_source(facts.encode(), "试.yaml"), "试.yaml", Templates())
    assert reading.problems == ()
    markdown = compose(reading.facts).markdown
    return facts, prove(old, markdown), markdown
