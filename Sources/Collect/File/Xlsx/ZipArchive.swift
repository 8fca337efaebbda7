internal import CArchive
internal import Foundation
internal import Territory

/// A zip file that nobody vouches for, read member by member in constant memory. Only names are taken from it, never
/// paths: nothing is unpacked to the disk.
struct ZipArchive: Sendable {
    /// What is refused as a bomb. Both the sizes it declares and the bytes that really come out are counted.
    struct Limits: Sendable {
        var members = 10_000
        var unpackedBytes = 2 << 30
        /// Unpacked bytes per byte of the file, looked at beyond `ratioFloor`: small files full of zeros are honest.
        var ratio = 200
        var ratioFloor = 50 << 20
    }

    let file: URL
    let subject: String
    let limits: Limits
    /// The names as the file writes them, in its order.
    let names: [String]
    private let packedBytes: Int

    /// Lists the members.
    /// - Throws: `collect.unreadable-file` (damaged, encrypted), `collect.file-too-large`.
    init(_ file: URL, subject: String, limits: Limits = Limits()) throws {
        self.file = file
        self.subject = subject
        self.limits = limits
        packedBytes = (try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int) ?? 0
        var names: [String] = []
        var declared = 0
        let handle = try ZipHandle(file, subject: subject)
        while let entry = try handle.next() {
            names.append(entry.name)
            declared = declared.addingReportingOverflow(max(0, entry.size)).partialValue
            guard names.count <= limits.members, declared >= 0, declared <= limits.unpackedBytes else {
                throw Self.tooLarge(subject, limits)
            }
        }
        self.names = names
    }

    /// The member's name in the file, whatever its case, its slashes and a leading one: programs differ.
    func member(_ name: String) -> String? {
        names.first { $0 == name } ?? names.first { Self.plain($0) == Self.plain(name) }
    }

    /// Opens a member to read it from its start.
    /// - Throws: `collect.unreadable-file`.
    func open(_ name: String) throws -> ZipMember {
        let handle = try ZipHandle(file, subject: subject)
        let wanted = member(name) ?? name
        while let entry = try handle.next(), entry.name != wanted {}
        guard handle.isOnMember else { throw handle.fault(XlsxMessages.missingPart(name)) }
        let allowed = min(limits.unpackedBytes, max(limits.ratioFloor, packedBytes * limits.ratio))
        return ZipMember(handle, allowed: allowed, tooLarge: Self.tooLarge(subject, limits))
    }

    private static func plain(_ name: String) -> String {
        let slashed = name.replacing("\\", with: "/").lowercased()
        return slashed.hasPrefix("/") ? String(slashed.dropFirst()) : slashed
    }

    private static func tooLarge(_ subject: String, _ limits: Limits) -> CollectFault {
        CollectFault(.tooLarge, subject: subject, ["limit": XlsxMessages.zipLimit(limits)])
    }
}

/// The bytes of one member, as they are unpacked.
final class ZipMember {
    private let handle: ZipHandle
    private var allowed: Int
    private let tooLarge: CollectFault

    init(_ handle: ZipHandle, allowed: Int, tooLarge: CollectFault) {
        self.handle = handle
        self.allowed = allowed
        self.tooLarge = tooLarge
    }

    /// Fills the buffer as far as it goes.
    /// - Returns: the count of bytes, 0 at the end.
    func read(into buffer: UnsafeMutableBufferPointer<CChar>) throws -> Int {
        let count = try handle.read(into: buffer)
        allowed -= count
        guard allowed >= 0 else { throw tooLarge }
        return count
    }
}

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
        let state = archive_read_next_header(archive, &entry)
        isOnMember = state != ARCHIVE_EOF
        if state == ARCHIVE_EOF { return nil }
        guard state == ARCHIVE_OK || state == ARCHIVE_WARN, let entry else { throw fault(reason) }
        guard archive_entry_is_encrypted(entry) == 0 else { throw fault(XlsxMessages.password) }
        let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
        return (name.map { String(cString: $0) } ?? "", Int(archive_entry_size(entry)))
    }

    func read(into buffer: UnsafeMutableBufferPointer<CChar>) throws -> Int {
        let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
        // A wrong checksum comes as a warning: it is damage all the same.
        guard count >= 0 else { throw fault(reason) }
        return count
    }

    func fault(_ reason: Bilingual) -> CollectFault { CollectFault(.unreadable, subject: subject, ["reason": reason]) }

    private var reason: Bilingual {
        XlsxMessages.damaged(archive_error_string(archive).map { String(cString: $0) } ?? "zip")
    }
}
