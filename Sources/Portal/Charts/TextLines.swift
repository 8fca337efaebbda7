/// A text on lines of so many signs: a drawing does not break lines by itself.
enum TextLines {
    /// The words on as many lines as it takes, `most` of them at most; what does not fit ends with an ellipsis.
    static func wrapped(_ text: String, room: Int, most: Int) -> [String] {
        var lines = text.split(separator: " ").reduce(into: [String]()) { lines, word in
            if let last = lines.last, last.count + 1 + word.count <= room {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        // A word too long for its line ends the text.
        if let place = lines.firstIndex(where: { $0.count > room }) {
            lines = lines[..<place] + [lines[place].prefix(room - 1) + "…"]
        }
        guard lines.count > most, most > 0 else { return lines }
        return lines.prefix(most - 1) + [lines[most - 1].prefix(room - 1) + "…"]
    }
}
