import { byId, make } from "./dom.js";
import { either, shown, t } from "./words.js";

/** The rooms a text passes: where it is seen, and what happens there. */
const ROOMS = [
  { seen: "IN_THE_AIR", vi: "Mạng di động", en: "Mobile network", viWhy: "Điện thoại cắt tin thành phần và gửi lên trung tâm tin nhắn.", enWhy: "The phone cuts the text into parts and hands them to the service centre." },
  { seen: "IN_MODEM", vi: "Modem", en: "Modem", viWhy: "Mạng trao từng phần; modem giữ trên SIM và báo +CMTI.", enWhy: "The network hands over each part; the modem keeps it on the SIM and says +CMTI." },
  { seen: "READ", vi: "Đọc", en: "Read", viWhy: "Cổng tin nhắn đọc bằng AT+CMGR và giải mã PDU.", enWhy: "The gateway reads it with AT+CMGR and decodes the PDU." },
  { seen: "STORED", vi: "Hộp thư đến", en: "Inbox", viWhy: "Ghi chắc vào cơ sở dữ liệu, chống trùng; xong mới xoá khỏi SIM.", enWhy: "Committed to the database, duplicates found; only then deleted from the SIM." },
  { seen: "ANSWERED", inferred: true, vi: "Hiểu", en: "Understood", viWhy: "Ngữ pháp từ khoá: bỏ dấu, sửa O thành 0, nhận ra việc.", enWhy: "Keyword grammar: accents off, O becomes 0, the request is known." },
  { seen: "ANSWERED", inferred: true, vi: "Tra cứu, ghi nhận", en: "Looked up", viWhy: "Tìm hồ sơ, chấm điểm hoặc mở phiếu, trong một giao dịch.", enWhy: "Dossier found, score kept or ticket opened, in one transaction." },
  { seen: "SUBMITTED", inferred: true, vi: "Hộp thư đi", en: "Outbox", viWhy: "Câu trả lời nằm trong cùng giao dịch, chờ modem.", enWhy: "The answer lies in the same transaction and waits for the modem." },
  { seen: "SUBMITTED", vi: "Modem gửi", en: "Modem sends", viWhy: "AT+CMGS; mạng nhận và cho số tham chiếu.", enWhy: "AT+CMGS; the network takes it and gives a reference." },
  { seen: "ARRIVED", vi: "Điện thoại", en: "Phone", viWhy: "Đủ các phần, hiện lên máy.", enWhy: "All parts are there, the phone shows it." },
  { seen: "REPORTED", vi: "Báo nhận", en: "Report", viWhy: "Mạng báo cho modem: tin đã tới tay.", enWhy: "The network tells the modem that it arrived." },
];

const QUESTION = ["IN_THE_AIR", "IN_MODEM", "READ", "STORED", "ANSWERED"];

/** Shows the way of a question and its answer; either may be missing. */
export function showWay(question, answer) {
  const body = byId("way-body");
  if (!question && !answer) {
    body.replaceChildren(make("p", { class: "small" }, t("wayEmpty")));
    return;
  }
  const seen = times(question, answer);
  const start = Math.min(...seen.values());
  const rooms = question ? ROOMS : ROOMS.filter((room) => !QUESTION.includes(room.seen));
  const reached = rooms.map((room) => seen.has(room.seen));
  const current = question?.stage === "LOST" ? -1 : reached.lastIndexOf(true) + 1;
  const first = question ?? answer;
  const steps = rooms.map((room, i) => step(room, stateOf(reached[i], i === current), seen, start));
  const troubles = trouble(question);
  body.replaceChildren(
    make("p", { class: "small" }, t("wayOf", { phone: shown(first.phone) })),
    make("p", { class: "quote" }, brief(first.text)),
    ...(question ? [] : [make("p", { class: "small" }, t("wayNotice"))]),
    ...(troubles ? [make("p", { class: "hint" }, troubles)] : []),
    make("ol", { class: "way" }, ...steps),
    explainer(),
  );
}

function explainer() {
  const panel = byId("way");
  const words = () => t(panel.classList.contains("explained") ? "explainLess" : "explain");
  const button = make("button", { type: "button", class: "quiet", "aria-expanded": String(panel.classList.contains("explained")) }, words());
  button.addEventListener("click", () => {
    button.setAttribute("aria-expanded", String(panel.classList.toggle("explained")));
    button.textContent = words();
  });
  return button;
}

const brief = (text) => (text.length > 90 ? text.slice(0, 90) + "…" : text || "(…)");

function times(question, answer) {
  const seen = new Map();
  for (const message of [question, answer]) {
    for (const { stage, at } of message?.steps ?? []) {
      if (!seen.has(stage)) {
        seen.set(stage, Date.parse(at));
      }
    }
  }
  return seen;
}

const stateOf = (reached, current) => (reached ? "done" : current ? "now" : "todo");

const SILENCE_MILLIS = 10000;

function trouble(question) {
  const last = Date.parse(question?.steps.at(-1)?.at);
  if (question?.stage === "STORED" && Date.now() - last > SILENCE_MILLIS) {
    return t("silent");
  }
  if (question?.stage === "WAITING") {
    return either("Mạng đang giữ tin: SIM đầy, modem bị rút hoặc mất sóng. Tin không mất.", "The network holds the text: SIM full, modem unplugged or no signal. Nothing is lost.");
  }
  if (question?.stage === "LOST") {
    return either("Mất trên đường như sự cố đã bật.", "Lost on the way, as the switch ordered.");
  }
  return "";
}

const MARKS = { done: "✓", now: "…", todo: "·" };

function step(room, state, seen, start) {
  const when = state === "done" && !room.inferred ? make("time", {}, since(seen.get(room.seen) - start)) : "";
  const why = either(room.viWhy, room.enWhy) + (state === "done" && room.inferred ? ` (${t("inferred")})` : "");
  return make(
    "li",
    { class: state, ...(state === "now" ? { "aria-current": "step" } : {}) },
    make("span", { class: "mark", "aria-hidden": "true" }, MARKS[state]),
    make("span", { class: "name" }, either(room.vi, room.en)),
    make("span", {}, when),
    make("span", { class: "why" }, why),
  );
}

const since = (millis) => (millis < 1000 ? `+${Math.round(millis)} ms` : `+${(millis / 1000).toFixed(1)} s`);
