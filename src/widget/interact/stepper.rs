//! Steps through the weeks: a slider over the plot, the marker of its week, and a tooltip about it.
//!
//! It is a slider because every screen reader passes arrow keys, and on phones swipes, on to a slider and reads its new
//! value. So no live region is needed, and nothing is read twice.

use std::cell::{Cell, RefCell};

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlElement, KeyboardEvent, PointerEvent};

use crate::layout::{BandScale, Chart};
use crate::report::week_text;

use super::super::appearance::Appearance;
use super::super::dom;
use super::super::listeners::Listeners;
use super::super::picture::Subject;

/// Milliseconds between two announcements while a key is held.
const BETWEEN: f64 = 100.0;
/// The least distance of the tooltip from the window's edge, in CSS px.
const MARGIN: f64 = 4.0;
/// The axis reaches this much below the middle of its last line, in CSS px.
const HALF_LINE: f64 = 10.0;

pub(super) struct Stepper {
    area: HtmlElement,
    slider: HtmlElement,
    marker: HtmlElement,
    tip: HtmlElement,
    scale: RefCell<BandScale>,
    mirrored: Cell<bool>,
    /// The index of the slider's week.
    at: Cell<usize>,
    /// The number of the week that was announced last, and when.
    told: Cell<(usize, f64)>,
}

