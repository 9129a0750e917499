#!/bin/sh
# Tries the production run on this machine: two cms and a portal as systemd would start them, on the embedded PostgreSQL of a
# new folder, behind the real Caddy with config/proxy/Caddyfile. Says what it sees, stops everything, keeps nothing.
# Needs caddy, curl and a built repository. try-https.sh [FIRST PORT]
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
base=${1:-18000}
work=$(mktemp -d)
chmod 711 "$work"
node=$root/node_modules/.bin/node
[ -x "$node" ] || node=$(command -v node)
pids=
stop() {
  for pid in $pids; do kill "$pid" 2>/dev/null || true; done
  for pid in $pids; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap stop EXIT INT TERM
secret() { head -c 24 /dev/urandom | base64 | tr '+/' '-_' >"$work/$1"; }

"$node" "$root/config/production/try-database.ts" "$work" $((base + 9)) >"$work/url" 2>"$work/database.log" &
pids="$!"
until [ -s "$work/url" ]; do
  kill -0 "$pids" 2>/dev/null || { cat "$work/database.log" >&2; exit 1; }
  sleep 0.2
done

for name in API_TOKEN_SALT ADMIN_JWT_SECRET TRANSFER_TOKEN_SALT JWT_SECRET ENCRYPTION_KEY DOCUMENT_KEY APP_KEYS; do
  secret "$name"
  export "${name}_FILE=$work/$name"
done
export DATABASE_URL_FILE="$work/url" DATA_DIR="$work/data" SMTP_URL=smtp://127.0.0.1:9 MAIL_FROM=tiket@kota.test
export SITE_HOST=portal.localhost CMS_HOST=panel.localhost BACKUP_DAILY=false CMS_DRAIN_SECONDS=2
https=$((base + 3))
export SITE_URL="https://$SITE_HOST:$https" CMS_PUBLIC_URL="https://$CMS_HOST:$https" CMS_URL="http://127.0.0.1:$((base + 1))"
mkdir "$DATA_DIR"
chmod 711 "$DATA_DIR"
serve() { env "$2" "$node" "$root/config/production/serve.ts" "$1" >>"$work/$3.log" 2>&1 & pids="$pids $!"; last=$!; }
serve cms "CMS_PORT=$((base + 1))" cms1
first=$last
serve cms "CMS_PORT=$((base + 2))" cms2
serve site "SITE_PORT=$((base + 4))" site

# The very files, but for the ports that need root: Caddy's own setting for other ones stands in front.
mkdir "$work/proxy"
cp "$root"/config/proxy/*.caddy "$work/proxy/"
awk -v http=$((base + 5)) -v https=$https 'NR>1 && /^\{$/ && !done {print; print "\thttp_port " http; print "\thttps_port " https; print "\tskip_install_trust"; done=1; next} {print}' \
  "$root/config/proxy/Caddyfile" >"$work/proxy/Caddyfile"
export UPSTREAMS=systemd SITE_UPSTREAMS="127.0.0.1:$((base + 4))" CMS_UPSTREAMS="127.0.0.1:$((base + 1)) 127.0.0.1:$((base + 2))"
export XDG_DATA_HOME="$work/caddy" XDG_CONFIG_HOME="$work/caddy"
caddy validate --config "$work/proxy/Caddyfile" --adapter caddyfile >"$work/validate.log" 2>&1 && echo "✓ Caddyfile"
for port in $((base + 1)) $((base + 2)) $((base + 4)); do
  until curl -fs -o /dev/null "http://127.0.0.1:$port/readyz"; do sleep 1; done
done
caddy run --config "$work/proxy/Caddyfile" --adapter caddyfile >"$work/caddy.log" 2>&1 &
pids="$pids $!"
ca="$work/caddy/caddy/pki/authorities/local/root.crt"
until [ -s "$ca" ] && curl -fs --cacert "$ca" -o /dev/null "$SITE_URL/healthz"; do sleep 1; done
ask() { curl -sS --cacert "$ca" "$@"; }
say() { if [ "$2" = yes ]; then echo "✓ $1"; else echo "✗ $1"; failed=1; fi; }
failed=0
has() { if printf %s "$1" | grep -qiE "$2"; then echo yes; else echo no; fi; }

page=$(ask -sD - -o /dev/null "$SITE_URL/masuk")
say "the portal answers over TLS" "$(has "$page" '^HTTP/[0-9.]+ 200')"
say "HSTS at the portal" "$(has "$page" '^strict-transport-security: max-age=[1-9]')"
panel=$(ask -sD - -o /dev/null "$CMS_PUBLIC_URL/admin")
say "the panel answers over TLS, with HSTS" "$(has "$panel" '^strict-transport-security: max-age=[1-9]')"
plain=$(curl -sSD - -o /dev/null -H "Host: $SITE_HOST" "http://127.0.0.1:$((base + 5))/")
say "plain HTTP leads to HTTPS" "$(has "$plain" '^location: https://')"
say "figures are not for outside" "$(has "$(ask -sD - -o /dev/null "$CMS_PUBLIC_URL/metrics")" ' 404')"

link=$(sed -n 's/.*"url": "\(.*\)".*/\1/p' "$DATA_DIR/first-admin.json")
token=${link##*registrationToken=}
say "the first administrator's link names the panel over HTTPS" "$(has "$link" "^$CMS_PUBLIC_URL/admin/auth/register")"
admin="{\"registrationToken\":\"$token\",\"userInfo\":{\"firstname\":\"Rina\",\"lastname\":\"Utami\",\"password\":\"$(head -c 18 /dev/urandom | base64)aA1\"}}"
join() { ask -sD - -H 'content-type: application/json' -d "$admin" "$CMS_PUBLIC_URL/admin/register"; }
joined=$(join)
say "it makes the administrator" "$(has "$joined" '^HTTP/[0-9.]+ 20[01]')"
say "cookies of the panel are Secure" "$(has "$joined" '^set-cookie: .*; secure')"
say "and works once" "$(has "$(join)" '^HTTP/[0-9.]+ 4')"
url=$(cat "$work/url")
seen=$("$node" "$root/config/production/try-database.ts" ask "$url" "select string_agg(distinct address, ' ') from audit_entries where address is not null")
say "the caller's own address is seen, and only 127.0.0.1 was here: $seen" "$(has "$seen" '^127\.0\.0\.1$|^::1$|^127\.0\.0\.1 ::1$')"
forged=$(ask -sD - -o /dev/null -H 'X-Forwarded-For: 203.0.113.9' -H 'content-type: application/json' -d '{"identifier":"x@y.test","password":"salah"}' "$CMS_PUBLIC_URL/api/auth/local")
say "a wrong password is refused" "$(has "$forged" '^HTTP/[0-9.]+ 4')"
seen=$("$node" "$root/config/production/try-database.ts" ask "$url" "select count(*) from audit_entries where address = '203.0.113.9'")
say "an address a caller invents counts for nothing" "$(has "$seen" '^0$')"

# One cms goes while people ask: nobody is answered with an error.
count=0
bad=0
kill "$first"
while [ $count -lt 60 ]; do
  code=$(ask -o /dev/null -w '%{http_code}' "$CMS_PUBLIC_URL/api/ticketing/announcements" || echo 000)
  case $code in 200 | 401) ;; *) bad=$((bad + 1)) ;; esac
  count=$((count + 1))
  sleep 0.1
done
say "of $count requests while one cms was stopped, $bad failed" "$([ $bad -eq 0 ] && echo yes || echo no)"
exit $failed
