internal import Glibc
import SourceText

/// An edition that another one replaced, beside its successor: `2023.kept-2026-11-27`, and `.2`, `.3` … for further
/// ones of that day. The day is the clock's: it names the folder and stands in no file.
public struct KeptEdition: Sendable, Hashable {
    public let folder: String
    /// The edition's own name: `2023`.
    public let edition: String
    let day: String
    let number: Int

    private static let mark = ".kept-"

    /// `nil` for a name of another form.
    public init?(folder: String) {
        guard let place = Self.place(of: Self.mark, in: folder), place > 0 else { return nil }
        let bytes = Array(folder.utf8)
        let rest = bytes[(place + Self.mark.utf8.count)...].split(separator: 0x2E, omittingEmptySubsequences: false)
        guard (1...2).contains(rest.count), let day = rest.first, Self.isDay(day) else { return nil }
        guard let number = rest.count == 1 ? 1 : Int(String(decoding: rest[1], as: UTF8.self)) else { return nil }
        self.folder = folder
        edition = String(decoding: bytes[..<place], as: UTF8.self)
        self.day = String(decoding: day, as: UTF8.self)
        self.number = number
    }

    /// Whether an edition may not bear the name, since a kept one could.
    static func isReserved(_ name: String) -> Bool { place(of: mark, in: name) != nil }

    /// The name of `edition` that is kept now: of today, with the number after the last that `output` has of today.
    static func freeName(for edition: String, in output: String) -> String {
        let today = today
        let numbers = ((try? FileBytes.list(output)) ?? []).compactMap(KeptEdition.init(folder:))
            .filter { $0.edition == edition && $0.day == today }.map(\.number)
        let name = edition + mark + today
        return numbers.max().map { "\(name).\($0 + 1)" } ?? name
    }

    /// All of `edition` in `output`, or of every edition, the newest first.
    static func all(of edition: String? = nil, in output: String) throws(FileError) -> [KeptEdition] {
        let kept = try FileBytes.list(output).compactMap(KeptEdition.init(folder:)).filter { kept in
            (edition ?? kept.edition) == kept.edition && FolderTree("\(output)/\(kept.folder)").kind == .folder
        }
        return kept.sorted { ($0.edition, $1.day, $1.number) < ($1.edition, $0.day, $0.number) }
    }

    /// Removes all but the newest `count` of `edition`: those that are as gongbao wrote them, no other.
    static func prune(_ edition: String, in output: String, to count: Int) -> [Diagnostic] {
        guard let all = try? all(of: edition, in: output) else { return [] }
        let intact = all.filter { EditionState(of: "\(output)/\($0.folder)") == .intact }
        return intact.dropFirst(count).compactMap { kept -> Diagnostic? in
            let path = "\(output)/\(kept.folder)"
            guard let names = EditionManifest(of: path)?.names else { return nil }
            do throws(FileError) {
                try FolderTree(path).remove(only: names)
                return nil
            } catch {
                return Diagnostic(path: error.path, severity: .warning, message: "not removed: \(error.reason)")
            }
        }
    }

    private static var today: String {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        func padded(_ number: CInt) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
    }

    private static func isDay(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count == 10
            && zip(bytes, 0...).allSatisfy { byte, index in
                index == 4 || index == 7 ? byte == 0x2D : (0x30...0x39).contains(byte)
            }
    }

    /// Where `mark` stands last in `name`.
    private static func place(of mark: String, in name: String) -> Int? {
        let (bytes, mark) = (Array(name.utf8), Array(mark.utf8))
        guard bytes.count >= mark.count else { return nil }
        return (0...(bytes.count - mark.count)).last { bytes[$0..<($0 + mark.count)].elementsEqual(mark) }
    }
}
