public import SourceText

/// A bulletin of any form as lines of text that Layout reads, with the places they came from.
public struct CanonicalText: Sendable {
    /// UTF-8 in reading order: a block of prose a line, tables as HTML (`<table><tr><td rowspan="2">…`), a row a line.
    public var bytes: [UInt8]
    public var places: PlaceMap

    public init(bytes: [UInt8] = [], places: PlaceMap = PlaceMap()) {
        self.bytes = bytes
        self.places = places
    }

    /// Adds text that stands at `place` of the file.
    public mutating func append(_ text: some Sequence<UInt8>, at place: SourcePlace?) {
        let start = bytes.count
        bytes += text
        if let place { places.append(start..<bytes.count, place) }
    }
}
