internal import NIOCore
internal import Portal
internal import Territory

/// A chart as SVG that stands alone.
struct ChartDrawingFile: PortalText {
    let path = "donnees/{dataset}/\(ChartPicture.Form.svg.name)"
    let type = "image/svg+xml"
    /// Its colours are in its own style.
    let policy: String? = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"

    func text(_ view: PortalView) async throws -> String { try await view.chartPicture().svg }
}

/// The same in dots.
struct ChartPictureFile: PortalFile {
    let path = "donnees/{dataset}/\(ChartPicture.Form.png.name)"
    let type = "image/png"

    func body(_ view: PortalView) async throws -> ByteBuffer { try await view.drawn(try await view.chartPicture().svg) }
}

/// What a link to a dataset is shown with: its first chart, or else what it is.
struct DatasetPictureFile: PortalFile {
    let path = "donnees/{dataset}/\(DatasetPicture.name)"
    let type = "image/png"

    func body(_ view: PortalView) async throws -> ByteBuffer {
        let exhibit = try view.exhibit()
        if let first = ChartChoice(exhibit, PageState()) {
            let picture = ChartPicture(view.site, exhibit, first, parts: try await view.parts(first, of: exhibit))
            if !picture.isEmpty { return try await view.drawn(picture.svg) }
        }
        return try await view.drawn(DatasetPicture(view.site, exhibit).svg)
    }
}

extension PortalView {
    fileprivate func chartPicture() async throws -> ChartPicture {
        let exhibit = try exhibit(), choice = try chart(of: exhibit)
        return ChartPicture(site, exhibit, choice, parts: try await parts(choice, of: exhibit))
    }

    /// Draws a picture in its turn.
    fileprivate func drawn(_ svg: String) async throws -> ByteBuffer {
        do {
            guard let bytes = try await serving.pictures.take({ try PNGDrawing.png(svg) }) else { throw Refusal.tooMany }
            return ByteBuffer(bytes: bytes)
        } catch PNGDrawing.Fault.tooLarge {
            throw Refusal.noPicture
        }
    }
}
