// What changes while a page is open, the counter of a reply and words put into it, countdowns. The pages also work without.
import { count } from "./alphabet.js";
import { listen } from "./live.js";

listen();

/** As it goes to a citizen who does not write diacritics himself. */
const unaccented = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").replace(/[đð]/g, "d").replace(/[ĐÐ]/g, "D");

for (const box of document.querySelectorAll("textarea[data-counts]")) {
  const out = document.getElementById(box.dataset.counts);
  const show = () => {
    const whole = (out.dataset.prefix ?? "") + box.value + (out.dataset.suffix ?? "");
    const { used, limit, parts } = count(whole);
    const dong = (parts * Number(out.dataset.price)).toLocaleString("vi-VN");
    const fewest = count(unaccented(whole)).parts;
    const plain = fewest < parts ? ` (${out.dataset.plain} ${fewest} ${out.dataset.parts})` : "";
    out.textContent = box.value ? `${used}/${limit} · ${parts} ${out.dataset.parts}${plain} · ${dong} đ ${out.dataset.then ?? ""}` : "";
    const most = Number(out.dataset.most ?? Infinity);
    out.classList.toggle("late", parts > most);
    const over = document.querySelector(`[data-over-for="${box.id}"]`);
    if (over) {
      const byText = box.form.elements["by-sms"]?.checked ?? true;
      over.hidden = !box.value || fewest <= most || !byText;
    }
  };
  box.addEventListener("input", show);
  box.form.addEventListener("change", show);
  show();
}

/** Puts words where the cursor is as if they were typed, Ctrl+Z takes them back; only words nobody has changed give way. */
function insert(box, words) {
  const own = box.value && box.value !== box.dataset.filled;
  const at = own ? box.selectionEnd : box.value.length;
  const gap = own && at > 0 && !/\s$/.test(box.value.slice(0, at)) ? " " : "";
  box.focus();
  box.setSelectionRange(own ? at : 0, at);
  if (!document.execCommand("insertText", false, gap + words)) {
    box.setRangeText(gap + words, box.selectionStart, box.selectionEnd, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  box.dataset.filled = own ? "" : box.value;
}

document.addEventListener("change", (event) => {
  const target = event.target.dataset?.fills && document.getElementById(event.target.dataset.fills);
  if (target && event.target.value) {
    insert(target, event.target.value);
    event.target.value = "";
  }
});

const left = (time) => Math.ceil((new Date(time.dataset.leaves) - Date.now()) / 1000);

/** Nobody loses what he has typed: then the page only says that the case has changed. */
function anew() {
  const typed = [...document.querySelectorAll("#case textarea")].some((box) => box.value !== box.defaultValue);
  if (typed) {
    document.getElementById("moved").hidden = false;
  } else {
    location.reload();
  }
}

/** "9:58" until a decision leaves; then the case is loaded anew once. Of the case before this one only the bar goes. */
function countDown(time) {
  const show = () => {
    const seconds = Math.max(0, left(time));
    time.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    return seconds;
  };
  if (show() === 0) {
    return;
  }
  const ticking = setInterval(() => {
    if (show() === 0) {
      clearInterval(ticking);
      const done = time.closest(".bar.done");
      setTimeout(() => (done ? done.remove() : anew()), 2000);
    }
  }, 500);
}

document.querySelectorAll("time[data-leaves]").forEach(countDown);

/** How long somebody has been waiting, counted on. */
function countUp() {
  for (const time of document.querySelectorAll("time[data-since]")) {
    const seconds = Math.max(0, Math.floor((Date.now() - new Date(time.dataset.since)) / 1000));
    time.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }
}

countUp();
setInterval(countUp, 1000);

// On paper nobody can open what is shown shortened.
window.addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll(".whole-words:not([open])")) {
    part.dataset.printed = "yes";
    part.open = true;
  }
});
window.addEventListener("afterprint", () => {
  for (const part of document.querySelectorAll(".whole-words[data-printed]")) {
    delete part.dataset.printed;
    part.open = false;
  }
});
