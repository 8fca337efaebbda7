internal import Foundation
internal import Territory

/// The zip file of a workbook, XLSX or ODS: its parts, and the relations between them (ECMA-376 part 2).
struct SheetPackage {
    let zip: ZipArchive
    var subject: String { zip.subject }

    /// - Throws: `collect.unreadable-file`, `collect.unknown-format`, `collect.file-too-large`.
    init(_ file: URL, subject: String, format: String) throws {
        let signature: FileSignature
        do {
            signature = try FileSignature(file)
        } catch {
            throw CollectFault(.unreadable, subject: subject, ["reason": Bilingual(error.localizedDescription)])
        }
        if let likeness = signature.likeness { throw Self.unknownFormat(subject, likeness, format) }
        switch signature {
        case .empty: throw CollectFault(.unreadable, subject: subject, ["reason": SheetMessages.empty])
        case .passwordProtected: throw CollectFault(.unreadable, subject: subject, ["reason": SheetMessages.password])
        default: zip = try ZipArchive(file, subject: subject)
        }
    }

    /// What may be read of a part that describes the workbook. Sheets and shared texts keep the limits of the zip file.
    static let descriptionLimit = 64 << 20

    /// Reads one part.
    func read(_ part: String, atMost bytes: Int = .max, _ listener: any XMLStream.Listener) throws {
        let member = try zip.open(part, atMost: bytes)
        do {
            try XMLStream.read(from: member.read, listener)
        } catch let malformed as XMLStream.Malformed {
            throw unreadable(SheetMessages.badPart(part, line: malformed.line, malformed.message))
        }
    }

    /// The parts that a part is related to: the end of the relation's type (`worksheet`), its id and its target.
    func relations(of part: String) throws -> [Relations.Relation] {
        let folder = part.split(separator: "/").dropLast().joined(separator: "/")
        let name = part.split(separator: "/").last ?? ""
        let relations = Relations(folder: folder)
        let file = (folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels"
        if zip.member(file) != nil { try read(file, atMost: Self.descriptionLimit, relations) }
        return relations.all
    }

    func unreadable(_ reason: Bilingual) -> CollectFault {
        CollectFault(.unreadable, subject: subject, ["reason": reason])
    }

    /// What the zip file is when it is no workbook of a format.
    func notAWorkbook(of format: String) -> CollectFault {
        let likeness =
            if zip.member("content.xml") != nil {
                Bilingual(fr: "un document OpenDocument", en: "an OpenDocument file")
            } else if zip.member("xl/workbook.bin") != nil {
                Bilingual(fr: "un classeur binaire d'Excel (.xlsb)", en: "a binary Excel workbook (.xlsb)")
            } else if zip.member("word/document.xml") != nil {
                Bilingual(fr: "un document Word (.docx)", en: "a Word document (.docx)")
            } else {
                Bilingual(fr: "une archive zip", en: "a zip archive")
            }
        return Self.unknownFormat(subject, likeness, format)
    }

    private static func unknownFormat(_ subject: String, _ likeness: Bilingual, _ format: String) -> CollectFault {
        CollectFault(.unknownFormat, subject: subject, ["expected": SheetMessages.expected(format, likeness)])
    }
}

extension SheetPackage {
    /// The listener of a `.rels` part.
    final class Relations: XMLStream.Listener {
        struct Relation {
            let id: String
            let type: String
            let target: String
        }

        private(set) var all: [Relation] = []
        private let folder: String

        init(folder: String) { self.folder = folder }

        func start(_ element: XMLStream.Element) {
            guard element.name == "Relationship", element["TargetMode"] != "External", let target = element["Target"]
            else { return }
            let type = (element["Type"] ?? "").split(separator: "/").last.map(String.init) ?? ""
            all.append(Relation(id: element["Id"] ?? "", type: type, target: path(target)))
        }

        func end() {}

        /// A target is relative to the folder of its part, or absolute in the archive.
        private func path(_ target: String) -> String {
            var steps: [Substring] = []
            for step in (target.hasPrefix("/") ? target : folder + "/" + target).split(separator: "/") where step != "." {
                if step == ".." { _ = steps.popLast() } else { steps.append(step) }
            }
            return steps.joined(separator: "/")
        }
    }
}
