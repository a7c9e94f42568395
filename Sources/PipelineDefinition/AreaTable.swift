public import SourceText
public import StatisticalModel

/// The areas of Pipelines/common/areas.csv (GB/T 2260), found by name.
///
/// A name that several areas bear (鼓楼区) is found only within the area given as context, since nothing else
/// tells which is meant.
public struct AreaTable: Sendable {
    /// Full names and short ones (鄂尔多斯市, 鄂尔多斯) with the areas that bear them.
    private var bearers = WordTrie<[ReferenceArea]>()
    public private(set) var areas: [AreaCode: ReferenceArea] = [:]
    /// The English names of areas that have one.
    public private(set) var englishNames: [AreaCode: String] = [:]
    /// What tells a place from a part of another word or name.
    public private(set) var words = PlaceLexicon()

    public init() {}

    /// Reads areas.csv: `code,name,short` and optionally `english`, short names separated by `|`.
    public init(path: String, words: PlaceLexicon = PlaceLexicon(), problems: inout [Diagnostic]) {
        self.words = words
        let table = DefinitionTable(
            path: path, required: ["code", "name", "short"], optional: ["english"], problems: &problems)
        var lineOfCode: [AreaCode: Int] = [:]
        for row in table.rows {
            guard let code = AreaCode(row("code")) else {
                problems.append(
                    table.problem(row, column: "code", "expected six digits (GB/T 2260), found ‘\(row("code"))’"))
                continue
            }
            if let line = lineOfCode[code] {
                problems.append(
                    table.problem(row, column: "code", "the code ‘\(code)’ stands already on line \(line)"))
                continue
            }
            lineOfCode[code] = row.line
            if row("name").isEmpty { problems.append(table.problem(row, column: "name", "the field ‘name’ is empty")) }
            if !row("english").isEmpty { englishNames[code] = row("english") }
            insert(ReferenceArea(code: code, name: row("name")), names: [row("name")] + row.list("short"))
        }
    }

    /// What an area that nobody knows may have meant, by its name or its code, as a message's end.
    public func hint(for text: String) -> String {
        let isCode = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        // Six digits are near to many others: of codes only one false digit tells something.
        let known = isCode ? areas.keys.map(\.description).filter { Self.isOneOff($0, text) } : areas.values.map(\.name)
        let near = isCode ? Array(known.sorted().prefix(3)) : NearestName.nearest(to: text, among: known)
        guard !near.isEmpty else { return "; codes and names stand in common/areas.csv" }
        let names = near.map { code in "‘\(code)’" + (AreaCode(code).flatMap { areas[$0] }.map { " \($0.name)" } ?? "")
        }
        return "; did you mean \(names.joined(separator: " or "))?"
    }

    private static func isOneOff(_ left: String, _ right: String) -> Bool {
        left.utf8.count == right.utf8.count && zip(left.utf8, right.utf8).count { $0 != $1 } == 1
    }

    public mutating func insert(_ area: ReferenceArea, names words: [String]) {
        if let code = area.code { areas[code] = area }
        for word in words {
            let others = bearers.value(of: word.utf8) ?? []
            if !others.contains(area) { bearers.insert(word, others + [area]) }
        }
    }

    /// The area that bears exactly `name`; of several, the one within `context`, `nil` where that does not decide.
    public func area(named name: String, within context: AreaCode? = nil) -> ReferenceArea? {
        bearers.value(of: name.utf8).flatMap { Self.choose($0, within: context) }
    }

    /// The bytes of the longest name of an area that stands at `offset`; `nil` where none does.
    public func lengthOfName(in bytes: [UInt8], at offset: Int) -> Int? {
        bearers.longestMatch(in: bytes, at: offset)?.length
    }

    /// The area that `bytes` names: the first that occurs, made narrower by areas named after it that lie within it.
    ///
    /// 内蒙古自治区乌海市海南区人民政府 is 海南区; 乌海市与鄂尔多斯市 is 乌海市.
    public func area(in bytes: [UInt8], within context: AreaCode? = nil) -> ReferenceArea? {
        Self.narrowest(of: mentions(in: bytes, within: context))?.area
    }

    /// The first of `mentions`, made narrower by those after it that lie within it.
    public static func narrowest(of mentions: [Mention]) -> Mention? {
        var found: Mention?
        for mention in mentions {
            if let outer = found {
                if contains(outer.area, mention.area) { found = mention }
            } else {
                found = mention
            }
        }
        return found
    }

    /// An area and the bytes that name it.
    public typealias Mention = (range: Range<Int>, area: ReferenceArea)

    /// All areas that `bytes` names, from the left, the longest name at each place.
    ///
    /// A name decided once is the context of those after it, so that 城关区 after 兰州市 is that of 兰州市.
    public func mentions(in bytes: [UInt8], within context: AreaCode? = nil) -> [Mention] {
        var result: [Mention] = []
        var context = context
        var offset = 0
        while offset < bytes.count {
            guard let match = longestName(in: bytes, at: offset) else {
                // To the next character: no name begins within one.
                offset += 1
                while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
                continue
            }
            if let area = Self.choose(match.value, within: context) {
                result.append((offset..<offset + match.length, area))
                context = area.code
            }
            offset += match.length
        }
        return result
    }

    /// The longest name at `offset`; 区 that begins 区域, 区间 or 区块 ends no name.
    private func longestName(in bytes: [UInt8], at offset: Int) -> (length: Int, value: [ReferenceArea])? {
        guard let match = bearers.longestMatch(in: bytes, at: offset) else { return nil }
        let end = offset + match.length
        guard match.length > 3, words.longer.longestMatch(in: bytes, at: end - 3) != nil else { return match }
        return bearers.longestMatch(in: bytes, at: offset, limit: end - 3)
    }

    /// The one of `areas` within the same city as `context`, else within its province, else the only one.
    private static func choose(_ areas: [ReferenceArea], within context: AreaCode?) -> ReferenceArea? {
        if areas.count == 1 { return areas[0] }
        guard let context else { return nil }
        for key in [\AreaCode.cityNumber, \AreaCode.provinceNumber] {
            let inside = areas.filter { $0.code?[keyPath: key] == context[keyPath: key] }
            if inside.count == 1 { return inside[0] }
        }
        return nil
    }

    /// True where `inner` is a part of `outer`, or the same; a place without a code is only itself.
    public static func contains(_ outer: ReferenceArea, _ inner: ReferenceArea) -> Bool {
        guard let outerCode = outer.code, let innerCode = inner.code else { return outer == inner }
        return contains(outerCode, innerCode)
    }

    /// True where `inner` is a part of `outer`, or the same.
    public static func contains(_ outer: AreaCode, _ inner: AreaCode) -> Bool {
        if outer.number % 10000 == 0 { return inner.provinceNumber == outer.number }
        if outer.number % 100 == 0 { return inner.cityNumber == outer.number }
        return inner == outer
    }
}
