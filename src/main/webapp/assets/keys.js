// One key, one thing: an element says with data-key what it answers to, a link with data-go what follows "g".
let going = false;

const rows = () => [...document.querySelectorAll("#list tr[data-key]")];
const selected = () => document.querySelector('#list tr[aria-selected="true"]');
const typing = (element) => element.matches("input, textarea, select, [contenteditable]");

function select(row) {
  selected()?.setAttribute("aria-selected", "false");
  row.setAttribute("aria-selected", "true");
  const target = row.querySelector("a.title, button");
  target?.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function move(step) {
  const all = rows();
  if (all.length === 0) {
    window.scrollBy({ top: step * 120 });
    return;
  }
  const at = all.indexOf(selected());
  select(all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + step))]);
}

function take(row) {
  const { case: ticket, version } = row.dataset;
  if (ticket) {
    window.htmx.ajax("POST", `/console/cases/${ticket}/do/take`, { values: { version, quiet: "yes" }, swap: "none" });
  }
}

const ON_LIST = {
  j: () => move(1),
  k: () => move(-1),
  o: () => selected()?.querySelector("a.title")?.click(),
  a: () => selected() && take(selected()),
};

function press(target) {
  if (target.matches("summary")) {
    target.parentElement.open = true;
    target.parentElement.querySelector("select, textarea, input:not([type=hidden])")?.focus();
  } else if (typing(target)) {
    target.focus();
    target.select?.();
  } else {
    target.click();
  }
}

function onKey(event) {
  if (event.ctrlKey && event.key === "Enter" && typing(event.target)) {
    event.target.form?.requestSubmit();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) {
    return;
  }
  if (typing(event.target)) {
    if (event.key === "Escape") {
      event.target.blur();
    }
    return;
  }
  const after = going;
  going = event.key === "g" && !after;
  const name = CSS.escape(event.key);
  const target = after
    ? document.querySelector(`[data-go="${name}"]`)
    : document.querySelector(`[data-key="${name}"]:not(tr):not([disabled])`);
  if (target && visible(target)) {
    event.preventDefault();
    press(target);
  } else if (!after && ON_LIST[event.key] && (rows().length > 0 || "jk".includes(event.key))) {
    event.preventDefault();
    ON_LIST[event.key]();
  }
}

const visible = (element) => element.getClientRects().length > 0;

export function keys() {
  document.addEventListener("keydown", onKey);
}
