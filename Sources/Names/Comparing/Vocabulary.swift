/// Words that say little about which one a name means, in the languages the register meets.
///
/// These are classes of words of a language (articles, titles, legal forms, numerals), not names;
/// a word that is missing here only counts for more than it should.
struct Vocabulary: Sendable {
    static let shared = Vocabulary()

    /// What a word is, as far as it is known.
    struct Entry: Sendable {
        var isConnective = false
        var isTitle = false
        var isParticle = false
        /// "Son of", "daughter of".
        var isFiliation = false
        /// A general word for a body: company, group, works.
        var isFiller = false
        /// The group of equivalent words for a kind of place; 0 for none.
        var placeKind: UInt8 = 0
        /// Whether the kind of place goes without saying, as "city" does.
        var isUsualPlace = false
        /// The value of a number word; nil for none.
        var number: Int32?
        /// Whether the number word is a ten that takes a unit after it.
        var isTens = false
        /// The hash under which the word is compared, where that is not its own.
        var canonical: UInt64?
    }

    /// A legal form of one to six words.
    struct LegalForm: Sendable {
        let words: [[UInt8]]
        let family: LegalFamily
    }

    private(set) var entries: [UInt64: Entry] = [:]
    /// Legal forms by the hash of their first word, longest first.
    private(set) var legalForms: [UInt64: [LegalForm]] = [:]
    /// The first words of legal forms of more than one word, for finding them misspelt.
    private(set) var longForms: [LegalForm] = []

    private init() {
        for word in Self.words(Self.connectives) {
            entries[word, default: Entry()].isConnective = true
        }
        for word in Self.words(Self.titles) { entries[word, default: Entry()].isTitle = true }
        for word in Self.words(Self.particles) { entries[word, default: Entry()].isParticle = true }
        for word in Self.words("bin ibn ben bint binti bent") {
            entries[word, default: Entry()].isFiliation = true
        }
        for line in Self.fillers.split(separator: "\n") {
            let group = Self.words(line)
            for word in group {
                entries[word, default: Entry()].isFiller = true
                entries[word, default: Entry()].canonical = group.first
            }
        }
        for (kind, line) in Self.placeKinds.split(separator: "\n").enumerated() {
            for word in Self.words(line) {
                entries[word, default: Entry()].placeKind = UInt8(kind + 1)
            }
        }
        for word in Self.words("city gorod g town horad misto citta ciudad ville stadt shahri") {
            entries[word, default: Entry()].isUsualPlace = true
        }
        for line in Self.synonyms.split(separator: "\n") {
            let group = Self.words(line)
            for word in group { entries[word, default: Entry()].canonical = group.first }
        }
        addNumbers()
        addLegalForms()
    }

