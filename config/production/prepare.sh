#!/bin/sh
# Writes what a production run needs and nobody else may know, once: .env and a folder of secrets beside docker-compose.yml.
# prepare.sh SITE_HOST CMS_HOST MAIL_FROM SMTP_URL
set -eu
cd "$(dirname "$0")/../.."
[ $# -eq 4 ] || { echo "prepare.sh NAMA-PORTAL NAMA-PANEL EMAIL-PENGIRIM URL-SMTP" >&2; exit 2; }
[ ! -e secrets ] || { echo "secrets/ sudah ada; tidak ada yang diubah. (secrets/ exists; nothing was changed.)" >&2; exit 1; }
random() { head -c 24 /dev/urandom | base64 | tr '+/' '-_' | tr -d '\n'; }
umask 077
mkdir secrets
password=$(random)
printf %s "$password" > secrets/postgres_password
printf 'postgres://ticketing:%s@postgres:5432/ticketing' "$password" > secrets/database_url
printf %s "$4" > secrets/smtp_url
for name in api_token_salt admin_jwt_secret transfer_token_salt jwt_secret encryption_key document_key metrics_token; do
  random > "secrets/$name"
done
printf '%s,%s,%s,%s' "$(random)" "$(random)" "$(random)" "$(random)" > secrets/app_keys
# The containers' own user reads them; nobody may list the folder.
chmod 711 secrets
chmod 444 secrets/*
cat > .env <<END
COMPOSE_PROJECT_NAME=ticketing
SITE_HOST=$1
CMS_HOST=$2
MAIL_FROM=$3
FIRST_ADMIN_EMAIL=$3
TLS_MODE=internal
END
echo "Tertulis: .env dan secrets/. Simpan salinan secrets/ di tempat lain, lalu: docker compose up -d --wait"
echo "(Written. Keep a copy of secrets/ elsewhere, then: docker compose up -d --wait)"
