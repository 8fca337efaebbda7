/// What `lavoir.yaml` says of the territory beyond its name, and what its datasets take over where they say nothing.
package struct Identity: Sendable, Hashable {
    /// Of the body that publishes, 14 digits.
    package var siret: String?
    /// The public address of the town's own portal; links in catalogues lead there.
    package var site: String?
    package var contact: Contact?
    package var coverage: Coverage?

    package init() {}

    /// From a value whose shape was checked.
    init(_ value: Value?) {
        siret = value?["siret"]?.text
        site = value?["site"]?.text
        contact = value?["contact"].flatMap { Contact($0) }
        coverage = value?["coverage"].flatMap { Coverage($0) }
    }
}
