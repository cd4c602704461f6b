/// Families of legal forms. Two names with forms of different families name different bodies;
/// inside a family ("OJSC", "ОАО", "S.p.A.") forms are translations of each other or change over
/// an enterprise's life.
enum LegalFamily: UInt8, CaseIterable {
    /// Used for too many kinds of body to tell any apart ("Inc.", "Co. Ltd.").
    case any = 1
    /// Companies with shares.
    case stock
    /// Companies with limited liability.
    case limited
    /// Partnerships.
    case partnership
    /// Associations, foundations and other non-profit bodies.
    case nonprofit
    /// Enterprises that belong to a state or municipality.
    case unitary
    /// Cooperatives.
    case cooperative

    /// The forms as folded words, one form a field between commas.
    var forms: String {
        switch self {
        case .any: "inc, incorporated, corp, corporation incorporated, co ltd, and co, na"
        case .stock: Self.stockForms
        case .limited: Self.limitedForms
        case .partnership:
            """
            lp, llp, lllp, limited partnership, limited liability partnership, kg, og, ohg, snc,
            sas di, scs, gmbh co kg, cv, vof, kommanditgesellschaft, polnoe tovarishchestvo, tovarishchestvo,
            komanditnoe tovarishchestvo, spj
            """
        case .nonprofit:
            """
            ano, nko, oo, ngo, ev, eingetragener verein, non profit organization, fondation, stiftung,
            avtonomnaya nekommercheskaya organizatsiya, obshchestvennaya organizatsiya, onlus,
            obshchestvennoe obedinenie, nekommercheskaya organizatsiya, gromadska organizatsiya,
            nonprofit organization, not for profit organization, nochu, too ngo
            """
        case .unitary:
            """
            fgup, gup, mup, rup, kup, unp, up, ud, gp, kgp, rgp, dp, state enterprise, rue, ue, pup, chup,
            unitary enterprise, republican unitary enterprise, state unitary enterprise,
            federal state unitary enterprise, municipal unitary enterprise, unitarnoe predpriyatie,
            federalnoe gosudarstvennoe unitarnoe predpriyatie, chastnoe unitarnoe predpriyatie,
            gosudarstvennoe unitarnoe predpriyatie, munitsipalnoe unitarnoe predpriyatie,
            respublikanskoe unitarnoe predpriyatie, kommunalnoe unitarnoe predpriyatie,
            gosudarstvennoe predpriyatie, derzhavne pidpriemstvo, derzhavne pidpryemstvo,
            respublikanskae unitarnae pradpryemstva, unitarnae pradpryemstva
            """
        case .cooperative:
            """
            cooperative, coop, kooperativ, proizvodstvennyy kooperativ, spk, cooperativa, eg,
            genossenschaft, soc coop, societa cooperativa, agricultural production cooperative
            """
        }
    }

    private static let stockForms = """
        jsc, ojsc, cjsc, pjsc, pao, oao, zao, ao, nao, aat, zat, vat, pat, at, tat, aao, ag, akg, sa, spa, plc, asa, as, ab,
        oyj, nv, se, sae, ad, dd, ae, aps as, kgaa, sca, sab, hf, rt, nyrt, zrt, pt, tbk, bhd, pcl, aktsiz,
        joint stock company, open joint stock company, closed joint stock company, private joint stock company,
        public joint stock company, joint stock, open joint stock, aktiengesellschaft, aktiebolag,
        public limited company, societe anonyme, sociedad anonima, sociedade anonima, societate pe actiuni,
        societa per azioni, spolka akcyjna, akciova spolecnost, naamloze vennootschap, anonim sirketi,
        aktsionernoe obshchestvo, otkrytoe aktsionernoe obshchestvo, zakrytoe aktsionernoe obshchestvo,
        publichnoe aktsionernoe obshchestvo, neotkrytoe aktsionernoe obshchestvo,
        neispublichnoe aktsionernoe obshchestvo, nepublichnoe aktsionernoe obshchestvo,
        aktsyyanernae tavarystva, adkrytae aktsyyanernae tavarystva, zakrytae aktsyyanernae tavarystva,
        aktsionerne tovaristvo, vidkrite aktsionerne tovaristvo, publichne aktsionerne tovaristvo,
        privatne aktsionerne tovaristvo, aktsionerno druzhestvo, aktsionerlik kogam, aktsiyadorlik jamiyati,
        sa de cv, sab de cv, dionicko drustvo, a s
        """

    private static let limitedForms = """
        llc, ltd, limited, ooo, too, odo, tov, taa, tdv, gmbh, mbh, srl, sarl, sagl, sprl, bvba, bv, sp z oo, spzoo, sro,
        doo, dooel, ood, eood, sl, slu, ltda, lda, kft, oy, ou, uab, sia, ug, pty, pty ltd, pte, pte ltd, pvt ltd, sdn bhd,
        sas, sasu, eurl, aps, wll, fze, fzco, ehf, lta, limited liability company, limited company, limited liability,
        gesellschaft mit beschrankter haftung, societa a responsabilita limitata, private limited,
        private limited company, societe a responsabilite limitee, sociedad de responsabilidad limitada,
        societatea cu raspundere limitata, societate cu raspundere limitata, cu raspundere limitata,
        obshchestvo s ogranichennoy otvetstvennostyu, ogranichennoy otvetstvennostyu,
        obshchestvo s dopolnitelnoy otvetstvennostyu, tavarystva z abmezhavanay adkaznastsyu,
        tovarishchestvo s ogranichennoy otvetstvennostyu, tovaristvo z obmezhenoyu vidpovidalnistyu,
        zhauapkershiligi shekteuli seriktestik, spolka z ograniczona odpowiedzialnoscia,
        spolecnost s rucenim omezenym, drustvo s ogranicenom odgovornoscu, besloten vennootschap,
        besloten vennootschap met beperkte aansprakelijkheid, limited sirketi, limited sti, ltd sti
        """
}
