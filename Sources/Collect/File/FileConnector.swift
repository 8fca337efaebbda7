package import DuckDB
package import Foundation
package import Territory

/// Files of the territory, one or many, of any format in `fileFormats`. What several files have in common is the name of
/// their columns: they are united by it, and each row says which file it came from.
package struct FileConnector: Connector {
    private let source: SourceDeclaration
    private let folder: Confinement

    package init(_ source: SourceDeclaration, in folder: Confinement) throws {
        self.source = source
        self.folder = folder
    }

    /// The files that the pattern names, each followed by those it cannot be read without.
    package func files() throws -> [URL] {
        try SourceFiles.matching(source.argument, in: folder).flatMap { [$0] + (try companions(of: $0)) }
    }

    package func collect(_ connection: Connection, into work: WorkArea) throws -> Collected {
        let files = try SourceFiles.matching(source.argument, in: folder).enumerated().map { number, url in
            _ = try companions(of: url)
            return SourceFile(url: url, name: folder.relative(url), number: number, place: source.place)
        }
        return try FileReading(source).collect(files, connection, into: work)
    }

    /// A companion is chosen by its name, not by the pattern: it must be inside the territory too.
    private func companions(of file: URL) throws(CollectFault) -> [URL] {
        let companions = fileFormats.flatMap { $0.companions(of: file) }
        for companion in companions where folder.locate(companion.path) == nil {
            throw CollectFault(.noFile, subject: folder.relative(companion), at: source.place)
        }
        return companions
    }
}

/// Reads files by their formats. Connectors that bring files from elsewhere read them so too.
struct FileReading {
    let source: SourceDeclaration

    init(_ source: SourceDeclaration) {
        self.source = source
    }

    func collect(_ files: [SourceFile], _ connection: Connection, into work: WorkArea) throws -> Collected {
        var parts: [Collected] = [], notes: [Bilingual] = []
        for file in files {
            do {
                let unpacked = try Unpacking(member: source.options[Unpacking.key.name], work: work)
                    .open(file, numberedFrom: parts.count)
                for table in unpacked.files { parts.append(try collect(table, connection, work)) }
                notes += unpacked.notes
            } catch let fault as CollectFault {
                throw fault.located(at: source.place)
            } catch let fault as EngineFault {
                throw CollectFault(
                    .unreadable, subject: file.name, at: source.place, ["reason": Bilingual(fault.message)], underlying: fault)
            }
        }
        let union = Union.byName(parts)
        return Collected(
            relation: union.relation, notes: notes + union.notes, findings: union.findings, layouts: union.layouts,
            titles: union.titles)
    }

    private func collect(_ file: SourceFile, _ connection: Connection, _ work: WorkArea) throws -> Collected {
        let format = try FormatChoice.of(file, declared: source.options["format"])
        try refuseForeignOptions(format, for: file)
        var collected = try format.init(source).collect(file, connection, into: work)
        if collected.layouts.isEmpty { collected.layouts = [FileLayout()] }
        for index in collected.layouts.indices { collected.layouts[index].format = format.name }
        return collected
    }

    /// An option of another format would be silently without effect.
    private func refuseForeignOptions(_ format: any FileFormat.Type, for file: SourceFile) throws(CollectFault) {
        let others = fileFormats.flatMap { $0.options }.map(\.name).filter { name in
            !format.options.contains { $0.name == name }
        }
        for (name, value) in source.options.sorted(by: { $0.key < $1.key }) where others.contains(name) {
            throw CollectFault(.notTheOption, subject: file.name, at: value.place, ["option": Bilingual(name)])
        }
    }
}
