import PipelineRun
import Testing

struct RunProgressTests {
    @Test(arguments: [
        (0, 10, 30, "[░░░░░░░░░░░░░░░░]    0%  0/5"), (5, 10, 30, "[████████░░░░░░░░]   50%  2/5"),
        (10, 10, 30, "[████████████████]  100%  5/5"), (1, 2, 17, "  50%  0/1"), (1, 2, 18, "[██░░░]   50%  0/1"),
        (1, 2, 10, ""), (0, 0, 11, "   0%  0/0"),
    ])
    func aBarFitsItsLine(_ done: Int, _ total: Int, _ width: Int, _ text: String) {
        let bar = RunProgress(done: done, total: total).bar(width: width)
        #expect(bar == text || bar.trimmingPrefix(" ") == text.trimmingPrefix(" "))
        #expect(bar.count <= width)
    }
}
