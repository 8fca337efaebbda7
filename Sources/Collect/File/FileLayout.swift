/// How a file was read: what a source would declare to read it so again, and what stood above its table.
package struct FileLayout: Sendable, Hashable {
    /// An option of a source as it was found, under the name it is declared by: `delimiter`, `;`.
    package struct Option: Sendable, Hashable {
        package let name: String
        /// Numbers and lists as they would be written in YAML: `4`, `[4, 5]`.
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }

        /// Rows of titles: `0` for none, `4` for one, `[4, 5]` for several.
        init(_ name: String, rows: [Int]) {
            let list = rows.map(String.init).joined(separator: ", ")
            self.init(name, rows.count > 1 ? "[\(list)]" : rows.isEmpty ? "0" : list)
        }
    }

    /// A row as it stands in the file, before any column has a name.
    package struct Line: Sendable, Hashable {
        /// 1 is the first row of the file or of the sheet.
        package let number: Int
        package let cells: [String]

        package init(number: Int, cells: [String]) {
            self.number = number
            self.cells = cells
        }
    }

    /// The name of the format, such as `CSV`.
    package var format = ""
    package var options: [Option] = []
    /// The rows down to the titles, those included: what a table has above it, and how its titles are written.
    package var opening: [Line] = []
    /// The sheets of a workbook, in the order of their tabs.
    package var sheets: [String] = []
    /// How many ranges of cells are merged.
    package var mergedRanges = 0

    package init(
        options: [Option] = [], opening: [Line] = [], sheets: [String] = [], mergedRanges: Int = 0
    ) {
        self.options = options
        self.opening = opening
        self.sheets = sheets
        self.mergedRanges = mergedRanges
    }

    /// The value of an option as found.
    package subscript(option: String) -> String? { options.first { $0.name == option }?.value }
}
