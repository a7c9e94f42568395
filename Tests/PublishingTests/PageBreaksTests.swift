import Spreadsheet
import Testing

@testable import Publishing

/// Headings stay with their rows, however wide a spreadsheet takes the columns to be.
struct PageBreaksTests {
    /// Rows of 20 points under heads of 60 points on the first page and 30 on the others.
    private func breaks(_ headings: [Int], columns: Int = 1, rows: Int = 120) -> [Int] {
        var setup = PrintSetup()
        setup.repeatedRows = 2...2
        return PageBreaks(
            setup, widths: [Double](repeating: 10, count: columns), heads: PageBreaks.Heads(first: 60, further: 30)
        ).before(headings, rows: [Double](repeating: 20, count: rows))
    }

    /// A page of 523 points holds 23 rows: a heading that is the last of them, or would be for 8 points less, goes on.
    @Test func aHeadingAtTheFootBeginsAPage() {
        #expect(breaks([20]) == [])
        #expect(breaks([21]) == [21])
        #expect(breaks([22]) == [22])
        #expect(breaks([23]) == [])
    }

    @Test func aPageThatIsBegunHoldsMoreRows() {
        // 24 rows under 30 points: the next page is counted from the break.
        #expect(breaks([22, 45]) == [22, 45])
        #expect(breaks([22, 44]) == [22])
        #expect(breaks([23, 46]) == [46])
    }

    /// Twenty columns: 35 rows to a page in Excel, 49 in a LibreOffice that has not the file's font.
    @Test func bothWaysOfMeasuringAreMinded() {
        #expect(breaks([34], columns: 20) == [34])
        #expect(breaks([48], columns: 20) == [48])
        #expect(breaks([40], columns: 20) == [])
    }

    /// The heading at row 107 would be the last of a page in one measure: a break there makes eight pages of both, one at
    /// the heading before it seven.
    @Test func anEarlierHeadingIsTakenWhereItSavesAPage() {
        #expect(breaks([107], columns: 20, rows: 110) == [107])
        #expect(breaks([86, 107], columns: 20, rows: 110) == [86])
    }

    @Test func theFirstRowBeginsNoPage() {
        #expect(breaks([0], rows: 1) == [])
        #expect(breaks([]) == [])
    }
}
