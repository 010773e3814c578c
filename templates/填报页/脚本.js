"use strict";
(function () {
  var R = JSON.parse(document.getElementById("规则").textContent);
  var cache = {};
  function whole(source) { return cache["^" + source] || (cache["^" + source] = new RegExp("^(?:" + source + ")$")); }
  function any(source) { return cache[source] || (cache[source] = new RegExp(source)); }
  function all(source) { return new RegExp(source, "g"); }
  function translate(text, table) { return Array.from(text).map(function (sign) { return sign in table ? table[sign] : sign; }).join(""); }
  function has(list, one) { return list.indexOf(one) >= 0; }
  function refused(message, fix) { return { wrong: message, fix: fix || "" }; }

  // 量词
  function families(unit) {
    if (unit in R.families) return R.families[unit];
    var scaled = whole(R.scaled).exec(unit), word = scaled ? scaled[2] : unit;
    var compound = whole(R.compound).exec(word);
    if (compound) {
      var first = R.families[compound[1]] || [], second = R.families[compound[2] || compound[3]] || [];
      if (first.some(function (one) { return has(second, one); })) word = compound[1];
    }
    return R.families[word] || [];
  }
  function sameFamily(one, other) { var others = families(other); return one === other || families(one).some(function (name) { return has(others, name); }); }
  function measured(unit) { return families(unit).some(function (name) { return has(R.measured, name); }); }
  function clash(one, other) { return !sameFamily(one, other) && (measured(one) || measured(other)); }
  function longestWord(text) {
    for (var end = Math.min(text.length, R.longestWord); end > 0; end--) if (text.slice(0, end) in R.families) return text.slice(0, end);
    return "";
  }

  // 中文数字
  var DIGITS = "零一二三四五六七八九";
  function section(number) {
    var text = "", gap = "", rest = number;
    [[1000, "千"], [100, "百"], [10, "十"], [1, ""]].forEach(function (place) {
      var digit = Math.floor(rest / place[0]);
      rest %= place[0];
      if (digit) { text += gap + DIGITS[digit] + place[1]; gap = ""; } else if (text) gap = DIGITS[0];
    });
    return text;
  }
  function chinese(number) {
    if (number === 0) return DIGITS[0];
    var text = "", rest = number;
    [[1e8, "亿"], [1e4, "万"], [1, ""]].forEach(function (place) {
      var part = Math.floor(rest / place[0]);
      rest %= place[0];
      if (part) text += (text && part < 1000 ? DIGITS[0] : "") + section(part) + place[1];
    });
    return text.indexOf("一十") === 0 ? text.slice(1) : text;
  }
  function readChinese(text) {
    if (/.两$|两十/.test(text)) return null;
    var plain = text.replace(/两/g, "二").replace(/〇/g, "零"), total = 0, part = 0, digit = 0;
    for (var i = 0; i < plain.length; i++) {
      var sign = plain[i], place = { 十: 10, 百: 100, 千: 1000 }[sign], big = { 亿: 1e8, 万: 1e4 }[sign];
      if (DIGITS.indexOf(sign) >= 0) digit = DIGITS.indexOf(sign);
      else if (place) { part += (digit || 1) * place; digit = 0; }
      else if (big) { total += (part + digit) * big; part = digit = 0; }
      else return null;
    }
    var number = total + part + digit;
    return number < 1e12 && chinese(number) === (plain.indexOf("一十") === 0 ? plain.slice(1) : plain) ? number : null;
  }

  // 数量
  function normal(text) {
    var folded = translate(text, R.fold).replace(all(R.blanks), "");
    folded = folded.replace(all(R.thousands), function (number) { return number.replace(/,/g, ""); });
    var unit = folded.slice(1);
    return (folded[0] === "零" || folded[0] === "〇") && folded !== "零件" && unit === longestWord(unit) ? "0" + unit : folded;
  }
  function form(text, own) {
    if (text.length > R.longest) return refused("太长，不像一个数量");
    var match = whole(R.form).exec(text) || whole(R.form).exec(normal(text)), parts = {};
    if (!match) {
      var folded = translate(text, R.fold).replace(all(R.blanks), "");
      var mistake = R.mistakes.filter(function (one) { return any(one[0]).test(folded); })[0];
      return refused(mistake[1], mistake[2].replace("{mended}", folded.replace(any(mistake[0]), mistake[3])));
    }
    Object.keys(match.groups).forEach(function (name) { parts[name] = match.groups[name] || ""; });
    return judged(parts, own);
  }
  function quantity(text, unit) {
    var read = form(text, unit);
    if (read.wrong || read.unit || !unit) return read;
    var scaled = unit in R.families ? null : whole(R.scaled).exec(unit);
    var scale = scaled && !/[万亿]/.test(read.written) ? scaled[1] : "", word = scaled ? scaled[2] : unit;
    return form(read.written + scale + word + read.after, word);
  }
  function judged(form, own) {
    if (form.unit && form.unit !== own && !families(form.unit).length) return refused("“" + form.unit + "”不是认得的量词");
    var approximations = [form.before, form.ordinal === "前" ? "前" : "", form.inner, form.outer, form.after].filter(Boolean);
    if (form.ordinal) {
      var rank = form.digits || form.numerals;
      if (rank === "0" || rank.indexOf(".") >= 0 || form.scale || form.before || form.inner || form.outer || form.after || measured(form.unit)) return refused("不是名次的写法");
    }
    if (approximations.length > 1) return refused("约数词叠用了", "只留一个。");
    var number;
    if (form.digits) number = Number(form.digits);
    else {
      number = readChinese(form.numerals);
      var vague = has(["上", "数", "几"], form.before);
      if (form.numerals in R.barePlaces && (vague || approximations.length)) number = R.barePlaces[form.numerals];
      else if (number === null || vague) return refused("“" + form.numerals + "”不是规范的中文数字", "改用阿拉伯数字，如“120件”。");
    }
    var value = Math.round(number * R.scales[form.scale] * 1e6) / 1e6;
    if (approximations.length) {
      if (!value) return refused("0写成了约数", "没有就写0，不加约数词。");
      if (form.inner) {
        var tens = number % 10 === 0;
        if (!(tens && (form.inner !== "几" || (/十$/.test(form.numerals) && number < 100)))) return refused("“" + form.inner + "”只能跟在整十、整百这样的数后面");
      }
    }
    if (form.unit) {
      if (form.unit === "%" && (form.scale || form.numerals)) return refused("百分数的写法不对", "百分号前只写阿拉伯数字，如“95%”。");
      if ((value % 1 || (form.digits.indexOf(".") >= 0 && !form.scale)) && !measured(form.unit)) return refused("按“" + form.unit + "”计数，不该有小数");
    }
    var written = form.before + form.ordinal + form.digits + form.numerals + form.inner + form.scale + form.outer;
    return { value: value, written: written, after: form.after, unit: form.unit, ordinal: !!form.ordinal, percent: form.unit === "%", points: has(families(form.unit), "百分点") };
  }
  function together(text) {
    var match = whole(R.together).exec(text.replace(/ /g, ""));
    if (!match) return null;
    var first = quantity(match[1], ""), second = quantity(match[2], "");
    if (first.wrong || second.wrong || !first.unit || !second.unit || measured(first.unit) || measured(second.unit)) return null;
    return first.ordinal || second.ordinal || sameFamily(first.unit, second.unit) ? null : first;
  }

  // 字段的类型
  function count(text, row) {
    var folded = translate(text, R.width), value = together(folded) || quantity(folded, row.units[0] || "");
    if (value.wrong) return value;
    if (value.percent || value.ordinal || value.points) return refused("应为数量（单位：" + row.units[0] + "）");
    if (!row.units.some(function (unit) { return unit === value.unit || sameFamily(value.unit, unit); }) && row.units.every(function (unit) { return clash(value.unit, unit); })) return refused("单位应为“" + row.units.join("”或“") + "”，写的是“" + value.unit + "”");
    return value;
  }
  function real(year, month, day) {
    var date = new Date(Date.UTC(year, month - 1, day));
    date.setUTCFullYear(year);
    return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  }
  function dated(text) {
    var folded = translate(text, R.width), good;
    if (whole(R.partOfDate).test(folded)) {
      good = folded.match(all(R.monthAndDay)).every(function (one) {
        var part = any(R.monthAndDay).exec(one);
        return real(Number(part[1] || 2000), Number(part[2]), Number(part[3] || 1));
      });
      return good ? {} : refused("日历上没有这一天");
    }
    var plain = folded.replace(/\s/g, ""), parts = null;
    R.dates.forEach(function (form) { parts = parts || whole(form).exec(plain); });
    if (!parts || text.length > 40) return refused("不是认得的日期", "写成“2024年1月20日”或“2024-01-20”。");
    function number(part) { return part === "元" || part === "正" ? 1 : /^\d+$/.test(part) ? Number(part) : readChinese(part) || 0; }
    var year = Number(Array.from(parts[1]).map(function (sign) { return sign === "〇" || sign === "○" ? 0 : DIGITS.indexOf(sign) >= 0 ? DIGITS.indexOf(sign) : sign; }).join(""));
    return real(year, number(parts[2]), number(parts[3])) ? {} : refused("日历上没有这一天");
  }
  var KINDS = {
    数量: count, 金额: count,
    比率: function (text, row) {
      if (text === R.computed && row.rate) return {};
      var value = quantity(text, "");
      return value.wrong ? value : value.percent || value.points ? value : refused("应为百分比", "请加上百分号，例如“96.2%”。");
    },
    名次: function (text) { var value = quantity(text, ""); return value.wrong || value.ordinal ? value : refused("应为名次", "例如“第二名”。"); },
    频次: function (text, row) { return whole(R.frequencies).test(text) ? {} : count(text, row); },
    日期: dated,
    是否: function (text) { return has(R.yes, text) || has(R.no, text) ? {} : refused("只填“是”或“否”"); },
    文字: function (text) { return whole(R.stops).test(text) ? refused("里没有文字") : {}; },
    名单: function (text) { return text.split(any(R.separator)).some(function (one) { return !whole(R.stops).test(one); }) ? {} : refused("一个名称也没有"); }
  };
  function chosen(text, row) {
    var names = Object.keys(row.wordings || {}).sort(function (one, other) { return Array.from(other).length - Array.from(one).length; });
    if (row.kind === "是否") return has(names, text) ? [text, "是"] : ["", text];
    for (var i = 0; i < names.length; i++) {
      var at = text.indexOf(names[i]), after = text.slice(at + names[i].length);
      if (at >= 0 && !text.slice(0, at).trim() && after.trim() && (row.units.length || /^\s/.test(after))) return [names[i], after.trim()];
    }
    return ["", text];
  }
  function judge(text, row) {
    text = text.replace(/[\u00a0\u3000 \t]+/g, " ").trim();
    if (!text) return "";
    if (has(R.same, text)) return "写的是“" + text + "”。请把内容写全：报告里各项是分开的。";
    if (!row.kind) return has(R.nothing, text) ? "没有的空着，不写“" + text + "”。" : "";
    if (has(R.nothing, text) && row.kind !== "是否") return row.units.length ? "没有发生的填 0，没有这项工作的空着。" : "没有的空着，不写“" + text + "”。";
    var parts = chosen(text, row), value = KINDS[row.kind](parts[1], row);
    var first = Object.keys(row.wordings || {})[0];
    if (!value.wrong && row.zero && value.value === 0 && parts[0] && row.wordings[parts[0]] !== row.wordings[first]) value = refused("是0，前面不写“" + parts[0] + "”");
    return value.wrong ? value.wrong + "。" + (value.fix || "例：" + row.sample) : "";
  }

  // 页面
  function at(name) { return document.getElementById(name); }
  var dirty = false, stamped = "", KEPT = "年报填报-" + R.head.join("-");
  function said(number) { var name = at("n" + number); return { value: at("v" + number).value.trim(), remark: at("m" + number).value.trim(), label: name ? name.value.trim() : "" }; }
  function look(number) {
    var told = judge(said(number).value, R.rows[number]);
    if (!told && R.rows[number].named && said(number).value && !said(number).label) told = "请在左边写上是什么数据。";
    at("e" + number).textContent = told;
    at("r" + number).classList.toggle("wrong", !!told);
    at("v" + number).setAttribute("aria-invalid", told ? "true" : "false");
    return told;
  }
  function wrongs() { return R.rows.map(function (_row, number) { return look(number) ? number : -1; }).filter(function (number) { return number >= 0; }); }
  function quoted(text) { return JSON.stringify(text.replace(/\r\n?/g, "\n")); }
  function entry(pairs) { return "{" + pairs.map(function (pair) { return pair[0] + ": " + quoted(pair[1]); }).join(", ") + "}"; }
  function yaml() {
    var lines = ["填报表:"];
    R.headKeys.forEach(function (name, number) { lines.push("  " + name + ": " + quoted(R.head[number])); });
    lines.push("  填报人: " + quoted(at("人").value.trim()), "  填报日期: " + quoted(at("日").value.trim()), "各项:");
    R.rows.forEach(function (row, number) {
      var one = said(number);
      if (!(one.value || row.base)) return;
      lines.push("  - " + entry([["项目", row.key], ["填报", one.value], ["底数", row.base], ["备注", one.remark], ["名称", one.label]]));
    });
    if (lines[lines.length - 1] === "各项:") lines[lines.length - 1] = "各项: []";
    return lines.join("\n") + "\n";
  }
  function save() {
    var number = wrongs().length, link = document.createElement("a"), today = new Date();
    if (has(["", stamped], at("日").value.trim())) at("日").value = stamped = today.getMonth() + 1 + "月" + today.getDate() + "日"; // 收数时照它分先后
    link.href = URL.createObjectURL(new Blob([yaml()], { type: "application/yaml" }));
    link.download = R.file;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
    dirty = false;
    at("说明").textContent = "已保存：" + R.file + "（在浏览器的下载文件夹里）" + (number ? "；还有" + number + "处标红的请改，改好再保存。" : "。");
  }
  function keep() {
    try {
      var kept = {};
      document.querySelectorAll("input, select, textarea").forEach(function (one) { kept[one.id] = one.value; });
      sessionStorage.setItem(KEPT, JSON.stringify(kept));
    } catch (error) { /* 浏览器不让存的，内容仍在页面上 */ }
  }
  function restore() {
    try {
      var kept = JSON.parse(sessionStorage.getItem(KEPT) || "{}");
      Object.keys(kept).forEach(function (id) { if (at(id)) at(id).value = kept[id]; });
    } catch (error) { /* 同上 */ }
  }
  function start() {
    restore();
    function typed(event) {
      var number = /^[vn](\d+)$/.exec(event.target.id);
      dirty = true;
      if (number && !event.isComposing) look(Number(number[1])); // 输入法还没有选定的字不看
      keep();
    }
    ["input", "compositionend"].forEach(function (kind) { at("表").addEventListener(kind, typed); });
    at("表").addEventListener("submit", function (event) { event.preventDefault(); });
    at("存").addEventListener("click", save);
    document.addEventListener("keydown", function (event) {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") { event.preventDefault(); save(); }
    });
    window.addEventListener("beforeunload", function (event) { if (dirty) { event.preventDefault(); event.returnValue = ""; } });
    wrongs();
    document.documentElement.setAttribute("data-ready", "1");
  }
  window.填报 = { judge: judge, yaml: yaml };
  if (at("表")) start();
})();
