#!/bin/bash
# For try-images.sh, in namespaces of its own: what compose would run of these folders, each container's address on this
# machine's loopback under its name, so that Caddy's own files for containers find them: two cms, two portals.
set -euo pipefail
work=$1
node=$(command -v node)
compose=$work/context/docker-compose.yml
ip link set lo up
for last in 2 10 11 12 21 22; do ip address add "172.29.11.$last/24" dev lo; done
cat >"$work/hosts" <<END
127.0.0.1 localhost
172.29.11.10 postgres
172.29.11.11 cms
172.29.11.12 cms
172.29.11.21 site
172.29.11.22 site
END
mount --bind "$work/hosts" /etc/hosts

version=$(ls /usr/lib/postgresql | sort -n | tail -n 1)
for folder in /etc/postgresql /var/lib/postgresql /var/log/postgresql /run/postgresql; do
  mkdir -p "$folder"; mount -t tmpfs -o mode=755 none "$folder"; chown postgres:postgres "$folder"
done
# Secrets as prepare.sh writes them.
cp -a "$work/context" "$work/prepared"
"$work/prepared/config/production/prepare.sh" tiket.localhost panel.localhost tiket@kota.test smtp://127.0.0.1:9 >/dev/null
pg_createcluster "$version" main -- --encoding=UTF8 --locale=C.UTF-8 >/dev/null
echo "listen_addresses = '172.29.11.10'" >>"/etc/postgresql/$version/main/postgresql.conf"
echo 'host all all 172.29.11.0/24 scram-sha-256' >>"/etc/postgresql/$version/main/pg_hba.conf"
pg_ctlcluster "$version" main start
su postgres -c psql >/dev/null <<SQL
create role ticketing login superuser password '$(cat "$work/prepared/secrets/postgres_password")';
SQL
su postgres -c 'createdb --owner=ticketing ticketing'

