internal import Territory

// Places on the earth, in degrees of WGS 84.
extension Reading {
    static let latitude = angle(.latitude, ReadingKind.latitude.rawValue)
    static let longitude = angle(.longitude, ReadingKind.longitude.rawValue)

    /// `48.85, 2.35`, `48,85 ; 2,35`, `(48.85 2.35)`, `48°51'24"N 2°21'07"E`: a point, latitude first as the portals write it.
    /// `48,85` alone may be a number: it is not read.
    static func coordinates(_ options: ReadingOptions) -> Reading {
        let (latitude, longitude): (SQL, SQL) = options.isLongitudeFirst ? ("2", "1") : ("1", "2")
        return Reading(type: Point.type, kind: ReadingKind.coordinates.rawValue) { text in
            """
            list_transform([\(pair(of: Angle.tidied(text), isLongitudeFirst: options.isLongitudeFirst))],
            lambda pair: {'lat': \(Angle.latitude.parts(of: "split_part(pair, ';', \(latitude))")),
            'lon': \(Angle.longitude.parts(of: "split_part(pair, ';', \(longitude))"))})[1]
            """
        } value: { parts in
            Point.made(Angle.longitude.degrees("\(parts).lon"), Angle.latitude.degrees("\(parts).lat"))
        } doubts: { parts in
            let (lon, lat) = (Angle.longitude.degrees("\(parts).lon"), Angle.latitude.degrees("\(parts).lat"))
            return [
                Doubt(
                    kind: .swappedPoint, hint: .constant("."), holds: France.isSwapped(lon, lat),
                    detail: "concat(\(lat), ', ', \(lon))")
            ]
        }
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
