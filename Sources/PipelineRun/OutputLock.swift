internal import Glibc

/// Keeps two runs from writing to one output folder at the same time.
enum OutputLock {
    /// Waits until no other run holds the folder `output`, then does `work`.
    ///
    /// The lock is the system's, on the folder itself: it leaves no file, and goes with the program however that
    /// ends. A file system without locks keeps nobody out.
    static func hold<Result, Failure: Error>(
        _ output: String, during work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let descriptor = open(output, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return try work() }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
        return try work()
    }
}
