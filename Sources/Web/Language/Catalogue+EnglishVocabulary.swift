extension English {
    static func kind(_ kind: KindWord) -> Noun {
        switch kind {
        case .source: Noun("source", "sources")
        case .place: Noun("place", "places")
        case .organisation: Noun("organisation", "organisations")
        case .person: Noun("person", "people")
        case .agreement: Noun("agreement", "agreements")
        case .measure: Noun("measure", "measures")
        case .event: Noun("event", "events")
        case .project: Noun("project", "projects")
        case .offer: Noun("offer or request", "offers and requests")
        case .observation: Noun("figure", "figures")
        }
    }

    static func type(_ type: TypeWord) -> (one: String, plural: String) {
        switch type {
        case .country: ("country", "countries")
        case .region: ("region", "regions")
        case .city: ("city", "cities")
        case .district: ("district", "districts")
        case .village: ("village", "villages")
        case .zone: ("zone", "zones")
        case .enterprise: ("enterprise", "enterprises")
        case .holding: ("holding", "holdings")
        case .technopark: ("technopark", "technoparks")
        case .freeEconomicZone: ("free economic zone", "free economic zones")
        case .industrialPark: ("industrial park", "industrial parks")
        case .university: ("university", "universities")
        case .school: ("school", "schools")
        case .research: ("research institute", "research institutes")
        case .exchange: ("exchange", "exchanges")
        case .chamber: ("chamber of commerce", "chambers of commerce")
        case .bank: ("bank", "banks")
        case .fairOrganiser: ("fair organiser", "fair organisers")
        case .government: ("public authority", "public authorities")
        case .intergovernmental: ("intergovernmental body", "intergovernmental bodies")
        case .association: ("association", "associations")
        case .culturalCentre: ("cultural centre", "cultural centres")
        case .media: ("news medium", "media")
        case .other: ("other", "others")
        case .treaty: ("treaty", "treaties")
        case .framework: ("framework agreement", "framework agreements")
        case .actionPlan: ("action plan", "action plans")
        case .roadmap: ("roadmap", "roadmaps")
        case .programme: ("programme", "programmes")
        case .memorandum: ("memorandum", "memoranda")
        case .protocol: ("protocol", "protocols")
        case .declaration: ("declaration", "declarations")
        case .contract: ("contract", "contracts")
        case .letterOfIntent: ("letter of intent", "letters of intent")
        case .twinning: ("twinning", "twinnings")
        case .freeTrade: ("free trade agreement", "free trade agreements")
        case .law: ("law", "laws")
        case .concept: ("concept paper", "concept papers")
        case .forum: ("forum", "forums")
        case .session: ("session", "sessions")
        case .commission: ("commission meeting", "commission meetings")
        case .council: ("council meeting", "council meetings")
        case .fair: ("fair", "fairs")
        case .exhibition: ("exhibition", "exhibitions")
        case .congress: ("congress", "congresses")
        case .meeting: ("meeting", "meetings")
        case .visit: ("visit", "visits")
        case .ceremony: ("ceremony", "ceremonies")
        case .competition: ("competition", "competitions")
        case .jointVenture: ("joint venture", "joint ventures")
        case .assembly: ("assembly project", "assembly projects")
        case .construction: ("construction project", "construction projects")
        case .investment: ("investment project", "investment projects")
        case .researchProject: ("research project", "research projects")
        case .supply: ("supply project", "supply projects")
        case .education: ("education project", "education projects")
        case .infrastructure: ("infrastructure project", "infrastructure projects")
        case .product: ("product project", "product projects")
        case .offer: ("offer", "offers")
        case .request: ("request", "requests")
        }
    }

    static func status(_ status: StatusWord) -> String {
        switch status {
        case .inForce: "in force"
        case .draft: "draft"
        case .negotiation: "under negotiation"
        case .planned: "planned"
        case .completed: "completed"
        case .proposed: "proposed"
        case .underWay: "under way"
        }
    }

    static func setting(_ setting: SettingWord) -> String {
        switch setting {
        case .urban: "urban"
        case .suburban: "suburban"
        case .greenfield: "greenfield"
        case .brownfield: "brownfield"
        }
    }

    static func qualifier(_ qualifier: QualifierWord) -> String {
        switch qualifier {
        case .exact: "exactly"
        case .about: "about"
        case .over: "over"
        case .under: "under"
        case .nearly: "nearly"
        case .atLeast: "at least"
        case .upTo: "up to"
        case .planned: "planned"
        case .forecast: "forecast"
        }
    }

    static func field(_ field: FieldWord) -> String {
        switch field {
        case .id: "Identifier"
        case .kind: "Kind"
        case .name: "Name"
        case .type: "Type"
        case .iso: "ISO code"
        case .parent: "Part of"
        case .lat: "Latitude"
        case .lon: "Longitude"
        case .coordinates: "Coordinates"
        case .aliases: "Other names"
        case .place: "Place"
        case .sectors: "Sectors"
        case .founded: "Founded"
        case .website: "Website"
        case .note: "Note"
        case .managedBy: "Managed by"
        case .university: "University"
        case .sites: "Sites"
        case .area: "Area"
        case .floorArea: "Floor area"
        case .capacity: "Capacity"
        case .setting: "Setting"
        case .specialisations: "Specialisations"
        case .services: "Services"
        case .infrastructure: "Infrastructure"
        case .incentives: "Incentives"
        case .office: "Office"
        case .of: "Of"
        case .title: "Title"
        case .parties: "Parties"
        case .signed: "Signed"
        case .validFrom: "Valid from"
        case .validTo: "Valid to"
        case .validity: "Validity"
        case .status: "Status"
        case .value: "Value"
        case .event: "Signed at"
        case .implements: "Carries out"
        case .areas: "Areas"
        case .plan: "Plan"
        case .executor: "Carried out by"
        case .deadline: "Deadline"
        case .series: "Series"
        case .edition: "Edition"
        case .start: "Start"
        case .end: "End"
        case .organisers: "Organisers"
        case .participants: "Participants"
        case .sections: "Sections"
        case .outcome: "Outcome"
        case .jobs: "Jobs"
        case .sector: "Sector"
        case .agreement: "Under the agreement"
        case .by: "From"
        case .direction: "Direction"
        case .what: "Subject matter"
        case .to: "To"
        case .date: "Date"
        case .indicator: "Indicator"
        case .subject: "Subject"
        case .counterpart: "Counterpart"
        case .product: "Product"
        case .period: "Period"
        case .unit: "Unit"
        case .qualifier: "Exactness"
        case .basePeriod: "Compared with"
        case .author: "Author"
        case .publisher: "Publisher"
        case .url: "Address"
        case .lang: "Language"
        case .citedIn: "Cited in"
        case .noteNumber: "Note number"
        case .cite: "Sources"
        }
    }

    static func incoming(_ role: IncomingRole) -> String {
        switch role {
        case .parent: "Belonging to it"
        case .place: "Located here"
        case .managedBy: "Manages"
        case .university: "Technoparks of this university"
        case .sites: "Has a site here"
        case .of: "Office holders"
        case .parties: "Party to"
        case .event: "Signed here"
        case .implements: "Carried out by"
        case .plan: "Measures"
        case .executor: "Carries out"
        case .organisers: "Organises"
        case .participants: "Takes part in"
        case .agreement: "Projects under this agreement"
        case .by: "Offers and requests made"
        case .to: "Offers and requests received"
        case .subject: "Figures"
        case .counterpart: "Figures as counterpart"
        case .citedIn: "Documents cited in it"
        case .cite: "Facts that rest on it"
        }
    }
}
