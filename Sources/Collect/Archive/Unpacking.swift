internal import Foundation
internal import Territory

/// Takes the tables out of an archive: members of a zip, or the one file in a gzip.
///
/// Names in an archive are untrusted: they are shown and compared, never used as paths. What is unpacked goes into the work
/// area under names of ours, as a stream, within the limits of `ZipArchive`.
struct Unpacking {
    static let key = Key(
        "member", .text,
        summary: Bilingual(
            fr: "Fichier à lire dans une archive zip, ou motif ; le seul qui soit une table sans cela",
            en: "File to read in a zip archive, or a pattern; the only one that is a table otherwise"))

    /// What came out.
    struct Outcome {
        var files: [SourceFile]
        var notes: [Bilingual] = []
    }

    /// The name or pattern that the source says.
    let member: Value?
    let work: WorkArea

    /// The tables in a file: itself when it is no archive.
    /// - Parameter next: the number of the first table, in this collection.
    func open(_ file: SourceFile, numberedFrom next: Int) throws -> Outcome {
        let start = try FileStart(of: file)
        if start.begins(with: [0x1F, 0x8B]) { return try openGzip(file, next) }
        guard start.begins(with: "PK\u{3}\u{4}") || start.begins(with: "PK\u{5}\u{6}") else { return try whole(file, next) }
        let zip = try ZipArchive(file.url, subject: file.name)
        if OfficeFile.isOne(zip) { return try whole(file, next) }
        return try openZip(zip, file, next)
    }

    private func whole(_ file: SourceFile, _ number: Int) throws -> Outcome {
        if let member {
            throw CollectFault(.notTheOption, subject: file.name, at: member.place, ["option": Bilingual(Self.key.name)])
        }
        return Outcome(files: [SourceFile(url: file.url, name: file.name, number: number, place: file.place)])
    }

    private func openGzip(_ file: SourceFile, _ number: Int) throws -> Outcome {
        let name = file.name.lowercased().hasSuffix(".gz") ? String(file.name.dropLast(3)) : file.name
        let inside = (name as NSString).lastPathComponent
        if let member, !MemberName(inside).matches(member.text ?? "") { throw noMember([inside], of: file) }
        let target = place(number, extension: (name as NSString).pathExtension)
        try GzipFile(file.url, subject: file.name).unpack(to: target)
        // The name is still that of the .gz: it is what lies in the folder.
        return Outcome(files: [SourceFile(url: target, name: file.name + "/" + inside, number: number, place: file.place)])
    }

    private func openZip(_ zip: ZipArchive, _ file: SourceFile, _ next: Int) throws -> Outcome {
        let names = zip.names.map { MemberName($0) }
        if let name = names.first(where: \.leavesTheArchive) {
            throw CollectFault(.unsafeMember, subject: file.name, at: file.place, ["member": Bilingual(name.shown)])
        }
        let tables = MemberChoice(names)
        let chosen = try choose(tables, file)
        var outcome = Outcome(files: [])
        for (offset, table) in chosen.enumerated() {
            let target = place(next + offset, extension: table.kind)
            for part in tables.parts(of: table) {
                try copy(part, of: zip, to: target.deletingPathExtension().appendingPathExtension(part.kind))
            }
            outcome.files.append(
                SourceFile(url: target, name: "\(file.name)/\(table.shown)", number: next + offset, place: file.place))
        }
        if member == nil, let table = chosen.first {
            outcome.notes = [ArchiveMessages.chosen(table.shown, in: file.name, others: names.count - 1)]
        }
        return outcome
    }

    private func choose(_ tables: MemberChoice, _ file: SourceFile) throws(CollectFault) -> [MemberName] {
        if let pattern = member?.text {
            let matching = tables.matching(pattern)
            guard !matching.isEmpty else { throw noMember(tables.all.map(\.shown), of: file) }
            return matching
        }
        let readable = tables.readable
        guard let first = readable.first else { throw noMember(tables.all.map(\.shown), of: file) }
        guard readable.count == 1 else {
            throw CollectFault(
                .chooseMember, subject: file.name, at: file.place,
                ["members": ArchiveMessages.names(readable.map(\.shown))])
        }
        return [first]
    }

    private func noMember(_ names: [String], of file: SourceFile) -> CollectFault {
        CollectFault(
            .noMember, subject: file.name, at: member?.place ?? file.place,
            ["member": Bilingual(member?.text ?? "*"), "members": ArchiveMessages.names(names)])
    }

    private func place(_ number: Int, extension kind: String) -> URL {
        work.folder.appending(path: "member_\(number)").appendingPathExtension(kind.isEmpty ? "bin" : kind)
    }

    private func copy(_ name: MemberName, of zip: ZipArchive, to target: URL) throws {
        let member = try zip.open(name.written)
        try UnpackedFile.write(to: target) { try member.read(into: $0) }
    }
}
