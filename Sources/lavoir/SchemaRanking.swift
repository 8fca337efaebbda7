internal import Foundation
internal import Inspect
internal import Runs
internal import Territory

/// The schemas that a file may be meant for, the likeliest first, and why.
struct SchemaRanking {
    let schemas: [Profile.Schema]
    private let file: URL

    init(_ file: URL, among library: SchemaLibrary) async throws {
        self.file = file
        let shelf = SchemaShelf(library.all())
        schemas = try await Inspector(extensionFolder: ExtensionFolder.path).inspect(file, against: shelf).profile.schemas
    }

    func text(_ language: Language) -> String {
        guard let best = schemas.first else {
            return Bilingual(
                fr: "Aucun des schémas connus ne ressemble à ce fichier (lavoir schemas list)",
                en: "None of the known schemas resembles this file (lavoir schemas list)"
            ).text(in: language)
        }
        let next = Bilingual(
            fr: "→ lavoir check \(file.lastPathComponent) --schema \(best.name)",
            en: "→ lavoir check \(file.lastPathComponent) --schema \(best.name)")
        return (schemas.map { line($0, language) } + [next.text(in: language)]).joined(separator: "\n")
    }

    /// `87 %  scdl/subventions  Subventions`, and under it which columns go to which fields, and what lacks.
    private func line(_ schema: Profile.Schema, _ language: Language) -> String {
        let score = "\(Int((schema.score * 100).rounded())) %"
        let head = "\(Terminal.output.styled(score, .bold))  \(schema.name)  \(schema.title ?? "")"
        let pairs = schema.matches.map { $0.field == $0.column ? $0.field : "\($0.column) → \($0.field)" }
        let found = Bilingual(
            fr: "\(schema.required - schema.missing.count) champs obligatoires sur \(schema.required) ; colonnes reconnues : ",
            en: "\(schema.required - schema.missing.count) of \(schema.required) required fields; columns recognised: ")
        let lacking =
            schema.missing.isEmpty
            ? ""
            : "\n      " + Bilingual(fr: "il manque : ", en: "missing: ").text(in: language)
                + schema.missing.prefix(4).map { $0.text(in: language) }.joined(separator: ", ")
                + (schema.missing.count > 4 ? "…" : "")
        return head + "\n      " + found.text(in: language) + pairs.joined(separator: ", ") + lacking
    }
}
