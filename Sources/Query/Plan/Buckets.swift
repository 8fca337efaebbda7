/// How values are put into intervals.
package enum Buckets: Sendable, Hashable {
    /// Intervals of one width, aligned on its multiples.
    case width(Double)
    /// Between successive steps: lower bound included, upper not; nil opens an end.
    case steps([Double?])
    /// Intervals of so many units of time on the wall clock, aligned on 1970-01-01 (weeks on Mondays).
    case period(Int, TimeUnit)
    /// Between successive moments; nil opens an end.
    case moments([Moment?])
}

/// A unit of time; months and longer have no fixed length.
package enum TimeUnit: String, Sendable, Hashable, CaseIterable {
    case millisecond, second, minute, hour, day, week, month, quarter, year

    /// Whether a bucket may hold several of them.
    var isFixed: Bool { ![.week, .month, .quarter, .year].contains(self) }
}

/// How points are put into clusters, as a map of 256-pixel tiles shows them.
package struct Clusters: Sendable, Hashable {
    /// 0…25.
    package let zoom: Int
    /// Pixels at that zoom: clusters nearer than this are one.
    package let radius: Double

    package init(zoom: Int, radius: Double = 40) {
        self.zoom = zoom
        self.radius = radius
    }
}
