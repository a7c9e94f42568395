extension String {
    /// The text of `scalars`; a view of scalars grows by the standard library's generic code, twenty times slower.
    public init(scalars: some Collection<Unicode.Scalar>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(3 * scalars.count)
        for scalar in scalars {
            guard let units = UTF8.encode(scalar) else { continue }
            for unit in units { bytes.append(unit) }
        }
        self.init(decoding: bytes, as: UTF8.self)
    }
}
