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
]
