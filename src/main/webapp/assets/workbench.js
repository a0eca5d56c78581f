// Keys, what changes while a page is open, the counter of a reply, countdowns. The pages also work without any of it.
import { count } from "./alphabet.js";
import { listen } from "./live.js";
import { keys } from "./keys.js";

keys();
listen();

for (const box of document.querySelectorAll("textarea[data-counts]")) {
  const out = document.getElementById(box.dataset.counts);
  const show = () => {
    const { used, limit, parts } = count(box.value);
    const dong = (parts * Number(out.dataset.price)).toLocaleString("vi-VN");
    out.textContent = box.value ? `${used}/${limit} · ${parts} ${out.dataset.parts} · ${dong} đ` : "";
    out.classList.toggle("late", parts > 3);
  };
  box.addEventListener("input", show);
  show();
}

document.addEventListener("change", (event) => {
  const target = event.target.dataset?.fills && document.getElementById(event.target.dataset.fills);
  if (target && event.target.value) {
    target.value = event.target.value;
    event.target.value = "";
    target.dispatchEvent(new Event("input"));
    target.focus();
  }
});

/** "9:58" until a decision leaves; then the page is loaded anew once. */
const waiting = [...document.querySelectorAll("time[data-leaves]")];
if (waiting.length > 0) {
  const ticking = setInterval(() => {
    for (const time of waiting) {
      const seconds = Math.ceil((new Date(time.dataset.leaves) - Date.now()) / 1000);
      time.textContent = seconds > 0 ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}` : "0:00";
      if (seconds <= 0) {
        clearInterval(ticking);
      }
    }
  }, 500);
}
