// @ts-check
// 表单里与文件无关的几样：句子的影子和签、把选中的数标出来、找字段。键入在页面.js里，按钮在按钮.js里。

import { ask, say } from "./收发.js";
import { busy, isField, known, send, typed } from "./页面.js";

const MARK = /【【|【(?!另起一段】|接排】|待填[】：:])([^【】：:\n]{1,24})(?:[：:][^【】]*)?】/g;

/** @param {HTMLTextAreaElement} area */
function shade(area) {
  const pieces = (area.value || area.placeholder).split(/(【[^【】]*】)/).map((text, at) => {
    const piece = document.createElement(at % 2 ? "mark" : "span");
    piece.textContent = text;
    return piece;
  });
  area.previousElementSibling?.replaceChildren(...pieces, "\u200b");
}

/** @param {Element} one */
function sentenceOf(one) {
  return /** @type {HTMLTextAreaElement} */ (one.closest(".值")?.querySelector("textarea"));
}

for (const changed of ["input", "restored"]) document.addEventListener(changed, ({ target }) => {
  if (target instanceof HTMLTextAreaElement && target.previousElementSibling?.className === "影") shade(target);
});

document.addEventListener("chip", ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return;
  const area = sentenceOf(target);
  let left = Number(target.dataset.mark);
  area.value = area.value.replace(MARK, (mark, label) => (!label || left-- !== 0 ? mark : `【${label}：${target.value}】`));
  shade(area);
  typed(area);
});

let selected = [0, 0];
document.addEventListener("focusout", ({ target }) => {
  if (target instanceof HTMLTextAreaElement) selected = [target.selectionStart, target.selectionEnd];
});

/** @param {Element} inside */
function wrap(inside) {
  const area = sentenceOf(inside);
  const label = /** @type {HTMLInputElement} */ (inside.closest(".标注")?.querySelector("[data-label]"));
  if (!label.value.trim()) {
    say("请先写这个数的名称。");
    label.focus();
    return;
  }
  const [from, to] = selected;
  area.setRangeText(`【${label.value.trim()}：${area.value.slice(from, to)}】`, from, to, "end");
  label.value = "";
  area.focus();
  shade(area);
  typed(area);
}

document.addEventListener("keydown", (event) => {
  const { target } = event;
  if (!(target instanceof HTMLElement) || event.isComposing || event.keyCode === 229) return;
  const named = "label" in target.dataset;
  if (event.key === "Enter" && named) {
    event.preventDefault();
    wrap(target);
  }
  if (event.key !== "Tab" || event.shiftKey || event.altKey || event.ctrlKey) return;
  const picked = target instanceof HTMLTextAreaElement && target.selectionStart < target.selectionEnd;
  const tool = named ? "[data-wrap]" : picked ? "[data-label]" : "";
  const next = tool && /** @type {HTMLElement | null} */ (target.closest(".值")?.querySelector(`.标注 ${tool}`));
  if (!next) return;
  event.preventDefault();
  next.focus();
});

// 一项一段话，回车不分行；写了又删空的，不留空的一行

document.addEventListener("keydown", (event) => {
  const { target } = event;
  const one = target instanceof HTMLTextAreaElement && "path" in target.dataset && target.dataset.kind !== "SetLines";
  if (event.key === "Enter" && one && !event.isComposing && event.keyCode !== 229) event.preventDefault();
  if (event.key === "Enter" && isFinder(target) && !event.isComposing && event.keyCode !== 229) find(target, true);
  if (event.key !== "Escape") return;
  for (const found of document.querySelectorAll(".查到")) {
    if (found.contains(document.activeElement)) /** @type {HTMLElement} */ (found.parentElement?.querySelector("[data-finder]")).focus();
    found.replaceChildren();
  }
});

// 粘贴几行到只写一段话的项里：接成一段，行与行之间没有标点的，用分号隔开

document.addEventListener("paste", (event) => {
  const { target } = event;
  const lines = event.clipboardData?.getData("text/plain").split(/[\r\n]+/).map((one) => one.trim()).filter(Boolean) ?? [];
  if (lines.length < 2 || !isField(target) || target.id === "全文" || target.dataset.kind === "SetLines") return;
  event.preventDefault();
  const joined = lines.reduce((text, line) => text + (/[。；，、：！？…]$/.test(text) ? "" : "；") + line);
  document.execCommand("insertText", false, joined);
});

