internal import DuckDB
internal import Territory

// Places on the earth, in degrees of WGS 84.
extension Reading {
    static let latitude = angle(.latitude, ReadingKind.latitude.rawValue)
    static let longitude = angle(.longitude, ReadingKind.longitude.rawValue)

    /// `48.85, 2.35`, `48,85 ; 2,35`, `(48.85 2.35)`, `48°51'24"N 2°21'07"E`: a point, latitude first as the portals write it.
    /// `48,85` alone may be a number: it is not read.
    static func coordinates(_ options: ReadingOptions) -> Reading {
        Reading(type: Point.type, kind: ReadingKind.coordinates.rawValue) { text in
            degrees(of: text, options)
        } value: { read in
            Point.made("\(read).lon", "\(read).lat")
        } doubts: { read in
            let holds = France.isSwapped("\(read).lon", "\(read).lat")
            return [
                Doubt(
                    kind: .swappedPoint, hint: .constant("."), holds: holds, detail: "concat(\(read).lat, ', ', \(read).lon)")
            ]
        }
    }

    /// Longitude and latitude, in three movements, each naming what the one before it found: a list of one is how SQL names a
    /// value inside an expression.
    private static func degrees(of text: SQL, _ options: ReadingOptions) -> SQL {
        let (latitude, longitude): (SQL, SQL) = options.isLongitudeFirst ? ("2", "1") : ("1", "2")
        let latitudeParts = Angle.latitude.parts(of: "split_part(pair, ';', \(latitude))")
        let longitudeParts = Angle.longitude.parts(of: "split_part(pair, ';', \(longitude))")
        return """
            list_transform(list_transform(list_transform([\(Angle.tidied(text))],
            lambda cell: \(pair(of: "cell", isLongitudeFirst: options.isLongitudeFirst))),
            lambda pair: {'lon': \(longitudeParts), 'lat': \(latitudeParts)}),
            lambda parts: {'lon': \(Angle.longitude.degrees("parts.lon")), 'lat': \(Angle.latitude.degrees("parts.lat"))})[1]
            """
    }

    private static func angle(_ angle: Angle, _ kind: String) -> Reading {
        Reading(type: "DOUBLE", kind: kind) { text in
            angle.parts(of: Angle.tidied(text))
        } value: { parts in
            angle.degrees(parts)
        }.usually(#"-?\d{1,3}\.\d{1,17}"#, certain: false) { text in
            angle.within(text)
        }
    }

    /// The two halves with a `;` between them; null when where to cut is not certain.
    private static func pair(of text: SQL, isLongitudeFirst: Bool) -> SQL {
        let bare: SQL = #"regexp_replace(\#(text), '^[\[(] ?(.*?) ?[\])]$', '\1')"#
        let number = #"[-+]?\d+"#
        let (first, second) = isLongitudeFirst ? ("EWO", "NS") : ("NS", "EWO")
        let cuts = [
            #"([^;]+?) ?; ?([^;]+)"#,
            "(\(number)(?:[.,]\\d+)?),? (\(number)(?:[.,]\\d+)?)",
            "(\(number)\\.\\d+),(\(number)(?:\\.\\d+)?)", "(\(number)),(\(number)\\.\\d+)", "(\(number),\\d+),(\(number),\\d+)",
            "((?i)[^;]+[\(first)])[,/]? ?((?i)[^;]+[\(second)])",
        ]
        let cases = cuts.map { cut -> SQL in
            #"WHEN \#(Text.matches(bare, cut)) THEN regexp_replace(\#(bare), \#(.constant("^\(cut)$")), '\1;\2')"#
        }
        return "CASE \(cases.joined(" ")) END"
    }
}
