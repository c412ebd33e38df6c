// Hand-ins that the server has not acknowledged yet. They outlive a reload in IndexedDB, or in memory where that is denied.

const STORE = "hand-ins";

/** The outbox of one room. `waiting` is a Map of question to its newest unacknowledged fields. */
export class Outbox {
  constructor(room) {
    this.room = room;
    this.waiting = new Map();
    this.database = null;
  }

  /** Open the storage and take back what an earlier page left. */
  async open() {
    this.database = await opened().catch(() => null);
    for (const row of await this.rows().catch(() => [])) {
      if (row.room === this.room && !this.waiting.has(row.fields.question)) this.waiting.set(row.fields.question, row.fields);
    }
  }

  /** Keep a hand-in until it is acknowledged; a newer one for the same question takes its place. */
  keep(fields) {
    this.waiting.set(fields.question, fields);
    this.write("readwrite", (store) => store.put({ id: this.id(fields.question), room: this.room, fields }));
  }

  /** Everything up to this number has been heard, or refused for good. */
  settle(question, number) {
    const fields = this.waiting.get(question);
    if (!fields || Number(fields.number) > number) return false;
    this.waiting.delete(question);
    this.write("readwrite", (store) => store.delete(this.id(question)));
    return true;
  }

  /** One above the highest number that was heard or is on its way. */
  next(question, heard) {
    return String(Math.max(heard.get(question) ?? 0, Number(this.waiting.get(question)?.number ?? 0)) + 1);
  }

  id(question) {
    return `${this.room} ${question}`;
  }

  write(mode, action) {
    try {
      if (this.database) action(this.database.transaction(STORE, mode).objectStore(STORE));
    } catch {
      this.database = null; // Full, or taken away: memory has it.
    }
  }

  rows() {
    if (!this.database) return Promise.resolve([]);
    return answered(this.database.transaction(STORE).objectStore(STORE).getAll());
  }
}

function opened() {
  const request = indexedDB.open("boards", 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" });
  return answered(request);
}

function answered(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
}
