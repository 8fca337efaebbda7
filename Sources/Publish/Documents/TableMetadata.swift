internal import Foundation
internal import Territory

/// The fields of the CSV file as CSV on the Web says them
/// (W3C Recommendation "Metadata Vocabulary for Tabular Data", 17 December 2015).
struct TableMetadata {
    private let sheet: Sheet
    private let made: MadeFiles
    private let file: PublishedFile

    init(_ sheet: Sheet, _ made: MadeFiles, of file: PublishedFile) {
        self.sheet = sheet
        self.made = made
        self.file = file
    }

    var bytes: Data {
        var table: [String: JSON] = [
            "@context": ["http://www.w3.org/ns/csvw", ["@language": .text(sheet.language.rawValue)]], "url": .text(file.name),
            "dc:identifier": .text(sheet.id), "dc:title": .text(sheet.title.text(in: sheet.language)),
            "dc:publisher": .text(sheet.publisher.name), "dc:creator": .text(sheet.producer.name),
            "dc:modified": ["@value": .text(sheet.modified + "Z"), "@type": "xsd:dateTime"], "tableSchema": schema,
        ]
        if let description = sheet.description { table["dc:description"] = .text(description.text(in: sheet.language)) }
        if let licence = sheet.licence.address { table["dc:license"] = ["@id": .text(licence)] }
        if let page = sheet.page { table["dcat:landingPage"] = ["@id": .text(page)] }
        if !sheet.keywords.isEmpty { table["dcat:keyword"] = .list(sheet.keywords.map { .text($0) }) }
        return JSON.object(table).bytes + Data("\n".utf8)
    }

    private var schema: JSON {
        let fields = DescribedField.all(made, sheet)
        var schema: [String: JSON] = ["columns": .list(fields.map(column))]
        if !sheet.key.isEmpty { schema["primaryKey"] = .list(sheet.key.map { .text(Self.variable($0)) }) }
        return .object(schema)
    }

    private func column(_ field: DescribedField) -> JSON {
        // The first title is the one in the file; a reader that compares takes any of them.
        let titles = [field.name] + [field.label].compactMap { $0 == field.name ? nil : $0 }
        var column: [String: JSON] = [
            "name": .text(Self.variable(field.name)), "titles": .list(titles.map { .text($0) }),
            "datatype": .text(Self.type(field.kind)),
        ]
        let words = [field.description, field.unit].compactMap { $0 }.joined(separator: " – ")
        if !words.isEmpty { column["dc:description"] = .text(words) }
        if field.isRequired { column["required"] = true }
        if let separator = field.separator { column["separator"] = .text(separator) }
        return .object(column)
    }

    private static func type(_ kind: DescribedField.Kind) -> String {
        switch kind {
        case .whole: "integer"
        case .decimal: "decimal"
        case .real: "double"
        case .boolean: "boolean"
        case .date: "date"
        case .moment: "dateTime"
        case .json: "json"
        case .point, .text: "string"
        }
    }

    /// A name as a variable of a URI template (RFC 6570, section 2.3) that does not begin with an underscore.
    static func variable(_ name: String) -> String {
        let encoded = AddressText.encoded(name).replacing("-", with: "%2D").replacing("~", with: "%7E").replacing(
            ".", with: "%2E")
        return encoded.hasPrefix("_") ? "%5F" + encoded.dropFirst() : encoded
    }
}
