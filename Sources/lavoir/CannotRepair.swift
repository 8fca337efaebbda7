internal import Territory

/// A file whose rows no repair can look at.
struct CannotRepair: Explained {
    let file: String

    var code: String { "lavoir.cannot-repair" }
    var place: Place? { nil }
    var subject: String? { file }
    var what: Bilingual { Bilingual(fr: "\(file) ne peut pas être réparé", en: "\(file) cannot be mended") }
    var cause: Bilingual? {
        Bilingual(
            fr: "deux colonnes ont le même titre, ou les colonnes ont déjà un type (Parquet, base)",
            en: "two columns have the same title, or the columns have types already (Parquet, database)")
    }
    var remedy: Bilingual {
        Bilingual(
            fr: "Donnez à chaque colonne son titre, ou réparez le fichier d'où viennent les données",
            en: "Give each column a title of its own, or mend the file that the data come from")
    }
}
