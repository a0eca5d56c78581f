// What every page needs: where to come back to after changing language or light, failures of fragments, dialogs, copying.
import { keep, putBack } from "./drafts.js";
import { watch } from "./stay.js";

const toasts = document.getElementById("toasts");

for (const field of document.querySelectorAll('form[data-back] input[name="to"]')) {
  if (field.value === location.pathname) {
    field.value += location.search;
  }
}

// On a small screen the entry one is at may lie outside the bar.
for (const here of document.querySelectorAll(".nav [aria-current], .tabs [aria-current]")) {
  here.scrollIntoView({ block: "nearest", inline: "center" });
}

/** Tells something in the corner; read out politely. */
export function tell(text, kind = "late") {
  const notice = document.createElement("p");
  notice.className = `notice ${kind}`;
  notice.textContent = text;
  toasts.append(notice);
  setTimeout(() => notice.remove(), 8000);
}

document.body.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status !== 401) {
    tell(`${toasts.dataset.failed} (${event.detail.xhr.status})`);
  }
});
document.body.addEventListener("htmx:sendError", () => tell(toasts.dataset.offline));

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  if (opener) {
    document.getElementById(opener.dataset.opens)?.showModal();
  }
  if (event.target.closest("[data-closes]")) {
    event.target.closest("dialog")?.close();
  }
  if (event.target.closest("[data-prints]")) {
    window.print();
  }
});

// A second click on the way to the server must not do the deed twice.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "post" && !form.hasAttribute("hx-post") && !form.hasAttribute("data-download")) {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = "yes";
    keep(form);
  }
});
window.addEventListener("pageshow", (event) => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
  if (event.persisted) {
    location.reload();
  }
});

if (putBack(toasts.dataset)) {
  tell(toasts.dataset.kept, "ok");
}
watch();
