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

    /// Opens a member to read it from its start, and no more than `bytes` of it.
    /// - Throws: `collect.unreadable-file`.
    func open(_ name: String, atMost bytes: Int = .max) throws -> ZipMember {
        let handle = try ZipHandle(file, subject: subject)
        let wanted = member(name) ?? name
        while let entry = try handle.next(), entry.name != wanted {}
        guard handle.isOnMember else { throw handle.fault(SheetMessages.missingPart(name)) }
        let allowed = min(bytes, limits.unpackedBytes, max(limits.ratioFloor, packedBytes * limits.ratio))
        return ZipMember(handle, allowed: allowed, tooLarge: Self.tooLarge(subject, limits))
    }

    private static func plain(_ name: String) -> String {
        let slashed = name.replacing("\\", with: "/").lowercased()
        return slashed.hasPrefix("/") ? String(slashed.dropFirst()) : slashed
    }

    private static func tooLarge(_ subject: String, _ limits: Limits) -> CollectFault {
        CollectFault(.tooLarge, subject: subject, ["limit": SheetMessages.zipLimit(limits)])
    }
}
