"""What a Word file must be to open without repair: its package, and ISO/IEC 29500-1's order of elements (transitional).

Only elements that an order is given for here are looked into; each table holds the schema's sequence.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"

ORDER = {
    name: order.split()
    for name, order in {
        "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
        " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
        " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment"
        " textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
        "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof"
        " snapToGrid"
        " vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em"
        " lang eastAsianLayout specVanish oMath",
        "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType"
        " pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
        "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing"
        " tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
        "tblBorders": "top left start bottom right end insideH insideV",
        "tblCellMar": "top left start bottom right end",
        "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText"
        " vAlign hideMark",
        "tcBorders": "top left start bottom right end insideH insideV tl2br tr2bl",
        "tbl": "tblPr tblGrid tr",
        "tr": "tblPrEx trPr tc",
        "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed"
        " qFormat locked"
        " personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
        "styles": "docDefaults latentStyles style",
        "docDefaults": "rPrDefault pPrDefault",
        "font": "altName panose1 charset family notTrueType pitch sig embedRegular",
        "compat": "useSingleBorderforContiguousCells wpJustification noTabHangInd noLeading spaceForUL noColumnBalance"
        " balanceSingleByteDoubleByteWidth noExtraLineSpacing doNotLeaveBackslashAlone ulTrailSpace"
        " doNotExpandShiftReturn"
        " spacingInWholePoints adjustLineHeightInTable useFELayout compatSetting",
        "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries"
        " displayBackgroundShape printPostScriptOverText mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader"
        " bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState"
        " formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge"
        " revisionView trackRevisions documentProtection autoFormatOverride styleLockTheme styleLockQFSet"
        " defaultTabStop"
        " autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength"
        " clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting"
        " bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing characterSpacingControl"
        " printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture"
        " footnotePr endnotePr compat docVars rsids mathPr uiCompat97To2003 attachedSchema themeFontLang"
        " clrSchemeMapping"
        " doNotIncludeSubdocsInStats decimalSymbol listSeparator",
        "inline": "extent effectExtent docPr cNvGraphicFramePr graphic",
        "anchor": "simplePos positionH positionV extent effectExtent wrapNone wrapSquare wrapTight wrapThrough"
        " wrapTopAndBottom docPr cNvGraphicFramePr graphic",
        "pic": "nvPicPr blipFill spPr",
        "wsp": "cNvPr cNvSpPr cNvCnPr spPr style extLst txbx linkedTxbx bodyPr",
        "spPr": "xfrm custGeom prstGeom noFill solidFill ln",
        "coreProperties": "title subject creator language lastModifiedBy created modified",
    }.items()
}
_REPEATED = {"tr", "tc", "style", "compatSetting", "headerReference", "footerReference"}
_WHOLE = {
    "w",
    "val",
    "h",
    "top",
    "left",
    "right",
    "bottom",
    "header",
    "footer",
    "before",
    "after",
    "line",
    "firstLine",
    "hanging",
}
_NUMERIC = {
    "sz",
    "szCs",
    "ind",
    "pgSz",
    "pgMar",
    "tcW",
    "tblW",
    "gridCol",
    "gridSpan",
    "trHeight",
    "outlineLvl",
}


def faults(data: bytes) -> list[str]:
    """Give everything that is wrong with a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        broken = package.testzip()
        parts = {name: package.read(name) for name in names}
    found = [f"damaged: {broken}"] if broken else []
    found += [f"twice: {name}" for name, count in Counter(names).items() if count > 1]
    found += ["[Content_Types].xml is not first"] if names[0] != "[Content_Types].xml" else []
    trees = {name: etree.fromstring(raw) for name, raw in parts.items() if name.endswith((".xml", ".rels"))}
    found += list(_types(trees["[Content_Types].xml"], parts))
    for name, tree in trees.items():
        if name.endswith(".rels"):
            found += list(_relations(name, tree, parts))
        else:
            found += list(_references(name, tree, trees))
            found += list(_order(name, tree))
            found += list(_numbers(name, tree))
            found += list(_content(name, tree))
    return found + list(_styles(trees["word/styles.xml"], trees["word/document.xml"]))


def _types(tree: etree._Element, parts: dict[str, bytes]) -> Iterator[str]:
    endings = {one.get("Extension") for one in tree.iter(f"{_TYPES}Default")}
    named = [one.get("PartName").lstrip("/") for one in tree.iter(f"{_TYPES}Override")]
    yield from (f"no such part: {name}" for name in named if name not in parts)
    for name in parts:
        if name != "[Content_Types].xml" and name not in named and name.rpartition(".")[2] not in endings:
            yield f"no content type: {name}"
    for name in parts:
        if name.endswith(".xml") and name != "[Content_Types].xml" and name not in named:
            yield f"plain xml: {name}"


