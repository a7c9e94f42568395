import PipelineDefinition
import Reading
import SourceText
import StatisticalModel

/// The area that a statement is about: the one it names, else that of its document, else of its gazette.
///
/// A document's area stands in its title (`某市2025年…公报`), its issuer, the lines under the title
/// (`在某省第十四届人民代表大会…上`, `某省省长 某某`) or its first paragraphs (`我代表某省人民政府`), in this order. Where
/// people met (`在某市召开的会议`) and what the text names most have no say beside these. A place that areas.csv
/// does not list keeps its name.
struct BulletinAreas {
    /// The areas of one bulletin's documents.
    struct Context: Sendable {
        var documents: [ReferenceArea?]
        var gazette: ReferenceArea?
    }

    private let areas: AreaTable
    private let words: LayoutLexicon

    init(_ areas: AreaTable, words: LayoutLexicon) {
        self.areas = areas
        self.words = words
    }

    func context(of layout: BulletinLayout) -> Context {
        let openings = openings(of: layout)
        let documents = layout.documents.indices.map { index in
            area(of: layout.documents[index], opening: openings[index]) ?? layout.statedArea
        }
        return Context(
            documents: documents,
            gazette: commonest(documents) ?? layout.statedArea ?? areas.area(in: Array(layout.file.name.utf8))
                ?? commonest(layout.tables.map { area(named: Array($0.title.utf8)) })
                ?? mostNamed(in: layout))
    }

    /// The bulletins of a run with their areas. One that says none takes the one that all the others are of, and a
    /// finding says so; among bulletins of several places it stays without.
    static func completed(_ settings: [BulletinSetting], _ notes: inout [FindingNote]) -> [BulletinSetting] {
        let known = Set(settings.flatMap { $0.areas.documents + [$0.areas.gazette] }.compactMap { $0 })
        guard known.count == 1, let sole = known.first else { return settings }
        var settings = settings
        for index in settings.indices where settings[index].areas.gazette == nil {
            settings[index].areas.gazette = sole
            notes.append(
                FindingNote(
                    check: "area-taken", severity: .info, bulletin: settings[index].name,
                    subject: .text(sole.name), found: .phrase(.soleArea, [])))
        }
        return settings
    }

    func area(of statement: Statement, in context: Context) -> ReferenceArea? {
        let index = statement.provenance.document
        let outer = (context.documents.indices.contains(index) ? context.documents[index] : nil) ?? context.gazette
        if outer != nil, isOfNation(statement) { return nil }
        if let province = province(around: outer), isOfProvince(statement) { return province }
        guard let mention = statement.areaMention else { return outer }
        if (statement.qualifier + statement.indicator).contains(mention) {
            return NamedPlace(areas: areas, outer: outer).area(of: statement) ?? outer
        }
        return areas.area(named: mention, within: outer?.code)
            ?? areas.area(in: Array(mention.utf8), within: outer?.code) ?? outer
    }

    /// 我国婴幼儿3000万人, but not 建设我国生态屏障支出30亿元: a figure of the whole country is of no area in the list.
    private func isOfNation(_ statement: Statement) -> Bool {
        let name = Array(statement.indicator.utf8)
        guard let word = words.words(.ofNation).longestMatch(in: name, at: 0) else { return false }
        let quote = Array(statement.provenance.quote.utf8)
        guard let start = quote.firstIndex(of: Array(name.prefix(word.length))), start >= 3 else { return true }
        // A character of three bytes from 一 on is a word's, but behind a digit that of a date: 2023年我国….
        let isWord = (0xE4...0xE9).contains(quote[start - 3])
        return !isWord || start > 3 && (0x30...0x39).contains(quote[start - 4])
    }

    /// The province of a city, a county or a district.
    private func province(around area: ReferenceArea?) -> ReferenceArea? {
        guard let code = area?.code, code.number % 10000 != 0 else { return nil }
        return AreaCode(String(code.provinceNumber)).flatMap { areas.areas[$0] }
    }

