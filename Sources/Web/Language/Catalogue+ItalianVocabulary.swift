extension Italian {
    static func kind(_ kind: KindWord) -> Noun {
        switch kind {
        case .source: Noun("fonte", "fonti")
        case .place: Noun("luogo", "luoghi")
        case .organisation: Noun("organizzazione", "organizzazioni")
        case .person: Noun("persona", "persone")
        case .agreement: Noun("accordo", "accordi")
        case .measure: Noun("misura", "misure")
        case .event: Noun("evento", "eventi")
        case .project: Noun("progetto", "progetti")
        case .offer: Noun("offerta o richiesta", "offerte e richieste")
        case .observation: Noun("dato", "dati")
        }
    }

    static func type(_ type: TypeWord) -> (one: String, plural: String) {
        switch type {
        case .country: ("paese", "paesi")
        case .region: ("regione", "regioni")
        case .city: ("città", "città")
        case .district: ("distretto", "distretti")
        case .village: ("villaggio", "villaggi")
        case .zone: ("zona", "zone")
        case .enterprise: ("impresa", "imprese")
        case .holding: ("holding", "holding")
        case .technopark: ("tecnoparco", "tecnoparchi")
        case .freeEconomicZone: ("zona economica libera", "zone economiche libere")
        case .industrialPark: ("parco industriale", "parchi industriali")
        case .university: ("università", "università")
        case .school: ("scuola", "scuole")
        case .research: ("istituto di ricerca", "istituti di ricerca")
        case .exchange: ("borsa merci", "borse merci")
        case .chamber: ("camera di commercio", "camere di commercio")
        case .bank: ("banca", "banche")
        case .fairOrganiser: ("organizzatore di fiere", "organizzatori di fiere")
        case .government: ("autorità pubblica", "autorità pubbliche")
        case .intergovernmental: ("organismo intergovernativo", "organismi intergovernativi")
        case .association: ("associazione", "associazioni")
        case .culturalCentre: ("centro culturale", "centri culturali")
        case .media: ("organo di informazione", "organi di informazione")
        case .other: ("altro", "altri")
        case .treaty: ("trattato", "trattati")
        case .framework: ("accordo quadro", "accordi quadro")
        case .actionPlan: ("piano d’azione", "piani d’azione")
        case .roadmap: ("tabella di marcia", "tabelle di marcia")
        case .programme: ("programma", "programmi")
        case .memorandum: ("memorandum d’intesa", "memorandum d’intesa")
        case .protocol: ("protocollo", "protocolli")
        case .declaration: ("dichiarazione", "dichiarazioni")
        case .contract: ("contratto", "contratti")
        case .letterOfIntent: ("lettera d’intenti", "lettere d’intenti")
        case .twinning: ("gemellaggio", "gemellaggi")
        case .freeTrade: ("accordo di libero scambio", "accordi di libero scambio")
        case .law: ("legge", "leggi")
        case .concept: ("documento programmatico", "documenti programmatici")
        case .forum: ("forum", "forum")
        case .session: ("sessione", "sessioni")
        case .commission: ("riunione di commissione", "riunioni di commissione")
        case .council: ("riunione di consiglio", "riunioni di consiglio")
        case .fair: ("fiera", "fiere")
        case .exhibition: ("esposizione", "esposizioni")
        case .congress: ("congresso", "congressi")
        case .meeting: ("incontro", "incontri")
        case .visit: ("visita", "visite")
        case .ceremony: ("cerimonia", "cerimonie")
        case .competition: ("concorso", "concorsi")
        case .jointVenture: ("impresa congiunta", "imprese congiunte")
        case .assembly: ("progetto di assemblaggio", "progetti di assemblaggio")
        case .construction: ("progetto di costruzione", "progetti di costruzione")
        case .investment: ("progetto d’investimento", "progetti d’investimento")
        case .researchProject: ("progetto di ricerca", "progetti di ricerca")
        case .supply: ("progetto di fornitura", "progetti di fornitura")
        case .education: ("progetto formativo", "progetti formativi")
        case .infrastructure: ("progetto infrastrutturale", "progetti infrastrutturali")
        case .product: ("progetto di prodotto", "progetti di prodotto")
        case .offer: ("offerta", "offerte")
        case .request: ("richiesta", "richieste")
        }
    }

    static func status(_ status: StatusWord) -> String {
        switch status {
        case .inForce: "in vigore"
        case .draft: "in bozza"
        case .negotiation: "in fase di negoziato"
        case .planned: "in programma"
        case .completed: "concluso"
        case .proposed: "in fase di proposta"
        case .underWay: "in corso"
        }
    }

    static func setting(_ setting: SettingWord) -> String {
        switch setting {
        case .urban: "in area urbana"
        case .suburban: "in area periurbana"
        case .greenfield: "su terreno non edificato"
        case .brownfield: "su area dismessa"
        }
    }

    static func qualifier(_ qualifier: QualifierWord) -> String {
        switch qualifier {
        case .exact: "esattamente"
        case .about: "circa"
        case .over: "oltre"
        case .under: "meno di"
        case .nearly: "quasi"
        case .atLeast: "almeno"
        case .upTo: "fino a"
        case .planned: "previsto"
        case .forecast: "stima"
        }
    }

    static func field(_ field: FieldWord) -> String {
        switch field {
        case .id: "Identificativo"
        case .kind: "Categoria"
        case .name: "Nome"
        case .type: "Tipo"
        case .iso: "Codice ISO"
        case .parent: "Fa parte di"
        case .lat: "Latitudine"
        case .lon: "Longitudine"
        case .coordinates: "Coordinate"
        case .aliases: "Altri nomi"
        case .place: "Luogo"
        case .sectors: "Settori"
        case .founded: "Anno di fondazione"
        case .website: "Sito web"
        case .note: "Nota"
        case .managedBy: "Gestione"
        case .university: "Università"
        case .sites: "Sedi"
        case .area: "Superficie"
        case .floorArea: "Superficie coperta"
        case .capacity: "Capacità"
        case .setting: "Ubicazione"
        case .specialisations: "Specializzazioni"
        case .services: "Servizi"
        case .infrastructure: "Infrastrutture"
        case .incentives: "Agevolazioni"
        case .office: "Carica"
        case .of: "Presso"
        case .title: "Titolo"
        case .parties: "Parti"
        case .signed: "Firma"
        case .validFrom: "Valido dal"
        case .validTo: "Valido fino al"
        case .validity: "Validità"
        case .status: "Stato"
        case .value: "Valore"
        case .event: "Occasione della firma"
        case .implements: "Dà attuazione a"
        case .areas: "Ambiti"
        case .plan: "Piano"
        case .executor: "Esecutore"
        case .deadline: "Scadenza"
        case .series: "Serie"
        case .edition: "Edizione"
        case .start: "Inizio"
        case .end: "Fine"
        case .organisers: "Organizzatori"
        case .participants: "Partecipanti"
        case .sections: "Sezioni"
        case .outcome: "Esito"
        case .jobs: "Posti di lavoro"
        case .sector: "Settore"
        case .agreement: "Nell’ambito dell’accordo"
        case .by: "Da"
        case .direction: "Direzione"
        case .what: "Oggetto"
        case .to: "A"
        case .date: "Data"
        case .indicator: "Indicatore"
        case .subject: "Soggetto"
        case .counterpart: "Controparte"
        case .product: "Prodotto"
        case .period: "Periodo"
        case .unit: "Unità"
        case .qualifier: "Precisione"
        case .basePeriod: "Rispetto a"
        case .author: "Autore"
        case .publisher: "Editore"
        case .url: "Indirizzo"
        case .lang: "Lingua"
        case .citedIn: "Citata in"
        case .noteNumber: "Numero della nota"
        case .cite: "Fonti"
        }
    }

    static func incoming(_ role: IncomingRole) -> String {
        switch role {
        case .parent: "Ne fanno parte"
        case .place: "Con sede qui"
        case .managedBy: "Gestisce"
        case .university: "Tecnoparchi di questa università"
        case .sites: "Con una sede qui"
        case .of: "Titolari di cariche"
        case .parties: "È parte di"
        case .event: "Firmati in questa occasione"
        case .implements: "Attuato da"
        case .plan: "Misure"
        case .executor: "Dà esecuzione a"
        case .organisers: "Organizza"
        case .participants: "Partecipa a"
        case .agreement: "Progetti nell’ambito dell’accordo"
        case .by: "Offerte e richieste presentate"
        case .to: "Offerte e richieste ricevute"
        case .subject: "Dati"
        case .counterpart: "Dati come controparte"
        case .citedIn: "Documenti che vi sono citati"
        case .cite: "Fatti che vi si fondano"
        }
    }
}
