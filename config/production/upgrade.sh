#!/bin/sh
# Brings an installation with systemd (config/production/README.md) to another release, and back. As root:
#   upgrade.sh          the newest of the branch it was made from; upgrade.sh VERSION a tag or commit
#   upgrade.sh back     the release before, with the data of the backup that was made before it
# The new release is built beside the running one, and takes its place when it is whole; servers are then started again one
# by one, each when the last one is ready. A release that does not become ready is taken back by itself.
set -eu
home=/opt/ticketing
data=/var/lib/ticketing
note=$data/before-upgrade
cd /

say() { echo "$1"; echo "($2)"; }
units() { systemctl list-units --plain --no-legend --state=active,activating,failed "ticketing-$1@*" | awk '{print $1}'; }
ready() {
  for _ in $(seq 300); do
    if curl -fs -o /dev/null "http://127.0.0.1:$1/readyz"; then return 0; fi
    sleep 1
  done
  return 1
}
# One after the other, so that somebody always answers: cms first, for the portal stands on it.
restart() {
  for unit in $(units cms) $(units site); do
    systemctl restart "$unit"
    port=${unit##*@}
    ready "${port%.service}" || return 1
  done
}
swap() {
  mv "$home" "$home.aside"
  mv "$home.$1" "$home"
  mv "$home.aside" "$home.$2"
  # What editors uploaded for all lies in the folder of the release.
  rm -rf "$home/public/uploads"
  mv "$home.$2/public/uploads" "$home/public/uploads"
}

upgrade() {
  version=$1
  "$home/config/production/run.sh" backup
  backup=$(find "${BACKUP_DIR:-$data/backups}" -name 'ticketing-*.tar*' ! -name '*.tmp' | sort | tail -n 1)
  say "Cadangan: $backup" "Backup: $backup"
  rm -rf "$home.next" "$home.former"
  git clone --quiet "$home" "$home.next"
  git -C "$home.next" remote set-url origin "$(git -C "$home" remote get-url origin)"
  branch=$(git -C "$home" rev-parse --abbrev-ref HEAD)
  git -C "$home.next" fetch --quiet --tags origin
  if [ -n "$version" ]; then git -C "$home.next" checkout --quiet "$version"; else
    git -C "$home.next" reset --quiet --hard "origin/$branch"
  fi
  (cd "$home.next" && npm ci --no-audit --no-fund && npm run build && npm prune --omit=dev --no-save --no-audit --no-fund)
  echo "$backup" >"$note"
  swap next former
  if restart; then
    say "Versi baru melayani. Jalan kembali: $home/config/production/upgrade.sh back" \
      "The new release serves. Way back: the same with the word back"
  else
    say "Versi baru tidak menjadi siap; kembali ke versi sebelumnya." "The new release did not become ready; going back."
    back
    exit 1
  fi
}

# A newer database is refused by older code, so the data goes back too: to the backup of before. What was there stays aside.
back() {
  [ -d "$home.former" ] && [ -s "$note" ] || { say "Tidak ada versi sebelumnya." "There is no release before." >&2; exit 1; }
  backup=$(cat "$note")
  all="$(units cms) $(units site)"
  # shellcheck disable=SC2086
  systemctl stop $all
  stamp=$(date +%Y%m%d%H%M%S)
  database=$(sed -n 's#^DATABASE_URL=.*/\([A-Za-z0-9_]*\)[^/]*$#\1#p' /etc/ticketing/ticketing.env)
  su postgres -c "psql -qc 'alter database \"$database\" rename to \"${database}_$stamp\"'"
  su postgres -c "createdb -O ticketing -E UTF8 -T template0 '$database'"
  if [ -d "$data/attachments" ]; then mv "$data/attachments" "$data/attachments.$stamp"; fi
  swap former refused
  "$home/config/production/run.sh" restore "$backup"
  rm -f "$note"
  for unit in $all; do systemctl start "$unit"; done
  for unit in $all; do
    port=${unit##*@}
    ready "${port%.service}"
  done
  say "Versi sebelumnya melayani, dengan data dari $backup. Yang ditinggalkan: basis data ${database}_$stamp, $data/attachments.$stamp, $home.refused" \
    "The release before serves, with the data of $backup. Left aside: as named above"
}

if [ "${1:-}" = back ]; then back; else upgrade "${1:-}"; fi
