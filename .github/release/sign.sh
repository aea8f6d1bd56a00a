#!/usr/bin/env bash
# Makes the folder that a release publishes: the package, the signed catalogue with its page, and SHA256SUMS. The
# packed program itself renders and signs, so nothing has to be installed where the signer can be reached. The folder
# appears only when it is complete, and must not be there before.
#   sign.sh PACKED FOLDER LAST
# PACKED is what pack.sh made. LAST is the catalogue of the last release, as last-catalog.sh left it: the serial number of
# the new one is higher. docs/release.md describes the variables.
set -euo pipefail
packed=$1
folder=$(realpath -m "$2")
last=$3

fail() {
  echo "error: $1 Nothing is released." >&2
  exit 1
}

[[ ! -e $folder ]] || fail "$folder is there already."
# SIGN_ROOT is for verify.sh; better to miss it before anything is signed.
for name in SIGN_COMMAND SIGN_CERTIFICATE SIGN_ROOT SIGN_TIMESTAMP; do
  [[ -n ${!name:-} ]] || fail "There is no signer: $name is not set. See docs/release.md."
done

# Beside the folder, so that it can get its name at once.
work=$(mktemp -d "$(dirname "$folder")/.release.XXXXXX")
trap 'rm -rf "$work"' EXIT
tar -xzf "$packed"/portkeep-*.tgz -C "$work"
program=$work/package/dist/portkeep.js
version=$(node "$program" --version)

printf '%s\n' "$SIGN_CERTIFICATE" > "$work/signer.pem"
printf '%s\n' "$SIGN_ROOT" > "$work/root.pem"
timestampRoot=()
if [[ -n ${SIGN_TIMESTAMP_ROOT:-} ]]; then
  printf '%s\n' "$SIGN_TIMESTAMP_ROOT" > "$work/timestamp-root.pem"
  timestampRoot=(--timestamp-root "$work/timestamp-root.pem")
fi

if [[ -e $last ]]; then
  unzip -q "$last" manifest.ps1 manifest.jsonl -d "$work/catalog"
  node "$program" verify "$work/catalog/manifest.ps1" --root "$work/root.pem" "${timestampRoot[@]}" >&2 ||
    fail "The last release's catalogue is not accepted."
fi

options=(--sign-command "$SIGN_COMMAND" --sign-cert "$work/signer.pem")
if [[ $SIGN_TIMESTAMP != none ]]; then
  options+=(--timestamp "$SIGN_TIMESTAMP" --timestamp-interval "${SIGN_TIMESTAMP_INTERVAL:-0}")
  options+=("${timestampRoot[@]}")
fi
node "$program" catalog -o "$work/catalog" "${options[@]}"

# The same files give the same archive: sorted, and with one time for all.
mkdir "$work/release"
cp "$packed"/* "$work/release"
find "$work/catalog" -exec touch -d '2000-01-01T00:00:00Z' {} +
(
  cd "$work/catalog"
  find . -type f | LC_ALL=C sort | TZ=UTC zip -q -X -@ "$work/release/portkeep-catalog-$version.zip"
  cd "$work/release"
  sha256sum -- * > "$work/SHA256SUMS"
)
mv "$work/SHA256SUMS" "$work/release"
mv -T "$work/release" "$folder"
