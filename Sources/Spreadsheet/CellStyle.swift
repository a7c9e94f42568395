/// A colour as 0xRRGGBB.
public struct SheetColor: Sendable, Hashable {
    public let rgb: UInt32

    public init(_ rgb: UInt32) { self.rgb = rgb }
}

/// How a cell looks and whether it may be typed over. Equal styles share one format of the file.
public struct CellStyle: Sendable, Hashable {
    public enum Horizontal: Sendable, Hashable {
        case general, left, center, right
    }
    public enum Vertical: Sendable, Hashable {
        case top, center, bottom
    }

    /// 微软雅黑 is on every Windows since Vista; LibreOffice puts Noto Sans CJK in its place on Linux.
    public var fontName = "微软雅黑"
    public var fontSize: Double = 10
    public var isBold = false
    public var isItalic = false
    public var isUnderlined = false
    public var fontColor: SheetColor?
    public var fill: SheetColor?
    /// The colour of thin lines on all four sides; `nil` for none.
    public var border: SheetColor?
    public var horizontal = Horizontal.general
    public var vertical = Vertical.center
    public var wraps = false
    public var indent = 0
    /// `0.0%`; `nil` for the general format.
    public var numberFormat: String?
    /// True for a cell that stays open where the sheet is protected.
    public var isInput = false

    public init() {}

    /// The style changed by `change`: `base.with { $0.isBold = true }`.
    public func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
        var style = self
        change(&style)
        return style
    }
}
