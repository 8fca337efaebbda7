/// A stable code with its sentences: a line of the reference, and what the test of all codes walks. What stands in braces is
/// filled in when it happens.
package struct CodeEntry: Sendable, Hashable {
    package let code: String
    /// The weight of a finding; nil when the code is a fault, which ends what was asked.
    package let severity: FindingKind.Severity?
    package let what: Bilingual
    package let remedy: Bilingual

    package init(code: String, severity: FindingKind.Severity? = nil, what: Bilingual, remedy: Bilingual) {
        self.code = code
        self.severity = severity
        self.what = what
        self.remedy = remedy
    }

    package init(_ kind: FindingKind) {
        self.init(code: kind.code, severity: kind.severity, what: kind.what, remedy: kind.remedy)
    }

    package init(_ kind: ProblemKind) {
        self.init(code: kind.code, what: kind.what, remedy: kind.remedy)
    }

    /// From a fault made with facts in braces.
    package init(_ fault: some Explained) {
        self.init(code: fault.code, what: fault.what, remedy: fault.remedy)
    }
}
