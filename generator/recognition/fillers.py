"""Words of a clause that change nothing of what its figure counts: when, who, how many in all, done."""

from __future__ import annotations

from generator.patterns import pattern

_WHEN = (
    "截至目前|截至年底|截至20[0-9]{2}年底|截至|目前|年末|年底|20[0-9]{2}年(?:度|以来)?|全年来?|全年度|年内|"
    "今年以来|今年|本年度?|一年来|年度"
)
_HERE = "(?:我|全|本)(?:镇|乡|街道|区|县|市)|镇里|乡里|县里|辖区内?"
_WHO = (
    f"{_HERE}|(?:镇|乡|街道)(?:党委|党工委)(?:、政府)?|(?:镇|乡)(?:人民)?政府|"
    "街道(?:办事处)?|办事处|机关|综合行政执法(?:队|大队|办|局)|综合执法(?:队|办)|执法(?:队|办)|司法所"
)
_IN_ALL = "共计|累计|总计|合计|总共|一共|共有|共|合"
_DONE = "先后|已经|已|再增加|再|均|全部|都|还|并|又|另有|另外|另|也|依法|认真|扎实|积极|严格|及时|其"
_BE = "现有|现|在册|有"
_DAYS = "(?:自|从|于)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日|份|底|初)?(?:开始|以来|起)?|[上下]半年|[一二三四]季度)(?:至|、|和)?"
LEADING = pattern(
    f"^(?:其中|其余(?!.{0, 2}$)|尚有|还有|{_WHEN}|{_DAYS}|{_HERE}|{_IN_ALL}|{_DONE}|{_BE}|[“”、和及与的])"
)
"""What may open a clause and says nothing of what is counted."""
TRAILING = pattern(
    "(?:(?:保持|稳定|维持)在|截至(?:20[0-9]{2}年)?[0-9]{1,2}月(?:底|末|份)?|"
    "先后|分别|均为|用于|争取|力争|尚有|由|从|只|仅|共计|累计|总计|合计|共有|共|了|达到?|超过|为|有|约|近|的|计|到|都)+$"
)
"""What may stand between the words and their figure."""

_DOES = "包括[^，]*在内的|组织开展|开展|组织|举办|举行|召开|进行|完成|实施|各类|各项|各种|各级|相关|有关|等?各[类项]|发出|下达|作出|适用|案件|大小|工作|"
WHOLE = pattern(
    "全年|今年|年内|本年|总计|合计|共计|共(?!同|治|享|建|青)|一年来|20[0-9]{2}年(?:度|以来|，|,|$)|截至"
)
"""Words that say that the figure is the unit's and the whole year's."""
FREE = pattern(
    f"{_DOES}{_WHEN}|{_WHO}|{_IN_ALL}|{_DONE}|{_BE}|其中|了|的|出|达到?|为|地|在|以|个|是|由|对|向|[0-9]+|[“”（）()、，,\\s]"
)
"""What may stand between the words of a field without making it another thing."""
NARROWING = pattern(
    "“|《|依托|通过|利用|借助|针对|打击|专项|试点|领域|(?<!各)(?<!全)[一-龥]{1,3}村(?![（民规级居干])|[一-龥]{2}社区(?![（矫戒])|"
    "[一-龥]{2}(?:(?<!办公)(?<!各科)室|站(?!位)|岗|中队)(?![一-龥]*法律服务)|"
    "[上下]半年|季度|[0-9]月|每|单独|分别|部分|期间|简易程序|快速办理|当场处罚|平均|最[大多高]|计划|预计|力争|"
    "(?<![比较与同])(?:上|去|前)一?年(?!为|是|的|[0-9]|度?[比相])|截至(?:20[0-9]{2}年)?上|活动[中上]|宣传[周月日]|当[天日场]|为例|该"
)
"""Words in what was said before by which a figure may be of a part only."""
STRONG = pattern("领域|专项|试点|[一-龥]{2}(?:(?<!办公)(?<!各科)室|站(?!位)|岗|中队)(?![一-龥]*法律服务)|该")
"""Words by which the sentences before may be of a part only."""
