#!/usr/bin/env bash
# Packs the package into a folder, and writes beside it what it was built with, as a CycloneDX list.
#   pack.sh FOLDER [ADDRESS]
# The address of the repository goes into package.json: npm wants it for the provenance, and its page for the links of
# the README.
set -euo pipefail
folder=$1
version=$(node -p 'require("./package.json").version')

if [[ -n ${2:-} ]]; then
  npm pkg set repository.type=git "repository.url=git+$2.git"
fi
mkdir -p "$folder"
npm pack --pack-destination "$folder"
npm sbom --package-lock-only --sbom-format cyclonedx > "$folder/portkeep-$version.cdx.json"
