internal import Foundation

/// A time zone by its IANA name, known to be one: its name may stand in a statement.
package struct Zone: Sendable, Hashable {
    package let name: String
    private let zone: TimeZone

    package static let utc = Zone(name: "UTC", zone: .gmt)

    private init(name: String, zone: TimeZone) {
        self.name = name
        self.zone = zone
    }

    /// Nil when no such zone is known.
    package init?(_ name: String) {
        if ["UTC", "GMT", "Z", "Etc/UTC"].contains(name) {
            self = .utc
            return
        }
        let area = name.split(separator: "/").first.map(String.init) ?? ""
        guard Zone.areas.contains(area), name.utf8.count <= 64, let zone = TimeZone(identifier: name) else { return nil }
        self.init(name: name, zone: zone)
    }

    /// The engine knows every zone of these areas; files of the system that hold other things are not among them.
    private static let areas: Set<String> = [
        "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Etc", "Europe", "Indian", "Pacific",
    ]

    /// Whether wall clocks show UTC.
    package var isUTC: Bool { name == "UTC" }

    /// What a wall clock of the zone shows at an instant, given in UTC.
    func wall(_ instant: CivilTime) -> CivilTime { instant.adding(offset(at: instant)) }

    /// The instant, in UTC, at which a wall clock of the zone shows this time. A time that is skipped in spring is moved
    /// by the skip; one that comes twice in autumn is the first.
    func instant(_ wall: CivilTime) -> CivilTime {
        let early = wall.adding(-offset(at: wall.adding(-CivilTime.day)))
        if self.wall(early) == wall { return early }
        return wall.adding(-offset(at: wall.adding(-offset(at: wall))))
    }

    private func offset(at instant: CivilTime) -> Int64 {
        let date = Date(timeIntervalSince1970: Double(instant.microseconds) / 1e6)
        return Int64(zone.secondsFromGMT(for: date)) * CivilTime.second
    }
}
