public import SourceText

/// The words of Pipelines/common/name-words.csv that make up or surround the names of indicators.
public struct NameLexicon: Sendable {
    /// Words that name nothing by themselves (累计, 平均).
    public private(set) var adverbs: WordEndings = []
    /// What a name ends with that measures something (率, 比重).
    public private(set) var measures: WordEndings = []
    /// What a name ends with whose value may be below zero (增长率, 增速).
    public private(set) var rates: [String] = []
    /// What is measured of the subject named before (时间 after 企业开办环节).
    public private(set) var facets: WordEndings = []
    /// What a number of things comes to (投资 after 重点项目380个).
    public private(set) var sums: WordEndings = []
    /// What a facet is called behind its subject, where that differs (收入 of 实际收入).
    public private(set) var facetForms = WordTrie<String>()
    /// Verbs that stand for themselves and an object said before (竣工).
    public private(set) var objectless: WordEndings = []
    /// Facets of what a paragraph opened with, whatever stands between (收入总量, 年末滚存结余).
    public private(set) var rootFacets = WordTrie<String>()
    /// What is measured of the parts of a whole without being said again (粮食播种面积…，其中水稻).
    public private(set) var elided: WordEndings = []
    /// What an elided word is called of a part, by the word (总产量: 产量).
    public private(set) var ofParts = WordTrie<String>()
    /// How a name ends that needs no measure from the names before it (额, 数).
    public private(set) var wholeEndings: WordEndings = []
    /// Rates of three characters that are whole names (出生率); other such rates need a subject (在线率).
    public private(set) var wholeRates: WordEndings = []
    /// Words of place that take the rest of a name from one that begins with another of them (城区, 县（市）).
    public private(set) var places: [String] = []
    /// Words of place that hold for the names behind them in a sentence too (中心城区绿地率…，人均公园绿地面积).
    public private(set) var scopes = WordTrie<String>()
    /// What tells the unit of a name where a table gives several at once (床位: 张).
    private var unitNouns: [String: String] = [:]
    private var unitNounEndings: WordEndings = []
    /// What opens the same amount in another unit (折合).
    public private(set) var converted: [String] = []
    /// What income by the head is made up of (工资性收入).
    public private(set) var perHeadParts: WordEndings = []
    /// What flows in or out, at the end of a name (收入, 支出): parts of income by the head end like their whole.
    public private(set) var flows: WordEndings = []
    /// How those are named that take in or spend a part of it (税务部门).
    public private(set) var collectors: WordEndings = []
    /// The units that count nothing but institutions (所).
    public private(set) var institutionUnits: WordEndings = []
    /// Nouns of institutions (医院), which as parts of people or beds take what was counted.
    public private(set) var institutions: WordEndings = []
    /// What stands before a measure that is planned, not done (年计划 of 年计划投资).
    public private(set) var planned: WordEndings = []
    /// Nouns that a list of kinds shares in front of its measure (国有、民营企业增加值).
    public private(set) var genera: [String] = []
    /// What a clause without figures says of those whose sums the next one tells (工业稳步增长，完成产值3亿元).
    public private(set) var thrivings: WordEndings = []
    /// Nouns that a list of kinds shares as its tail (稻谷、马铃薯示范基地).
    public private(set) var listedHeads: WordEndings = []
    /// Who is counted in the institutions counted before (普通高校5所，在校生6万人).
    public private(set) var enrolled: WordEndings = []
    /// How the sentence before a paragraph's figures ends where it names what they are of (一般公共预算。收入完成…).
    public private(set) var headEndings: WordEndings = []
    /// 占 before what a share is of, and the name of a share (占比).
    public private(set) var shareSign: Unicode.Scalar = "\u{0}"
    public private(set) var shareName = ""
    /// How names stand to one thing (对增长的贡献率, 占总量).
    public private(set) var relations: [String] = []
    /// 的, 率 and 第 in names.
    public private(set) var of = ""
    public private(set) var rateEnding = ""
    public private(set) var orderSign = ""
    /// What parts names like a list mark does (和), or only the last two (与).
    public private(set) var listWords: [Unicode.Scalar] = []
    public private(set) var pairWords: [Unicode.Scalar] = []
    /// What people are counted in.
    public private(set) var personUnit = ""
    /// What grades water and roads (Ⅲ of Ⅲ类), and what joins a grade to what is graded (符合).
    public private(set) var grades: [String] = []
    public private(set) var gradeJoints: [String] = []
    /// How many a word counts (三: 3) and what it counts them as, behind a list of them (铁路、公路、水路三种运输方式).
    public private(set) var counts: [(word: String, number: Int)] = []
    public private(set) var collectives: [String] = []
    /// How the name of a class of counted things ends (大型, 省级).
    public private(set) var classEndings: WordEndings = []
    /// How a head ends under which all sums are that fund's (失业保险基金).
    public private(set) var fundEndings: WordEndings = []
    /// What is done to all of a list of things, said once behind the last (老旧小区、危旧房屋改造).
    public private(set) var sharedActions: WordEndings = []
    /// How far a counted thing is, at the end of its name (煤矿建成投产): no part of what is measured of it.
    public private(set) var stageEndings: WordEndings = []
    /// What is counted by the head of those whom the name before has named: 人均, and 单位产品 in whatever unit.
    public private(set) var perHeads: [String] = []
    public private(set) var perProducts: [String] = []
    /// Units that say behind a name of digits how it stands to another (12345对成员单位).
    public private(set) var relationUnits: WordEndings = []
    /// How the name of an age ends (0—1岁), and what stands behind the age of a whole (三岁以下婴幼儿).
    public private(set) var ageSign = ""
    public private(set) var ageBounds: [String] = []
    /// How a clause opens that only says by what standard or source (按照, 据).
    public private(set) var asideOpenings: [[UInt8]] = []
    /// What opens the words from when days are counted (自, 在), each character by itself, and what closes them (之日起).
    public private(set) var dayStarts: Set<Unicode.Scalar> = []
    public private(set) var dayStartEnding: [UInt8] = []
    /// How a clause opens that names what the parts behind are parts of (从产品产量看).
    public private(set) var viewOpenings: [[UInt8]] = []
    /// How a clause opens that divides what was stated into parts (按类型：, 分门类看).
    public private(set) var divisionOpenings: [[UInt8]] = []
    /// What joins a sum to the one before it, and what of the word belongs to the name (加上, and 加上级 with its 上级), the
    /// longest first.
    public private(set) var joins: [(word: String, kept: String)] = []
    /// How a proportion is spelled as a name (为预算: 完成预算).
    public private(set) var spellings = WordTrie<String>()
    /// Numbers that order things without 第 (一、二、三产业).
    public private(set) var orders: WordEndings = []
    /// Single characters that stand for two words with one tail (轻、重工业).
    public private(set) var opposites: [[String]] = []
    /// One word for several (城乡: 城镇 and 农村).
    public private(set) var compounds: [(word: String, parts: [String])] = []
    /// How the name of a rate of growth ends (增长, 增速).
    public private(set) var growths: WordEndings = []
    /// How the name of a rate of reduction ends (降低).
    public private(set) var reductions: WordEndings = []
    /// How the name of a capacity ends, whose unit may leave the year unsaid (产能).
    public private(set) var capacities: WordEndings = []
    /// How the name of a total ends (合计).
    public private(set) var totals: WordEndings = []
    /// What a name holds whose values do not add up (每, 人均).
    public private(set) var ratios: [String] = []
    /// What says that a change is an average a year (年均), and what holds such a word and says that it is one year's
    /// (全年平均).
    private var averages: [[UInt8]] = []
    private var averagesOfOneYear: [[UInt8]] = []
    /// What makes a name of the digits before it (热线 of 12345热线).
    public private(set) var behindNumbers = WordTrie<Bool>()
    /// What is numbered by the digits behind it (表 of 表3).
    public private(set) var beforeNumbers: [[UInt8]] = []
    /// What an ordinal counts that is a part of the document (条 of 第三条).
    public private(set) var clauseUnits = WordTrie<Bool>()
    /// What a Chinese numeral counts in names only (类 of 五类企业).
    public private(set) var nameCounters: WordEndings = []
    /// Verbs and words of manner around a name.
    public private(set) var frame = NameFrame()
    /// Each entry's own example, which the tests read.
    public private(set) var examples: [LexiconExample] = []