    private mutating func addNumbers() {
        for line in Self.numbers.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard let value = fields.first.flatMap({ Int32($0) }) else { continue }
            for word in fields.dropFirst() {
                entries[Self.hash(word.utf8), default: Entry()].number = value
                entries[Self.hash(word.utf8), default: Entry()].isTens = value >= 20 && value < 100
            }
        }
    }

    private mutating func addLegalForms() {
        for family in LegalFamily.allCases {
            for form in family.forms.split(separator: ",") {
                let words = form.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) }
                guard let first = words.first else { continue }
                let entry = LegalForm(words: words, family: family)
                legalForms[Self.hash(first), default: []].append(entry)
                if first.count >= 5 { longForms.append(entry) }
            }
        }
        for key in legalForms.keys {
            legalForms[key]?.sort { $0.words.count > $1.words.count }
        }
        longForms.sort { $0.words.count > $1.words.count }
    }

    private static func words(_ text: some StringProtocol) -> [UInt64] {
        text.split { $0 == " " || $0 == "\n" }.map { hash($0.utf8) }
    }

    /// FNV-1a, 64 bits.
    static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }

    private static let connectives = """
        the of and for in on at to a an de di da do du des del della delle dello dei degli dos das la le
        les lo il los las el al et e y i und der die das von van und fur im in na po v vo s so iz dlya pri
        z w we u ve ile per con con en na och og for no nr
        """

    private static let titles = """
        mr mrs ms miss dr prof professor sir dame lord lady hon honourable honorable president prasident
        presidente prezident prime minister ministr chancellor general gen colonel col major maj captain
        capt lieutenant lt sgt rev reverend father pastor bishop pope king queen prince princess shaikh
        sheikh shaykh sheik haji hajji mullah mulla maulavi mawlawi qari sayyid sayed sayyed imam ayatollah
        monsieur madame mme mlle herr frau signor signora sig dott ing dipl mag senor senora don dona
        gospodin gospozha pan pani akademik graf
        """

    private static let particles = """
        bin ibn ben bint binti bent abu abou umm al el ul ud ur ad as ash an ad uz de di da do du dos das
        del della van von der den ter ten zu zum zur la le lo st saint mac mc af av und y e i na
        """

    /// Each line: words of one meaning.
    private static let fillers = """
        company co compania compagnia compagnie companhia kompaniya kampaniya kompania firma firm
        corporation corp korporatsiya karparatsyya corporacion
        group gruppe gruppo groupe grupo grup gruppa grupa hrupa
        holding holdings kholding kholdyng
        enterprise enterprises predpriyatie pradpryemstva pidpryemstvo impresa entreprise business
        organization organisation organizatsiya organizacion organizzazione arhanizatsyya
        """

    /// Each line: words for the same kind of place.
    private static let placeKinds = """
        region oblast obl voblasts oblasti oblys regione province provincia provincie viloyat voivodeship
        district rayon raion raionul rajon distretto distrikt tuman kreis powiat county uezd okrug
        city gorod town horad misto citta ciudad ville stadt shahri qala municipality g
        republic respublika respublica repubblica republik republique rzhespublika rep
        krai kray territory
        village selo derevnya agrogorodok settlement poselok posyolok pgt aul
        """

    /// Abbreviations of ordinary words.
    private static let synonyms = """
        international intl internatsionalnyy
        university univ universitet universita universite universidad universitat universytet
        institute inst institut instytut istituto
        department dept departament
        ministry ministerstvo min ministerstva ministero
        government govt gov
        association assn assoc
        brothers bros
        manufacturing mfg
        national natl
        technology tech
        saint sainte st sankt sent sen san santa santo sao sveti svyatoy svyataya
        """

    private static let numbers = """
        0 zero null nol
        1 one first 1st erste erster primo prima pervyy pervaya pervoe eins
        2 two second 2nd zweite zweiter secondo seconda vtoroy vtoraya vtoroe
        3 three third 3rd dritte dritter terzo terza tretiy tretya tri
        4 four fourth 4th vierte quarto quarta chetvertyy chetvertaya
        5 five fifth 5th funfte quinto quinta pyatyy pyataya
        6 six sixth 6th sechste sesto sesta shestoy shestaya
        7 seven seventh 7th siebte settimo settima sedmoy sedmaya
        8 eight eighth 8th achte ottavo ottava vosmoy vosmaya
        9 nine ninth 9th neunte nono nona devyatyy devyataya
        10 ten tenth 10th zehnte decimo decima desyatyy desyataya
        11 eleven eleventh 11th
        12 twelve twelfth 12th
        13 thirteen thirteenth 13th
        14 fourteen fourteenth 14th
        15 fifteen fifteenth 15th
        16 sixteen sixteenth 16th
        17 seventeen seventeenth 17th
        18 eighteen eighteenth 18th
        19 nineteen nineteenth 19th
        20 twenty twentieth 20th
        30 thirty thirtieth 30th
        40 forty fourty fortieth 40th
        50 fifty fiftieth 50th
        60 sixty sixtieth 60th
        70 seventy seventieth 70th
        80 eighty eightieth 80th
        90 ninety ninetieth 90th
        100 hundred hundredth 100th
        """
}
