// @ts-check
// 文件进来出去：开始的三样，拖来的文件，下载报告。

import { ask, at, fault, save, say } from "./收发.js";
import { wantNow } from "./页面.js";

/** @param {string} path @param {RequestInit} [init] */
function reach(path, init) {
  const silent = { message: "程序没有回应，接上以后请再试一次。", fix: "" };
  return ask(path, init).catch(() => Response.json(silent, { status: 503 }));
}

/** @param {string} words @param {Record<string, any>} data */
function offer(words, data) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words;
  Object.assign(button.dataset, data);
  at("连接").append(" ", button);
}

/** @param {string} path @param {BodyInit} body @param {Record<string, string>} [headers] */
async function bring(path, body, headers = {}) {
  say("请稍候……");
  const starting = at("开始").childElementCount > 0;
  const answer = await reach(path, { method: "POST", body, headers });
  if (answer.ok) say("");
  else await fault(answer);
  if (answer.ok && (starting || path === "/arrival")) wantNow(starting ? "表单" : "来件名");
  return answer.ok;
}

document.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (form.ariaBusy) return; // 双击的，只算一次
  form.ariaBusy = "true";
  const named = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[data-name]"));
  const told = JSON.stringify(Object.fromEntries([...named].map((one) => [one.dataset.name, one.value])));
  bring(form.dataset.send ?? "", told).then((done) => (form.ariaBusy = done ? "true" : null));
});

/** @param {FileList | null | undefined} files */
async function upload(files) {
  const path = at("开始").childElementCount ? "/import" : "/arrival";
  for (const one of files ?? []) {
    if (!(await bring(path, one, { "x-file-name": encodeURIComponent(one.name) }))) return; // 没有收的，话要留着
  }
}
document.addEventListener("change", ({ target }) => target instanceof HTMLInputElement && target.type === "file" && upload(target.files));
document.addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("来着");
});
for (const ended of ["dragleave", "drop"]) document.addEventListener(ended, () => document.body.classList.remove("来着"));
document.addEventListener("drop", (event) => {
  if (!event.dataTransfer?.files.length) return;
  event.preventDefault();
  upload(event.dataTransfer.files);
});

/** @param {string} form */
async function download(form) {
  const offered = at("连接").contains(document.activeElement); // 说完就没有了的按钮：光标到一样的那一个
  say("正在生成……");
  if (offered) /** @type {HTMLElement} */ (document.querySelector(`#工具 [data-download="${form.split("?")[0]}"]`)).focus();
  const answer = await reach(`/report/${form}`);
  if (!answer.ok) {
    const told = await fault(answer);
    const { field = "", line = 0, column = 0 } = told.where ?? {};
    if (field || line) offer("到这一处", { go: "", field, line, column, sentence: "-1" });
    if (told.gaps) offer("照样下载，缺的地方标【待填】", { download: `${form.split("?")[0]}?draft=1` });
  } else save(await answer.blob(), decodeURIComponent(answer.headers.get("x-name") ?? ""));
}

document.addEventListener("click", ({ target, detail }) => {
  const button = target instanceof Element ? target.closest("button") : null;
  if (detail > 1) return; // 第二下底下的，可能换成“收起”了
  const data = button?.dataset ?? {};
  if (data.place) bring("/place", JSON.stringify({ number: Number(data.place), name: button?.parentElement?.querySelector("select")?.value ?? "" }));
  else if (data.send) bring(data.send, data.value ?? "null");
  else if (data.download) download(data.download);
});
