#!/bin/sh
# Makes tema.css anew from designsystemet.config.json.  Needed only when the colours change,
# and kept out of the ordinary build: the tool wants node 20 and 150 packages.
set -e
cd "$(dirname "$0")"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cp designsystemet.config.json "$tmp"
(cd "$tmp" && npm init -y > "$tmp/log" && npm install --ignore-scripts @digdir/designsystemet@1.15.0 >> "$tmp/log" &&
 npx designsystemet tokens create >> "$tmp/log" &&
 npx designsystemet tokens build -o ut >> "$tmp/log") || { cat "$tmp/log"; exit 1; }
cp "$tmp/ut/samling.css" tema.css