    /// 全省生产总值5.6万亿元，增长5.5%, in a city's communiqué: the name that both figures are of stands behind 全省.
    private func isOfProvince(_ statement: Statement) -> Bool {
        let name = Array(statement.indicator.utf8.prefix(6))
        guard statement.source == .prose, name.count == 6 else { return false }
        let text = Array(FigureClause.sentence(before: statement))
        var (result, scopeEnd) = (false, -1)
        for index in text.indices where text[index] >= 0xE0 {
            if text[index...].starts(with: name) {
                result = index == scopeEnd
            } else if let scope = words.words(.ofProvince).longestMatch(in: text, at: index),
                index < 3 || words.words(.placeCompared).longestMatch(in: text, at: index - 3) == nil
            {
                scopeEnd = index + scope.length
            }
        }
        return result
    }

    /// `name` without the area's own name at its head: 鄂尔多斯市示范性老年友好型社区 within 鄂尔多斯市.
    static func name(_ name: String, without area: ReferenceArea?) -> String {
        guard let area, name.begins(with: area.name), name.utf8.count >= area.name.utf8.count + 9 else { return name }
        return String(name.dropFirst(area.name.count))
    }

    // MARK: - Of a document

    /// The head's lines of a document and its first paragraphs.
    private struct Opening {
        var head: [[UInt8]] = []
        var body: [[UInt8]] = []
    }

    private func openings(of layout: BulletinLayout) -> [Opening] {
        var openings = [Opening](repeating: Opening(), count: layout.documents.count)
        for block in layout.blocks where openings.indices.contains(block.document) {
            if block.role == .documentHead {
                if openings[block.document].head.count < 12 { openings[block.document].head.append(block.text.bytes) }
            } else if openings[block.document].body.count < 3 {
                openings[block.document].body.append(block.text.bytes)
            }
        }
        return openings
    }

    private func area(of document: BulletinDocument, opening: Opening) -> ReferenceArea? {
        let titled = area(named: Array(document.title.utf8))
        let issuing = document.issuer.flatMap { area(named: Array($0.utf8)) }
        if let titled, let issuing {
            // A city's plan for its district is of the district; a city that reports on another place is not there.
            return titled.code == nil || AreaTable.contains(issuing, titled) ? titled : issuing
        }
        if let found = titled ?? issuing { return found }
        // Who speaks and to whom tells more than a place that a line happens to name.
        for line in opening.head { if let found = authority(in: line) { return found } }
        if let found = document.source.flatMap({ authority(in: Array($0.utf8)) }) { return found }
        for line in opening.head where !words.starts(.dateline, line) {
            if let found = area(named: line) { return found }
        }
        // A headline that is no title of a document: 某市2025年上半年经济运行情况.
        for line in opening.body {
            guard line.count <= Self.longestHeadline, !line.suffix(3).elementsEqual(Self.stop) else { break }
            if !words.starts(.dateline, line), let found = area(named: line) { return found }
        }
        if document.register != .news, let found = opening.body.lazy.compactMap({ authority(in: $0) }).first {
            return found
        }
        let lines = [Array(document.title.utf8)] + opening.head + opening.body
        return lines.lazy.compactMap { medium(in: $0) }.first
    }

    /// The city of whose paper a short line names: what 某市日报 prints under no other place is of its city, what 某省晚报
    /// prints may be of anywhere.
    private func medium(in line: [UInt8]) -> ReferenceArea? {
        guard line.count <= Self.longestHeadline else { return nil }
        return areas.mentions(in: line).first {
            isMedium($0.range, in: line) && $0.area.code.map { $0.number % 10000 != 0 } == true
        }?.area
    }

    /// The area that a title or a name gives, listed or not.
    private func area(named bytes: [UInt8]) -> ReferenceArea? {
        let mentions = areas.mentions(in: bytes).filter {
            !isPlaceOfMeeting($0.range, in: bytes) && !isMedium($0.range, in: bytes)
        }
        guard let found = AreaTable.narrowest(of: mentions) else { return unlisted(in: bytes) }
        return part(of: found.area, in: bytes, at: found.range.upperBound)
            ?? formerCounty(of: found.area, in: bytes, at: found.range.upperBound)
            ?? unlisted(in: bytes, at: found.range.upperBound) ?? found.area
    }

