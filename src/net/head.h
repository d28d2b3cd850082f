/* head.h - what llhttp says about the head of a request (private to net/).
 *
 * llhttp's names collide with ours, so this is the only door to it.  It gets a
 * whole head; bodies are http_in.c's.
 */
#ifndef NET_HEAD_H
#define NET_HEAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum head_verdict { HEAD_OK, HEAD_BAD, HEAD_UNKNOWN_METHOD };

struct head_facts {
	const char *target;         /* into the text, not terminated             */
	size_t n_target;
	const char **name;          /* where each field's name begins            */
	size_t n_field, room;       /* room: how many `name` can hold, set before */
	int major, minor;
	bool chunked, has_length, keep_alive;
	uint64_t length;
};

/* `text` is a head from the first letter of the method to the empty line. */
enum head_verdict head_read(const char *text, size_t n, struct head_facts *);

#endif
