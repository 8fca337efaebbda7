// The functions of DuckDB's stable C API that the DuckDB room calls, and no other: about seventy declarations instead of
// the engine's own header of several thousand lines. Names, argument orders and layouts are the engine's (C API, 1.5);
// handles are opaque pointers. A function added here is a promise to keep: check it in the engine's documentation first.
#ifndef LAVOIR_CDUCKDB_H
#define LAVOIR_CDUCKDB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint64_t idx_t;
typedef uint32_t duckdb_state; // 0 success, 1 error

typedef struct cduckdb_database *duckdb_database;
typedef struct cduckdb_connection *duckdb_connection;
typedef struct cduckdb_config *duckdb_config;
typedef struct cduckdb_prepared *duckdb_prepared_statement;
typedef struct cduckdb_pending *duckdb_pending_result;
typedef struct cduckdb_appender *duckdb_appender;
typedef struct cduckdb_chunk *duckdb_data_chunk;
typedef struct cduckdb_vector *duckdb_vector;
typedef struct cduckdb_type *duckdb_logical_type;

// Passed by value to duckdb_fetch_chunk: six words, the last one the engine's own data.
typedef struct {
    idx_t deprecated_column_count;
    idx_t deprecated_row_count;
    idx_t deprecated_rows_changed;
    void *deprecated_columns;
    char *deprecated_error_message;
    void *internal_data;
} duckdb_result;

// Type identifiers, as returned by duckdb_get_type_id and duckdb_column_type.
enum {
    CDUCKDB_BOOLEAN = 1, CDUCKDB_TINYINT = 2, CDUCKDB_SMALLINT = 3, CDUCKDB_INTEGER = 4, CDUCKDB_BIGINT = 5,
    CDUCKDB_UTINYINT = 6, CDUCKDB_USMALLINT = 7, CDUCKDB_UINTEGER = 8, CDUCKDB_UBIGINT = 9, CDUCKDB_FLOAT = 10,
    CDUCKDB_DOUBLE = 11, CDUCKDB_TIMESTAMP = 12, CDUCKDB_DATE = 13, CDUCKDB_HUGEINT = 16, CDUCKDB_VARCHAR = 17,
    CDUCKDB_BLOB = 18, CDUCKDB_DECIMAL = 19, CDUCKDB_TIMESTAMP_S = 20, CDUCKDB_TIMESTAMP_MS = 21, CDUCKDB_TIMESTAMP_NS = 22,
    CDUCKDB_LIST = 24, CDUCKDB_STRUCT = 25, CDUCKDB_TIMESTAMP_TZ = 31,
};

typedef struct { int32_t days; } duckdb_date;
typedef struct { int32_t year; int8_t month; int8_t day; } duckdb_date_struct;
typedef struct { uint64_t lower; int64_t upper; } duckdb_hugeint;
typedef struct { uint64_t offset; uint64_t length; } duckdb_list_entry;

// Life of a database and of a connection
const char *duckdb_library_version(void);
duckdb_state duckdb_create_config(duckdb_config *out_config);
duckdb_state duckdb_set_config(duckdb_config config, const char *name, const char *option);
void duckdb_destroy_config(duckdb_config *config);
duckdb_state duckdb_open_ext(const char *path, duckdb_database *out_database, duckdb_config config, char **out_error);
void duckdb_close(duckdb_database *database);
duckdb_state duckdb_connect(duckdb_database database, duckdb_connection *out_connection);
void duckdb_disconnect(duckdb_connection *connection);
void duckdb_interrupt(duckdb_connection connection);
void duckdb_free(void *pointer);

