#!/bin/sh
# run.sh LOVGEN - what lovgen makes of the good folder, and the first line that it says when
# one thing in it is made wrong: file, a sed script, and the line and message that are said.
lovgen=$(realpath "$1")
cd "$(dirname "$0")" || exit 1
out=$(mktemp -d) || exit 1
trap 'rm -rf "$out"' EXIT
failed=0
n=0

wrong() {
	echo "not ok: $1"
	failed=1
}

make() { "$lovgen" "$out/lov" "$out/l.h" "$out/l.c" "$out/unobeyed" 2>"$out/said"; }

mkdir "$out/lov"
cp god/* "$out/lov"
make || wrong "the good folder was refused: $(cat "$out/said")"
grep -q '^	TESTL_7_2A_NR3,$' "$out/l.h" || wrong 'the constant of § 7-2a nr. 3'
grep -q '^	RULE_EN_REGEL,$' "$out/l.h" || wrong 'the constant of a rule'
grep -q '"Først en «regel» med \\"tegn\\".", "Først ein regel."' "$out/l.c" || wrong 'the texts'
grep -q '"testloven § 1 andre ledd bokstav a", "testlova § 1 andre ledd bokstav a"' "$out/l.c" ||
	wrong 'the name of a provision'
grep -q '"https://lovdata.no/lov/2020-01-01-1/§7-2a"' "$out/l.c" || wrong 'the address'
printf 'TESTL_7_2A_NR3\ttestloven § 7-2a nr. 3\n' | diff - "$out/unobeyed" ||
	wrong 'rows that no rule obeys'

while IFS='|' read -r file edit said; do
	n=$((n + 1))
	cp god/* "$out/lov"
	rm -f "$out/l.h" "$out/l.c"
	sed "$edit" "god/$file" >"$out/lov/$file"
	cmp -s "god/$file" "$out/lov/$file" && wrong "$edit: nothing was made wrong"
	if make; then
		wrong "$edit: was taken"
	elif [ "$(head -n 1 "$out/said")" != "$out/lov/$file:$said" ]; then
		wrong "$edit: said $(head -n 1 "$out/said")"
	elif [ -e "$out/l.h" ] || [ -e "$out/l.c" ]; then
		wrong "$edit: wrote files"
	fi
done <<'CASES'
testloven|/^nb: Så/d|18: nb is missing
testloven|s/^nn: Så.*/nn:/|18: nn is missing
testloven|/^adresse/d|2: adresse is missing
testloven|s/lovdata.no/example.org/|2: adresse: a page at https://lovdata.no/
testloven|/^nn: testlova/d|2: nn is missing
testloven|/^i-kraft-nn/d|2: i-kraft-nn is missing
testloven|18,$s/^sjekket: .*//|18: sjekket is missing
testloven|s/^fra: 2020-03-01/fra: 2020-13-01/|18: fra: 2020-13-01 is not a date
testloven|s/^fra: 2020-03-01/fra: 1. mars/|18: fra: 1. mars is not a date
testloven|s/^til: 2020-02-29/til: 2021-02-29/|10: til: 2021-02-29 is not a date
testloven|s/^til: 2020-02-29/til: 2020-03-01/|18: the row on line 10 is in force then too
testloven|s/^til: 2020-02-29/til: 2019-12-31/|10: the row ends before it begins
testloven|/^til/d|17: the row on line 10 is in force then too
testloven|/^usikker-nn/d|18: usikker-nb and usikker-nn belong together
testloven|s/^usikker-nn/ukjent/|24: there is no field ukjent here
testloven|s/^nn: Så/nb: Så/|22: nb is given twice
testloven|s/ledd 2/ledd 13/|10: ledd 13: a number from 1 to 12
testloven|s/bokstav a/bokstav 3/|10: bokstav 3: ledd N, bokstav x, nr N or punktum N
testloven|s/bokstav a/bokstav/|10: bokstav: which?
testloven|s/^lov: TESTL/lov: Testl/|2: an act is called with capitals A to Z
testloven|1,2d|1: a file begins with lov: or regler:
regler|/^lov/d|3: lov is missing
regler|s/^lov: .*/lov: TESTL_9/|3: there is no row TESTL_9
regler|s/TESTL_1_2_A/TESTL_1_2_A TESTL_1_2_A/|3: TESTL_1_2_A is named twice
regler|s/^fra: 2020/til: 2019-12-31\nfra: 2018/|3: TESTL_1_2_A is never in force together with en_regel
regler|/^gjort/d|3: gjort is missing
regler|/^nn/d|3: nn is missing
regler|/^fra/d|3: fra is missing
regler|s/en_regel/En regel/|3: a rule begins with [its_name]
regler|$s/$/\n[en_regel]/|9: there are two rules called en_regel
regler|2s/$/\nnb: utenfor/|3: this stands outside a rule
CASES
echo "$n wrong folders"
exit $failed
