extension Stylesheet {
    /// Filters: facets beside a list, forms above a table.
    static let filters = """
        .facets{font:.9375rem/1.4 var(--sans)}
        .facets>details>summary{font-weight:600;padding:.5rem 0}
        .facet{margin-bottom:1.4rem}
        .facet h2{font:600 .8125rem/1.4 var(--sans);color:var(--soft);letter-spacing:.03em;
        border-bottom:1px solid var(--rule);padding:.35rem 0}
        .facet ul{list-style:none;margin:0;padding:0}
        .facet a{display:flex;justify-content:space-between;gap:.75rem;align-items:baseline;
        min-height:1.9rem;padding:.28rem 0;color:var(--ink);text-decoration:none;
        border-bottom:1px solid var(--hair)}
        .facet a:hover .choice{color:var(--red);text-decoration:underline}
        .facet .chosen{font-weight:600;box-shadow:inset 3px 0 var(--red);padding-left:.7rem}
        .facet .chosen .choice::after{content:" ×";color:var(--red)}
        .clear{margin:.2rem 0 .6rem}
        .filters{display:flex;flex-wrap:wrap;gap:.75rem 1.25rem;align-items:flex-end;
        font:.9375rem/1.4 var(--sans);border-block:1px solid var(--hair);padding:.9rem 0;
        margin:1rem 0}
        .field{flex:1 1 10rem;min-width:0;max-width:20rem}
        .field label{display:block;font-size:.8125rem;color:var(--soft)}
        .field input,.field select{width:100%;font:inherit;color:inherit;background:var(--paper);
        border:0;border-bottom:1px solid var(--rule);border-radius:0;padding:.4rem 0;
        min-height:2.25rem}
        .filters button,.button{font:inherit;color:var(--on-button);background:var(--button);border:0;
        padding:.5rem 1.1rem;min-height:2.25rem;cursor:pointer}
        .filters button:hover{background:var(--button-strong)}
        .sorting{font:.9375rem/1.5 var(--sans);color:var(--soft)}
        """

    /// What stands where nothing is, and error pages.
    static let notices = """
        .empty{padding:2rem 0;max-width:36rem}
        .empty-arch{color:var(--rule);display:block;margin-bottom:.75rem}
        .empty-title{font-size:1.25rem}
        .empty ul,.ways{padding:0;margin:.75rem 0;list-style:none}
        .empty li,.ways li{padding:.2rem 0}
        .empty li::before,.ways li::before{content:"→ ";color:var(--red)}
        .asked code{background:var(--leaf);padding:.3rem .5rem;overflow-wrap:anywhere}
        .notice{border-left:3px solid var(--ochre);padding:.4rem 0 .4rem 1rem;margin:1rem 0;
        max-width:42rem}
        """

    /// What a wider screen adds: labels and dates in a column, filters beside the list, sources in the margin.
    static let wide = """
        @media (min-width:36rem){
        :root{--edge:2rem}
        .page-wide tbody th{position:sticky;left:0;background:var(--paper)}
        .page-wide thead th:first-child{left:0;z-index:2}
        .page-wide tbody tr:hover th{background:var(--leaf)}
        .facts>div,.changes>div{display:grid;grid-template-columns:minmax(7rem,11rem) minmax(0,1fr);
        gap:0 1.25rem}
        .facts dd,.changes dd{grid-column:2}
        .dated .entry,.timeline .entry{display:grid;grid-template-columns:8.5rem minmax(0,1fr);
        gap:0 1.25rem}
        .dated .entry .date,.timeline .entry .date{padding-top:.1rem}
        }
        @media (max-width:56rem){
        table{width:max-content;min-width:100%}
        th,td{max-width:20rem}
        }
        @media (min-width:56rem){
        .page-list{display:grid;grid-template-columns:15rem minmax(0,1fr);column-gap:4rem;
        grid-auto-rows:max-content;background:linear-gradient(var(--margin-line),var(--margin-line))
        no-repeat left calc(var(--edge) + 17rem) top 0/1px 100%}
        .page-list>*{grid-column:2}
        .page-list>.facets{grid-column:1;grid-row:1/span 40}
        @supports selector(::details-content){.page-list>.facets>details>summary{display:none}
        .page-list>.facets>details::details-content{content-visibility:visible;display:block}}
        .foot-text{grid-template-columns:1fr auto}
        .foot-text .promise{grid-row:span 3}
        .foot-text p:not(.promise){text-align:right}
        }
        @media (min-width:68rem){
        .page-record{--apparatus:calc(var(--margin) + 2*var(--gutter));
        padding-right:calc(var(--edge) + var(--apparatus));
        background:linear-gradient(var(--margin-line),var(--margin-line)) no-repeat
        right calc(var(--edge) + var(--margin) + var(--gutter)) top 0/1px 100%}
        .page-record .beside{display:grid;grid-template-columns:minmax(0,1fr) var(--margin);
        column-gap:calc(2*var(--gutter));margin-right:calc(-1*var(--apparatus))}
        .page-record .notes{border:0;padding:.5rem 0;margin:0}
        .page-record .facts+.notes{padding-top:.6rem}
        .page-record .with-sources{margin-right:calc(-1*var(--apparatus))}
        .page-record .with-sources .table-head{margin-right:var(--apparatus)}
        .page-record th.source,.page-record td.source{width:calc(var(--margin) + var(--gutter));
        padding-left:var(--gutter)}
        .page-record td.number:nth-last-child(2),.page-record th.number:nth-last-child(2){
        padding-right:var(--gutter)}
        .page-record th.source{background:linear-gradient(var(--margin-line),var(--margin-line))
        no-repeat left/1px 100% var(--paper)}
        .page-wide,.masthead:has(+.page-wide) .masthead-line,.page-wide+.foot .foot-text{
        max-width:110rem}
        }
        @media (min-width:100rem){
        html{font-size:112.5%}
        }
        """

    /// On paper: no navigation, black on white, links that can be read.
    static let print = """
        @media print{
        :root{--paper:#fff;--leaf:#fff;--ink:#000;--soft:#444;--hair:#ccc;--rule:#888;--red:#000;
        --margin-line:#bbb;--lagoon:#000;--ochre:#000}
        html{font-size:10.5pt}
        .masthead nav,.search,.contents,.facets,.filters,.pagination,.downloads,.skip,.arcade,
        .breadcrumbs{display:none}
        .page,.masthead-line,.foot-text{max-width:none;padding-inline:0}
        a{color:inherit;text-decoration-color:var(--rule)}
        .out::after{content:" (" attr(href) ")";overflow-wrap:anywhere}
        .table-scroll{overflow:visible;max-height:none}
        thead{display:table-header-group}
        tr,.entry,.facts>div,.figures>div{break-inside:avoid}
        h2,h3{break-after:avoid}
        }
        """
}
