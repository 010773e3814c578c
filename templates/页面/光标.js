// @ts-check
// 光标：正在的那一处没有了，到下一处要决定的，不落在删去一类的按钮上。

const STOPS = "[data-stop], [data-go], .项 [data-path]:not(.源), :is(h2, h3, h4)[tabindex]";
/** @type {{version: number, stops: (Element | null)[]} | null} */
let leaving = null;
const END = 1e9;

/** @param {Element | null} one @returns {Element[]} 同一栏里它后面的各处，再是它前面的 */
export function around(one) {
  const region = one?.closest("#来件, #表单, #问题, #改动, #状态");
  if (!one || !region) return [];
  const all = [...region.querySelectorAll(STOPS)];
  const behind = all.filter((each) => one.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING);
  const rest = document.getElementById("填写");
  return [...behind, ...all.filter((each) => !behind.includes(each)).reverse(), ...(rest ? [rest] : [])];
}

/** @param {Element} button 它那一项填的地方；不在一项里的，它那一块的标题 */
export function ownField(button) {
  return button.closest(".项")?.querySelector("[data-path]:not(.源)") ?? button.closest(".块")?.querySelector("h2, h3, h4") ?? null;
}

/** @param {number} index 改了名的、删去的一块，那个位置上现在的一块 */
export function headingAt(index) {
  const blocks = document.getElementById("表单")?.children ?? [];
  return index < 0 ? null : blocks[Math.min(index, blocks.length - 1)]?.querySelector("h2, h3, h4") ?? null;
}

/** @param {Element} one */
export const isShown = (one) => one.isConnected && one.getClientRects().length > 0;

/** @param {Element} one */
export function unfold(one) {
  for (let outer = one.closest("details"); outer; outer = outer.parentElement?.closest("details") ?? null) outer.open = true;
}

/** @param {(Element | null)[]} stops 到第一处还在、看得见的：接着原来的字写 */
export function land(stops) {
  const there = stops.find((one) => one && isShown(one));
  if (there) place(there, END);
}

/** @param {Element} one 要到的那一处：一个数像表格里的一格，选中了，键入就换；话接着写 */
export function enter(one) {
  place(one, one instanceof HTMLInputElement ? 0 : END);
}

/** @param {Element} one @param {number} from 从哪里选到末尾；已经在里面填的不动 */
function place(one, from) {
  if (!(one instanceof HTMLElement) || one === document.activeElement) return;
  if (one.matches("textarea, input:not([type=checkbox])")) /** @type {HTMLInputElement} */ (one).setSelectionRange(from, END);
  one.focus();
}

/** @param {number} version @param {(Element | null)[]} stops */
export function leave(version, stops) {
  leaving = { version, stops };
}

/** @param {number} version 表单到了哪一版；已经到别处填的，不动 */
export function settle(version) {
  if (!leaving || version < leaving.version) return;
  if (!document.activeElement?.matches("input, textarea, select")) land(leaving.stops);
  leaving = null;
}

/** @param {HTMLTextAreaElement} area @param {string} text 换上新的全文，光标仍在原来的字旁边 */
export function keepCaret(area, text) {
  const old = area.value;
  let same = 0;
  while (same < Math.min(old.length, text.length) && old[same] === text[same]) same++;
  const moved = (/** @type {number} */ place) => (place <= same ? place : Math.max(same, place + text.length - old.length));
  const [start, end, top] = [area.selectionStart, area.selectionEnd, area.scrollTop];
  area.value = text;
  area.setSelectionRange(moved(start), moved(end));
  area.scrollTop = top;
}
