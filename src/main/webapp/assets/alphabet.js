/** How a text is counted on the air (3GPP TS 23.038): GSM-7 160 or 153 a part, UCS-2 70 or 67. */
const BASIC =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
  "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const EXTENDED = "\f^{}\\[~]|€";

export function count(text) {
  const units = Array.from({ length: text.length }, (_, i) => text[i]);
  const plain = units.every((c) => BASIC.includes(c) || EXTENDED.includes(c));
  const widths = plain ? units.map((c) => (EXTENDED.includes(c) ? 2 : 1)) : units.map(() => 1);
  const used = widths.reduce((sum, width) => sum + width, 0);
  const whole = plain ? 160 : 70;
  const alphabet = plain ? "GSM7" : "UCS2";
  if (used <= whole) {
    return { alphabet, used, limit: whole, parts: 1 };
  }
  const room = plain ? 153 : 67;
  const parts = split(units, widths, room);
  return { alphabet, used, limit: parts * room, parts };
}

function split(units, widths, room) {
  let parts = 1;
  let filled = 0;
  for (let i = 0; i < units.length; i++) {
    const pair = isHigh(units[i]) && i + 1 < units.length;
    const width = pair ? 2 : widths[i];
    if (filled + width > room) {
      parts++;
      filled = 0;
    }
    filled += width;
    i += pair ? 1 : 0;
  }
  return parts;
}

const isHigh = (unit) => unit >= "\ud800" && unit <= "\udbff";
