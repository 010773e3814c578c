"""The style sheet of the web page, from the layout: the same paper, fonts and measures as in the Word file."""

from __future__ import annotations

from string import Template

from generator.document.page.formats import HEADINGS
from generator.document.page.layout import Layout

_SHEET = Template("""\
/* digits and letters in the Latin font, but not the marks “”—… that this font has too */
@font-face { font-family: Digits; src: $digits; unicode-range: U+20-7E }
body { margin: 0; background: #e7e7e7; color: #000 }
main {
  box-sizing: border-box; width: $paper; min-height: $height; margin: 8mm auto; padding: $margins; background: #fff;
  font: $body; letter-spacing: $pitch; text-align: justify;
}
p, h1, h2, h3, h4, h5, div { margin: 0; font-weight: normal; overflow-wrap: break-word }
p, .text, h2, h3, h4, h5 { text-indent: $first }
h1 { margin-bottom: $after; font: $title; letter-spacing: 0; text-align: center }
h2 { font: $h2 }
h3 { font: $h3 }
h4 { font: $h4 }
h5 { font: $h5 }
.run-in { display: inline; text-indent: 0 }
.addressee, .label { text-indent: 0 }
.label { font-family: $label }
.appendix { margin-top: $break }
.caption, figcaption { text-indent: 0; text-align: center; font: $caption }
.note { margin-top: $note; padding-left: 5em; text-indent: -3em }
.note + .note { margin-top: 0; padding-left: 5.75em; text-indent: -0.75em }
.issuer, .date { text-align: right; text-indent: 0 }
.issuer { margin-top: $line }
.issuer + .issuer { margin-top: 0 }
table { width: 100%; border-collapse: collapse; font: $table; letter-spacing: 0 }
th, td { height: $row; border: 0.5pt solid; padding: 0 4pt; text-align: center; font-weight: normal }
th { font-family: $head }
figure { margin: 0; text-align: center }
img { max-width: 100% }
.mark { color: $red; font: $mark; letter-spacing: 0; text-align: center; text-indent: 0 }
.number { margin: $line 0; border-bottom: 1.5pt solid $red; text-align: center; text-indent: 0 }
.wide, .printed { display: flex; justify-content: space-between; padding: 0 1em; text-indent: 0 }
.copies, .printed { font: $imprint; letter-spacing: 0 }
.copies { margin-top: $break; border-top: 1pt solid; border-bottom: 0.7pt solid }
.copies { padding: 0 1em 0 4em; text-indent: -3em }
.printed { border-bottom: 1pt solid }
@media print {
  body { background: none }
  main { width: auto; min-height: 0; margin: 0; padding: 0 }
  .appendix { margin-top: 0; break-before: page }
  @page { size: $paper $height; margin: $margins }
}
""")


def style_sheet(layout: Layout) -> str:
    """Give the text of the style sheet."""
    line = _points(layout.line)
    fonts = {f"h{level}": _font(layout, name, line) for level, name in enumerate(HEADINGS, 2)}
    return _SHEET.substitute(
        fonts,
        paper=_points(layout.twips("纸张.宽")),
        height=_points(layout.twips("纸张.高")),
        margins=" ".join(_points(layout.twips(f"页边.{side}")) for side in ("天头", "切口", "地脚", "订口")),
        digits=", ".join(f"local({name})" for name in _quoted(layout.names("字体.西文"))),
        line=line,
        pitch=_points(layout.pitch),
        first=_points(layout.twips("正文.首行")),
        body=_font(layout, "正文", line),
        title=_font(layout, "标题", _points(layout.twips("标题.行距"))),
        after=_points(layout.twips("标题.段后")),
        label=_family(layout, "附件.标识字体"),
        caption=f"{_size(layout, '表格.题字号')}/{line} {_family(layout, '表格.题字体')}",
        note=_points(layout.twips("附件说明.段前")),
        table=_font(layout, "表格", _points(layout.twips("表格.行距"))),
        row=_points(layout.twips("表格.行高")),
        head=_family(layout, "表格.表头字体"),
        red="#" + layout.text("版头.颜色"),
        mark=f"34pt/1.3 {_family(layout, '版头.标志字体')}",
        imprint=_font(layout, "版记", _points(layout.twips("版记.行距"))),
        **{"break": _points(4 * layout.line)},
    )


def page_measures(layout: Layout) -> str:
    """Give the measures of a layout that templates/页面/版面.css sets the pages by, as a rule of CSS."""
    lengths = {
        **{name: f"纸张.{name[1:]}" for name in ("纸宽", "纸高")},
        **{side: f"页边.{side}" for side in ("天头", "订口", "切口", "地脚", "页脚")},
        "首行": "正文.首行", "标题行距": "标题.行距", "标题段后": "标题.段后", "标题上距": "版头.标题上距",
        "附件标题行距": "附件.标题行距", "附件标题段前": "附件.标题段前", "附件标题段后": "附件.标题段后",
        "附件说明段前": "附件说明.段前", "附件说明左空": "附件说明.左空", "不盖章段前": "落款.不盖章段前",
        "盖章段前": "落款.盖章段前", "印章间距": "落款.印章间距", "表格行距": "表格.行距", "表格行高": "表格.行高",
        "图宽": "图表.宽", "图高": "图表.高", "版记行距": "版记.行距",
    }  # fmt: skip
    fonts = {
        "正文": "正文.", "题": "标题.", "主送": "主送机关.", **{name: f"{name}." for name in HEADINGS},
        "页码": "页码.", "附件标识": "附件.标识", "附件标题": "附件.标题", "表格": "表格.", "表题": "表格.题", "版记": "版记.",
    }  # fmt: skip
    named = {name: _points(layout.twips(key)) for name, key in lengths.items()}
    named |= {f"{name}字": f"{_size(layout, key + '字号')}" for name, key in fonts.items()}
    named |= {f"{name}体": _family(layout, key + "字体") for name, key in fonts.items()}
    named |= {
        "行": _points(layout.line),
        "字距": _points(layout.pitch),
        "页码空": _points(layout.twips("页码.空", 20 * layout.points("页码.字号"))),
        "表头体": _family(layout, "表格.表头字体"),
        "标志体": _family(layout, "版头.标志字体"),
        "红": "#" + layout.text("版头.颜色"),
        "边框": _points(layout.twips("表格.边框")),
    }
    latin = ", ".join(f"local({name})" for name in _quoted(layout.names("字体.西文")))
    digits = f"@font-face {{ font-family: Digits; src: {latin}; unicode-range: U+20-7E }}\n"
    return digits + ":root {\n" + "".join(f"  --{name}: {value};\n" for name, value in named.items()) + "}\n"


def _points(twips: float) -> str:
    return f"{twips / 20:g}pt"


def _size(layout: Layout, key: str) -> str:
    return f"{layout.points(key):g}pt"


def _font(layout: Layout, section: str, line: str) -> str:
    return f"{_size(layout, f'{section}.字号')}/{line} {_family(layout, f'{section}.字体')}"


def _family(layout: Layout, key: str) -> str:
    """Give the fonts in the order in which a browser is to look for them: digits first find the Latin one."""
    own = layout.text(key) in {"小标宋", "宋体"}
    names = _quoted(layout.names(f"字体.{layout.text(key)}"))
    return ", ".join([*([] if own else ["Digits"]), *names, "serif"])


def _quoted(names: tuple[str, ...]) -> list[str]:
    return [f'"{name}"' for name in names if name.isprintable() and not set(name) & set('"<>\\')]
