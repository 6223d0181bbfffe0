"use strict";
// A button beside each citation. Without this file the text is there to select and copy.
if (navigator.clipboard) {
  const word = document.documentElement.lang === "en" ? ["Copy", "Copied"] : ["复制", "已复制"];
  for (const field of document.querySelectorAll(".cite textarea")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = word[0];
    button.setAttribute("aria-describedby", field.getAttribute("aria-labelledby"));
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(field.value);
      button.textContent = word[1];
      setTimeout(() => { button.textContent = word[0]; }, 2000);
    });
    field.after(button);
  }
}
