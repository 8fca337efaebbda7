internal import ArgumentParser
internal import Check
internal import Foundation
internal import Inspect
internal import Runs
internal import Territory

/// How a verdict is told.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, validata, html, csv
}

/// Checks one file and tells its verdict in one format.
struct VerdictTelling {
    let file: String
    /// How the schema was named.
    let reference: String
    let format: CheckFormat
    let examples: Int
    let language: Language
    /// Whether it is the only file.
    let isAlone: Bool
    let mending: Mending

    /// What is done about what is wrong.
    struct Mending: Sendable {
        /// The mended file to write.
        let file: String?
        let withLikely: Bool
        /// Whether the recipe is wanted instead of the verdict.
        let asRecipe: Bool

        /// Where the list of changes goes: `x.csv` has `x.changes.csv` beside it.
        var changes: String? { file.map { ($0.hasSuffix(".csv") ? String($0.dropLast(4)) : $0) + ".changes.csv" } }
        var isAsked: Bool { file != nil || asRecipe }
    }

    /// Beyond so many errors, repairs are looked for when they are asked for only.
    private static let proposing = 50_000

    /// What the engine gives besides the verdict.
    private struct More: Sendable {
        let verdict: FileCheck.Verdict
        let contents: ValidataReport.Contents?
        let repaired: OpenCheck.Repaired?
    }

    func tell(_ check: some Checking, to target: ExportTarget) async throws -> VerdictRecord {
        let start = ContinuousClock.now
        let (format, language, part, mending) = (format, language, target.part, mending)
        let more = try await check.run(examples: examples, keepsAll: [.csv, .validata].contains(format)) { verdict, open in
            if format == .csv { try open.writeFindings(to: part, in: language) }
            let proposes = [.text, .json, .html].contains(format) && (1...Self.proposing).contains(verdict.report.errors)
            let repaired =
                mending.isAsked || proposes
                ? try open.repair(withLikely: mending.withLikely, to: .init(table: mending.file, changes: mending.changes)) : nil
            return More(
                verdict: verdict, contents: format == .validata ? try open.validataContents() : nil, repaired: repaired)
        }
        if mending.isAsked, more.repaired == nil, more.verdict.report.errors > 0 { throw CannotRepair(file: file) }
        if mending.asRecipe {
            try target.write(Array((more.repaired?.recipe ?? "recipe: []\n").utf8))
            return VerdictRecord(more.verdict, more.repaired, isMended: true, file: file)
        }
        return try tell(more, seconds: (ContinuousClock.now - start) / .seconds(1), to: target)
    }

    private func tell(_ more: More, seconds: Double, to target: ExportTarget) throws -> VerdictRecord {
        let verdict = more.verdict
        let record = VerdictRecord(verdict, more.repaired, isMended: mending.file != nil, file: file)
        switch format {
        case .csv: break
        case .json: if isAlone { try target.write(JSONOutput.bytes(record)) }
        case .html: try target.write(Array(page(verdict).utf8))
        case .text: try target.write(Array((text(more) + "\n").utf8))
        case .validata:
            guard let contents = more.contents else { break }
            let report = ValidataReport(
                verdict.report, contents, of: file, against: verdict.schema, seconds: seconds, version: "lavoir \(Lavoir.version)"
            )
            let arguments = ["file": file, "schema": reference]
            try target.write(JSONOutput.bytes(ValidataAnswer(report, to: arguments, version: Lavoir.version)))
        }
        return record
    }

    private func text(_ more: More) -> String {
        let repairs = more.repaired.map { RepairText($0, language).text(.output, writtenTo: mending.file) }
        let text = [VerdictText(more.verdict, language).text(.output), repairs].compactMap { $0 }.joined(separator: "\n")
        return isAlone ? text : "\(file)\n\(text)\n"
    }

    private func page(_ verdict: FileCheck.Verdict) -> String {
        let name = [verdict.schema.title ?? verdict.schema.name, verdict.schema.version].compactMap { $0 }.joined(separator: " ")
        let subject = VerdictPage.Subject(
            file: URL(filePath: file).lastPathComponent, schema: name, command: "lavoir check \(file) --schema \(reference)")
        return VerdictPage(subject, verdict.report, notes: verdict.notes, language).html
    }
}
