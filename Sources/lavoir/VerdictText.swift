internal import Check
internal import Runs
internal import Territory

/// The verdict on a file in words: what was read, what is wrong, whether it is conform.
struct VerdictText {
    private let verdict: FileCheck.Verdict
    private let language: Language

    init(_ verdict: FileCheck.Verdict, _ language: Language) {
        self.verdict = verdict
        self.language = language
    }

    func text(_ terminal: Terminal) -> String {
        let notes = verdict.notes.map { terminal.styled($0.text(in: language), .dim) }
        let report = verdict.report.groups.isEmpty ? [] : [ReportText(verdict.report, language, isOneFile: true).text(terminal)]
        return (notes + report + [conclusion(terminal)]).joined(separator: "\n")
    }

    private func conclusion(_ terminal: Terminal) -> String {
        let report = verdict.report
        let name = [verdict.schema.title ?? verdict.schema.name, verdict.schema.version].compactMap { $0 }.joined(separator: " ")
        let counts = [(Counted.errors, report.errors), (.warnings, report.warnings)].filter { $0.1 > 0 }
            .map { $0.0.text($0.1, in: language) }.joined(separator: ", ")
        let words =
            report.isConform
            ? Bilingual(fr: "Conforme au schéma {name}", en: "Conform to schema {name}")
            : Bilingual(fr: "Non conforme au schéma {name}", en: "Not conform to schema {name}")
        let verdict = words.filled(with: ["name": Bilingual(name)]).text(in: language)
        return terminal.styled(verdict, report.isConform ? .green : .red) + (counts.isEmpty ? "" : " (\(counts))")
    }
}
