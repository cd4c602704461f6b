import Records
import Testing

@testable import SDMX

struct QueryTests {
    private static func data(
        _ path: [String], _ items: [(String, String)] = []
    ) throws(SDMXFault) -> DataQuery {
        try DataQuery(path: path, items.map { QueryItem(name: $0.0, value: $0.1) })
    }

    private static func fault(_ body: () throws -> Void) -> (code: Int, status: Int)? {
        do {
            try body()
            return nil
        } catch {
            let fault = error as? SDMXFault
            return fault.map { ($0.code, $0.status) }
        }
    }

    @Test func aKeyNamesCodesByDimension() throws {
        let key = try KeyPattern("A..place_by+org_x._Z..PT.")
        #expect(key.codes(of: .frequency) == ["A"])
        #expect(key.codes(of: .indicator).isEmpty)
        #expect(key.codes(of: .subject) == ["place_by", "org_x"])
        #expect(key.codes(of: .counterpart) == ["_Z"])
        #expect(key.codes(of: .unit) == ["PT"])
        #expect(key.codes(of: .statement).isEmpty)
        #expect(key.codes(of: .time).isEmpty)
        #expect(try KeyPattern("all") == .any)
        #expect(try KeyPattern("......") == .any)
    }

    @Test(arguments: ["", "A", "A......1.2021", "A b......", "A+......", "A++B......", "ж......"])
    func badKeys(_ key: String) {
        #expect(Self.fault { _ = try KeyPattern(key) }?.code == 140)
    }

    @Test(arguments: ["FIGURES", "FONDACO,FIGURES", "all,FIGURES,latest", "FONDACO,FIGURES,1.0"])
    func flows(_ flow: String) throws { _ = try Self.data([flow, "all", "FONDACO"]) }

    @Test(arguments: [
        (["OTHER"], 100), (["ECB,FIGURES"], 100), (["FONDACO,FIGURES,2.0"], 100), ([], 140),
        (["a,b,c,d"], 140), ([",FIGURES"], 140), (["FIGURES", "all", "ECB"], 100),
        (["FIGURES", "all", "a,b,c"], 140), (["FIGURES", "all", "all", "x"], 140),
    ])
    func badPaths(_ path: [String], _ code: Int) {
        #expect(Self.fault { _ = try Self.data(path) }?.code == code)
    }

    @Test(arguments: [
        ("startPeriod", "soon", 140, 400), ("endPeriod", "2021-Q9", 140, 400),
        ("firstNObservations", "0", 140, 400), ("lastNObservations", "-1", 140, 400),
        ("detail", "some", 140, 400), ("dimensionAtObservation", "COLOUR", 150, 400),
        ("updatedAfter", "2021-01-01T00:00:00", 501, 501), ("includeHistory", "true", 501, 501),
        ("format", "pdf", 140, 400), ("colour", "red", 140, 400), ("lang", "xx", 140, 400),
    ])
    func badParameters(_ name: String, _ value: String, _ code: Int, _ status: Int) {
        let fault = Self.fault { _ = try Self.data(["FIGURES"], [(name, value)]) }
        #expect(fault?.code == code)
        #expect(fault?.status == status)
    }

    @Test func aParameterStandsOnce() {
        let twice = [("detail", "full"), ("detail", "full")]
        #expect(Self.fault { _ = try Self.data(["FIGURES"], twice) }?.code == 140)
        let reversed = [("startPeriod", "2022"), ("endPeriod", "2021")]
        #expect(Self.fault { _ = try Self.data(["FIGURES"], reversed) }?.code == 150)
    }

    @Test(
        arguments: [
            (nil, DataFormat.generic), ("*/*", .generic), ("application/xml", .generic),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", .generic),
            ("application/vnd.sdmx.genericdata+xml;version=2.1", .generic),
            ("application/vnd.sdmx.structurespecificdata+xml; version=2.1", .structureSpecific),
            ("application/vnd.sdmx.data+json;version=1.0.0", .json), ("application/json", .json),
            ("application/vnd.sdmx.data+json;version=1.0.0-wd", .draftJSON),
            ("application/vnd.sdmx.draft-sdmx-json+json;version=1.0.0", .draftJSON),
            ("application/vnd.sdmx.data+csv;version=1.0.0", .csv),
            ("application/json;q=0.2, text/csv;q=0.7", .csv),
            ("application/vnd.sdmx.data+csv;version=2.0.0, text/csv;q=0.1", .csv),
        ] as [(String?, DataFormat)])
    func formats(_ accept: String?, _ format: DataFormat) throws {
        #expect(try DataFormat.negotiated(accept: accept).format == format)
    }

