internal import Territory

/// What each form of file is good for: the description that people read on a portal.
enum FileUse {
    static let words: [String: Bilingual] = [
        "csv": Bilingual(
            fr: "Toutes les lignes, en UTF-8, séparées par des virgules : pour un tableur ou un programme.",
            en: "All rows, in UTF-8, separated by commas: for a spreadsheet or a program."),
        "json": Bilingual(
            fr: "Toutes les lignes, un objet par ligne : pour un site ou un programme.",
            en: "All rows, one object each: for a site or a program."),
        "ndjson": Bilingual(
            fr: "Toutes les lignes, un objet JSON par ligne de texte : pour lire au fil de l'eau.",
            en: "All rows, one JSON object on each line of text: to read as a stream."),
        "geojson": Bilingual(
            fr: "Tous les objets avec leur position en WGS 84 : pour une carte sur le web.",
            en: "All objects with their place on WGS 84: for a map on the web."),
        "gpkg": Bilingual(
            fr: "Tous les objets avec leur position : pour QGIS et les autres SIG.",
            en: "All objects with their place: for QGIS and other GIS."),
        "xlsx": Bilingual(fr: "Toutes les lignes, pour un tableur.", en: "All rows, for a spreadsheet."),
        "parquet": Bilingual(
            fr: "Toutes les lignes, compressées et typées : pour l'analyse (DuckDB, Python, R).",
            en: "All rows, compressed and typed: for analysis (DuckDB, Python, R)."),
    ]
}
