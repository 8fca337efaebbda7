internal import DuckDB
internal import Territory

/// A coordinate reference system, by its EPSG code. First coordinate east (or longitude), second north (or latitude),
/// whatever the order the register gives: what files call x and y.
struct ReferenceSystem: Sendable {
    /// Longitude and latitude of GPS.
    static let gps = ReferenceSystem(code: "EPSG:4326", place: nil)

    let code: String
    private let place: Place?

    private init(code: String, place: Place?) {
        self.code = code
        self.place = place
    }

    /// A code as a recipe writes it: `EPSG:2154`, or the number alone.
    init(_ value: Value, _ at: StepPlace) throws(PrepareFault) {
        let written = try at.written(value).uppercased()
        let number = written.hasPrefix("EPSG:") ? String(written.dropFirst(5)) : written
        guard (4...6).contains(number.count), number.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            throw at.badArgument(Bilingual(fr: "un code comme EPSG:2154", en: "a code such as EPSG:2154"), at: value.place)
        }
        self.init(code: "EPSG:" + number, place: value.place)
    }

    /// Where its coordinates may stand: west, south, east, north. None for a system this list does not know.
    var bounds: [SQL]? { Self.areas[code].map { area in area.split(separator: " ").map { .trusted(String($0)) } } }

    /// Whether a pair stands in the system's area.
    func holds(_ x: SQL, _ y: SQL) -> SQL {
        guard let bounds else { return "(isfinite(\(x)) AND isfinite(\(y)))" }
        return "(\(x) BETWEEN \(bounds[0]) AND \(bounds[2]) AND \(y) BETWEEN \(bounds[1]) AND \(bounds[3]))"
    }

    /// A geometry in another system.
    func transform(_ geometry: SQL, to other: ReferenceSystem) -> SQL {
        if code == other.code { return geometry }
        return "ST_Transform(\(geometry), \(.constant(code)), \(.constant(other.code)), always_xy := true)"
    }

    /// A code the engine has no projection for stops the recipe, and not each row.
    func check(_ input: StepInput, _ at: StepPlace) throws {
        do {
            _ = try input.probe("SELECT \(transform("ST_Point(0, 0)", to: code == "EPSG:3857" ? .gps : Self.mercator)) IS NULL")
        } catch let refusal as EngineFault where refusal.kind == .refused {
            throw at.fault(
                .unknownReferenceSystem, at: place, ["found": Bilingual(code), "engine": Bilingual(refusal.message)])
        }
    }

    private static let mercator = ReferenceSystem(code: "EPSG:3857", place: nil)

    /// The legal systems of France (decree 2019-165), those before them, and those of the web: the areas of the EPSG register,
    /// widened to whole tens of kilometres.
    private static let areas: [String: String] = [
        "EPSG:4326": "-180 -90 180 90", "EPSG:4171": "-180 -90 180 90", "EPSG:4258": "-180 -90 180 90",
        "EPSG:3857": "-20037509 -20048967 20037509 20048967",
        "EPSG:2154": "-400000 6000000 1400000 7200000", "EPSG:27572": "-20000 1600000 1300000 2700000",
        "EPSG:3942": "1000000 1000000 2400000 1400000", "EPSG:3943": "1000000 2000000 2400000 2400000",
        "EPSG:3944": "1000000 3000000 2400000 3400000", "EPSG:3945": "1000000 4000000 2400000 4400000",
        "EPSG:3946": "1000000 5000000 2400000 5400000", "EPSG:3947": "1000000 6000000 2400000 6400000",
        "EPSG:3948": "1000000 7000000 2400000 7400000", "EPSG:3949": "1000000 8000000 2400000 8400000",
        "EPSG:3950": "1000000 9000000 2400000 9400000",
        "EPSG:5490": "600000 1500000 800000 2100000", "EPSG:2972": "100000 200000 500000 700000",
        "EPSG:2975": "300000 7600000 400000 7700000", "EPSG:4471": "480000 8550000 550000 8620000",
        "EPSG:4467": "500000 5100000 600000 5250000",
    ]
}
