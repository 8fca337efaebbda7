internal import CArchive
internal import Foundation
internal import Territory

/// One walk of libarchive through a zip file. Seekable on purpose: the central directory decides, as in office programs,
/// so skipping a member costs nothing.
final class ZipHandle {
    private let archive: OpaquePointer?
    private let subject: String
    private(set) var isOnMember = false

    init(_ file: URL, subject: String) throws {
        self.subject = subject
        archive = archive_read_new()
        archive_read_support_format_zip_seekable(archive)
        guard archive_read_open_filename(archive, file.path, 1 << 17) == ARCHIVE_OK else { throw fault(reason) }
    }

    deinit { archive_read_free(archive) }

    /// Goes to the next member.
    func next() throws -> (name: String, size: Int)? {
        var entry: OpaquePointer?
        let state = MemberNameText.inUTF8 { archive_read_next_header(archive, &entry) }
        isOnMember = state != ARCHIVE_EOF
        if state == ARCHIVE_EOF { return nil }
        guard state == ARCHIVE_OK || state == ARCHIVE_WARN, let entry else { throw fault(reason) }
        guard archive_entry_is_encrypted(entry) == 0 else { throw fault(SheetMessages.password) }
        let name = MemberNameText.inUTF8 { MemberNameText.of(entry) }
        return (name, Int(archive_entry_size(entry)))
    }

    func read(into buffer: UnsafeMutableBufferPointer<CChar>) throws -> Int {
        let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
        // A wrong checksum comes as a warning: it is damage all the same.
        guard count >= 0 else { throw fault(reason) }
        return count
    }

    func fault(_ reason: Bilingual) -> CollectFault { CollectFault(.unreadable, subject: subject, ["reason": reason]) }

    private var reason: Bilingual {
        SheetMessages.damaged(archive_error_string(archive).map { String(cString: $0) } ?? "zip")
    }
}