impl Stepper {
    pub(super) fn new(
        picture: &HtmlElement,
        name: &str,
        weeks: usize,
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
            mirrored: Cell::default(),
            at: Cell::default(),
            told: Cell::default(),
        })
    }

    /// Puts it over the plot and its axis. Across, its place is in shares of the picture, which a page may squeeze.
    pub(super) fn fit(
        &self,
        subject: &Subject,
        chart: &Chart,
        width: f64,
        appearance: &Appearance,
    ) -> Result<(), JsValue> {
        let plot = chart.plot;
        let left = if appearance.right_to_left { width - plot.right() } else { plot.x };
        let bottom = chart.labels.iter().map(|label| label.y + HALF_LINE).fold(plot.bottom(), f64::max);
        self.area.style().set_css_text(&format!(
            "left:{}%;width:{}%;top:{}px;height:{}px;--ink:{};--ground:{}",
            100.0 * left / width,
            100.0 * plot.width / width,
            plot.y,
            bottom - plot.y,
            appearance.palette.text.css(),
            appearance.palette.ground.css()
        ));
        self.scale.replace(chart.scale.clone());
        self.mirrored.set(appearance.right_to_left);
        self.tell(subject, 0.0)?;
        if self.tip.hidden() { Ok(()) } else { self.show(subject, self.at.get()) }
    }

    pub(super) fn heard(&self, subject: &Subject, event: &Event) -> Result<(), JsValue> {
        let in_tip = event.target().is_some_and(|target| self.tip.contains(Some(target.unchecked_ref())));
        let gone = match event.type_().as_str() {
            "keydown" if !in_tip => return self.key(subject, event.unchecked_ref()),
            "keyup" => return self.tell(subject, event.time_stamp()),
            "pointerdown" | "pointermove" if !in_tip => return self.point(subject, event.unchecked_ref()),
            "focusin" if self.is_focused()? => {
                self.tell(subject, event.time_stamp())?;
                return self.show(subject, self.at.get());
            }
            "pointercancel" => true,
            // A finger that is lifted leaves as well, but what it showed stays until the page is touched elsewhere.
            "pointerleave" => event.unchecked_ref::<PointerEvent>().pointer_type() == "mouse" && !self.is_focused()?,
            // A reader who points at the tooltip may want its link.
            "focusout" => !self.area.matches(":hover")?,
            _ => false,
        };
        if gone {
            self.hide();
        }
        Ok(())
    }

    /// Hides marker and tooltip. Gives whether they were shown.
    pub(super) fn hide(&self) -> bool {
        let shown = !self.tip.hidden();
        self.tip.set_hidden(true);
        self.marker.set_hidden(true);
        shown
    }

    /// Whether it has the focus and shows it. After a click it does not.
    fn is_focused(&self) -> Result<bool, JsValue> {
        self.slider.matches(":focus-visible")
    }

    fn key(&self, subject: &Subject, event: &KeyboardEvent) -> Result<(), JsValue> {
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
            return Ok(());
        }
        let last = self.scale.borrow().weeks().saturating_sub(1);
        let (back, on) = (self.at.get().saturating_sub(1), (self.at.get() + 1).min(last));
        let (left, right) = if self.mirrored.get() { (on, back) } else { (back, on) };
        let week = match event.key().as_str() {
            "ArrowLeft" => left,
            "ArrowRight" => right,
            "Home" => 0,
            "End" => last,
            "Enter" => {
                if let Some(link) = self.tip.query_selector("a")?.filter(|_| !self.tip.hidden()) {
                    event.prevent_default();
                    link.unchecked_into::<HtmlElement>().click();
                }
                return Ok(());
            }
            _ => return Ok(()),
        };
        event.prevent_default();
        self.show(subject, week)?;
        // While a key is held, a week is announced from time to time, and the last one when it is let go.
        if !event.repeat() || event.time_stamp() - self.told.get().1 >= BETWEEN {
            self.tell(subject, event.time_stamp())?;
        }
        Ok(())
    }

    fn point(&self, subject: &Subject, event: &PointerEvent) -> Result<(), JsValue> {
        let width = f64::from(self.slider.client_width()).max(1.0);
        let share = f64::from(event.offset_x()) / width;
        let week = self.scale.borrow().week_at(if self.mirrored.get() { 1.0 - share } else { share });
        if week != self.at.get() || self.tip.hidden() {
            self.show(subject, week)?;
        }
        if event.type_() == "pointerdown" { self.tell(subject, event.time_stamp()) } else { Ok(()) }
    }

    /// Moves marker and tooltip to a week.
    fn show(&self, subject: &Subject, week: usize) -> Result<(), JsValue> {
        let Some(text) = week_text(&subject.progress, subject.locale, week) else { return Ok(()) };
        self.at.set(week);
        let band = self.scale.borrow().band(week);
        let (start, width) = (if self.mirrored.get() { 1.0 - band.end } else { band.start }, band.length());
        self.marker.style().set_css_text(&format!("left:{}%;width:{}%", 100.0 * start, 100.0 * width));
        self.marker.set_hidden(false);

        self.tip.set_text_content(None);
        dom::append(&self.tip, dom::with_text("b", &text.week)?)?;
        dom::append(&self.tip, dom::with_text("span", &text.work)?)?;
        let remarks = text.remarks.join(" · ");
        match &text.link {
            Some(address) => {
                let link = dom::link(if remarks.is_empty() { address } else { &remarks }, address)?;
                // The slider is the only stop of the Tab key: there, Enter opens the link.
                link.set_attribute("tabindex", "-1")?;
                dom::append(&self.tip, link)?;
            }
            None => dom::append(&self.tip, dom::with_text("span", &remarks)?)?,
        }
        self.tip.set_hidden(false);
        self.place(start + width / 2.0);
        Ok(())
    }

    /// Places the tooltip. Across, it moves from one end of the plot to the other with its week, so that it never leaves
    /// the plot. It stands above the plot or below it, wherever the window has room, else over it. A transform moves it,
    /// because that does not lay out the page.
    fn place(&self, share: f64) {
        let (width, height) = (f64::from(self.tip.offset_width()), f64::from(self.tip.offset_height()));
        let area = self.area.get_bounding_client_rect();
        let window = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or(f64::MAX);
        let top = if area.top() - height >= MARGIN {
            -height
        } else if area.bottom() + height <= window - MARGIN {
            area.height()
        } else {
            MARGIN - area.top()
        };
        // On whole px, where text is sharp.
        let (left, top) = (((area.width() - width) * share).round(), top.round());
        self.tip.style().set_css_text(&format!("transform:translate({left}px,{top}px)"));
    }

    /// Announces the slider's week, unless it was the last one announced.
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
