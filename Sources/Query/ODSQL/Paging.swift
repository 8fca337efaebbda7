extension ODSQL {
    /// `limit` and `offset` within the bounds of the API. A limit of -1 is everything in an export, the largest page elsewhere.
    package static func page(
        limit: String?, offset: String?, isGrouped: Bool, isExport: Bool
    ) throws(QueryFault) -> (limit: Int?, offset: Int) {
        let most = isGrouped ? 20_000 : 100
        let asked = try number(limit, "limit") ?? (isExport ? -1 : 10)
        let skipped = try number(offset, "offset") ?? 0
        guard skipped >= 0 else { throw out("offset", "\(skipped)", "0 <= offset") }
        if isExport {
            guard asked >= -1 else { throw out("limit", "\(asked)", "-1 <= limit") }
            return (asked == -1 ? nil : asked, skipped)
        }
        guard (-1...most).contains(asked) else { throw out("limit", "\(asked)", "-1 <= limit <= \(most)") }
        let size = asked == -1 ? most : asked
        let end = isGrouped ? 20_000 : 10_000
        guard skipped <= end - size else { throw out("offset", "\(skipped)", "0 <= offset + limit <= \(end)") }
        return (size, skipped)
    }

    private static func number(_ text: String?, _ name: String) throws(QueryFault) -> Int? {
        guard let text, !text.isEmpty else { return nil }
        guard let number = Int(text) else { throw out(name, String(text.prefix(100)), "an integer") }
        return number
    }

    private static func out(_ name: String, _ value: String, _ expected: String) -> QueryFault {
        QueryFault(
            .parameter, "Invalid value for \(name) API parameter: \(value) was found but \(expected) is expected",
            fr: "valeur de \(name) invalide : \(value) ; attendu : \(expected)", clause: name)
    }
}
