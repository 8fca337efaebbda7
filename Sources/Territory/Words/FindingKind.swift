/// A kind of data finding, declared by the room that makes it.
///
/// `what` and `remedy` are templates over `{value}`, `{field}` and `{detail}`; render them with `Bilingual.filled(with:)`.
package struct FindingKind: Sendable, Hashable {
    /// How much a finding weighs: an error refuses the version, a warning is shown, a note informs.
    package enum Severity: String, Sendable, Hashable, Codable {
        case error, warning, note
    }

    package let code: String
    package let severity: Severity
    package let what: Bilingual
    package let remedy: Bilingual

    package init(code: String, severity: Severity, what: Bilingual, remedy: Bilingual) {
        self.code = code
        self.severity = severity
        self.what = what
        self.remedy = remedy
    }
}
