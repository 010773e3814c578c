"""隐私: a citizen's numbers and address, which a published report must not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.checks.material import Finding, Material
from generator.checks.registry import rule
from generator.checks.scan import DIGITS
from generator.patterns import pattern
from generator.problems import Level

_LONG = pattern(r"\d[\d\s\-]{10,}")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_IDENTITY = pattern(
    r"(?<![0-9A-Za-z])[1-8]\d{5}[\s\-]?(?:19|20)\d{2}[01]\d[0-3]\d[\s\-]?\d{3}[0-9Xx](?![0-9A-Za-z])"
)

_CALLED_IDENTITY = pattern(
    r"(?:身份证|身份号码|证件号)[^。；\d]{0,8}(?P<number>\d(?:[\s\-]?\d){12,17}[Xx]?)(?![\dA-Za-z*×])"
)
"""What is called so, though neither its place nor its check digit be right."""
_TAIL = pattern(
    r"(?:身份证|身份号码|证件号)(?:号码?)?的?(?:尾号|[后末尾][三四五六3456]位)[^，。；\d]{0,4}(?P<number>\d{2,6}[Xx]?)(?![\dA-Za-z])"
)


def _has_long_number(material: Material) -> bool:
    """Tell whether there is any number as long as that of a telephone; most reports have none."""
    return bool(_LONG.search(material.text))


def is_identity(number: str) -> bool:
    """Tell whether 18 signs are a valid number of an identity card (GB 11643-1999: date of birth and check digit)."""
    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    added = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    return _CHECK[added % 11] == number[17].upper()


def is_luhn(number: str) -> bool:
    """Tell whether the last digit of a card number is right (ISO/IEC 7812-1, Luhn)."""
    digits = [int(digit) for digit in reversed(number)]
    return sum(sum(divmod(digit * (1 + at % 2), 10)) for at, digit in enumerate(digits)) % 10 == 0


@rule(
    "隐私-01",
    "写了身份证号",
    level=Level.ERROR,
    bad="为村民办理法律援助，身份证号11010519491231002X。",
    good="为村民办理法律援助116件。",
)
def identity_number(material: Material) -> Iterator[Finding]:
    """查公民身份号码。

    查什么：18位、出生日期和校验码都对的号码，中间有空格、短横的也算；身份证尾号、后几位；样子像而校验码不对的报提醒。
    为什么：年度报告要向社会公开，《个人信息保护法》不许公开个人身份信息。
    怎么改：删去。
    """
    for block, match in material.matches(_TAIL, "证", "身份"):
        yield Finding("写了身份证号的末几位。", "删去。", block, *match.span("number"))
    if not _has_long_number(material):
        return
    told: set[tuple[int, int]] = set()
    for block, match in material.matches(_CALLED_IDENTITY, "证", "身份"):
        told.add((block, match.start("number")))
        yield Finding("写了身份证号。", "删去。", block, *match.span("number"))
    for block, match in material.matches(_IDENTITY):
        if (block, match.start()) in told:
            continue
        sure = is_identity(re.sub(r"[\s\-]", "", match.group()))
        yield Finding(
            "写了身份证号。" if sure else "这一串数字像身份证号。",
            "删去。",
            block,
            *match.span(),
            level=Level.ERROR if sure else Level.WARNING,
        )


_CALLED_MOBILE = pattern(
    r"(?:手机|电话|联系方式|联系人|微信)(?:号码|号)?[^。；\d]{0,6}(?P<number>1\d{10})(?!\d)"
)
_MOBILE = pattern(
    r"(?<![0-9A-Za-z.\-])(?:\+?86[\s\-]?)?1[3-9]\d(?P<sign>[\s\-]?)\d{4}(?P=sign)\d{4}(?![0-9A-Za-z.])"
)


@rule(
    "隐私-02",
    "写了手机号",
    level=Level.ERROR,
    bad="群众可拨打13800138000向调解员反映。",
    good="群众可拨打12348公共法律服务热线咨询。",
)
def mobile_number(material: Material) -> Iterator[Finding]:
    """查手机号码。

    查什么：11位手机号，中间有空格、短横的也算；12345、12348等热线和座机不算。
    为什么：个人手机号是个人信息，不该写进公开的报告。
    怎么改：删去，或换成单位办公电话、公共热线。
    """
    if not _has_long_number(material):
        return
    told: set[tuple[int, int]] = set()
    for shape, name in ((_MOBILE, 0), (_CALLED_MOBILE, "number")):
        for block, match in material.matches(shape):
            if (block, match.end()) not in told:
                told.add((block, match.end()))
                yield Finding("写了手机号。", "删去，或换成办公电话、公共热线。", block, *match.span(name))


_CARD = pattern(
    r"(?<![0-9A-Za-z.\-])(?:\d{4}[\s\-]){3,4}\d{1,7}(?![0-9A-Za-z])|(?<![0-9A-Za-z.])[3-6]\d{15,18}(?![0-9A-Za-z])"
)
_ACCOUNT = pattern(r"(?:银行卡|卡号|账号|帐号|账户)[^。，；\d]{0,8}(?P<number>\d(?:[\s\-]?\d){11,20})(?!\d)")


@rule(
    "隐私-03",
    "写了银行卡号",
    level=Level.ERROR,
    bad="农民工工资已汇入银行卡6222020200112230125。",
    good="为农民工追回工资110万元。",
)
def bank_card(material: Material) -> Iterator[Finding]:
    """查银行卡号、账号。

    查什么：16至19位、校验位正确的卡号，“卡号”“账号”后面的长串数字。
    为什么：银行账户是敏感个人信息，公开会造成损失。
    怎么改：删去。
    """
    if not _has_long_number(material):
        return
    seen: set[tuple[int, int]] = set()
    for block, match in material.matches(_CARD):
        number = re.sub(r"\D", "", match.group())
        if 16 <= len(number) <= 19 and is_luhn(number) and not is_identity(number[:17] + "0"):
            seen.add((block, match.start()))
            yield Finding("写了银行卡号。", "删去。", block, *match.span())
    for block, match in material.matches(_ACCOUNT):
        if (block, match.start("number")) not in seen and not _IDENTITY.fullmatch(match["number"]):
            yield Finding("写了银行账号。", "删去。", block, *match.span("number"))


_HOME = pattern(
    r"\d{1,3}(?:号楼|栋|幢|座)(?:\d{1,2}单元)?\d{2,4}(?:室|号|户)|\d{1,2}单元\d{2,4}(?:室|号)?"
    r"|(?:家住|现住|住在?|住址为?|居住在)[一-龥]{2,12}?(?:村|社区)[一二三四五六七八九十\d]{1,3}[组社队]"
    r"|[一-龥]{1,4}(?:村|社区)\d{1,2}组\d{1,4}号|[路街巷]\d{1,4}(?:号|弄)[^。，]{0,8}\d{1,2}[栋幢][^。，]{0,6}室"
)


@rule(
    "隐私-05",
    "写了家庭住址",
    only_with=(
        *("号楼", "单元", "家住", "现住", "住在", "住址", "居住在", "（住", "，住"),
        *(f"{digit}{what}" for digit in DIGITS for what in "栋幢座组"),
        *(f"{way}{digit}" for way in "路街巷" for digit in DIGITS),
    ),
    bad="为家住幸福小区3号楼2单元501室的居民上门调解。",
    good="为幸福小区的居民上门调解。",
)
def home_address(material: Material) -> Iterator[Finding]:
    """查写到门牌的家庭住址。

    查什么：“3号楼2单元501室”“张家村3组12号”。
    为什么：住址写到门牌就能认出人来，是个人信息。
    怎么改：写到村、社区、小区为止；是办公地点的，写单位名称。
    """
    for block, match in material.matches(_HOME):
        yield Finding(f"写了门牌住址“{match.group()}”。", "写到村、社区、小区为止。", block, *match.span())


_PLATE = pattern(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·\s]?[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])"
)
_CONTACT = pattern(
    r"(?<![A-Za-z0-9_.])[A-Za-z0-9_.\-]{3,30}@(?:qq|163|126|sina|139|189|gmail|foxmail|hotmail)\.(?:com|cn|net)"
    r"|(?:QQ|qq|微信)(?:号码|号)?[：:为]?\s?[A-Za-z0-9_\-]{6,20}"
)


@rule(
    "隐私-06",
    "写了车牌或个人联系方式",
    bad="查处违规运输车辆鲁C12345一辆，联系邮箱zhangsan@qq.com。",
    good="查处违规运输车辆1辆。",
)
def plate_or_contact(material: Material) -> Iterator[Finding]:
    """查车牌号、个人邮箱、QQ号、微信号。

    查什么：各省车牌，qq.com、163.com等个人邮箱，“QQ：”“微信号”后面的号码。
    为什么：凭这些能找到具体的人。
    怎么改：删去；需要留联系方式的，用单位办公电话和单位邮箱。
    """
    for shape, words in ((_PLATE, ()), (_CONTACT, ("@", "QQ", "qq", "微信"))):
        for block, match in material.matches(shape, *words):
            yield Finding(f"写了“{match.group()}”。", "删去，或换成单位的联系方式。", block, *match.span())
