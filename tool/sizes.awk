# sizes.awk - a file fits a sitting (500 lines), a function a screen (60), a line 100 columns.
function complain(line, what) {
	print FILENAME ":" line ": " what
	bad = 1
}
FNR == 1 && NR > 1 && last > 500 { print file ": " last " lines, at most 500"; bad = 1 }
{
	file = FILENAME
	last = FNR
	text = $0
	gsub(/\t/, "        ", text)
	gsub(/[\200-\277]/, "", text)   # one column a letter, also of two bytes
	if (length(text) > 100 && FILENAME !~ /\.html$/)
		complain(FNR, length(text) " columns, at most 100")
}
/^\{/ { begun = FNR }
/^\}/ && begun { if (FNR - begun > 60) complain(begun, "a function of " FNR - begun " lines, at most 60"); begun = 0 }
END { if (last > 500) { print file ": " last " lines, at most 500"; bad = 1 } exit bad }
