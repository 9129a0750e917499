#!/bin/sh
# Makes a Debian machine with PostgreSQL, Caddy and this repository in /opt/ticketing a desk, with systemd and without
# containers; as root: install.sh SITE_HOST CMS_HOST MAIL_FROM SMTP_URL. May be run again: what is there stays.
set -eu
home=/opt/ticketing
settings=/etc/ticketing/ticketing.env
[ $# -eq 4 ] || { echo "install.sh NAMA-PORTAL NAMA-PANEL EMAIL-PENGIRIM URL-SMTP" >&2; exit 2; }
[ "$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)" -ge 24 ] ||
  { echo "Node.js 24 diperlukan: npm install --global node@24 (Node.js 24 is needed)" >&2; exit 1; }
random() { head -c 24 /dev/urandom | base64 | tr '+/' '-_' | tr -d '\n'; }
cd "$home"

id ticketing >/dev/null 2>&1 || useradd --system --home-dir "$home" --shell /usr/sbin/nologin ticketing
npm ci --no-audit --no-fund
npm run build
npm prune --omit=dev --no-save --no-audit --no-fund
chown ticketing:ticketing public/uploads

install -d -m 750 -g ticketing /etc/ticketing
if [ ! -e "$settings" ]; then
  password=$(random)
  su postgres -c psql >/dev/null <<SQL
create role ticketing login createdb password '$password';
SQL
  su postgres -c 'createdb --owner=ticketing --encoding=UTF8 --template=template0 ticketing'
  (
    umask 077
    cat >"$settings" <<END
DATABASE_URL=postgres://ticketing:$password@127.0.0.1:5432/ticketing
SITE_URL=https://$1
CMS_PUBLIC_URL=https://$2
CMS_URL=http://127.0.0.1:8337
MAIL_FROM=$3
FIRST_ADMIN_EMAIL=$3
SMTP_URL=$4
APP_KEYS=$(random),$(random)
API_TOKEN_SALT=$(random)
ADMIN_JWT_SECRET=$(random)
TRANSFER_TOKEN_SALT=$(random)
JWT_SECRET=$(random)
ENCRYPTION_KEY=$(random)
DOCUMENT_KEY=$(random)
METRICS_TOKEN=$(random)
END
  )
fi

cp config/systemd/*.service /etc/systemd/system/
cp config/proxy/* /etc/caddy/
install -d /etc/systemd/system/caddy.service.d
[ -e /etc/systemd/system/caddy.service.d/ticketing.conf ] || cat >/etc/systemd/system/caddy.service.d/ticketing.conf <<END
# Another cms or portal beside the first: its port here, and systemctl enable --now ticketing-cms@1338 ticketing-site@4322.
# TLS_MODE=internal is for a trial; with an e-mail address certificates come from Let's Encrypt.
[Service]
Environment=UPSTREAMS=systemd SITE_HOST=$1 CMS_HOST=$2 TLS_MODE=internal
Environment="CMS_UPSTREAMS=127.0.0.1:1337" "SITE_UPSTREAMS=127.0.0.1:4321"
END
systemctl daemon-reload
systemctl enable --quiet ticketing-cms@1337 ticketing-site@4321 caddy
systemctl restart ticketing-cms@1337 ticketing-site@4321 caddy
echo "Menunggu sampai melayani … (Waiting until it serves)"
until curl -fs -o /dev/null http://127.0.0.1:4321/readyz; do sleep 2; done
echo "https://$1 · https://$2/admin"
echo "Simpan salinan $settings di tempat lain. Administrator pertama: /var/lib/ticketing/first-admin.json"
echo "(Keep a copy of $settings elsewhere. The first administrator's one-time link is in that file.)"
