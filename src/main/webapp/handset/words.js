/** Everything the page says, in Vietnamese and English under the same names. */
const VI = {
  skip: "Đến điện thoại",
  title: "Máy thử",
  tagline: "Nhắn tin như người dân, xem đường dây nóng trả lời",
  phones: "Điện thoại",
  number: "Số điện thoại",
  open: "Mở máy",
  otherLanguage: "English",
  dark: "Nền tối",
  light: "Nền sáng",
  hotline: "Đường dây nóng",
  connected: "đang nối",
  disconnected: "modem chưa nối với cổng tin nhắn",
  offline: "mất liên lạc với máy chủ, đang thử lại",
  way: "Đường đi của tin",
  tries: "Thử đi",
  loading: "đang tải…",
  citizens: "Người dân của bản thử",
  faults: "Gây sự cố",
  noPhones: "Chưa mở máy nào. Gõ một số rồi bấm “Mở máy”, hoặc chọn một người dân.",
  noMessages: "Chưa có tin nào. Soạn HD rồi bấm Gửi để xem hướng dẫn, hoặc chọn một việc ở “Thử đi”.",
  compose: "Soạn tin",
  send: "Gửi",
  ring: "Nháy máy",
  ringWhy: "Gọi rồi tắt: đường dây ghi số gọi nhỡ",
  rang: "Đã gọi tới {number}. Modem ghi số rồi tắt máy, coi như cuộc gọi nhỡ.",
  close: "Đóng máy {number}",
  newBelow: "Tin mới bên dưới",
  part: "{n} tin",
  parts: "{n} tin",
  dong: "{n} đ",
  GSM7: "GSM-7",
  UCS2: "có dấu (UCS-2)",
  BINARY: "nhị phân",
  IN_THE_AIR: "đang đi",
  WAITING: "mạng đang giữ",
  IN_MODEM: "đã tới modem",
  READ: "đã đọc",
  STORED: "đã vào hộp thư",
  ANSWERED: "đã có trả lời",
  SUBMITTED: "đang tới, còn thiếu phần",
  ARRIVED: "đã tới",
  REPORTED: "đã tới, đã báo nhận",
  LOST: "mất trên đường",
  you: "Bạn",
  them: "Đường dây nóng",
  badNumber: "Số này không đúng. Gõ số di động như 0912 345 678, hoặc tên người gửi như Viettel.",
  notSent: "Chưa gửi được, tin vẫn còn trong ô soạn. Thử lại sau giây lát.",
  tooLong: "Tin dài quá 5.000 ký tự. Hãy rút ngắn.",
  notLoaded: "Chưa tải được tin của máy này. Trang sẽ tự thử lại.",
  noDemo: "Máy thử chỉ chạy ở bản thử (mvn -q -Prun).",
  noCitizens: "Bản này không đóng gói người dân nào. Mở máy bằng một số bất kỳ vẫn nhắn được.",
  use: "Mở máy",
  pin: "mã bí mật {pin}",
  wayEmpty: "Gửi một tin, hoặc bấm vào một tin trên máy, để xem nó đi qua những phòng nào.",
  wayOf: "Tin của {phone}",
  wayNotice: "Tin này do đường dây tự báo, không trả lời tin nào.",
  explain: "Giải thích từng bước",
  explainLess: "Thu gọn",
  silent: "Chưa có câu trả lời. Nếu vẫn không có: số này đã hết lượt trả lời trong mười phút, hoặc tin không cần trả lời. Tin vẫn nằm trong hộp thư.",
  inferred: "biết được nhờ có câu trả lời",
  tryHint: "Bấm để điền vào máy đang chọn, đọc lại rồi bấm Gửi.",
  needCode: "cần một người dân có hồ sơ",
  faultsWhy: "Bật rồi nhắn tin: không tin nào được mất. Công tắc này cũng dùng trong các bài kiểm tra.",
  allGood: "Mọi thứ đang bình thường.",
  broken: "Đang gây {n} sự cố.",
  reset: "Trở lại bình thường",
  more: "Sự cố khác",
  off: "không",
  percent: "{n} %",
  seconds: "{n} giây",
};

