/** What the caller says: from the microphone or from a sample, as 16 bit samples at 8 kHz, half a second at a time. */
const RATE = 8000;
const PIECE = RATE / 2;
const SAMPLE = "sample.wav";

/** Averages down to the rate of a telephone. */
export function slower(samples, rate) {
  const step = rate / RATE;
  const out = new Float32Array(Math.floor(samples.length / step));
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    const from = Math.floor(i * step);
    const to = Math.max(from + 1, Math.floor((i + 1) * step));
    for (let j = from; j < to; j++) {
      sum += samples[j];
    }
    out[i] = sum / (to - from);
  }
  return out;
}

/** Samples between -1 and 1 as little-endian 16 bit. */
export function pcm(samples) {
  const view = new DataView(new ArrayBuffer(samples.length * 2));
  samples.forEach((sample, i) => view.setInt16(i * 2, Math.max(-1, Math.min(1, sample)) * 32767, true));
  return view.buffer;
}

const loudness = (samples) => Math.min(1, Math.sqrt(samples.reduce((sum, s) => sum + s * s, 0) / Math.max(1, samples.length)) * 5);

/** Speaks until {stop}: {send} gets pieces, {level} a number from 0 to 1. */
export class Speech {
  constructor(context, send, level) {
    this.context = context;
    this.send = send;
    this.level = level;
    this.rest = [];
    this.held = 0;
  }

  /** From the microphone; throws when the person or the browser says no. */
  async microphone() {
    this.stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true } });
    await this.context.audioWorklet.addModule("samples.js");
    const source = this.context.createMediaStreamSource(this.stream);
    this.node = new AudioWorkletNode(this.context, "samples", { numberOfOutputs: 0 });
    this.node.port.onmessage = (event) => this.take(event.data);
    source.connect(this.node);
  }

  take(samples) {
    this.rest.push(samples);
    this.held += samples.length;
    if (this.held >= this.context.sampleRate / 2) {
      const all = new Float32Array(this.held);
      let at = 0;
      for (const part of this.rest) {
        all.set(part, at);
        at += part.length;
      }
      this.rest = [];
      this.held = 0;
      this.hand(slower(all, this.context.sampleRate));
    }
  }

  hand(samples) {
    this.level(loudness(samples));
    this.send(pcm(samples));
  }

  /** A recorded sentence, as fast as one speaks, then silence as from a telephone laid aside. */
  async sample() {
    const file = new Int16Array((await (await fetch(SAMPLE)).arrayBuffer()).slice(44));
    const all = Float32Array.from(file, (each) => each / 32768);
    let at = 0;
    const next = () => {
      const piece = new Float32Array(PIECE);
      piece.set(all.subarray(at, at + PIECE));
      at += PIECE;
      this.hand(piece);
    };
    next();
    this.timer = setInterval(next, 500);
  }

  stop() {
    clearInterval(this.timer);
    this.node?.port.close();
    this.node?.disconnect();
    this.stream?.getTracks().forEach((track) => track.stop());
    this.level(0);
  }
}
