// @ts-check
// 本机的网页：把键入的送给程序，把程序送回的换进来。输入法正在组字时，不送也不换。

import { around, enter, headingAt, isShown, keepCaret, land, ownField, settle, unfold } from "./光标.js";
import { at, follow, isCutOff, post, read, say } from "./收发.js";

/** @typedef {import("./收发.js").News} News */
/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Field */
/** @typedef {{key: string, path: string, body: any, field: Field | null, act?: () => Promise<any>}} Wish */

/** @type {any} */
const idiomorph = /** @type {any} */ (window)["Idiomorph"];
Reflect.deleteProperty(Element.prototype, "moveBefore"); // Chromium 用它挪节点，页会崩
const HOVER = 250;
const RETRY = 1000;

const file = /** @type {HTMLTextAreaElement} */ (at("全文"));

let composing = false;
/** @type {News[]} */
let held = [];

document.addEventListener("compositionstart", () => (composing = true));
document.addEventListener("compositionend", (event) => setTimeout(() => composed(event.target)));
document.addEventListener("focusout", (event) => composing && composed(event.target), true);

/** @param {EventTarget | null} target */
function composed(target) {
  composing = false;
  if (isField(target)) typed(target);
  next();
  for (const news of held.splice(0)) apply(news);
}

/** @type {Map<string, Wish>} */
const waiting = new Map();
/** @type {Wish | null} */
let sending = null;
/** @type {WeakMap<Field, string>} */
const known = new WeakMap();
/** @type {Set<Field>} 送过的，等程序给的表单 */
const filled = new Set();
/** @type {Field | null} 光标到了以后填过的 */
let fresh = null;
document.addEventListener("focusin", () => (fresh = null));
const pause = () => (fresh = null); // 要退回文件的上一步：正在填的也照退回的换
let retrying = 0;
let acknowledged = 0;
let fileVersion = 0;
let formVersion = 0;
let arrivedForm = 0;
let shownVersion = 1;

/** @param {unknown} one @returns {one is Field} */
function isField(one) {
  return one instanceof HTMLElement && (one === file || one.matches("input[data-mark], :is(input, textarea, select)[data-path]"));
}

/** @param {Field} field */
function valueOf(field) {
  return field instanceof HTMLInputElement && field.type === "checkbox" ? (field.checked ? field.value : "") : field.value;
}

/** @param {Field} field */
function givenTo(field) {
  if (field instanceof HTMLSelectElement) return [...field.options].find((one) => one.defaultSelected)?.value ?? "";
  if (field instanceof HTMLInputElement && field.type === "checkbox") return field.defaultChecked ? field.value : "";
  return field.defaultValue;
}

/** @param {Field} field */
function typed(field) {
  if (field === document.activeElement) fresh = field;
  if (field === file) {
    number();
    return send({ key: "file", path: "/act", body: { kind: "SetText", text: file.value }, field });
  }
  if ("mark" in field.dataset) return field.dispatchEvent(new CustomEvent("chip", { bubbles: true }));
  const path = /** @type {string} */ (field.dataset.path);
  if (valueOf(field) === (known.get(field) ?? givenTo(field)) && !busy(field)) return undefined;
  const body = { kind: field.dataset.kind ?? "SetValue", path: JSON.parse(path), text: valueOf(field) };
  if (field.dataset.focus) wanted = named(field.dataset.focus, body.text);
  return send({ key: path, path: "/act", body, field });
}

/** @param {Wish} wish */
function send(wish) {
  waiting.set(wish.key, wish);
  return sending ? undefined : next();
}

async function next() {
  const wish = waiting.values().next().value;
  if (!wish || sending || composing) return undefined;
  waiting.delete(wish.key);
  sending = wish;
  const { field, body, act } = wish;
  if (act) { // 按钮的，轮到了才知道送什么
    await act();
    sending = null;
    return next();
  }
  if (body.kind === "SetText") body.base = fileVersion;
  else if (field && body.kind.startsWith("Set")) body.was = known.get(field) ?? givenTo(field);
  try {
    const answer = await post(wish.path, body);
    if (!answer && isCutOff()) return putBack(wish); // 口令换了：没有存，走开以前要问
    if (answer) acknowledged = Math.max(acknowledged, answer.version);
    if (answer && body.kind === "SetText") fileVersion = answer.typed;
    else if (answer && field) known.set(field, body.text), filled.add(field);
    if (answer && field && answer.version === formVersion + 1) formVersion = answer.version; // 自己键入的，不挪动各条
  } catch {
    putBack(wish);
    say("程序没有回应，填的还在这里，接上就送。");
    clearTimeout(retrying);
    retrying = setTimeout(next, RETRY);
    return undefined;
  }
  sending = null;
  if (waiting.size) return next();
  return refreshFile();
}

