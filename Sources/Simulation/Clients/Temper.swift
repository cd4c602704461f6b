/// What participants and the operator do.
enum Errand: Int, CaseIterable, Sendable {
    case order, specialOrder, coveredOrder, cancel, replace, massCancel, disconnect, kill
    case payIn, payOut, fee
    case receipt, deal, withdrawDeal, step, houseStep
    case listAuction, bid, houseInAuction
    case session, timetable, operateBooks, expire, forget, advance
    case list, alterInstrument, admit, alterParticipant, suspend
    case nonsense

    /// How often it is done, of all, before a run's own taste.
    var weight: Int {
        switch self {
        case .order: 600
        case .specialOrder: 120
        case .cancel, .replace: 80
        case .step: 120
        case .coveredOrder, .deal, .bid: 50
        case .houseStep: 70
        case .receipt, .operateBooks, .payIn, .listAuction, .nonsense: 25
        case .payOut, .session, .withdrawDeal, .advance, .houseInAuction, .forget: 12
        default: 6
        }
    }
}

/// What makes one run differ in kind from another: its own weights, its own faults. Whoever always
/// mixes everything evenly never sees what comes of much of one thing and nothing of another.
struct Temper: Sendable {
    var weights: [Int]
    /// Participants and instruments at the beginning.
    var firms: Int
    var instruments: Int
    /// How far prices are from each other.
    var spread: Int64
    /// Commands in one group at most.
    var group: Int
    var segmentBytes: UInt64
    var ordersRemembered: Int
    var ordersPerBook: Int
    /// Whether a timetable leads the books.
    var hasTimetable: Bool
    /// How much time passes between two groups at most, in milliseconds.
    var pace: Int64

    // In so many of a thousand groups:
    var snapshots: Int
    var restarts: Int
    var crashes: Int
    var lostAnswers: Int
    var fullDisks: Int
    var failedSyncs: Int
    var failedReads: Int
    var clockJumps: Int
    var flips: Int
    /// Whether syncs lie before some of the crashes.
    var lies: Bool
    var isSlow: Bool
    /// A write takes no more bytes than this.
    var longestWrite: Int

    init(_ chance: inout Chance) {
        weights = Errand.allCases.map { $0.weight }
        for place in weights.indices {
            // Some things never happen, some much more often.
            if chance.happens(150) { weights[place] = 0 }
            if chance.happens(150) { weights[place] *= 6 }
        }
        weights[Errand.order.rawValue] = max(weights[Errand.order.rawValue], 100)
        firms = chance.number(2...7)
        instruments = chance.number(2...6)
        spread = chance.one(of: [1, 3, 8, 40])
        group = chance.one(of: [1, 3, 8, 30])
        segmentBytes = chance.one(of: [700, 3_000, 16_000, 1 << 20])
        ordersRemembered = chance.one(of: [150, 400, 5_000])
        ordersPerBook = chance.one(of: [6, 40, 1_000])
        hasTimetable = chance.happens(300)
        pace = chance.one(of: [5, 400, 60_000, 1_000_000])
        func sometimes(_ permille: Int) -> Int {
            chance.happens(600) ? chance.number(1...permille) : 0
        }
        snapshots = sometimes(120)
        restarts = sometimes(60)
        crashes = sometimes(250)
        lostAnswers = sometimes(200)
        fullDisks = sometimes(50)
        failedSyncs = sometimes(50)
        failedReads = sometimes(300)
        clockJumps = sometimes(60)
        flips = sometimes(800)
        lies = chance.happens(250)
        isSlow = chance.happens(250)
        longestWrite = chance.happens(250) ? chance.number(5...900) : .max
    }

    /// No faults but those that are asked for.
    mutating func calm() {
        (restarts, crashes, lostAnswers, fullDisks, failedSyncs) = (0, 0, 0, 0, 0)
        (failedReads, clockJumps, flips) = (0, 0, 0)
        (lies, isSlow, longestWrite) = (false, false, .max)
        snapshots = 150
        // Several segments in a short run.
        segmentBytes = 1_500
        (firms, instruments) = (2, 2)
    }

    /// All that brings something put in on purpose to light.
    mutating func provoke() {
        crashes = max(crashes, 60)
        lostAnswers = max(lostAnswers, 80)
        group = max(group, 3)
        flips = 0
        lies = false
    }
}
