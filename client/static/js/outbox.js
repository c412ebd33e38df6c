// Hand-ins that the server has not acknowledged yet. They outlive a reload in IndexedDB; where that is denied, full or
// silent, memory has them. Each belongs to a seat: what one student wrote never goes out under another one's name.

const STORE = "hand-ins";
const OPENS_WITHIN = 1000;
const KEPT_FOR = 24 * 60 * 60 * 1000;

/** The outbox of one room: for each seat and question the newest hand-in that is not acknowledged. */
export class Outbox {
  constructor(room) {
    this.room = room;
    this.rows = new Map();
    this.database = null;
  }

  /** Take back what an earlier page, or another tab, has left. */
  async open() {
    try {
      this.database ??= await opened();
      const kept = await answered(this.database.transaction(STORE).objectStore(STORE).getAll());
      for (const row of kept) this.takeBack(row);
    } catch {
      this.database = null;
    }
  }

  /** The fields of what waits for this seat, oldest first. */
  waiting(seat) {
    return [...this.rows.values()].filter((row) => seat && row.seat === seat).map((row) => row.fields);
  }

  /** Keep a hand-in until it is acknowledged; a newer one for the same question takes its place. */
  keep(seat, fields) {
    const row = { id: this.id(seat, fields.question), room: this.room, seat, fields, at: Date.now() };
    this.rows.set(row.id, row);
    this.write((store) => store.put(row));
  }

  /** Everything up to this number has been heard, or refused for good; returns the fields that left, if any did. */
  settle(seat, question, number) {
    const id = this.id(seat, question);
    const row = this.rows.get(id);
    if (!row || Number(row.fields.number) > number) return null;
    this.rows.delete(id);
    this.write((store) => store.delete(id));
    return row.fields;
  }

  takeBack(row) {
    const isOld = Math.abs(Date.now() - row.at) > KEPT_FOR;
    const here = this.rows.get(row.id);
    if (isOld) this.write((store) => store.delete(row.id));
    else if (row.room === this.room && !(Number(here?.fields.number) >= Number(row.fields.number))) this.rows.set(row.id, row);
  }

  id(seat, question) {
    return `${this.room} ${seat} ${question}`;
  }

  write(action) {
    try {
      if (this.database) action(this.database.transaction(STORE, "readwrite").objectStore(STORE));
    } catch {
      this.database = null;
    }
  }
}

async function opened() {
  const request = indexedDB.open("boardsup", 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" });
  const late = new Promise((_, reject) => setTimeout(reject, OPENS_WITHIN));
  const database = await Promise.race([answered(request), late]);
  database.onversionchange = () => database.close();
  return database;
}

function answered(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
