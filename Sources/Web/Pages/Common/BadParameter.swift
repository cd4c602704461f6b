import Records

/// A parameter of an address that can't be understood.
struct BadParameter: Error, Hashable, Sendable {
    /// Its name.
    let name: String
    /// What would be right.
    let remedy: Remedy

    /// What a parameter should be.
    enum Remedy: Hashable, Sendable {
        case date, id, year, page
        /// Not a whole number within bounds.
        case between(ClosedRange<Int>)
        /// At most so many bytes.
        case tooLong(Int)
        /// At most so many values.
        case tooMany(Int)
        /// One of these.
        case choice([String])
        /// What the register says of it.
        case words(String)
    }

    init(_ name: String, _ remedy: Remedy) {
        self.name = name
        self.remedy = remedy
    }
}

extension BadParameter {
    /// What would be right, in words.
    func explanation(_ words: Catalogue) -> String {
        switch remedy {
        case .date: words(.parameterDate)
        case .id: words(.parameterID)
        case .year: words(.parameterYear)
        case .page: words(.parameterPage)
        case .between(let bounds):
            words(.parameterBetween(bounds.lowerBound, bounds.upperBound))
        case .tooLong(let bytes): words(.parameterTooLong(bytes))
        case .tooMany(let count): words(.parameterTooMany(count))
        case .choice(let choices): words(.parameterChoice(choices.joined(separator: ", ")))
        case .words(let text): text
        }
    }

    static func id(_ value: String, _ name: String) throws(BadParameter) -> RecordID {
        guard let id = RecordID(value) else { throw BadParameter(name, .id) }
        return id
    }

    static func date(_ value: String, _ name: String) throws(BadParameter) -> PartialDate {
        guard let date = PartialDate(value) else { throw BadParameter(name, .date) }
        return date
    }

    /// A number of things within bounds.
    static func count(
        _ value: String, _ name: String, _ bounds: ClosedRange<Int>
    ) throws(BadParameter) -> Int {
        guard let count = Int(value), bounds.contains(count) else {
            throw BadParameter(name, .between(bounds))
        }
        return count
    }

    static func page(_ value: String) throws(BadParameter) -> Int {
        guard let page = Int(value), (1...ListState.lastPage).contains(page) else {
            throw BadParameter("page", .page)
        }
        return page
    }
}
