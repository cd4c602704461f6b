import Foundation

/// A register that looks like a real one: 2 % sources, 10 % places in a tree, 20 % organisations
/// and 8 % agreements, events, projects and offers with names in two scripts, 60 % figures.
struct SyntheticRegister {
    /// A linear congruential generator (Knuth, MMIX), so that a seed gives the same register
    /// everywhere.
    struct Seeded {
        private var state: UInt64
        init(_ seed: UInt64) { state = seed }
        mutating func below(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(max(1, limit)))
        }
    }

    static let seed: UInt64 = 20_261_121
    private static let latin = [
        "ba", "vo", "gri", "no", "ska", "mi", "le", "ro", "dva", "to", "che", "pol", "zhi", "ku",
        "re", "sta", "li", "mo", "yar", "fe", "dol", "sen", "ta", "bro", "vic", "ger", "nu", "pa",
    ]
    private static let cyrillic = [
        "ба", "во", "гри", "но", "ска", "ми", "ле", "ро", "два", "то", "че", "пол", "жи", "ку",
        "ре", "ста", "ли", "мо", "яр", "фе", "дол", "сен", "та", "бро", "виц", "гер", "ну", "па",
    ]
    private static let sectors = [
        "machinery", "woodworking", "food industry", "electronics", "chemistry", "logistics",
        "textiles", "metals", "agriculture", "education", "tourism", "construction",
    ]
    private static let indicators = [
        "trade-turnover", "goods-export", "goods-import", "investment", "residents", "employees",
    ]

    let records: Int
    private(set) var sampleNames: [String] = []
    private(set) var sampleIDs: [String] = []
    private var random = Seeded(seed)

    init(records: Int) { self.records = records }

    /// Writes the register as JSON Lines.
    mutating func write(to path: String) throws {
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        guard let file = FileHandle(forWritingAtPath: path) else { return }
        var buffer = ""
        func flush() throws {
            try file.write(contentsOf: Data(buffer.utf8))
            buffer = ""
        }
        let sources = max(1, records / 50)
        let places = max(2, records / 10)
        let organisations = max(1, records / 5)
        let papers = max(1, records / 12)
        for number in 0..<records {
            switch number {
            case ..<sources: buffer += source(number)
            case ..<(sources + places): buffer += place(number - sources, sources)
            case ..<(sources + places + organisations):
                buffer += organisation(number - sources - places, places, sources)
            case ..<(sources + places + organisations + papers):
                buffer += paper(number, places, sources)
            default: buffer += figure(number, places, organisations, sources)
            }
            buffer += "\n"
            if buffer.utf8.count > 1 << 20 { try flush() }
        }
        try flush()
        try file.close()
    }

    private mutating func word() -> (latin: String, cyrillic: String) {
        var latin = ""
        var cyrillic = ""
        for _ in 0..<(2 + random.below(3)) {
            let part = random.below(Self.latin.count)
            latin += Self.latin[part]
            cyrillic += Self.cyrillic[part]
        }
        return (latin.capitalized, cyrillic.capitalized)
    }

    private mutating func name() -> (latin: String, cyrillic: String) {
        let first = word()
        let second = word()
        return ("\(first.latin) \(second.latin)", "\(first.cyrillic) \(second.cyrillic)")
    }

    private mutating func cite(_ sources: Int) -> String {
        let line = random.below(5_000)
        return #""cite":[{"source":"src/s\#(random.below(sources))","at":"L\#(line)"}]"#
    }

    private static func placeID(_ number: Int) -> String { "place/p\(number)" }

    private mutating func source(_ number: Int) -> String {
        let title = name().latin
        return #"{"kind":"source","id":"src/s\#(number)","title":"\#(title)","date":"2021","#
            + #""cite":[{"source":"src/s\#(number)"}]}"#
    }

    private mutating func place(_ number: Int, _ sources: Int) -> String {
        let name = name()
        let type = number < 100 ? "country" : number < 2_000 ? "region" : "city"
        let above = number < 100 ? nil : random.below(number < 2_000 ? 100 : 2_000)
        let parent = above.map { #","parent":"\#(Self.placeID($0))""# } ?? ""
        let id = Self.placeID(number)
        sample(id, name.latin, of: number)
        return #"{"kind":"place","id":"\#(id)","name":"\#(name.latin)","#
            + #""type":"\#(type)"\#(parent),"aliases":[{"text":"\#(name.cyrillic)","lang":"ru"}],"#
            + cite(sources) + "}"
    }

    private mutating func organisation(_ number: Int, _ places: Int, _ sources: Int) -> String {
        let name = name()
        let sector = Self.sectors[random.below(Self.sectors.count)]
        let id = "org/o\(number)"
        let place = Self.placeID(random.below(places))
        sample(id, name.latin, of: number)
        return #"{"kind":"organisation","id":"\#(id)","name":"\#(name.latin) OJSC","#
            + #""type":"enterprise","place":"\#(place)","#
            + #""aliases":[{"text":"ОАО «\#(name.cyrillic)»","lang":"ru"}],"#
            + #""sectors":["\#(sector)"],"# + cite(sources) + "}"
    }

    private mutating func paper(_ number: Int, _ places: Int, _ sources: Int) -> String {
        let name = name()
        let parties = (0..<2).map { _ in Self.placeID(random.below(places)) }
        let year = 1_995 + random.below(30)
        return
            #"{"kind":"agreement","id":"agreement/a\#(number)","title":"\#(name.latin) programme","#
            + #""type":"programme","parties":["\#(parties[0])"\#(parties[0] == parties[1] ? "" : ",\"\(parties[1])\"")],"#
            + #""signed":"\#(year)-0\#(1 + random.below(9))","areas":["\#(Self.sectors[random.below(12)])"],"#
            + cite(sources) + "}"
    }

    private mutating func figure(
        _ number: Int, _ places: Int, _ organisations: Int, _ sources: Int
    ) -> String {
        let indicator = Self.indicators[random.below(Self.indicators.count)]
        let subject = Self.placeID(random.below(places))
        let counterpart = Self.placeID(random.below(places))
        return #"{"kind":"observation","id":"obs/f\#(number)","indicator":"\#(indicator)","#
            + #""subject":"\#(subject)","counterpart":"\#(counterpart)","#
            + #""period":"\#(2_000 + random.below(25))","#
            + #""value":\#(random.below(1_000_000)).\#(1 + random.below(9)),"unit":"USD","#
            + cite(sources) + "}"
    }

    private mutating func sample(_ id: String, _ name: String, of number: Int) {
        if number % max(1, records / 20_000) == 0, sampleNames.count < 5_000 {
            sampleNames.append(name)
            sampleIDs.append(id)
        }
    }

    /// The name with one slip of the kind that fingers make.
    static func misspelt(_ name: String, _ random: inout Seeded) -> String {
        var letters = Array(name)
        let place = 1 + random.below(letters.count - 2)
        switch random.below(3) {
        case 0: letters.remove(at: place)
        case 1: letters.swapAt(place, place - 1)
        default: letters[place] = letters[place] == "e" ? "a" : "e"
        }
        return String(letters)
    }
}
