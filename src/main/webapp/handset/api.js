/** The simulator's REST interface and its stream of changes. */
const BASE = "../api/simulator";

async function call(method, path, body) {
  const response = await fetch(BASE + path, {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Refused(response.status, text);
  }
  return text === "" ? null : JSON.parse(text);
}

export class Refused extends Error {
  constructor(status, text) {
    super(text);
    this.status = status;
    try {
      this.code = JSON.parse(text).code;
    } catch {
      this.code = "";
    }
  }
}

const at = (number) => "/phones/" + encodeURIComponent(number);

export const look = () => call("GET", "");
export const citizens = () => call("GET", "/citizens");
export const messages = (number) => call("GET", at(number) + "/messages");
export const message = (id) => call("GET", "/messages/" + id);
export const send = (number, text) => call("POST", at(number) + "/messages", { text });
export const ring = (number) => call("POST", at(number) + "/calls", {});
export const turn = (key, position) => call("PUT", "/switches/" + key, { position });

/** Opens the stream; the browser comes back by itself with the last id it saw. */
export function listen(handlers) {
  const stream = new EventSource(BASE + "/stream");
  for (const [name, handler] of Object.entries(handlers)) {
    stream.addEventListener(name, (event) => handler(event.data));
  }
  return stream;
}
