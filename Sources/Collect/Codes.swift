package import Territory

/// Every fault of this room, for the reference.
package let faultCodes: [CodeEntry] =
    CollectMessages.what.map { code, what in
        CodeEntry(code: code.name, what: what, remedy: CollectMessages.remedy[code] ?? Bilingual(""))
    }
    + [
        TotemFault.Reason.unreadable("{message}"), .malformed("{message}"), .notABudget(root: "{root}"), .noBudgetInside,
        .notAPlan(root: "{root}"),
    ].map { CodeEntry(TotemFault(reason: $0, file: "{file}", place: nil)) } + HttpFault.all.map { CodeEntry($0) }
