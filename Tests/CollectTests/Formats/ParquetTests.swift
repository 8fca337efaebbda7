import Foundation
import Support
import Territory
import Testing

@testable import Collect

@Suite("A Parquet file")
struct ParquetTests {
    @Test("gives each type as text, ISO dates, lists as JSON, geometries on WGS 84")
    func types() async throws {
        let folder = try TemporaryFolder()
        try await FileTable.made(
            [
                """
                COPY (SELECT 77567227200041 AS siret, 1.50::DECIMAL(9, 2) AS prix, 2.0::DOUBLE AS deux, 0.1::DOUBLE AS dixieme,
                    DATE '2024-02-03' AS jour, TIMESTAMP '2024-02-03 04:05:06' AS quand,
                    TIMESTAMPTZ '2024-02-03 04:05:06+02' AS heure, true AS ok, '01001' AS insee, NULL::VARCHAR AS rien,
                    ['a', 'é'] AS liste, {'x': 1, 'y': 'z'} AS objet, '\\xAB'::BLOB AS octets, ST_Point(1, 2) AS geom
                UNION ALL SELECT 1, 2, 3, 4, NULL, NULL, NULL, false, '', 'x', [], NULL, NULL, NULL)
                TO 'FOLDER/x.parquet' (FORMAT parquet)
                """
            ], in: folder)
        let answer = try await FileTable.read(in: folder, "x.parquet")
        #expect(
            answer.cells[0] == [
                "77567227200041", "1.50", "2", "0.1", "2024-02-03", "2024-02-03T04:05:06", "2024-02-03T02:05:06Z", "true",
                "01001", "∅", #"["a","é"]"#, #"{"x":1,"y":"z"}"#, "ab", #"{"type":"Point","coordinates":[1.0,2.0]}"#,
            ])
        #expect(answer.numbers == [1, 2])
        let whole = try Data(contentsOf: folder.url.appending(path: "x.parquet"))
        for length in [whole.count - 10, 100, 4] {
            #expect(
                try await FileTable.fault(["x.parquet": whole.prefix(length)], "x.parquet").hasPrefix("collect.unreadable-file"))
        }
    }
}
