#include "web/asset.h"

#include <string.h>

#include "lib/log.h"

const struct asset *asset_find(const char *path)
{
	for (size_t i = 0; i < n_assets; i++)
		if (strcmp(assets[i].path, path) == 0)
			return &assets[i];
	return NULL;
}

const char *asset_url(const char *name)
{
	for (size_t i = 0; i < n_assets; i++)
		if (strcmp(assets[i].name, name) == 0)
			return assets[i].path;
	log_fatal("no asset %s", name);
}
