//! The picture as SVG, mark by mark, compared with reviewed files: tests/golden/*.svg.
//!
//! `BLESS=1 cargo test --test golden` writes them again. Look at each one before you commit it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where something is not as it should be")]

mod common;

use goalpost::theme::Palette;

const CASES: [(&str, &str, f64, Palette); 10] = [
    ("real", "weekly", 640.0, Palette::LIGHT),
    ("real", "weekly", 320.0, Palette::DARK),
    ("real", "burnup", 640.0, Palette::LIGHT),
    ("real", "compact", 320.0, Palette::LIGHT),
    ("kinds", "weekly", 640.0, Palette::LIGHT),
    ("kinds", "burnup", 320.0, Palette::LIGHT),
    ("going", "burnup", 640.0, Palette::DARK),
    ("percent", "weekly", 320.0, Palette::LIGHT),
    ("labels", "weekly", 320.0, Palette::LIGHT),
    ("year", "weekly", 240.0, Palette::LIGHT),
];

#[test]
fn the_pictures_match_the_reviewed_files() {
    let gallery = common::gallery();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden");
    for (name, view, width, palette) in CASES {
        let case = gallery.iter().find(|case| case["name"] == name).unwrap_or_else(|| panic!("no case {name}"));
        let mut goal = case["goal"].clone();
        goal["view"] = view.into();
        let scene = common::scene(&goal.to_string(), width);
        // A mark a line, for readable differences.
        let svg = common::svg(scene, palette).replace("/>", "/>\n").replace("</text>", "</text>\n");
        let theme = if palette.is_dark() { "dark" } else { "light" };
        let file = format!("{folder}/{name}-{view}-{width}-{theme}.svg");
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&file, &svg).expect("the snapshot can be written");
        }
        let before = std::fs::read_to_string(&file).unwrap_or_default();
        let differs = before.lines().zip(svg.lines()).enumerate().find(|(_, (was, is))| was != is);
        if let Some((line, (was, is))) = differs {
            panic!("{file}:{}\nwas {was}\nis  {is}", line + 1);
        }
        assert_eq!(before.lines().count(), svg.lines().count(), "{file}: as many marks");
    }
}
