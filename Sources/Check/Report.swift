package import Territory

/// The outcome of a check: the verdict, exact counts, and a few examples of each kind of finding.
package struct Report: Sendable, Codable {
    /// Findings of one code, one field and one severity: one cause, to be mended once.
    package struct Group: Sendable, Codable {
        package let code: String
        package let severity: FindingKind.Severity
        package let field: String?
        /// Exact, whatever the number of examples.
        package let count: Int
        package let examples: [Finding]
        /// The sentence, with the facts of the first example.
        package let what: Bilingual
        package let remedy: Bilingual
        /// The sentence before its facts, for the other examples.
        package let template: Bilingual

        package init(
            code: String, severity: FindingKind.Severity, field: String?, count: Int, examples: [Finding], what: Bilingual,
            remedy: Bilingual, template: Bilingual
        ) {
            self.code = code
            self.severity = severity
            self.field = field
            self.count = count
            self.examples = examples
            self.what = what
            self.remedy = remedy
            self.template = template
        }
    }

    /// Errors first, then warnings, then notes; the most frequent first.
    package let groups: [Group]

    package init(groups: [Group]) {
        self.groups = groups
    }

    /// Whether nothing forbids the version.
    package var isConform: Bool { errors == 0 }
    package var errors: Int { count(.error) }
    package var warnings: Int { count(.warning) }
    package var notes: Int { count(.note) }

    /// Whether its errors are few enough for a version, and of cells only: without its columns or its keys a table is another.
    package func isTolerable(upTo ceiling: Int) -> Bool {
        let structural = [
            StorageFindings.missingColumn, StorageFindings.missingKey, StorageFindings.emptyKey, StorageFindings.repeatedKey,
        ].map(\.code)
        return errors <= ceiling && !groups.contains { $0.severity == .error && structural.contains($0.code) }
    }

    private func count(_ severity: FindingKind.Severity) -> Int {
        groups.filter { $0.severity == severity }.reduce(0) { $0 + $1.count }
    }
}
