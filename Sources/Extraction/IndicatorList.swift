/// Indicators listed before one value or several: 疏干水利用率、再生水回用率, 覆盖率和达标率, 解决率满意率.
enum IndicatorList {
    private static let measures: [String] = ["率", "量", "比例", "比重", "占比", "水平", "强度", "价", "收入"]

    /// The parts of `name` between list marks outside brackets and quotation marks.
    static func parts(of name: String) -> [String] {
        var parts: [String] = []
        var part = ""
        var depth = 0
        for scalar in name.unicodeScalars {
            switch scalar {
            case "（", "(", "“", "《": depth += 1
            case "）", ")", "”", "》": depth -= 1
            case "、" where depth <= 0, "和" where depth <= 0 && part.unicodeScalars.count > 1:
                parts.append(part)
                part = ""
                continue
            default: break
            }
            part.unicodeScalars.append(scalar)
        }
        parts.append(part)
        return parts.filter { !$0.isEmpty }
    }

    /// The indicators among which one value is shared out; one element where `name` is a single name.
    static func shared(_ name: String, isMarked: Bool) -> [String] {
        let parts = parts(of: name)
        if parts.count > 1, parts.count < 6,
            isMarked || parts.allSatisfy({ part in measures.contains { part.hasSuffix($0) } })
        {
            return completed(parts)
        }
        return parts.count == 1 ? unmarked(name) : [name]
    }

    /// 解决率满意率: two rates without a sign between.
    private static func unmarked(_ name: String) -> [String] {
        guard name.hasSuffix("率") else { return [name] }
        let scalars = Array(name.unicodeScalars)
        guard scalars.count >= 6 else { return [name] }
        for length in 3...4 where scalars.count > length + 2 && scalars[scalars.count - length - 1] == "率" {
            let tail = scalars[(scalars.count - length)...]
            let head = scalars[..<(scalars.count - length)]
            return completed([string(head), string(tail)])
        }
        return [name]
    }

    /// A short later part takes the head of the first: 设施覆盖率, 达标率 is 设施覆盖率, 设施达标率.
    static func completed(_ parts: [String]) -> [String] {
        guard let first = parts.first else { return parts }
        let head = Array(first.unicodeScalars)
        return parts.map { part in
            let count = part.unicodeScalars.count
            guard part != first, count <= 4, head.count > count + 2, head.last == part.unicodeScalars.last else {
                return part
            }
            return string(head[..<(head.count - count)]) + part
        }
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        return text
    }
}
