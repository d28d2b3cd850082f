/* lovdata.h - the wording of one act, as Lovdata gives it out under NLOD 2.0.
 *
 * The archive "gjeldende-lover" has a file for each act, XML that is also HTML:
 *
 *	<dd class="legacyID">LOV-2018-06-22-83</dd>             in the head
 *	<dd class="lastChangeInForce">2024-07-01</dd>
 *	<main class="documentBody">
 *	<article class="legalArticle" data-name="§7-6">         a section
 *	  <h3 class="legalArticleHeader">...</h3>
 *	  <article class="legalP">...</article>                 a ledd; also numberedLegalP
 *	    <ol><li data-name="a."><article class="listArticle"><article class="legalP">
 *	  <p class="leddfortsettelse">...</p>                   goes on with the ledd before
 *	  <article class="changesToParent">...</article>        a note: left out
 *
 * A section where anything else stands is not read in part: it has no ledd, and says what
 * stood there.  A file that is not well formed is refused whole.
 */
#ifndef APP_LOV_LOVDATA_H
#define APP_LOV_LOVDATA_H

#include <stddef.h>

struct arena;

struct lovdata_section {
	const char *name;               /* "7-6", as in lov/                                  */
	const char **ledd;              /* clean text, a line for each item of a list         */
	size_t n_ledd;
	const char *unknown;            /* why there is no ledd: "<table>"; NULL: nothing     */
};

struct lovdata {
	const char *number;             /* "LOV-2018-06-22-83"                                */
	const char *changed;            /* ISO date of the last change in force; NULL: unsaid */
	struct lovdata_section *section;
	size_t n;
};

/* NULL when it was read, else what is wrong, bokmål, in mem.  The arena needs room for about
 * sixty times the file: a hostile one is only small tags. */
const char *lovdata_read(struct arena *, const char *file, size_t n, struct lovdata *);

#endif
