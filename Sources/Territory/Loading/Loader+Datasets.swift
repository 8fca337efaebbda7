import Foundation

// Datasets, and the names they refer to.
extension Loader {
    mutating func loadDataset(
        _ file: DeclarationFile, sources: [String: SourceDeclaration?], destinations: [String]?
    ) -> Dataset? {
        guard let (value, text) = read(file, as: FileShapes.dataset(vocabulary)) else { return nil }
        let source = resolveSource(value["source"], among: sources)
        let schema = resolveSchema(value["schema"])
        checkPublished(value["publish"], among: destinations)
        checkKey(value, over: schema?.table)
        checkViews(value["views"])
        return Dataset(value, name: file.name, text: text, source: source, schema: schema, steps: vocabulary.steps)
    }

    private mutating func resolveSource(_ value: Value?, among sources: [String: SourceDeclaration?]) -> SourceDeclaration? {
        guard let value else { return nil }
        guard let name = value.text else { return SourceDeclaration(value, knowing: vocabulary.connectors) }
        if let source = sources[name] { return source }
        reportUnknown(.unknownSource, value, among: sources.keys.sorted())
        return nil
    }

    private mutating func checkPublished(_ value: Value?, among destinations: [String]?) {
        guard let destinations else { return }
        for published in value?.oneOrMany ?? [] where published.text.map({ !destinations.contains($0) }) ?? false {
            reportUnknown(.unknownDestination, published, among: destinations)
        }
    }

    /// With a schema, a key is one of its fields or one the town declares; without, only the data can tell.
    private mutating func checkKey(_ dataset: Value, over schema: TableSchema?) {
        guard let schema else { return }
        let names = Dataset.resolved(dataset["fields"]?.entries ?? [], over: schema).map(\.name)
        for key in dataset["key"]?.oneOrMany ?? [] where key.text.map({ !names.contains($0) }) ?? false {
            reportUnknown(.unknownField, key, among: names)
        }
    }

    private mutating func checkViews(_ views: Value?) {
        for view in views?.list ?? [] where view.entries.map({ $0.count != 1 }) ?? false {
            let here = Whereabouts.file.key("views").item
            report(Problem(.badValue, at: view.place, ["where": here.words, "expected": TypeWords.oneChart]))
        }
    }

    private mutating func reportUnknown(_ kind: ProblemKind, _ value: Value, among names: [String]) {
        let text = value.text ?? ""
        report(
            Problem(
                kind, at: value.place, nearest: NearestName.of(text, among: names),
                ["value": Bilingual(text), "names": Bilingual(names.isEmpty ? "–" : names.joined(separator: ", "))]))
    }
}
