internal import DuckDB
internal import Foundation
internal import Query

/// A format that the engine writes as a file of its own; the file is laid down and goes.
struct FileExport: Sendable {
    /// The statement that selects what goes into the file.
    let sql: String
    let parameters: [SQLValue]
    /// The engine's `COPY` options.
    let options: String
    let ending: String
    /// What becomes of the file, when it does not leave as it is.
    var packed: (@Sendable (URL) throws -> Void)?

    func fill(_ job: ExportJob) -> @Sendable (Spool) async throws -> Void {
        { [self] spool in
            let folder = job.serving.spools.file("d")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
            defer { try? FileManager.default.removeItem(at: folder) }
            let name = String(
                job.name.unicodeScalars.map {
                    $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" ? Character($0) : "_"
                })
            let file = folder.appending(path: "\(name).\(ending)")
            try await job.serving.shelf.engine.read(at: .patient, deadline: job.deadline) { connection in
                try connection.execute("COPY (\(sql)) TO \(literal(file.path)) (\(options))", parameters)
                try packed?(folder)
                let last = packed == nil ? file : folder.appending(path: "packed")
                let reader = try FileHandle(forReadingFrom: last)
                defer { try? reader.close() }
                while let piece = try reader.read(upToCount: 1 << 18), !piece.isEmpty { try spool.append(Array(piece)) }
            }
        }
    }

    /// `SELECT … AS "title"` around a question.
    static func selecting(_ cells: [String], of query: CompiledQuery) -> String {
        let names = query.columns.indices.map { RowText.name($0) }.joined(separator: ", ")
        return "SELECT \(cells.joined(separator: ", ")) FROM (\(query.sql)) AS answer(\(names))"
    }
}

/// A workbook of one sheet; numbers and dates are cells of their kind.
struct XLSXExport: ExportForm {
    let name = "xlsx"
    let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    let ending = "xlsx"

    func prepare(_ job: ExportJob) throws -> @Sendable (Spool) async throws -> Void {
        let query = try job.query(writesInstants: false)
        let cells = try query.columns.enumerated().map { index, column in
            let isPlain = !column.isMultivalued && !column.type.isGeographic
            let cell = isPlain ? RowText.name(index) : CellText(column).plain(RowText.name(index))
            return "\(cell) AS \(identifier(try job.title(column)))"
        }
        return FileExport(
            sql: FileExport.selecting(cells, of: query), parameters: query.parameters, options: "FORMAT xlsx, HEADER true",
            ending: ending
        ).fill(job)
    }
}

/// Parquet; a point or a shape is a GeoParquet geometry.
struct ParquetExport: ExportForm {
    let name = "parquet"
    let type = "application/vnd.apache.parquet"
    let ending = "parquet"

    func prepare(_ job: ExportJob) throws -> @Sendable (Spool) async throws -> Void {
        let query = try job.query(writesInstants: false)
        let compression = job.request.ask.parameters["parquet_compression"] ?? "snappy"
        guard ["snappy", "zstd"].contains(compression) else {
            throw Refusal.parameter(
                "Invalid value for parquet_compression API parameter: \(compression) was found but one of snappy, zstd is expected."
            )
        }
        let cells = try query.columns.enumerated().map { index, column in
            let cell =
                column.type.isGeographic && !column.isMultivalued ? GeographicExport.geometry(index, column) : RowText.name(index)
            return "\(cell) AS \(identifier(try job.title(column)))"
        }
        return FileExport(
            sql: FileExport.selecting(cells, of: query), parameters: query.parameters,
            options: "FORMAT parquet, COMPRESSION \(compression)", ending: ending
        ).fill(job)
    }
}

/// The formats of geographic software, written by the engine's GDAL.
struct GeographicExport: ExportForm {
    let name: String
    let type: String
    let ending: String
    private let driver: String
    private let isPacked: Bool

    private init(_ name: String, _ type: String, ending: String, driver: String, isPacked: Bool = false) {
        self.name = name
        self.type = type
        self.ending = ending
        self.driver = driver
        self.isPacked = isPacked
    }

    static let shapefile = GeographicExport("shp", "application/zip", ending: "zip", driver: "ESRI Shapefile", isPacked: true)
    static let kml = GeographicExport("kml", "application/vnd.google-earth.kml+xml", ending: "kml", driver: "KML")
    static let geoPackage = GeographicExport("gpkg", "application/geopackage+sqlite3", ending: "gpkg", driver: "GPKG")
    static let flatGeobuf = GeographicExport(
        "fgb", "application/octet-stream; charset=utf-8", ending: "fgb", driver: "FlatGeobuf")

    func applies(to table: QueryTable) -> Bool { table.fields.contains { $0.type.isGeographic && !$0.isMultivalued } }

    func prepare(_ job: ExportJob) throws -> @Sendable (Spool) async throws -> Void {
        let query = try job.query(writesInstants: false)
        guard let place = query.place else {
            throw Refusal.parameter("The \(name) export needs a geographic field in select.")
        }
        var geometry = Self.geometry(place, query.columns[place]), system = 4326
        if let text = job.request.ask.parameters["epsg"], !text.isEmpty {
            guard let number = Int(text), (1024...32_767).contains(number) else {
                throw Refusal.parameter("Invalid value for epsg API parameter: \(text) was found but an EPSG code is expected.")
            }
            system = number
        }
        // GDAL's KML is on WGS 84, whatever is asked.
        if system != 4326, driver != "KML" {
            geometry = "ST_Transform(\(geometry), 'EPSG:4326', 'EPSG:\(system)', true)"
        } else {
            system = 4326
        }
        let others = try query.columns.enumerated().filter { $0.offset != place }.map { index, column -> String in
            let isPlain = !column.isMultivalued && !column.type.isGeographic && column.type != .boolean
            let cell = isPlain ? RowText.name(index) : CellText(column).plain(RowText.name(index))
            return "\(cell) AS \(identifier(try job.title(column)))"
        }
        var export = FileExport(
            sql: FileExport.selecting(others + ["\(geometry) AS geometry"], of: query), parameters: query.parameters,
            options: "FORMAT gdal, DRIVER \(literal(driver)), SRS 'EPSG:\(system)'", ending: isPacked ? "shp" : ending)
        if isPacked { export.packed = { try Zip.pack($0, into: "packed") } }
        return export.fill(job)
    }

    /// A value as the engine's geometry.
    static func geometry(_ index: Int, _ column: ResultColumn) -> String {
        let name = RowText.name(index)
        return column.type == .geoPoint ? "ST_Point(\(name).lon, \(name).lat)" : "ST_GeomFromGeoJSON(\(name))"
    }
}
