public import SourceText
public import StatisticalModel

/// The areas of Pipelines/common/areas.csv (GB/T 2260), found by name.
public struct AreaTable: Sendable {
    /// Full names and short ones (鄂尔多斯市, 鄂尔多斯) with their areas.
    public private(set) var names = WordTrie<ReferenceArea>()
    public private(set) var areas: [AreaCode: ReferenceArea] = [:]

    public init() {}

    public mutating func insert(_ area: ReferenceArea, names words: [String]) {
        areas[area.code] = area
        for word in words { names.insert(word, area) }
    }
}
