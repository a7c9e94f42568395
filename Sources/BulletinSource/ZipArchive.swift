internal import CLibArchive
internal import Glibc
public import SourceText

/// The entries of a ZIP in memory, read through libarchive: nothing is ever written to disk.
///
/// Names are UTF-8, with `/` between folders; those that an old Chinese Windows packed in GBK are decoded. Entries are
/// read one by one, each within ``Limits``, so that a file of some kilobytes cannot become one of gigabytes.
///
///     let archive = try ZipArchive(bytes, form: .docx)
///     let document = try archive.bytes(of: "word/document.xml")
public struct ZipArchive: Sendable {
    /// What unpacking may cost; in bytes.
    public struct Limits: Sendable, Hashable {
        /// Of one entry. The largest real sheet that was met has 40 MB.
        public var entry = 256 << 20
        /// So many times the archive's own size, and ``ratioAllowance`` more: sheets pack 1:20, repeated rows 1:60.
        public var ratio = 120
        public var ratioAllowance = 4 << 20
        public var entryCount = 20_000

        public init() {}

        func entryLimit(in size: Int) -> Int { min(entry, size * ratio + ratioAllowance) }
    }

    /// In the order of the archive; folders are not among them.
    public let names: [String]

    private let packed: [UInt8]
    private let form: FileForm
    private let limits: Limits
    /// The place of each entry among all heads, folders too.
    private let headIndices: [Int]
    /// The index in ``names``, by the name in small letters: Windows programs do not tell the letters apart.
    private let indices: [String: Int]

    /// Reads the directory of `bytes`, an archive of the kind `form`.
    public init(_ bytes: [UInt8], form: FileForm = .zip, limits: Limits = Limits()) throws(BulletinSourceError) {
        packed = bytes
        self.form = form
        self.limits = limits
        var names: [String] = []
        var heads: [Int] = []
        var indices: [String: Int] = [:]
        let reader = try ZipReader(bytes, form: form)
        var head = 0
        while let name = try reader.nextName() {
            if !name.hasSuffix("/") {
                if indices[Self.key(name)] == nil { indices[Self.key(name)] = names.count }
                names.append(name)
                heads.append(head)
            }
            head += 1
            if head > limits.entryCount { throw .unpacksTooFar(part: name) }
        }
        self.names = names
        self.indices = indices
        headIndices = heads
    }

    /// The index in ``names`` of an entry, whatever the size of its letters; `nil` where there is none.
    public func index(of name: String) -> Int? { indices[Self.key(name)] }

    public func contains(_ name: String) -> Bool { index(of: name) != nil }

    /// The bytes of the entry `name`, which may have a `/` before it.
    public func bytes(of name: String) throws(BulletinSourceError) -> [UInt8] {
        guard let index = index(of: name) else { throw .missingPart(form, part: name) }
        return try bytes(at: index)
    }

    /// The bytes of the entry at `index` of ``names``.
    public func bytes(at index: Int) throws(BulletinSourceError) -> [UInt8] {
        let reader = try ZipReader(packed, form: form)
        for _ in 0..<headIndices[index] { _ = try reader.nextName() }
        guard try reader.nextName() != nil else { throw .missingPart(form, part: names[index]) }
        return try reader.contents(limit: limits.entryLimit(in: packed.count), part: names[index])
    }

    private static func key(_ name: String) -> String {
        (name.hasPrefix("/") ? String(name.dropFirst()) : name).lowercased()
    }
}

/// Owner of one pass over an archive; the one place where libarchive is called.
@safe private struct ZipReader: ~Copyable {
    private let archive: OpaquePointer
    private let memory: UnsafeMutableRawPointer
    private let form: FileForm

    init(_ bytes: [UInt8], form: FileForm) throws(BulletinSourceError) {
        guard let handle = unsafe archive_read_new() else { throw .damaged(form, reason: "out of memory") }
        let copy = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
        unsafe bytes.withUnsafeBytes { source in
            if let base = source.baseAddress { unsafe copy.copyMemory(from: base, byteCount: source.count) }
        }
        // Only with its directory: without, a broken archive would give its first entries and look whole.
        unsafe archive_read_support_format_zip_seekable(handle)
        guard unsafe archive_read_open_memory(handle, copy, bytes.count) == ARCHIVE_OK else {
            let failure = unsafe Self.failure(handle, form)
            unsafe archive_read_free(handle)
            unsafe copy.deallocate()
            throw failure
        }
        self.form = form
        unsafe archive = handle
        unsafe memory = copy
    }

    deinit {
        unsafe archive_read_free(archive)
        unsafe memory.deallocate()
    }

    /// Goes to the next entry; its name, which for a folder ends in `/`.
    func nextName() throws(BulletinSourceError) -> String? {
        var entry: OpaquePointer?
        let status = Locale.withUTF8 { unsafe archive_read_next_header(archive, &entry) }
        if status == ARCHIVE_EOF { return nil }
        // A warning tells of a name that does not convert; the entry is there.
        guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry = unsafe entry else {
            throw unsafe Self.failure(archive, form)
        }
        if unsafe archive_entry_is_encrypted(entry) != 0 { throw .encrypted(form) }
        guard let name = unsafe archive_entry_pathname(entry) else { return "" }
        return Self.decoded(unsafe Array(UnsafeBufferPointer(start: name, count: strlen(name))))
    }

    /// The bytes of the entry that was gone to.
    func contents(limit: Int, part: String) throws(BulletinSourceError) -> [UInt8] {
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes {
                unsafe archive_read_data(archive, $0.baseAddress, $0.count)
            }
            if count == 0 { return result }
            guard count > 0 else { throw unsafe Self.failure(archive, form) }
            if result.count + count > limit { throw .unpacksTooFar(part: part) }
            result += chunk[..<count]
        }
    }

    private static func failure(_ archive: OpaquePointer, _ form: FileForm) -> BulletinSourceError {
        let reason = unsafe archive_error_string(archive).map { unsafe String(cString: $0) } ?? "no ZIP directory"
        return .damaged(form, reason: reason)
    }

    /// A name as UTF-8; one that is none is GBK.
    private static func decoded(_ name: [CChar]) -> String {
        let bytes = name.map { UInt8(bitPattern: $0) }
        let text = String(validating: bytes, as: UTF8.self)
        let decoded = text ?? TextEncoding.gb18030.decoded(bytes[...]).map { String(decoding: $0.bytes, as: UTF8.self) }
        return String((decoded ?? "").map { $0 == "\\" ? "/" : $0 })
    }

    /// libarchive gives names in the locale's encoding; the thread's own locale is set back at once.
    private enum Locale {
        nonisolated(unsafe) private static let utf8 = unsafe newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)

        static func withUTF8<Result>(_ body: () -> Result) -> Result {
            guard let locale = unsafe utf8 else { return body() }
            let former = unsafe uselocale(locale)
            defer { unsafe _ = uselocale(former) }
            return body()
        }
    }
}
