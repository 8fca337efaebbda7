package import DuckDB
package import Foundation
package import Territory

/// Files of the territory: delimited text and XLSX workbooks, one or many. What several files have in common is the name of
/// their columns: they are united by it, and each row says which file it came from.
package struct FileConnector: Connector {
    private let source: SourceDeclaration
    private let folder: Confinement

    package init(_ source: SourceDeclaration, in folder: Confinement) throws {
        self.source = source
        self.folder = folder
    }

    package static let findings = TextFindings.all

    package func files() throws -> [URL] {
        try SourceFiles.matching(source.argument, in: folder)
    }

    package func collect(_ connection: Connection, into work: WorkArea) throws -> Collected {
        var parts: [Collected] = []
        for (index, file) in try files().enumerated() {
            let name = folder.relative(file)
            do {
                parts.append(try collect(file, name, number: index, connection, work))
            } catch let fault as EngineFault {
                throw CollectFault(
                    .unreadable, subject: name, at: source.place, ["reason": Bilingual(fault.message)], underlying: fault)
            }
        }
        return Union.byName(parts)
    }

    private func collect(
        _ file: URL, _ name: String, number: Int, _ connection: Connection, _ work: WorkArea
    ) throws -> Collected {
        switch try FileFormat.of(file, named: name, at: source.place) {
        case .text:
            try refuse(["sheet"], for: name)
            let reader = TextReader(file: file, name: name, declaration: TextDeclaration(source), place: source.place)
            return try reader.collect(connection, work, number: number)
        case .xlsx:
            try refuse(["encoding", "delimiter", "quote"], for: name)
            let table = try XlsxReader(file: file).read(
                sheet: SheetChoice(source.options["sheet"]), header: source.options["header"]?.integer, source: name,
                into: "sheet_\(number)", work: work, connection)
            return Collected(relation: table.relation, notes: table.notes)
        }
    }

    private func refuse(_ options: [String], for name: String) throws(CollectFault) {
        for option in options where source.options[option] != nil {
            throw CollectFault(
                .notTheOption, subject: name, at: source.options[option]?.place, ["option": Bilingual(option)])
        }
    }
}

extension SheetChoice {
    /// A number counts sheets from 1, a text is a name; nothing means the sheet is to be found.
    fileprivate init(_ value: Value?) {
        if let number = value?.integer {
            self = .number(number)
        } else if let name = value?.written {
            self = .name(name)
        } else {
            self = .detect
        }
    }
}
