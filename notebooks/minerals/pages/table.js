// Makes the table before this script one that can be searched, filtered and sorted, in its place.
// Where scripts do not run it stays the plain table that it is.
(() => {
  const table = document.currentScript.previousElementSibling;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  // what is typed in any of these is no command to JupyterLab
  const make = (tag, words, more) => {
    const made = Object.assign(document.createElement(tag), { textContent: words }, more);
    made.dataset.lmSuppressShortcuts = "true";
    return made;
  };
  const folded = (words) => words.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[\u2018\u2019]/g, "'").toLowerCase();
  const words = new Map(rows.map((row) => [row, folded([...row.cells].map((cell) => cell.textContent).join(" "))]));
  const style = make("style", `
    .mt-box { max-height: 75vh; overflow: auto; }
    .mt-box table { margin: 0; }
    .mt-box th { position: sticky; top: 0; z-index: 1; background: var(--jp-layout-color1, Canvas); }
    .mt-box th button { all: unset; cursor: pointer; font-weight: bold; white-space: nowrap; }
    .mt-box th button:focus-visible { outline: 2px solid currentColor; }
    .mt-box th[aria-sort] button::after { content: " \u2191"; }
    .mt-box th[aria-sort=descending] button::after { content: " \u2193"; }
    .mt-bar { display: flex; flex-wrap: wrap; gap: 6px 14px; align-items: end; padding: 4px 0 8px; font-size: 12px; }
    .mt-bar label { display: flex; flex-direction: column; }
    .mt-bar span { display: flex; gap: 4px; }
    .mt-bar input, .mt-bar select, .mt-bar > button { font: inherit; color: inherit; padding: 2px 4px; max-width: 220px;
      height: 26px; box-sizing: border-box; border: 1px solid var(--jp-border-color1, GrayText); border-radius: 2px;
      background: var(--jp-layout-color1, Canvas); }
    .mt-bar input[type=search] { width: 190px; }
    .mt-bar input[type=number] { width: 90px; }
    [data-jp-theme-light=false] .mt-bar { color-scheme: dark; }
  `);
  const bar = make("div", "", { className: "mt-bar" });
  const count = make("output", "");
  const tests = [];
  const field = (name, ...inputs) => {
    const label = make("label", name);
    const group = make("span", "");
    group.append(...inputs);
    label.append(group);
    bar.append(label);
  };
  const search = make("input", "", { type: "search", placeholder: "words in a row" });
  search.setAttribute("aria-label", "Search");
  field("search", search);
  tests.push(() => {
    const sought = folded(search.value).split(/\s+/).filter(Boolean);
    return (row) => sought.every((word) => words.get(row).includes(word));
  });
  const choice = (name, n) => {
    const held = (row) => row.cells[n].textContent.split("; ");
    const values = [...new Set(rows.flatMap(held))].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
    if (values.length < 2) return;
    const list = make("select", "");
    list.setAttribute("aria-label", name);
    list.append(make("option", "all", { value: "all" }));
    values.forEach((value, i) => list.append(make("option", value || "(empty)", { value: i })));
    field(name, list);
    tests.push(() => list.value === "all" ? () => true : (row) => held(row).includes(values[list.value]));
  };
  const range = (name, n, type) => {
    const read = type === "date" ? String : Number;
    const [from, to] = ["from", "to"].map((end) => make("input", "", { type, step: "any", placeholder: end, title: name + ", " + end }));
    field(name + ": from, to", from, to);
    tests.push(() => (row) => {
      const { from: first, to: last } = row.cells[n].dataset;
      if (!from.value && !to.value) return true;
      if (first === undefined) return false;
      return (!from.value || read(last) >= read(from.value)) && (!to.value || read(first) <= read(to.value));
    });
  };
  heads.forEach((head, n) => {
    if (head.dataset.filter === "choice") choice(head.textContent, n);
    else if (head.dataset.filter) range(head.textContent, n, head.dataset.filter);
  });
  let order = { n: -1, down: false };
  const key = (row) => row.cells[order.n].dataset.from ?? row.cells[order.n].textContent;
  const compare = (a, b) => heads[order.n].dataset.filter === "number" ? (Number(a) || 0) - (Number(b) || 0)
    : a.localeCompare(b, "en", { numeric: true });
  const show = () => {
    const ready = tests.map((test) => test());
    const shown = rows.filter((row) => ready.every((test) => test(row)));
    if (order.n >= 0) shown.sort((a, b) => (order.down ? -1 : 1) * compare(key(a), key(b)));
    body.replaceChildren(...shown);
    count.textContent = shown.length === rows.length ? rows.length + " rows" : shown.length + " of " + rows.length + " rows";
  };
  heads.forEach((head, n) => {
    const button = make("button", head.textContent, { type: "button", title: "sort by " + head.textContent });
    button.onclick = () => {
      const again = order.n === n;
      order = again && order.down ? { n: -1, down: false } : { n, down: again };
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      if (order.n >= 0) head.setAttribute("aria-sort", order.down ? "descending" : "ascending");
      show();
    };
    head.replaceChildren(button);
  });
  const clear = make("button", "clear", { type: "button" });
  clear.onclick = () => {
    bar.querySelectorAll("input").forEach((input) => { input.value = ""; });
    bar.querySelectorAll("select").forEach((list) => { list.value = "all"; });
    show();
  };
  bar.append(clear, count);
  bar.addEventListener("input", show);
  const box = make("div", "", { className: "mt-box", tabIndex: 0 });
  const whole = make("div", "");
  table.before(whole);
  box.append(table);
  whole.append(style, bar, box);
  show();
})();
