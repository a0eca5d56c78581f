import { byId, make } from "./dom.js";
import { shown, t } from "./words.js";

/** Lists the demo's people with their cards of codes; {@code null} while nobody knows yet. */
export function showCitizens(people, open, fill) {
  const host = byId("citizens");
  if (!people?.length) {
    host.replaceChildren(make("p", { class: "small" }, t(people ? "noCitizens" : "loading")));
    return;
  }
  host.replaceChildren(...people.map((person) => card(person, open, fill)));
}

function card(person, open, fill) {
  const codes = (person.codes ?? []).map((each) =>
    make(
      "button",
      { type: "button", onclick: () => fill(person, "TC " + each.code) },
      make("code", {}, each.code),
      make("span", { class: "small" }, ` ${each.what ?? ""}${each.pin ? " · " + t("pin", { pin: each.pin }) : ""}`),
    ),
  );
  return make(
    "article",
    { class: "person" },
    make(
      "header",
      {},
      make("div", {}, make("h3", {}, person.name), make("p", { class: "small number" }, shown(person.phone))),
      make("button", { type: "button", "aria-label": `${t("use")} ${person.name}`, onclick: () => open(person) }, t("use")),
    ),
    make("p", {}, person.story ?? ""),
    make("div", { class: "codes" }, ...codes),
  );
}
