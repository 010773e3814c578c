// 示例页：点一句话，标出它依据的各行；点一行，标出用到它的句子。没有脚本也能读，行号是链接。
"use strict";
for (const both of document.querySelectorAll(".tied")) {
  both.classList.add("tied-script");
  const sentences = [...both.querySelectorAll("[data-lines]")];
  const lineOf = (number) => both.querySelector(`[id="行${number}"]`);
  const users = new Map();
  for (const sentence of sentences) {
    for (const number of sentence.dataset.lines.split(" ")) {
      const line = lineOf(number);
      line.dataset.used = "";
      line.tabIndex = 0;
      users.set(line, [...(users.get(line) ?? []), sentence]);
    }
  }
  const show = (chosen, others) => {
    both.querySelectorAll(".tied-on").forEach((one) => one.classList.remove("tied-on"));
    [chosen, ...others].forEach((one) => one.classList.add("tied-on"));
    const column = others[0].closest("section");
    const away = others[0].getBoundingClientRect().top - column.getBoundingClientRect().top;
    column.scrollTop += away - column.clientHeight / 3;
  };
  const choose = (target) => {
    const sentence = target.closest("[data-lines]");
    const line = target.closest("li[data-used]");
    if (sentence) show(sentence, sentence.dataset.lines.split(" ").map(lineOf));
    if (line) show(line, users.get(line));
  };
  both.addEventListener("click", (event) => choose(event.target));
  both.addEventListener("keydown", (event) => {
    if (event.key === "Enter") choose(event.target);
  });
}
