import { CallWay } from "./callway.js";
import { make } from "./dom.js";
import { begin, Line } from "./exchange.js";
import { Loudspeaker } from "./loudspeaker.js";
import { Speech } from "./speech.js";
import { shown, t } from "./words.js";

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];
const LETTERS = { 2: "abc", 3: "def", 4: "ghi", 5: "jkl", 6: "mno", 7: "pqrs", 8: "tuv", 9: "wxyz" };
const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** A phone during a call: what is said as sound and text, a keypad, and what is being recorded. */
export class CallScreen {
  constructor(phone) {
    this.phone = phone;
    this.speaker = new Loudspeaker();
    this.source = "sample";
    this.lines = [];
    this.state = "dialling";
    this.element = make("section", { class: "call" });
    this.element.addEventListener("keydown", (event) => this.typed(event));
  }

  get isOver() {
    return this.state === "over" || this.state === "failed";
  }

  /** Calls from this phone, or without showing its number. */
  async start(hidden) {
    this.speaker.wake();
    this.lines = [];
    this.state = "dialling";
    this.since = performance.now();
    this.way = new CallWay(hidden ? t("hiddenNumber") : this.phone.number);
    this.draw();
    this.keypad.querySelector("[data-digit='1']").focus();
    this.phone.desk.followCall(this.way);
    try {
      const { id } = await begin(hidden ? "" : this.phone.number);
      this.state = "talking";
      this.line = new Line(id, (event) => this.hear(event));
      this.ticking = setInterval(() => this.tick(), 500);
    } catch (refused) {
      this.state = "failed";
      this.write("note", t(refused.message === "503" ? "allBusy" : "noCall"));
    }
    this.tell();
  }

  /** Draws everything anew, for instance in another language. */
  draw() {
    this.status = make("p", { class: "call-state", role: "status" });
    this.log = make("ol", {});
    this.talk = make("div", { class: "said", role: "log", "aria-live": "polite", "aria-label": t("saidLog"), tabindex: "0" }, this.log);
    this.recording = make("div", { class: "recording", hidden: true });
    this.keypad = make("div", { class: "keypad", role: "group", "aria-label": t("keypad") }, ...KEYS.map((key) => this.key(key)));
    this.element.setAttribute("aria-label", t("callWith", { number: this.phone.desk.hotline() }));
    this.foot = make("div", { class: "call-foot" });
    this.element.replaceChildren(this.status, this.talk, this.recording, this.keypad, this.settings(), this.foot);
    const lines = this.lines;
    this.lines = [];
    lines.forEach(([kind, text]) => this.write(kind, text));
    this.tell();
  }

  key(key) {
    const names = { "*": t("star"), "#": t("hash") };
    return make(
      "button",
      { type: "button", "data-digit": key, "aria-label": names[key] ?? key, onclick: () => this.press(key) },
      key,
      make("small", { "aria-hidden": "true" }, LETTERS[key] ?? " "),
    );
  }

  settings() {
    const mute = make("button", { type: "button", class: "quiet", "aria-pressed": String(this.speaker.muted), onclick: () => this.mute(mute) }, t("silentSound"));
    const select = make("select", { id: this.phone.id + "-source" }, make("option", { value: "sample" }, t("sourceSample")), make("option", { value: "microphone" }, t("sourceMicrophone")));
    select.value = this.source;
    select.addEventListener("change", () => (this.source = select.value));
    return make("div", { class: "call-settings" }, mute, make("label", { for: select.id }, t("speakBy")), select);
  }

  mute(button) {
    this.speaker.mute(!this.speaker.muted);
    button.setAttribute("aria-pressed", String(this.speaker.muted));
  }

  tell() {
    const seconds = (performance.now() - this.since) / 1000;
    this.status.textContent = `${t("call_" + this.state)} · ${shown(this.phone.desk.hotline())}`;
    this.status.append(make("span", { class: "call-time", "aria-hidden": "true" }, this.isOver ? "" : clock(seconds)));
    this.keypad.querySelectorAll("button").forEach((button) => (button.disabled = this.isOver));
    const buttons = this.isOver
      ? [
          make("button", { type: "button", onclick: () => this.phone.leaveCall() }, t("backToTexts")),
          make("button", { type: "button", onclick: () => this.start(true) }, t("callHidden")),
          make("button", { type: "button", class: "main", onclick: () => this.start(false) }, t("callAgain")),
        ]
      : [make("button", { type: "button", class: "hang-up", onclick: () => this.hangUp() }, t("hangUp"))];
    if (this.foot.dataset.state !== String(this.isOver)) {
      const focused = this.foot.contains(document.activeElement);
      this.foot.dataset.state = String(this.isOver);
      this.foot.replaceChildren(...buttons);
      if (focused) {
        this.foot.lastElementChild.focus();
      }
    }
  }

