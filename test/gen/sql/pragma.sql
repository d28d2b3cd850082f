-- query: a   right: all
PRAGMA writable_schema = ON;
