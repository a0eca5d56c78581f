import * as api from "./api.js";
import { count } from "/assets/alphabet.js";
import { CallScreen } from "./call.js";
import { make } from "./dom.js";
import { grouped, shown, t } from "./words.js";

const NEAR_END = 60;
const LONGEST = 5000;

/** One phone on the desk: its messages as bubbles, and a box to write in. */
export class Phone {
  constructor(number, name, desk) {
    this.number = number;
    this.id = "phone-" + number.replace(/\W/g, "");
    this.name = name;
    this.desk = desk;
    this.bubbles = new Map();
    this.element = make("article", { class: "phone", "data-number": number });
    this.element.addEventListener("focusin", () => desk.activate(this));
    this.element.addEventListener("pointerdown", () => desk.activate(this));
    this.draw();
  }

  /** Draws everything anew, keeping what was being written. */
  draw() {
    const draft = this.box?.value ?? "";
    const id = this.id;
    this.teach = make("p", { class: "teach" }, t("noMessages"));
    this.list = make("ul", { class: "list" });
    this.talk = make(
      "div",
      { class: "talk", role: "log", "aria-live": "polite", "aria-relevant": "additions", "aria-labelledby": id, tabindex: "0" },
      this.teach,
      this.list,
    );
    this.below = make("button", { type: "button", class: "quiet", hidden: true, onclick: () => this.toEnd() }, t("newBelow"));
    this.talk.addEventListener("scroll", () => this.isNearEnd() && (this.below.hidden = true));
    this.element.setAttribute("aria-labelledby", id);
    this.element.replaceChildren(this.head(id), this.talk, this.below, this.composer(id));
    this.box.value = draft;
    this.recount();
    const known = [...this.bubbles.values()].map((bubble) => bubble.message);
    this.bubbles.clear();
    known.forEach((message) => this.show(message));
    this.toEnd();
    if (this.calling) {
      this.element.append(this.calling.element);
      this.calling.draw();
      this.element.classList.add("in-call");
    }
  }

  /** Calls the hotline; a call that is still going on is shown again. */
  call() {
    if (!this.calling || this.calling.isOver) {
      this.calling = new CallScreen(this);
      this.element.append(this.calling.element);
      this.element.classList.add("in-call");
      this.calling.start(!/^\+?\d{9,15}$/.test(this.number));
    }
  }

  leaveCall() {
    this.calling.element.remove();
    this.calling = null;
    this.element.classList.remove("in-call");
    this.box.focus();
  }

  head(id) {
    const title = make("h3", { id }, this.name || shown(this.number));
    const close = make(
      "button",
      { type: "button", class: "quiet", "aria-label": t("close", { number: shown(this.number) }), onclick: () => this.desk.close(this) },
      "✕",
    );
    const under = this.name ? make("p", { class: "small number" }, shown(this.number)) : "";
    const call = make("button", { type: "button", class: "dial", "aria-label": t("callFrom", { number: shown(this.number) }), onclick: () => this.call() }, "☎ ", t("call"));
    return make("header", { class: "phone-head" }, make("div", {}, title, under), call, close);
  }

  composer(id) {
    this.box = make("textarea", { id: id + "-box", rows: "2", placeholder: t("compose"), "aria-describedby": id + "-count" });
    this.box.addEventListener("input", () => this.recount());
    this.box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.send();
      }
    });
    this.counter = make("p", { class: "count", id: id + "-count" });
    this.problem = make("p", { class: "problem", role: "alert", hidden: true });
    this.sendButton = make("button", { type: "submit", class: "main" }, t("send"));
    const ring = make("button", { type: "button", title: t("ringWhy"), onclick: () => this.ring() }, t("ring"));
    const form = make(
      "form",
      { class: "compose" },
      make("label", { class: "sr", for: id + "-box" }, t("compose")),
      this.box,
      this.counter,
      make("div", { class: "actions" }, ring, this.sendButton),
      this.problem,
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    return form;
  }

  recount() {
    const { alphabet, used, limit, parts } = count(this.box.value);
    const price = t("dong", { n: grouped(parts * this.desk.price()) });
    this.counter.textContent = `${used}/${limit} · ${t(parts === 1 ? "part" : "parts", { n: parts })} · ${t(alphabet)} · ${price}`;
    this.counter.classList.toggle("many", parts > 1);
  }

  fill(text) {
    this.box.value = text;
    this.recount();
    this.box.focus();
  }

  async send() {
    const text = this.box.value;
    if (text.length > LONGEST) {
      this.complain("tooLong");
      return;
    }
    if (this.sending) {
      return;
    }
    this.sending = true;
    this.problem.hidden = true;
    try {
      const { id } = await api.send(this.number, text);
      if (this.box.value === text) {
        this.box.value = "";
        this.recount();
      }
      this.desk.follow(id);
    } catch {
      this.complain("notSent");
    } finally {
      this.sending = false;
    }
  }

  async ring() {
    try {
      await api.ring(this.number);
      this.list.append(make("li", { class: "teach" }, t("rang", { number: this.desk.hotline() })));
      this.teach.hidden = true;
      this.toEnd();
    } catch {
      this.complain("notSent");
    }
  }

  complain(words) {
    this.problem.textContent = t(words);
    this.problem.hidden = false;
  }

  async load() {
    try {
      const { messages } = await api.messages(this.number);
      messages.forEach((message) => this.desk.learn(message));
    } catch {
      this.complain("notLoaded");
    }
  }

  /** Adds a message, or brings what is shown of it up to date. */
  show(message) {
    const known = this.bubbles.get(message.id);
    if (known) {
      known.message = message;
      known.button.textContent = message.text || " ";
      this.tell(known);
      return;
    }
    const stay = !this.isNearEnd();
    const bubble = { message };
    bubble.button = make("button", { type: "button", class: "bubble", "aria-pressed": "false", onclick: () => this.desk.follow(message.id) }, message.text || " ");
    bubble.facts = make("p", { class: "facts" });
    const who = make("span", { class: "sr" }, t(message.direction === "SENT" ? "you" : "them"));
    this.list.append(make("li", { class: message.direction.toLowerCase() }, who, bubble.button, bubble.facts));
    this.bubbles.set(message.id, bubble);
    this.teach.hidden = true;
    this.tell(bubble);
    if (stay) {
      this.below.hidden = false;
    } else {
      this.toEnd();
    }
  }

  tell(bubble) {
    const { parts, alphabet, price, stage } = bubble.message;
    const state = make("span", { class: stage === "LOST" || stage === "WAITING" ? "bad" : "" }, t(stage));
    bubble.facts.replaceChildren(
      `${t(parts === 1 ? "part" : "parts", { n: parts })} · ${t(alphabet)} · ${t("dong", { n: grouped(price) })} · `,
      state,
    );
  }

  mark(ids) {
    for (const [id, { button }] of this.bubbles) {
      button.setAttribute("aria-pressed", String(ids.includes(id)));
    }
  }

  isNearEnd() {
    return this.talk.scrollHeight - this.talk.scrollTop - this.talk.clientHeight < NEAR_END;
  }

  toEnd() {
    this.talk.scrollTop = this.talk.scrollHeight;
    this.below.hidden = true;
  }
}
