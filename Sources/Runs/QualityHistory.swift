package import Check
package import Foundation
package import Lake
internal import Publish
internal import Territory

/// What the trail keeps of a run's checks: the report, and the statistics of the fields where they were measured.
struct TrailReport: Codable {
    let groups: [Report.Group]
    let quality: Quality?

    /// What the public is told of a report of the trail; nil when it cannot be read.
    static func told(_ report: String?, of dataset: Dataset) -> CheckReport? {
        guard let report, let trail = try? JSONDecoder().decode(TrailReport.self, from: Data(report.utf8)) else { return nil }
        return CheckReport(trail.groups, trail.quality, of: dataset)
    }
}

/// The quality of the versions of a dataset, the latest first.
package struct QualityHistory: Sendable {
    /// One version.
    package struct Point: Sendable, Encodable {
        package let version: Int
        package let time: String
        package let quality: Quality
    }

    package let dataset: String
    package let points: [Point]
    /// What the checks of the latest version found.
    package let groups: [Report.Group]
    /// When the latest version was written, whether it was measured or not; nil without version.
    package let latest: String?

    /// Days since the latest version.
    package func age(_ now: Date) -> Int? {
        latest.flatMap { Age.days(since: $0, until: now) }
    }

    package static func all(_ reports: [VersionReport], of datasets: [String]) -> [QualityHistory] {
        datasets.map { dataset in
            let own = reports.filter { $0.dataset == dataset }
            let read = own.map { try? JSONDecoder().decode(TrailReport.self, from: Data($0.report.utf8)) }
            let points = zip(own, read).compactMap { report, trail in
                trail?.quality.map { Point(version: report.version, time: report.time, quality: $0) }
            }
            return QualityHistory(
                dataset: dataset, points: points, groups: (read.first ?? nil)?.groups ?? [], latest: own.first?.time)
        }
    }
}
