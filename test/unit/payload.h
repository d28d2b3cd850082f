/* payload.h - what somebody may write to get a script to run: sixty ways, and texts
 * that are merely difficult.  NULL ends each list. */
#ifndef TEST_PAYLOAD_H
#define TEST_PAYLOAD_H

static const char *const payloads[] = {
	"<script>alert(1)</script>", "<SCRIPT>alert(1)</SCRIPT>", "<scr<script>ipt>alert(1)",
	"<script src=//x.example/x.js></script>", "<script/x>alert(1)</script>",
	"</script><script>alert(1)</script>", "<script>/*</script>*/alert(1)",
	"\"><script>alert(1)</script>", "'><script>alert(1)</script>",
	"</title><script>alert(1)</script>", "</textarea><script>alert(1)</script>",
	"</style><script>alert(1)</script>", "--><script>alert(1)</script>",
	"]]><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
	"<img src=x onerror=alert(1)//", "\"><img src=x onerror=alert(1)>",
	"'><img src=x onerror=alert(1)>", "</title><img src=x onerror=alert(1)>",
	"</textarea><img src=x onerror=alert(1)>", "<img/src=x/onerror=alert(1)>",
	"<img src=\"x`\" `onerror=alert(1)>", "<svg onload=alert(1)>", "<svg/onload=alert(1)>",
	"<svg><script>alert(1)</script></svg>", "<svg><a xlink:href=javascript:alert(1)>x</a>",
	"<svg><animate onbegin=alert(1) attributeName=x dur=1s>", "<svg><set onbegin=alert(1)>",
	"</text></svg><img src=x onerror=alert(1)>", "<math><mtext><img src=x onerror=alert(1)>",
	"<math href=javascript:alert(1)>x", "<iframe src=javascript:alert(1)>",
	"<iframe srcdoc='<script>alert(1)</script>'>", "<object data=javascript:alert(1)>",
	"<embed src=javascript:alert(1)>", "<body onload=alert(1)>",
	"<input autofocus onfocus=alert(1)>",
	"<select autofocus onfocus=alert(1)>", "<textarea autofocus onfocus=alert(1)>",
	"<details open ontoggle=alert(1)>", "<video><source onerror=alert(1)>",
	"<audio src=x onerror=alert(1)>", "<marquee onstart=alert(1)>",
	"<a href=javascript:alert(1)>x</a>",
	"<a href='java\tscript:alert(1)'>x</a>", "<form action=javascript:alert(1)><button>x",
	"<button formaction=javascript:alert(1)>x",
	"<meta http-equiv=refresh content=0;url=javascript:alert(1)>",
	"<link rel=stylesheet href=//x.example/x.css>", "<base href=//x.example/>",
	"<style>@import'//x.example/x.css'</style>", "\" onmouseover=\"alert(1)",
	"' onmouseover='alert(1)", "\" autofocus onfocus=alert(1) x=\"", "javascript:alert(1)",
	"data:text/html,<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;",
	"&#60;script&#62;alert(1)", "\\u003cscript\\u003ealert(1)",
	"{{constructor.constructor('alert(1)')()}}",
	NULL
};

static const char *const difficult[] = {
	"æ", "Ærlighet", "é e\xcc\x81", "\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd",
	"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7",
	"\xe2\x80\xae" "snudd", "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d",
	"\xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7",
	"\xe2\x80\x8b", "a\xe2\x80\x8b" "b", "\x01\x02\x7f", "a\tb", "a\nb", "a\r\nb", "\n\n",
	"  ", "...", "%s%n%d",
	"' OR 1=1 --", "\xe4\xb8\xad\xe6\x96\x87", "Z\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81",
	"0", "-1", NULL
};

#endif
