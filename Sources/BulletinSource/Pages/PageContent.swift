public import SourceText

/// What stands on a page: characters with their boxes, the rules drawn between them, the pictures.
///
/// The one form that PDF and OFD share. Points (1/72 inch) from the upper left corner of the page as it is shown,
/// y downwards.
public struct PageContent: Sendable {
    /// What stands farther off is drawn by no office; in points.
    static let farthest = 1e6

    /// From 1.
    public var number: Int
    public var width: Double
    public var height: Double
    public var glyphs: [Glyph] = []
    public var rulings: [Ruling] = []
    /// The area that pictures cover.
    public var pictureArea = 0.0
    /// Outlines with curves: letters drawn as figures are hundreds of them.
    public var outlineCount = 0

    public init(number: Int, width: Double, height: Double) {
        self.number = number
        self.width = width
        self.height = height
    }
}

/// A character as it is placed on a page.
public struct Glyph: Sendable, Hashable {
    /// Which way a line of text runs.
    public enum Direction: UInt8, Sendable, Hashable, CaseIterable {
        case right, down, left, up
    }

    public var scalar: Unicode.Scalar
    public var box: PageBox
    /// Where the line stands that the character stands on: y for lines that run to the right.
    public var baseLine: Double
    /// The height of an em.
    public var size: Double
    public var direction: Direction
    /// Not shown: the text that a scanner's program lays behind a picture.
    public var isHidden = false

    /// `along` is the width of the character along its line and `up` an em upwards, both on the page; `nil` for what
    /// stands aslant (stamps, watermarks) or has no extent.
    public init?(
        _ scalar: Unicode.Scalar, x: Double, y: Double, along: (x: Double, y: Double), up: (x: Double, y: Double)
    ) {
        let size = (up.x * up.x + up.y * up.y).squareRoot()
        // The direction is that of "up" turned by a quarter: `along` is empty for marks without a width.
        guard size > 0.5, size < 2000, max(abs(x), abs(y)) < PageContent.farthest,
            max(abs(along.x), abs(along.y)) < PageContent.farthest
        else { return nil }
        let slant = min(abs(up.x), abs(up.y))
        guard slant < size * 0.17 else { return nil }
        let isUpright = abs(up.y) > abs(up.x)
        let direction: Direction = isUpright ? (up.y < 0 ? .right : .left) : (up.x > 0 ? .down : .up)
        let corners = [-0.16, 0.86].flatMap { level in
            [0.0, 1.0].map { (x + along.x * $0 + up.x * level, y + along.y * $0 + up.y * level) }
        }
        self.scalar = scalar
        box = PageBox(
            x0: corners.map(\.0).min() ?? x, y0: corners.map(\.1).min() ?? y,
            x1: corners.map(\.0).max() ?? x, y1: corners.map(\.1).max() ?? y)
        baseLine = isUpright ? y : x
        self.size = size
        self.direction = direction
    }

    var width: Double { box.x1 - box.x0 }
    var middle: Double { (box.x0 + box.x1) / 2 }
}

/// A straight line that runs with an edge of the page: stroked, or a filled rectangle as thin as a line.
public struct Ruling: Sendable, Hashable {
    public enum Axis: Sendable, Hashable { case horizontal, vertical }

    public var axis: Axis
    /// y of a horizontal rule, x of a vertical one.
    public var at: Double
    public var from: Double
    public var to: Double

    public init(_ axis: Axis, at: Double, from: Double, to: Double) {
        self.axis = axis
        self.at = at
        self.from = min(from, to)
        self.to = max(from, to)
    }

    var length: Double { to - from }
}

/// A map of points as PDF and OFD write it: x' = a·x + c·y + e, y' = b·x + d·y + f.
public struct PageMatrix: Sendable, Hashable {
    public var a = 1.0
    public var b = 0.0
    public var c = 0.0
    public var d = 1.0
    public var e = 0.0
    public var f = 0.0

    public init() {}

    /// Six numbers; others are no map.
    public init?(_ numbers: [Double]) {
        guard numbers.count == 6, numbers.allSatisfy(\.isFinite) else { return nil }
        (a, b, c, d, e, f) = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
    }

    public func point(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// Lengths and directions: without the shift.
    public func vector(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
        (a * x + c * y, b * x + d * y)
    }

    /// This map, then `next`.
    public func then(_ next: PageMatrix) -> PageMatrix {
        var result = PageMatrix()
        (result.a, result.b) = next.vector(a, b)
        (result.c, result.d) = next.vector(c, d)
        (result.e, result.f) = next.point(e, f)
        return result
    }
}

/// The parts of a drawn path on the page, as they come: `rulings` keeps those that are rules.
struct PagePath {
    enum Paint { case stroke, fill }

    /// A filled rectangle thinner than this is a rule.
    private static let thickest = 3.0
    /// Shorter pieces are dots and parts of letters; dashes are joined later.
    private static let shortest = 1.0

    private var start: (x: Double, y: Double)?
    private var last: (x: Double, y: Double)?
    private var box: PageBox?
    private var segments: [Ruling] = []
    private var isCurved = false
    private(set) var rulings: [Ruling] = []
    private(set) var outlineCount = 0
    private let paint: Paint

    init(_ paint: Paint) { self.paint = paint }

    mutating func move(to point: (x: Double, y: Double)) {
        finishPart()
        start = point
        last = point
        box = PageBox(x0: point.x, y0: point.y, x1: point.x, y1: point.y)
    }

    mutating func line(to point: (x: Double, y: Double)) {
        guard let from = last else { return move(to: point) }
        if paint == .stroke {
            if abs(from.y - point.y) < 0.7, abs(from.x - point.x) >= Self.shortest {
                segments.append(Ruling(.horizontal, at: (from.y + point.y) / 2, from: from.x, to: point.x))
            } else if abs(from.x - point.x) < 0.7, abs(from.y - point.y) >= Self.shortest {
                segments.append(Ruling(.vertical, at: (from.x + point.x) / 2, from: from.y, to: point.y))
            }
        }
        reach(point)
    }

    /// A curve to `point`: it may close a rounded frame, but is no rule.
    mutating func curve(to point: (x: Double, y: Double)) {
        isCurved = true
        reach(point)
    }

    mutating func close() {
        if let start, paint == .stroke { line(to: start) }
    }

    mutating func finish() -> [Ruling] {
        finishPart()
        return rulings
    }

    private mutating func reach(_ point: (x: Double, y: Double)) {
        last = point
        let own = PageBox(x0: point.x, y0: point.y, x1: point.x, y1: point.y)
        box = box?.union(own) ?? own
    }

    private mutating func finishPart() {
        defer {
            (start, last, box, isCurved) = (nil, nil, nil, false)
            segments = []
        }
        if isCurved { outlineCount += 1 }
        if paint == .stroke {
            rulings += segments
            return
        }
        guard let box, !isCurved else { return }
        let (width, height) = (box.x1 - box.x0, box.y1 - box.y0)
        if height <= Self.thickest, width > height, width >= Self.shortest {
            rulings.append(Ruling(.horizontal, at: (box.y0 + box.y1) / 2, from: box.x0, to: box.x1))
        } else if width <= Self.thickest, height >= Self.shortest {
            rulings.append(Ruling(.vertical, at: (box.x0 + box.x1) / 2, from: box.y0, to: box.y1))
        }
    }
}