def _relations(name: str, tree: etree._Element, parts: dict[str, bytes]) -> Iterator[str]:
    folder = posixpath.dirname(posixpath.dirname(name))
    ids = Counter(one.get("Id") for one in tree)
    yield from (f"{name}: id {id_} twice" for id_, count in ids.items() if count > 1)
    for one in tree.iter(f"{_RELATIONS}Relationship"):
        if one.get("TargetMode") == "External":
            yield f"{name}: external {one.get('Target')}"
        elif posixpath.normpath(posixpath.join(folder, one.get("Target"))) not in parts:
            yield f"{name}: no part {one.get('Target')}"


def _references(name: str, tree: etree._Element, trees: dict[str, etree._Element]) -> Iterator[str]:
    folder, _, file = name.rpartition("/")
    relations = trees.get(f"{folder}/_rels/{file}.rels")
    known = {one.get("Id") for one in relations} if relations is not None else set()
    for element in tree.iter():
        for key in (f"{R}id", f"{R}embed"):
            if element.get(key) and element.get(key) not in known:
                yield f"{name}: {element.get(key)} is no relationship"


def _order(name: str, tree: etree._Element) -> Iterator[str]:
    for element in tree.iter(etree.Element):
        order = ORDER.get(etree.QName(element).localname)
        if order is None:
            continue
        inside = [etree.QName(child).localname for child in element]
        unknown = [one for one in inside if one not in order]
        if unknown:
            yield f"{name}: {unknown} in {element.tag}"
        places = [order.index(one) for one in inside if one in order]
        if places != sorted(places):
            yield f"{name}: wrong order {inside}"
        twice = [one for one, count in Counter(inside).items() if count > 1 and one not in _REPEATED]
        if twice:
            yield f"{name}: {twice} twice in {element.tag}"


def _numbers(name: str, tree: etree._Element) -> Iterator[str]:
    for element in tree.iter(etree.Element):
        if etree.QName(element).localname in _NUMERIC and element.tag.startswith(W):
            for key, value in element.attrib.items():
                if etree.QName(key).localname in _WHOLE and not re.fullmatch(r"-?\d+", value):
                    yield f"{name}: {element.tag} {key}={value}"


def _content(name: str, tree: etree._Element) -> Iterator[str]:
    for cell in tree.iter(f"{W}tc", f"{W}txbxContent", f"{W}ftr", f"{W}comment"):
        if len(cell) == 0 or cell[-1].tag != f"{W}p":
            yield f"{name}: {cell.tag} does not end in a paragraph"
    for table in tree.iter(f"{W}tbl"):
        columns = len(table.find(f"{W}tblGrid"))
        for row in table.iter(f"{W}tr"):
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iter(f"{W}tc")]
            if sum(1 if span is None else int(span.get(f"{W}val")) for span in spans) != columns:
                yield f"{name}: a row does not fill its table"
    ids = Counter(one.get("id") for one in tree.iter() if str(one.tag).endswith("}docPr"))
    yield from (f"{name}: drawing {id_} twice" for id_, count in ids.items() if count > 1)
    for text in tree.iter(f"{W}t"):
        if (
            text.text != (text.text or "").strip(" ")
            and text.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve"
        ):
            yield f"{name}: blanks are lost in {text.text!r}"


def _styles(styles: etree._Element, document: etree._Element) -> Iterator[str]:
    kinds = {one.get(f"{W}styleId"): one.get(f"{W}type") for one in styles.iter(f"{W}style")}
    names = Counter(one.find(f"{W}name").get(f"{W}val") for one in styles.iter(f"{W}style"))
    yield from (f"style {name} twice" for name, count in names.items() if count > 1)
    for tag, kind in (("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table")):
        for one in document.iter(f"{W}{tag}"):
            if kinds.get(one.get(f"{W}val")) != kind:
                yield f"no {kind} style {one.get(f'{W}val')}"
    for tag in ("basedOn", "next"):
        for one in styles.iter(f"{W}{tag}"):
            if one.get(f"{W}val") not in kinds:
                yield f"{tag}: no style {one.get(f'{W}val')}"
    defaults = Counter(
        one.get(f"{W}type") for one in styles.iter(f"{W}style") if one.get(f"{W}default") == "1"
    )
    yield from (f"{count} default styles of {kind}" for kind, count in defaults.items() if count != 1)
