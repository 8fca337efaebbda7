/// Workbooks and documents are zip files too; what they are made of is no table.
enum OfficeFile {
    /// OOXML has a list of content types (ECMA-376 part 2), OpenDocument a content and a manifest (part 2 of 1.2).
    static func isOne(_ zip: ZipArchive) -> Bool {
        zip.member("[Content_Types].xml") != nil
            || (zip.member("content.xml") != nil && (zip.member("mimetype") ?? zip.member("META-INF/manifest.xml")) != nil)
    }
}
