internal import Foundation
internal import Territory

/// The dictionary that goes with the files: fields, licence and hashes, as a Data Package
/// (<https://specs.frictionlessdata.io/data-package/>, profile tabular-data-package where the file is CSV).
struct DataPackage: Sendable {
    private let sheet: Sheet
    private let made: MadeFiles

    init(_ sheet: Sheet, _ made: MadeFiles) {
        self.sheet = sheet
        self.made = made
    }

    var bytes: Data {
        var package: [String: JSON] = [
            "$schema": "https://datapackage.org/profiles/1.0/datapackage.json", "id": .text(sheet.id), "name": .text(sheet.name),
            "title": .text(words(sheet.title)), "created": .text(sheet.modified + "Z"), "version": .text("\(sheet.version).0.0"),
            "licenses": .list([.object(licence)]), "resources": .list(made.files.map(resource)),
            "contributors": .list([["title": .text(sheet.producer.name), "role": "author"]]),
        ]
        if let description = sheet.description { package["description"] = .text(words(description)) }
        if let page = sheet.page { package["homepage"] = .text(page) }
        if !sheet.keywords.isEmpty { package["keywords"] = .list(sheet.keywords.map { .text($0) }) }
        return JSON.object(package).bytes + Data("\n".utf8)
    }

    private func words(_ words: Bilingual) -> String { words.text(in: sheet.language) }

    private var licence: [String: JSON] {
        ["name": .text(sheet.licence.name), "title": .text(sheet.licence.title)].merging(
            sheet.licence.address.map { ["path": .text($0)] } ?? [:]
        ) { $1 }
    }

    private func resource(_ file: PublishedFile) -> JSON {
        var resource: [String: JSON] = [
            "name": .text("\(sheet.name)-\(file.format)"), "path": .text(file.name), "format": .text(file.format),
            "mediatype": .text(file.mediaType), "bytes": .integer(file.size), "hash": .text("sha256:" + file.sha256),
        ]
        if file.format == "csv" {
            resource["profile"] = "tabular-data-resource"
            resource["encoding"] = "utf-8"
            resource["schema"] = schema
        }
        return .object(resource)
    }

    private var schema: JSON {
        var schema: [String: JSON] = ["fields": .list(DescribedField.all(made, sheet).map(field))]
        if !sheet.key.isEmpty { schema["primaryKey"] = .list(sheet.key.map { .text($0) }) }
        return .object(schema)
    }

    private func field(_ field: DescribedField) -> JSON {
        // Table Schema has no type for several texts in one cell.
        var json: [String: JSON] = [
            "name": .text(field.name), "type": .text(field.separator == nil ? Self.type(field.kind) : "string"),
        ]
        if let label = field.label { json["title"] = .text(label) }
        if let description = field.description { json["description"] = .text(description) }
        if let unit = field.unit { json["unit"] = .text(unit) }
        if field.isRequired { json["constraints"] = ["required": true] }
        return .object(json)
    }

    /// The type in the words of Table Schema.
    private static func type(_ kind: DescribedField.Kind) -> String {
        switch kind {
        case .whole: "integer"
        case .decimal, .real: "number"
        case .boolean: "boolean"
        case .date: "date"
        case .moment: "datetime"
        case .json: "geojson"
        case .point, .text: "string"
        }
    }
}
