/// A part of a printed page around a figure, for audit.html.
public struct PagePicture: Sendable, Hashable {
    /// As PNG.
    public let bytes: [UInt8]
    /// Where the figure stands in the picture, in thousandths of its width and height.
    public let left, top, width, height: Int

    public init(bytes: [UInt8], left: Int, top: Int, width: Int, height: Int) {
        self.bytes = bytes
        self.left = left
        self.top = top
        self.width = width
        self.height = height
    }
}
