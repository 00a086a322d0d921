//! Steps through the weeks: a slider over the plot, a marker on its week, and a tooltip.
//!
//! It is a slider because every screen reader passes arrow keys, and swipes on phones, on to a slider and reads its new
//! value. So it needs no live region, and nothing is read twice.

use std::cell::{Cell, RefCell};

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlElement, KeyboardEvent, PointerEvent};

use crate::geometry::{Rect, Span};
use crate::goal::Attendance;
use crate::layout::{BandScale, Chart, Layout, WIDE};
use crate::progress::Progress;
use crate::report::week_text;

use super::super::appearance::Appearance;
use super::super::dom;
use super::super::listeners::Listeners;
use super::super::picture::Subject;

/// Milliseconds between two announcements while a key is held.
const BETWEEN: f64 = 100.0;
/// The number of weeks of one step by Page Up and Page Down.
const PAGE: usize = 4;
/// The gap between the tooltip and the band of its week, in CSS px.
const BESIDE: f64 = 6.0;
/// How far the axis extends below the middle of its last line, in CSS px.
const HALF_LINE: f64 = 10.0;

pub(super) struct Stepper {
    area: HtmlElement,
    slider: HtmlElement,
    marker: HtmlElement,
    tip: HtmlElement,
    scale: RefCell<BandScale>,
    /// The whole picture, relative to the plot's top left.
    picture: Cell<Rect>,
    /// The row of the legend, also relative to it, if the tooltip is placed there.
    row: Cell<Option<Rect>>,
    mirrored: Cell<bool>,
    /// The index of the slider's week.
    at: Cell<usize>,
    /// The index of the week of marker and tooltip. A mouse moves only this one.
    shown: Cell<usize>,
    /// The number of the week that was announced last, and the time.
    told: Cell<(usize, f64)>,
}

impl Stepper {
    pub(super) fn new(
        picture: &HtmlElement,
        name: &str,
        weeks: usize,
        at: usize,
        listeners: &mut Listeners,
    ) -> Result<Self, JsValue> {
        let part = |class: &str| dom::with_class("div", class);
        let (area, slider, marker, tip) = (part("weeks")?, part("slider")?, part("marker")?, part("tip")?);
        let attributes = [
            ("role", "slider"),
            ("tabindex", "0"),
            ("aria-label", name),
            ("aria-valuemin", "1"),
            ("aria-valuemax", &weeks.to_string()),
        ];
        dom::set(&slider, &attributes)?;
        marker.set_hidden(true);
        tip.set_hidden(true);
        dom::append(&slider, &marker)?;
        dom::append(&area, &slider)?;
        dom::append(&area, &tip)?;
        dom::append(picture, &area)?;
        listeners.add(
            &area,
            &["pointerdown", "pointermove", "pointerleave", "pointercancel", "keydown", "keyup", "focusin", "focusout"],
        )?;
        Ok(Self {
            area,
            slider,
            marker,
            tip,
            scale: RefCell::default(),
            picture: Cell::default(),
            row: Cell::default(),
            mirrored: Cell::default(),
            at: Cell::new(at.min(weeks.saturating_sub(1))),
            shown: Cell::default(),
            told: Cell::default(),
        })
    }

    /// Places it over the plot and its axis. Horizontally it uses shares of the picture, which a page may squeeze.
    pub(super) fn fit(
        &self,
        subject: &Subject,
        layout: &Layout,
        chart: &Chart,
        appearance: &Appearance,
    ) -> Result<(), JsValue> {
        let (plot, width, scale) = (chart.plot, layout.width, appearance.scale);
        let left = if appearance.right_to_left { width - plot.right() } else { plot.x };
        let below = chart.labels.iter().map(|label| label.y).chain(chart.signs.iter().map(|sign| sign.centre.y));
        let bottom = below.map(|y| y + HALF_LINE).fold(plot.bottom(), f64::max);
        self.area.style().set_css_text(&format!(
            "left:{}%;width:{}%;top:{}px;height:{}px;--base:{}px;--ink:{};--ground:{}",
            100.0 * left / width,
            100.0 * plot.width / width,
            plot.y * scale,
            (bottom - plot.y) * scale,
            plot.height * scale,
            appearance.palette.text.css(),
            appearance.palette.ground.css()
        ));
        self.scale.replace(chart.scale.clone());
        self.picture.set(Rect { x: -left, y: -plot.y, width, height: layout.height }.times(scale));
        let row = chart.legend_row;
        let in_row = width < WIDE;
        self.tip.set_class_name(if in_row { "tip row" } else { "tip" });
        self.row.set(in_row.then(|| Rect { x: -left, y: row.y - plot.y, width, ..row }.times(scale)));
        self.mirrored.set(appearance.right_to_left);
        self.tell(subject, 0.0)?;
        if self.tip.hidden() { Ok(()) } else { self.show(subject, self.shown.get()) }
    }

