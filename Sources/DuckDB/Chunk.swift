internal import CDuckDB

/// Up to 2,048 rows of an answer, by columns. Valid only inside the closure that receives it.
package struct Chunk {
    /// Number of rows.
    package let count: Int
    /// The columns, typed.
    package let columns: [Vector]

    init(_ chunk: duckdb_data_chunk) {
        count = Int(duckdb_data_chunk_get_size(chunk))
        columns = (0..<duckdb_data_chunk_get_column_count(chunk)).map {
            Vector(duckdb_data_chunk_get_vector(chunk, $0))
        }
    }
}
