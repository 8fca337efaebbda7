package import Check
internal import Foundation
package import Territory

/// What the check found of a version, as anyone may be told: counts, and sentences that never speak of a field kept private.
package struct CheckReport: Sendable {
    let groups: [Report.Group]
    let quality: Quality?
    private let told: PublicFindings

    /// - Parameters:
    ///   - groups: what the run that wrote the version found.
    ///   - quality: what it measured; nil where it did not.
    package init(_ groups: [Report.Group], _ quality: Quality?, of dataset: Dataset) {
        told = PublicFindings(dataset.resolvedFields, columns: (quality?.fields ?? []).map(\.name))
        self.groups = groups.filter { [told] in told.shows($0.field) }
        self.quality = quality
    }

    var fields: [Quality.Field] { (quality?.fields ?? []).filter { told.shows($0.name) } }
    var errors: Int { count(.error) }
    var warnings: Int { count(.warning) }

    private func count(_ severity: FindingKind.Severity) -> Int {
        groups.filter { $0.severity == severity }.reduce(0) { $0 + $1.count }
    }

    func words(of group: Report.Group) -> (what: Bilingual, remedy: Bilingual?) { told.words(of: group) }

    /// For programs.
    func bytes(_ sheet: Sheet) -> Data {
        let report: JSON = [
            "dataset": .text(sheet.name), "id": .text(sheet.id), "version": .integer(sheet.version),
            "modified": .text(sheet.modified + "Z"), "schema": JSON(sheet.schema?.address), "conform": .boolean(errors == 0),
            "errors": .integer(errors), "warnings": .integer(warnings), "rows": quality.map { .integer($0.rows) } ?? .null,
            "findings": .list(groups.map(finding)), "fields": .list(fields.map(Self.field)),
        ]
        return report.bytes + Data("\n".utf8)
    }

    private func finding(_ group: Report.Group) -> JSON {
        let (what, remedy) = words(of: group)
        return [
            "code": .text(group.code), "severity": .text(group.severity.rawValue), "field": JSON(group.field),
            "count": .integer(group.count), "what": Self.words(what),
            "remedy": remedy.map(Self.words) ?? .null,
        ]
    }

    private static func words(_ words: Bilingual) -> JSON { ["fr": .text(words.french), "en": .text(words.english)] }

    private static func field(_ field: Quality.Field) -> JSON {
        [
            "name": .text(field.name), "filled": .integer(field.filled), "distinct": .integer(field.distinct),
            "invalid": .integer(field.invalid),
        ]
    }
}
