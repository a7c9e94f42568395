public import StatisticalModel

/// The date to which a report counts where nobody names one.
public enum ReportDate {
    /// The latest day that the bulletins' documents and the supplied figures bear: no clock decides, so
    /// the same inputs give the same report on any day. `nil` where nothing bears a date.
    public static func latest(documents: [BulletinDocument], supplied: [CalendarDate]) -> CalendarDate? {
        (documents.compactMap(\.date) + supplied).map(\.lastDay).max()
    }
}
