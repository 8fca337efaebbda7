internal import DuckDB
internal import Lake
package import Publish
package import Territory

/// The town's catalogue of what it publishes, in the national form.
package enum PublishedCatalogue {
    /// Every dataset that is published somewhere and has a version.
    package static func scdl(_ territory: Territory, _ environment: RunEnvironment) async throws -> SCDLCatalogue {
        let engine = try Runner.engine(territory, environment)
        defer { engine.close() }
        let lake = LakeStore(territory, engine: engine)
        guard !lake.isEmpty else { return SCDLCatalogue([]) }
        let editions = try await lake.session { try $0.editions() }
        let copies = ServingCopies(territory, of: lake)
        var entries: [SCDLCatalogue.Entry] = []
        for dataset in territory.datasets where !dataset.publish.isEmpty {
            guard let edition = editions[dataset.name] else { continue }
            let copy = try await copies.current(dataset.name)
            let formats = try await engine.read { connection in
                try copy.attach(connection)
                defer { copy.detach(connection) }
                return FileMaking.formats(of: dataset, try copy.relation(connection))
            }
            let sheet = Sheet(dataset, of: territory, version: edition.version, first: edition.first, last: edition.last)
            entries.append(SCDLCatalogue.Entry(sheet, formats: formats))
        }
        return SCDLCatalogue(entries)
    }
}
