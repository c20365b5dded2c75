// A box for each style sheet that does its worst.
const choose = document.querySelector(".choose");
for (const sheet of document.querySelectorAll(".hostile")) {
  const box = document.createElement("input");
  box.type = "checkbox";
  box.addEventListener("change", () => (sheet.media = box.checked ? "all" : "not all"));
  const label = document.createElement("label");
  label.append(box, ` ${sheet.dataset.name} `);
  choose.append(label);
}
