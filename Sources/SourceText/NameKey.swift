/// A text as the key of a dictionary, by its bytes.
///
/// The standard library hashes a string by its normalized characters, which takes twenty times as long for Chinese ones;
/// the names that the stages look up were folded or printed alike before.
///
///     let owners: [NameKey: Int] = [NameKey("养老床位"): 3]
///     owners[NameKey("养老床位")]  // 3
public struct NameKey: Hashable, Sendable {
    private let bytes: [UInt8]

    public init(_ text: String) { bytes = Array(text.utf8) }

    public var text: String { String(decoding: bytes, as: UTF8.self) }

    public func hash(into hasher: inout Hasher) {
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}
