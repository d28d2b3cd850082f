/* Made by tool/sqlgen of the .sql files; included by store/store.h. */
#ifndef STORE_QUERY_H
#define STORE_QUERY_H

enum query {
	Q_ting_en,
	Q_ting_ny,
	Q_ting_alle,
	Q_ting_rydd,
	Q__MAX
};

struct args_ting_en { struct value ting, eier; };
enum { ting_en__id, ting_en__tittel, ting_en__strek, ting_en__navn };

struct args_ting_ny { struct value navn, eier; };
enum { ting_ny__id };

struct args_ting_alle { };
enum { ting_alle__navn };

struct args_ting_rydd { };

#endif
