// @ts-check
// 撤销和重做的键：刚在一个框里填了字，退回的是那些字；别的时候，退回文件的上一步。
// 浏览器自己的撤销不分框：这个框里没有可退的，它就改别的框，所以只在框里有自己的字时才由它。

import { step } from "./按钮.js";
import { pause } from "./页面.js";

let before = ""; // 光标到的时候，框里的字
let own = false; // 到了以后填过，还没有退完
let taken = false; // 刚退过，还可以重来

/** @param {EventTarget | null} one @returns {one is HTMLInputElement | HTMLTextAreaElement} */
function isBox(one) {
  return one instanceof HTMLTextAreaElement || (one instanceof HTMLInputElement && one.type !== "checkbox" && one.type !== "file");
}

document.addEventListener("focusin", ({ target }) => {
  before = isBox(target) ? target.value : "";
  own = taken = false;
});

document.addEventListener("input", (event) => {
  if (!isBox(event.target) || event.target !== document.activeElement) return;
  taken = /** @type {InputEvent} */ (event).inputType === "historyUndo";
  own = !taken || event.target.value !== before;
});

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229 || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return;
  const again = key === "y" || event.shiftKey;
  if (isBox(event.target) && (again ? taken : own)) return;
  event.preventDefault();
  pause();
  step(again ? "/redo" : "/undo");
});
