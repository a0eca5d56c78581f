// What was typed outlives a step-up, a reload, an undo and the end of the session: in this tab only, for the same account only, and no
// longer than until the next page or four hours. Nothing of a sealed page is kept: its forms do not ask for it.
const DRAFT = "draft";
const LONGEST = 4 * 3_600_000;

const path = (address) => new URL(address, location.href).pathname;
const kept = (form) => [...form.elements].filter((field) => field.name && !["hidden", "password", "file", "submit"].includes(field.type));
const ticks = (field) => field.type === "checkbox" || field.type === "radio";
/** Whose page it is; nobody's where nobody is signed in. */
const account = () => document.body.dataset.who ?? "";
const back = document.querySelector('form[data-back] [name="to"]');
/** The address of the page as it is asked for: what was answered to a form stands at the form's. */
export const address = () => back?.value ?? location.pathname;
const here = () => path(address());
/** What becomes a sealed case when it is sent. */
const sealing = (form) => [...form.elements].some((field) => field.selectedOptions?.[0]?.matches("[data-seals]"));
const keeping = () => [...document.querySelectorAll("form[data-keeps]")].filter((form) => !sealing(form));
const wordy = (field) => ["textarea", "text", "search"].includes(field.type);
const refused = () => document.querySelector("main [role=alert]") !== null;
const written = (field) => wordy(field) && (field.value !== field.defaultValue || (refused() && field.value !== "" && field.matches("textarea")));
const usual = (field) => [...field.options].find((one) => one.defaultSelected) ?? field.options[0];
const chosen = (field) => field.value !== usual(field)?.value;
const changed = (field) => (ticks(field) ? field.checked !== field.defaultChecked : "options" in field ? chosen(field) : field.value !== field.defaultValue);
const draft = (form, fields) => ({ to: path(form.action), fields: fields.map((field) => [field.name, field.value, !ticks(field) || field.checked, wordy(field)]) });

function put(at, forms, held) {
  try {
    sessionStorage.setItem(DRAFT, JSON.stringify({ at, to: address(), forms, held, who: account(), until: Date.now() + LONGEST }));
  } catch {
    // A full or forbidden store: then it is as if there were none.
  }
}

function taken() {
  try {
    const last = JSON.parse(sessionStorage.getItem(DRAFT));
    return last?.until > Date.now() ? last : null;
  } catch {
    return null;
  }
}

/** Remembers a form on its way to the server, for the case that it is asked for a fresh code or who it is first; of what is not kept, its page. */
export function keep(form) {
  if (form.matches("[data-keeps]") && !sealing(form)) {
    put(here(), [draft(form, kept(form))], false);
  } else if (account() && !taken() && !form.matches('[action="/console/logout"]')) {
    put(here(), [], false);
  }
}

/** What was written and not sent; {@code sent} is on its way. */
function unsent(sent) {
  return keeping()
    .filter((form) => form !== sent && kept(form).some(written))
    .map((form) => draft(form, kept(form).filter((field) => refused() || changed(field))));
}

function hold(at, forms) {
  if (forms.length > 0) {
    put(at, forms, true);
  }
}

/** All that is written on this page waits for the page to come again. */
export const holdAll = () => hold(here(), unsent(null));

/** Whether something is written that is not kept. */
export const unkept = () => [...document.querySelectorAll('main form[method="post"]')].some((form) => (sealing(form) || !form.matches("[data-keeps]")) && kept(form).some(written));

export const forget = () => sessionStorage.removeItem(DRAFT);

/** The session ended: whoever signs in with the same name comes back to his page, everybody else as usual. */
function wait(last, words) {
  const form = document.querySelector('form[action="/console/login"]');
  sessionStorage.setItem(DRAFT, JSON.stringify({ ...last, held: true }));
  if (form) {
    if (last.forms.length > 0) {
      form.before(Object.assign(document.createElement("p"), { className: "notice", id: "waits", textContent: words }));
    }
    form.addEventListener("submit", () => {
      const same = form.elements.login.value.trim().toLowerCase() === last.who.toLowerCase();
      form.elements.to.value = same ? last.to : "";
    });
    setTimeout(forget, last.until - Date.now());
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
export function putBack(words) {
  const last = taken();
  if (last && !account()) {
    wait(last, words.waits);
    return false;
  }
  forget();
  if (last?.who !== account()) {
    return false;
  }
  if (document.querySelector('form[action="/console/step-up"]')) {
    sessionStorage.setItem(DRAFT, JSON.stringify({ ...last, held: true }));
    return false;
  }
  return putIn(last.held && last.at === here() ? last.forms : [], words.left);
}

function putIn(forms, why) {
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
    holdAll();
  }
});
document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-back]")) {
    holdAll();
  } else if (event.target.matches('[action="/console/logout"]')) {
    forget();
  }
});

// A deed of a case loads its page anew: what stands in the other boxes stays, and words taken back are in their box again.
document.body.addEventListener("htmx:beforeOnLoad", (event) => {
  const where = event.detail.xhr.getResponseHeader("HX-Redirect");
  if (event.detail.xhr.status === 401) {
    holdAll();
  } else if (where) {
    const form = event.target.closest("form");
    const undone = form?.querySelector("template[data-undone]");
    const back = undone ? [{ to: undone.dataset.undone, fields: [[undone.dataset.undone.endsWith("/route") ? "letter" : "text", undone.content.textContent, true, true], ["by-sms", "yes", undone.dataset.bySms === "true", false]] }] : [];
    const others = path(where) === here() ? unsent(form) : [];
    hold(path(where), [...others, ...back]);
  }
});
