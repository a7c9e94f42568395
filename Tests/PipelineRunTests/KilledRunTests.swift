import Foundation
import SourceText
import TestSupport
import Testing

@testable import PipelineRun

/// `gongbao report` killed (SIGKILL) at 50 moments: the output folder is in the old or the new state, never between.
///
/// "State" is the pair of edition and history. The edition folder changes in one system call, and after it the
/// history in one transaction; a kill between the two leaves the new edition with the old history, and the
/// next that touches the history makes that good (``HistoryArchive/takeUp()``). The other way round must not be.
final class KilledRunTests {
    private let folder = NSTemporaryDirectory() + "gongbao-killed-\(UUID().uuidString)"
    private let program = RunningProgram.path

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    @Test(.enabled(if: FileBytes.exists(RunningProgram.path), "\(RunningProgram.path) was not built"))
    func aKilledRunLeavesTheOldStateOrTheNew() throws {
        let (old, new, whole) = try editions()
        var random = SplitMix64(state: 20_241_231)
        var seen: [String: Int] = [:]
        for trial in 0..<40 {
            let output = try copy("old", to: "trial")
            let run = try report("new", to: output)
            // A quarter of the kills falls anywhere; the others wait for the edition's files, the exchange or the history,
            // since the last moments are short, and last longer or shorter on a busy machine.
            switch trial % 4 {
            case 0: run.sleep(seconds: random.unit() * whole.seconds)
            case 1:
                run.wait { FileBytes.exists("\(output)/.2024.new") }
                run.sleep(seconds: random.unit() * whole.writing)
            case 2:
                let edition = try fileNumber("\(output)/2024")
                run.wait { (try? fileNumber("\(output)/2024")) != edition }
                run.sleep(seconds: random.unit() * whole.writing / 3)
            default:
                let history = try FileBytes.read("\(output)/history.sqlite")
                run.wait { (try? FileBytes.read("\(output)/history.sqlite")).map { $0 != history } ?? false }
            }
            run.kill()

            let state = try OutputState(output, scratch: "\(folder)/scratch")
            #expect(state.integrity == "ok", "trial \(trial)")
            #expect(state.editions == ["2024"], "trial \(trial)")
            let others = state.entries.filter { KeptEdition(folder: $0)?.edition != "2024" }
            #expect(Set(others).isSubset(of: Self.expectedEntries), "trial \(trial): \(state.entries)")
            let edition = try #require(state.edition == old.edition ? old : state.edition == new.edition ? new : nil)
            let history = try #require(state.history == old.history ? old : state.history == new.history ? new : nil)
            #expect(edition.name == "new" || history.name == "old", "trial \(trial): the history ran ahead")
            seen["\(edition.name) edition, \(history.name) history", default: 0] += 1

            // Whoever asks next finds the history at the edition's state.
            try HistoryArchive(output: output).takeUp()
            #expect(try OutputState(output, scratch: "\(folder)/scratch").history == edition.history, "trial \(trial)")
            if trial % 5 == 4 { try expectARunMakesItGood(output, new, trial) }
        }
        print("killed runs left: \(seen.sorted { $0.key < $1.key }.map { "\($0.value) × \($0.key)" })")
        #expect(seen.keys.contains("old edition, old history") && seen.keys.contains("new edition, new history"))
    }

    private static let expectedEntries: Set = [
        "2024", ".2024.new", ".2024.new.own", "history.sqlite", "history.sqlite-journal",
    ]

    private func expectARunMakesItGood(_ output: String, _ new: NamedState, _ trial: Int) throws {
        #expect(try report("new", to: output).exitStatus() == 0, "trial \(trial)")
        let state = try OutputState(output, scratch: "\(folder)/scratch")
        #expect(state.edition == new.edition && state.history == new.history, "trial \(trial)")
        // The old edition is kept, whether the killed run had replaced it or this one did.
        let kept = state.entries.filter { KeptEdition(folder: $0) != nil }
        #expect(kept.count == 1 && state.entries.count == 3, "trial \(trial): \(state.entries)")
    }

    /// What a whole run leaves.
    private struct NamedState {
        let name: String
        let edition: [String: SHA256Digest]
        let history: [String]
    }

    /// Runs that nobody kills: the old state, the new one, and how long the new run takes, as a whole and from the
    /// first file on.
    private func editions() throws -> (NamedState, NamedState, (seconds: Double, writing: Double)) {
        let bulletin = ProjectFolder.pipelines + "/bulletins/wuhai-plan-2023.txt"
        let text = String(decoding: try FileBytes.read(bulletin), as: UTF8.self)
        for (name, text) in [("old", text), ("new", text.replacing("4000", with: "4200"))] {
            try EditionFolder.writeFile(Array(text.utf8), path: "\(folder)/\(name).txt")
        }
        #expect(try report("old", to: "\(folder)/old").exitStatus() == 0)
        let output = try copy("old", to: "new")
        let clock = ContinuousClock()
        let start = clock.now
        let run = try report("new", to: output)
        run.wait { FileBytes.exists("\(output)/.2024.new") }
        let begun = clock.now
        #expect(run.exitStatus() == 0)
        let seconds = (clock.now - start) / .seconds(1)
        let states = try ["old", "new"].map { name in
            let state = try OutputState("\(folder)/\(name)", scratch: "\(folder)/scratch")
            return NamedState(name: name, edition: state.edition, history: state.history)
        }
        #expect(states[0].edition != states[1].edition && states[0].history != states[1].history)
        return (states[0], states[1], (seconds, (clock.now - begun) / .seconds(1)))
    }

    private func report(_ bulletin: String, to output: String) throws -> RunningProgram {
        try RunningProgram([
            "report", "--bulletins", "\(folder)/\(bulletin).txt", "--pipelines", ProjectFolder.pipelines, "--output",
            output, "--as-of", "2024-12-31",
        ])
    }

    /// Tells whether another folder has taken a path.
    private func fileNumber(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    }

    private func copy(_ name: String, to copy: String) throws -> String {
        let path = "\(folder)/\(copy)"
        try? FileManager.default.removeItem(atPath: path)
        try FileManager.default.copyItem(atPath: "\(folder)/\(name)", toPath: path)
        return path
    }
}
