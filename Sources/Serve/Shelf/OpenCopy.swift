internal import DuckDB
internal import Foundation
internal import Lake
internal import Query
internal import Territory

/// A serving copy that is open, for as long as someone reads it: a request holds it, and the file is let go of when the last
/// one does and another copy has taken its place.
final class OpenCopy: Sendable {
    let copy: ServingCopy
    let about: ServingCopy.About
    /// What a query may see: the fields that are not private.
    let table: QueryTable
    private let attachment: Attachment

    /// Opens the file and reads what it holds.
    init(_ copy: ServingCopy, of dataset: Dataset, in attachments: Attachments) async throws {
        self.copy = copy
        attachment = try await attachments.open(copy)
        let contents = try await attachments.engine.write { try copy.contents($0) }
        about = contents.about
        let declared = Dictionary(dataset.resolvedFields.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let fields = contents.columns.filter { declared[$0.name]?.isPrivate != true }.map { column in
            QueryField(
                column, declared[column.name], codes: contents.codes[column.name], bounds: contents.bounds[column.name])
        }
        table = Self.table(copy, fields, contents.words)
    }

    /// What answers from it depend on.
    var dependence: Dependence { Dependence(state: "\(copy.version).\(copy.run)", time: about.committed) }

    private static func table(_ copy: ServingCopy, _ fields: [QueryField], _ words: String?) -> QueryTable {
        let known = Set(fields.map(\.name))
        // The names that clients know a record's identifier by.
        let hidden = ["record_id", "recordid", "_id"].filter { !known.contains($0) }.map {
            QueryField(name: $0, column: ServingCopy.identifier, type: .text)
        }
        return QueryTable(relation: copy.table, fields: fields, hidden: hidden, identifier: ServingCopy.identifier, words: words)
    }
}

extension QueryField {
    /// A column as stored, with what is declared of it. The declared type counts where the column is of it.
    init(_ column: Relation.Column, _ field: FieldDeclaration?, codes: Int? = nil, bounds: [String]? = nil) {
        let isList = column.type.hasSuffix("[]")
        let stored = isList ? String(column.type.dropLast(2)) : column.type
        self.init(
            name: column.name, type: Self.type(stored, field?.type), isMultivalued: isList, isFacet: field?.facet ?? false,
            codes: codes.map { Codes(column: ServingCopy.codes(of: column.name), count: $0) },
            bounds: bounds.map { Bounds(west: $0[0], south: $0[1], east: $0[2], north: $0[3]) })
    }

    private static func type(_ stored: String, _ declared: FieldType?) -> ValueType {
        switch stored {
        case "VARCHAR": declared == .geo_shape ? .geoShape : .text
        case "BOOLEAN": .boolean
        case "DATE": .date
        case "TIMESTAMP": .datetime
        case "STRUCT(lon DOUBLE, lat DOUBLE)": .geoPoint
        case let type where type.hasSuffix("INT") || type == "INTEGER": .int
        case let type where type == "DOUBLE" || type == "FLOAT" || type.hasPrefix("DECIMAL"): .double
        default: .text
        }
    }
}
