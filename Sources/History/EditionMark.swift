public import StatisticalModel

/// An edition as it stood when the history took it up: another digest or date is another run.
public struct EditionMark: Sendable, Hashable {
    public let name: String
    /// The edition's date as the history keeps days.
    let day: String
    /// The digest of its indicators.csv, in hexadecimal.
    public let digest: String

    /// The line of history that the edition belongs to: its name without year, month and day.
    ///
    /// `2024`, `2024-06`, `2024Q3` and `2025` are one line, whose name is empty; `trial` and `2024-trial` are of another, so that
    /// what a trial says ends no belief of the others.
    public var series: String { Self.series(of: name) }

    static func series(of name: String) -> String {
        name.unicodeScalars.split { "-_. ".unicodeScalars.contains($0) }.filter { !isTime($0) }
            .map { String(String.UnicodeScalarView($0)) }.joined(separator: "-")
    }

    /// 2024, 06, 2024Q1, 2024年上半年.
    private static func isTime(_ part: Substring.UnicodeScalarView) -> Bool {
        let digits = "0123456789".unicodeScalars
        return part.contains(where: digits.contains)
            && part.allSatisfy { digits.contains($0) || "QqHh年月日季度上下半".unicodeScalars.contains($0) }
    }

    public init(name: String, asOf: CalendarDate, digest: String) {
        self.init(name: name, day: RealtimeDay.text(asOf), digest: digest)
    }

    init(name: String, day: String, digest: String) {
        self.name = name
        self.day = day
        self.digest = digest
    }
}
