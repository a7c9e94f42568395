import DelimitedText
import SourceText

/// The columns `file` and `address` of a bulletins.csv: where on the web each bulletin beside it came from.
enum WebAddresses {
    /// The addresses by the names of `bulletins`; a file that is no such table says nothing.
    static func read(_ paths: [String], of bulletins: [ReadBulletin]) -> [String: String] {
        var byPath: [String: String] = [:]
        for path in paths {
            guard let bytes = try? FileBytes.read(path), let records = try? CSVReader.records(bytes),
                let header = records.first?.fields, let file = header.firstIndex(of: "file"),
                let address = header.firstIndex(of: "address")
            else { continue }
            let folder = path.dropLast(BulletinFiles.name(of: path).utf8.count)
            for record in records.dropFirst() where record.fields.count > max(file, address) {
                byPath[folder + record.fields[file]] = record.fields[address]
            }
        }
        var result: [String: String] = [:]
        for bulletin in bulletins { result[bulletin.name] = byPath[bulletin.path].flatMap { $0.isEmpty ? nil : $0 } }
        return result
    }
}
