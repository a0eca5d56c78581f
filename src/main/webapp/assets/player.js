// Players of recordings: space, left and right, speed, a note at the place being heard. Without this file the browser's own controls are there.
import { tell } from "./console.js";

const STEP = 5;
const SPEEDS = [0.75, 1, 1.25, 1.5, 2];
const players = [];

const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
const seconds = (text) => text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);

function element(tag, attributes, text = "") {
  const made = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  made.textContent = text;
  return made;
}

class Player {
  constructor(box) {
    this.box = box;
    this.words = box.dataset;
    this.audio = box.querySelector("audio");
    this.audio.controls = false;
    this.audio.hidden = true;
    this.play = element("button", { type: "button", class: "play", title: `${this.words.play} (␣)` });
    this.back = element("button", { type: "button", "aria-label": this.words.back, title: `${this.words.back} (←)` }, "−5");
    this.on = element("button", { type: "button", "aria-label": this.words.on, title: `${this.words.on} (→)` }, "+5");
    this.slider = element("input", { type: "range", min: "0", step: "1", value: "0", max: String(Math.max(1, seconds(this.words.length))), "aria-label": this.words.place });
    this.time = element("span", { class: "number" });
    this.speed = element("select", { "aria-label": this.words.speed, title: `${this.words.speed} (< >)` });
    SPEEDS.forEach((speed) => this.speed.append(element("option", { value: String(speed) }, `${speed}×`)));
    this.speed.value = "1";
    box.append(this.play, this.back, this.on, this.slider, this.time, this.speed);
    if (this.words.note) {
      this.note = element("button", { type: "button", class: "quiet", "data-key": "t" });
      // The key presses the first button there is: it means the recording that plays.
      this.note.addEventListener("click", (event) => (event.isTrusted ? this : current()).noteHere());
      box.append(this.note);
    }
    this.wire();
    this.show();
  }

  get length() {
    return Number.isFinite(this.audio.duration) ? this.audio.duration : seconds(this.words.length);
  }

  wire() {
    this.play.addEventListener("click", () => this.toggle());
    this.back.addEventListener("click", () => this.skip(-STEP));
    this.on.addEventListener("click", () => this.skip(STEP));
    this.slider.addEventListener("input", () => this.to(Number(this.slider.value)));
    this.speed.addEventListener("change", () => (this.audio.playbackRate = Number(this.speed.value)));
    ["timeupdate", "play", "pause", "ended", "loadedmetadata", "seeked"].forEach((name) => this.audio.addEventListener(name, () => this.show()));
    this.audio.addEventListener("error", () => this.audio.error && tell(document.getElementById("toasts").dataset.failed));
    this.audio.addEventListener("play", () => players.filter((other) => other !== this).forEach((other) => other.audio.pause()));
  }

  toggle() {
    if (this.audio.paused) {
      this.audio.playbackRate = Number(this.speed.value);
      this.audio.play().catch(() => {});
    } else {
      this.audio.pause();
    }
  }

  skip(step) {
    this.to(this.audio.currentTime + step);
  }

  /** One of the speeds up or down. */
  pace(step) {
    const at = SPEEDS.indexOf(Number(this.speed.value)) + step;
    if (SPEEDS[at]) {
      this.speed.value = String(SPEEDS[at]);
      this.audio.playbackRate = SPEEDS[at];
    }
  }

  to(at) {
    this.audio.currentTime = Math.max(0, Math.min(at, this.length));
    this.show();
  }

  from(at) {
    this.to(at);
    this.audio.play().catch(() => {});
  }

  show() {
    const at = clock(this.audio.currentTime);
    this.play.textContent = this.audio.paused ? `▶ ${this.words.play}` : `❚❚ ${this.words.stop}`;
    this.slider.value = String(Math.floor(this.audio.currentTime));
    this.slider.setAttribute("aria-valuetext", `${at} / ${this.words.length}`);
    this.time.textContent = `${at} / ${this.words.length}`;
    if (this.note) {
      this.note.textContent = `${this.words.note} ${at}`;
    }
  }

  noteHere() {
    const typing = this.box.parentElement.querySelector(":scope > details.typing textarea");
    const box = document.getElementById("note") ?? typing;
    box.closest("details")?.setAttribute("open", "");
    const gap = box.value && !box.value.endsWith("\n") ? "\n" : "";
    box.value += `${gap}${clock(this.audio.currentTime)} `;
    box.focus();
    box.dispatchEvent(new Event("input"));
  }
}

document.querySelectorAll(".player").forEach((box) => players.push(new Player(box)));

/** The one that plays, else the first. */
const current = () => players.find((player) => !player.audio.paused) ?? players.find((player) => player.audio.currentTime > 0) ?? players[0];

document.addEventListener("click", (event) => {
  const place = event.target.closest("[data-at]");
  if (place) {
    const own = players.find((player) => place.closest("article")?.contains(player.box));
    (own ?? current())?.from(Number(place.dataset.at));
  }
});

document.addEventListener("keydown", (event) => {
  const player = current();
  const busy = event.target.matches("input, textarea, select, [contenteditable]") || document.querySelector("dialog[open]");
  if (!player || busy || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const pressable = event.target.matches("button, a, summary");
  const deed = { " ": pressable ? null : () => player.toggle(), ArrowLeft: () => player.skip(-STEP), ArrowRight: () => player.skip(STEP), "<": () => player.pace(-1), ">": () => player.pace(1) }[event.key];
  if (deed) {
    event.preventDefault();
    deed();
  }
});
