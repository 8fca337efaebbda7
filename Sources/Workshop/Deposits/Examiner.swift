package import Foundation
package import Inspect
package import Runs
internal import Territory

/// Looks at a file that was put down, and proposes how to begin with it.
package struct Examiner: Sendable {
    private let library: SchemaLibrary
    private let extensionFolder: String

    /// Rows of the file that are shown, and cells that prove a trap.
    private static let rows = 12
    private static let proofs = 3
    /// Schemas to choose from.
    private static let schemas = 4

    package init(_ library: SchemaLibrary, extensionFolder: String) {
        self.library = library
        self.extensionFolder = extensionFolder
    }

    /// - Parameters:
    ///   - file: where it lies.
    ///   - name: what its agent calls it.
    ///   - choice: the schema to follow.
    /// - Throws: what the collector throws for a file it cannot read.
    package func examine(_ file: URL, called name: String, following choice: Inspector.SchemaChoice = .best) async throws
        -> Examination
    {
        let shelf = SchemaShelf(library.all(), areAtHand: true)
        let found = try await Inspector(extensionFolder: extensionFolder).inspect(
            file, against: shelf, drafting: "exports/\(file.lastPathComponent)", following: choice, showing: Self.rows)
        guard let parts = found.draft?.parts else { throw DepositFault(.unreadable, subject: name) }
        let profile = found.profile
        let shown = profile.schemas.filter { $0.score >= 0.25 || $0.name == parts.schema }.prefix(Self.schemas)
        return Examination(
            format: profile.structure.format, rows: profile.structure.rows, notes: profile.structure.notes,
            titles: found.sample.titles, sample: found.sample.rows, traps: profile.traps.map(Self.words),
            schemas: shown.map {
                Examination.Schema(
                    name: $0.name, title: $0.title, score: $0.score, isProposed: $0.isProposed, missing: $0.missing)
            },
            schema: parts.schema, parts: parts)
    }

    private static func words(_ trap: TrapReport) -> Examination.Trap {
        let proofs = trap.proofs.prefix(proofs).map { proof in
            let column = proof.column.map { "\($0), " } ?? ""
            return Bilingual(
                fr: "\(column)ligne \(proof.row) : « \(proof.value.prefix(80)) »",
                en: "\(column)row \(proof.row): “\(proof.value.prefix(80))”")
        }
        return Examination.Trap(what: trap.what, why: trap.why, mend: trap.mend, proofs: proofs)
    }
}
