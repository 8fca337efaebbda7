import Foundation

/// Reads the files of a territory and gathers their problems. Checking and loading are this one walk.
struct Loader {
    let border: Confinement
    let vocabulary: Vocabulary
    private let environment: [String: String]
    /// Files as they would be, by path: they stand for those of the folder, or beside them.
    let laid: [String: Data]
    private(set) var problems: [Problem] = []

    init(
        _ folder: URL, knowing vocabulary: Vocabulary, environment: [String: String], laying laid: [String: Data] = [:]
    ) {
        border = Confinement(folder)
        self.laid = laid
        self.vocabulary = vocabulary
        self.environment = environment
    }

    /// The problems by file (lavoir.yaml, then sources, then datasets), line and column.
    var problemsInOrder: [Problem] {
        problems.sorted { one, other in Self.rank(one) < Self.rank(other) }
    }

    private static func rank(_ problem: Problem) -> (Int, String, Int, Int, String) {
        let file = problem.place?.file ?? ""
        let room = file.hasPrefix("datasets/") ? 2 : file.hasPrefix("sources/") ? 1 : 0
        return (room, file, problem.place?.line ?? 0, problem.place?.column ?? 0, problem.code)
    }

    mutating func report(_ problem: Problem) { problems.append(problem) }

    /// The territory, as far as it could be read; whole when there are no problems.
    mutating func load() -> Territory? {
        let main = border.folder.appendingPathComponent("lavoir.yaml")
        guard FileManager.default.fileExists(atPath: main.path) else {
            report(Problem(.noTerritory, at: nil, subject: "lavoir.yaml", ["folder": Bilingual(border.folder.path)]))
            return nil
        }
        let lavoir = read(DeclarationFile(name: "lavoir", path: "lavoir.yaml"), as: FileShapes.lavoir(vocabulary))
        checkLake(lavoir?.value["lake"])
        let destinations = self.destinations(lavoir?.value["destinations"])
        let sources = loadSources()
        // Without a readable lavoir.yaml, no destination can be called unknown.
        let places = lavoir == nil ? nil : ["portal"] + (lavoir?.value["destinations"]?.entries ?? []).map(\.key)
        let datasets = declarationFiles(in: "datasets").compactMap { loadDataset($0, sources: sources, destinations: places) }
        let portal = portal(lavoir?.value["portal"], datasets: datasets)
        guard let settings = lavoir?.value else { return nil }
        return territory(settings, portal, datasets, sources.compactMapValues(\.self), destinations)
    }

    // Left as it is written: the optimizer of Swift 6.3 ends with "Found ownership error" on the whole.
    @_optimize(none)
    private func territory(
        _ settings: Value, _ portal: PortalDeclaration, _ datasets: [Dataset], _ sources: [String: SourceDeclaration],
        _ destinations: [String: DestinationDeclaration]
    ) -> Territory? {
        guard let identity = settings["territory"], let name = identity["name"]?.text else { return nil }
        return Territory(
            folder: border.folder, name: name, siren: identity["siren"]?.text,
            population: identity["population"]?.integer.flatMap { $0 > 0 ? $0 : nil },
            languages: Self.languages(settings), licence: settings["licence"]?.text ?? "lov2", identity: Identity(identity),
            lake: LakeDeclaration(settings["lake"]), portal: portal, datasets: datasets, sources: sources,
            destinations: destinations,
            announcements: (settings["announce"]?.entries ?? []).compactMap { AnnouncementDeclaration($0) },
            signIn: SignInDeclaration(settings["sign-in"]),
            keyring: Keyring(environment: environment, folder: border.folder))
    }

    /// Reads a file, reports what is wrong with its writing and its shape, and gives its value all the same.
    mutating func read(_ file: DeclarationFile, as shape: Shape) -> (value: Value, text: String)? {
        let bytes: Data
        switch laid[file.path].map({ .success($0) }) ?? file.bytes(within: border) {
        case .success(let read): bytes = read
        case .failure(let problem):
            report(problem)
            return nil
        }
        let reading = YamlReading(bytes, file: file.path)
        problems += reading.problems
        guard let value = reading.value else { return nil }
        problems += Reader.problems(of: value, as: shape, within: border)
        return (value, String(decoding: bytes, as: UTF8.self))
    }

    private mutating func loadSources() -> [String: SourceDeclaration?] {
        var sources: [String: SourceDeclaration?] = [:]
        for file in declarationFiles(in: "sources") {
            let read = read(file, as: FileShapes.source(vocabulary))
            let source = read.flatMap {
                SourceDeclaration($0.value, knowing: vocabulary.connectors, name: file.name, text: $0.text)
            }
            sources.updateValue(source, forKey: file.name)
        }
        return sources
    }

    private static func languages(_ lavoir: Value) -> [Language] {
        let written = lavoir["territory"]?["languages"]?.texts.compactMap { Language(rawValue: $0) } ?? []
        return written.isEmpty ? [.french] : written
    }
}
