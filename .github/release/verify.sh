#!/usr/bin/env bash
# Fails unless a release's folder is what SHA256SUMS says, its scripts and bundles are those of the catalogue's manifest, and
# every signature in the catalogue leads to a root.
#   verify.sh FOLDER ROOT [TIMESTAMP_ROOT]
# ROOT is the root's certificate as text (PEM), TIMESTAMP_ROOT that of the authority for timestamps.
set -euo pipefail
folder=$(realpath "$1")

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$folder" && sha256sum --check --strict SHA256SUMS)
tar -xzf "$folder"/portkeep-*.tgz -C "$work"
unzip -q "$folder"/portkeep-catalog-*.zip -d "$work/catalog"
printf '%s\n' "$2" > "$work/root.pem"
[[ -z ${3:-} ]] || printf '%s\n' "$3" > "$work/timestamp-root.pem"
export work

verify() {
  local said options=(--root "$work/root.pem")
  [[ ! -e $work/timestamp-root.pem ]] || options+=(--timestamp-root "$work/timestamp-root.pem")
  # 255 is what makes xargs stop.
  said=$(node "$work/package/dist/portkeep.js" verify "$1" "${options[@]}" 2>&1) || { echo "$said" >&2; exit 255; }
}
export -f verify
cd "$work/catalog"
verify manifest.ps1
if [[ ! -s manifest.jsonl ]]; then
  echo "error: The catalogue's manifest names no script." >&2
  exit 1
fi
files='"\(.sha256)  \(.file)",
  (.script as $id | .bundles | to_entries[] | "\(.value)  bundles/\($id)/\(.key).zip")'
jq --raw-output "$files" manifest.jsonl | sha256sum --check --strict --quiet
find scripts -name '*.ps1' -print0 | xargs -0 -r -n 1 -P "$(nproc)" bash -c 'verify "$0"'
