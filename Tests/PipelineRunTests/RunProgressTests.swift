import PipelineRun
import Testing

struct RunProgressTests {
    @Test(arguments: [
        (0, 10, 30, "[░░░░░░░░░░░░░░░░]    0%  0/5"), (5, 10, 30, "[████████░░░░░░░░]   50%  2/5"),
        (10, 10, 30, "[████████████████]  100%  5/5"), (1, 2, 18, "   50%  0/1"), (1, 2, 19, "[██░░░]   50%  0/1"),
        (1, 2, 11, ""), (0, 0, 12, "    0%  0/0"),
    ])
    func aBarFitsItsLine(_ done: Int, _ total: Int, _ width: Int, _ text: String) {
        let bar = RunProgress(done: done, total: total).bar(width: width)
        #expect(bar == text)
        #expect(bar.count <= width)
    }
}
