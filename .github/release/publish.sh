#!/usr/bin/env bash
# Publishes a folder as the release of a tag: first a draft with all of its files, then for everyone. Ended in between,
# it can be run again; what is published is never changed.
#   publish.sh TAG FOLDER
set -euo pipefail
tag=$1
folder=$2

fail() {
  echo "error: $1" >&2
  exit 1
}

isDraft=$(gh release view "$tag" --json isDraft --jq .isDraft 2>&1 || true)
case $isDraft in
  true) ;;
  "release not found")
    # What CHANGELOG.md says of the version: the text below its first heading.
    awk '/^## / && ++section > 1 { exit } section == 1 && !/^## /' CHANGELOG.md |
      gh release create "$tag" --draft --verify-tag --title "portkeep ${tag#v}" --notes-file -
    ;;
  false) fail "$tag is released already." ;;
  *) fail "Whether $tag is released is not known: $isDraft" ;;
esac
gh release upload "$tag" "$folder"/* --clobber
gh release edit "$tag" --draft=false
