#!/bin/sh
# Makes deep.sqlite.gz, of the smallest pages, and wide.sqlite.gz, of the largest, with the sqlite3
# command (3.40). SqliteFileTest knows what is in them by the same formulas.
set -eu
rm -f deep.sqlite wide.sqlite
sqlite3 deep.sqlite <<'SQL'
PRAGMA page_size = 512;
.filectrl reserve_bytes 16
VACUUM;
CREATE TABLE notes (id INTEGER PRIMARY KEY, cube INTEGER, body TEXT, gone);
CREATE TABLE empty (id INTEGER PRIMARY KEY);
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
INSERT INTO notes
  SELECT i, (i - 1500) * (i - 1500) * (i - 1500), substr(hex(zeroblob(500)), 1, i * 37 % 1000), NULL
  FROM n;
DELETE FROM notes WHERE id % 7 = 0;
SQL
sqlite3 wide.sqlite <<'SQL'
PRAGMA page_size = 65536;
VACUUM;
CREATE TABLE blobs (id INTEGER PRIMARY KEY, body BLOB);
INSERT INTO blobs VALUES (-7, zeroblob(0)), (1, zeroblob(65498)), (2, zeroblob(65499)),
  (3, zeroblob(65500)), (4, zeroblob(70000)), (5, zeroblob(200000)), (6, x'00ff'),
  (9223372036854775807, zeroblob(1));
SQL
gzip -9 -n -f deep.sqlite wide.sqlite
