// Sends a recording of a prompt as it is; the answer is the page again, or the page that asks for a fresh code.
const form = document.querySelector("form[data-recording]");

function refuse(words) {
  const notice = document.createElement("div");
  notice.className = "notice late";
  notice.append(Object.assign(document.createElement("p"), { textContent: words }));
  document.querySelector("#refusal").replaceChildren(notice);
}

async function send(file) {
  const answer = await fetch(form.action, {
    method: "POST",
    headers: { "Content-Type": "audio/wav", "X-CSRF-Token": form.elements.csrf.value },
    body: file,
  });
  if (answer.redirected) {
    location.assign(answer.url);
  } else if (answer.ok) {
    location.reload();
  } else {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    refuse(page.querySelector("#refusal")?.textContent.trim() || form.dataset.failed);
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const [file] = form.querySelector("input[type=file]").files;
  if (file.size > Number(form.dataset.most)) {
    refuse(form.dataset.long);
    return;
  }
  const button = form.querySelector("button.main");
  button.disabled = true;
  send(file)
    .catch(() => refuse(form.dataset.failed))
    .finally(() => {
      button.disabled = false;
    });
});
