// The line to the lesson: a socket with a heartbeat both ways, and HTTP where sockets do not get through.

const BEAT = 3000;
const SILENCE = 8000;
const OPENS_WITHIN = 3000;
const SHORTEST = 250;
const LONGEST = 2000;
const SOCKET_AGAIN = 30000;

/** The line of one page. It calls `on.frame(html)`, `on.up()`, `on.down()` and `on.closed(code)`. */
export class Line {
  constructor(room, page, protocol, on) {
    Object.assign(this, { room, page, protocol, on });
    this.socket = null;
    this.failures = 0;
    this.isStopped = false;
    this.isPolling = false;
    this.version = 0;
  }

  /** Open it, and keep it open. */
  start() {
    this.isStopped = false;
    this.dial();
  }

  /** Leave it alone until `start`. */
  stop() {
    this.isStopped = true;
    this.socket?.close();
  }

  get isUp() {
    return this.socket?.readyState === WebSocket.OPEN || this.isPolling;
  }

  /** Send one command's fields; false when there is no way just now. */
  send(fields) {
    if (this.socket?.readyState === WebSocket.OPEN) {
      this.socket.send(JSON.stringify(fields));
      return true;
    }
    if (this.isPolling) {
      this.post(fields);
      return true;
    }
    return false;
  }

  /** Ask for the whole present state, for instance after the tab slept. */
  refresh() {
    if (this.socket?.readyState === WebSocket.OPEN) this.send({ do: "refresh" });
    else if (!this.isStopped && !this.isPolling) this.redial(0);
  }

  dial() {
    clearTimeout(this.timer);
    if (this.isStopped) return;
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const query = `v=${this.protocol}&page=${this.page}`;
    let socket;
    try {
      socket = new WebSocket(`${scheme}://${location.host}/room/${this.room}/live?${query}`);
    } catch {
      this.failed();
      return;
    }
    this.socket = socket;
    const late = setTimeout(() => socket.readyState === WebSocket.CONNECTING && socket.close(), OPENS_WITHIN);
    socket.onopen = () => clearTimeout(late);
    socket.onmessage = (event) => socket === this.socket && this.heard(event.data);
    socket.onclose = (event) => {
      clearTimeout(late);
      if (socket === this.socket) this.lost(event.code);
    };
  }

  heard(data) {
    if (!this.beating) this.beating = setInterval(() => this.beat(), BEAT);
    this.heardAt = performance.now();
    if (this.failures || !this.wasUp) {
      this.failures = 0;
      this.wasUp = true;
      this.isPolling = false;
      this.on.up();
    }
    if (data !== ".") this.on.frame(data);
  }

  beat() {
    if (performance.now() - this.heardAt > SILENCE) {
      const socket = this.socket;
      this.lost(1006);
      socket?.close();
    } else {
      this.send({ do: "beat" });
    }
  }

  lost(code) {
    clearInterval(this.beating);
    this.beating = null;
    this.socket = null;
    this.wasUp = false;
    if (code >= 4000 || code === 1008) {
      this.isStopped = true;
      this.on.closed(code);
      return;
    }
    this.failed();
  }

  failed() {
    this.failures += 1;
    if (!this.isPolling) this.on.down();
    if (this.failures === 2) this.poll();
    this.redial(this.isPolling ? SOCKET_AGAIN : Math.min(LONGEST, SHORTEST * 2 ** this.failures));
  }

  redial(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.dial(), wait * (0.5 + Math.random()));
  }

  /** Ask over HTTP again and again, each time waiting for something newer, until a socket works. */
  async poll() {
    while (!this.isStopped && !this.wasUp) {
      try {
        const url = `/room/${this.room}/view?page=${this.page}&after=${this.isPolling ? this.version : 0}`;
        if (!(await this.take(await fetch(url, { headers: { "X-Live": "1" }, cache: "no-store" })))) return;
      } catch {
        if (this.isPolling) {
          this.isPolling = false;
          this.on.down();
          this.redial(SHORTEST);
        }
        await new Promise((resolve) => setTimeout(resolve, LONGEST * (0.5 + Math.random())));
      }
    }
    this.isPolling = false;
  }

  async take(answer) {
    if (answer.status === 403 || answer.status === 404) {
      this.isStopped = true;
      this.on.closed(answer.status === 404 ? 4004 : 4003);
      return false;
    }
    if (!answer.ok) throw new Error(String(answer.status));
    this.version = Number(answer.headers.get("X-Version") ?? 0);
    const html = answer.status === 204 ? "" : await answer.text();
    if (!this.isPolling && !this.wasUp) {
      this.isPolling = true;
      this.on.up();
    }
    this.on.frame(html);
    return true;
  }

  async post(fields) {
    const body = new URLSearchParams({ ...fields, page: this.page });
    const headers = { "X-Live": "1" };
    try {
      const answer = await fetch(`/room/${this.room}/do`, { method: "POST", body, headers });
      if (answer.ok) this.on.frame(await answer.text());
    } catch {
      // The outbox still has it; the next poll says that the line is down.
    }
  }
}
