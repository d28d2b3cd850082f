# rooms.awk - fails when a file includes a header from a room it may not enter.
#
#	awk -f tool/rooms.awk tool/rooms.txt src/*/*.[ch] src/app/*/*.[ch] ...
# A feature may see y.h of app/y, and these; drift, which runs them all, sees everything.
BEGIN {
	seen["telefon/telefon.html.h"]  # the frame of the phone, around its report
	seen["aktivitet/sammenligning.html.h"]  # drawn beside what a kind draws
	seen["drift/program.h"]         # the running program, for commands of other features
	seen["samling/navneliste.h"]    # who is here, for group work and the rostrum
	seen["aktivitet/slag"]          # reading a kind's config, for features behind kinds
	seen["habilitet/bibliotek.h"]   # cases of impartiality, and how an answer is told
	seen["habilitet/sakord.html.h"]
	seen["lov/hjemmel.html.h"]        # sections as links, and what they say
	seen["regler/kort.h"]           # a card on the wall and on phones
	seen["regler/kort.html.h"]
	seen["valg/navn.h"]             # names, bodies, sentences: the page and the meeting
	seen["valg/skjemaorgan.h"]
	seen["valg/tekst.h"]
	seen["valg/protokollfil.h"]     # an election in the meeting as a file ...
	seen["valg/oving.h"]
	seen["valg/fil.h"]              # ... and opened on the page
	seen["sider.h/"]                # the list of all pages
}
FNR == NR {
	if ($1 !~ /^#/)
		for (i = 2; i <= NF; i++)
			ok[$1, $i] = 1
	next
}
FNR == 1 {
	split(FILENAME, part, "/")
	room = part[2]
	feature = part[3]
}
/^(% )?#include "/ {
	match($0, /"[^"]*"/)
	split(substr($0, RSTART + 1, RLENGTH - 2), to, "/")
	if (to[2] == "")                # generated, or beside the file itself
		next
	if (room == "app" && to[1] == "app") {
		if (to[2] != feature && feature != "drift" && to[3] != to[2] ".h" && \
		    !((to[2] "/" to[3]) in seen))
			complain("of app/" to[2] " only " to[2] ".h may be seen from outside")
	} else if (room != "main.c" && !((room, to[1]) in ok)) {
		complain(room " may not look into " to[1])
	}
}
function complain(what) {
	print FILENAME ":" FNR ": " what
	bad = 1
}
END { exit bad }
