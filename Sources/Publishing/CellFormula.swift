import Glibc

/// A formula of a cell as a value: printed for the spreadsheet and computed here, so that the stored result of a cell
/// and what LibreOffice and Excel make of it are one rule.
///
/// `.quotient(.cell("I4"), .cell("K4")).rounded` is `ROUND(I4/K4,6)`. Where a part may be missing, ``choose`` asks first:
/// as in a spreadsheet only the branch taken is computed.
indirect enum CellFormula {
    enum Comparison: String {
        case less = "<"
        case atMost = "<="
        case equal = "="
        case atLeast = ">="
        case more = ">"
    }

    enum Value: Equatable {
        case number(Double)
        case text(String)
        case truth(Bool)
        /// What a spreadsheet shows as #DIV/0! or #VALUE!.
        case error
    }

    case number(Double)
    case text(String)
    case truth(Bool)
    /// A reference such as `I4`, or of another sheet.
    case cell(String)
    /// How many of the cells hold a number.
    case count([CellFormula])
    case choose(CellFormula, then: CellFormula, otherwise: CellFormula)
    case all([CellFormula])
    case any([CellFormula])
    case compare(CellFormula, Comparison, CellFormula)
    case sum(CellFormula, CellFormula)
    case difference(CellFormula, CellFormula)
    case product(CellFormula, CellFormula)
    case quotient(CellFormula, CellFormula)
    case power(CellFormula, CellFormula)
    case logarithm(CellFormula)
    case magnitude(CellFormula)
    case sign(CellFormula)
    case least([CellFormula])
    case greatest([CellFormula])
    case round(CellFormula)
    case joined([CellFormula])

    private static let decimals = 6

    /// To six decimals, halves away from zero, as ROUND does.
    var rounded: CellFormula { .round(self) }

    static func rounded(_ value: Double) -> Double? {
        guard value.isFinite else { return nil }
        let result = (value * 1e6).rounded(.toNearestOrAwayFromZero) / 1e6
        return result == 0 ? 0 : result
    }

    // MARK: printed

    /// With the sign of a formula before it.
    var cellText: String { text(after: "=") }

    var printed: String { text(after: "") }

    private func text(after beginning: String) -> String {
        var bytes = Array(beginning.utf8)
        print(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Into one text, since a formula of a hundred parts would be copied a hundred times part by part; bytes are appended
    /// in a fifth of the time of a string. Only what is itself an operand of an operator stands in brackets.
    private func print(to text: inout [UInt8], isOperand: Bool = false) {
        switch self {
        case .number(let value): text += Self.printed(value).utf8
        case .text(let quoted):
            let quote = UInt8(ascii: "\"")
            text.append(quote)
            for byte in quoted.utf8 {
                if byte == quote { text.append(quote) }
                text.append(byte)
            }
            text.append(quote)
        case .truth(let truth): text += (truth ? "TRUE" : "FALSE").utf8
        case .cell(let name): text += name.utf8
        case .count(let parts): Self.print("COUNT", parts, to: &text)
        case .choose(let condition, let then, let otherwise): Self.print("IF", [condition, then, otherwise], to: &text)
        case .all(let parts): Self.print("AND", parts, to: &text)
        case .any(let parts): Self.print("OR", parts, to: &text)
        case .compare(let left, let comparison, let right):
            Self.print([left, right], by: comparison.rawValue, isOperand, to: &text)
        case .sum(let left, let right): Self.print([left, right], by: "+", isOperand, to: &text)
        case .difference(let left, let right): Self.print([left, right], by: "-", isOperand, to: &text)
        case .product(let left, let right): Self.print([left, right], by: "*", isOperand, to: &text)
        case .quotient(let left, let right): Self.print([left, right], by: "/", isOperand, to: &text)
        case .power(let left, let right): Self.print([left, right], by: "^", isOperand, to: &text)
        case .logarithm(let part): Self.print("LN", [part], to: &text)
        case .magnitude(let part): Self.print("ABS", [part], to: &text)
        case .sign(let part): Self.print("SIGN", [part], to: &text)
        case .least(let parts): Self.print("MIN", parts, to: &text)
        case .greatest(let parts): Self.print("MAX", parts, to: &text)
        case .round(let part): Self.print("ROUND", [part, .number(Double(Self.decimals))], to: &text)
        case .joined(let parts): Self.print(parts, by: "&", isOperand, to: &text)
        }
    }

    private static func print(_ function: String, _ parts: [CellFormula], to text: inout [UInt8]) {
        text += function.utf8
        text.append(UInt8(ascii: "("))
        for (index, part) in parts.enumerated() {
            if index > 0 { text.append(UInt8(ascii: ",")) }
            part.print(to: &text)
        }
        text.append(UInt8(ascii: ")"))
    }

    private static func print(
        _ parts: [CellFormula], by sign: String, _ isOperand: Bool, to text: inout [UInt8]
    ) {
        if isOperand { text.append(UInt8(ascii: "(")) }
        for (index, part) in parts.enumerated() {
            if index > 0 { text += sign.utf8 }
            part.print(to: &text, isOperand: true)
        }
        if isOperand { text.append(UInt8(ascii: ")")) }
    }

    private static func printed(_ value: Double) -> String {
        let text = value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
        return value < 0 ? "(\(text))" : text
    }

    // MARK: computed

    /// What the formula gives; `cells` holds what the cells referred to show, an empty one nothing.
    func value(_ cells: [String: Value]) -> Value {
        switch self {
        case .number(let value): return .number(value)
        case .text(let text): return .text(text)
        case .truth(let truth): return .truth(truth)
        case .cell(let name): return cells[name] ?? .text("")
        case .count(let parts):
            return .number(Double(parts.count { if case .number = $0.value(cells) { true } else { false } }))
        case .choose(let condition, let then, let otherwise):
            guard case .truth(let truth) = condition.value(cells) else { return .error }
            return (truth ? then : otherwise).value(cells)
        case .all(let parts): return Self.truth(of: parts, cells) { $0.allSatisfy(\.self) }
        case .any(let parts): return Self.truth(of: parts, cells) { $0.contains(true) }
        case .compare(let left, let comparison, let right):
            return Self.compare(left.value(cells), comparison, right.value(cells))
        case .joined(let parts):
            return .text(parts.map { Self.shown($0.value(cells)) }.joined())
        default: return arithmetic(cells).flatMap { $0.isFinite ? .number($0) : nil } ?? .error
        }
    }

    private func arithmetic(_ cells: [String: Value]) -> Double? {
        func number(_ part: CellFormula) -> Double? {
            if case .number(let value) = part.value(cells) { value } else { nil }
        }
        func both(_ left: CellFormula, _ right: CellFormula, _ rule: (Double, Double) -> Double) -> Double? {
            guard let left = number(left), let right = number(right) else { return nil }
            return rule(left, right)
        }
        switch self {
        case .sum(let left, let right): return both(left, right, +)
        case .difference(let left, let right): return both(left, right, -)
        case .product(let left, let right): return both(left, right, *)
        case .quotient(let left, let right): return both(left, right, /)
        case .power(let left, let right): return both(left, right, pow)
        case .logarithm(let part): return number(part).map { log($0) }
        case .magnitude(let part): return number(part).map(abs)
        case .sign(let part): return number(part).map { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }
        case .least(let parts): return parts.compactMap(number).min()
        case .greatest(let parts): return parts.compactMap(number).max()
        case .round(let part): return number(part).flatMap(Self.rounded)
        default: return nil
        }
    }

    private static func truth(
        of parts: [CellFormula], _ cells: [String: Value], _ rule: ([Bool]) -> Bool
    ) -> Value {
        var truths: [Bool] = []
        for part in parts {
            guard case .truth(let truth) = part.value(cells) else { return .error }
            truths.append(truth)
        }
        return .truth(rule(truths))
    }

    private static func compare(_ left: Value, _ comparison: Comparison, _ right: Value) -> Value {
        switch (left, right) {
        case (.number(let a), .number(let b)):
            switch comparison {
            case .less: .truth(a < b)
            case .atMost: .truth(a <= b)
            case .equal: .truth(a == b)
            case .atLeast: .truth(a >= b)
            case .more: .truth(a > b)
            }
        case (.text(let a), .text(let b)) where comparison == .equal: .truth(a == b)
        default: .error
        }
    }

    private static func shown(_ value: Value) -> String {
        switch value {
        case .number(let number): number == number.rounded() ? String(Int(number)) : "\(number)"
        case .text(let text): text
        case .truth(let truth): truth ? "TRUE" : "FALSE"
        case .error: ""
        }
    }
}
