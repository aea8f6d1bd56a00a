#!/usr/bin/env bash
# Fails unless a tag (v1.2.3), package.json and the newest heading of CHANGELOG.md name the same version.
#   check-version.sh TAG
set -euo pipefail
tag=$1
version=$(node -p 'require("./package.json").version')
heading=$(grep --max-count=1 '^## ' CHANGELOG.md)

fail() {
  echo "error: $1" >&2
  exit 1
}

[[ $tag =~ ^v[0-9]+\.[0-9]+\.[0-9]+$ ]] || fail "The tag \"$tag\" is no version such as v1.2.3."
[[ $tag == "v$version" ]] || fail "The tag is $tag, and package.json has version $version."
[[ $heading =~ ^"## $version, "[0-9]{4}-[0-9]{2}-[0-9]{2}$ ]] ||
  fail "CHANGELOG.md begins with \"$heading\". It has to be \"## $version, \" and the day of the release."
