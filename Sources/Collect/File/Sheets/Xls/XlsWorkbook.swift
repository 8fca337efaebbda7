internal import Foundation
internal import Territory

/// An XLS workbook of Excel 5 to 2003, held in memory: 65,536 rows are the most a sheet has.
///
/// A reader of our own rather than libfreexl: that one leaves formulas empty, loses the value of some merged cells, knows no
/// hidden rows, and finds no sheet at all in one of the real files (decision 0011).
struct XlsWorkbook: Workbook {
    /// Larger files are refused: a full sheet of numbers takes 150 MB.
    static let sizeLimit = 256 << 20

    let subject: String
    let sheets: [Sheet]
    private let stream: [UInt8]
    private let globals: XlsGlobals

    /// - Throws: `collect.unreadable-file`, `collect.unknown-format`, `collect.file-too-large`.
    init(_ file: URL, subject: String, sizeLimit: Int = sizeLimit) throws {
        self.subject = subject
        let unreadable = { CollectFault(.unreadable, subject: subject, ["reason": $0]) }
        guard (try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0) ?? 0 <= sizeLimit else {
            throw CollectFault(
                .tooLarge, subject: subject, ["limit": Bilingual(fr: "\(sizeLimit >> 20) Mo", en: "\(sizeLimit >> 20) MB")])
        }
        do {
            stream = try Self.stream(Array(Data(contentsOf: file)), subject)
        } catch let damaged as CompoundFile.Damaged {
            throw unreadable(SheetMessages.damaged(damaged.detail))
        } catch let fault as CollectFault {
            throw fault
        } catch {
            throw unreadable(Bilingual(error.localizedDescription))
        }
        globals = XlsGlobals(stream)
        guard !globals.isEncrypted else { throw unreadable(SheetMessages.password) }
        guard globals.isWorkbook, !globals.tabs.isEmpty else { throw unreadable(SheetMessages.damaged("BOF")) }
        sheets = globals.tabs.enumerated().filter { $1.holdsCells }.map { index, tab in
            Sheet(name: tab.name, isHidden: tab.isHidden, number: index + 1)
        }
    }

    func read(_ sheet: Sheet, _ take: @escaping (SheetRow) throws -> Void) throws -> SheetTally {
        var reader = XlsSheetReader(globals)
        do {
            try reader.read(stream, from: globals.tabs[sheet.number - 1].start, take)
        } catch let damaged as CompoundFile.Damaged {
            throw CollectFault(.unreadable, subject: subject, ["reason": SheetMessages.damaged(damaged.detail)])
        }
        return reader.tally
    }

    /// The records of the workbook: a stream of the container, or the file itself when there is none (Excel 5).
    private static func stream(_ bytes: [UInt8], _ subject: String) throws -> [UInt8] {
        if bytes.starts(with: [0x09, 0x08]) { return bytes }
        let container = try CompoundFile(bytes)
        if container.names.contains("EncryptedPackage") {
            throw CollectFault(.unreadable, subject: subject, ["reason": SheetMessages.password])
        }
        for name in ["Workbook", "Book"] { if let stream = try container.stream(name) { return stream } }
        let likeness =
            container.names.contains("WordDocument")
            ? Bilingual(fr: "un document Word (.doc)", en: "a Word document (.doc)")
            : Bilingual(fr: "un autre document Office", en: "another Office document")
        throw CollectFault(
            .unknownFormat, subject: subject, ["expected": SheetMessages.expected(XlsFormat.name, likeness)])
    }
}
