/// Tells the type of a column by the forms of its values; the title decides only between types that the values allow.
struct TypeInference {
    let name: String
    let seen: Int
    let distinct: Int
    let forms: [ValueForm: Int]

    /// The type, and the part of the filled cells that it fits.
    var type: (type: ColumnType, fit: Double) {
        guard seen > 0 else { return (.empty, 1) }
        return identifier ?? calendar ?? truth ?? code ?? quantity ?? (.text, 1)
    }

    private var title: TitleWords { TitleWords(name) }

    private func share(_ wanted: ValueForm...) -> Double {
        Double(wanted.reduce(0) { $0 + (forms[$1] ?? 0) }) / Double(seen)
    }

    private var identifier: (ColumnType, Double)? {
        let sure: [(ValueForm, ColumnType)] = [
            (.email, .email), (.address, .url), (.nir, .nir), (.rna, .rna), (.point, .point),
        ]
        // A SIRET has 14 digits and so may a social security number with spaces: the key and the title tell them apart.
        if share(.fourteenDigits) >= 0.6, share(.siretKey) >= share(.fourteenDigits) / 2 || title.says(.siret) {
            return (.siret, share(.fourteenDigits))
        }
        if let (form, type) = sure.first(where: { share($0.0) >= 0.8 }) { return (type, share(form)) }
        if title.says(.siret), share(.fourteenDigits, .scientific, .roundSiret, .thirteenDigits) >= 0.5 {
            return (.siret, share(.fourteenDigits))
        }
        if share(.nineDigits) >= 0.6, share(.sirenKey) >= share(.nineDigits) * 0.8 || title.says(.siren) {
            return (.siren, share(.nineDigits))
        }
        if share(.telephone) >= 0.8 { return (.telephone, share(.telephone)) }
        if title.says(.postcode), share(.fiveDigits, .fourDigits) >= 0.5 { return (.postcode, share(.fiveDigits)) }
        if title.says(.insee), share(.insee, .fourDigits) >= 0.5 { return (.insee, share(.insee)) }
        return nil
    }

    private var calendar: (ColumnType, Double)? {
        let dates = share(.isoDate, .dayMonthYear, .shortYear, .writtenDate), moments = share(.moment)
        if moments >= 0.6 { return (.datetime, moments) }
        if dates + moments >= 0.6 { return (.date, dates + moments) }
        if title.says(.date), share(.serial, .isoDate, .dayMonthYear) >= 0.6 {
            return (.date, share(.serial, .isoDate, .dayMonthYear))
        }
        if share(.year) >= 0.95, title.says(.year) || title.says(.date) { return (.year, share(.year)) }
        return nil
    }

    private var truth: (ColumnType, Double)? {
        share(.truth) >= 0.95 && distinct <= 4 ? (.boolean, share(.truth)) : nil
    }

    /// Digits that name something: a zero in front proves it, a title tells it.
    private var code: (ColumnType, Double)? {
        let whole = share(.integer)
        guard whole >= 0.8, share(.zeroLed) > 0.001 || (title.says(.code) && !title.says(.amount)) else { return nil }
        return (.code, whole)
    }

    private var quantity: (ColumnType, Double)? {
        let whole = share(.integer), decimals = share(.pointDecimal, .commaDecimal)
        let written = share(.grouped, .money)
        let all = whole + decimals + written
        if share(.percent) >= 0.8 { return (.percent, share(.percent)) }
        guard all >= 0.8 else { return nil }
        if (title.says(.amount) && !title.says(.rate)) || share(.money) > 0.2 { return (.amount, all) }
        return (decimals + written > 0 ? .number : .integer, all)
    }
}
