// The way in where sockets are blocked: a request that waits for something newer, again and again, and one for each command.
// Every answer is the whole present state with a version, and the next request names the version that is on the page:
// so an answer that comes late is put right by the next one.

const PAUSE = 2000;
const VIEW_WITHIN = 28000;
const DO_WITHIN = 15000;

/** Plain HTTP for one page. Calls `on.up()` and `on.down()` as it changes, `on.frame(html)`, `on.lost(code)` for good. */
export class Polling {
  constructor(room, page, on) {
    Object.assign(this, { room, page, on, version: 0, isOpen: false, isOver: false });
    this.run();
  }

  /** Send one command's fields; false when there is no way just now. */
  send(fields) {
    if (!this.isOpen) return false;
    const body = new URLSearchParams({ ...fields, page: this.page });
    this.ask(`/room/${this.room}/do`, { method: "POST", body }, DO_WITHIN).then(
      () => this.version !== this.asked && this.waiting?.abort(),
      () => this.fell(),
    );
    return true;
  }

  /** Ask at once for the whole present state. */
  refresh() {
    this.version = 0;
    this.waiting?.abort();
  }

  /** The page is out of sight: ask again, and say so. */
  hide() {
    this.waiting?.abort();
  }

  /** End it without a word to `on`. */
  drop() {
    this.isOver = true;
    this.isOpen = false;
    this.waiting?.abort();
  }

  async run() {
    while (!this.isOver) {
      this.waiting = new AbortController();
      this.asked = this.version;
      const { signal } = this.waiting;
      try {
        const of = document.hidden ? "&of=line" : "";
        await this.ask(`/room/${this.room}/view?page=${this.page}&after=${this.asked}${of}`, { signal }, VIEW_WITHIN);
      } catch {
        if (signal.aborted) continue;
        this.fell();
        await new Promise((resolve) => setTimeout(resolve, PAUSE * (0.5 + Math.random())));
      }
    }
  }

  async ask(url, how, within) {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), within);
    how.signal?.addEventListener("abort", () => late.abort());
    try {
      const answer = await fetch(url, { ...how, signal: late.signal, headers: { "X-Live": "1" }, cache: "no-store" });
      await this.take(answer);
    } finally {
      clearTimeout(timer);
    }
  }

  async take(answer) {
    if (answer.status === 403 || answer.status === 404) return this.end(answer.status === 404 ? 4004 : 4003);
    const version = answer.headers.get("X-Version");
    if (!answer.ok || version === null) throw new Error(String(answer.status));
    const html = answer.status === 204 ? "" : await answer.text();
    if (this.isOver) return;
    this.version = Number(version);
    if (!this.isOpen) {
      this.isOpen = true;
      this.on.up();
    }
    if (html) this.on.frame(html);
  }

  fell() {
    if (this.isOpen && !this.isOver) {
      this.isOpen = false;
      this.version = 0;
      this.on.down();
    }
  }

  end(code) {
    if (this.isOver) return;
    this.drop();
    this.on.lost(code);
  }
}
