/** Plays the sounds of a call one after the other without gaps; what cannot be played takes the time it takes to read. */
const READ_MILLIS = 55;
const SHORTEST = 500;

export class Loudspeaker {
  constructor() {
    this.files = new Map();
    this.muted = false;
    this.playing = null;
  }

  /** Must be called from a click: browsers give no sound before. */
  wake() {
    try {
      this.context ??= new AudioContext();
      this.context.resume();
    } catch {
      this.context = null;
    }
  }

  mute(muted) {
    this.muted = muted;
    if (this.playing?.gain) {
      this.playing.gain.gain.value = muted ? 0 : 1;
    }
  }

  async fetch(url) {
    if (!this.files.has(url)) {
      this.files.set(url, await this.load(url));
    }
    return this.files.get(url);
  }

  async load(url) {
    try {
      const response = await fetch(url);
      return response.ok && this.context ? await this.context.decodeAudioData(await response.arrayBuffer()) : null;
    } catch {
      return null;
    }
  }

  /** Plays {url, text} in order; true when it came to its end, false when it was cut. */
  async play(sounds) {
    this.cut();
    const turn = { cut: false, sources: [], end: null };
    this.playing = turn;
    const buffers = await Promise.all(sounds.map((sound) => this.fetch(sound.url)));
    if (turn.cut) {
      return false;
    }
    if (this.context) {
      turn.gain = this.context.createGain();
      turn.gain.gain.value = this.muted ? 0 : 1;
      turn.gain.connect(this.context.destination);
    }
    let at = 0;
    buffers.forEach((buffer, i) => {
      if (buffer) {
        this.schedule(turn, buffer, at);
        at += buffer.duration;
      } else {
        at += Math.max(SHORTEST, sounds[i].text.length * READ_MILLIS) / 1000;
      }
    });
    return new Promise((done) => {
      turn.end = done;
      turn.timer = setTimeout(() => done(!turn.cut), at * 1000);
    });
  }

  schedule(turn, buffer, at) {
    const source = this.context.createBufferSource();
    source.buffer = buffer;
    source.connect(turn.gain);
    source.start(this.context.currentTime + at);
    turn.sources.push(source);
  }

  /** Silence, now. */
  cut() {
    const turn = this.playing;
    if (turn) {
      turn.cut = true;
      turn.sources.forEach((source) => source.stop());
      clearTimeout(turn.timer);
      turn.end?.(false);
      this.playing = null;
    }
  }

  /** The tone after which one speaks. */
  beep() {
    if (this.context && !this.muted) {
      const tone = this.context.createOscillator();
      const gain = this.context.createGain();
      gain.gain.value = 0.15;
      tone.frequency.value = 1000;
      tone.connect(gain).connect(this.context.destination);
      tone.start();
      tone.stop(this.context.currentTime + 0.3);
    }
  }
}
