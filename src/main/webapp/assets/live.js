// Server-sent events bring ids; what is shown comes from the server as a fragment, with the reader's own rights.
const page = document.querySelector('[data-stream*="since"]') ?? document.querySelector("[data-stream]");
const news = document.getElementById("news");
let missed = new Set();

const BEAT = 60_000;
const AGAIN = 5_000;
const PAUSE = 3_000;

/** A search puts another in its place. */
const listed = () => document.getElementById("list");

// What the page asks by itself says so: it must not keep a screen signed in that nobody uses.
async function ask(url) {
  try {
    const response = await fetch(url, { headers: { "HX-Request": "true", "X-Background": "true" } });
    return { status: response.status, text: response.ok ? await response.text() : null };
  } catch {
    return { status: 0, text: null };
  }
}

const fetchText = async (url) => (await ask(url)).text;

function fresh(html) {
  const template = document.createElement("template");
  template.innerHTML = html.trim();
  return template.content.firstElementChild;
}

/** The cursor stays at the same thing of a row that was replaced: what Enter does must not change under the finger. */
function refocus(row, before) {
  const same = [...row.querySelectorAll("a, button")].find((one) => one.textContent === before.textContent && one.value === before.value);
  (same ?? row.querySelector("a.title") ?? row).focus({ preventScroll: true });
}

/** It may be as it was: it stays, says so, and is asked for again with the next beat. */
function doubt(row) {
  if (!row.classList.contains("stale")) {
    row.classList.add("stale");
    const sign = Object.assign(document.createElement("span"), { className: "chip soon", textContent: listed().dataset.stale ?? "?" });
    row.querySelector("td")?.append(sign);
  }
}

async function refreshRow(row, ticket) {
  const { status, text: html } = await ask(`/console/queue/rows/${ticket}`);
  const selected = row.getAttribute("aria-selected");
  const before = row.contains(document.activeElement) && document.activeElement;
  if (status === 404 || status === 204) {
    row.remove();
    return;
  }
  if (!html?.includes(`id="${row.id}"`)) {
    doubt(row);
    return;
  }
  const next = fresh(html);
  row.replaceWith(next);
  if (selected) {
    next.setAttribute("aria-selected", selected);
  }
  if (before) {
    refocus(next, before);
  }
  window.htmx.process(next);
}

async function refreshList() {
  const list = listed();
  const html = await fetchText(list.dataset.from);
  if (html !== null) {
    const selected = document.querySelector('#list tr[aria-selected="true"]');
    const before = selected?.contains(document.activeElement) && document.activeElement;
    list.innerHTML = html;
    window.htmx.process(list);
    const again = selected && document.getElementById(selected.id);
    again?.setAttribute("aria-selected", "true");
    if (again && before) {
      refocus(again, before);
    }
    missed = new Set();
    news.hidden = true;
  }
}

/** Of all these rows together: the ids of the cases that are still there for the reader; null when nobody answered. */
async function stillThere(rows) {
  const tickets = await fetchText(`/console/queue/there?tickets=${rows.map((row) => row.dataset.case).join(".")}`);
  return tickets === null ? null : new Set(tickets.split("."));
}

/** What is no longer there leaves also a list that somebody reads; all else stays where it is. */
async function sweep() {
  const list = listed();
  const html = list.dataset.from ? await fetchText(list.dataset.from) : "";
  if (html === null) {
    return;
  }
  const now = document.createElement("template");
  now.innerHTML = html;
  const kept = new Set([...now.content.querySelectorAll("tr[id]")].map((row) => row.id));
  const doubtful = [...list.querySelectorAll("tr[data-case]")].filter((row) => !kept.has(row.id));
  const there = doubtful.length === 0 ? null : await stillThere(doubtful);
  if (there !== null) {
    doubtful.filter((row) => !there.has(row.dataset.case)).forEach((row) => row.remove());
  }
}

let counting;

/** Only the numbers change: whoever stands on a tab stays there. Many news at once are one look, and many screens do not look at once. */
function recount() {
  const list = listed();
  if (!list?.dataset.tabs || counting || document.hidden) {
    return;
  }
  counting = setTimeout(async () => {
    counting = undefined;
    const tabs = fresh((await fetchText(list.dataset.tabs)) ?? "<nav></nav>");
    for (const now of tabs.querySelectorAll("[data-count]")) {
      const shown = document.querySelector(`#tabs [data-count="${now.dataset.count}"]`);
      if (shown && shown.textContent !== now.textContent) {
        shown.textContent = now.textContent;
      }
    }
  }, PAUSE * (0.5 + Math.random()));
}

/** Nothing jumps under the reader: only a list at its top with nothing selected, entered or uncovered in it changes by itself. */
const quiet = () => "top" in listed().dataset && scrollY < 40 && !document.querySelector('#list :is(tr[aria-selected="true"], .revealed)') && !listed().contains(document.activeElement);

function tellOf(key) {
  if (quiet()) {
    refreshList();
    return;
  }
  missed.add(key);
  const button = news.querySelector("button");
  button.textContent = button.dataset.text.replace("{0}", missed.size);
  news.hidden = false;
}

let moving;

/** Parts of a page that load anew by themselves: as {@link recount} looks, once for many news and each screen at its own moment. */
function moved() {
  if (moving || document.hidden) {
    return;
  }
  moving = setTimeout(() => {
    moving = undefined;
    window.htmx.trigger(document.body, "moved");
  }, PAUSE * (0.5 + Math.random()));
}

function onCase(ticket) {
  recount();
  moved();
  const open = document.getElementById("case");
  if (open && open.dataset.case === ticket) {
    document.getElementById("moved").hidden = false;
  }
  const row = document.getElementById(`row-${ticket}`);
  if (row) {
    refreshRow(row, ticket);
  } else if (listed()?.dataset.from) {
    tellOf(ticket);
  }
}

let source;

/** A browser gives a stream up for good when it was refused once: then it is asked for again. */
function open() {
  source?.close();
  source = new EventSource(page.dataset.stream);
  source.addEventListener("case", (event) => onCase(event.data));
  source.addEventListener("line", () => window.htmx.trigger(document.body, "line"));
  source.addEventListener("refresh", (event) => {
    recount();
    moved();
    // What else the desk has to do stands in some lists only; too much was missed for all of them.
    if (listed()?.dataset.from && (event.data === "all" || "desk" in listed().dataset)) {
      tellOf("desk");
    }
  });
  source.addEventListener("error", () => source.readyState === EventSource.CLOSED && setTimeout(() => document.hidden || open(), AGAIN));
}

/** An account has few streams, and tabs nobody looks at would take them from each other without end: what they missed is told once they are seen. */
function seen() {
  if (document.hidden) {
    source.close();
    return;
  }
  open();
  recount();
  moved();
  window.htmx.trigger(document.body, "line");
}

/** What silently left the list, a case that became sealed above all, goes with the beat and not with a sign of its own. */
function beat() {
  if (document.hidden) {
    return;
  }
  recount();
  if (listed().dataset.from && quiet()) {
    refreshList();
  } else {
    sweep();
    document.querySelectorAll("#list tr.stale").forEach((row) => refreshRow(row, row.dataset.case));
  }
}

export function listen() {
  if (listed()) {
    setInterval(beat, BEAT);
    document.addEventListener("case", (event) => onCase(event.detail));
  }
  if (!page) {
    return;
  }
  open();
  document.addEventListener("visibilitychange", seen);
  window.addEventListener("pagehide", () => source?.close());
  news?.querySelector("button").addEventListener("click", refreshList);
}
