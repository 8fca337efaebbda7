package import DuckDB
package import Foundation
package import Territory

/// A kind of file that a source may hold: text, workbook… One format is one folder and one line in `fileFormats`.
///
/// Everything arrives as text, with `_source` and `_row`, whatever types the format knows.
package protocol FileFormat: Sendable {
    /// What people call it, and what `format:` takes in any case: `XLSX`.
    static var name: String { get }
    /// The keys beside the path that it understands.
    static var options: [Key] { get }
    /// What it may find in the data.
    static var findings: [FindingKind] { get }

    /// Whether a file that starts so is one. Formats are asked in the order of `fileFormats`; the first yes decides.
    static func recognises(_ start: FileStart) -> Bool

    /// The files beside a file that its rows depend on too.
    static func companions(of file: URL) -> [URL]

    /// Takes a declaration whose shape was checked.
    init(_ source: SourceDeclaration) throws

    /// Reads one file: text columns, then `_source` and `_row`.
    func collect(_ file: SourceFile, _ connection: Connection, into work: WorkArea) throws -> Collected
}

extension FileFormat {
    package static var findings: [FindingKind] { [] }
    package static func companions(of file: URL) -> [URL] { [] }
}

/// One file to read, wherever it came from.
package struct SourceFile: Sendable {
    /// Where its bytes are.
    package let url: URL
    /// What people know it by; `_source` says it: a path relative to the territory, a member of an archive, an address.
    package let name: String
    /// Its number in this collection, from 0: tables and files of the work area carry it.
    package let number: Int
    /// Where the declaration names it.
    package let place: Place
}

/// How a file begins, to tell what it is: its name only helps.
package struct FileStart: Sendable {
    /// The first bytes, 4,096 at most.
    package let bytes: Data
    /// In lower case, without the dot.
    package let fileExtension: String
    let url: URL

    init(of file: SourceFile) throws(CollectFault) {
        do {
            let handle = try FileHandle(forReadingFrom: file.url)
            defer { try? handle.close() }
            bytes = try handle.read(upToCount: 4_096) ?? Data()
        } catch {
            throw CollectFault(
                .unreadable, subject: file.name, at: file.place, ["reason": Bilingual(error.localizedDescription)])
        }
        url = file.url
        fileExtension = (file.name as NSString).pathExtension.lowercased()
    }

    func begins(with signature: [UInt8]) -> Bool { bytes.starts(with: signature) }
    func begins(with signature: String) -> Bool { bytes.starts(with: signature.utf8) }
}
