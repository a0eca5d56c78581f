/** The simulated exchange: begin a call, hear it, press, speak, hang up. */
const BASE = "../api/simulator";

async function ask(method, path, body, type = "application/json") {
  const response = await fetch(BASE + path, {
    method,
    headers: body === undefined ? {} : { "Content-Type": type },
    body: body === undefined || type !== "application/json" ? body : JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(String(response.status));
  }
  return response.status === 204 ? null : response.json();
}

export const begin = (from) => ask("POST", "/calls", from ? { from } : {});

/** One call. */
export class Line {
  constructor(id, heard) {
    this.at = "/calls/" + id;
    this.keys = Promise.resolve();
    this.stream = new EventSource(`${BASE}${this.at}/events`);
    this.stream.addEventListener("call", (event) => heard(JSON.parse(event.data)));
    this.stream.addEventListener("error", () => this.stream.readyState === EventSource.CLOSED && heard({ kind: "OVER", why: "lost", sounds: [] }));
  }

  /** Keys and pieces of speech arrive in the order in which they were sent. */
  queue(deed) {
    this.keys = this.keys.then(deed).catch(() => {});
    return this.keys;
  }

  press(keys) {
    return this.queue(() => ask("POST", this.at + "/keys", { keys }));
  }

  speak(samples) {
    return this.queue(() => ask("POST", this.at + "/speech", samples, "application/octet-stream"));
  }

  played(event) {
    ask("POST", this.at + "/played", { event }).catch(() => {});
  }

  hangUp() {
    this.queue(() => ask("DELETE", this.at));
  }

  close() {
    this.stream.close();
  }

  address(sound) {
    return sound.kind === "RECORDING" ? `${BASE}${this.at}/recordings/${sound.id}` : `${BASE}/sounds/${sound.id}`;
  }
}
