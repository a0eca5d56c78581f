import * as api from "./api.js";
import { showCitizens } from "./citizens.js";
import { byId, make } from "./dom.js";
import { showFaults } from "./faults.js";
import { Phone } from "./phone.js";
import { showTries } from "./tries.js";
import { showWay } from "./way.js";
import { choose, international, language, shown, t } from "./words.js";

const MANY = 60;
const LOOK_MILLIS = 5000;
const asked = new URLSearchParams(location.search);

/** The desk: open phones, what is known of messages, and which one is being followed. */
const desk = {
  phones: new Map(),
  messages: new Map(),
  people: [],
  simulator: { number: "", local: "", price: 350, connected: false, switches: [] },
  active: null,
  followed: 0,
  call: null,
  online: true,
  looked: false,
  met: false,
  price: () => desk.simulator.price,
  hotline: () => shown(desk.simulator.number),

  activate(phone) {
    if (desk.active !== phone) {
      desk.active?.element.classList.remove("active");
      desk.active = phone;
      phone?.element.classList.add("active");
      drawTries();
    }
  },

  /** Shows the way of a call while it is the last thing that happened. */
  followCall(way) {
    desk.followed = 0;
    desk.call = way;
    way.show();
  },

  close(phone) {
    phone.calling?.hangUp();
    phone.element.remove();
    desk.phones.delete(phone.number);
    desk.activate([...desk.phones.values()].at(-1) ?? null);
    remember();
    drawEmpty();
  },

  learn(message) {
    desk.messages.set(message.id, message);
    desk.phones.get(message.phone)?.show(message);
    const followed = desk.messages.get(desk.followed);
    if (message.id === desk.followed || message.id === followed?.answers) {
      drawWay();
    }
  },

  async follow(id) {
    desk.followed = id;
    desk.call = null;
    if (!desk.messages.has(id)) {
      await fetchOne(id);
    }
    drawWay();
  },
};

function stored(key) {
  try {
    return localStorage.getItem("handset." + key);
  } catch {
    return null;
  }
}

function store(key, value) {
  try {
    localStorage.setItem("handset." + key, value);
  } catch {
    // Without storage the page forgets at reload, no more.
  }
}

const remember = () => store("phones", JSON.stringify([...desk.phones.keys()]));

function person(number) {
  return desk.people.find((each) => each.phone === number);
}

async function openPhone(raw) {
  const { number, messages } = await api.messages(raw);
  let phone = desk.phones.get(number);
  if (!phone) {
    phone = new Phone(number, (person(number)?.name ?? "").split(",")[0], desk);
    desk.phones.set(number, phone);
    byId("phones").querySelector(":scope > .teach")?.remove();
    byId("phones").append(phone.element);
    messages.forEach((message) => desk.learn(message));
    remember();
  }
  desk.activate(phone);
  return phone;
}

async function tryOpen(raw) {
  byId("notice").hidden = true;
  try {
    return await openPhone(raw);
  } catch (refused) {
    byId("notice").textContent = t(refused.status === 400 ? "badNumber" : refused.status === 404 ? "noDemo" : "offline");
    byId("notice").hidden = false;
    return null;
  }
}

function reveal(phone) {
  phone?.element.scrollIntoView({ block: "nearest", inline: "nearest" });
  phone?.box.focus();
}

async function fillFor(citizen, text) {
  const phone = await tryOpen(citizen.phone);
  phone?.fill(text);
}

async function fillActive(text) {
  const phone = desk.active ?? (desk.people[0] ? await tryOpen(desk.people[0].phone) : null);
  phone?.fill(text);
}

function drawEmpty() {
  if (desk.phones.size === 0) {
    byId("phones").replaceChildren(make("p", { class: "teach" }, t("noPhones")));
  }
}

function drawTries() {
  showTries(person(desk.active?.number) ?? desk.people[0], fillActive);
}

function drawWay() {
  if (desk.call) {
    desk.call.show();
    return;
  }
  const message = desk.messages.get(desk.followed);
  const other = desk.messages.get(message?.answers);
  const [question, answer] = message?.direction === "SENT" ? [message, other] : [other, message];
  showWay(question, answer);
  if (message?.answers && !other) {
    fetchOne(message.answers);
  }
  for (const phone of desk.phones.values()) {
    phone.mark([question?.id, answer?.id].filter(Boolean));
  }
}

