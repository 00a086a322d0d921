//! The numbers of the design's two goals, to the last digit.
mod common;
use common::*;
use goalpost::theme::Palette;
#[test]
fn dump() {
    let j = std::fs::read_to_string("../shared/data/kubernetes.json").unwrap();
    let s = scene(&j, 640.0);
    for s in &s.account.summary {
        println!("{s}");
    }
    for r in &s.account.rows {
        println!("{r:?}");
    }
    for (w, p, name) in [
        (640.0, Palette::LIGHT, "a"),
        (340.0, Palette::DARK, "b"),
        (240.0, Palette::LIGHT, "c"),
        (960.0, Palette::DARK, "d"),
    ] {
        let s = scene(&j, w);
        let [r, g, b] = p.ground.rgb;
        let svg = svg(&s, &p).replacen(
            "<svg ",
            &format!("<svg style='width:{}px;height:{}px;background:rgb({r},{g},{b})' ", s.width, s.height),
            1,
        );
        std::fs::write(format!("/tmp/{name}.svg"), svg).unwrap();
    }
}
