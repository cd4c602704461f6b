import Foundation
import GRDB

extension Row {
    /// A column's blob; empty when it is null.
    func bytes(_ index: Int) -> [UInt8] {
        (try? withUnsafeData(atIndex: index) { data in data.map { Array($0) } }) ?? []
    }
}
