import Foundation
import GRDB

/// Bytes in and out of the database.
extension [UInt8] {
    /// The bytes as a blob.
    var blob: DatabaseValue { Data(self).databaseValue }
}

extension Row {
    /// A column's blob; empty when it is null.
    func bytes(_ index: Int) -> [UInt8] {
        (try? withUnsafeData(atIndex: index) { data in data.map { Array($0) } }) ?? []
    }
}
