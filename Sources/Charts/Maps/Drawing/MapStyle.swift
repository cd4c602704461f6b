/// The look of what only maps, networks and timelines have; `ChartStyle` takes it in.
enum MapStyle {
    /// Rules that set colours; `of` gives the value of a colour by its name.
    static func colours(_ of: (String) -> String) -> String {
        """
        .chart .graticule{stroke:\(of("hair"))}
        .chart .neatline{stroke:\(of("soft"))}
        .chart .neat-band{fill:\(of("soft"))}
        .chart .country,.chart .division,.chart .region{stroke:\(of("rule"))}
        .chart .flow.unsure{stroke:\(of("1"))}
        .chart .place{stroke:\(of("paper"))}
        .chart .plain{fill:\(of("context"))}
        .chart .leader,.chart .tie{stroke:\(of("context"))}
        .chart .halo{stroke:\(of("paper"))}
        .chart .no-figure{fill:\(of("paper"))}
        .chart .hatching{stroke:\(of("rule"))}
        .chart .ring{stroke:\(of("hair"))}
        .chart .today{stroke:\(of("2"))}
        .chart .today-text{fill:\(of("2"))}
        .chart .alert{fill:\(of("2"))}
        .chart .paper-fill{fill:\(of("paper"))}

        """
    }

    /// Rules that don't.
    static let shapes = """
        .chart .graticule{fill:none;stroke-width:.8}
        .chart .neatline{fill:none;stroke-width:.8}
        .chart .land{stroke-width:.6;stroke-linejoin:round}
        .chart .country,.chart .division,.chart .region{fill-rule:evenodd;stroke-width:.6;stroke-linejoin:round}
        .chart .division{stroke-dasharray:2 2}
        .chart .flow{opacity:.55}
        .chart .flow.unsure{stroke-width:1;fill-opacity:.25;stroke-dasharray:3 2}
        .chart .place{stroke-width:1.2}
        .chart .leader{stroke-width:.7;fill:none}
        .chart .tie{fill:none;stroke-linecap:round;opacity:.45}
        .chart .tie0{stroke-width:.5;opacity:.4}.chart .tie1{stroke-width:.8}.chart .tie2{stroke-width:1.4}
        .chart .tie3{stroke-width:2.2}.chart .tie4{stroke-width:3.4}.chart .tie5{stroke-width:5}
        .chart .hatching{fill:none;stroke-width:1}
        .chart .ring{fill:none;stroke-width:1;stroke-dasharray:2 4}
        .chart text.halo{paint-order:stroke;stroke-width:3;stroke-linejoin:round}
        .chart .today{stroke-width:1.2;fill:none}
        .chart .span-bar{fill-opacity:.3}
        .chart .fade1{fill-opacity:.24}.chart .fade2{fill-opacity:.17}
        .chart .fade3{fill-opacity:.1}.chart .fade4{fill-opacity:.05}
        .chart .edge-line{stroke-width:1.4;fill:none}
        .chart a:hover .flow,.chart a:focus .flow,.chart a:hover .tie,.chart a:focus .tie{opacity:1}

        """
}