    @Test(arguments: [
        "image/png", "application/vnd.sdmx.data+json;version=2.0.0", "text/csv;q=0", "nonsense",
        "application/vnd.sdmx.generictimeseriesdata+xml;version=2.1",
    ])
    func whatIsNotOffered(_ accept: String) {
        #expect(Self.fault { _ = try DataFormat.negotiated(accept: accept) }?.status == 406)
        #expect(Self.fault { try StructureFormat.check(accept: accept) }?.status == 406)
    }

    @Test func labelsAreNegotiated() throws {
        let accept = "application/vnd.sdmx.data+csv; version=1.0.0; labels=both"
        #expect(try DataFormat.negotiated(accept: accept).hasLabels)
    }

    @Test(arguments: [
        (["dataflow"], "none", ["FIGURES"]),
        (["dataflow", "all", "all", "latest"], "none", ["FIGURES"]),
        (["dataflow", "FONDACO", "FIGURES"], "children", ["FIGURES", "FIGURES"]),
        (["codelist", "FONDACO", "CL_FREQ+CL_PARTY", "1.0"], "none", ["CL_FREQ", "CL_PARTY"]),
        (["codelist", "all", "CL_FREQ"], "parents", ["CL_FREQ", "FIGURES"]),
        (["datastructure", "all", "FIGURES"], "conceptscheme", ["CS_FIGURES", "FIGURES"]),
        (["contentconstraint"], "none", ["CR_FIGURES"]),
        (["agencyscheme", "SDMX"], "none", ["AGENCIES"]),
    ])
    func structures(_ path: [String], _ references: String, _ ids: [String]) throws {
        let query = try StructureQuery(
            path: path, [QueryItem(name: "references", value: references)])
        #expect(query.wanted.map(\.id) == ids)
    }

    @Test func allReferencesAreTheWholeStructure() throws {
        let all = [QueryItem(name: "references", value: "all")]
        let query = try StructureQuery(path: ["dataflow", "FONDACO", "FIGURES", "latest"], all)
        #expect(query.wanted == Artefact.all.filter { $0 != .agencyScheme })
        #expect(query.matched == [.dataflow])
    }

    @Test(arguments: [
        (["codelist", "ECB"], 100), (["codelist", "all", "CL_NONE"], 100),
        (["dataflow", "all", "all", "9.9"], 100), (["categoryscheme"], 100), (["nonsense"], 140),
        (["dataflow", "a", "b", "1.0", "c"], 140), (["codelist", "a b"], 140), ([], 140),
        (["codelist", "all", "+"], 140),
    ])
    func badStructures(_ path: [String], _ code: Int) {
        #expect(Self.fault { _ = try StructureQuery(path: path, []) }?.code == code)
    }

    @Test func aFigureIsWantedByItsOwnContent() throws {
        let figure = try Samples.figure(
            "x", counterpart: "place/bb", product: "food", period: "2021-01/2021-09")
        func wants(_ key: String, _ items: [(String, String)] = []) throws -> Bool {
            try Self.data(["FIGURES", key], items).wants(figure.observation)
        }
        #expect(try wants("M9.goods-export.place_aa.place_bb.food.USD.7"))
        #expect(try wants("A+M9......"))
        #expect(try !wants("A......"))
        #expect(try !wants("..place_aa._Z..."))
        #expect(try !wants("....food_products.."))
        #expect(try wants("all", [("startPeriod", "2021"), ("endPeriod", "2021-09")]))
        #expect(try !wants("all", [("endPeriod", "2021-08")]))
        #expect(try !wants("all", [("startPeriod", "2021-02")]))
    }
}
