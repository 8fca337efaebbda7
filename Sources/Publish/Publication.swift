/// What is published of a dataset: its sheet, and its files.
package struct Publication: Sendable {
    package let sheet: Sheet
    package let files: [PublishedFile]
    /// Its rows, for destinations that keep them.
    package let table: PublishedTable?

    /// Whether a sheet that somebody deleted at the destination may be put back.
    package let restores: Bool

    package init(sheet: Sheet, files: [PublishedFile], table: PublishedTable? = nil, restores: Bool = false) {
        self.sheet = sheet
        self.files = files
        self.table = table
        self.restores = restores
    }
}
