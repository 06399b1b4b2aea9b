"use strict";
(() => {
  const $ = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];

  /* The map: a cell shows its pair, the others are put away. */
  const pairs = all(".pair");
  const cells = all(".map a");
  function choose(id, focus) {
    const wanted = document.getElementById(id);
    if (!wanted || !pairs.includes(wanted)) return;
    for (const pair of pairs) pair.hidden = pair !== wanted;
    for (const cell of cells) {
      if (cell.hash === "#" + id) cell.setAttribute("aria-current", "true");
      else cell.removeAttribute("aria-current");
    }
    if (focus) wanted.focus({ preventScroll: matchMedia("(min-width: 52rem)").matches });
  }
  for (const cell of cells) {
    cell.addEventListener("click", (event) => {
      event.preventDefault();
      choose(cell.hash.slice(1), true);
    });
    cell.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const next = cells[cells.indexOf(cell) + step];
      if (next) next.focus();
    });
  }
  if (pairs.length) choose(pairs[0].id, false);

  /* The matrix: rows that fit the filters, a page of them at a time. */
  const table = $(".matrix");
  const body = table.tBodies[0];
  const more = $("#more");
  const every = [...body.rows, ...(more ? more.content.querySelectorAll("tr") : [])];
  const tasks = every.filter((row) => !row.classList.contains("sec"));
  const heading = new Map();
  let above = null;
  for (const row of every) {
    if (row.classList.contains("sec")) above = row;
    else heading.set(row, above);
  }
  const wide = table.tHead.rows[0].cells.length;
  const size = Number(table.dataset.page) || Infinity;
  const [form, q, fp, ff, fr, shown] = [".filters", "#q", "#fp", "#ff", "#fr", "#shown"].map((s) => $(s));
  const pager = $(".pager");
  let fitting = tasks;
  let page = 0;
  const functions = [...fp.options].slice(1).map((option) => option.dataset.f);
  const held = (row) => row.dataset.c.split(" ").filter(Boolean);
  const words = new Map();
  function text(row) {
    if (!words.has(row)) words.set(row, row.cells[0].textContent.toLowerCase());
    return words.get(row);
  }
  const notes = (row) => (row.dataset.n || "").split(" ").filter(Boolean);
  const ruleOf = (number) => document.getElementById("n" + number)?.dataset.rule;
  function fits(row) {
    const wanted = q.value.trim().toLowerCase();
    if (wanted && !text(row).includes(wanted)) return false;
    if (fp.value && !held(row).includes(fp.value)) return false;
    if (ff.value && !held(row).some((column) => functions[column] === ff.value)) return false;
    if (fr.value === "*") return "n" in row.dataset;
    return !fr.value || notes(row).some((number) => ruleOf(number) === fr.value);
  }
  function show() {
    const last = Math.max(0, Math.ceil(fitting.length / size) - 1);
    page = Math.min(page, last);
    const from = size === Infinity ? 0 : page * size;
    const rows = fitting.slice(from, size === Infinity ? undefined : from + size);
    const made = [];
    let under = null;
    for (const row of rows) {
      const top = heading.get(row);
      if (top && top !== under) made.push(top);
      under = top;
      made.push(row);
    }
    body.replaceChildren(...made);
    shown.value = `${fitting.length.toLocaleString("en")} of ${tasks.length.toLocaleString("en")} tasks`;
    pager.hidden = fitting.length <= size;
    $("span", pager).textContent = `${from + 1} to ${from + rows.length}`;
    $("#prev").disabled = page === 0;
    $("#next").disabled = page === last;
  }
  function filter() {
    fitting = tasks.filter(fits);
    page = 0;
    show();
  }
  form.hidden = false;
  for (const field of [q, fp, ff, fr]) {
    field.addEventListener("input", filter);
    field.addEventListener("change", filter);
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  $("#prev").addEventListener("click", () => { page -= 1; show(); });
  $("#next").addEventListener("click", () => { page += 1; show(); });
  show();

  /* A mark in the matrix unfolds what was found, below its row. */
  body.addEventListener("click", (event) => {
    const link = event.target.closest("a.marked");
    if (!link) return;
    event.preventDefault();
    const row = link.closest("tr");
    const next = row.nextElementSibling;
    const open = next && next.classList.contains("open");
    link.setAttribute("aria-expanded", String(!open));
    if (open) return next.remove();
    const list = document.createElement("ul");
    for (const number of notes(row)) {
      const item = document.createElement("li");
      const said = document.getElementById("n" + number);
      item.append(...[...said.childNodes].map((node) => node.cloneNode(true)));
      list.append(item);
    }
    const cell = Object.assign(document.createElement("td"), { colSpan: wide, className: "all" });
    cell.append(list.childNodes.length ? list : "This finding is not listed on the page.");
    const made = document.createElement("tr");
    made.className = "open";
    made.append(cell);
    row.after(made);
  });

  /* A link to a row or a finding shows it, wherever it is put away. */
  function reveal() {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id) return;
    if (id.startsWith("pair-")) choose(id, true);
    if (/^r\d+$/.test(id)) {
      const row = tasks.find((each) => each.id === id);
      if (row && !fitting.includes(row)) {
        for (const field of [q, fp, ff, fr]) field.value = "";
        fitting = tasks;
        show();
      }
      if (row && !row.isConnected) { page = Math.floor(fitting.indexOf(row) / size); show(); }
      row?.scrollIntoView({ block: "center" });
    }
    const target = document.getElementById(id);
    for (let box = target?.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    if (target && !target.closest("main > section > [hidden]") && /^[no]\d+$/.test(id)) target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  reveal();

  /* Lines to copy, and what was decided. */
  async function copied(button, words) {
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      const field = Object.assign(document.createElement("textarea"), { value: words });
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    const before = button.firstChild.textContent;
    button.firstChild.textContent = "Copied";
    setTimeout(() => { button.firstChild.textContent = before; }, 1500);
  }
  const decided = $("#decisions");
  for (const button of all(".copy")) {
    button.hidden = false;
    button.addEventListener("click", () => copied(button, button.parentElement.querySelector("pre").textContent));
  }
  for (const choice of all(".choice input")) {
    choice.addEventListener("change", () => {
      const taken = all(".choice input:checked").map((each) => {
        const said = each.nextElementSibling.textContent.trim();
        return `${each.dataset.task} (${each.dataset.where}): ${said}`;
      });
      $("pre", decided).textContent = taken.join("\n");
      decided.hidden = !taken.length;
    });
  }

  /* Paper shows everything that a screen folds. */
  const folded = new Set();
  addEventListener("beforeprint", () => {
    for (const box of all("details:not([open])")) { folded.add(box); box.open = true; }
    for (const pair of pairs) if (!pair.classList.contains("calm")) pair.hidden = false;
  });
  addEventListener("afterprint", () => {
    for (const box of folded) box.open = false;
    folded.clear();
    const current = cells.find((cell) => cell.hasAttribute("aria-current"));
    if (current) choose(current.hash.slice(1), false);
  });
})();
