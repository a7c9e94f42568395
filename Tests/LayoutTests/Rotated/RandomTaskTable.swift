/// A table of tasks and money with cells in the real shapes, and a random generator that repeats.
struct RandomTaskTable {
    static let headers = ["具体任务", "分管领导", "牵头单位", "完成时限", "总投资", "中央投资", "地方投资"]
    var pages: [[[String]]] = []
    private var random: SplitMix64

    init(seed: UInt64) {
        random = SplitMix64(state: seed)
        let leaders = (0..<4).map { _ in han(2 + random.below(2)) }
        let units = (0..<6).map { _ in "市" + han(2 + random.below(3)) + pick(["局", "委员会", "中心", "办公室"]) }
        var number = 1
        for _ in 0..<1 + random.below(3) {
            let rows = 2 + random.below(4)
            pages.append(
                (0..<rows).map { _ in
                    defer { number += 1 }
                    let central = 1 + random.below(900)
                    let local = 1 + random.below(900)
                    return [
                        "（\(number)）" + sentences(), pick(leaders), pick(units), deadline(),
                        Self.decimal(central + local),
                        Self.decimal(central), Self.decimal(local),
                    ]
                })
        }
    }

    var rows: [[String]] { pages.flatMap { $0 } }

    func printed(width: Int) -> String {
        var printer = RotatedPrinter(widths: [width, 4, 5, 8, 8, 8, 8])
        for (index, page) in pages.enumerated() {
            let columns = Self.headers.indices.map { column in page.map { $0[column] } }
            printer.page(lead: index == 0 ? "重点任务清单" : "", headers: Self.headers, columns: columns)
        }
        return printer.text
    }

    private static func decimal(_ thousandths: Int) -> String {
        let digits = String(thousandths % 1000 + 1000).dropFirst()
        return "\(thousandths / 1000).\(digits)"
    }

    private mutating func deadline() -> String {
        "\(2023 + random.below(5))年" + pick(["6月底", "12月底", "底"])
    }

    private mutating func sentences() -> String {
        (0..<1 + random.below(3)).map { _ in han(4 + random.below(30)) + "，" + han(3 + random.below(9)) + "。" }.joined()
    }

    private mutating func han(_ count: Int) -> String {
        String((0..<count).map { _ in Self.characters[random.below(Self.characters.count)] })
    }

    private mutating func pick(_ words: [String]) -> String { words[random.below(words.count)] }

    private static let characters = Array("推进完善服务体系建设提升能力加强管理优化流程改革创新发展质量标准数据共享")
}

/// A small generator: the same seed gives the same table on every machine.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