document.addEventListener("focusout", ({ target }) => {
  if (!isField(target) || !target.dataset.path || "late" in target.dataset || target.value || !(known.has(target) || busy(target))) return;
  if (!("new" in target.dataset || target.dataset.kind === "SetItem")) return;
  const path = target.dataset.path;
  send({ key: path, path: "/act", body: { kind: "Remove", path: JSON.parse(path), was: "" }, field: null });
});

// 找一项：上面的一个，没有归处的数各有一个；回车到查到的第一项

/** @param {Element} finder */
function foundBy(finder) {
  return /** @type {HTMLElement} */ (finder.parentElement?.querySelector(".查到"));
}

/** @param {HTMLInputElement} finder @param {boolean} [go] */
async function find(finder, go) {
  const asked = finder.value;
  if (go) hold(finder);
  const answer = await ask(`/fields?q=${encodeURIComponent(asked)}&for=${finder.dataset.finder}`).catch(() => null);
  if (!answer?.ok || asked !== finder.value) return void (go && release());
  const found = foundBy(finder);
  found.innerHTML = await answer.text();
  const first = go ? found.querySelector("button") : null;
  if (ahead && first?.dataset.open) ahead.wanted = first.dataset.focus ?? "";
  else if (go) release();
  first?.click();
}

// 回车以后、光标到那一项以前敲的字，归那一项；没有到的，还给找一项

const LONGEST = 3000;
/** @type {{finder: HTMLInputElement, words: string, wanted: string} | null} */
let ahead = null;

/** @param {HTMLInputElement} finder */
function hold(finder) {
  if (ahead?.finder !== finder) release();
  const mine = (ahead = { finder, words: ahead?.words ?? "", wanted: "" });
  setTimeout(() => ahead === mine && release(), LONGEST);
}

function release() {
  if (ahead) ahead.finder.value += ahead.words;
  ahead = null;
}

document.addEventListener("beforeinput", (event) => {
  if (!ahead || event.target !== ahead.finder || !event.data || event.isComposing) return;
  event.preventDefault();
  ahead.words += event.data;
});
document.addEventListener("focusin", ({ target }) => {
  if (!ahead || !isField(target)) return;
  if (!document.getElementById(ahead.wanted)?.contains(target)) return release();
  const { words } = ahead;
  ahead = null;
  if (words) document.execCommand("insertText", false, words);
});

/** @param {EventTarget | null} one @returns {one is HTMLInputElement} */
const isFinder = (one) => one instanceof HTMLInputElement && "finder" in one.dataset;

document.addEventListener("input", (event) => isFinder(event.target) && !(/** @type {InputEvent} */ (event).isComposing) && find(event.target));
document.addEventListener("compositionend", ({ target }) => setTimeout(() => isFinder(target) && find(target)));

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  for (const found of document.querySelectorAll(".查到")) {
    if (target.closest(".查到 button") || !found.parentElement?.contains(target)) found.replaceChildren();
  }
  const button = target.closest("button");
  if (button && "wrap" in button.dataset) wrap(button);
  if (button?.dataset.dialog) /** @type {HTMLDialogElement} */ (document.getElementById(button.dataset.dialog)).showModal();
  if (button && "close" in button.dataset) button.closest("dialog")?.close();
  if (target.closest("#大纲 a")) target.closest("details")?.removeAttribute("open");
  if (!button || !("arrive" in button.dataset)) return;
  const there = document.getElementById(button.dataset.focus ?? "")?.querySelector("h4");
  there?.scrollIntoView({ block: "start" });
  there?.focus();
});

// 一项的按钮不在 Tab 的路上：Alt+向下到按钮，左右换一个，Esc 回到这一项

document.addEventListener("keydown", (event) => {
  const row = event.target instanceof Element ? event.target.closest(".项") : null;
  if (!row || event.isComposing) return;
  const all = /** @type {NodeListOf<HTMLElement>} */ (row.querySelectorAll(".详 :is(button, input)"));
  const here = [...all].findIndex((one) => one === event.target);
  const typing = event.target instanceof HTMLInputElement;
  const by = event.key === "ArrowDown" && (event.altKey || (here >= 0 && !typing)) ? 1 : event.key === "ArrowUp" && here >= 0 ? -1
    : here >= 0 && !typing ? { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0 : 0;
  if (by && all.length && !(event.target instanceof HTMLSelectElement)) {
    event.preventDefault();
    all[(Math.max(here, by > 0 ? -1 : 0) + by + all.length) % all.length].focus();
  }
  if (event.key === "Escape" && here >= 0) /** @type {HTMLElement | null} */ (row.querySelector("[data-path]:not(.源)"))?.focus();
});
