extension Dialect {
    /// The dialect that cuts the sample most evenly into the most cells. Quotes are double unless the single ones, or a
    /// backslash before a quote, explain more records.
    /// - Parameter given: what is declared; its delimiter is only used when `delimiter` is false.
    static func detected(in sample: ArraySlice<UInt8>, given: Dialect, delimiter isFree: Bool, quoting isQuoteFree: Bool)
        -> Dialect
    {
        var best = (score: -1, dialect: given)
        let styles = [given] + (isQuoteFree ? styles(in: sample, given) : [])
        for style in styles {
            for delimiter in isFree ? candidates : [given.delimiter] {
                var dialect = style
                dialect.delimiter = delimiter
                let score = dialect.score(in: sample)
                // Another way of quoting must explain much more: apostrophes begin many a cell.
                if score > best.score + (style == given ? 0 : 10_000) { best = (score, dialect) }
            }
        }
        return best.dialect
    }

    /// How many records of the sample have the same number of cells, how many have their quotes in place, how many cells.
    private func score(in sample: ArraySlice<UInt8>) -> Int {
        let records = RecordScanner.records(in: sample, self, limit: 200).map(\.record).filter { !$0.isComment }
        let groups = Dictionary(grouping: records.map(\.delimiters).filter { $0 > 0 }) { $0 }
        guard let (delimiters, same) = groups.max(by: { ($0.value.count, $0.key) < ($1.value.count, $1.key) }) else {
            // The comma stands for the delimiter of a file that has none.
            return delimiter == UInt8(ascii: ",") ? 0 : -1
        }
        let share = { (count: Int) in count * 1_000 / max(1, records.count) * 100 }
        return share(same.count) + share(records.count { !$0.hasStrayQuote }) + min(delimiters, 98) + 1
    }

    /// Other ways of quoting that the sample may follow.
    private static func styles(in sample: ArraySlice<UInt8>, _ given: Dialect) -> [Dialect] {
        let double = UInt8(ascii: "\""), single = UInt8(ascii: "'"), backslash = UInt8(ascii: "\\")
        var styles: [Dialect] = []
        let pairs = zip(sample, sample.dropFirst())
        if pairs.contains(where: { $0 == backslash && $1 == double }) {
            var style = given
            style.escape = backslash
            styles.append(style)
        }
        if !sample.contains(double), pairs.contains(where: { $0 == single && candidates.contains($1) }) {
            var style = given
            style.quote = single
            styles.append(style)
        }
        return styles
    }
}
