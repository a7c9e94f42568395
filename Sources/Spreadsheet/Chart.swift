/// A native chart over cells of the workbook.
public struct Chart: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        case barStacked, bar, column, columnStacked, line
    }

    /// One row of bars or one line: names and numbers are cell ranges, so the chart follows the cells.
    public struct Series: Sendable, Hashable {
        public enum Mark: Sendable, Hashable {
            /// A filled bar, or a plain line.
            case fill
            /// Only a mark at each value, no line.
            case marker
            /// A line with a mark at each value.
            case markedLine
            case dashedLine
            /// In a chart of bars: an outline over the bar of the series before, with a thick stroke at its end.
            case stroke
        }

        public var name: String
        public var sheet: String
        public var categories: CellRange
        public var values: CellRange
        public var color: SheetColor
        public var mark: Mark
        public var showsValues: Bool

        public init(
            name: String, sheet: String, categories: CellRange, values: CellRange, color: SheetColor,
            mark: Mark = .fill, showsValues: Bool = false
        ) {
            self.name = name
            self.sheet = sheet
            self.categories = categories
            self.values = values
            self.color = color
            self.mark = mark
            self.showsValues = showsValues
        }
    }

    public var kind: Kind
    public var title: String
    /// What the chart shows, in words, for readers who do not see it.
    public var alternativeText: String
    public var series: [Series]
    /// `0%`
    public var numberFormat: String?
    /// Fixed ends of the value axis.
    public var valueRange: ClosedRange<Double>?
    /// The distance of the value axis' marks; the program's choice for `nil`, which on a narrow chart may be too dense.
    public var valueStep: Double?
    public var fontName = "微软雅黑"
    /// Pixels.
    public var width = 720
    public var height = 360
    /// Only even steps of 1: for counts.
    public var countsWhole = false
    /// True where a line leads over cells without a value.
    public var joinsGaps = false

    public init(kind: Kind, title: String, alternativeText: String, series: [Series]) {
        self.kind = kind
        self.title = title
        self.alternativeText = alternativeText
        self.series = series
    }
}
