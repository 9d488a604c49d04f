/**
 * The schema, one step per version: `user_version` says how many were taken. Steps that were released are never changed,
 * only followed by new ones.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE drives (
    no INTEGER PRIMARY KEY,
    subscription_id TEXT NOT NULL UNIQUE,
    delta_link TEXT,
    since INTEGER NOT NULL DEFAULT 0,
    batch INTEGER NOT NULL DEFAULT 1,
    generation INTEGER NOT NULL DEFAULT 1,
    completed_at INTEGER,
    learn_link TEXT,
    learned INTEGER NOT NULL DEFAULT 0,
    resync_link TEXT,
    resync_since INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE items (
    drive INTEGER NOT NULL REFERENCES drives (no) ON DELETE CASCADE,
    id TEXT NOT NULL,
    name TEXT,
    parent_id TEXT,
    kind TEXT NOT NULL,
    size INTEGER,
    e_tag TEXT,
    c_tag TEXT,
    hash TEXT,
    created_at INTEGER,
    modified_at INTEGER,
    sharing TEXT,
    malware INTEGER NOT NULL,
    web_url TEXT,
    deleted_at INTEGER,
    learned_at INTEGER,
    generation INTEGER NOT NULL,
    PRIMARY KEY (drive, id)
  ) STRICT;

  CREATE TABLE changes (
    seq INTEGER PRIMARY KEY,
    subscription_id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    drive_name TEXT NOT NULL,
    batch INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'pending', 'settled')),
    missed INTEGER NOT NULL,
    verdict TEXT,
    told_at INTEGER,
    seen INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    item_id TEXT NOT NULL,
    item_kind TEXT NOT NULL,
    name TEXT,
    old_name TEXT,
    parent_id TEXT,
    place TEXT NOT NULL,
    who_kind TEXT,
    who_id TEXT,
    who_name TEXT,
    size INTEGER,
    size_before INTEGER,
    web_url TEXT,
    folder_url TEXT,
    alongside INTEGER NOT NULL,
    before TEXT
  ) STRICT;
  CREATE UNIQUE INDEX changes_open ON changes (subscription_id, item_id) WHERE state = 'open';
  CREATE INDEX changes_pending ON changes (seq) WHERE state = 'pending';
  CREATE INDEX changes_newest ON changes (at, seq) WHERE state <> 'open';
  CREATE INDEX changes_told ON changes (at, seq) WHERE verdict IN ('told', 'digest');
  CREATE INDEX changes_unseen ON changes (subscription_id) WHERE state = 'settled' AND seen = 0;
  CREATE INDEX changes_of_subscription ON changes (subscription_id);
  `,
  `
  ALTER TABLE changes ADD COLUMN times INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE changes ADD COLUMN since INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE changes ADD COLUMN size_first INTEGER;
  ALTER TABLE changes ADD COLUMN folders TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE changes ADD COLUMN detail TEXT;
  ALTER TABLE changes ADD COLUMN who_email TEXT;
  ALTER TABLE changes ADD COLUMN who_key TEXT NOT NULL DEFAULT '';
  ALTER TABLE changes ADD COLUMN words TEXT NOT NULL DEFAULT '';
  ALTER TABLE changes ADD COLUMN verdict_words TEXT;
  ALTER TABLE changes ADD COLUMN snooze_id TEXT;
  ALTER TABLE changes ADD COLUMN due_at INTEGER;
  ALTER TABLE changes ADD COLUMN digest TEXT;
  ALTER TABLE changes ADD COLUMN burst TEXT;
  ALTER TABLE changes ADD COLUMN head INTEGER NOT NULL DEFAULT 2;
  UPDATE changes SET since = at, size_first = size_before, who_key = key_of(who_kind, who_id, who_name),
    words = words_of(name, old_name, place, drive_name, who_name);

  CREATE TABLE digests (
    id TEXT PRIMARY KEY,
    cause TEXT NOT NULL,
    from_at INTEGER NOT NULL,
    until_at INTEGER NOT NULL,
    count INTEGER NOT NULL,
    told_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX digests_newest ON digests (until_at);

  DROP INDEX changes_newest;
  CREATE INDEX changes_newest ON changes (at, seq, state) WHERE state <> 'open';
  DROP INDEX changes_unseen;
  CREATE INDEX changes_unseen ON changes (subscription_id, head) WHERE state = 'settled' AND seen = 0;
  DROP INDEX changes_told;
  CREATE INDEX changes_told ON changes (at, seq) WHERE verdict IN ('told', 'told-updated', 'digest');
  CREATE INDEX changes_search ON changes (at, seq, state, head, kind, verdict, subscription_id, who_key, words)
    WHERE state <> 'open';
  DROP INDEX changes_of_subscription;
  CREATE INDEX changes_of_subscription ON changes (subscription_id, at, seq, state);
  CREATE INDEX changes_of_person ON changes (who_key, at, state) WHERE state <> 'open';
  CREATE INDEX changes_of_item ON changes (subscription_id, item_id, at) WHERE state <> 'open';
  CREATE INDEX changes_of_burst ON changes (burst, subscription_id, at, seq, head) WHERE burst IS NOT NULL;
  CREATE INDEX changes_due ON changes (due_at, seq) WHERE due_at IS NOT NULL;
  `,
  `
  ALTER TABLE changes ADD COLUMN missed_cause TEXT;
  ALTER TABLE changes ADD COLUMN missed_from INTEGER;
  CREATE INDEX changes_of_digest ON changes (told_at, digest) WHERE digest IS NOT NULL;
  `,
  `
  CREATE TABLE deliveries (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    webhook_id TEXT NOT NULL,
    verdict TEXT,
    refusal TEXT,
    status INTEGER NOT NULL,
    took_ms REAL NOT NULL,
    bytes INTEGER NOT NULL,
    headers TEXT NOT NULL,
    content TEXT,
    checks TEXT NOT NULL,
    is_replay INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX deliveries_waiting ON deliveries (seq) WHERE verdict IS NULL;

  CREATE TABLE delivered (
    webhook_id TEXT NOT NULL,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (webhook_id, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX delivered_at ON delivered (at);

  CREATE TABLE delivery_counts (
    webhook_id TEXT NOT NULL,
    day INTEGER NOT NULL,
    kind TEXT NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (webhook_id, day, kind)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE changes RENAME COLUMN snooze_id TO mute_id;
  UPDATE changes SET verdict = 'muted' WHERE verdict = 'snoozed';
  `,
  // searched more kindly (preload/words/fold.ts); plain ASCII stays as it was
  `
  UPDATE changes SET words = words_of(name, old_name, place, drive_name, who_name)
    WHERE words GLOB '*[^ -~' || char(10) || ']*';
  `,
  `
  ALTER TABLE drives ADD COLUMN followed_at INTEGER NOT NULL DEFAULT 0;
  `,
  `
  CREATE TABLE shown_notices (
    notice TEXT PRIMARY KEY,
    daemon TEXT NOT NULL,
    id INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE items ADD COLUMN past_sharing TEXT;
  ALTER TABLE drives ADD COLUMN resync_pages INTEGER NOT NULL DEFAULT 0;
  `,
  // facts instead of English: what decided a verdict, and what a drive is called
  `
  ALTER TABLE changes RENAME COLUMN verdict_words TO decided_by;
  UPDATE changes SET decided_by = decided_before(verdict, decided_by, at) WHERE decided_by IS NOT NULL;
  UPDATE changes SET words = words_of(name, old_name, place, names_before(drive_name), who_name)
    WHERE names_before(drive_name) IS NOT drive_name;
  UPDATE changes SET drive_name = called_before(drive_name);
  `,
  // facts instead of English: what the checks of deliveries found; a known address may always be validated
  `
  UPDATE deliveries SET checks = checks_before(checks);
  UPDATE deliveries SET refusal = 'unknown-path' WHERE refusal = 'not-expected';
  INSERT INTO delivery_counts (webhook_id, day, kind, n)
    SELECT webhook_id, day, 'unknown-path', n FROM delivery_counts WHERE kind = 'not-expected'
    ON CONFLICT (webhook_id, day, kind) DO UPDATE SET n = n + excluded.n;
  DELETE FROM delivery_counts WHERE kind = 'not-expected';
  `,
  // rare words are looked up instead of read through: every three letters in a row (search-index.ts)
  `
  UPDATE changes SET words = as_kept(words) WHERE instr(words, char(0)) > 0;
  CREATE VIRTUAL TABLE changes_words USING fts5 (words, content = 'changes', content_rowid = 'seq',
    tokenize = 'trigram case_sensitive 1', detail = none);
  INSERT INTO changes_words (changes_words) VALUES ('rebuild');
  CREATE TABLE search_index (has_deleted INTEGER NOT NULL) STRICT;
  INSERT INTO search_index VALUES (0);
  CREATE TRIGGER changes_words_added AFTER INSERT ON changes BEGIN
    INSERT INTO changes_words (rowid, words) VALUES (new.seq, new.words);
  END;
  CREATE TRIGGER changes_words_removed AFTER DELETE ON changes BEGIN
    INSERT INTO changes_words (changes_words, rowid, words) VALUES ('delete', old.seq, old.words);
    UPDATE search_index SET has_deleted = 1 WHERE has_deleted = 0;
  END;
  CREATE TRIGGER changes_words_renewed AFTER UPDATE OF words ON changes WHEN new.words <> old.words BEGIN
    INSERT INTO changes_words (changes_words, rowid, words) VALUES ('delete', old.seq, old.words);
    INSERT INTO changes_words (rowid, words) VALUES (new.seq, new.words);
    UPDATE search_index SET has_deleted = 1 WHERE has_deleted = 0;
  END;
  `,
  // what is handed on to a program on this computer, and how that went
  `
  CREATE TABLE forwards (
    delivery INTEGER PRIMARY KEY REFERENCES deliveries (seq) ON DELETE CASCADE,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    try_at INTEGER NOT NULL,
    at INTEGER NOT NULL,
    status INTEGER,
    took_ms REAL,
    why TEXT
  ) STRICT;
  CREATE INDEX forwards_waiting ON forwards (delivery) WHERE state = 'waiting';
  `,
  // for catching up after an absence: where to read on by delta, and until when each webhook was heard
  `
  CREATE TABLE webhook_links (
    webhook_id TEXT NOT NULL,
    part TEXT NOT NULL,
    link TEXT NOT NULL,
    read_at INTEGER NOT NULL,
    PRIMARY KEY (webhook_id, part)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE webhook_heard (
    webhook_id TEXT PRIMARY KEY,
    until_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  // how far an Event Hub was read: written with what was read
  `
  CREATE TABLE hub_checkpoints (
    hub TEXT NOT NULL,
    partition TEXT NOT NULL,
    sequence_number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (hub, partition)
  ) STRICT, WITHOUT ROWID;
  `,
]
