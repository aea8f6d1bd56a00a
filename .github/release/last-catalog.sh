#!/usr/bin/env bash
# Fetches the catalogue of the last release into a file, which is not there afterwards where nothing is released yet.
#   last-catalog.sh FILE
set -euo pipefail

tag=$(gh release list --exclude-drafts --exclude-pre-releases --limit 1 --json tagName --jq '.[].tagName')
[[ -z $tag ]] || gh release download "$tag" --pattern 'portkeep-catalog-*.zip' --output "$1"
