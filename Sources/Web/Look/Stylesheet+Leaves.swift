extension Stylesheet {
    /// The head of a page and of its sections.
    static let titles = """
        .breadcrumbs{font:.875rem/1.5 var(--sans);margin-bottom:.75rem}
        .breadcrumbs ol{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap}
        .breadcrumbs li+li::before{content:"›";color:var(--soft);padding:0 .5rem}
        .breadcrumbs a{display:inline-block;padding:.15rem 0;text-decoration-color:transparent}
        .breadcrumbs a:hover{text-decoration-color:currentColor}
        .title{margin-bottom:1rem}
        .kicker{font:.8125rem/1.5 var(--sans);letter-spacing:.09em;text-transform:uppercase;
        color:var(--soft);margin:0 0 .35rem}
        .kicker a{color:inherit;text-decoration-color:var(--margin-line)}
        .kicker a:hover{color:var(--red)}
        .other-names{font-style:italic;color:var(--soft);margin:.4rem 0 0}
        .folio{font:.8125rem/1.7 var(--sans);color:var(--soft);margin:.4rem 0 0}
        .folio a{color:var(--red);display:inline-block;padding:.1rem 0}
        .lead{font-size:clamp(1.125rem,1.05rem + .4vw,1.35rem);line-height:1.45;max-width:40rem;
        margin:1rem 0 1.5rem;text-wrap:pretty}
        .contents{font:.9375rem/1.5 var(--sans);border-block:1px solid var(--hair);margin:1.25rem 0}
        .contents ul{list-style:none;margin:0;padding:.25rem 0;display:flex;flex-wrap:wrap;
        gap:0 1.4rem}
        .contents a{display:inline-block;padding:.3rem 0;text-decoration:none}
        .contents a:hover{text-decoration:underline}
        .leaf{margin-top:2.75rem}
        .leaf>h2{border-bottom:1px solid var(--ink);padding-bottom:.35rem;margin-bottom:.25rem;
        display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .75rem;justify-content:space-between}
        .subleaf{margin-top:1.25rem}
        .help{color:var(--soft);font-size:.9375rem}
        .tags{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.1rem .9rem}
        .tag{display:inline-block;padding:.1rem 0}
        """

    /// Facts, key figures and the notes that say where they come from.
    static let facts = """
        .facts{margin:0}
        .facts>div{padding:.45rem 0;border-bottom:1px solid var(--hair)}
        .facts .tag{display:inline}
        .facts dt{color:var(--soft);font:.875rem/1.75 var(--sans)}
        .facts dd{margin:0}
        .notes{font:.8125rem/1.5 var(--sans);color:var(--soft);border-left:2px solid
        var(--margin-line);padding-left:.7rem;margin:.4rem 0 .8rem}
        .notes ul{list-style:none;margin:0;padding:0}
        .notes a{color:inherit;text-decoration-color:var(--margin-line);display:inline-block;
        padding:.15rem 0}
        .notes a:hover{color:var(--red)}
        .notes .original{color:var(--red);min-width:1.5rem;min-height:1.5rem;text-align:center;
        text-decoration:none}
        .notes .place{overflow-wrap:anywhere}
        summary{cursor:pointer;color:var(--red);padding:.2rem 0}
        summary:hover{color:var(--red-strong)}
        .figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,11rem),1fr));
        column-gap:1.5rem;margin:1.5rem 0}
        .figures>div{padding:.6rem 0 .8rem;border-top:1px solid var(--rule);display:flex;
        flex-direction:column}
        .figures dd{margin:0}
        .figures .value{order:1;font-size:1.55rem;line-height:1.25;color:var(--lagoon)}
        .figures .value .unit{font-size:.9375rem}
        .figures .quantity{white-space:normal}
        .figures dt{order:2;font:.875rem/1.4 var(--sans)}
        .figures dt a{display:inline-block;padding:.15rem 0}
        .figures .detail{order:3;font:.8125rem/1.4 var(--sans);color:var(--soft)}
        """

    /// Tables as in a ledger: hairlines, figures to the right, a double rule over the total.
    static let tables = """
        .table{margin:.75rem 0 1.5rem}
        .table-head{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;
        gap:0 1.5rem;font:.875rem/1.5 var(--sans);color:var(--soft)}
        .table-head .caption{margin:.35rem 0}
        .downloads{margin:.35rem 0;font:.875rem/1.5 var(--sans);color:var(--soft)}
        .downloads a{display:inline-block;padding:.15rem .3rem}
        .table-scroll{position:relative;overflow:auto;max-height:88vh}
        table{border-collapse:collapse;width:100%;font:.9375rem/1.45 var(--sans)}
        th,td{padding:.45rem .9rem .45rem 0;text-align:left;vertical-align:baseline;
        border-bottom:1px solid var(--hair)}
        thead th{position:sticky;top:0;background:var(--paper);font-weight:500;font-size:.8125rem;
        color:var(--soft);vertical-align:bottom;border-bottom:1px solid var(--ink);z-index:1}
        thead .unit{display:block;font-weight:400}
        thead a{color:inherit;display:inline-block;padding:.2rem 0}
        [aria-sort=ascending] a::after{content:" ↑";color:var(--red)}
        [aria-sort=descending] a::after{content:" ↓";color:var(--red)}
        tbody th{font:500 1rem/1.45 var(--serif);min-width:11rem}
        th.number,td.number{text-align:right}
        td.number{white-space:nowrap}
        td.number .gap{margin-right:.25em}
        tbody tr:hover{background:var(--leaf)}
        tbody a,.entry-title a,.columns a{color:inherit;text-decoration-color:var(--margin-line);
        text-decoration-thickness:.08em}
        tbody a:hover,.entry-title a:hover,.columns a:hover{color:var(--red);
        text-decoration-color:currentColor}
        td.source{color:var(--soft);font-size:.8125rem;min-width:11rem;padding-right:0}
        tfoot th,tfoot td{border-top:3px double var(--rule);border-bottom:0;font-weight:600}
        """

    /// Lists of records, a line each.
    static let lists = """
        .entries{list-style:none;margin:0 0 1rem;padding:0}
        .entries>li{border-bottom:1px solid var(--hair)}
        .entry{padding:.6rem 0}
        .entry .date{font:.875rem/1.6 var(--sans);color:var(--soft)}
        .entry-title{font-size:1.0625rem;line-height:1.4}
        .entry-title a{display:inline-block;padding:.1rem 0}
        .entry-details,.entry-snippet{font:.875rem/1.55 var(--sans);color:var(--soft);
        max-width:46rem}
        .entry-details a{display:inline-block;padding:.1rem 0}
        .timeline>li{border:0;border-left:1px solid var(--rule);padding-left:1.25rem;
        position:relative}
        .timeline>li::before{content:"";position:absolute;left:-4px;top:1.15rem;width:7px;height:7px;
        border-radius:50%;background:var(--paper);border:1.5px solid var(--lagoon)}
        .columns{list-style:none;margin:.75rem 0;padding:0;columns:15rem;column-gap:2rem}
        .columns li{break-inside:avoid;padding:.15rem 0}
        .plain{list-style:none;margin:.5rem 0 1rem;padding:0}
        .plain li{padding:.4rem 0;border-bottom:1px solid var(--hair)}
        .more,.unfold>summary{font:.9375rem/1.5 var(--sans);margin:.5rem 0}
        .gaps{color:var(--soft);font:.9375rem/1.5 var(--sans);max-width:42rem}
        .pagination{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:baseline;
        font:.9375rem/1.5 var(--sans);padding:1rem 0;border-top:3px double var(--rule)}
        .pagination a{padding:.25rem 0}
        .pagination .summary{color:var(--soft)}
        .revisions{list-style:none;margin:1rem 0;padding:0}
        .revisions>li{border-top:1px solid var(--ink);padding:.9rem 0 1.4rem}
        .revisions h2{font-size:1.2rem}
        .by{font:.875rem/1.5 var(--sans);color:var(--soft);margin:.1rem 0 .5rem}
        .changes{margin:0}
        .changes>div{padding:.35rem 0;border-bottom:1px solid var(--hair)}
        .changes dt{font:.875rem/1.75 var(--sans);color:var(--soft)}
        .changes dd{margin:.1rem 0}
        ins,del{padding:.05rem .3rem;text-decoration-thickness:1px}
        ins{background:var(--ins);text-decoration:none}
        ins::before{content:"+ ";color:var(--lagoon)}
        del{background:var(--del)}
        del::before{content:"\\2212  ";color:var(--red);display:inline-block;margin-right:.25em}
        """
}
