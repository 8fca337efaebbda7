internal import DuckDB
internal import NIOCore
internal import Query

/// What is to be exported, whatever the format.
struct ExportJob: Sendable {
    let plan: QueryPlan
    let table: QueryTable
    let request: ExploreRequest
    /// What the file and its layer are called.
    let name: String
    /// The titles of fields, where they have one.
    let labels: [String: String]
    let serving: Serving

    /// The compiled question.
    /// - Parameter writesInstants: whether datetimes are text; files that have types of their own keep them.
    func query(writesInstants: Bool) throws -> CompiledQuery {
        var plan = plan
        plan.setting.writesInstants = writesInstants
        return try plan.compiled(over: table)
    }

    /// How a column is titled.
    func title(_ column: ResultColumn) throws -> String {
        try request.flag("use_labels") ? labels[column.name] ?? column.name : column.name
    }

    /// How long an export may take.
    var deadline: Duration { .seconds(serving.options.exportTimeout) }
}

/// A format that data leave in.
protocol ExportForm: Sendable {
    /// As in the address: `geojson`.
    var name: String { get }
    /// The media type.
    var type: String { get }
    /// The ending of the file.
    var ending: String { get }
    /// Whether a table can leave in it.
    func applies(to table: QueryTable) -> Bool
    /// Prepares the export, and refuses what is wrong with it; the result lays the bytes down.
    func prepare(_ job: ExportJob) throws -> @Sendable (Spool) async throws -> Void
}

extension ExportForm {
    func applies(to table: QueryTable) -> Bool { true }
}

/// The formats there are, in the order they are listed.
enum ExportForms {
    static let all: [any ExportForm] = [
        ValuesExport(), JSONExport(), LinesExport(), GeoJSONExport(), XLSXExport(), ParquetExport(), GeographicExport.shapefile,
        GeographicExport.kml, GPXExport(), GeographicExport.geoPackage, GeographicExport.flatGeobuf, CalendarExport(),
    ]

    static func form(_ name: String, for table: QueryTable) -> (any ExportForm)? {
        all.first { $0.name == name && $0.applies(to: table) }
    }
}

/// A text format: what comes before, one text for each row, what comes between and after.
struct TextExport: Sendable {
    var opening = ""
    let rows: RowText
    var between = ""
    var closing = ""

    /// Lays the text down as the engine produces it, chunk by chunk.
    func fill(_ job: ExportJob) -> @Sendable (Spool) async throws -> Void {
        { [self] spool in
            try await job.serving.shelf.engine.read(at: .patient, deadline: job.deadline) { connection in
                try spool.append(Array(opening.utf8))
                var isFirst = true
                // Written by the hundred kilobytes: one call to the system for several chunks.
                var bytes: [UInt8] = []
                bytes.reserveCapacity(1 << 19)
                let separator = Array(between.utf8)
                try connection.stream(rows.sql, rows.parameters) { chunk in
                    let texts = chunk.columns[0]
                    for row in 0..<chunk.count {
                        if !isFirst { bytes.append(contentsOf: separator) }
                        isFirst = false
                        texts.withBytes(at: row) { bytes.append(contentsOf: $0) }
                    }
                    if bytes.count > 1 << 18 || spool.length <= opening.utf8.count {
                        try spool.append(bytes)
                        bytes.removeAll(keepingCapacity: true)
                    }
                }
                try spool.append(bytes + Array(closing.utf8))
            }
        }
    }
}
