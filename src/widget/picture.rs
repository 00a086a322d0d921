//! The drawing: a goal's scene on its canvas, in the appearance that the page gives it.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;

use crate::export::{self, Document};
use crate::goal::{Goal, View};
use crate::layout::{self, Input, Layout};
use crate::locale::Locale;
use crate::progress::{self, Progress};
use crate::report::{Description, description};
use crate::scene::{self, Scene};

use super::appearance::Appearance;
use super::canvas::Canvas;

/// A goal that can be drawn, and the language of its words.
pub(super) struct Subject {
    pub(super) progress: Progress,
    pub(super) locale: Locale,
}

impl Subject {
    pub(super) fn new(goal: Goal, locale: Locale) -> Self {
        Self { progress: progress::progress(goal), locale }
    }

    pub(super) fn title(&self) -> &str {
        self.locale.title(self.progress.goal.title.as_deref())
    }

    pub(super) fn description(&self, view: View) -> Description {
        description(&self.progress, self.locale, view)
    }

    /// The author's choice of view, if there is one.
    pub(super) fn view(&self) -> Option<View> {
        self.progress.goal.view
    }
}

/// A canvas, and the appearance of its picture.
#[derive(Default)]
pub(super) struct Picture {
    canvas: RefCell<Option<Rc<Canvas>>>,
    /// The appearance of the next drawing, if it is already known.
    measured: RefCell<Option<Rc<Appearance>>>,
    /// The appearance of the current picture.
    drawn: RefCell<Option<Rc<Appearance>>>,
}

impl Picture {
    /// Keeps an appearance for the next drawing.
    pub(super) fn prepare(&self, appearance: Option<Appearance>) {
        self.measured.replace(appearance.map(Rc::new));
    }

    /// Takes the appearance that was kept for the next drawing.
    pub(super) fn prepared(&self) -> Option<Rc<Appearance>> {
        self.measured.take()
    }

    /// Whether the current picture, or the next drawing, has this width and the screen's pixel ratio.
    pub(super) fn fits(&self, width: f64) -> bool {
        self.measured.borrow().is_some() || self.drawn.borrow().as_ref().is_some_and(|drawn| drawn.fits(width))
    }

    /// Whether the current picture has this appearance.
    pub(super) fn has(&self, appearance: &Appearance) -> bool {
        self.drawn.borrow().as_deref() == Some(appearance)
    }

    /// Forgets the appearance of the current picture, so that the next drawing happens even if it looks the same.
    pub(super) fn forget(&self) {
        self.drawn.take();
    }

    /// Draws a goal. The first drawing creates the canvas.
    pub(super) fn draw(&self, subject: &Subject, appearance: &Rc<Appearance>) -> Result<(Rc<Canvas>, Layout), JsValue> {
        let known = self.canvas.borrow().clone();
        let canvas = match known {
            Some(canvas) => canvas,
            None => Rc::new(Canvas::new(subject.locale.tag())?),
        };
        let (layout, scene) = compose(subject, appearance, &canvas, subject.progress.goal.beside.title)?;
        // First outside of the page: inside it, each text would make the browser compute the page's styles.
        canvas.draw(&scene, appearance)?;
        self.canvas.replace(Some(canvas.clone()));
        self.drawn.replace(Some(appearance.clone()));
        Ok((canvas, layout))
    }

    /// The picture with its title as the data URL of a PNG image.
    pub(super) fn png(&self, subject: &Subject) -> Result<Option<String>, JsValue> {
        let Some((canvas, appearance)) = self.current() else { return Ok(None) };
        let (_, mut scene) = compose(subject, &appearance, &canvas, true)?;
        scene.add_ground();
        let copy = Canvas::new(subject.locale.tag())?;
        copy.draw(&scene, &appearance)?;
        copy.png().map(Some)
    }

    /// The picture with its title as an SVG document.
    pub(super) fn svg(&self, subject: &Subject) -> Result<Option<String>, JsValue> {
        let Some((canvas, appearance)) = self.current() else { return Ok(None) };
        let (layout, scene) = compose(subject, &appearance, &canvas, true)?;
        let document = Document {
            description: &subject.description(layout.view()),
            lang: subject.locale.tag(),
            family: &appearance.family,
            measure: &canvas.measure(&appearance.family),
            palette: appearance.palette,
            sheet: None,
        };
        Ok(Some(export::svg(scene, &document)))
    }

    fn current(&self) -> Option<(Rc<Canvas>, Rc<Appearance>)> {
        self.canvas.borrow().clone().zip(self.drawn.borrow().clone())
    }
}

fn compose(
    subject: &Subject,
    appearance: &Appearance,
    canvas: &Canvas,
    has_title: bool,
) -> Result<(Layout, Scene), JsValue> {
    let measure = canvas.measure(&appearance.family);
    let input = Input { progress: &subject.progress, locale: subject.locale, measure: &measure, has_title };
    let width = appearance.width / appearance.scale;
    let layout = layout::layout(input, subject.progress.goal.view, width, appearance.height);
    measure.finish()?;
    let mut scene = scene::scene(&layout, appearance.right_to_left);
    if appearance.own_ground {
        scene.add_ground();
    }
    Ok((layout, scene))
}
