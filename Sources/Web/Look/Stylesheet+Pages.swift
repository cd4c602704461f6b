extension Stylesheet {
    /// What single pages add: the home page, lists, the tables that compare.
    static let pages = """
        .total{font-weight:600;color:var(--ink)}
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
        #zone-figures td.number{min-width:8.5rem}
        #zone-profiles td{min-width:7rem}
        #zone-figures th[scope=row],#zone-profiles th[scope=row]{position:sticky;left:0;
        background:var(--paper);min-width:9rem;max-width:16rem;z-index:1;padding-right:1rem}
        #zone-figures thead th:first-child,#zone-profiles thead th:first-child{left:0;z-index:2}
        @media (max-width:36rem){
        #zone-figures th[scope=row],#zone-profiles th[scope=row]{min-width:6.5rem;max-width:7.5rem;
        font-size:.9375rem}
        }
        @media (min-width:56rem){
        .home-pair{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
        }
        """
}
