internal import Territory

/// The keys of sources that hold records: JSON, XML.
enum RecordKeys {
    static let records = Key(
        "records", .text,
        summary: Bilingual(
            fr: "Où sont les enregistrements : clés JSON séparées par des points, ou éléments XML séparés par des /",
            en: "Where the records are: JSON keys separated by dots, or XML elements separated by /"))
}
