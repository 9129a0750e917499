#!/bin/sh
# Runs a verb of config/run on an installation with systemd, as its own user and with its settings, as root:
#   run.sh backup    run.sh restore FILE    run.sh audit-verify    run.sh facts    run.sh import FILE …
set -eu
[ $# -gt 0 ] || { echo "run.sh VERB [ARGUMENT…]" >&2; exit 2; }
verb=$1
shift
exec systemd-run --quiet --wait --pipe --collect --uid=ticketing --gid=ticketing --working-directory=/opt/ticketing \
  -p EnvironmentFile=/etc/ticketing/ticketing.env -p 'Environment=NODE_ENV=production DATA_DIR=/var/lib/ticketing' \
  -p TemporaryFileSystem=/opt/ticketing/.tmp:mode=1777 -p UMask=0077 -p NoNewPrivileges=true -p PrivateTmp=true \
  /usr/bin/env node "config/run/$verb.ts" "$@"
