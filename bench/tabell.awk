# tabell.awk - medians of "case name value" lines, as a table: measured, limit, held or not.
{ at = $1 SUBSEP $2; value[at, n[at]++] = $3 }

function median(of, name,    at, i, j, k, t, v) {
	at = of SUBSEP name
	k = n[at]
	if (k == 0) {
		missing = missing " " of "/" name
		return -1
	}
	for (i = 0; i < k; i++)
		v[i] = value[at, i]
	for (i = 1; i < k; i++)
		for (j = i; j > 0 && v[j - 1] > v[j]; j--) {
			t = v[j]; v[j] = v[j - 1]; v[j - 1] = t
		}
	return v[int(k / 2)]
}
function line(what, measured, limit, ratio, held) {
	printf "%-58s %12s  %-14s %7s  %s\n", what, measured, limit, ratio, held
}
# at most
function low(what, v, unit, limit, ratio) {
	line(what, sprintf("%.1f %s", v, unit), limit == "" ? "" : "<= " limit " " unit, ratio,
	     limit == "" ? "" : v <= limit ? "held" : "NOT HELD")
}
# at least
function high(what, v, unit, limit) {
	line(what, sprintf("%.0f %s", v, unit), ">= " limit, "", v >= limit ? "held" : "NOT HELD")
}
function against(what, v, bare, unit, limit, most,    r) {
	r = bare > 0 ? v / bare : 0
	line(what, sprintf("%.2f %s", v, unit), sprintf("%s %.2fx", most ? "<=" : ">=", limit),
	     sprintf("%.2f", r), (most ? r <= limit : r >= limit) ? "held" : "NOT HELD")
}
function times(v, bare) {
	return bare > 0 ? sprintf("%.2f", v / bare) : ""
}
# A plan of groups: its time, its cost with the worst seed, and that nobody met again
function groups(what, name, ms, cost,    wrong) {
	low(what, median("grupper", name "_ms"), "ms", ms, "")
	low("  its cost", median("grupper", name "_total"), "", cost, "")
	wrong = median("grupper", name "_gjentak") + median("grupper", name "_brudd")
	line("  meetings again and rules broken", wrong, "0", "", wrong == 0 ? "held" : "NOT HELD")
}

END {
	line("what", "measured", "limit", "ratio", "")
	count = split(sizes, size, " ")
	for (i = 1; i <= count; i++) {
		N = size[i]; ours = "samling-" N; bare = "bar-" N
		against("CPU an event, " N " streams", median(ours, "us_hendelse"),
		        median(bare, "us_hendelse"), "us", 1.25, 1)
		low("one change to " N ", slowest phone, p50", median(ours, "siste_p50"), "ms", "",
		    times(median(ours, "siste_p50"), median(bare, "siste_p50")))
		low("one change to " N ", slowest phone, p99", median(ours, "siste_p99"), "ms",
		    N == 1000 ? 60 : N == 10000 ? 400 : "",
		    times(median(ours, "siste_p99"), median(bare, "siste_p99")))
		low("memory a stream, from " N / 2 " to " N, median(ours, "kb_stroem"), "kB", 4, "")
	}
	high("answers a second, " largest " streams open",
	     median("samling-" largest, "svar_i_sekundet"), "/s", 5000)
	low("  their reply, p99", median("samling-" largest, "svar_fullt_p99"), "ms", 50, "")
	low("1000 phones answer within 2 s, reply p50", median("boelge", "kvittering_p50"), "ms", "", "")
	low("1000 phones answer within 2 s, reply p99", median("boelge", "kvittering_p99"), "ms", 100, "")
	low("  the same, every sync takes 5 ms, p99", median("boelge-5ms", "kvittering_p99"), "ms", 100, "")
	split("1 16 64", batch, " ")
	for (i = 1; i <= 3; i++)
		against("answers stored, " batch[i] " a commit, bare SQLite, sync 1 ms",
		        median("lager-" batch[i], "svar_i_sekundet") / 1000,
		        median("sqlite-" batch[i], "svar_i_sekundet") / 1000, "k/s", 0.8, 0)
	low("the page to join with, css and js too", median("side", "side_byte") / 1000, "kB", 25, "")
	low("  the page at 200 a second, p99", median("side", "side_p99"), "ms", 20, 
	    times(median("side", "side_p99"), median("bar-side", "side_p99")))
	low("start to first page", median("start", "start_ms"), "ms", 200, "")
	low("kill -9 until 1000 phones are right again", median("tilbake", "tilbake_s"), "s", 5, "")
	low("growth during a minute of traffic", median("minutt", "vekst_kb"), "kB", 512, "")
	low("300 phones answer, reply p99", median("fred", "kvittering_p99"), "ms", "", "")
	low("  beside 500 that never read and 200 slow requests, p99",
	    median("angrep", "kvittering_p99"), "ms", 100,
	    times(median("angrep", "kvittering_p99"), median("fred", "kvittering_p99")))
	line("  slow requests closed by the server",
	     sprintf("%d of 200", median("angrep", "trege_lukket")), "200", "",
	     median("angrep", "trege_lukket") == 200 ? "held" : "NOT HELD")
	low("5000 answers of a word cloud grouped", median("ordsky", "gruppert"), "ms", 50, "")
	low("  a picture of sixty words", median("ordsky", "bilde"), "ms", 30, "")
	low("  3000 words of 40 letters that somebody made up", median("ordsky", "fiendtlig"), "ms", 100, "")
	groups("45 people, 9 groups, 6 rounds", "kommunestyre", 1000, 800)
	groups("200 people, 40 groups, 6 rounds", "sal", 500, "")
	groups("  the next of these rounds, live", "neste", 200, "")
	low("an election in a council of 85, 20 lists", median("valg", "oppgjoer_us"), "us", 1000, "")
	if (missing != "") {
		print "not measured:" missing
		exit 1
	}
}
