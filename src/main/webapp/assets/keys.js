// One key, one thing: an element says with data-key what it answers to, with data-go what follows "g", with data-more what follows "x".
import { tell } from "./console.js";

let prefix = "";
let warned = false;

const rows = () => [...document.querySelectorAll("#list tr[data-key]")];
const selected = () => document.querySelector('#list tr[aria-selected="true"]');
const typing = (element) => element.matches("input, textarea, select, [contenteditable]");
const visible = (element) => element.getClientRects().length > 0;
const words = () => document.getElementById("keys")?.dataset ?? {};
const more = () => document.getElementById("more");

function select(row) {
  selected()?.setAttribute("aria-selected", "false");
  row.setAttribute("aria-selected", "true");
  (row.querySelector("a.title") ?? row).focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

/** A case opens; a row that is none is entered, and only a key pressed at one of its buttons marks or rings. */
function openRow(row) {
  const target = row?.querySelector("a.title") ?? row?.querySelector("button");
  if (target?.matches("a")) {
    target.click();
  } else {
    target?.focus();
  }
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

/** Says what came of it; the row is asked for anew, whoever was faster. */
function answered(ticket, xhr) {
  if (xhr.status === 401) {
    location.reload();
    return;
  }
  if (xhr.status >= 400) {
    const page = new DOMParser().parseFromString(xhr.responseText, "text/html");
    tell(page.querySelector("[role=alert] strong")?.textContent ?? `${document.getElementById("toasts").dataset.failed} (${xhr.status})`);
  } else {
    tell(words().taken, "ok");
  }
  document.dispatchEvent(new CustomEvent("case", { detail: ticket }));
}

/** Takes or accepts, whatever the reader of this list does first with a case. */
function take(row) {
  const { case: ticket, version } = row.dataset;
  const deed = row.closest("[data-take]")?.dataset.take;
  if (ticket && deed) {
    window.htmx.ajax("POST", `/console/cases/${ticket}/do/${deed}`, {
      values: { version, quiet: "yes" },
      handler: (_, { xhr }) => answered(ticket, xhr),
    });
  }
}

/** A list of the queue from a page that has no tab for it: "q= m=MINE". */
function go(key) {
  const group = words().groups?.split(" ").find((one) => one.startsWith(`${key}=`))?.slice(key.length + 1);
  if (group !== undefined) {
    leave(() => location.assign(`/console/queue${group && `?group=${group}`}`));
  }
}

/** One level up: what the page says, else the tab, the entry of the navigation, or the first page one is not on. */
function upward() {
  const said = [...document.querySelectorAll('[data-key="Escape"]')].find(visible);
  const higher = document.querySelectorAll("main .tabs a[aria-current], .nav a[aria-current], .nav li:first-child a");
  return said ?? [...higher].find((link) => link.pathname !== location.pathname);
}

const WORDS = 'main form[method="post"] :is(textarea, input:not([type]), input[type="text"], input[type="tel"])';

/** Words nobody has sent: other than the page came with, or given back by a refusal; in a part that was closed again too. */
const unsent = () => {
  const refused = document.querySelector("main [role=alert]") !== null;
  return [...document.querySelectorAll(WORDS)].some((field) => field.value !== field.defaultValue || (refused && field.matches("textarea") && field.value !== ""));
};

/** Nobody loses what he has typed by one key. */
function leave(going) {
  if (unsent() && !warned) {
    warned = true;
    tell(words().unsent, "soon");
  } else {
    going();
  }
}

function up() {
  const target = upward();
  if (target) {
    leave(() => target.click());
  }
}

function find() {
  const field = [...document.querySelectorAll('[data-key="/"]')].find(visible);
  if (field) {
    press(field);
  } else {
    leave(() => document.querySelector('.nav a[href="/console/search"]')?.click());
  }
}

const FROM = "queue";

/** In this tab the queue is left and come back to as it was filtered; what was done there is said once. */
function sameQueue() {
  const here = new URLSearchParams(location.search);
  here.delete("done");
  if (location.pathname === "/console/queue") {
    sessionStorage.setItem(FROM, here);
  }
  for (const link of document.querySelectorAll('a[data-key="Escape"][href="/console/queue"]')) {
    link.search = sessionStorage.getItem(FROM) ?? "";
  }
}

try {
  sameQueue();
} catch {
  // A forbidden store: then the way back leads to the whole queue.
}

const ON_LIST = {
  j: () => move(1),
  k: () => move(-1),
  o: () => openRow(selected()),
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

const answering = (name, key) => [...document.querySelectorAll(`[${name}="${CSS.escape(key)}"]:not(tr, [disabled])`)].find(visible);

/** What follows a first key. */
function second(first, event) {
  const target = answering(first === "g" ? "data-go" : "data-more", event.key);
  if (target) {
    event.preventDefault();
    if (target.matches("a[href]")) {
      leave(() => press(target));
    } else {
      press(target);
    }
  } else if (first === "g") {
    go(event.key);
  }
}

function single(event) {
  const target = answering("data-key", event.key);
  const pressing = target?.matches("[data-away]") ? () => leave(() => press(target)) : target && (() => press(target));
  const deed = { Escape: up, "/": find }[event.key] ?? pressing ?? ON_LIST[event.key];
  if (deed && (target || !ON_LIST[event.key] || rows().length > 0 || "jk".includes(event.key))) {
    event.preventDefault();
    deed();
  }
}

/** Enter at a row goes into it; held down it presses nothing there. */
function enters(event) {
  const row = event.key === "Enter" && event.target.closest("#list tr[data-key]");
  const enters = row && (event.target === row || (event.repeat && event.target.matches("button")));
  if (enters) {
    event.preventDefault();
    openRow(event.target === row && !event.repeat ? row : null);
  }
  return enters;
}

function onKey(event) {
  if (enters(event)) {
    return;
  }
  if (event.ctrlKey && event.key === "Enter" && typing(event.target)) {
    event.target.form?.requestSubmit();
    return;
  }
  // A key held down for a moment too long must not decide the next case as well.
  const held = event.repeat && !"jk<>".includes(event.key) && !event.key.startsWith("Arrow");
  if (held || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) {
    return;
  }
  if (typing(event.target)) {
    if (event.key === "Escape") {
      event.target.blur();
    }
    return;
  }
  const first = prefix;
  prefix = "";
  if (first) {
    second(first, event);
  } else if (event.key === "g" || (event.key === "x" && more())) {
    prefix = event.key;
    if (prefix === "x") {
      more().focus();
    }
  } else {
    single(event);
  }
}

/** Whether a line of the sheet says something that works on this page. */
const ACTS = {
  list: () => rows().length > 0,
  take: () => answering("data-key", "a") || (rows().length > 0 && document.querySelector('[data-take]:not([data-take=""])')),
  next: () => answering("data-key", "l")?.closest(".pager"),
  more: () => answering("data-key", "l")?.closest("#cut"),
  player: () => document.querySelector(".player"),
  groups: () => words().groups,
  nav: () => document.querySelector(".nav [data-go]"),
  send: () => document.querySelector("main form :is(textarea, input:not([type=hidden]))"),
  find: () => answering("data-key", "/") || document.querySelector('.nav a[href="/console/search"]'),
  up: upward,
};

document.addEventListener("keydown", onKey);
document.addEventListener("input", () => (warned = false));
document.addEventListener("click", (event) => {
  if (event.target.closest('[data-opens="keys"]')) {
    for (const line of document.querySelectorAll("#keys [data-for]")) {
      const name = line.dataset.for;
      line.hidden = !(ACTS[name] ?? (() => answering("data-key", name)))();
    }
  }
});
