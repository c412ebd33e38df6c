// The line to the lesson: a socket while one opens, plain HTTP while none does, and back to the socket by itself.

import { Polling } from "./polling.js";
import { Socket } from "./socket.js";

const SHORTEST = 250;
const LONGEST = 2000;
const QUICK_TRIES = 5;
const SOCKET_AGAIN = 30000;

/** A name for this load of the page, so that a line it gave up is not taken for another tab. */
function load() {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16)).join("");
}

/** The line of one page. Calls `on.up()` and `on.down()` as it changes, `on.frame(html)`, and `on.closed(code)` for good. */
export class Line {
  constructor({ room, livePage, protocol }, on) {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    this.url = `${scheme}://${location.host}/room/${room}/live?v=${protocol}&page=${livePage}&load=${load()}`;
    Object.assign(this, { room, page: livePage, on, socket: null, polling: null, failures: 0, isStopped: true });
  }

  /** Open it, and keep it open. */
  start() {
    this.isStopped = false;
    this.failures = 0;
    this.dial();
  }

  get isUp() {
    return Boolean(this.socket?.isOpen || this.polling?.isOpen);
  }

  /** Send one command's fields; false when there is no way just now. */
  send(fields) {
    return Boolean(this.socket?.send(fields) || this.polling?.send(fields));
  }

  /** Ask for the whole present state, for instance after the tab slept. */
  refresh() {
    if (this.isStopped || this.socket?.send({ do: "refresh" })) return;
    this.polling?.refresh();
    this.failures = 0;
    if (!this.socket) this.dial();
  }

  /** The page is out of sight. */
  hide() {
    this.polling?.hide();
  }

  dial() {
    clearTimeout(this.again);
    this.socket?.drop();
    this.socket = new Socket(this.url, {
      up: () => this.opened(),
      frame: this.on.frame,
      lost: (code, wasOpen) => this.lost(code, wasOpen),
    });
  }

  opened() {
    this.failures = 0;
    this.polling?.drop();
    this.polling = null;
    this.on.up();
  }

  lost(code, wasOpen) {
    this.socket = null;
    if (code >= 4000 || code === 1008) {
      this.close(code);
      return;
    }
    this.failures += 1;
    if (!this.isUp) this.on.down();
    if (!wasOpen) this.poll();
    const wait = this.polling?.isOpen && this.failures > QUICK_TRIES ? SOCKET_AGAIN : this.backOff();
    this.again = setTimeout(() => this.dial(), wait * (0.5 + Math.random() / 2));
  }

  backOff() {
    return Math.min(LONGEST, SHORTEST * 2 ** this.failures);
  }

  poll() {
    this.polling ??= new Polling(this.room, this.page, {
      up: this.on.up,
      down: () => this.isUp || this.on.down(),
      frame: this.on.frame,
      lost: (code) => this.close(code),
    });
  }

  close(code) {
    this.isStopped = true;
    clearTimeout(this.again);
    this.socket?.drop();
    this.polling?.drop();
    this.socket = this.polling = null;
    this.on.closed(code);
  }
}