/** @param {Wish} wish 没有送到的，接着等；又填过的，等的是新的 */
function putBack(wish) {
  sending = null;
  if (!waiting.has(wish.key)) waiting.set(wish.key, wish);
}

function unsaved() {
  return sending ? [sending, ...waiting.values()] : [...waiting.values()];
}

/** 页面要走了：等着的不再等前一个，一起送；前一个送的，就是程序那时有的 */
function flush() {
  for (const { field, body, path, act } of waiting.values()) {
    if (act) continue;
    const was = field && (sending?.field === field ? sending.body.text : known.get(field) ?? givenTo(field));
    const told = body.kind === "SetText" ? { base: fileVersion } : field && body.kind.startsWith("Set") ? { was } : {};
    post(path, { ...body, ...told }).catch(() => undefined);
  }
  waiting.clear();
}

/** @param {Element} field */
function busy(field) {
  return sending?.field === field || [...waiting.values()].some((one) => one.field === field);
}

document.addEventListener("input", (event) => {
  const { target } = event;
  if (!composing && !(/** @type {InputEvent} */ (event).isComposing) && isField(target) && !("late" in target.dataset)) typed(target);
});
document.addEventListener("change", (event) => isField(event.target) && "late" in event.target.dataset && typed(event.target));
document.addEventListener("focusout", () => setTimeout(() => arrivedForm >= acknowledged && showGiven())); // 键入以前的不换进来

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229) return; // 输入法的回车不是回车
  const target = event.target;
  if (event.key === "Escape") at("依据").hidden = true;
  if (target instanceof HTMLElement && target.role === "tab" && event.key.startsWith("Arrow")) {
    const other = target.id === "看表单" ? "看文件" : "看表单";
    show(other);
    at(other).focus();
  }
});

/** @type {Map<string, string>} */
const skipped = new Map();

/** @param {News} news */
function apply(news) {
  if (composing) {
    held.push(news);
    return;
  }
  const focused = document.activeElement;
  const stops = around(focused);
  const block = focused?.closest(".块") ?? null;
  const index = block ? [...at("表单").children].indexOf(block) : -1;
  const marked = words(lit[0]);
  arrivedForm = news.form;
  const old = arrivedForm < acknowledged; // 表单还是键入以前的：等新的来
  for (const [id, pieces] of Object.entries(news.lists)) if (id !== "表单" || !old) place(at(id), pieces);
  if (!old) formVersion = news.form;
  const form = new Set(news.lists["表单"]);
  for (const [id, html] of Object.entries(news.parts)) {
    if (old && form.has(id)) skipped.set(id, html);
    else morph(id, html);
  }
  if (!old) showGiven();
  if (focused && focused !== document.activeElement) {
    if (isShown(focused)) /** @type {HTMLElement} */ (focused).focus();
    else land([block?.isConnected ? null : headingAt(index), ...stops]);
  }
  settle(arrivedForm);
  number();
  const entry = Number(document.activeElement?.closest("#表单 [data-句]")?.getAttribute("data-句") ?? -1);
  const renumbered = entry < 0 && document.activeElement !== file && words(lit[0]) !== marked;
  if (moved || renumbered) lightUp([]);
  else if (entry < 0 || entry === lit[0]) light();
  else lightUp([entry]);
  shownVersion = news.version;
  refreshFile();
  focusWanted();
  for (const one of shows.splice(0)) one(null);
}

const PATIENCE = 3000;
/** @type {((_: any) => void)[]} */
const shows = [];

/** @param {number} version 表单照这一版变了；文件读不出的，不再等 */
async function formHas(version) {
  for (const end = Date.now() + PATIENCE; arrivedForm < version && Date.now() < end;) {
    await new Promise((done) => shows.push(done) && setTimeout(done, PATIENCE));
  }
}

/** @param {HTMLElement} holder @param {string[]} pieces */
function place(holder, pieces) {
  for (const one of [...holder.children]) if (!pieces.includes(one.id)) one.remove();
  pieces.forEach((id, index) => {
    const there = document.getElementById(id) ?? document.createElement("section");
    there.id = id;
    if (holder.children[index] !== there) holder.insertBefore(there, holder.children[index] ?? null);
  });
}

/**
 * 选了还没有交出去的：表里没有它的值，换进来的不改它。
 * @param {Element} node
 */
function isChosenHere(node) {
  return node instanceof HTMLOptionElement && !node.closest("select")?.matches("[data-path]");
}

