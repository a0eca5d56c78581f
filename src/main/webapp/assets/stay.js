// A session ends when nobody uses it, and at the end of the day: said two minutes before. Typing is use, though it asks for no page.
import { address, holdAll, unkept } from "./drafts.js";

const NOTICE = 120;
const FIRST = 10;
const AGAIN = 30;
const BEAT = 60_000;
const BEAT_WARNED = 5_000;

const bar = document.getElementById("stay");
let looking;
let noted = Date.now();

const later = (seconds) => {
  clearTimeout(looking);
  looking = setTimeout(() => ask("GET"), seconds * 1000);
};

function ended(answer) {
  holdAll();
  location.assign(answer.headers.get("HX-Redirect") ?? "/console/login");
}

/** Says it, and how long it takes; a session at its last hour cannot be prolonged. */
function warn(left, whole) {
  const sealed = unkept() ? ` ${bar.dataset.unkept}` : "";
  bar.querySelector("span").textContent = `${whole ? bar.dataset.whole : bar.dataset.idle}${sealed}`;
  bar.querySelector("button").hidden = whole;
  bar.hidden = false;
  later(left + 1);
}

function told(idle, whole) {
  const left = Math.min(idle, whole);
  if (!Number.isFinite(left)) {
    return;
  }
  if (left <= NOTICE) {
    warn(left, whole <= idle);
  } else {
    bar.hidden = true;
    later(left - NOTICE);
  }
}

async function ask(method) {
  later(AGAIN);
  const { "X-CSRF-Token": token } = JSON.parse(document.body.getAttribute("hx-headers"));
  const by = method === "POST" ? { "X-CSRF-Token": token } : { "X-Background": "true" };
  const headers = { "HX-Request": "true", "HX-Current-URL": new URL(address(), location.href).href, ...by };
  const answer = await fetch("/console/stay", { method, headers }).catch(() => null);
  if (answer?.status === 401) {
    ended(answer);
  } else if (answer?.ok) {
    told(...(await answer.text()).split(" ").map(Number));
  }
}

function use() {
  noted = Date.now();
  ask("POST");
}

export function watch() {
  if (!bar) {
    return;
  }
  later(FIRST);
  bar.querySelector("button").addEventListener("click", use);
  document.addEventListener("visibilitychange", () => document.hidden || ask("GET"));
  document.addEventListener("input", (event) => {
    if (event.isTrusted && Date.now() - noted > (bar.hidden ? BEAT : BEAT_WARNED)) {
      use();
    }
  });
}
