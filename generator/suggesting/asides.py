"""What is said behind a figure, or over it, that makes it none of the year and the unit: 231件（去年数）, 青山村：12件.

A bracket with a figure of its own (去年189件) speaks of that one, and says nothing of the figure before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.patterns import pattern

_YEAR = "20[0-9]{2}年"
_SPAN = f"(?:{_YEAR}|近?[两三四五六七八九十几多]年|建[站所队档册库][一-龥]{{0,2}}|历年)"
_WHAT = (
    f"(?:全年|年度|工作|考核|年初)?(?:计划|目标|任务|指标|打算|要求)|去年|上年|上一年|前年|(?P<year>{_YEAR})|"
    f"(?:明年|下一?年)(?:的?(?:计划|打算|目标|安排))?|全[县市区省国]|[县市区省]里|累计|{_SPAN}(?:以来|来|至今|累计|合计)|历年|"
    "(?:第?[一二三四]|前[一二三])个?季度|[上下]半年|(?:1[01]|[1-9])月份?|估计|估算|每[村人年月季次个件]|村均|人均|"
    "(?:1[0-2]|[1-9])月(?:[底末]|[0-9]{1,2}日)?以?前|(?:(?:1[0-2]|[1-9])月份?)?的?[单当]月|(?:全?[县市区省国])平均|上一?年估|估"
)
_OF = "的?(?:数字?|数据|口径|值|台账|合计|总数|情况|度|全年)*的?"
_BRACKET = pattern(rf"[一-龥]{{0,6}}[（(](?:这?[是为系]|均为|都是|按)?(?:{_WHAT}){_OF}[）)]")
_PARTLY = pattern("[一-龥]{0,6}[（(](?:[^（）()]*含(?:去|上|前|往)年|不含|不包括|未含|未包括)[^（）()]*[）)]")
_LESS = pattern("[^0-9。；]*[，。；（(](?:扣除|剔除|减去|去掉|除去)[^，。；]*[0-9]")
_BEHIND = pattern(
    rf"[^0-9。；]*[，。；](?:[这那](?:个数)?)?(?:都|均|也)?[是为系](?:{_WHAT}){_OF}(?=[，。；]|$)"
)
_COUNT = "[0-9][0-9.]*[件个起宗次人户条份]?"
_INSIDE = "(?:里头|里面|之内|[里内中])"
_WITHIN = pattern(
    f"(?:[，；][^0-9，。；（(]{{0,6}}{_COUNT})?[（(，；](?:已|都|均|全部?|也)*"
    f"(?:(?:包?含|包括|计算?|算)在(?![册外岗职读校编建矫办审途])[^，。；（）()0-9]{{0,8}}(?:{_COUNT})?{_INSIDE}|在{_COUNT}{_INSIDE})[）)]?"
)
"""What says that a figure is a part of another: 412件（含在1864内）, 41件，成了39件，都在137里头."""
_ALL = pattern(
    rf"(?:以上|上面|上述|上列)(?:这?些)?(?:数据?)?(?:都|均|全)?[是为](?:{_WHAT}){_OF}(?=[，。；）)]|$)"
)
_AIM = "(?:(?:平安|和谐|智慧|完整)社区|(?:法治|无[诈讼毒访]|零(?:信访|上访|发案))(?:村|社区))$"
"""What is made of villages: 平安社区 over figures is the matter. 平安村 and 幸福村 are names of villages."""
_OVER = pattern(
    "(?:去|上|前)一?年(?!度?考核)|(?P<year>20[0-9]{2})年(?!(?:[0-9]{1,2}月)?(?:以来|起|开始))"
    "|^全[县市区省国]|^[县市区省](?:里|级|直)"
    "|^(?:年度|全年|工作|考核)*(?:目标|任务|指标|计划)(?:任务|[数值])?(?:情况)?$"
    "|^(?:填报)?(?:模板|样[表例]|[示范举]例|例[子如]?|填报说明|填写说明|格式)$"
    rf"|^(?!{_AIM})(?!.*(?:[各全农乡本我该]村|行政村|示范村|[城村]中村|[各全本我该智][一-龥]?社区))"
    "[一-龥]{1,3}(?:村|[一-龥]社区)"
    "(?:村?委会|居委会)?(?:的|上报|报送?|情况|数据|调委会)*$"
)


def heading_doubt(over: Sequence[str], year: int | None) -> str:
    """Say in Chinese what stands over a figure that makes it another year's, the county's, a village's or a target."""
    told = (match for one in over for match in _OVER.finditer(one) if match["year"] != str(year))
    return next((f"上面写着“{one[0]}”" for one in told), "")


def aside_of(text: str, end: int, line: str, year: int | None) -> str:
    """Say in Chinese what stands behind the figure of a text that ends at `end`, or in its line of all its figures.

    Empty where nothing does, or it is of the report's year.
    """
    at = line.find(text)
    whole, stop = (line, at + end) if at >= 0 else (text, end)
    shapes = ((_BRACKET, text, end), (_BEHIND, whole, stop))
    told = next(
        filter(None, (shape.match(words, begin) for shape, words, begin in shapes)), None
    ) or _ALL.search(line)
    if told and not (told["year"] and year is not None and told["year"] == f"{year}年"):
        return f"后面写着“{told[0].strip('，。；')}”"
    partly = _PARTLY.match(text, end) or _LESS.match(text, end) or _WITHIN.match(text, end)
    return f"后面写着“{partly[0]}”" if partly else ""
