import { byId, make } from "./dom.js";
import { either, t } from "./words.js";

/** Texts worth sending. {code} and {pin} come from the citizen whose phone is chosen. */
const TRIES = [
  { vi: "Tra cứu hồ sơ", en: "Look up a dossier", text: "TC {code}" },
  { vi: "Chỉ gõ mã, nhầm O với 0", en: "The bare code, O for 0", text: "{typo}" },
  { vi: "Tra cứu có mã bí mật", en: "Look up with the PIN", text: "TC {code} {pin}", pin: true },
  { vi: "Chấm 9 điểm", en: "Score 9", text: "CD {code} 9" },
  { vi: "Chấm 3 điểm, nói lý do", en: "Score 3 and say why", text: "CD {code} 3" },
  { vi: "Phản ánh", en: "Feedback", text: "PA duong vao ban Lang Cat ngap, xe khong qua duoc" },
  { vi: "Phản ánh có dấu, nhiều phần", en: "Accented feedback in several parts", text: "Phản ánh: em nộp hồ sơ đất từ tháng trước, đi lại ba lần, mỗi lần cán bộ hướng dẫn một kiểu, xin cơ quan trả lời giúp bà con 🙏" },
  { vi: "Kiến nghị hay khiếu nại?", en: "Petition or complaint?", text: "KN ve viec thu hoi dat" },
  { vi: "Tố cáo (làn kín)", en: "Denunciation (secret lane)", text: "TO CAO can bo doi tien lot tay" },
  { vi: "Hẹn gọi lại", en: "Ask for a call back", text: "GL" },
  { vi: "Hướng dẫn", en: "Help", text: "HD" },
  { vi: "Từ chối khảo sát", en: "Refuse surveys", text: "HUY" },
  { vi: "Trả lời bằng tiếng Anh", en: "Answers in English", text: "HELP" },
  { vi: "Câu tự do", en: "Free words", text: "cho toi hoi bao gio co so do" },
  { vi: "Việc khẩn cấp", en: "Emergency", text: "cuu voi chay nha" },
];

/** Lists the things to try; {@code fill} puts a text into the chosen phone. */
export function showTries(citizen, fill) {
  const code = citizen?.codes?.[0];
  const withPin = citizen?.codes?.find((each) => each.pin);
  const buttons = TRIES.map((each) => {
    const card = each.pin ? withPin : code;
    const needs = each.text.includes("{");
    const text = each.text
      .replace("{code}", card?.code ?? "…")
      .replace("{pin}", card?.pin ?? "")
      .replace("{typo}", (card?.code ?? "…").toLowerCase().replace(/0/, "o").replace(/1/, "l"));
    const missing = needs && !card;
    return make(
      "button",
      { type: "button", disabled: missing, title: text, onclick: () => fill(text) },
      make("b", {}, either(each.vi, each.en)),
      make("code", {}, missing ? t("needCode") : text),
    );
  });
  const keys = code?.code.replace(/\D/g, "").slice(-10);
  const calls = keys ? make("p", { class: "small" }, t("tryCall", { keys })) : "";
  byId("tries").replaceChildren(make("p", { class: "small" }, t("tryHint")), make("div", { class: "tries" }, ...buttons), calls);
}
