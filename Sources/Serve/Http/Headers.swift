internal import HTTPTypes

/// The headers that every answer carries.
enum Headers {
    /// Names of parameters that may stand in the log; others may be anything.
    static let knownParameters: Set = [
        "select", "where", "group_by", "order_by", "limit", "offset", "refine", "exclude", "facet", "lang", "timezone",
        "include_links", "include_app_metas", "use_labels", "compressed", "epsg", "delimiter", "list_separator", "quote_all",
        "with_bom", "parquet_compression", "version", "as_of", "qv1", "format",
    ]

    /// Readable from any origin (explore-api.md §8.4), nothing guessed, nothing framed, nothing told to other sites.
    static func add(to answer: inout Answer, _ ask: Ask, _ count: Quotas.Count?, _ family: Family) {
        if family == .workshop { return addPrivate(to: &answer, ask) }
        answer.headers[.accessControlAllowOrigin] = "*"
        answer.headers[.accessControlAllowMethods] = "POST, GET, OPTIONS"
        answer.headers[.accessControlMaxAge] = "1000"
        answer.headers[.accessControlAllowHeaders] = allowed
        answer.headers[.accessControlExposeHeaders] = exposed
        answer.headers[.xContentTypeOptions] = "nosniff"
        answer.headers[.strictTransportSecurity] = ask.base.hasPrefix("https://") ? "max-age=31536000" : nil
        for (name, value) in fixed where !answer.mayBeFramed || name != frames {
            answer.headers[name] = answer.headers[name] ?? value
        }
        if answer.headers[.vary] == nil { answer.headers[.vary] = "Accept-Encoding, Authorization" }
        if answer.headers[.cacheControl] == nil {
            answer.headers[.cacheControl] = "no-cache, no-store, max-age=0, must-revalidate"
        }
        guard let count, answer.status != .badRequest, answer.status != .notFound else { return }
        for (name, value) in zip(
            limits, [String(count.limit), String(max(0, count.remaining)), Moment.text(count.reset) + "+00:00"])
        {
            answer.headers[name] = value
        }
    }

    /// What agents see is theirs: kept nowhere, read by no other site, found by no search engine.
    private static func addPrivate(to answer: inout Answer, _ ask: Ask) {
        answer.headers[.xContentTypeOptions] = "nosniff"
        answer.headers[.strictTransportSecurity] = ask.base.hasPrefix("https://") ? "max-age=31536000" : nil
        answer.headers[.cacheControl] = "no-store"
        for (name, value) in own + fixed { answer.headers[name] = answer.headers[name] ?? value }
    }

    private static let own: [(HTTPField.Name, String)] = [
        ("Referrer-Policy", "same-origin"), ("X-Frame-Options", "DENY"), ("X-Robots-Tag", "noindex"),
        ("Cross-Origin-Resource-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }

    private static let allowed =
        "Authorization, X-Requested-With, Origin, ODS-API-Analytics-App, ODS-API-Analytics-Embed-Type, "
        + "ODS-API-Analytics-Embed-Referrer, ODS-Widgets-Version, Accept"
        // Ours: JSON sent to CKAN's actions from a page elsewhere, and questions whether an answer still holds.
        + ", Content-Type, If-None-Match"
    private static let exposed =
        "ODS-Explore-API-Deprecation, Link, X-RateLimit-Remaining, X-RateLimit-Limit, X-RateLimit-Reset, "
        + "X-RateLimit-dataset-Remaining, X-RateLimit-dataset-Limit, X-RateLimit-dataset-Reset, ODS-Analyze-Truncated, ETag"

    private static let limits = ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"].compactMap {
        HTTPField.Name($0)
    }

    private static let frames = HTTPField.Name("X-Frame-Options")
    private static let fixed: [(HTTPField.Name, String)] = [
        ("Referrer-Policy", "strict-origin-when-cross-origin"), ("X-Frame-Options", "SAMEORIGIN"),
        ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'self'"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
}
