package import Foundation
internal import Territory

/// A file made of text that goes beside the data: known, size and hashes, before it is written.
package struct Document: Sendable {
    /// Without its bytes: `write` puts them down.
    package let file: PublishedFile
    let bytes: Data

    init(_ kind: DocumentKind, named name: String, _ bytes: Data) {
        self.bytes = bytes
        file = PublishedFile(
            key: kind.rawValue, name: name, purpose: .documentation, form: kind.form, FileDigest(bytes))
    }

    /// Writes it into a folder that is there.
    package func write(to folder: URL) throws -> PublishedFile {
        var written = file
        let place = folder.appending(path: file.name)
        try bytes.write(to: place)
        written.file = place
        return written
    }

    /// Everything that goes beside the files of a version.
    /// - Parameter report: what the check found, where the trail still knows.
    package static func all(_ sheet: Sheet, _ made: MadeFiles, _ report: CheckReport?) -> [Document] {
        var all = [Document(.dictionary, named: "datapackage.json", DataPackage(sheet, made).bytes)]
        if let csv = made.files.first(where: { $0.format == "csv" }) {
            // The name a reader of CSV on the Web looks for first (Tabular Data Model, section 5.3).
            all.append(Document(.tableMetadata, named: csv.name + "-metadata.json", TableMetadata(sheet, made, of: csv).bytes))
        }
        if let report {
            all.append(Document(.reportPage, named: "report.html", Data(CheckReportPage(report, sheet).text.utf8)))
            all.append(Document(.report, named: "report.json", report.bytes(sheet)))
        }
        return all
    }
}