# One container: its folder read-only, what is a tmpfs or a volume there writable, nobody's user, no capability.
mkdir -p "$work/volumes/data" "$work/volumes/backups" "$work/volumes/media"
chown -R 10001:10001 "$work/volumes"
container() {
  local image=$1 address=$2 port=$3
  shift 3
  unshare --mount bash -euc '
    work=$1 image=$2 uploads=$1/$2/public/uploads; shift 2
    mkdir -p /run/secrets /data /backups /app; mount -t tmpfs none /run/secrets; cp "$work"/prepared/secrets/* /run/secrets/; chmod 444 /run/secrets/*
    mount --bind "$work/$image" /app
    if [ "$image" = cms ]; then
      mkdir -p /app/public/uploads /app/.tmp
      mount --bind "$work/volumes/data" /data; mount --bind "$work/volumes/backups" /backups
      mount --bind "$work/volumes/media" /app/public/uploads
      mount -t tmpfs -o uid=10001,gid=10001 none /app/.tmp
    fi
    mount -o remount,bind,ro /app
    mount -t tmpfs none /tmp
    cd /app
    exec env -i PATH="$PATH" HOME=/tmp NODE_ENV=production DATA_DIR=/data TZ=UTC "$@"
  ' -- "$work" "$image" HOST="$address" "$@" setpriv --reuid 10001 --regid 10001 --clear-groups --bounding-set=-all --no-new-privs \
    "${command[@]}" >"$work/$image-$address.log" 2>&1 &
}
# The very environment of the file, with what prepare.sh wrote to .env.
environment() {
  (cd "$work/prepared" && "$node" --input-type=module -e "
    import fs from 'node:fs'; import { parse } from '$work/build/node_modules/yaml/dist/index.js';
    const env = Object.fromEntries(fs.readFileSync('.env', 'utf8').split('\n').filter(Boolean).map((l) => l.split(/=(.*)/s)));
    const { environment } = parse(fs.readFileSync('docker-compose.yml', 'utf8'), { merge: true }).services['$1'];
    for (const [name, value] of Object.entries(environment))
      console.log(name + '=' + String(value).replaceAll(/\\\$\{(\w+)(?::[-?]([^}]*))?\}/g, (_, key, other) => env[key] ?? other ?? ''));")
}
mapfile -t cms < <(environment cms)
mapfile -t site < <(environment site)
mapfile -t proxy < <(environment proxy)
command=(node --min-semi-space-size=32 --max-semi-space-size=32 config/production/serve.ts cms)
for address in 172.29.11.11 172.29.11.12; do container cms "$address" 1337 "${cms[@]}"; done
command=(node config/production/serve.ts site)
for address in 172.29.11.21 172.29.11.22; do container site "$address" 4321 "${site[@]}"; done
env "${proxy[@]}" XDG_DATA_HOME="$work/caddy" XDG_CONFIG_HOME="$work/caddy" caddy run --config "$work/context/config/proxy/Caddyfile" \
  --adapter caddyfile >"$work/caddy.log" 2>&1 &

failed=0
say() { if [[ $2 == "$3" ]]; then echo "✓ $1"; else echo "✗ $1: $2, not $3"; failed=1; fi; }
for place in 172.29.11.11:1337 172.29.11.12:1337 172.29.11.21:4321 172.29.11.22:4321; do
  for _ in $(seq 240); do curl -fs -o /dev/null "http://$place/readyz" && break; sleep 1; done
  say "$place is ready" "$(curl -s -o /dev/null -w '%{http_code}' "http://$place/readyz")" 200
done
ask() { curl -sk --resolve tiket.localhost:443:127.0.0.1 --resolve panel.localhost:443:127.0.0.1 -o /dev/null -w '%{http_code}' "$@"; }
say 'the portal answers over TLS' "$(ask https://tiket.localhost/masuk)" 200
say 'the panel answers over TLS' "$(ask https://panel.localhost/admin)" 200
say 'the first administrator has a link' "$(grep -c 'https://panel.localhost/admin' "$work/volumes/data/first-admin.json")" 1
bad=0
kill "$(pgrep -u 10001 -f 'serve.ts cms' | head -n 1)"
for _ in $(seq 60); do
  [[ $(ask https://panel.localhost/api/ticketing/announcements) =~ ^(200|401)$ ]] || bad=$((bad + 1))
  sleep 0.1
done
say 'requests lost while one of two cms was stopped' "$bad" 0
command=(node config/run/backup.ts)
container cms 172.29.11.11 1337 "${cms[@]}"
wait $! || true
say 'a backup was made' "$(find "$work/volumes/backups" -name 'ticketing-*.tar' | wc -l)" 1
# The way back, as README.md says it: the database is put aside, a new one is filled from the backup, and served.
pkill -u 10001 -f 'serve.ts cms' || true
for _ in $(seq 60); do pgrep -u 10001 -f 'serve.ts cms' >/dev/null || break; sleep 1; done
su postgres -c "psql -q -c 'alter database ticketing rename to ticketing_ditinggalkan'" && su postgres -c 'createdb -O ticketing ticketing'
[[ ! -e $work/volumes/data/attachments ]] || mv "$work/volumes/data/attachments" "$work/volumes/data/attachments.ditinggalkan"
command=(node config/run/restore.ts "/backups/$(ls "$work/volumes/backups")")
container cms 172.29.11.11 1337 "${cms[@]}"
wait $! || true
command=(node --min-semi-space-size=32 --max-semi-space-size=32 config/production/serve.ts cms)
container cms 172.29.11.12 1337 "${cms[@]}"
for _ in $(seq 120); do curl -fs -o /dev/null http://172.29.11.12:1337/readyz && break; sleep 1; done
say 'restored, the cms serves again' "$(curl -s -o /dev/null -w '%{http_code}' http://172.29.11.12:1337/readyz)" 200
say 'nobody was root' "$(pgrep -u 0 -f 'serve.ts' | wc -l)" 0
exit $failed
