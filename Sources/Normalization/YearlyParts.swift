import SourceText
import StatisticalModel

/// A total over several years with its yearly parts in one sentence: 累计培育50个，其中2023年15个，2024年20个，2025年15个.
///
/// Where the parts add up to the total exactly they are increments of their years, and the total is an increment
/// over all of them; read as levels, the last part would contradict the total.
enum YearlyParts {
    private struct Key: Hashable {
        let sentence: Int
        let indicator: NameKey
        let unit: NameKey
        let kind: StatementKind
    }

    /// `statements`, which are those of one bulletin, with totals and parts marked.
    static func marked(_ statements: [Statement]) -> [Statement] {
        var members: [Key: [Int]] = [:]
        for (index, statement) in statements.enumerated() {
            guard let key = key(of: statement) else { continue }
            members[key, default: []].append(index)
        }
        var result = statements
        for indices in members.values where indices.count > 2 {
            guard let total = total(of: indices, in: statements), let end = statements[total].year else { continue }
            let first = indices.compactMap { statements[$0].year }.min() ?? end
            for index in indices {
                result[index].measure = .increment
                result[index].period = statements[index].year.map { YearSpan($0, $0) }
            }
            result[total].period = YearSpan(first, end)
        }
        return result
    }

    /// The one figure that the others, each of a year of its own, add up to.
    private static func total(of indices: [Int], in statements: [Statement]) -> Int? {
        // Parts are each of a year of its own: of a sentence that repeats its years none need be tried.
        guard Set(indices.compactMap { statements[$0].year }).count + 1 >= indices.count else { return nil }
        return indices.first { candidate in
            let parts = indices.filter { $0 != candidate }
            let years = Set(parts.compactMap { statements[$0].year })
            guard years.count == parts.count, let last = years.max(), last == statements[candidate].year else {
                return false
            }
            let sum = parts.reduce(Optional(DecimalNumber(0))) { sum, index in
                statements[index].quantity.flatMap { sum?.adding($0.value) }
            }
            return sum == statements[candidate].quantity?.value
        }
    }

    private static func key(of statement: Statement) -> Key? {
        guard statement.source == .prose, statement.measure != .change, statement.year != nil,
            let quantity = statement.quantity, quantity.upper == nil, let sentence = statement.provenance.sentence
        else { return nil }
        return Key(
            sentence: sentence, indicator: NameKey(statement.indicator), unit: NameKey(quantity.unit),
            kind: statement.kind)
    }
}
