/// A value of many fields whose copies share one place in memory until one of them is changed.
///
/// Each statement stands in the extract of its bulletin, in its observation, in the rows of files and sheets: of six
/// hundred bytes a report of 120,000 statements would hold each six times.
struct Shared<Value: Sendable & Hashable>: Sendable, Hashable {
    // Written only where one reference holds it.
    private final class Box: @unchecked Sendable {
        @exclusivity(unchecked) var value: Value

        init(_ value: Value) { self.value = value }
    }

    private var box: Box

    init(_ value: Value) { box = Box(value) }

    var value: Value {
        _read { yield box.value }
        _modify {
            if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
            yield &box.value
        }
    }

    static func == (left: Self, right: Self) -> Bool { left.box === right.box || left.value == right.value }

    func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
