#!/usr/bin/env bash
# Packs the package into a folder, and writes beside it what it was built with, as a CycloneDX list.
#   pack.sh FOLDER [ADDRESS]
# While it packs, package.json is another one. It has the address of the repository: npm wants it for the provenance, and
# its page for the links of the README. And it has no scripts: nobody needs them in the package, and npm warns of one that
# could run when it is installed.
set -euo pipefail
folder=$1
version=$(node -p 'require("./package.json").version')

npm run -s build
saved=$(mktemp)
cp package.json "$saved"
trap 'cat "$saved" > package.json; rm "$saved"' EXIT
npm pkg delete scripts
if [[ -n ${2:-} ]]; then
  npm pkg set repository.type=git "repository.url=git+$2.git"
fi
mkdir -p "$folder"
npm pack --pack-destination "$folder"
npm sbom --package-lock-only --sbom-format cyclonedx > "$folder/portkeep-$version.cdx.json"
