// @ts-check
// 走开以前：还没有送的都送出去；送不出去的，先问一声。程序换了口令的，填的项锁住，字还可以抄。

import { isCutOff } from "./收发.js";
import { flush, givenTo, isField, typed, unsaved } from "./页面.js";

document.addEventListener("shut", () => {
  for (const one of document.querySelectorAll("input, textarea")) one.setAttribute("readonly", "");
  for (const one of document.querySelectorAll("select, button, input:is([type=checkbox], [type=file])")) one.setAttribute("disabled", "");
});

addEventListener("beforeunload", (event) => {
  const left = unsaved();
  if (left.length && (isCutOff() || left.some((one) => one.body.kind === "SetText"))) event.preventDefault();
});

addEventListener("pagehide", () => {
  const one = document.activeElement;
  if (isField(one) && "late" in one.dataset && one.value !== givenTo(one)) typed(one);
  flush();
});
