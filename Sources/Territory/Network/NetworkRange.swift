internal import Foundation

/// Whom an address of the network belongs to (RFC 6890 and the registries of special addresses of IANA).
package enum NetworkRange: Sendable {
    /// Anybody may reach it.
    case open
    /// The town's own network, or this machine: only when the source says `network: local`.
    case local
    /// Link-local, metadata of cloud providers, multicast, documentation, unassigned: never.
    case closed

    package init(_ address: NetworkAddress) {
        switch address.bytes.count {
        case 4: self = Self.ofFour(address.bytes)
        case 16: self = Self.ofSixteen(address.bytes)
        default: self = .closed
        }
    }

    private static let localFour: [Block] = [
        Block([10], 8), Block([100, 64], 10), Block([127], 8), Block([172, 16], 12), Block([192, 168], 16),
    ]
    private static let closedFour: [Block] = [
        Block([0], 8), Block([169, 254], 16), Block([192, 0, 0], 24), Block([192, 0, 2], 24), Block([192, 88, 99], 24),
        Block([198, 18], 15), Block([198, 51, 100], 24), Block([203, 0, 113], 24), Block([224], 4), Block([240], 4),
        // Metadata of a cloud provider, in the middle of shared addresses.
        Block([100, 100, 100, 200], 32),
    ]
    private static let loopback = Block([UInt8](repeating: 0, count: 15) + [1], 128)
    private static let localSixteen: [Block] = [loopback, Block([0xFC], 7)]
    private static let closedSixteen: [Block] = [
        Block([], 128), Block([0xFE, 0x80], 10), Block([0xFE, 0xC0], 10), Block([0xFF], 8), Block([0x01, 0x00], 64),
        Block([0x20, 0x01, 0x0D, 0xB8], 32), Block([0x20, 0x01, 0x00], 23),
        // Metadata of a cloud provider, among local addresses: fd00:ec2::/32.
        Block([0xFD, 0x00, 0x0E, 0xC2], 32),
    ]
    /// Ranges that carry an address of four bytes, and where: mapped, NAT64, 6to4, compatible.
    private static let carriers: [(block: Block, at: Int)] = [
        (Block([UInt8](repeating: 0, count: 10) + [0xFF, 0xFF], 96), 12), (Block([0x00, 0x64, 0xFF, 0x9B], 96), 12),
        (Block([0x20, 0x02], 16), 2), (Block([], 96), 12),
    ]

    private static func ofFour(_ bytes: [UInt8]) -> NetworkRange {
        if closedFour.contains(where: { $0.holds(bytes) }) { return .closed }
        return localFour.contains { $0.holds(bytes) } ? .local : .open
    }

    private static func ofSixteen(_ bytes: [UInt8]) -> NetworkRange {
        if closedSixteen.contains(where: { $0.holds(bytes) }) { return .closed }
        if localSixteen.contains(where: { $0.holds(bytes) }) { return .local }
        guard let carrier = carriers.first(where: { $0.block.holds(bytes) }) else { return .open }
        return ofFour(Array(bytes[carrier.at..<(carrier.at + 4)]))
    }

    /// The addresses that share their first bits.
    private struct Block: Sendable {
        let start: [UInt8]
        let bits: Int

        /// - Parameter start: the first bytes; the others are zero.
        init(_ start: [UInt8], _ bits: Int) { (self.start, self.bits) = (start, bits) }

        func holds(_ address: [UInt8]) -> Bool {
            (0..<bits).allSatisfy { bit in
                let mask = UInt8(0x80) >> UInt8(bit % 8), byte = bit / 8
                return address[byte] & mask == (byte < start.count ? start[byte] : 0) & mask
            }
        }
    }
}
