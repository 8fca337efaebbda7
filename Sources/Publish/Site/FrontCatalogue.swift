internal import Territory

/// The DCAT-AP catalogue of a static site: the catalogue itself, then what each dataset's folder says of it. Turtle lets prefixes be said
/// again, so that a dataset never seen by this run is taken over as it stands.
struct FrontCatalogue {
    let text: String

    init(_ entries: [DatasetTexts.Entry], _ graphs: [String], _ territory: Territory, _ address: String) {
        let catalogue = DCATCatalogue(
            territory, base: address, [], modified: entries.map(\.modified).max(),
            elsewhere: entries.map { DCATDataset.address($0.id, address) })
        text = Turtle.text(catalogue.graph()) + graphs.sorted().map { "\n" + $0 }.joined()
    }
}
