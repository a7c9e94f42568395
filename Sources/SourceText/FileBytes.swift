public import Glibc

/// Why a file could not be read or a folder listed, with the path.
public struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Cause: Sendable, Hashable {
        /// The system's error number.
        case system(CInt)
        /// A folder, pipe, device or socket, which may never end.
        case notRegular
        /// More bytes than the limit allows.
        case tooLarge(limit: Int)
        /// Somebody wrote to the file while it was read.
        case changing
        /// A symbolic link, where gongbao writes to no link's target.
        case link
        /// A folder that holds no edition of gongbao, which no edition replaces.
        case notAnEdition
    }

    public let path: String
    public let cause: Cause

    public init(path: String, cause: Cause) {
        self.path = path
        self.cause = cause
    }

    public init(path: String, code: CInt = errno) {
        self.init(path: path, cause: .system(code))
    }

    public var reason: String {
        switch cause {
        case .system(let code): String(cString: strerror(code))
        case .notRegular: "this is no regular file"
        case .tooLarge(let limit): "the file has more than \(limit) bytes (--size-limit allows more)"
        case .changing: "the file changed while it was read"
        case .link: "this is a symbolic link; an edition is written to a folder of its own"
        case .notAnEdition: "this is no edition of gongbao, and is left as it is: name another edition"
        }
    }
    public var description: String { "\(path): \(reason)" }

    /// The system's commonest reasons, for which there are words in every language.
    public enum SystemReason: String, Sendable, Hashable, CaseIterable {
        case missing
        case noPermission = "no-permission"
        case isFolder = "is-folder"
        case noFolder = "no-folder"
        case diskFull = "disk-full"
        case readOnly = "read-only"
    }

    public var systemReason: SystemReason? {
        guard case .system(let code) = cause else { return nil }
        return switch code {
        case ENOENT: .missing
        case EACCES, EPERM: .noPermission
        case EISDIR: .isFolder
        case ENOTDIR: .noFolder
        case ENOSPC: .diskFull
        case EROFS: .readOnly
        default: nil
        }
    }
}

/// What tells whether a file is still the one that was read: another stamp, another content.
public struct FileStamp: Sendable, Hashable {
    private let device: UInt
    private let number: UInt
    private let size: Int
    private let seconds: Int
    private let nanoseconds: Int

    init(_ status: stat) {
        device = UInt(status.st_dev)
        number = UInt(status.st_ino)
        size = Int(status.st_size)
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
    }

    /// Of the file at `path` as it is now; `nil` where nothing stands there.
    public init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }
}

/// A folder whichever path leads to it.
public struct FolderIdentity: Sendable, Hashable {
    private let device: UInt
    private let number: UInt

    /// `nil` where `path` leads to no folder.
    public init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        device = UInt(status.st_dev)
        number = UInt(status.st_ino)
    }
}

/// Whole files in, whole listings out: the only reading of files that gongbao does.
public enum FileBytes {
    /// The bytes that a file may have unless the reader allows more: far beyond any bulletin, well within memory.
    public static let sizeLimit = 256 << 20

    /// The bytes of the regular file at `path`.
    public static func read(_ path: String, limit: Int = sizeLimit) throws(FileError) -> [UInt8] {
        try readStamped(path, limit: limit).bytes
    }

    /// The bytes of the regular file at `path`, all of one state: a file that is still being written is an error.
    public static func readStamped(
        _ path: String, limit: Int = sizeLimit
    ) throws(FileError) -> (bytes: [UInt8], stamp: FileStamp) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw FileError(path: path) }
        // Opening alone may do something to a device.
        guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(path: path, cause: .notRegular) }
        // Without O_NONBLOCK a pipe that has taken the file's place meanwhile would wait for a writer.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw FileError(path: path) }
        defer { close(descriptor) }
        guard fstat(descriptor, &status) == 0 else { throw FileError(path: path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(path: path, cause: .notRegular) }
        guard status.st_size <= limit else { throw FileError(path: path, cause: .tooLarge(limit: limit)) }
        let before = FileStamp(status)
        let bytes = try read(descriptor, of: path, expecting: Int(status.st_size), limit: limit)
        guard fstat(descriptor, &status) == 0 else { throw FileError(path: path) }
        // A file of /proc has no size beforehand.
        guard FileStamp(status) == before, bytes.count == Int(status.st_size) || status.st_size == 0 else {
            throw FileError(path: path, cause: .changing)
        }
        return (bytes, before)
    }

    private static func read(
        _ descriptor: CInt, of path: String, expecting size: Int, limit: Int
    ) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw FileError(path: path)
            }
            if count == 0 { return bytes }
            guard bytes.count + count <= limit else { throw FileError(path: path, cause: .tooLarge(limit: limit)) }
            bytes.append(contentsOf: chunk[0..<count])
        }
    }

    /// The names in the folder at `path`, sorted by their bytes so that no locale changes the order.
    public static func list(_ path: String) throws(FileError) -> [String] {
        guard let directory = opendir(path) else { throw FileError(path: path) }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    public static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The one absolute path of what stands at `path`, without links and points; `nil` where nothing does.
    public static func canonicalPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
