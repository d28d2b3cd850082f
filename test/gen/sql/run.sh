#!/bin/sh
# run.sh SQLGEN - what sqlgen makes of good queries, and the first line that it says of
# bad ones: NAME.sql with NAME.h, or with NAME.feil; schema-NAME/ with schema-NAME.feil.
sqlgen=$(realpath "$1")
cd "$(dirname "$0")" || exit 1
out=$(mktemp -d) || exit 1
trap 'rm -rf "$out"' EXIT
failed=0

wrong() {
	echo "not ok: $1"
	failed=1
}

refuse() {      # name, schema, query file
	if "$sqlgen" "$2" "$out/q.h" "$out/q.c" "$3" 2>"$out/said"; then
		wrong "$1 was taken"
	elif ! head -n 1 "$out/said" | diff "$1.feil" -; then
		wrong "$1 said something else"
	elif [ -e "$out/q.h" ] || [ -e "$out/q.c" ]; then
		wrong "$1 wrote files"
	fi
}

n=0
for expected in *.feil; do
	name=${expected%.feil}
	n=$((n + 1))
	case $name in
	schema-*) refuse "$name" "$name" god.sql ;;
	*) refuse "$name" schema "$name.sql" ;;
	esac
done
for header in *.h; do
	name=${header%.h}
	n=$((n + 1))
	"$sqlgen" schema "$out/q.h" "$out/q.c" "$name.sql" && diff "$header" "$out/q.h" ||
		wrong "$name"
done
echo "$n cases"
exit $failed
