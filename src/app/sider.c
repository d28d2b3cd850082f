#include "app/sider.h"

#include "app/bilde/bilde.h"
#include "app/evaluering/evaluering.h"
#include "app/habilitet/habilitet.h"
#include "app/jobb/jobb.h"
#include "app/rapport/rapport.h"
#include "app/kommune/kommune.h"
#include "app/kort/kort.h"
#include "app/klargjoering/klargjoering.h"
#include "app/konto/konto.h"
#include "app/lov/lov.h"
#include "app/ord/ord.h"
#include "app/person/person.h"
#include "app/regler/regler.h"
#include "app/samling/samling.h"
#include "app/fjern/fjern.h"
#include "app/gruppe/gruppe.h"
#include "app/konsoll/konsoll.h"
#include "app/lerret/lerret.h"
#include "app/telefon/telefon.h"
#include "app/utskrift/utskrift.h"
#include "app/valg/valg.h"

const struct page *const all_pages[] = {
	rapport_pages,
	rapport_valg_pages,
	evaluering_pages,
	jobb_pages,
	kommune_pages,
	konto_pages,
	kort_pages,
	lov_pages,
	ord_pages,
	samling_pages,
	bilde_pages,
	gruppe_pages,
	konsoll_pages,
	lerret_pages,
	fjern_pages,
	telefon_pages,
	person_pages,
	utskrift_pages,
	klargjoering_pages,
	valg_pages,
	valg_fil_pages,
	habilitet_pages,
	regler_pages,
	NULL
};
