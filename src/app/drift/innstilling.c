#include "app/drift/innstilling.h"

enum outcome setting_read(struct store *st, struct arena *mem, const char *name,
                          const char **value)
{
	struct rows rows;
	enum outcome went = RUN(st, mem, &rows, innstilling_les, .navn = v_text(name));

	*value = went == OUTCOME_OK && rows.n > 0 ?
	         row_text(&rows.row[0], innstilling_les__verdi) : "";
	return went;
}

enum outcome setting_write(struct store *st, struct arena *mem, const char *name,
                           const char *value)
{
	return RUN(st, mem, NULL, innstilling_sett, .navn = v_text(name),
	           .verdi = v_text(value));
}
