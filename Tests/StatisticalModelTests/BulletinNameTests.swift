import StatisticalModel
import Testing

@Suite struct BulletinNameTests {
    @Test(arguments: [
        ("plan.txt", "plan", "plan", "txt"), ("a/v1.2/plan.2023.TXT", "a/v1.2/plan.2023", "plan.2023", "txt"),
        ("a.b/README", "a.b/README", "README", nil), ("a/.e", "a/.e", ".e", nil), ("x.", "x", "x", nil),
    ])
    func stemTitleAndEnding(name: String, stem: String, title: String, ending: String?) {
        let name = BulletinName(name)
        #expect(name.stem == stem && name.title == title && name.ending == ending)
    }
}
