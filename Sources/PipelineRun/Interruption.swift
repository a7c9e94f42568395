internal import CSystemCalls
internal import Glibc
import SourceText
import Synchronization

/// SIGTERM, SIGINT and SIGHUP: the run ends with a message and without its staging folder.
///
/// The exchange of editions is never cut in two: who asks for an end during it waits for it.
public enum Interruption {
    private static let staging = Mutex<StagingFolder?>(nil)

    /// From now on a request to end is answered: status 128 and the signal's number, as shells tell it.
    public static func watch() {
        _ = gongbao_on_termination { signal in
            Interruption.staging.withLock { staging in
                // Other threads may still write into it.
                for _ in 0..<100 {
                    guard staging?.remove() != nil else { break }
                    usleep(10_000)
                }
                let message =
                    "gongbao: stopped by signal \(signal); the edition in place is whole: the old one or the new one\n"
                _ = message.withCString { write(STDERR_FILENO, $0, strlen($0)) }
                _exit(128 + signal)
            }
        }
    }

    /// Makes the staging folder: who asks for an end meanwhile waits until it is known.
    static func begin(_ make: () throws(FileError) -> StagingFolder) throws(FileError) -> StagingFolder {
        try staging.withLock { staging throws(FileError) in
            let folder = try make()
            staging = folder
            return folder
        }
    }

    static func end() { staging.withLock { $0 = nil } }

    /// Does `work`, the exchange, whole; after it there is no staging folder any more.
    static func settle(_ work: () throws(FileError) -> Void) throws(FileError) {
        try staging.withLock { staging throws(FileError) in
            try work()
            staging = nil
        }
    }
}

/// From now on a crash tells which bulletin was being read: a mistake of the program must not hide behind a number.
public func nameCrashes() { gongbao_name_crashes() }
