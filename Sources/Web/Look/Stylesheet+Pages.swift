extension Stylesheet {
    /// The tables whose rows become cards on a narrow screen.
    private static let cards = ":is(#list,#figures-table,#turnovers)"

    /// What single pages add: the home page, lists, the tables that compare.
    static let pages = """
        .total{font-weight:600;color:var(--ink)}
        td time{white-space:nowrap}
        thead th a{margin-block:-.2rem}
        td .original{color:var(--red);text-decoration:none;display:inline-block;min-width:1.5rem;
        text-align:center}
        #figures-table td:nth-child(5){min-width:6.5rem}
        #kinds .figures{grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr))}
        .home-head{max-width:52rem}
        .home-pair{display:grid;gap:0 3.5rem;grid-template-columns:minmax(0,1fr)}
        .filter-lines{font:.9375rem/1.5 var(--sans);border-block:1px solid var(--hair);
        padding:.5rem 0;margin:1rem 0}
        .filter-line{display:flex;flex-wrap:wrap;gap:0 1.25rem;align-items:baseline}
        .filter-title{color:var(--soft);min-width:5.5rem;font-size:.8125rem}
        .filter-line ul{display:flex;flex-wrap:wrap;gap:0 1.25rem;list-style:none;margin:0;
        padding:0}
        .filter-line a{display:inline-block;padding:.25rem 0;color:var(--ink);
        text-decoration-color:var(--margin-line)}
        .filter-line .chosen{font-weight:600;text-decoration:none;
        box-shadow:inset 0 -3px var(--red)}
        .filter-line .chosen::after{content:" ×";color:var(--red)}
        .cell-note{display:block;font-size:.8125rem;line-height:1.4;color:var(--soft);
        white-space:normal}
        #zone-figures td.number{min-width:7.5rem}
        #zone-profiles td{min-width:4.5rem}
        #zone-figures th[scope=row],#zone-profiles th[scope=row]{position:sticky;left:0;
        background:var(--paper);min-width:9rem;max-width:16rem;z-index:1;padding-right:1rem}
        #zone-figures thead th:first-child,#zone-profiles thead th:first-child{left:0;z-index:2}
        @media (max-width:44rem),(pointer:coarse){
        main td a,main th a,main .columns a,main .sorting a{
        display:inline-block;padding-block:.3rem;min-width:1.5rem}}
        @media (max-width:36rem){
        #zone-figures th[scope=row],#zone-profiles th[scope=row]{min-width:6.5rem;max-width:7.5rem;
        font-size:.9375rem}
        }
        @media (max-width:44rem){
        \(cards){display:block;width:auto;min-width:0}
        \(cards) :is(tbody,tr,th){display:block}
        \(cards) thead{display:none}
        \(cards) tr{padding:.6rem 0;border-bottom:1px solid var(--hair)}
        \(cards) :is(th,td){border:0;padding:0}
        \(cards) td{display:inline;font-size:.875rem;color:var(--soft)}
        \(cards) td:empty,\(cards) td:has(.gap){display:none}
        \(cards) td+td::before{content:" · "}
        \(cards) td.number{display:block;text-align:left;font-size:1.0625rem;color:var(--ink)}
        \(cards) td.source{display:block}
        \(cards) td.number::before,\(cards) td.source::before{content:none}
        }
        @media (max-width:44rem),(min-width:75rem){
        .table-scroll:has(\(cards)){overflow:visible;max-height:none}
        }
        @media (min-width:56rem){
        .home-pair{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
        }
        """
}
