/// The query language of the Explore API v2.1, read into plans. See `docs/odsql.md`.
package enum ODSQL {
    /// The clauses of a request, as received. Absent and empty are the same.
    package struct Request: Sendable {
        package var select: String?
        /// Each must hold.
        package var filters: [String] = []
        package var groupBy: String?
        package var orderBy: String?
        /// `field:value`, `field:"value"`.
        package var refine: [String] = []
        package var exclude: [String] = []
        /// `qv1`: the language of the v1 search API; each must hold.
        package var legacy: [String] = []
        package var limit: Int?
        package var offset = 0
        package var setting = Setting()
        /// What `now()` means, in UTC.
        package var now: CivilTime

        package init(now: CivilTime) { self.now = now }
    }
}