function drawLine() {
  const { number, connected } = desk.simulator;
  const state = !desk.online ? ["late", "offline"] : !desk.looked ? ["", "loading"] : connected ? ["ok", "connected"] : ["soon", "disconnected"];
  byId("line").replaceChildren(
    t("hotline"),
    make("span", { class: "number" }, number ? shown(number) : "…"),
    make("span", { class: "state " + state[0] }, t(state[1])),
  );
}

function drawAll() {
  byId("language").textContent = t("otherLanguage");
  byId("language").lang = language() === "vi" ? "en" : "vi";
  byId("theme").textContent = t(document.documentElement.dataset.theme === "dark" ? "light" : "dark");
  drawLine();
  drawTries();
  drawWay();
  showCitizens(desk.met ? desk.people : null, async (citizen) => reveal(await tryOpen(citizen.phone)), fillFor);
  showFaults(desk.simulator.switches, () => lookAgain());
  desk.phones.forEach((phone) => phone.draw());
  drawEmpty();
}

async function lookAgain() {
  const before = JSON.stringify(desk.simulator.switches);
  try {
    desk.simulator = await api.look();
    desk.looked = true;
    desk.online = true;
  } catch {
    desk.online = false;
  }
  drawLine();
  if (desk.messages.get(desk.followed)?.stage === "STORED") {
    drawWay();
  }
  if (JSON.stringify(desk.simulator.switches) !== before) {
    showFaults(desk.simulator.switches, () => lookAgain());
  }
}

const pending = new Set();

/** Changes come in swarms: fetch each message once, and whole phones when there are too many. */
function changed(id) {
  if (pending.size === 0) {
    setTimeout(fetchPending, 30);
  }
  pending.add(Number(id));
}

async function fetchPending() {
  const ids = [...pending];
  pending.clear();
  if (ids.length > MANY) {
    await reload();
  } else {
    await Promise.all(ids.map(fetchOne));
  }
}

async function fetchOne(id) {
  try {
    desk.learn(await api.message(id));
  } catch {
    // Forgotten or out of reach: the stream tells of it again when it changes.
  }
}

async function reload() {
  await Promise.all([...desk.phones.values()].map((phone) => phone.load()));
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  store("theme", theme);
}

function dress() {
  const wanted = asked.get("theme") ?? stored("theme");
  const dark = wanted ? wanted === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  choose(asked.get("lang") ?? stored("language") ?? "vi");
}

function wire() {
  byId("open").addEventListener("submit", async (event) => {
    event.preventDefault();
    const phone = await tryOpen(byId("number").value);
    if (phone) {
      byId("number").value = "";
      reveal(phone);
    }
  });
  byId("language").addEventListener("click", () => {
    choose(language() === "vi" ? "en" : "vi");
    store("language", language());
    drawAll();
  });
  byId("theme").addEventListener("click", () => {
    setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark");
    drawAll();
  });
}

function firstPhones() {
  const wanted = asked.getAll("phone");
  if (wanted.length) {
    return wanted;
  }
  try {
    const known = JSON.parse(stored("phones") ?? "[]");
    if (known.length) {
      return known;
    }
  } catch {
    // Whatever was stored is no list: begin anew.
  }
  const one = desk.people[0]?.phone ?? "0912345678";
  const two = matchMedia("(min-width: 1200px)").matches ? desk.people[1]?.phone : undefined;
  return two ? [one, two] : [one];
}

async function begin() {
  dress();
  wire();
  drawAll();
  await lookAgain();
  desk.people = (await api.citizens().catch(() => [])).map((each) => ({ ...each, phone: international(each.phone) }));
  desk.met = true;
  drawAll();
  for (const number of firstPhones()) {
    await tryOpen(number);
  }
  desk.activate(desk.phones.values().next().value ?? null);
  drawEmpty();
  api.listen({
    hello: () => lookAgain(),
    message: changed,
    switches: () => lookAgain(),
    reload: () => reload().then(lookAgain),
    error: () => lookAgain(),
  });
  setInterval(lookAgain, LOOK_MILLIS);
}

begin();
