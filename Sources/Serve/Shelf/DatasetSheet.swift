internal import DuckDB
internal import Lake
internal import Query
internal import Territory

/// A dataset as the catalogue shows it: the values that are asked about, and the whole as JSON.
struct DatasetSheet: Sendable {
    /// A column of the catalogue and the names it answers to.
    struct Column: Sendable {
        let name: String
        let type: ValueType
        var isMultivalued = false
        var isFacet = false

        var sqlType: String {
            let single =
                switch type {
                case .int: "BIGINT"
                case .boolean: "BOOLEAN"
                case .datetime: "TIMESTAMP"
                default: "VARCHAR"
                }
            return isMultivalued ? "\(single)[]" : single
        }
    }

    static let columns = [
        Column(name: "dataset_id", type: .text), Column(name: "title", type: .text), Column(name: "description", type: .text),
        Column(name: "theme", type: .text, isMultivalued: true, isFacet: true),
        Column(name: "keyword", type: .text, isMultivalued: true, isFacet: true),
        Column(name: "license", type: .text, isFacet: true), Column(name: "language", type: .text, isFacet: true),
        Column(name: "publisher", type: .text, isFacet: true), Column(name: "modified", type: .datetime, isFacet: true),
        Column(name: "data_processed", type: .datetime), Column(name: "metadata_processed", type: .datetime),
        Column(name: "records_count", type: .int), Column(name: "features", type: .text, isMultivalued: true, isFacet: true),
        Column(name: "update_frequency", type: .text), Column(name: "has_records", type: .boolean),
        Column(name: "is_open", type: .boolean), Column(name: "sheet", type: .jsonBlob),
        Column(name: "schema", type: .text, isFacet: true),
    ]

    /// Columns that no client of the catalogue is told of.
    private static let own: Set = ["is_open", "sheet", "schema"]

    /// What `*` would mean, were it asked for; without `select` the whole sheet is answered.
    static let fields = columns.filter { !own.contains($0.name) }.map { field($0.name, $0) }

    /// The whole as JSON text.
    static let sheet = QueryField(name: "sheet", type: .jsonBlob)

    /// The name of the schema that it follows.
    private static let schema = QueryField(name: "schema", type: .text, isFacet: true)

    /// Other names of the same: those of old clients, and each metadata with its template before it.
    static let hidden: [QueryField] = {
        let templated = columns.dropFirst().filter { !own.union(["features", "has_records"]).contains($0.name) }
        return [QueryField(name: "datasetid", column: "dataset_id", type: .text), sheet, schema]
            + templated.map { field("default.\($0.name)", $0) }
    }()

    private static func field(_ name: String, _ column: Column) -> QueryField {
        QueryField(
            name: name, column: column.name, type: column.type, isMultivalued: column.isMultivalued, isFacet: column.isFacet)
    }

    /// In the order of `columns`.
    let values: [SQLValue]

    init(_ dataset: Dataset, _ copy: OpenCopy, of territory: Territory, on engine: Engine) async throws {
        let extent = try await Extent(copy, on: engine)
        let metadata = DatasetMetadata(dataset, copy, territory, extent)
        let time = SQLValue.timestamp(copy.about.committed)
        values = [
            .text(dataset.name), .text(metadata.title), SQLValue(metadata.description), .text(JSON.texts(metadata.themes).line),
            .text(JSON.texts(dataset.keywords).line), .text(metadata.licence), .text(metadata.language),
            .text(metadata.producer), time, time, time, SQLValue(copy.about.rows), .text(JSON.texts(metadata.features).line),
            SQLValue(dataset.frequency?.rawValue), true, .boolean(dataset.isOpen), .text(metadata.json.line),
            SQLValue(metadata.schema),
        ]
    }
}