    /// 某市经济技术开发区, 某市城区 of `某市城区2004年…公报`: a part of a city that the list does not hold, whose figures are not
    /// the city's. A district whose name is a common word is told by what the title says behind it.
    private func part(of city: ReferenceArea, in bytes: [UInt8], at index: Int) -> ReferenceArea? {
        let district = words.words(.plainDistrict).longestMatch(in: bytes, at: index).flatMap { word in
            index + word.length < bytes.count && goesOn(bytes, at: index + word.length) ? word : nil
        }
        guard let word = words.words(.zone).longestMatch(in: bytes, at: index) ?? district else { return nil }
        return ReferenceArea(
            code: nil, name: city.name + String(decoding: bytes[index..<index + word.length], as: UTF8.self))
    }

    /// 禾州区 behind its city, where the list has 禾州县: a county that has become a district.
    private func formerCounty(of city: ReferenceArea, in bytes: [UInt8], at index: Int) -> ReferenceArea? {
        for length in [6, 9] where index + length < bytes.count {
            let stem = String(decoding: bytes[index..<index + length], as: UTF8.self)
            guard let end = words.words(.districtEnd).longestMatch(in: bytes, at: index + length) else { continue }
            let isCounty = words.countyEnds.contains { word in
                areas.area(named: stem + word, within: city.code)?.code?.cityNumber == city.code?.cityNumber
            }
            if isCounty {
                let name = bytes[index..<index + length + end.length]
                return ReferenceArea(code: nil, name: String(decoding: name, as: UTF8.self))
            }
        }
        return nil
    }

    /// The area whose government, congress or party speaks: `某省第十四届人民代表大会`, `某市人民政府`, `某省省长`.
    private func authority(in bytes: [UInt8]) -> ReferenceArea? {
        let mentions = areas.mentions(in: bytes)
        let spoken = mentions.filter { mention in
            let rest = Array(bytes[mention.range.upperBound...].prefix(90))
            return words.startsOrgan(rest) || rest.starts(with: Self.ordinal) && words.count(.congress, in: rest) > 0
        }
        return spoken.first?.area ?? unlistedCongress(in: bytes)
    }

    /// 禾州县 of ——2023年8月29日在禾州县第十八届人民代表大会上.
    private func unlistedCongress(in bytes: [UInt8]) -> ReferenceArea? {
        guard bytes.count <= Self.longestHeadline, !bytes.suffix(3).elementsEqual(Self.stop) else { return nil }
        for index in bytes.indices where bytes[index] >= 0xE0 {
            guard let lead = words.words(.sessionPlace).longestMatch(in: bytes, at: index),
                let found = unlisted(in: bytes, at: index + lead.length, isBehindVerb: true)
            else { continue }
            let end = index + lead.length + found.name.utf8.count
            let rest = Array(bytes[end...].prefix(90))
            if rest.starts(with: Self.ordinal), words.count(.congress, in: rest) > 0 { return found }
        }
        return nil
    }

    /// Bytes (sixty characters) of a line that may be a headline.
    private static let longestHeadline = 180

    private static let stop = Array("。".utf8)

    /// 某省第十四届人民代表大会
    private static let ordinal = Array("第".utf8)

    /// 在某市召开的会议上
    private func isPlaceOfMeeting(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
        words.words(.meeting).longestMatch(in: bytes, at: range.upperBound) != nil
    }

    /// 某省晚报
    private func isMedium(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
        words.words(.medium).longestMatch(in: bytes, at: range.upperBound) != nil
    }

    // MARK: - Places that the list does not hold

    /// The place that a title opens with or names behind its year, 关于 or 印发: `2025年禾州市国民经济…`.
    private func unlisted(in bytes: [UInt8]) -> ReferenceArea? {
        let leads = words.words(.placeLead)
        if leads.longestMatch(in: bytes, at: 0) == nil, let found = unlisted(in: bytes, at: 0) { return found }
        for index in bytes.indices where bytes[index] >= 0xE0 {
            guard let lead = leads.longestMatch(in: bytes, at: index) else { continue }
            // 关于下达某市…计划: the place stands behind the second.
            if leads.longestMatch(in: bytes, at: index + lead.length) != nil { continue }
            // 2025年 says when; a verb may stand behind 关于.
            let isBehindYear = index > 0 && (0x30...0x39).contains(bytes[index - 1])
            if let found = unlisted(in: bytes, at: index + lead.length, isBehindVerb: !isBehindYear) { return found }
        }
        return nil
    }