/** @param {string} id @param {string} html */
function morph(id, html) {
  const old = document.getElementById(id);
  if (!old) return;
  skipped.delete(id);
  idiomorph.morph(old, html, {
    morphStyle: "outerHTML",
    callbacks: {
      /** @param {Node} was @param {Node} now */
      beforeNodeMorphed: (was, now) => {
        if (was instanceof HTMLDetailsElement) was.dataset.open = was.open ? "1" : "";
        if (was instanceof Element && was.matches("[data-label]")) return false;
        const field = was instanceof Element && was.className === "影" ? was.nextElementSibling : was;
        if (!isField(field)) return true;
        if (busy(field) || (field === document.activeElement && isTypedIn(field))) {
          skipped.set(id, html);
          if (field === was && now instanceof Element) keepTyped(field, now);
          return false;
        }
        if (field === was) known.delete(field);
        return true;
      },
      /** @param {string} name @param {Element} node */
      beforeAttributeUpdated: (name, node) =>
        !(name === "open" && node instanceof HTMLDetailsElement) && !(name === "selected" && isChosenHere(node)),
    },
  });
}

/** @param {Field} field 光标在里面，并且填过；只是到了这里的，照新的换 */
function isTypedIn(field) {
  return fresh === field || valueOf(field) !== (known.get(field) ?? givenTo(field));
}

/** @param {Field} field @param {Element} now */
function keepTyped(field, now) {
  for (const { name, value } of now.attributes) if (name !== "value") field.setAttribute(name, value);
  if (!now.hasAttribute("aria-invalid")) field.removeAttribute("aria-invalid");
}

/** 换进等着的；撤销得快的，表单前后一样，不再送来，填过的照表单上的还原 */
function showGiven() {
  if (composing) return;
  for (const [id, html] of [...skipped]) morph(id, html);
  for (const field of filled) {
    if (busy(field) || (field === document.activeElement && isTypedIn(field))) continue;
    filled.delete(field);
    known.delete(field);
    if (!field.isConnected || valueOf(field) === givenTo(field)) continue;
    if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = field.defaultChecked;
    else field.value = givenTo(field);
    field.dispatchEvent(new CustomEvent("restored", { bubbles: true }));
  }
}

async function refreshFile() {
  if (at("文件栏").hidden || fileVersion >= Math.max(acknowledged, shownVersion) || sending || waiting.size || composing) return;
  const there = await read("/text");
  if (!there || sending || waiting.size || composing) return;
  fileVersion = there.version;
  at("文件名").textContent = there.name;
  if (file.value === there.text) return;
  keepCaret(file, there.text);
  number();
}

let numbered = "";
function number() {
  const marked = new Map([...document.querySelectorAll("#问题 [data-line]")].map((one) => [
    /** @type {HTMLElement} */ (one).dataset.line, one.closest("li")?.className ?? ""]));
  const lines = file.value.split("\n").length;
  const state = `${lines}:${[...marked].join()}`;
  if (at("文件栏").hidden || state === numbered) return;
  numbered = state;
  at("行号").replaceChildren(...Array.from({ length: lines }, (_, index) => {
    const line = document.createElement("div");
    line.textContent = String(index + 1);
    line.className = marked.get(String(index + 1)) ?? "";
    return line;
  }));
  at("行号").scrollTop = file.scrollTop;
}
file.addEventListener("scroll", () => (at("行号").scrollTop = file.scrollTop));

let caretLine = 0;
document.addEventListener("selectionchange", async () => {
  if (document.activeElement !== file || composing) return;
  const line = file.value.slice(0, file.selectionStart).split("\n").length;
  if (line === caretLine) return;
  caretLine = line;
  const told = await read(`/line/${line}`);
  if (told && line === caretLine) lightUp(told.sentences);
});

/** @type {number[]} */
let lit = [];

/** @param {number[]} sentences */
function lightUp(sentences) {
  lit = sentences;
  light();
  const first = sentence(lit[0] ?? -1);
  const paper = at("报告").getBoundingClientRect();
  const box = first?.getBoundingClientRect();
  if (first && box && (box.top < paper.top + 60 || box.bottom > paper.bottom)) first.scrollIntoView({ block: "center" });
}

function light() {
  for (const one of document.querySelectorAll(".照")) if (!lit.includes(Number(one.getAttribute("data-句")))) one.classList.remove("照");
  for (const each of lit) for (const one of document.querySelectorAll(`#纸 [data-句="${each}"]`)) one.classList.add("照");
}

/** @param {number} [each] */
function words(each = -1) {
  return sentence(each)?.textContent ?? "";
}

