internal import Territory

/// `year-interval-value`: two years in order, `2019/2020`; one alone when the schema allows it.
struct YearInterval: CustomCheck {
    static let name = "year-interval-value"
    static let kinds = [invalid]
    static let invalid = FindingKind(
        code: "check.year-interval", severity: .error,
        what: Bilingual(
            fr: "« {value} » n'est pas {detail} dans « {field} »", en: "\"{value}\" is not {detail} in \"{field}\""),
        remedy: Bilingual(
            fr: "Écrivez deux années différentes dans l'ordre, séparées par une barre oblique",
            en: "Write two different years in order, with a slash between them"))

    static func compile(_ parameters: Parameters, in view: inout CellView) -> CompiledCheck {
        guard let cell = parameters.cell(in: view) else { return .none }
        let takesOne = ["yes", "true"].contains(parameters["allow-year-only"]?.text)
        let text = cell.text
        let interval = #"(regexp_full_match(\#(text), '\p{Nd}{4}/\p{Nd}{4}\n?') AND left(\#(text), 4) < substr(\#(text), 6, 4))"#
        let year = #"regexp_full_match(\#(text), '\p{Nd}{4}\n?')"#
        return CompiledCheck(rules: [
            Rule(
                invalid, cell, where: "NOT \(interval)" + (takesOne ? " AND NOT \(year)" : ""),
                detail: takesOne ? "AAAA/AAAA, AAAA" : "AAAA/AAAA")
        ])
    }
}