const EN = {
  skip: "To the phones",
  title: "Handset",
  tagline: "Text as a citizen does and see the hotline answer",
  phones: "Phones",
  number: "Phone number",
  open: "Open phone",
  otherLanguage: "Tiếng Việt",
  dark: "Dark",
  light: "Light",
  hotline: "Hotline",
  connected: "connected",
  disconnected: "the gateway is not on the modem",
  offline: "no contact with the server, trying again",
  way: "The way of a text",
  tries: "Things to try",
  loading: "loading…",
  citizens: "Citizens of the demo",
  faults: "Make trouble",
  noPhones: "No phone is open. Type a number and press “Open phone”, or choose a citizen.",
  noMessages: "No messages yet. Type HD and press Send for help, or choose one of “Things to try”.",
  compose: "Write a text",
  send: "Send",
  ring: "Missed call",
  ringWhy: "Ring and hang up: the hotline notes the number",
  rang: "Rang {number}. The modem notes the number and hangs up: a missed call.",
  close: "Close phone {number}",
  newBelow: "New text below",
  part: "{n} part",
  parts: "{n} parts",
  dong: "{n} VND",
  GSM7: "GSM-7",
  UCS2: "accented (UCS-2)",
  BINARY: "binary",
  IN_THE_AIR: "on its way",
  WAITING: "held by the network",
  IN_MODEM: "in the modem",
  READ: "read",
  STORED: "in the inbox",
  ANSWERED: "answered",
  SUBMITTED: "arriving, parts missing",
  ARRIVED: "arrived",
  REPORTED: "arrived and reported",
  LOST: "lost on the way",
  you: "You",
  them: "Hotline",
  badNumber: "This is no number. Type a mobile number such as 0912 345 678, or a sender's name such as Viettel.",
  notSent: "Not sent; the text is still in the box. Try again in a moment.",
  tooLong: "The text is longer than 5,000 characters. Please shorten it.",
  notLoaded: "The messages of this phone could not be loaded. The page tries again by itself.",
  noDemo: "The handset runs in the demo only (mvn -q -Prun).",
  noCitizens: "No citizens are packed with this build. Any number you type can text all the same.",
  use: "Open phone",
  pin: "PIN {pin}",
  wayEmpty: "Send a text, or press one on a phone, to see which rooms it passes.",
  wayOf: "A text of {phone}",
  wayNotice: "The hotline sent this by itself; it answers no text.",
  explain: "Explain each step",
  explainLess: "Show less",
  silent: "No answer yet. If none comes: this number has had its answers for ten minutes, or the text needs none. It is kept in the inbox.",
  inferred: "known because the answer came",
  tryHint: "Press to fill in on the chosen phone, read it, then press Send.",
  needCode: "needs a citizen with a dossier",
  faultsWhy: "Switch one on and text: nothing may be lost. The tests use these same switches.",
  allGood: "Everything works.",
  broken: "{n} fault(s) switched on.",
  reset: "Back to normal",
  more: "More faults",
  off: "none",
  percent: "{n} %",
  seconds: "{n} s",
};

let chosen = "vi";

export function choose(language) {
  chosen = language === "en" ? "en" : "vi";
  document.documentElement.lang = chosen;
  for (const element of document.querySelectorAll("[data-t]")) {
    element.textContent = t(element.dataset.t);
  }
}

export const language = () => chosen;

/** The words of this name with {placeholders} filled. */
export function t(name, values = {}) {
  const words = (chosen === "en" ? EN : VI)[name] ?? name;
  return words.replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
}

/** One of a pair. */
export const either = (vi, en) => (chosen === "en" ? en : vi);

export const grouped = (n) => n.toLocaleString(chosen === "en" ? "en-GB" : "vi-VN");

/** 0912 345 678 for +84912345678. */
export function shown(number) {
  const local = number.startsWith("+84") ? "0" + number.slice(3) : number;
  return /^0\d{9}$/.test(local) ? local.replace(/^(\d{4})(\d{3})(\d{3})$/, "$1 $2 $3") : local;
}

/** +84912345678 for 0912 345 678, as the simulator calls its phones. */
export function international(raw) {
  const digits = raw.replace(/[\s.()-]/g, "");
  return /^0\d{9}$/.test(digits) ? "+84" + digits.slice(1) : digits;
}
