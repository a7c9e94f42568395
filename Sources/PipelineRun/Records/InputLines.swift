internal import Glibc
public import SourceText

/// The lines of a stream, one after the other, without holding more than one.
public struct InputLines: ~Copyable {
    public enum Line: Sendable {
        case bytes([UInt8])
        /// Passed over: it has more bytes than the limit.
        case tooLong
    }

    private let path: String
    private let descriptor: CInt
    private let closes: Bool
    private let limit: Int
    private var buffer: [UInt8] = []
    private var place = 0
    private var chunk = [UInt8](repeating: 0, count: 1 << 16)
    private var isAtEnd = false

    /// Standard input.
    public init(limit: Int) {
        (path, descriptor, closes, self.limit) = ("standard input", STDIN_FILENO, false, limit)
    }

    /// The regular file at `path`.
    init(path: String, limit: Int = FileBytes.sizeLimit) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw FileError(path: path) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw FileError(path: path, cause: .notRegular)
        }
        (self.path, self.descriptor, closes, self.limit) = (path, descriptor, true, limit)
    }

    deinit { if closes { close(descriptor) } }

    /// The next line without its line end; `nil` behind the last.
    public mutating func next() throws(FileError) -> Line? {
        var searched = place
        var isTooLong = false
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = Array(buffer[place..<end])
                place = end + 1
                return isTooLong ? .tooLong : .bytes(line)
            }
            if isAtEnd {
                guard place < buffer.count || isTooLong else { return nil }
                let line = Array(buffer[place...])
                place = buffer.count
                return isTooLong ? .tooLong : .bytes(line)
            }
            buffer.removeSubrange(..<place)
            place = 0
            if buffer.count > limit {
                isTooLong = true
                buffer.removeAll()
            }
            searched = buffer.count
            try fill()
        }
    }

    private mutating func fill() throws(FileError) {
        let count = read(descriptor, &chunk, chunk.count)
        if count < 0 {
            guard errno == EINTR else { throw FileError(path: path) }
        } else if count == 0 {
            isAtEnd = true
        } else {
            buffer += chunk[0..<count]
        }
    }
}
