// @ts-check
// 光标：正在的那一处没有了，到下一处要决定的，不落在删去一类的按钮上。

const STOPS = "[data-stop], [data-go], .项 [data-path]:not(.源), :is(h2, h3, h4)[tabindex]";
/** @type {{version: number, stops: (Element | null)[]} | null} */
let leaving = null;

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

/** @param {(Element | null)[]} stops 到第一处还在、看得见的 */
export function land(stops) {
  const there = stops.find((one) => one?.isConnected && one.getClientRects().length);
  if (there instanceof HTMLElement) there.focus();
}

/** @param {number} version @param {(Element | null)[]} stops 表单到了这一版，就到这几处的第一处 */
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
