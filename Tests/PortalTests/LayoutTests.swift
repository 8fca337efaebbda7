import Testing

@testable import Portal

@Suite("The tiles of a treemap")
struct LayoutTests {
    /// Decreasing sizes of every shape: equal, steep, one, many.
    private static let cases: [[Double]] = [
        [1], [1, 1], [6, 6, 4, 3, 2, 2, 1], (1...60).map { 1 / Double($0) }, (1...24).map { _ in 5 }, [1e6, 1],
    ]

    @Test("fill the rectangle, each by its share, and none leaves it", arguments: cases)
    func areas(values: [Double]) {
        let frames = SquarifiedLayout.frames(values, width: 960, height: 480)
        #expect(frames.count == values.count)
        let whole = values.reduce(0, +)
        for (frame, value) in zip(frames, values) {
            #expect(abs(frame.width * frame.height - value / whole * 960 * 480) < 0.01)
            #expect(
                frame.x >= -0.001 && frame.y >= -0.001 && frame.x + frame.width <= 960.001 && frame.y + frame.height <= 480.001)
        }
    }

    @Test("do not cover one another", arguments: cases)
    func apart(values: [Double]) {
        let frames = SquarifiedLayout.frames(values, width: 960, height: 480)
        for (place, one) in frames.enumerated() {
            for other in frames[(place + 1)...] {
                let width = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
                let height = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
                #expect(width < 0.001 || height < 0.001)
            }
        }
    }

    @Test("of the paper's own example are the paper's", arguments: [[6.0, 6, 4, 3, 2, 2, 1]])
    func paper(values: [Double]) {
        // Bruls, Huizing, van Wijk (2000), figure 4: in a rectangle of 6 × 4 the first two tiles are 3 wide and 2 high.
        let frames = SquarifiedLayout.frames(values, width: 6, height: 4)
        #expect(abs(frames[0].width - 3) < 1e-9 && abs(frames[0].height - 2) < 1e-9)
        #expect(abs(frames[1].width - 3) < 1e-9 && abs(frames[1].height - 2) < 1e-9)
        #expect(abs(frames[2].width - 12.0 / 7) < 1e-9 && abs(frames[2].height - 7.0 / 3) < 1e-9)
    }

    @Test("of nothing are none")
    func nothing() { #expect(SquarifiedLayout.frames([], width: 960, height: 480).isEmpty) }
}