    pub(super) fn heard(&self, subject: &Subject, event: &Event) -> Result<(), JsValue> {
        let in_tip = event.target().is_some_and(|target| self.tip.contains(Some(target.unchecked_ref())));
        let gone = match event.type_().as_str() {
            "keydown" if !in_tip => return self.key(subject, event.unchecked_ref()),
            "keyup" => return self.tell(subject, event.time_stamp()),
            "pointerdown" | "pointermove" if !in_tip => return self.point(subject, event.unchecked_ref()),
            "focusin" if self.is_focused()? => {
                self.tell(subject, event.time_stamp())?;
                self.show(subject, self.at.get())?;
                // Shown until the first key is pressed.
                dom::append(&self.tip, dom::with_text("small", subject.locale.keys())?)?;
                self.place(self.band(self.at.get()));
                return Ok(());
            }
            "pointercancel" => true,
            // A lifted finger leaves too, but its tooltip stays until the page is touched elsewhere.
            "pointerleave" if self.is_focused()? => return self.show(subject, self.at.get()),
            "pointerleave" => event.unchecked_ref::<PointerEvent>().pointer_type() == "mouse",
            // A reader who points at the tooltip may want to follow its link.
            "focusout" => !self.area.matches(":hover")?,
            _ => false,
        };
        if gone {
            self.hide();
        }
        Ok(())
    }

    /// Hides marker and tooltip. Returns whether they were shown.
    pub(super) fn hide(&self) -> bool {
        let shown = !self.tip.hidden();
        self.tip.set_hidden(true);
        self.marker.set_hidden(true);
        shown
    }

    /// Whether the slider has visible focus. A click gives it none.
    fn is_focused(&self) -> Result<bool, JsValue> {
        self.slider.matches(":focus-visible")
    }

