/// Where in the file that an office keeps a piece of text stands: a box on a page, a cell of a sheet, an element.
public enum SourcePlace: Sendable, Hashable {
    /// A box on a page, from 1; in points from the upper left corner of the page as it is shown.
    case page(Int, box: PageBox)
    /// A cell of a sheet: `表1!C12`.
    case cell(sheet: String, reference: String)
    /// The path of an element of a marked-up text: `body/table[2]/tr[3]/td[1]`.
    case element(String)
}

/// A rectangle on a page; in points (1/72 inch) from the upper left corner, y downwards.
public struct PageBox: Sendable, Hashable {
    public var x0: Double
    public var y0: Double
    public var x1: Double
    public var y1: Double

    public init(x0: Double, y0: Double, x1: Double, y1: Double) {
        self.x0 = x0
        self.y0 = y0
        self.x1 = x1
        self.y1 = y1
    }

    /// The smallest box around both.
    public func union(_ other: PageBox) -> PageBox {
        PageBox(x0: min(x0, other.x0), y0: min(y0, other.y0), x1: max(x1, other.x1), y1: max(y1, other.y1))
    }
}

/// The places of a text made from a file of another form: byte ranges of the text, in order and apart.
///
/// Bytes that nothing of the file stands for (line ends, the markup of a table) have no place.
public struct PlaceMap: Sendable, Hashable {
    public private(set) var ranges: [Range<Int>] = []
    public private(set) var places: [SourcePlace] = []

    public init() {}

    /// Adds a range behind all that are there.
    public mutating func append(_ range: Range<Int>, _ place: SourcePlace) {
        guard !range.isEmpty else { return }
        precondition(ranges.last.map { $0.upperBound <= range.lowerBound } ?? true, "ranges come in order")
        ranges.append(range)
        places.append(place)
    }

    /// The places of the bytes of `range`, in order.
    public func places(in range: Range<Int>) -> ArraySlice<SourcePlace> {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < ranges.count, ranges[end].lowerBound < range.upperBound { end += 1 }
        return places[low..<end]
    }
}
