internal import HTTPTypes
internal import DuckDB
internal import Lake
internal import Query
internal import Territory

/// A dataset as a collection of features: where its rows lie, when, and what else is told of them.
struct Layer: Sendable {
    let copy: OpenCopy
    let dataset: Dataset
    /// Nil when its rows are on no map.
    let place: RowPlace?
    /// The first date of a row, which `datetime` is compared with.
    let time: QueryField?

    init(_ copy: OpenCopy, _ dataset: Dataset) {
        self.copy = copy
        self.dataset = dataset
        place = RowPlace(dataset, copy.table)
        time = copy.table.fields.first { $0.type.isTemporal && !$0.isMultivalued }
    }

    var table: QueryTable { copy.table }
    var name: String { dataset.name }

    /// What a feature tells besides where it is.
    var properties: [QueryField] { table.fields.filter { $0 != place?.field } }

    /// The properties that a parameter of their name filters by.
    var filters: [QueryField] {
        properties.filter { !$0.type.isGeographic && $0.type != .jsonBlob && !ItemsResource.own.contains($0.name) }
    }

    func title(_ language: Language) -> String { dataset.title.text(in: language) }
    func summary(_ language: Language) -> String { dataset.description?.text(in: language) ?? "" }

    /// The title of a field.
    func label(_ field: QueryField) -> String {
        dataset.resolvedFields.first { $0.name == field.name }?.label ?? field.name
    }

    func description(_ field: QueryField) -> String? {
        dataset.resolvedFields.first { $0.name == field.name }?.description
    }
}

extension Serving {
    /// The layer of the address, of the current version; one that the caller may not see is absent.
    func layer(_ ask: Ask) throws -> Layer {
        let name = ask.place("dataset")
        guard let copy = shelf.copy(of: name), let layer = layer(copy, { ask.caller.opens($0) }) else {
            throw Refusal(
                .notFound, "NotFound", "There is no collection \(name).", fr: "La collection \(name) n'existe pas.",
                remedy: Bilingual(
                    fr: "Les collections sont listées à /ogc/collections", en: "The collections are listed at /ogc/collections"))
        }
        return layer
    }

    /// The layers that the caller may see.
    func layers(_ ask: Ask) -> [Layer] { shelf.copies.compactMap { layer($0) { ask.caller.opens($0) } } }

    /// The layers that everyone may see.
    var openLayers: [Layer] { shelf.copies.compactMap { layer($0) { _ in false } } }

    /// - Parameter opens: whether a dataset that is not open may be seen all the same.
    private func layer(_ copy: OpenCopy, _ opens: (String) -> Bool) -> Layer? {
        guard let dataset = live.dataset(copy.copy.dataset), dataset.isOpen || opens(dataset.name) else { return nil }
        return Layer(copy, dataset)
    }

    func layerDependence(_ ask: Ask) throws -> Dependence? { try layer(ask).copy.dependence }
}
