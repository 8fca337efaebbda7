internal import CCMark

/// A text in CommonMark 0.30 (<https://spec.commonmark.org/0.30/>) as HTML, by the reference implementation.
///
/// HTML inside the text is left out, and so are addresses that run (`javascript:`). Pictures give way to the words that stand for them:
/// a page asks nothing of anyone else. The first title is the page's own and is told apart.
struct MarkdownText: Sendable {
    let title: String?
    let html: HTML

    init(_ text: String) {
        var text = text
        let root = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT) }
        }
        guard let root else {
            title = nil
            html = .nothing
            return
        }
        defer { cmark_node_free(root) }
        title = Self.takeTitle(root)
        Self.dropPictures(root)
        html = Self.rendered(root)
    }

    /// Takes the first title of the first level away and gives its words.
    private static func takeTitle(_ root: OpaquePointer) -> String? {
        guard let first = cmark_node_first_child(root), cmark_node_get_type(first) == CMARK_NODE_HEADING,
            cmark_node_get_heading_level(first) == 1
        else { return nil }
        cmark_node_unlink(first)
        defer { cmark_node_free(first) }
        return words(first)
    }

    private static func words(_ node: OpaquePointer) -> String {
        var text = ""
        walk(node) { node, type in
            if [CMARK_NODE_TEXT, CMARK_NODE_CODE].contains(type), let literal = cmark_node_get_literal(node) {
                text += String(cString: literal)
            }
            if type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK { text += " " }
        }
        return text
    }

    private static func dropPictures(_ root: OpaquePointer) {
        var pictures: [OpaquePointer] = []
        walk(root) { node, type in if type == CMARK_NODE_IMAGE { pictures.append(node) } }
        for picture in pictures {
            while let child = cmark_node_first_child(picture) {
                cmark_node_unlink(child)
                if cmark_node_insert_before(picture, child) == 0 { cmark_node_free(child) }
            }
            cmark_node_unlink(picture)
            cmark_node_free(picture)
        }
        // Only the page has a title of the first level (RGAA 9.1).
        walk(root) { node, type in
            if type == CMARK_NODE_HEADING, cmark_node_get_heading_level(node) == 1 { cmark_node_set_heading_level(node, 2) }
        }
    }

    private static func walk(_ root: OpaquePointer, _ visit: (OpaquePointer, cmark_node_type) -> Void) {
        guard let iterator = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return }
            if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) { visit(node, cmark_node_get_type(node)) }
        }
    }

    private static func rendered(_ root: OpaquePointer) -> HTML {
        guard let bytes = cmark_render_html(root, CMARK_OPT_DEFAULT) else { return .nothing }
        defer { cmark_get_default_mem_allocator().pointee.free(bytes) }
        return HTML(stringLiteral: String(cString: bytes))
    }
}