    fn key(&self, subject: &Subject, event: &KeyboardEvent) -> Result<(), JsValue> {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return Ok(());
        }
        let at = self.at.get();
        let last = self.scale.borrow().weeks().saturating_sub(1);
        let (back, on) = (at.saturating_sub(1), (at + 1).min(last));
        let (mark_before, mark_after) = marks_around(&subject.progress, at);
        let (left, right) = if self.mirrored.get() { (on, back) } else { (back, on) };
        let (left_mark, right_mark) =
            if self.mirrored.get() { (mark_after, mark_before) } else { (mark_before, mark_after) };
        let week = match (event.key().as_str(), event.shift_key()) {
            ("ArrowLeft", false) => left,
            ("ArrowRight", false) => right,
            ("ArrowLeft", true) => left_mark,
            ("ArrowRight", true) => right_mark,
            ("ArrowDown", false) => back,
            ("ArrowUp", false) => on,
            ("PageDown", false) => at.saturating_sub(PAGE),
            ("PageUp", false) => (at + PAGE).min(last),
            ("Home", false) => 0,
            ("End", false) => last,
            ("Enter", false) => return self.open_link(subject, event),
            _ => return Ok(()),
        };
        event.prevent_default();
        self.at.set(week);
        self.show(subject, week)?;
        // While a key is held, only some weeks are announced, and the last one when the key is released.
        if !event.repeat() || event.time_stamp() - self.told.get().1 >= BETWEEN {
            self.tell(subject, event.time_stamp())?;
        }
        Ok(())
    }

    /// Opens the link of the slider's week, if it has one.
    fn open_link(&self, subject: &Subject, event: &KeyboardEvent) -> Result<(), JsValue> {
        if subject.progress.goal.weeks.get(self.at.get()).is_some_and(|week| week.link.is_some()) {
            event.prevent_default();
            self.show(subject, self.at.get())?;
            if let Some(link) = self.tip.query_selector("a")? {
                link.unchecked_into::<HtmlElement>().click();
            }
        }
        Ok(())
    }

    fn point(&self, subject: &Subject, event: &PointerEvent) -> Result<(), JsValue> {
        let width = f64::from(self.slider.client_width()).max(1.0);
        let share = f64::from(event.offset_x()) / width;
        let week = self.scale.borrow().week_at(if self.mirrored.get() { 1.0 - share } else { share });
        if week != self.shown.get() || self.tip.hidden() {
            self.show(subject, week)?;
        }
        if event.type_() == "pointerdown" {
            self.at.set(week);
            self.tell(subject, event.time_stamp())?;
        }
        Ok(())
    }

    /// Moves marker and tooltip to a week.
    fn show(&self, subject: &Subject, week: usize) -> Result<(), JsValue> {
        let Some(text) = week_text(&subject.progress, subject.locale, week) else { return Ok(()) };
        self.shown.set(week);
        let Span { start, end } = self.band(week);
        self.marker.style().set_css_text(&format!("left:{}%;width:{}%", 100.0 * start, 100.0 * (end - start)));
        self.marker.set_hidden(false);

        self.tip.set_text_content(None);
        dom::append(&self.tip, dom::with_text("b", &text.week)?)?;
        dom::append(&self.tip, dom::with_text("span", &text.work)?)?;
        let remarks = text.remarks.join(" · ");
        match &text.link {
            Some(address) => {
                let link = dom::link(if remarks.is_empty() { &text.week } else { &remarks }, address)?;
                // The slider is the only Tab stop. Enter opens the link there.
                link.set_attribute("tabindex", "-1")?;
                dom::append(&self.tip, link)?;
            }
            None => dom::append(&self.tip, dom::with_text("span", &remarks)?)?,
        }
        self.tip.set_hidden(false);
        self.place(self.band(week));
        Ok(())
    }

    /// The band of a week in the picture, in shares of the plot.
    fn band(&self, week: usize) -> Span {
        let band = self.scale.borrow().band(week);
        if self.mirrored.get() { Span::new(1.0 - band.end, 1.0 - band.start) } else { band }
    }

    /// Places the tooltip inside the picture: in a narrow one it stands on the row of the legend, else beside
    /// the band of its week, which is given in shares of the plot. A transform moves it, because that does not
    /// trigger layout.
    fn place(&self, band: Span) {
        let picture = self.picture.get();
        if let Some(row) = self.row.get() {
            let width = format!("width:{}px;max-width:none", row.width);
            self.tip.style().set_css_text(&width);
            let top = (row.bottom() - f64::from(self.tip.offset_height())).max(picture.y);
            return self.move_to(&width, row.x, top);
        }
        self.tip.style().set_css_text("");
        let plot = f64::from(self.area.client_width());
        let (start, end) = (band.start * plot - BESIDE, band.end * plot + BESIDE);
        let (before, behind) = (start - picture.x, picture.right() - end);
        // If it fits on neither side, it goes to the wider one.
        let (width, height) = (f64::from(self.tip.offset_width()), f64::from(self.tip.offset_height()));
        let is_behind = width <= behind || behind >= before;
        let room = if is_behind { behind } else { before };
        let left = if is_behind { end } else { start - width.min(room) };
        let width = format!("max-width:min({room}px,22em)");
        self.move_to(&width, left, 0.0_f64.min(picture.bottom() - height));
    }

    /// At whole px, where text is sharp.
    fn move_to(&self, width: &str, left: f64, top: f64) {
        let (left, top) = (left.round(), top.round());
        self.tip.style().set_css_text(&format!("{width};transform:translate({left}px,{top}px)"));
    }

    /// Announces the slider's week, unless it was announced last.
    fn tell(&self, subject: &Subject, now: f64) -> Result<(), JsValue> {
        let week = self.at.get();
        if self.told.get().0 == week + 1 {
            return Ok(());
        }
        self.told.set((week + 1, now));
        self.slider.set_attribute("aria-valuenow", &(week + 1).to_string())?;
        let text = week_text(&subject.progress, subject.locale, week);
        let sentence = text.map_or_else(String::new, |text| text.sentence(subject.locale));
        self.slider.set_attribute("aria-valuetext", &sentence)
    }
}

/// The nearest weeks before and after one that have something to show: the start of the jam, an absence, a milestone or
/// a link. If there is none, the week itself.
fn marks_around(progress: &Progress, at: usize) -> (usize, usize) {
    let began = progress.jam.as_ref().map(|jam| jam.since);
    let is_mark = |index: &usize| {
        progress.goal.weeks.get(*index).is_some_and(|week| {
            week.attendance == Attendance::Absent || week.milestone.is_some() || week.link.is_some()
        }) || began == Some(index + 1)
    };
    let before = (0..at).rev().find(is_mark).unwrap_or(at);
    (before, (at + 1..progress.weeks.len()).find(is_mark).unwrap_or(at))
}
