// @ts-check
// 与程序的收发：口令、问答、一路消息，还有说给人听的一句话。

/** @typedef {{version: number, form: number, lists: Record<string, string[]>, parts: Record<string, string>}} News */

const KEPT = 15000; // 走了也送得到的，浏览器只许这么长
const SILENCE = 40000;

/** @param {string} id @returns {HTMLElement} */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

// 口令

function takeToken() {
  const given = location.hash.slice(1);
  if (/^[\w-]{32}$/.test(given)) {
    sessionStorage.setItem("token", given);
    history.replaceState(null, "", location.pathname);
  }
  return sessionStorage.getItem("token") || "";
}
const token = takeToken();

// 窗口：每个一个名字，刷新以后还是它；复制出来的标签页是另一个

function nameWindow() {
  const [came] = performance.getEntriesByType("navigation");
  const same = came instanceof PerformanceNavigationTiming && came.type === "reload" && sessionStorage.getItem("window");
  const name = same || crypto.randomUUID();
  sessionStorage.setItem("window", name);
  return name;
}
const here = nameWindow();

/** @param {string} path @param {RequestInit} [init] */
async function ask(path, init = {}) {
  const answer = await fetch(path, { ...init, headers: { ...init.headers, "x-nianbao-token": token, "x-nianbao-window": here } }).catch((error) => {
    reached = false;
    throw error;
  });
  reached = true;
  if (answer.status === 401) shut();
  return answer;
}

const SHUT = "请从终端里给出的网址打开这个页面。程序不再收这里填的，填了也不会存；还没有存的，请先抄下来。";
let isShut = false; // 程序关了又开过，口令换了
let reached = true;

const isCutOff = () => isShut || !reached;

function shut() {
  isShut = true;
  say(SHUT);
  document.dispatchEvent(new Event("shut"));
}

/** @param {string} path 读一样东西；没有读到，给 null */
async function read(path) {
  const answer = await ask(path).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

/** @param {string} path @param {any} data @returns {Promise<any>} 程序的回答；做不成的，说明原因，给 null */
async function post(path, data) {
  const body = JSON.stringify(data);
  const answer = await ask(path, { method: "POST", body, keepalive: body.length < KEPT });
  if (!answer.ok) return fault(answer).then(() => null);
  const told = await answer.json();
  say(told.told ?? "");
  return told;
}

/** @param {Response} answer 做不成的：说明原因，给出它说的 @returns {Promise<any>} */
async function fault(answer) {
  const told = await answer.json().catch(() => ({ message: "程序没有回答。" }));
  say(told.message + (told.fix ?? ""));
  return told;
}

/** @param {Blob} blob @param {string} name */
function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  say(`已下载：${name}`);
}

/** @param {string} words */
function say(words) {
  at("连接").textContent = isShut ? SHUT : words;
}

// 一路消息：看不见时断开，看得见时接上；睡过一觉也接得上

/** @type {AbortController | null} */
let line = null;
let pause = 300;
/** @type {(news: News) => void} */
let take = () => undefined;

/** @param {News} news 换不进来的，照实报出来：不是连接断了 */
function given(news) {
  try {
    take(news);
  } catch (error) {
    reportError(error);
  }
}

async function listen() {
  if (line || document.hidden) return;
  const mine = (line = new AbortController());
  let quiet = 0;
  try {
    const answer = await ask("/stream", { signal: mine.signal });
    if (!answer.ok || !answer.body) return refused(answer);
    say("");
    pause = 300;
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let text = ""; ;) {
      clearTimeout(quiet);
      quiet = setTimeout(() => mine.abort(), SILENCE);
      const { value, done } = await reader.read();
      if (done) break;
      const events = (text + value).split("\n\n");
      text = events.pop() ?? "";
      for (const one of events) if (one.startsWith("data: ")) given(JSON.parse(one.slice(6)));
    }
  } catch {
    // 断了
  }
  clearTimeout(quiet);
  if (line === mine) line = null;
  if (document.hidden) return undefined;
  say("与程序的连接断了，正在重新接。终端里的程序停了的，请再运行一次 nianbao preview。");
  setTimeout(listen, pause);
  pause = Math.min(pause * 2, 5000);
  return undefined;
}

/** @param {Response} answer */
function refused(answer) {
  line = null;
  if (answer.status !== 401) setTimeout(listen, 3000);
}

/** @param {(news: News) => void} apply */
function follow(apply) {
  take = apply;
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) return void listen();
    line?.abort();
    line = null;
    return undefined;
  });
  addEventListener("online", listen);
  listen();
}

export { ask, at, fault, follow, isCutOff, post, read, save, say };
