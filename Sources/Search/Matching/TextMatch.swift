/// The documents that match a text.
struct TextMatch {
    var basis: SearchBasis
    /// The words and what they were found by.
    var words: [QueryWord] = []
    /// The documents, in no order.
    var documents: [UInt32] = []
    /// Points of each of these documents: a first, rough order.
    var points: [UInt32] = []
}
