internal import Territory

/// The codes that Validata gives to the same findings, so that reports and badges can be compared.
package enum ValidataCodes {
    /// Validata's code for a finding; nil for what it does not count as an error.
    package static func code(of finding: Finding) -> String? {
        if finding.code == StorageFindings.missingColumn.code {
            return finding.severity == .error ? "missing-required-header" : nil
        }
        return codes[finding.code]
    }

    private static let codes: [String: String] = {
        var codes = [
            StorageFindings.wrongType.code: "type-error", BlankRow.kind.code: "blank-row",
            RaggedRows.missing.code: "missing-cell", RaggedRows.extra.code: "extra-cell",
            DuplicateLabel.kind.code: "general-error", BlankLabel.kind.code: "blank-label",
            BrokenLabel.kind.code: "incorrect-label", UniqueValues.kind.code: "unique-error",
            PrimaryKey.empty.code: "primary-key-error", PrimaryKey.repeated.code: "primary-key-error",
            ForeignKeys.kind.code: "foreign-key-error", SchemaFindings.badField.code: "field-error",
            SchemaFindings.badExample.code: "schema-error", SchemaFindings.badKey.code: "schema-error",
            SchemaFindings.unknownCheck.code: "check-error", SchemaFindings.unusableCheck.code: "check-error",
            GPSCoordinates.reversed.code: "reversed-french-gps-coordinates",
        ]
        for constraint in SchemaRegistry.constraints { codes[constraint.kind.code] = "constraint-error" }
        for check in SchemaRegistry.customChecks {
            for kind in check.kinds where codes[kind.code] == nil { codes[kind.code] = check.name }
        }
        return codes
    }()
}
