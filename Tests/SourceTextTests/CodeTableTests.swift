import SourceText
import Testing

@Suite struct CodeTableTests {
    private enum Role: String, CaseIterable, Sendable {
        case unit
        case total = "total-row"
        case part
    }
    private enum Sole: CaseIterable, Sendable { case only }

    @Test func eachCodeHasAValueOfItsOwn() {
        var table = CodeTable<Role, [Int]>()
        #expect(Role.allCases.map { table[$0] } == [nil, nil, nil])
        table[.part] = [3]
        table[.unit, default: [0]].append(1)
        table[.unit, default: [0]].append(2)
        #expect(Role.allCases.map { table[$0] } == [[0, 1, 2], nil, [3]])
        table[.part] = nil
        #expect(table[.part, default: [9]] == [9])
    }

    @Test func aSetOfOneCodeHasOnePlace() {
        var table = CodeTable<Sole, Int>()
        table[.only] = 1
        #expect(table[.only] == 1)
    }
}
