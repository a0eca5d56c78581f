// What was typed outlives the page that asks for a fresh code, in this tab only and no longer than until the next page.
const DRAFT = "draft";

const path = (address) => new URL(address, location.href).pathname;
const kept = (form) => [...form.elements].filter((field) => field.name && !["hidden", "password", "file", "submit"].includes(field.type));
const ticks = (field) => field.type === "checkbox" || field.type === "radio";

/** Remembers a form on its way to the server; {@code held} when another page that is no step-up may give it back. */
export function keep(form, held = false) {
  const fields = kept(form).map((field) => [field.name, field.value, ticks(field) ? field.checked : true]);
  const draft = { at: location.pathname, to: path(form.action), fields, held };
  try {
    sessionStorage.setItem(DRAFT, JSON.stringify(draft));
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

function fill(form, fields) {
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

/** Fills the form again when the step-up led back to its page; every other page forgets what was typed. */
export function putBack() {
  const draft = taken();
  if (draft && document.querySelector('form[action="/console/step-up"]')) {
    sessionStorage.setItem(DRAFT, JSON.stringify({ ...draft, held: true }));
    return false;
  }
  sessionStorage.removeItem(DRAFT);
  const form = draft?.held && draft.at === location.pathname
    ? [...document.querySelectorAll("form[data-keeps]")].find((one) => path(one.action) === draft.to)
    : undefined;
  if (form) {
    fill(form, draft.fields);
  }
  return Boolean(form);
}
