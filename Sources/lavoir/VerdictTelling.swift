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
    /// Where Validata's answer says what it was asked.
    private struct Meta: Encodable {
        let args: [String: String]
        let version: String
    }

    /// The answer of Validata's service.
    private struct Answer: Encodable {
        let _meta: Meta
        let report: ValidataReport
    }

    let file: String
    /// How the schema was named.
    let reference: String
    let format: CheckFormat
    let examples: Int
    let language: Language
    /// Whether it is the only file.
    let isAlone: Bool

    func tell(_ check: FileCheck, to target: ExportTarget) async throws -> VerdictRecord {
        let start = ContinuousClock.now
        let (format, language, part) = (format, language, target.part)
        let (verdict, contents) = try await check.run(examples: examples) { verdict, open in
            if format == .csv { try open.writeFindings(to: part, in: language) }
            return (verdict, format == .validata ? try open.validataContents() : nil)
        }
        let record = VerdictRecord(verdict, file: file)
        switch format {
        case .csv: break
        case .json: if isAlone { try target.write(JSONOutput.bytes(record)) }
        case .html: try target.write(Array(page(verdict).utf8))
        case .text: try target.write(Array((text(verdict, target) + "\n").utf8))
        case .validata:
            guard let contents else { break }
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            let report = ValidataReport(
                verdict.report, contents, of: file, against: verdict.schema, seconds: seconds, version: "lavoir \(Lavoir.version)"
            )
            let meta = Meta(args: ["file": file, "schema": reference], version: Lavoir.version)
            try target.write(JSONOutput.bytes(Answer(_meta: meta, report: report)))
        }
        return record
    }

    private func text(_ verdict: FileCheck.Verdict, _ target: ExportTarget) -> String {
        let text = VerdictText(verdict, language).text(.output)
        return isAlone ? text : "\(file)\n\(text)\n"
    }

    private func page(_ verdict: FileCheck.Verdict) -> String {
        let name = [verdict.schema.title ?? verdict.schema.name, verdict.schema.version].compactMap { $0 }.joined(separator: " ")
        let subject = VerdictPage.Subject(
            file: URL(filePath: file).lastPathComponent, schema: name, command: "lavoir check \(file) --schema \(reference)")
        return VerdictPage(subject, verdict.report, notes: verdict.notes, language).html
    }
}