// Statements
duckdb_state duckdb_prepare(duckdb_connection connection, const char *query, duckdb_prepared_statement *out_statement);
const char *duckdb_prepare_error(duckdb_prepared_statement statement);
void duckdb_destroy_prepare(duckdb_prepared_statement *statement);
idx_t duckdb_nparams(duckdb_prepared_statement statement);
duckdb_state duckdb_bind_null(duckdb_prepared_statement statement, idx_t index);
duckdb_state duckdb_bind_boolean(duckdb_prepared_statement statement, idx_t index, bool value);
duckdb_state duckdb_bind_int64(duckdb_prepared_statement statement, idx_t index, int64_t value);
duckdb_state duckdb_bind_double(duckdb_prepared_statement statement, idx_t index, double value);
duckdb_state duckdb_bind_varchar_length(duckdb_prepared_statement statement, idx_t index, const char *value, idx_t length);
duckdb_state duckdb_bind_blob(duckdb_prepared_statement statement, idx_t index, const void *data, idx_t length);
duckdb_state duckdb_execute_prepared(duckdb_prepared_statement statement, duckdb_result *out_result);
duckdb_state duckdb_pending_prepared_streaming(duckdb_prepared_statement statement, duckdb_pending_result *out_pending);
const char *duckdb_pending_error(duckdb_pending_result pending);
duckdb_state duckdb_execute_pending(duckdb_pending_result pending, duckdb_result *out_result);
void duckdb_destroy_pending(duckdb_pending_result *pending);

// Results
void duckdb_destroy_result(duckdb_result *result);
const char *duckdb_result_error(duckdb_result *result);
uint32_t duckdb_result_error_type(duckdb_result *result);
idx_t duckdb_rows_changed(duckdb_result *result);
idx_t duckdb_column_count(duckdb_result *result);
const char *duckdb_column_name(duckdb_result *result, idx_t column);
duckdb_logical_type duckdb_column_logical_type(duckdb_result *result, idx_t column);
duckdb_data_chunk duckdb_fetch_chunk(duckdb_result result);

// Chunks and vectors
void duckdb_destroy_data_chunk(duckdb_data_chunk *chunk);
idx_t duckdb_data_chunk_get_size(duckdb_data_chunk chunk);
idx_t duckdb_data_chunk_get_column_count(duckdb_data_chunk chunk);
duckdb_vector duckdb_data_chunk_get_vector(duckdb_data_chunk chunk, idx_t column);
duckdb_logical_type duckdb_vector_get_column_type(duckdb_vector vector);
void *duckdb_vector_get_data(duckdb_vector vector);
uint64_t *duckdb_vector_get_validity(duckdb_vector vector); // null when every row is valid
duckdb_vector duckdb_list_vector_get_child(duckdb_vector vector);
duckdb_vector duckdb_struct_vector_get_child(duckdb_vector vector, idx_t index);

// Types
void duckdb_destroy_logical_type(duckdb_logical_type *type);
uint32_t duckdb_get_type_id(duckdb_logical_type type);
uint8_t duckdb_decimal_scale(duckdb_logical_type type);
uint32_t duckdb_decimal_internal_type(duckdb_logical_type type);
idx_t duckdb_struct_type_child_count(duckdb_logical_type type);
char *duckdb_struct_type_child_name(duckdb_logical_type type, idx_t index); // freed by the caller
duckdb_date_struct duckdb_from_date(duckdb_date date);
duckdb_date duckdb_to_date(duckdb_date_struct date);

// Appender
duckdb_state duckdb_appender_create_ext(
    duckdb_connection connection, const char *catalog, const char *schema, const char *table, duckdb_appender *out_appender);
const char *duckdb_appender_error(duckdb_appender appender);
duckdb_state duckdb_appender_end_row(duckdb_appender appender);
duckdb_state duckdb_appender_flush(duckdb_appender appender);
duckdb_state duckdb_appender_close(duckdb_appender appender);
duckdb_state duckdb_appender_destroy(duckdb_appender *appender);
duckdb_state duckdb_append_null(duckdb_appender appender);
duckdb_state duckdb_append_bool(duckdb_appender appender, bool value);
duckdb_state duckdb_append_int64(duckdb_appender appender, int64_t value);
duckdb_state duckdb_append_double(duckdb_appender appender, double value);
duckdb_state duckdb_append_varchar_length(duckdb_appender appender, const char *value, idx_t length);

#endif
