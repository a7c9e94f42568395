public import StatisticalModel

/// An edition as it stood when the history took it up: another digest or date is another run.
public struct EditionMark: Sendable, Hashable {
    public let name: String
    /// The edition's date as the history keeps days.
    let day: String
    /// The digest of its indicators.csv, in hexadecimal.
    public let digest: String

    public init(name: String, asOf: CalendarDate, digest: String) {
        self.init(name: name, day: RealtimeDay.text(asOf), digest: digest)
    }

    init(name: String, day: String, digest: String) {
        self.name = name
        self.day = day
        self.digest = digest
    }
}
