#!/bin/sh
# Runs the commands of point-in-time.md, in their order, on a PostgreSQL of Debian's that lives for as long as this does: its
# folders are laid over those of this machine, its port is in a network of its own, and nothing of either is touched. The
# desk in it is a release's backup; a mistake is made, and taken back. Needs root, postgresql, and an installed repository.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
[ "${1:-}" = inside ] || exec unshare --mount --net --fork --pid --mount-proc --kill-child "$0" inside

ip link set lo up
version=$(ls /usr/lib/postgresql | sort -n | tail -n 1)
for folder in /etc/postgresql /var/lib/postgresql /var/log/postgresql /run/postgresql /srv; do
  mkdir -p "$folder"
  mount -t tmpfs -o mode=755 none "$folder"
  case $folder in /srv) ;; *) chown postgres:postgres "$folder" ;; esac
done
cd /srv
work=/srv/desk
install -d -m 755 "$work"
node=$root/node_modules/.bin/node
[ -x "$node" ] || node=$(command -v node)
pg_createcluster "$version" main >/dev/null
pg_ctlcluster "$version" main start

# The n-th block of commands of the page, for the version that is here.
block() {
  awk -v n="$1" '/^```sh$/ {count++; inside = count == n; next} /^```$/ {inside = 0} inside' \
    "$root/config/production/point-in-time.md" | sed "s/\\b15\\b/$version/g" >"$work/block"
  [ -s "$work/block" ]
  # shellcheck disable=SC1091
  . "$work/block"
}
ask() { su postgres -c "psql -At -d ticketing -c \"$1\""; }
failed=0
say() { if [ "$2" = "$3" ]; then echo "✓ $1"; else echo "✗ $1: $2, not $3"; failed=1; fi; }

word=desk
su postgres -c "psql -qc \"create role ticketing login superuser password '$word'\"" && su postgres -c 'createdb -O ticketing -E UTF8 -T template0 ticketing'
export DATABASE_URL=postgres://ticketing:$word@127.0.0.1:5432/ticketing DATA_DIR="$work/data"
verb() { (cd "$root" && "$node" "config/run/$1.ts" ${2:+"$2"}) >"$work/said" 2>&1 || { cat "$work/said" >&2; return 1; }; }
block 1
verb restore "$(ls "$root"/tests/fixtures/release-*.tar | tail -n 1)"
block 2
BASE=$(ls /srv/postgresql/base)
block 3

# After the copy: a day's work, the moment, and a minute later the mistake.
ask "update tickets set title = 'Sesudah salinan dasar' where id = 1" >/dev/null
tickets=$(ask 'select count(*) from tickets')
sleep 2
WHEN=$(ask 'select now()')
sleep 2
ask 'begin; delete from attachments; delete from tickets; commit' >/dev/null
say "the mistake is there" "$(ask 'select count(*) from tickets')" 0
block 4
say "every ticket is back" "$(ask 'select count(*) from tickets')" "$tickets"
say "with what was written after the base copy" "$(ask 'select title from tickets where id = 1')" 'Sesudah salinan dasar'
say "the database takes writes, and archives again" "$(ask "update tickets set title = 'x' where id = 1 returning title; select 1" | tail -n 1)" 1
ask 'select pg_switch_wal()' >/dev/null
segments() { find /srv/postgresql/wal -name '00000002????????????????' | wc -l; }
for _ in 1 2 3 4 5 6 7 8 9 10; do [ "$(segments)" = 0 ] || break; sleep 1; done
say "on a timeline of its own" "$([ "$(segments)" = 0 ] || echo yes)" yes
say "no setting of the recovery is left" "$(ask 'show recovery_target_time')" ''
verb audit-verify && echo '✓ audit:verify'
pg_ctlcluster "$version" main stop
exit $failed
