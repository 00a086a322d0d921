//! Painting on a plotters backend: each mark becomes its call, in sixteenths of a CSS px.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where something is not as it should be")]

mod common;

use std::convert::Infallible;

use goalpost::geometry::{Point, Rect};
use goalpost::layout::{Anchor, Font, Label};
use goalpost::paint::{self, Pen};
use goalpost::scene::{Mark, Scene};
use goalpost::theme::{Ink, Palette};
use plotters::prelude::{DrawingBackend, FontTransform};
use plotters::style::text_anchor::HPos;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind};

/// A backend that records its calls.
#[derive(Default)]
struct Recorder(Vec<String>);

type Done = Result<(), DrawingErrorKind<Infallible>>;

impl Recorder {
    fn note(&mut self, call: String) {
        self.0.push(call);
    }
}

fn rgb(colour: BackendColor) -> String {
    let (red, green, blue) = colour.rgb;
    format!("#{red:02x}{green:02x}{blue:02x}")
}

impl DrawingBackend for Recorder {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (0, 0)
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, _: BackendColor) -> Done {
        self.note(format!("pixel {at:?}"));
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Done {
        self.note(format!("rect {from:?} {to:?} {} {fill}", rgb(style.color())));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done {
        let points: Vec<_> = path.into_iter().collect();
        self.note(format!("path {points:?} {} {}", rgb(style.color()), style.stroke_width()));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done {
        let points: Vec<_> = path.into_iter().collect();
        self.note(format!("polygon {points:?} {}", rgb(style.color())));
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Done {
        let across = match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Center => "middle",
            HPos::Right => "right",
        };
        assert!(matches!(style.transform(), FontTransform::None));
        let font = format!("{} {}px {}", style.style().as_str(), style.size(), style.family().as_str());
        self.note(format!("text {text:?} {at:?} {across} {font} {}", rgb(style.color())));
        Ok(())
    }
}

fn calls(marks: Vec<Mark>, ratio: f64) -> Vec<String> {
    let mut backend = Recorder::default();
    let scene = Scene { width: 100.0, height: 100.0, marks };
    let pen = Pen { palette: &Palette::LIGHT, family: "Noto Sans", ratio };
    paint::paint(&scene, pen, &mut backend).expect("a recorder refuses nothing");
    backend.0
}

fn area(x: f64, y: f64, width: f64, height: f64) -> Rect {
    Rect { x, y, width, height }
}

#[test]
fn rectangles_lie_on_the_grid_of_the_device() {
    let third = || vec![Mark::Rect(area(1.3, 2.0, 1.0, 0.1), Ink::Done)];
    assert_eq!(calls(third(), 1.0), ["rect (16, 32) (32, 48) #0b6fa8 true"], "at least one device px high");
    assert_eq!(calls(third(), 2.0), ["rect (24, 32) (40, 40) #0b6fa8 true"]);
}

#[test]
fn a_frame_is_four_sides_inside_its_rectangle() {
    let frame = calls(vec![Mark::Frame(area(0.0, 0.0, 10.0, 20.0), 1.5, Ink::Jam)], 2.0);
    let expected = [
        "rect (0, 0) (160, 24) #b85600 true",
        "rect (0, 296) (160, 320) #b85600 true",
        "rect (0, 0) (24, 320) #b85600 true",
        "rect (136, 0) (160, 320) #b85600 true",
    ];
    assert_eq!(frame, expected);
}

#[test]
fn outlines_lines_and_texts_keep_their_places_and_styles() {
    let triangle = vec![Point::new(0.0, 0.0), Point::new(1.5, 0.0), Point::new(0.0, 0.03)];
    let line = vec![Point::new(0.5, 1.0), Point::new(4.0, 1.0)];
    let label = Label {
        text: "83.3%".to_owned(),
        x: 12.5,
        y: 8.0,
        anchor: Anchor::Right,
        font: Font::bold(13.0),
        ink: Ink::Text,
        width: 30.0,
    };
    let marks = vec![Mark::Polygon(triangle, Ink::Jam), Mark::Path(line, 2.5, Ink::Muted), Mark::Text(label)];
    let expected = [
        "polygon [(0, 0), (24, 0), (0, 0)] #b85600",
        "path [(8, 16), (64, 16)] #59636e 40",
        "text \"83.3%\" (200, 128) right bold 208px Noto Sans #1f2328",
    ];
    assert_eq!(calls(marks, 1.0), expected);
}

#[test]
fn every_mark_of_the_real_goal_is_drawn_and_nothing_else() {
    let scene = common::scene(include_str!("fixtures/goals/kubernetes.json"), 640.0);
    let wanted: usize = scene.marks.iter().map(|mark| if matches!(mark, Mark::Frame(..)) { 4 } else { 1 }).sum();
    let drawn = calls(scene.marks, 1.0);
    assert_eq!(drawn.len(), wanted);
    assert!(drawn.iter().all(|call| !call.starts_with("pixel")), "no pixel by itself");
}
