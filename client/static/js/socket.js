// One WebSocket with a heartbeat both ways. It counts as open once something was heard, and as lost after 8 s of silence.

const BEAT = 3000;
const SILENCE = 8000;
const OPENS_WITHIN = 3000;
const TICK = 1000;

/** A socket at `url`. Calls `on.up()` once, `on.frame(html)`, and at the end `on.lost(code, wasOpen)` once. */
export class Socket {
  constructor(url, on) {
    this.on = on;
    this.isOpen = false;
    this.isOver = false;
    this.late = setTimeout(() => this.end(1006), OPENS_WITHIN);
    try {
      this.socket = new WebSocket(url);
    } catch {
      this.late = setTimeout(() => this.end(1006));
      return;
    }
    this.socket.onopen = () => this.beat();
    this.socket.onmessage = (event) => this.heard(event.data);
    this.socket.onclose = (event) => this.end(event.code);
  }

  /** Send one command's fields; false when there is no way just now. */
  send(fields) {
    if (!this.isOpen || this.socket.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(fields));
    return true;
  }

  /** End it without a word to `on`. */
  drop() {
    this.isOver = true;
    this.isOpen = false;
    clearTimeout(this.late);
    clearInterval(this.ticking);
    this.socket?.close();
  }

  end(code) {
    if (this.isOver) return;
    const wasOpen = this.isOpen;
    this.drop();
    this.on.lost(code, wasOpen);
  }

  heard(text) {
    if (this.isOver) return;
    this.heardAt = performance.now();
    if (!this.isOpen) {
      this.isOpen = true;
      clearTimeout(this.late);
      this.tickedAt = performance.now();
      this.ticking = setInterval(() => this.tick(), TICK);
      this.on.up();
    }
    if (text !== ".") this.on.frame(text);
  }

  tick() {
    const now = performance.now();
    const hasSlept = now - this.tickedAt > 3 * TICK;
    this.tickedAt = now;
    // While a tab sleeps its timers do too: only silence that we listened to counts.
    if (hasSlept) this.heardAt = now;
    if (now - this.heardAt > SILENCE) this.end(1006);
    else if (hasSlept || now - this.beatAt >= BEAT) this.beat();
  }

  beat() {
    this.beatAt = performance.now();
    // Out of sight, only the line is alive: after 20 s the teacher sees a private sign that this student is away.
    const beat = { do: "beat", of: document.hidden ? "line" : "" };
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(beat));
  }
}
