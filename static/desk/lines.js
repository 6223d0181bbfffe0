/* Line numbers of a page's text, clicked, go into the box that an editor is at. The desk works
   without this; line numbers can always be typed. */
(() => {
  const boxes = document.querySelectorAll("[name=line_ranges], [name=ranges], [name=line]");
  const table = document.querySelector(".page-text");
  if (!table || !boxes.length) return;
  let box = [...boxes].find((one) => one.name !== "line_ranges") || boxes[0];
  boxes.forEach((one) => one.addEventListener("focus", () => { box = one; }));

  let last = null;
  // Reading order is the editor's: lines stand in the order in which they came.
  const ranges = (lines) => {
    const found = [];
    for (const line of lines) {
      const end = found[found.length - 1];
      if (end && end[1] === line - 1) end[1] = line; else found.push([line, line]);
    }
    return found.map(([a, b]) => (a === b ? `${a}` : `${a}-${b}`)).join(", ");
  };
  const named = (text) => {
    const lines = new Set();
    for (const part of text.split(/[,，]/)) {
      const [, a, b] = part.match(/^\s*(\d+)(?:\s*[-–]\s*(\d+))?\s*$/) || [];
      for (let line = +a; line <= Math.min(+(b || a), table.rows.length); line++) lines.add(line);
    }
    return lines;
  };
  table.addEventListener("click", (event) => {
    const cell = event.target.closest("[data-line]");
    if (!cell) return;
    const line = +cell.dataset.line;
    if (box.name === "line") { box.value = line; return; }
    const lines = named(box.value);
    if (event.shiftKey && last) {
      for (let one = Math.min(last, line); one <= Math.max(last, line); one++) lines.add(one);
    } else if (!lines.delete(line)) lines.add(line);
    last = line;
    box.value = ranges(lines);
  });
})();
