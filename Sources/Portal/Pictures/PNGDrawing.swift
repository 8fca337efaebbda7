internal import CRSVG

/// A picture of ours in dots: SVG drawn by librsvg on cairo (both from Debian) and written as PNG (<https://www.w3.org/TR/png-3/>).
package enum PNGDrawing {
    /// The picture cannot be drawn.
    package enum Fault: Error {
        /// It is of so many bytes.
        case tooLarge(Int)
        /// What the library says of it.
        case refused(String)
    }

    /// Bytes of SVG: a treemap has some tens of thousands. What is larger has names that no picture can show.
    private static let limit = 1 << 20

    /// Takes a processor for a while: not to be called where others wait.
    /// - Returns: a picture of 1200 by 630.
    package static func png(_ svg: String) throws(Fault) -> [UInt8] {
        guard svg.utf8.count <= limit else { throw .tooLarge(svg.utf8.count) }
        var fault: UnsafeMutablePointer<GError>?
        let bytes = Array(svg.utf8)
        guard let handle = rsvg_handle_new_from_data(bytes, gsize(bytes.count), &fault) else { throw told(fault) }
        defer { g_object_unref(handle) }
        // Without a channel for what shows through: the sheet covers everything.
        let surface = cairo_image_surface_create(
            CAIRO_FORMAT_RGB24, CInt(PictureSheet.width), CInt(PictureSheet.height))
        defer { cairo_surface_destroy(surface) }
        let context = cairo_create(surface)
        defer { cairo_destroy(context) }
        var box = RsvgRectangle(x: 0, y: 0, width: Double(PictureSheet.width), height: Double(PictureSheet.height))
        guard rsvg_handle_render_document(handle, context, &box, &fault) != 0 else { throw told(fault) }
        return try written(surface)
    }

    private static func written(_ surface: OpaquePointer?) throws(Fault) -> [UInt8] {
        var png: [UInt8] = []
        let status = withUnsafeMutablePointer(to: &png) { target in
            cairo_surface_write_to_png_stream(
                surface,
                { target, bytes, count in
                    target?.assumingMemoryBound(to: [UInt8].self).pointee.append(
                        contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
                    return CAIRO_STATUS_SUCCESS
                }, target)
        }
        guard status == CAIRO_STATUS_SUCCESS else { throw .refused(String(cString: cairo_status_to_string(status))) }
        return png
    }

    private static func told(_ fault: UnsafeMutablePointer<GError>?) -> Fault {
        guard let fault else { return .refused("librsvg") }
        defer { g_error_free(fault) }
        return .refused(String(cString: fault.pointee.message))
    }
}
