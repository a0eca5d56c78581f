// What was typed outlives a step-up, a reload and an undo: in this tab only, and no longer than until the next page.
const DRAFT = "draft";

const path = (address) => new URL(address, location.href).pathname;
const kept = (form) => [...form.elements].filter((field) => field.name && !["hidden", "password", "file", "submit"].includes(field.type));
const ticks = (field) => field.type === "checkbox" || field.type === "radio";
const wordy = (field) => ["textarea", "text", "search"].includes(field.type);
const written = (field) => wordy(field) && field.value !== field.defaultValue;
const usual = (field) => [...field.options].find((one) => one.defaultSelected) ?? field.options[0];
const chosen = (field) => field.value !== usual(field)?.value;
const changed = (field) => (ticks(field) ? field.checked !== field.defaultChecked : "options" in field ? chosen(field) : field.value !== field.defaultValue);
const draft = (form, fields) => ({ to: path(form.action), fields: fields.map((field) => [field.name, field.value, !ticks(field) || field.checked, wordy(field)]) });

function put(at, forms, held) {
  try {
    sessionStorage.setItem(DRAFT, JSON.stringify({ at, forms, held }));
  } catch {
    // A full or forbidden store: then it is as if there were none.
  }
}

function taken() {
  try {
    return JSON.parse(sessionStorage.getItem(DRAFT));
  } catch {
    return null;
  }
}

/** Remembers a form on its way to the server, for the case that it is asked for a fresh code first. */
export function keep(form) {
  put(location.pathname, [draft(form, kept(form))], false);
}

/** What was written and not sent; {@code sent} is on its way. */
function unsent(sent) {
  return [...document.querySelectorAll("form[data-keeps]")]
    .filter((form) => form !== sent && kept(form).some(written))
    .map((form) => draft(form, kept(form).filter(changed)));
}

function hold(at, forms) {
  if (forms.length > 0) {
    put(at, forms, true);
  }
}

function fill(form, fields) {
  form.closest("details")?.setAttribute("open", "");
  for (const [name, value, on] of fields) {
    for (const field of kept(form).filter((one) => one.name === name)) {
      if (!ticks(field)) {
        field.value = value;
      } else if (field.value === value) {
        field.checked = on;
      }
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}

/** Nobody answers a case twice: where the box is gone, the words are there to be copied. */
function show(forms, why) {
  const card = document.createElement("div");
  card.className = "card";
  card.append(Object.assign(document.createElement("p"), { className: "muted", textContent: why }));
  for (const words of forms.flatMap((one) => one.fields.filter(([, , , words]) => words).map(([, value]) => value)).filter(Boolean)) {
    card.append(Object.assign(document.createElement("p"), { className: "words", textContent: words }));
  }
  document.getElementById("main").prepend(card);
}

/** Fills the forms again where the way led back to their page; every other page forgets what was typed. Says whether it did. */
export function putBack(why) {
  const last = taken();
  if (last && document.querySelector('form[action="/console/step-up"]')) {
    put(last.at, last.forms, true);
    return false;
  }
  sessionStorage.removeItem(DRAFT);
  const forms = last?.held && last.at === location.pathname ? last.forms : [];
  const places = [...document.querySelectorAll("form[data-keeps]")];
  const place = (one) => places.find((form) => path(form.action) === one.to);
  forms.filter(place).forEach((one) => fill(place(one), one.fields));
  const lost = forms.filter((one) => !place(one));
  if (lost.length > 0) {
    show(lost, why);
  }
  return forms.length > lost.length;
}

document.addEventListener("click", (event) => {
  if (event.target.closest("a[data-reloads]")) {
    hold(location.pathname, unsent(null));
  }
});

// A deed of a case loads its page anew: what stands in the other boxes stays, and words taken back are in their box again.
document.body.addEventListener("htmx:beforeOnLoad", (event) => {
  const where = event.detail.xhr.getResponseHeader("HX-Redirect");
  if (where) {
    const form = event.target.closest("form");
    const undone = form?.querySelector("template[data-undone]");
    const back = undone ? [{ to: undone.dataset.undone, fields: [["text", undone.content.textContent, true, true], ["by-sms", "yes", undone.dataset.bySms === "true", false]] }] : [];
    const here = path(where) === location.pathname ? unsent(form) : [];
    hold(path(where), [...here, ...back]);
  }
});