    /// The two to five ideographs at `start` that end like the name of a place, where no word speaks against it.
    private func unlisted(in bytes: [UInt8], at start: Int, isBehindVerb: Bool = false) -> ReferenceArea? {
        var index = start
        // 某市人民政府市长: the organ behind a name is no place within it.
        if words.startsOrgan(Array(bytes[min(start, bytes.count)...].prefix(60))) { return nil }
        while index + 2 < bytes.count, index - start < 15, (0xE4...0xE9).contains(bytes[index]) {
            let end = index + 3
            let name = Array(bytes[start..<end])
            if words.words(.placeEnd).longestMatch(in: bytes, at: index) != nil,
                index - start >= 6 || index - start == 3 && !isBehindVerb
            {
                if words.ends(.notAPlace, name) || words.words(.notAPlace).longestMatch(in: bytes, at: index) != nil {
                    return nil
                }
                if isBehindVerb, !goesOn(bytes, at: end) { return nil }
                return ReferenceArea(code: nil, name: String(decoding: name, as: UTF8.self))
            }
            index = end
        }
        return nil
    }

    /// Behind 关于 a verb may stand (关于推进县域经济): what follows the name must be its government, a year, its economy.
    private func goesOn(_ bytes: [UInt8], at index: Int) -> Bool {
        guard index < bytes.count else { return true }
        return (0x30...0x39).contains(bytes[index]) || words.startsOrgan(Array(bytes[index...].prefix(60)))
            || words.words(.placeFollow).longestMatch(in: bytes, at: index) != nil
    }

    // MARK: - Of a gazette

    /// Of a bulletin whose titles name no area, the city that its text names most, from three times on; its province
    /// where the text speaks of 全省 or 我省 more than of 全市 or 我市.
    private func mostNamed(in layout: BulletinLayout) -> ReferenceArea? {
        var counts: [ReferenceArea: Int] = [:]
        var provinces: [ReferenceArea: Int] = [:]
        var (provincial, local) = (0, 0)
        for block in layout.blocks {
            for mention in areas.mentions(in: block.text.bytes) {
                if let code = mention.area.code, code.number % 10000 == 0 { provinces[mention.area, default: 0] += 1 }
                guard let found = mention.area.code, found.number % 10000 != 0,
                    let code = AreaCode(String(found.cityNumber)), let city = areas.areas[code]
                else { continue }
                counts[city, default: 0] += 1
            }
            provincial += words.count(.ofProvince, in: block.text.bytes)
            local += words.count(.ofCity, in: block.text.bytes)
        }
        let city = counts.filter { $0.value >= 3 }.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        // 某省是农业大省…全省粮食播种面积: the one province of a text that names no city often enough.
        if city == nil, provincial > local, provinces.count == 1, let sole = provinces.first, sole.value >= 2 {
            return sole.key
        }
        guard provincial > local, let number = city?.code?.provinceNumber else { return city }
        return AreaCode(String(number)).flatMap { areas.areas[$0] } ?? city
    }

    /// The area of most documents; of equals, the lowest code.
    private func commonest(_ found: [ReferenceArea?]) -> ReferenceArea? {
        var counts: [ReferenceArea: Int] = [:]
        for area in found.compactMap({ $0 }) { counts[area, default: 0] += 1 }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}

extension LayoutLexicon {
    fileprivate func count(_ role: Role, in bytes: [UInt8]) -> Int {
        let words = words(role)
        return bytes.indices.count { bytes[$0] >= 0xE0 && words.longestMatch(in: bytes, at: $0) != nil }
    }

    fileprivate func ends(_ role: Role, _ bytes: [UInt8]) -> Bool {
        let words = words(role)
        return bytes.indices.contains { words.longestMatch(in: bytes, at: $0)?.length == bytes.count - $0 }
    }

    fileprivate func starts(_ role: Role, _ bytes: [UInt8]) -> Bool {
        words(role).longestMatch(in: bytes, at: 0) != nil
    }

    /// True where the name of an organ of government or the title of its head stands at once.
    fileprivate func startsOrgan(_ bytes: [UInt8]) -> Bool {
        [Role.issuer, .speaker, .congress, .authority].contains { words($0).longestMatch(in: bytes, at: 0) != nil }
    }
}
