internal import Foundation
internal import Territory

/// The formats of files, in the order they are asked whether a file is theirs: any bytes may be text, which comes last. A
/// new one takes its line here.
package let fileFormats: [any FileFormat.Type] = [
    OdsFormat.self,
    XlsxFormat.self,
    XlsFormat.self,
    ParquetFormat.self,
    ShapefileFormat.self,
    GeoPackageFormat.self,
    FlatGeobufFormat.self,
    KmlFormat.self,
    XmlFormat.self,
    GeoJSONFormat.self,
    NDJSONFormat.self,
    JSONFormat.self,
    FixedFormat.self,
    TextFormat.self,
]

/// Which format reads a file.
enum FormatChoice {
    /// The format that `format:` names, or the one that recognises the file.
    static func of(_ file: SourceFile, declared: Value?) throws(CollectFault) -> any FileFormat.Type {
        if let declared, let type = named(declared.text ?? "") { return type }
        let start = try FileStart(of: file)
        if let likeness = LookAlike.all.first(where: { $0.recognises(start) }) {
            throw likeness.fault(for: file)
        }
        guard let type = fileFormats.first(where: { $0.recognises(start) }) else {
            throw LookAlike.binary.fault(for: file)
        }
        return type
    }

    /// What `format:` may say.
    static var names: [String] { fileFormats.map { $0.name.lowercased() } }

    /// The names of all formats, in the order of the alphabet, for a sentence.
    static var expected: Bilingual { Bilingual(fileFormats.map { $0.name }.sorted().joined(separator: ", ")) }

    private static func named(_ name: String) -> (any FileFormat.Type)? {
        fileFormats.first { $0.name.lowercased() == name.lowercased() }
    }
}
