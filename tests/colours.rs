//! Colours that everybody can distinguish: contrast on any ground, and distance for each type of colour blindness.
#![cfg(not(target_arch = "wasm32"))]

mod common;

use goalpost::scene::{Mark, Scene};
use goalpost::theme::{Colour, Contrast, Ink, MARK_CONTRAST, Palette, TEXT_CONTRAST};

/// The least CIE76 distance of colours that differ in meaning, for every type of vision.
const APART: f64 = 20.0;

type Matrix = [[f64; 3]; 3];

/// Machado, Oliveira and Fernandes 2009, severity 1.0, on linear light.
const SEEN: [(&str, Matrix); 4] = [
    ("as it is", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protan",
        [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    ),
    (
        "deutan",
        [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    ),
    (
        "tritan",
        [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
    ),
];

const WHITE_INK: Colour = Colour::solid(255, 255, 255);
const BLACK_INK: Colour = Colour::solid(0, 0, 0);
const INKS: [Ink; 13] = [
    Ink::Text,
    Ink::Muted,
    Ink::Line,
    Ink::Track,
    Ink::Ground,
    Ink::Done,
    Ink::Ahead,
    Ink::Wash,
    Ink::Jam,
    Ink::DoneWords,
    Ink::JamWords,
    Ink::Hatch,
    Ink::River,
];

const TO_XYZ: Matrix =
    [[0.412_456, 0.357_576, 0.180_438], [0.212_673, 0.715_152, 0.072_175], [0.019_334, 0.119_192, 0.950_304]];
const WHITE: [f64; 3] = [0.950_47, 1.0, 1.088_83];

fn times(matrix: Matrix, vector: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(vector).map(|(a, b)| a * b).sum())
}

fn linear(channel: u8) -> f64 {
    let value = f64::from(channel) / 255.0;
    if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
}

/// CIE L*a*b* of a solid colour under a type of vision.
fn lab(colour: Colour, seen: Matrix) -> [f64; 3] {
    let light = times(seen, colour.rgb.map(linear)).map(|value| value.clamp(0.0, 1.0));
    let xyz = times(TO_XYZ, light);
    let f = |value: f64| if value > 0.008_856 { value.cbrt() } else { 7.787 * value + 16.0 / 116.0 };
    let [x, y, z] = [f(xyz[0] / WHITE[0]), f(xyz[1] / WHITE[1]), f(xyz[2] / WHITE[2])];
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn distance(a: Colour, b: Colour, seen: Matrix) -> f64 {
    let (a, b) = (lab(a, seen), lab(b, seen));
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

/// Grounds of real pages, and odd ones: white, paper, pastels, terminal and night themes, the middle of everything.
fn grounds() -> Vec<Colour> {
    let named = [
        0x00FD_F6E3,
        0x00FA_F4E8,
        0x0000_2B36,
        0x0028_2A36,
        0x002E_3440,
        0x000D_1117,
        0x001E_1E2E,
        0x00FF_E4E1,
        0x00E6_F0FA,
    ];
    let channel = |code: u32, shift: u32| u8::try_from(code >> shift & 0xFF).unwrap_or_default();
    let named = named.into_iter().map(|code| Colour::solid(channel(code, 16), channel(code, 8), channel(code, 0)));
    named.chain((0..=255).step_by(5).map(|grey| Colour::solid(grey, grey, grey))).collect()
}

fn palettes() -> Vec<Palette> {
    let of_pages = grounds().into_iter().map(|ground| {
        let text =
            if ground.luminance() > 0.18 { Colour::solid(0x22, 0x22, 0x22) } else { Colour::solid(0xdd, 0xdd, 0xdd) };
        Palette::on(ground, text)
    });
    [Palette::LIGHT, Palette::DARK].into_iter().chain(of_pages).collect()
}

/// Criterion A10.
#[test]
fn text_and_marks_have_enough_contrast_on_every_ground() {
    for palette in palettes() {
        let ground = palette.ground;
        let solid = |ink: Ink| palette.colour(ink).over(ground);
        for (ink, on, least) in [
            (Ink::Text, Ink::Ground, TEXT_CONTRAST),
            (Ink::Muted, Ink::Ground, TEXT_CONTRAST),
            (Ink::Jam, Ink::Ground, TEXT_CONTRAST),
            (Ink::Done, Ink::Ground, MARK_CONTRAST),
            // A fraction may be drawn over the river.
            (Ink::Text, Ink::River, TEXT_CONTRAST),
            (Ink::Muted, Ink::River, TEXT_CONTRAST),
            (Ink::Text, Ink::Wash, MARK_CONTRAST),
            (Ink::Done, Ink::Track, MARK_CONTRAST),
        ] {
            let contrast = solid(ink).contrast(solid(on));
            assert!(contrast >= least, "{ink:?} on {on:?}: {contrast:.2} on {ground:?}");
        }
    }
}

/// A reader who asks for more contrast gets that of level AAA.
#[test]
fn with_more_contrast_text_has_seven_to_one_and_marks_four_and_a_half() {
    for palette in palettes() {
        let palette = Palette { contrast: Contrast::More, ..palette }.readable();
        let solid = |ink: Ink| palette.colour(ink).over(palette.ground);
        let inks = [Ink::Text, Ink::Muted, Ink::Jam, Ink::DoneWords, Ink::JamWords].map(|ink| (ink, 7.0));
        // Between black and white, a middle grey leaves no more than this.
        let most = solid(Ink::Ground).contrast(if palette.is_dark() { WHITE_INK } else { BLACK_INK });
        for (ink, least) in inks.into_iter().chain([(Ink::Done, TEXT_CONTRAST)]) {
            let contrast = solid(ink).contrast(palette.ground);
            assert!(contrast >= f64::min(least, most), "{ink:?}: {contrast:.2} on {:?}", palette.ground);
        }
    }
}

/// Criterion A12: a colour that is mixed of two of the system's is none of them.
#[test]
fn with_forced_colours_every_ink_is_one_of_the_systems_and_the_gauge_is_seen() {
    let system = |code: u8| Colour::solid(code, code, code);
    let palette = Palette {
        ground: system(0),
        text: system(1),
        muted: system(2),
        line: system(3),
        done: system(4),
        jam: system(5),
        river: 0.2,
        contrast: Contrast::Forced,
    };
    assert_eq!(palette.readable(), palette);
    for ink in INKS {
        let colour = palette.colour(ink);
        assert!(colour.alpha >= 1.0 && colour.rgb[0] <= 5, "{ink:?}: {colour:?}");
    }
    assert_eq!(palette.colour(Ink::Track), palette.ground, "what is done is told apart from it");
}

/// Criterion A10, for what is drawn: what is pale has an edge that is not, or lies behind something that has one.
#[test]
fn whatever_is_pale_has_an_edge_that_is_seen() {
    for case in common::gallery() {
        for view in ["weekly", "burnup", "compact"] {
            let mut goal = case["goal"].clone();
            goal["view"] = view.into();
            for width in [240.0, 640.0] {
                let scene = common::scene(&goal.to_string(), width);
                let faint = faint(&scene, &Palette::LIGHT);
                assert!(faint.is_empty(), "{} {view} {width}: {faint:?}", case["name"]);
            }
        }
    }
    let bare = Scene { width: 9.0, height: 9.0, marks: vec![Mark::Polygon(Vec::new(), Ink::River)] };
    assert_eq!(faint(&bare, &Palette::LIGHT), [Ink::River], "it can fail");
}

/// The inks of the filled marks that cannot be seen by themselves, and that no line follows which can be. What follows
/// draws its edge: nothing else lies between.
fn faint(scene: &Scene, palette: &Palette) -> Vec<Ink> {
    let is_seen = |ink: Ink| palette.colour(ink).over(palette.ground).contrast(palette.ground) >= MARK_CONTRAST;
    let mut faint = Vec::new();
    for (at, mark) in scene.marks.iter().enumerate() {
        let ink = match mark {
            // Lines that show no data, the ground, and the area whose upper edge is the line of work.
            Mark::Rect(area, Ink::Line) if area.height <= 1.0 => continue,
            Mark::Rect(_, Ink::Ground) | Mark::Polygon(_, Ink::Ground | Ink::Wash) => continue,
            Mark::Rect(_, ink) | Mark::Polygon(_, ink) => *ink,
            _ => continue,
        };
        let mut after = scene.marks.iter().skip(at + 1);
        let is_edged = after.next().is_some_and(|next| match next {
            Mark::Path(_, _, edge) | Mark::Frame(_, _, edge) => is_seen(*edge),
            // The backlog's line lies above the columns.
            Mark::Rect(_, Ink::Done) => after.any(|later| matches!(later, Mark::Path(_, _, Ink::Jam))),
            _ => false,
        });
        if !is_seen(ink) && !is_edged {
            faint.push(ink);
        }
    }
    faint
}

/// Criterion A11 for colours; `web.rs` checks the hatching of open work.
#[test]
fn done_and_jam_differ_for_every_kind_of_vision() {
    for palette in palettes() {
        let solid = |ink: Ink| palette.colour(ink).over(palette.ground);
        for (kind, seen) in SEEN {
            for (a, b) in [
                (Ink::Done, Ink::Jam),
                (Ink::Done, Ink::Ground),
                (Ink::Jam, Ink::Ground),
                (Ink::Done, Ink::River),
                (Ink::Done, Ink::Ahead),
                (Ink::Done, Ink::Line),
            ] {
                let apart = distance(solid(a), solid(b), seen);
                assert!(apart >= APART, "{kind}: {a:?} and {b:?} are {apart:.1} apart on {:?}", palette.ground);
            }
        }
    }
}

#[test]
fn the_distance_is_the_one_defined_by_the_cie() {
    let (as_it_is, black, white) = (SEEN[0].1, Colour::solid(0, 0, 0), Colour::solid(255, 255, 255));
    assert!((distance(black, white, as_it_is) - 100.0).abs() < 0.1);
    let red_and_green = (Colour::solid(255, 0, 0), Colour::solid(0, 128, 0));
    let normal = distance(red_and_green.0, red_and_green.1, as_it_is);
    let deutan = distance(red_and_green.0, red_and_green.1, SEEN[2].1);
    assert!(deutan < normal / 2.0, "{normal:.1} and {deutan:.1}: red and green are near for those who see no green");
}
