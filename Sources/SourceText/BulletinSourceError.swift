/// Why a bulletin of another form than plain text cannot be read: the words stand in Publishing's table.
public enum BulletinSourceError: Error, Sendable, Hashable {
    /// The file is cut off or broken: its container (ZIP, OLE, PDF) cannot be opened. What its library says, in English.
    case damaged(FileForm, reason: String)
    /// A part that the form demands is not there: `word/document.xml`.
    case missingPart(FileForm, part: String)
    /// A part is no well-formed XML, from this line on.
    case malformed(part: String, line: Int)
    /// A part declares entities, as no office program does: it could grow without bound.
    case declaresEntities(part: String)
    /// Elements of a part nest deeper than any real document's.
    case nestsTooDeep(part: String)
    /// A part unpacks to more than the limit, or than any real part of a file this small.
    case unpacksTooFar(part: String)
    /// Opening it needs a password.
    case encrypted(FileForm)
    /// It opens, but holds no text: a browser check, a viewer's frame, pictures alone.
    case noText(FileForm)
    /// Pages that are pictures: only text recognition would read them.
    case scannedPages([Int])
    /// Pages whose characters have no meaning: fonts without Unicode values.
    case illegiblePages([Int])
    /// Behind this page the file is cut off or broken.
    case breaksOff(afterPage: Int)
    /// A program is needed that is not installed: `soffice`, of Debian's package `libreoffice-writer-nogui`.
    case needsProgram(String, package: String)
    /// A program that was called ended with this status.
    case programFailed(String, status: Int)
    case programTimedOut(String, seconds: Int)
    /// gongbao reads no such files.
    case unsupported(FileForm)
}
