internal import DuckDB

extension SQLValue {
    /// The value as it stands in a table of the terminal. A point is latitude then longitude, as exports write it.
    var shown: String {
        switch self {
        case .list(let values): return values.map(\.shown).joined(separator: ", ")
        case .structure(let members):
            let isPoint = members.map(\.name) == ["lon", "lat"]
            return (isPoint ? members.reversed() : members).map(\.value.shown).joined(separator: ", ")
        default: return text ?? ""
        }
    }
}
