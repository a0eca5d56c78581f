import * as api from "./api.js";
import { byId, make } from "./dom.js";
import { either, t } from "./words.js";

const WORDS = {
  "delay": ["Tin đi chậm", "Slow network", "Mỗi tin và báo nhận nằm trên đường bấy lâu.", "Texts and reports stay in the air that long."],
  "duplicate": ["Tin tới hai lần", "Texts come twice", "Đường dây phải nhận ra và chỉ trả lời một lần.", "The hotline must notice and answer once."],
  "reorder": ["Các phần đảo thứ tự", "Parts out of order", "Phần cuối của tin dài tới trước.", "The last part of a long text comes first."],
  "lose-report": ["Mất báo nhận", "Reports are lost", "Tin tới nơi mà mạng không báo lại.", "The text arrives but the network does not say so."],
  "hang": ["Modem treo", "Modem hangs", "Modem không nói gì nữa; cổng phải tự gỡ.", "The modem falls silent; the gateway has to recover."],
  "unplug": ["Rút modem", "Modem unplugged", "Cắm lại thì tin chờ phải tới.", "Waiting texts must come when it is back."],
  "sim-full": ["SIM đầy", "SIM full", "Mạng giữ tin cho tới khi có chỗ.", "The network waits for a free place."],
  "submit-error": ["Gửi bị từ chối", "Sending refused", "Mạng trả +CMS ERROR; cổng phải gửi lại.", "The network answers +CMS ERROR; the gateway must retry."],
  "lose-answer": ["Mất câu trả lời khi gửi", "Answer to a submit lost", "Đã gửi mà modem không báo: không được gửi lại bừa.", "Sent but not confirmed: it must not be sent again blindly."],
  "lose-prompt": ["Mất dấu nhắc", "Prompt lost", "Modem không mời nhập PDU.", "The modem never asks for the PDU."],
  "lose-part": ["Mất phần tin đến", "Incoming parts lost", "Mạng làm rơi; tin thiếu vẫn phải đọc được.", "The network drops them; what is there must still be read."],
  "noise": ["Dòng lạ xen giữa", "Noise on the wire", "Modem chen dòng khác vào câu trả lời.", "Foreign lines inside the modem's answers."],
  "no-network": ["Mất sóng", "No signal", "Modem không thấy mạng.", "The modem finds no network."],
  "pin": ["SIM hỏi PIN", "SIM asks for its PIN", "Có hiệu lực khi rút rồi cắm lại modem.", "Takes effect when the modem is unplugged and put back."],
  "submit-delay": ["Gửi chậm", "Slow sending", "Mạng cần bấy lâu cho mỗi tin gửi đi.", "The network takes that long for each text."],
};
const FIRST = ["delay", "duplicate", "reorder", "lose-report", "hang", "unplug", "sim-full"];
const CHOICES = { PERCENT: [0, 20, 50, 100], MILLISECONDS: [0, 1000, 3000, 10000] };

/** Lists the switches with their positions; a turn goes to the simulator at once. */
export function showFaults(switches, failed) {
  const known = switches.filter((each) => WORDS[each.key]);
  const rows = new Map(known.map((each) => [each.key, row(each, failed)]));
  const on = known.filter((each) => each.position !== 0);
  const rest = known.filter((each) => !FIRST.includes(each.key));
  const wasOpen = byId("faults").querySelector("details")?.open ?? false;
  const focused = document.activeElement?.id ?? "";
  const back = make("button", { type: "button", disabled: on.length === 0, onclick: () => reset(on, failed) }, t("reset"));
  byId("faults").replaceChildren(
    make("p", { class: "small" }, t("faultsWhy")),
    ...FIRST.filter((key) => rows.has(key)).map((key) => rows.get(key)),
    make(
      "details",
      { open: wasOpen || rest.some((each) => each.position !== 0) },
      make("summary", {}, t("more")),
      ...rest.map((each) => rows.get(each.key)),
    ),
    make(
      "div",
      { class: "fault-foot" },
      make("p", { class: on.length ? "state late" : "state ok", role: "status" }, on.length ? t("broken", { n: on.length }) : t("allGood")),
      back,
    ),
  );
  if (focused.startsWith("fault-")) {
    byId(focused)?.focus();
  }
}

async function reset(on, failed) {
  for (const each of on) {
    await turn(each.key, 0, failed);
  }
}

async function turn(key, position, failed) {
  try {
    await api.turn(key, position);
  } catch {
    failed();
  }
}

function row(each, failed) {
  const [vi, en, viWhy, enWhy] = WORDS[each.key];
  const id = "fault-" + each.key;
  return make(
    "div",
    { class: each.position ? "fault on" : "fault" },
    make("label", { for: id }, either(vi, en)),
    each.kind === "FLAG" ? box(each, id, failed) : choice(each, id, failed),
    make("p", { class: "small", id: id + "-why" }, either(viWhy, enWhy)),
  );
}

function box(each, id, failed) {
  const element = make("input", { type: "checkbox", id, "aria-describedby": id + "-why" });
  element.checked = each.position === 1;
  element.addEventListener("change", () => turn(each.key, element.checked ? 1 : 0, failed));
  return element;
}

function choice(each, id, failed) {
  const positions = [...new Set([...CHOICES[each.kind], each.position])].sort((a, b) => a - b);
  const label = (n) => (n === 0 ? t("off") : each.kind === "PERCENT" ? t("percent", { n }) : t("seconds", { n: n / 1000 }));
  const element = make(
    "select",
    { id, "aria-describedby": id + "-why" },
    ...positions.map((n) => make("option", { value: n, selected: n === each.position }, label(n))),
  );
  element.addEventListener("change", () => turn(each.key, Number(element.value), failed));
  return element;
}