    public init() {}

    /// Reads `name-words.csv`: `word,role,parts,example`.
    public init(path: String, problems: inout [Diagnostic]) {
        let table = DefinitionTable(path: path, required: ["word", "role", "parts", "example"], problems: &problems)
        for row in table.rows { insert(row, of: table, &problems) }
        places.sort { $0.utf8.count > $1.utf8.count }
        grades.sort { $0.utf8.count > $1.utf8.count }
        joins.sort { $0.word.utf8.count > $1.word.utf8.count }
    }

    /// The unit that the end of `name` tells: 张 for 每千人床位数, % for 覆盖率.
    public func unitNoun(of name: String) -> String? { unitNounEndings.longest(of: name).flatMap { unitNouns[$0] } }

    /// True where `text`, in UTF-8, says that a change is an average of several years: 年均增长7%, not 全年平均上涨0.2%.
    public func saysAverageGrowth(_ text: ArraySlice<UInt8>) -> Bool {
        averages.contains { word in
            var start = text.startIndex
            while let found = text.firstIndex(of: word, from: start) {
                let end = found + word.count
                let isOfOneYear = averagesOfOneYear.contains { own in
                    own.count > word.count && text[..<end].suffix(own.count).elementsEqual(own)
                }
                if !isOfOneYear { return true }
                start = end
            }
            return false
        }
    }

