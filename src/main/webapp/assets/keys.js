// One key, one thing: an element says with data-key what it answers to, a link with data-go what follows "g".
import { tell } from "./console.js";

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

/** Says why not; what was done comes back as news of the row. */
function answered(_, { xhr }) {
  if (xhr.status === 401) {
    location.reload();
  } else if (xhr.status >= 400) {
    const page = new DOMParser().parseFromString(xhr.responseText, "text/html");
    tell(page.querySelector("[role=alert] strong")?.textContent ?? `${document.getElementById("toasts").dataset.failed} (${xhr.status})`);
  }
}

/** Takes or accepts, whatever the reader of this list does first with a case. */
function take(row) {
  const { case: ticket, version } = row.dataset;
  const deed = row.closest("[data-take]")?.dataset.take;
  if (ticket && deed) {
    window.htmx.ajax("POST", `/console/cases/${ticket}/do/${deed}`, {
      values: { version, quiet: "yes" },
      handler: answered,
    });
  }
}

/** A list of the queue from a page that has no tab for it: "q=OPEN m=MINE". */
function go(key) {
  const groups = document.getElementById("keys")?.dataset.groups?.split(" ") ?? [];
  const group = groups.find((one) => one.startsWith(`${key}=`))?.slice(key.length + 1);
  if (group) {
    location.assign(`/console/queue?group=${group}`);
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
  } else if (after) {
    go(event.key);
  } else if (ON_LIST[event.key] && (rows().length > 0 || "jk".includes(event.key))) {
    event.preventDefault();
    ON_LIST[event.key]();
  }
}

const visible = (element) => element.getClientRects().length > 0;

export function keys() {
  document.addEventListener("keydown", onKey);
}
