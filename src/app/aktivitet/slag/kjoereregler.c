/* kjoereregler - ground rules: gathered, merged, given dots, adopted; and how it went. */
#include "app/aktivitet/slag/kortslag.h"
#include "app/aktivitet/slag/slag.h"
#include "web/text.h"

const struct kind kind_kjoereregler = {
	.name = "kjoereregler", .label = N_("Kjøreregler"), .icon = "kjoereregler",
	.answers = true, .texts = true, .before_rounds = true,
	.one_level = true, .level = LEVEL_ANONYMOUS,
	.setup = cards_setup, .words = cards_words, .stages = cards_stages,
	.writes = cards_writes, .question = cards_question, .follows = cards_follow,
	.load = cards_load, .answer = cards_answer, .choice = cards_choice, .step = cards_step,
	.take_step = cards_take_step, .read = cards_view_read, .acts = cards_acts,
	.panel = cards_panel, .phone = cards_phone, .wall = cards_wall,
	.result = cards_result, .edit = cards_edit, .from_form = cards_from_form,
};