    /// True for the name of an indicator whose level is itself a rate of growth: 地区生产总值增长.
    public func isGrowthRate(_ name: String) -> Bool { growths.end(name) }

    /// True for the name of an indicator whose level is itself a rate: also 单位地区生产总值能耗降低.
    public func isRate(_ name: String) -> Bool {
        isGrowthRate(name) || isReduction(name)
    }

    /// True for the name of a rate of reduction: 单位地区生产总值能耗降低.
    public func isReduction(_ name: String) -> Bool { reductions.end(name) }

    private mutating func insert(
        _ row: DefinitionTable.Row, of table: DefinitionTable, _ problems: inout [Diagnostic]
    ) {
        let word = row("word")
        switch row("role") {
        case "adverb": adverbs.append(word)
        case "measure": measures.append(word)
        case "rate": rates.append(word)
        case "facet":
            facets.append(word)
            if !row("parts").isEmpty { facetForms.insert(word, row("parts")) }
        case "objectless": objectless.append(word)
        case "root-facet": rootFacets.insert(word, row("parts").isEmpty ? word : row("parts"))
        case "elided":
            elided.append(word)
            ofParts.insert(word, row("parts").isEmpty ? word : row("parts"))
        case "whole-ending": wholeEndings.append(word)
        case "whole-rate": wholeRates.append(word)
        case "place": places.append(word)
        case "scope": scopes.insert(word, word)
        case "converted": converted.append(word)
        case "unit-noun":
            unitNouns[word] = row("parts")
            unitNounEndings.append(word)
        case "per-head-part": perHeadParts.append(word)
        case "flow": flows.append(word)
        case "collector": collectors.append(word)
        case "institution-unit": institutionUnits.append(word)
        case "institution": institutions.append(word)
        case "planned": planned.append(word)
        case "genus": genera.append(word)
        case "listed-head": listedHeads.append(word)
        case "thriving": thrivings.append(word)
        case "enrolled": enrolled.append(word)
        case "fund-ending": fundEndings.append(word)
        case "head-ending": headEndings.append(word)
        case "share-sign": shareSign = word.unicodeScalars.first ?? shareSign
        case "share-name": shareName = word
        case "relation": relations.append(word)
        case "of": of = word
        case "rate-ending": rateEnding = word
        case "order-sign": orderSign = word
        case "list-word":
            if row("parts").isEmpty { listWords += word.unicodeScalars }
            pairWords += word.unicodeScalars
        case "person-unit": personUnit = word
        case "grade": grades.append(word)
        case "grade-joint": gradeJoints.append(word)
        case "count":
            guard let number = Int(row("parts")) else {
                return problems.append(table.problem(row, "‘\(word)’ needs the number that it counts, as 3"))
            }
            counts.append((word, number))
        case "collective": collectives.append(word)
        case "class-ending": classEndings.append(word)
        case "shared-action": sharedActions.append(word)
        case "stage-ending": stageEndings.append(word)
        case "per-head": perHeads.append(word)
        case "per-product": perProducts.append(word)
        case "relation-unit": relationUnits.append(word)
        case "age-sign": ageSign = word
        case "age-bound": ageBounds.append(word)
        case "aside-opening": asideOpenings.append(Array(word.utf8))
        case "day-start": dayStarts.formUnion(word.unicodeScalars)
        case "day-start-ending": dayStartEnding = Array(word.utf8)
        case "view-opening": viewOpenings.append(Array(word.utf8))
        case "division-opening": divisionOpenings.append(Array(word.utf8))
        case "join": joins.append((word, row("parts")))
        case "spelled": spellings.insert(word, row("parts"))
        case "order": orders.append(word)
        case "opposites": opposites.append(row("parts").split(separator: "/").map(String.init))
        case "sum": sums.append(word)
        case "growth": growths.append(word)
        case "reduction": reductions.append(word)
        case "capacity": capacities.append(word)
        case "total": totals.append(word)
        case "ratio": ratios.append(word)
        case "average-growth": averages.append(Array(word.utf8))
        case "average-of-one-year": averagesOfOneYear.append(Array(word.utf8))
        case "behind-number": behindNumbers.insert(word, true)
        case "before-number": beforeNumbers.append(Array(word.utf8))
        case "clause-unit": clauseUnits.insert(word, true)
        case "name-counter": nameCounters.append(word)
        case "frame-lead": frame.leads.append(Array(word.utf8))
        case "frame-tail": frame.tails.append(Array(word.utf8))
        case "compound":
            let parts = row("parts").split(separator: "/").map(String.init)
            if parts.count < 2 { problems.append(table.problem(row, "‘\(word)’ needs its parts, as 城镇/农村")) }
            compounds.append((word, parts))
        default: problems.append(table.problem(row, "the role ‘\(row("role"))’ is unknown"))
        }
        examples.append(LexiconExample(path: table.path, line: row.line, word: word, example: row("example")))
    }
}