/** @param {number} each @returns {HTMLElement | null} */
function sentence(each) {
  return document.querySelector(`#纸 [data-句="${each}"]`);
}

let hovering = 0;
document.addEventListener("pointerover", (event) => {
  clearTimeout(hovering);
  const words = event.target instanceof Element ? event.target.closest("#纸 [data-句]") : null;
  if (!words) return void (at("依据").hidden = true);
  hovering = setTimeout(() => card(words), HOVER);
});

/** @param {Element} words */
async function card(words) {
  const told = (await read(`/sentence/${words.getAttribute("data-句")}`)) ?? { html: "" };
  const box = words.getBoundingClientRect();
  const shown = at("依据");
  shown.innerHTML = told.html;
  shown.hidden = !told.html;
  shown.style.left = `${Math.max(8, Math.min(box.left, innerWidth - shown.offsetWidth - 8))}px`;
  shown.style.top = `${box.bottom + shown.offsetHeight + 8 < innerHeight ? box.bottom + 4 : Math.max(8, box.top - shown.offsetHeight - 4)}px`;
}

/** @param {string} path */
function dotted(path) {
  return JSON.parse(path).map((/** @type {string | number} */ part) => (typeof part === "number" ? part + 1 : part)).join(".");
}

/** @param {{field: string, line: number, column: number}} where */
async function goTo(where) {
  const fields = [...document.querySelectorAll("#表单 [data-path]")];
  const called = fields.map((one) => dotted(/** @type {HTMLElement} */ (one).dataset.path ?? "[]"));
  const field = where.field && (fields[called.indexOf(where.field)]
    ?? document.getElementById(`块-${where.field}`)?.querySelector("summary, h2, h3, h4") // 整个部分都空着的，到它的标题，收着的打开
    ?? fields[called.findIndex((one) => one.startsWith(`${where.field}.`))]);
  if (field instanceof HTMLElement && !at("表单栏").hidden) {
    unfold(field);
    field.scrollIntoView({ block: "center" });
    if (field.matches(".源")) land([ownField(field)]);
    return enter(field);
  }
  if (!where.line) return;
  await show("看文件");
  const start = file.value.split("\n").slice(0, where.line - 1).join("\n").length + (where.line > 1 ? 1 : 0);
  const end = file.value.indexOf("\n", start);
  file.focus();
  file.setSelectionRange(start + Math.max(0, where.column - 1), end < 0 ? file.value.length : end);
  file.scrollTop = (where.line - 6) * (file.scrollHeight / Math.max(1, file.value.split("\n").length));
}

document.addEventListener("focusin", (event) => {
  const entry = event.target instanceof Element ? event.target.closest("#表单 [data-句]") : null;
  if (entry && !moved) lightUp([Number(entry.getAttribute("data-句"))]);
});
let moved = false; // 做完以后程序挪的光标，不照出那里的句子
for (const own of ["keydown", "pointerdown"]) document.addEventListener(own, () => (moved = false), true);
let touches = 0;
for (const own of ["input", "pointerdown"]) document.addEventListener(own, () => (wanted = "", touches++), true);

let wanted = "";

/** @param {string} id */
const want = (id) => (wanted = id);

/** @param {boolean} leaves 做完以后按钮所在的就没有了：光标由程序挪 */
const leaving = (leaves) => (moved = leaves);

/** @param {string} id */
function wantNow(id) {
  wanted = id;
  focusWanted();
}

/** @param {string} begin @param {string} name */
function named(begin, name) {
  return begin + name.trim().split(/\s+/).join("_");
}

function focusWanted() {
  const there = wanted && document.getElementById(wanted);
  if (!there) return;
  const fields = [...there.querySelectorAll(".项 :is(input, textarea, select)")];
  const inside = there.matches("input, textarea, select, [tabindex]") ? there
    : fields.find((one) => one.getClientRects().length) ?? fields[0] ?? there.querySelector("h2, h3, h4");
  if (!inside) return;
  wanted = "";
  unfold(there);
  there.scrollIntoView({ block: "nearest" });
  enter(inside);
}

/** @param {string} tab */
async function show(tab) {
  for (const [name, panel] of [["看表单", "表单栏"], ["看文件", "文件栏"]]) {
    at(panel).hidden = name !== tab;
    at(name).setAttribute("aria-selected", String(name === tab));
    at(name).tabIndex = name === tab ? 0 : -1;
  }
  if (tab === "看文件") {
    await refreshFile();
    number();
  }
}

follow(apply);

export {
  arrivedForm, busy, flush, formHas, formVersion, givenTo, goTo, isField, known, leaving, lightUp, named, pause, send, show, touches, typed,
  unsaved, want, wantNow,
};
