// @ts-check
// 一图读懂：程序画成 SVG，在这里看；存成图片由浏览器画到画布上，存成网页照原样包起来。

import { ask, fault, save, say } from "./收发.js";

const SCALE = 2; // 图片比屏幕上的细一倍，印出来也清楚
const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("一图"));
const drawing = /** @type {HTMLElement} */ (dialog.querySelector("[data-drawing]"));
let name = "";

async function open() {
  const answer = await ask("/picture");
  if (!answer.ok) return fault(answer);
  drawing.innerHTML = await answer.text();
  name = drawing.querySelector("svg")?.getAttribute("aria-label") ?? "一图读懂";
  return dialog.showModal();
}

async function savePicture() {
  const picture = new Image();
  // 写成 XML，不取 innerHTML：那里面的空格是 &nbsp;，XML 里没有这一种
  const xml = new XMLSerializer().serializeToString(/** @type {Node} */ (drawing.querySelector("svg")));
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(xml)}`;
  await picture.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.naturalWidth * SCALE, picture.naturalHeight * SCALE];
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => (blob ? save(blob, `${name}.png`) : say("浏览器没有画成图片，请改存网页。")), "image/png");
}

function savePage() {
  const title = document.createElement("title");
  title.textContent = name;
  const page = `<!DOCTYPE html>\n<html lang="zh-CN">\n<meta charset="utf-8">\n${title.outerHTML}\n${drawing.innerHTML}</html>\n`;
  save(new Blob([page], { type: "text/html" }), `${name}.html`);
}

document.addEventListener("click", ({ target }) => {
  const data = target instanceof HTMLElement ? target.closest("button")?.dataset : undefined;
  if (data?.picture === "see") open();
  else if (data?.picture === "png") savePicture();
  else if (data?.picture === "html") savePage();
  else if (data?.picture === "close") dialog.close();
});
