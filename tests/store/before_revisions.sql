-- The tables of a SQLite database as they were made before there were revisions.

CREATE TABLE class (
  id VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  secret VARCHAR NOT NULL,
  term VARCHAR NOT NULL,
  created_at INTEGER NOT NULL,
  bag TEXT NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE event (
  lesson VARCHAR NOT NULL,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  kind VARCHAR NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (lesson, seq)
)
 WITHOUT ROWID;

CREATE TABLE probe (
  id INTEGER NOT NULL,
  fill BLOB NOT NULL,
  PRIMARY KEY (id)
);

CREATE TABLE secret (
  name VARCHAR NOT NULL,
  value VARCHAR NOT NULL,
  PRIMARY KEY (name)
);

CREATE TABLE signin (
  token_hash VARCHAR NOT NULL,
  made_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER,
  PRIMARY KEY (token_hash)
);

CREATE TABLE writing (
  lesson VARCHAR NOT NULL,
  seq INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (lesson, seq)
)
 WITHOUT ROWID;

CREATE TABLE lesson (
  code VARCHAR NOT NULL,
  class_id VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  "plan" TEXT NOT NULL,
  PRIMARY KEY (code),
  FOREIGN KEY(class_id) REFERENCES class (id)
);

CREATE INDEX ix_lesson_class_id ON lesson (class_id);

CREATE TABLE student (
  id VARCHAR NOT NULL,
  class_id VARCHAR NOT NULL,
  first_name VARCHAR NOT NULL,
  place INTEGER NOT NULL,
  active BOOLEAN NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(class_id) REFERENCES class (id)
);

CREATE INDEX ix_student_class_id ON student (class_id);
