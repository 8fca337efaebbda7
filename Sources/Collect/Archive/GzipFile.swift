internal import CArchive
internal import Foundation
internal import Territory

/// A gzip file (RFC 1952) that nobody vouches for.
struct GzipFile {
    private let file: URL
    private let subject: String
    private let limits: ZipArchive.Limits

    init(_ file: URL, subject: String, limits: ZipArchive.Limits = ZipArchive.Limits()) {
        (self.file, self.subject, self.limits) = (file, subject, limits)
    }

    /// Unpacks it.
    /// - Throws: `collect.unreadable-file` (damaged, cut), `collect.file-too-large`.
    func unpack(to target: URL) throws {
        let archive = archive_read_new()
        defer { archive_read_free(archive) }
        archive_read_support_filter_gzip(archive)
        archive_read_support_format_raw(archive)
        var entry: OpaquePointer?
        guard archive_read_open_filename(archive, file.path, 1 << 17) == ARCHIVE_OK,
            archive_read_next_header(archive, &entry) == ARCHIVE_OK
        else { throw unreadable(archive) }
        let packed = (try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int) ?? 0
        var allowed = min(limits.unpackedBytes, max(limits.ratioFloor, packed * limits.ratio))
        try UnpackedFile.write(to: target) { buffer in
            let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
            guard count >= 0 else { throw unreadable(archive) }
            allowed -= count
            guard allowed >= 0 else {
                throw CollectFault(.tooLarge, subject: subject, ["limit": ArchiveMessages.limit(limits)])
            }
            return count
        }
    }

    private func unreadable(_ archive: OpaquePointer?) -> CollectFault {
        let detail = archive_error_string(archive).map { String(cString: $0) } ?? "gzip"
        return CollectFault(.unreadable, subject: subject, ["reason": GeoMessages.damaged(detail)])
    }
}
