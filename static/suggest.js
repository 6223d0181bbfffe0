"use strict";
// Suggestions while typing in the search box. Without this file /suggest/ answers as a page.
const box = document.querySelector("input[list=suggestions]");
const list = document.getElementById("suggestions");
if (box && list) {
  let waiting = 0;
  let asked = "";
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      asked = box.value.trim();
      if (!asked) return;
      const answer = await fetch(`${list.dataset.from}?q=${encodeURIComponent(asked)}`);
      const [typed, found] = await answer.json();
      if (typed.trim() !== asked) return;
      list.replaceChildren(...found.map((words) => new Option(words, words)));
    }, 200);
  });
}
