// Runs beside the page: hands over what the microphone hears, as it comes.
class Samples extends AudioWorkletProcessor {
  process([input]) {
    if (input[0]) {
      this.port.postMessage(input[0].slice());
    }
    return true;
  }
}
registerProcessor("samples", Samples);
