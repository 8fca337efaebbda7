/// A column as it stands once the traps of the file are mended: what schemas are compared with, and what a draft names.
struct Candidate: Sendable {
    /// Its name in the recipe, before it is renamed.
    let name: String
    /// What its title says, better than its name at times: `LIBEL` of `LIBEL,C,254`.
    var title: String
    let type: ColumnType
    /// The part of the filled cells that the type fits.
    let fit: Double
    /// The column of the file, by its place; none for what a step makes.
    let index: Int?
    /// Whether something is written in it.
    let isFilled: Bool
    /// Whether every row says the same.
    let isConstant: Bool

    init(_ column: Survey.Column, rows: Int) {
        name = column.name
        title = column.name
        type = column.type
        fit = column.fit
        index = column.index
        isFilled = column.filled > 0
        isConstant = column.distinct == 1 && rows > 1
    }

    /// What a step makes.
    init(made name: String, type: ColumnType, isConstant: Bool = false) {
        self.name = name
        title = name
        self.type = type
        fit = 1
        index = nil
        isFilled = true
        self.isConstant = isConstant
    }
}

/// The columns after the structural steps that the traps ask for, in their order.
struct Reshaping {
    let candidates: [Candidate]

    init(_ survey: Survey, _ mends: [Mend]) {
        var candidates = survey.columns.map { Candidate($0, rows: survey.rows) }
        for mend in mends {
            switch mend {
            case .rename(let old, let title):
                if let index = candidates.firstIndex(where: { $0.name == old }) { candidates[index].title = title }
            case .keep(let names): candidates = candidates.filter { names.contains($0.name) }
            case .heading(_, let name, _): candidates.append(Candidate(made: name, type: .text))
            case .unpivot(let columns, let name, let value):
                candidates.removeAll { columns.contains($0.name) }
                var amount = Candidate(made: value, type: .amount)
                amount.title = Self.common(columns) ?? value
                candidates += [Candidate(made: name, type: .text), amount]
            case .constant(let name, _): candidates.append(Candidate(made: name, type: .year, isConstant: true))
            default: break
            }
        }
        self.candidates = candidates
    }

    /// The words that titles begin with together: `montant subvention`.
    private static func common(_ titles: [String]) -> String? {
        let words = titles.map { TitleWords($0).words }
        let shared = (0..<(words.map(\.count).min() ?? 0)).prefix { place in Set(words.map { $0[place] }).count == 1 }
        return shared.isEmpty ? nil : shared.map { words[0][$0] }.joined(separator: " ")
    }
}
