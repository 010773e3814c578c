// @ts-check
// 表单里与文件无关的几样：句子的影子和签、把选中的数标出来、找字段。键入和按钮都在页面.js里。

import { ask, busy, isField, known, say, send, typed } from "./页面.js";

const finder = /** @type {HTMLInputElement} */ (document.getElementById("查找"));
const found = /** @type {HTMLElement} */ (document.getElementById("查到"));
const MARK = /【【|【(?!另起一段】|接排】|待填[】：:])([^【】：:\n]{1,24})(?:[：:][^【】]*)?】/g;

// ---- 句子：影子撑开高度，衬出标注；签改了，改句子里的那一处

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

document.addEventListener("input", ({ target }) => {
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

/** @param {Element} button 把选中的数标上名称 */
function wrap(button) {
  const area = sentenceOf(button);
  const label = /** @type {HTMLInputElement} */ (button.parentElement?.querySelector("[data-label]"));
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

// ---- 键盘：一项一段话，回车不分行；写了又删空的，不留空的一行

document.addEventListener("keydown", (event) => {
  const { target } = event;
  const one = target instanceof HTMLTextAreaElement && "path" in target.dataset && target.dataset.kind !== "SetLines";
  if (event.key === "Enter" && one && !event.isComposing && event.keyCode !== 229) event.preventDefault();
  if (event.key !== "Escape") return;
  if (found.contains(document.activeElement)) finder.focus();
  found.replaceChildren();
});

document.addEventListener("focusout", ({ target }) => {
  if (!isField(target) || !target.dataset.path || "late" in target.dataset || target.value || !(known.has(target) || busy(target))) return;
  if (!("new" in target.dataset || target.dataset.kind === "SetItem")) return;
  const path = target.dataset.path;
  send({ key: path, path: "/act", body: { kind: "Remove", path: JSON.parse(path), was: "" }, field: null });
});

// ---- 找一项

async function find() {
  const asked = finder.value;
  const answer = await ask(`/fields?q=${encodeURIComponent(asked)}`);
  if (answer.ok && asked === finder.value) found.innerHTML = await answer.text();
}

finder.addEventListener("input", (event) => {
  if (!(/** @type {InputEvent} */ (event).isComposing)) find();
});
finder.addEventListener("compositionend", () => setTimeout(find));

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  if (target.closest("#查到 button") || !target.closest("#查找栏")) found.replaceChildren();
  const button = target.closest("button");
  if (button && "wrap" in button.dataset) wrap(button);
  if (!button || !("arrive" in button.dataset)) return;
  const there = document.getElementById(button.dataset.focus ?? "")?.querySelector("h4");
  there?.scrollIntoView({ block: "start" });
  there?.focus();
});
