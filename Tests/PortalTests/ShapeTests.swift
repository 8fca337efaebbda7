import Testing

@testable import Portal

@Suite("Shaded areas")
struct ShapeTests {
    @Test(
        "stand in five classes of as many areas, fewer when values repeat",
        arguments: [
            ([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]), ([7, 7, 7], [7]), ([], []), ([1, 1, 1, 1, 9], [1, 9]),
            ([10, 20, 30, 40, 50, 60, 70, 80, 90, 100], [20, 40, 60, 80, 100]),
        ] as [([Double], [Double])])
    func classes(values: [Double], limits: [Double]) { #expect(ShapeDrawing.limits(values) == limits) }
}
