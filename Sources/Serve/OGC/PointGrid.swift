internal import Query

/// Where the points of a version lie, in memory: what a box holds is counted and listed without a look at each row. Squares hold some
/// sixteen points each; those inside a box are known by their numbers, only those on its edges are compared.
struct PointGrid: Sendable {
    /// By row; no number where there is no place.
    private let longitudes: [Double]
    private let latitudes: [Double]
    private let west: Double
    private let south: Double
    private let width: Double
    private let height: Double
    private let columns: Int
    private let lines: Int
    /// The rows of each square one after the other, and where each begins.
    private let rows: [Int32]
    private let starts: [Int32]

    /// Each takes two doubles and a row number of four bytes.
    static let mostRows = 1_000_000
    private static let fill = 16.0

    init(longitudes: [Double], latitudes: [Double]) {
        precondition(longitudes.count == latitudes.count && longitudes.count <= Self.mostRows)
        (self.longitudes, self.latitudes) = (longitudes, latitudes)
        let placed = longitudes.indices.filter { longitudes[$0].isFinite && latitudes[$0].isFinite }
        var edges = (west: Double.infinity, south: Double.infinity, east: -Double.infinity, north: -Double.infinity)
        for row in placed {
            edges = (
                min(edges.west, longitudes[row]), min(edges.south, latitudes[row]), max(edges.east, longitudes[row]),
                max(edges.north, latitudes[row])
            )
        }
        let side = max(1, Int((Double(placed.count) / Self.fill).squareRoot()))
        (west, south, columns, lines) = (edges.west, edges.south, side, side)
        width = edges.east > edges.west ? (edges.east - edges.west) / Double(side) : 1
        height = edges.north > edges.south ? (edges.north - edges.south) / Double(side) : 1
        let (west, south, width, height) = (west, south, width, height)
        let squares = placed.map { row in
            Self.step(latitudes[row], south, height, side) * side + Self.step(longitudes[row], west, width, side)
        }
        var starts = [Int32](repeating: 0, count: side * side + 1)
        for square in squares { starts[square + 1] += 1 }
        for square in 1..<starts.count { starts[square] += starts[square - 1] }
        var next = starts, rows = [Int32](repeating: 0, count: placed.count)
        for (place, square) in squares.enumerated() {
            rows[Int(next[square])] = Int32(placed[place])
            next[square] += 1
        }
        (self.starts, self.rows) = (starts, rows)
    }

    /// Never less for a greater value: squares between those of two ends hold nothing outside the ends.
    private static func step(_ value: Double, _ origin: Double, _ size: Double, _ count: Int) -> Int {
        Int(min(max((value - origin) / size, 0), Double(count - 1)))
    }

    private func holds(_ row: Int, _ box: BoundingBox) -> Bool {
        longitudes[row] >= box.west && longitudes[row] <= box.east && latitudes[row] >= box.south && latitudes[row] <= box.north
    }

    /// Squares that a box may touch.
    private func reach(_ box: BoundingBox) -> (columns: ClosedRange<Int>, lines: ClosedRange<Int>) {
        (
            Self.step(box.west, west, width, columns)...Self.step(box.east, west, width, columns),
            Self.step(box.south, south, height, lines)...Self.step(box.north, south, height, lines)
        )
    }

    private func rows(of line: Int, _ first: Int, _ last: Int) -> Range<Int> {
        Int(starts[line * columns + first])..<Int(starts[line * columns + last + 1])
    }

    /// How many points lie in a box or on its edge.
    func count(_ box: BoundingBox) -> Int {
        if rows.isEmpty { return 0 }
        let reach = reach(box), (first, last) = (reach.columns.lowerBound, reach.columns.upperBound)
        var count = 0
        func compare(_ range: Range<Int>) { for place in range where holds(Int(rows[place]), box) { count += 1 } }
        for line in reach.lines {
            let isEdge = line == reach.lines.lowerBound || line == reach.lines.upperBound
            if isEdge || last - first < 2 {
                compare(rows(of: line, first, last))
            } else {
                compare(rows(of: line, first, first))
                count += rows(of: line, first + 1, last - 1).count
                compare(rows(of: line, last, last))
            }
        }
        return count
    }

    /// The first rows after one whose points lie in some of the boxes, in the order of the table.
    /// - Parameter matched: how many do in all: of many the rows are gone through, of few the squares.
    func rows(in boxes: [BoundingBox], after row: Int, limit: Int, of matched: Int) -> [Int] {
        if rows.isEmpty || matched == 0 { return [] }
        // What a cursor says may be anything.
        let row = min(row, longitudes.count), matched = min(matched, longitudes.count)
        if matched * matched / max(1, limit) > longitudes.count { return walked(boxes, after: row, limit) }
        var found: [Int] = []
        for box in boxes {
            let reach = reach(box)
            for line in reach.lines {
                for place in rows(of: line, reach.columns.lowerBound, reach.columns.upperBound) {
                    let candidate = Int(rows[place])
                    guard candidate > row, holds(candidate, box) else { continue }
                    found.append(candidate)
                }
            }
        }
        return Array(found.sorted().prefix(limit))
    }

    private func walked(_ boxes: [BoundingBox], after row: Int, _ limit: Int) -> [Int] {
        var found: [Int] = []
        var next = row + 1
        while next < longitudes.count, found.count < limit {
            if boxes.contains(where: { holds(next, $0) }) { found.append(next) }
            next += 1
        }
        return found
    }
}
