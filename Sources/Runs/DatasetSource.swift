internal import Check
internal import Collect
internal import Foundation
internal import Prepare
internal import Territory

/// A dataset ready to run: its connector, its recipe, and every file that its result depends on.
struct DatasetSource: Sendable {
    let dataset: Dataset
    let connector: any Connector
    let recipe: Recipe
    /// The schema that the rows are checked against, whole.
    let schema: SchemaDescriptor?
    private let folder: Confinement
    private let program: String

    init(_ dataset: Dataset, in territory: Territory, program: String) throws {
        self.dataset = dataset
        self.program = program
        folder = territory.confinement
        connector = try Collect.connector(for: dataset.source, in: folder, opening: territory.keyring)
        recipe = try Recipe(dataset.recipe, in: territory.folder)
        schema = try dataset.schema.map { declared in
            let bytes = try territory.confinement.locate(declared.file).map { try Data(contentsOf: $0) }
            return try SchemaDescriptor(bytes ?? Data(), file: declared.file)
        }
    }

    /// The files as they are; those that have not been touched since `known` are not read again.
    func stamps(knowing known: [FileStamp]) throws -> [FileStamp] {
        let remembered = Dictionary(known.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let declared = ([dataset.schema?.file].compactMap { $0 } + recipe.files).compactMap { folder.locate($0) }
        return try (try connector.files() + declared).map { file in
            if let stamp = remembered[folder.relative(file)], stamp.isUntouched(in: folder) { return stamp }
            return try FileStamp(file, in: folder)
        }
    }

    /// What a version is made from: the program, the declarations, the bytes of every file.
    func fingerprint(_ stamps: [FileStamp]) -> String {
        Collect.fingerprint(
            of: [program, dataset.text, dataset.source.text ?? ""] + stamps.flatMap { [$0.path, $0.sha256] })
    }

    /// The first file that is no longer as it was stamped.
    func firstMoved(_ stamps: [FileStamp]) -> String? {
        stamps.first { !$0.isUntouched(in: folder) }?.path
    }
}
