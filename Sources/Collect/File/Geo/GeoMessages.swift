internal import Territory

/// What is said of geographic files.
enum GeoMessages {
    static func moved(from system: CoordinateSystem) -> Bilingual {
        Bilingual(
            fr: "géométries converties de \(system.name) en WGS 84 (longitude, latitude)",
            en: "geometries converted from \(system.name) to WGS 84 (longitude, latitude)")
    }

    static let unknownSystem = Bilingual(
        fr: "le fichier ne dit pas son système de coordonnées : les géométries restent telles quelles",
        en: "the file does not tell its coordinate system: geometries stay as they are")

    static func layer(_ name: String, among layers: [String]) -> Bilingual {
        let others = layers.filter { $0 != name }.joined(separator: ", ")
        return Bilingual(
            fr: "couche « \(name) » lue ; autres couches (layer:) : \(others)",
            en: "layer \"\(name)\" read; other layers (layer:): \(others)")
    }

    static func encoding(_ name: String, _ encoding: TextEncoding) -> Bilingual {
        Bilingual(fr: "\(name) : attributs en \(encoding.rawValue)", en: "\(name): attributes in \(encoding.rawValue)")
    }

    static func damaged(_ detail: String) -> Bilingual {
        Bilingual(fr: "il est incomplet ou endommagé (\(detail))", en: "it is incomplete or damaged (\(detail))")
    }

    static func missingRows(_ found: Int, of announced: Int) -> Bilingual {
        Bilingual(
            fr: "il est incomplet : \(found) objets sur les \(announced) annoncés",
            en: "it is incomplete: \(found) features of the \(announced) announced")
    }

    static let curves = Bilingual(
        fr: "il contient des courbes ou des surfaces que GeoJSON ne connaît pas",
        en: "it holds curves or surfaces that GeoJSON does not know")

    static func missingCompanion(_ name: String) -> Bilingual {
        Bilingual(
            fr: "le fichier \(name) doit être à côté ; un Shapefile est un ensemble .shp, .shx, .dbf (et .prj)",
            en: "the file \(name) must lie beside it; a Shapefile is a set of .shp, .shx, .dbf (and .prj)")
    }

    static func coordinates(_ text: String) -> Bilingual {
        Bilingual(fr: "coordonnées illisibles : « \(text) »", en: "unreadable coordinates: \"\(text)\"")
    }
}
