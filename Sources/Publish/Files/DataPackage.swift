internal import Crypto
package import Foundation
package import Territory

/// The dictionary that goes with the files: fields, licence and hashes, as a Data Package
/// (<https://specs.frictionlessdata.io/data-package/>, profile tabular-data-package where the file is CSV).
package struct DataPackage: Sendable {
    private let sheet: Sheet
    private let files: [PublishedFile]

    package init(_ sheet: Sheet, files: [PublishedFile]) {
        self.sheet = sheet
        self.files = files
    }

    /// The file, without its bytes: `write` puts them down.
    package var described: PublishedFile { PublishedFile(text: bytes, name: "datapackage.json", key: "dictionary") }

    /// Writes it into a folder.
    package func write(to folder: URL) throws -> PublishedFile {
        var described = described
        let file = folder.appending(path: described.name)
        try bytes.write(to: file)
        described.file = file
        return described
    }

    var bytes: Data {
        var package: [String: JSON] = [
            "$schema": "https://datapackage.org/profiles/1.0/datapackage.json", "id": .text(sheet.id), "name": .text(sheet.name),
            "title": .text(words(sheet.title)), "created": .text(sheet.modified + "Z"), "version": .text("\(sheet.version).0.0"),
            "licenses": .list([.object(licence)]), "resources": .list(files.map(resource)),
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
            resource["schema"] = ["fields": .list(sheet.fields.map(field))]
        }
        return .object(resource)
    }

    private func field(_ field: FieldDeclaration) -> JSON {
        var json: [String: JSON] = ["name": .text(field.name), "type": .text(Self.type(field.type))]
        if let label = field.label { json["title"] = .text(label) }
        if let description = field.description { json["description"] = .text(description) }
        if let unit = field.unit { json["unit"] = .text(unit) }
        if field.required { json["constraints"] = ["required": true] }
        return .object(json)
    }

    /// The type in the words of Table Schema.
    private static func type(_ type: FieldType?) -> String {
        switch type {
        case .int: "integer"
        case .double: "number"
        case .boolean: "boolean"
        case .date: "date"
        case .datetime: "datetime"
        case .geo_point_2d, .text, nil: "string"
        case .geo_shape: "geojson"
        }
    }
}

extension PublishedFile {
    /// A file made of text, known before it is written.
    fileprivate init(text: Data, name: String, key: String) {
        var wide = SHA256(), short = Insecure.SHA1()
        wide.update(data: text)
        short.update(data: text)
        self.init(
            key: key, name: name, purpose: .documentation, form: FileForm("json"), size: text.count,
            sha256: FileDigest.text(wide.finalize()), sha1: FileDigest.text(short.finalize()))
    }
}
