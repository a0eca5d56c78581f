import { byId, make } from "./dom.js";
import { either, shown, t } from "./words.js";

/** The rooms a call passes, by the event in which each shows itself. */
const ROOMS = [
  { seen: "BEGUN", vi: "Mạng điện thoại", en: "Telephone network", viWhy: "Máy quay số đường dây, số máy đi kèm cuộc gọi.", enWhy: "The phone dials the hotline; its number comes with the call." },
  { seen: "BEGUN", vi: "Tổng đài", en: "Exchange", viWhy: "Tổng đài Asterisk nhận máy và hỏi cổng phải làm gì. Ở đây trang này đóng vai tổng đài.", enWhy: "Asterisk answers and asks the gateway what to do. Here this page plays the exchange." },
  { seen: "SPOKEN", vi: "Kịch bản và lời đọc", en: "Flow and prompts", viWhy: "Kịch bản chọn câu; số, ngày, mã được ghép từ lời đọc thu sẵn.", enWhy: "The flow chooses the sentence; numbers, dates and codes are put together from recorded words." },
  { seen: "KEY", vi: "Phím bấm", en: "Keys", viWhy: "Bấm lúc nào cũng được: câu đang đọc dừng ngay.", enWhy: "A key may come at any time: what is being said stops at once." },
  { seen: "ANSWERED", vi: "Tra cứu, ghi nhận", en: "Looked up", viWhy: "Tìm hồ sơ, ghi điểm hoặc mở phiếu, trong một giao dịch ngắn, không giữ trong lúc đọc.", enWhy: "Dossier found, score kept or ticket opened in one short transaction, none is held while we speak." },
  { seen: "RECORDED", vi: "Kho ghi âm", en: "Vault of recordings", viWhy: "Lời nói được niêm phong bằng khoá riêng, gắn vào đúng một phiếu.", enWhy: "What was said is sealed with a key of its own and linked to exactly one case." },
  { seen: "LEFT", vi: "Quyết định cuối", en: "Last word", viWhy: "Kịch bản nói tổng đài làm gì tiếp: gác máy, hàng đợi cán bộ, hoặc hộp lời nhắn.", enWhy: "The flow tells the exchange what comes next: hang up, the operators' queue, or a message." },
  { seen: "OVER", vi: "Gác máy", en: "Hung up", viWhy: "Cuộc gọi được ghi vào dòng thời gian của số máy.", enWhy: "The call is in the timeline of the number." },
];

/** What a call has shown so far, by the time it first did. */
export class CallWay {
  constructor(number) {
    this.number = number;
    this.seen = new Map();
    this.counts = new Map();
    this.exit = "";
    this.note("BEGUN");
  }

  note(what) {
    if (!this.seen.has(what)) {
      this.seen.set(what, performance.now());
    }
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  hear(event) {
    if (event.kind === "SAY" || event.kind === "ASK") {
      this.note("SPOKEN");
      if (this.seen.has("KEY")) {
        this.note("ANSWERED");
      }
    } else if (["RECORDED", "LEFT", "OVER"].includes(event.kind)) {
      this.note(event.kind);
      this.exit = event.exit ?? this.exit;
    }
  }

  show() {
    const last = Math.max(...ROOMS.map((room, i) => (this.seen.has(room.seen) ? i : -1)));
    const over = this.seen.has("OVER");
    byId("way-body").replaceChildren(
      make("p", { class: "small" }, t("callWayOf", { phone: shown(this.number) })),
      make("ol", { class: "way" }, ...ROOMS.map((room, i) => this.step(room, !over && i === last))),
    );
  }

  step(room, now) {
    const done = this.seen.has(room.seen);
    const state = done ? (now ? "now" : "done") : "todo";
    const times = this.counts.get(room.seen);
    const since = done ? `+${((this.seen.get(room.seen) - this.seen.get("BEGUN")) / 1000).toFixed(1)} s` : "";
    return make(
      "li",
      { class: state, ...(now ? { "aria-current": "step" } : {}) },
      make("span", { class: "mark", "aria-hidden": "true" }, done ? (now ? "…" : "✓") : "·"),
      make("span", { class: "name" }, either(room.vi, room.en) + (times > 1 ? ` ×${times}` : "")),
      make("time", {}, room.seen === "LEFT" && this.exit ? t("exit" + this.exit) : since),
      make("span", { class: "why" }, either(room.viWhy, room.enWhy)),
    );
  }
}
