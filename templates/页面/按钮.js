// @ts-check
// 按钮：一样做完、表单照着变了，再做下一样。上移、下移、添加和撤销，连按几下就做几下；别的，按过的做完了再按才算。

import { around, land, leave, ownField, settle } from "./光标.js";
import { at, post, read, say } from "./收发.js";
import { arrivedForm, formHas, formVersion, goTo, leaving, lightUp, named, send, show, touches, unsaved, want } from "./页面.js";

/** @typedef {import("./页面.js").Wish & {id: string, picked: string, touch: number}} Press */

const ON_KNOWN = ["Remove", "LookedAt", "Choose"]; // 照着按的时候看到的那几条做的
const LEAVING = ["Remove", "Hide", "DropBlank", "DropAllBlank", "LookedAt"];
const AGAIN = ["Move", "AddItem"];

/** @type {Press | null} 鼠标在一处连按的第一下 */
let last = null;
let due = 0; // 做到了哪一版：表单照着变了，才做下一样
let count = 0;
const panel = at("表单栏");

const missed = () => say("程序没有回应，接上以后请再按一次。");
document.addEventListener("click", (event) => pressed(event).catch(missed));

/** @param {MouseEvent} event @returns {Promise<any>} */
async function pressed(event) {
  if (event.detail > 1 && last) return repeats(last) && turn(last); // 在一处连按的：底下的换了，算的还是第一下按的
  last = null;
  const target = event.target instanceof Element ? event.target : null;
  const words = target?.closest("#纸 [data-句]");
  if (words && getSelection()?.isCollapsed) {
    const told = await read(`/sentence/${words.getAttribute("data-句")}`);
    return told && goTo(told);
  }
  const button = target?.closest("button, [role=tab]");
  if (!(button instanceof HTMLElement)) return;
  const data = button.dataset;
  if (button.role === "tab") show(button.id);
  else if (data.post?.endsWith("do")) step(data.post);
  else if (data.post) await post(data.post, null);
  else if (data.act) act(button, JSON.parse(data.act));
  else if (data.open) want(data.focus ?? ""), await post("/field", { name: data.open });
  else if (data.mend) turn(press("/mend", JSON.parse(data.mend), button.id));
  else if (data.quiet) turn(press("/quiet", JSON.parse(data.quiet), button.id));
  else if (data.settle) await post("/settle", { number: Number(data.settle), mine: Boolean(data.mine) });
  else if ("go" in data) {
    lightUp(Number(data.sentence) < 0 ? [] : [Number(data.sentence)]);
    goTo({ field: data.field ?? "", line: Number(data.line), column: Number(data.column) });
  }
}

document.addEventListener("mousedown", (event) => event.detail > 1 && last && event.preventDefault()); // 光标也不到别处去
document.addEventListener("keydown", (event) => { // 按住不放的，算按一下
  if (event.repeat && event.key === "Enter" && event.target instanceof HTMLButtonElement) event.preventDefault();
});

/** @param {HTMLElement} button @param {any} data 按钮旁边选了什么，一起送 */
function act(button, data) {
  const choice = "with" in button.dataset ? button.parentElement?.querySelector("select[data-part]") : null;
  const picked = choice instanceof HTMLSelectElement ? choice.value : "";
  if (choice instanceof HTMLSelectElement) data[choice.dataset.part ?? ""] = picked;
  if (ON_KNOWN.includes(data.kind)) data.base = formVersion;
  turn({ ...press("/act", data, button.id), picked });
}

/** @param {string} path @param {any} body @param {string} id @returns {Press} */
const press = (path, body, id) => ({ key: path + id, path, body, id, field: null, picked: "", touch: 0 });

/** @param {string} path */
export const step = (path) => turn(press(path, {}, ""));

/** @param {Press} one */
const repeats = (one) => !one.id || AGAIN.includes(one.body.kind);

/** @param {Press} one */
function turn(one) {
  const again = repeats(one);
  if (!again && unsaved().some(({ key }) => key === one.key)) return;
  const mine = (last = { ...one, key: again ? `${count++}` : one.key, touch: touches });
  mine.act = () => perform(mine).catch(missed);
  send(mine);
}

/** @param {Press} one */
async function perform(one) {
  const { id, path, body } = one;
  if (!id) return void (due = (await post(path, null))?.version ?? due);
  await formHas(due);
  const button = document.getElementById(id);
  const again = repeats(one);
  if (again && !button?.dataset.act) return;
  const data = again ? { ...JSON.parse(button?.dataset.act ?? ""), base: formVersion } : body;
  const leaves = path !== "/act" || LEAVING.includes(body.kind);
  const stops = button && leaves ? [ownField(button), ...around(button)] : [];
  const focus = button?.dataset.focus ?? "";
  const top = button?.getBoundingClientRect().top ?? 0;
  const moves = body.kind === "Move";
  if (last === one && one.touch === touches) want(focus.endsWith("-") ? named(focus, one.picked) : moves ? "" : focus);
  leaving(leaves);
  const answer = await post(path, data);
  if (!answer) return;
  if (leaves) leave(answer.version, stops);
  settle(arrivedForm);
  await formHas((due = answer.version));
  if (moves) goWith(id, focus, top);
}

/**
 * 一样东西移开了：等着的照着改，光标跟着它的按钮，按钮还在原来那么高，鼠标底下还是它。
 * @param {string} from @param {string} to 它的按钮 @param {number} top
 */
function goWith(from, to, top) {
  for (const one of /** @type {Set<Press>} */ (new Set([last, ...unsaved()]))) {
    if (one?.body.kind === "Move") one.id = { [from]: to, [to]: from }[one.id] ?? one.id;
  }
  const [was, now] = [from, to].map((id) => document.getElementById(id));
  if (!now || last?.touch !== touches || document.activeElement?.matches("input, textarea, select")) return;
  const [closes, opens] = [was, now].map((one) => one?.closest("details"));
  if (closes && opens && closes !== opens) [closes.open, opens.open] = [opens.open, true];
  if (now.closest(".项")) land([ownField(now)]);
  now.focus({ preventScroll: true });
  const off = () => now.getBoundingClientRect().top - top;
  panel.scrollTop += off();
  scrollBy(0, off()); // 字放大一倍的，滚的是整页
}
