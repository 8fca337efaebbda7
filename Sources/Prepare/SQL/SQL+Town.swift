internal import DuckDB

extension SQL.Interpolation {
    /// The town's own SQL, which `TownSQL` has accepted. The line break ends a comment it may close with.
    mutating func appendInterpolation(accepted town: TownSQL) {
        appendLiteral(town.text + "\n")
    }
}