  tick() {
    const time = this.status.querySelector(".call-time");
    if (time && !this.isOver) {
      time.textContent = clock((performance.now() - this.since) / 1000);
    }
    if (this.recorded) {
      this.recorded.time.textContent = `${clock((performance.now() - this.recorded.since) / 1000)} / ${clock(this.recorded.most)}`;
    }
  }

  typed(event) {
    if (KEYS.includes(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey && !this.isOver && !event.target.matches("select")) {
      event.preventDefault();
      this.press(event.key);
    }
  }

  press(key) {
    if (this.line && !this.isOver) {
      this.speaker.cut();
      this.way.note("KEY");
      this.line.press(key);
      this.pressed(key);
    }
  }

  pressed(key) {
    const last = this.lines.at(-1);
    if (last?.[0] === "key") {
      last[1] += key;
      this.log.lastElementChild.textContent = last[1];
    } else {
      this.write("key", key);
    }
  }

  write(kind, text) {
    if (text) {
      this.lines.push([kind, text]);
      this.log.append(make("li", { class: "line-" + kind }, text));
      this.talk.scrollTop = this.talk.scrollHeight;
    }
  }

  hangUp() {
    this.speaker.cut();
    this.stopSpeaking();
    if (this.line) {
      this.line.hangUp();
      this.state = "ending";
    } else {
      this.over();
    }
    this.tell();
  }

  hear(event) {
    this.way.hear(event);
    this.phone.desk.followCall(this.way);
    const deed = { SAY: () => this.say(event), ASK: () => this.say(event), CUT: () => this.speaker.cut(), RECORD: () => this.record(event), RECORDED: () => this.recordedNow(event), WAITING: () => this.wait(), OVER: () => this.over() }[event.kind];
    deed?.();
  }

  async say(event) {
    const sounds = event.sounds.map((sound) => ({ url: this.line.address(sound), text: sound.text }));
    const own = event.sounds.some((sound) => sound.kind === "RECORDING");
    this.write("said", own ? t("yourVoice") : sentence(event.sounds));
    if (await this.speaker.play(sounds)) {
      this.line.played(event.id);
    }
  }

  async record(event) {
    this.speaker.beep();
    const level = make("meter", { min: "0", max: "1", "aria-label": t("level") });
    const time = make("span", { class: "number" });
    this.recorded = { since: performance.now(), most: Number(event.seconds), time };
    this.recording.replaceChildren(make("strong", {}, "● " + t("recording")), time, level, make("p", { class: "small" }, t("recordingHow")));
    this.recording.hidden = false;
    this.tick();
    this.speech = new Speech(this.speaker.context, (samples) => this.line.speak(samples), (loud) => (level.value = loud));
    try {
      await this.speech[this.source]();
    } catch {
      this.write("note", t("noMicrophone"));
      await this.speech.sample();
    }
    if (!this.recorded) {
      this.speech?.stop();
    }
  }

  recordedNow(event) {
    this.stopSpeaking();
    this.write("note", t(event.spoken === "true" ? "recordedNote" : "nothingSaid", { time: clock(Number(event.seconds)) }));
  }

  stopSpeaking() {
    this.recorded = null;
    this.speech?.stop();
    this.speech = null;
    this.recording.hidden = true;
  }

  wait() {
    this.state = "waiting";
    this.write("note", t("call_waiting_why"));
    this.tell();
  }

  over() {
    clearInterval(this.ticking);
    this.stopSpeaking();
    this.line?.close();
    this.line = null;
    this.state = "over";
    // What is still being said is heard to its end, as on a telephone whose line ends after it.
    this.write("note", t("overNote"));
    this.tell();
  }
}

/** The words of all sounds as one sentence. */
function sentence(sounds) {
  return sounds
    .map((sound) => sound.text)
    .filter(Boolean)
    .join(" ")
    .replace(/\s+([.,;:?!])/g, "$1");
}
