extension QueryFault {
    /// The `error_code` of the Explore API.
    package var exploreCode: String {
        switch kind {
        case .syntax: "ODSQLSyntaxError"
        case .parameter: "InvalidRESTParameterError"
        case .notFound: "NotFoundResource"
        default: "ODSQLError"
        }
    }

    /// The `message` of the Explore API, word for word.
    package var exploreMessage: String {
        let clauses = clause.map { " Clause(s) containing the error(s): \($0)." } ?? ""
        switch kind {
        case .syntax: return "ODSQL syntax exception: \(detail).\(clauses)"
        case .malformed: return "ODSQL query is malformed: \(detail)\(detail.hasSuffix(".") ? "" : ".")\(clauses)"
        default: return detail + "."
        }
    }
}
