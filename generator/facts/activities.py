"""活动: what may be said of one activity."""

from __future__ import annotations

from collections.abc import Mapping

from generator.topics.topic import Field

ACTIVITY_FIELDS: Mapping[str, Field] = {
    one.name: one
    for one in (
        Field("名称", "文字", "活动的名称", example="宪法宣传周集市宣讲"),
        Field("时间", "文字", "什么时候，如11月30日", example="11月30日"),
        Field("地点", "文字", "在哪里", example="镇政府前坪"),
        Field("主体", "名单", "谁办的，几家合办的都写", example="司法所、妇联"),
        Field("对象", "文字", "面向谁", example="中小学生"),
        Field("参加", "文字", "谁到场参加，不是主办的写在这里", example="镇长、村民小组长"),
        Field("场次", "数量", "办了几场", ("场", "次"), "2场"),
        Field("受教育", "数量", "多少人受教育；只知道到场人数的，写在“参加”里", ("人次", "人"), "420人次"),
        Field("资料", "数量", "发了多少份资料", ("份",), "300份"),
        Field("内容", "文字", "做了什么，一句话", example="讲解民法典婚姻家庭编"),
    )
}
