//! The weeks, one at a time: a slider over the plot, the marker of its week, and the tooltip that tells of it.
//!
//! A slider, because every screen reader lets its arrow keys through and says its new value by itself, those of phones
//! included, whose users swipe where there are no keys. So no live region is needed, and nothing is said twice.

use std::cell::{Cell, RefCell};

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlElement, KeyboardEvent, PointerEvent};

use crate::layout::{Chart, Steps};
use crate::progress::Progress;
use crate::scene::{self, Account};

use super::super::dom;
use super::super::listen::Listeners;
use super::super::look::Look;

/// Milliseconds between two announcements while a key is held.
const BETWEEN: f64 = 100.0;
/// Least distance of the tooltip from the window's edge.
const MARGIN: f64 = 4.0;
/// What lies below the baseline reaches this much below the middle of its last line.
const HALF_LINE: f64 = 10.0;

pub(super) struct Weeks {
    area: HtmlElement,
    slider: HtmlElement,
    marker: HtmlElement,
    tip: HtmlElement,
    steps: RefCell<Steps>,
    mirrored: Cell<bool>,
    /// The week that the slider stands at.
    at: Cell<usize>,
    /// The week that was announced last, and when.
    told: Cell<(usize, f64)>,
}

impl Weeks {
    pub(super) fn new(
        picture: &HtmlElement,
        account: &Account,
        count: usize,
        listeners: &mut Listeners,
    ) -> Result<Self, JsValue> {
        let part = |class: &str| dom::with_class("div", class);
        let (area, slider, marker, tip) = (part("weeks")?, part("slider")?, part("marker")?, part("tip")?);
        let attributes = [
            ("role", "slider"),
            ("tabindex", "0"),
            ("aria-label", account.steps.as_str()),
            ("aria-valuemin", "1"),
            ("aria-valuemax", &count.to_string()),
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
        let steps = RefCell::default();
        Ok(Self {
            area,
            slider,
            marker,
            tip,
            steps,
            mirrored: Cell::default(),
            at: Cell::default(),
            told: Cell::default(),
        })
    }

    /// Puts it over the plot and the labels below, in shares of the picture where a page may squeeze that.
    pub(super) fn fit(&self, progress: &Progress, chart: &Chart, width: f64, look: &Look) -> Result<(), JsValue> {
        let plot = chart.plot;
        let left = if look.right_to_left { width - plot.right() } else { plot.x };
        let bottom = chart.labels.iter().map(|label| label.y + HALF_LINE).fold(plot.bottom(), f64::max);
        self.area.style().set_css_text(&format!(
            "left:{}%;width:{}%;top:{}px;height:{}px;--ink:{};--ground:{}",
            100.0 * left / width,
            100.0 * plot.width / width,
            plot.y,
            bottom - plot.y,
            look.palette.text.css(),
            look.palette.ground.css()
        ));
        self.steps.replace(chart.steps.clone());
        self.mirrored.set(look.right_to_left);
        self.tell(progress, 0.0)?;
        if self.tip.hidden() { Ok(()) } else { self.show(progress, self.at.get()) }
    }

    pub(super) fn heard(&self, progress: &Progress, event: &Event) -> Result<(), JsValue> {
        let in_tip = event.target().is_some_and(|target| self.tip.contains(Some(target.unchecked_ref())));
        let gone = match event.type_().as_str() {
            "keydown" if !in_tip => return self.key(progress, event.unchecked_ref()),
            "keyup" => return self.tell(progress, event.time_stamp()),
            "pointerdown" | "pointermove" if !in_tip => return self.point(progress, event.unchecked_ref()),
            "focusin" if self.is_focused()? => {
                self.tell(progress, event.time_stamp())?;
                return self.show(progress, self.at.get());
            }
            "pointercancel" => true,
            // A finger that is lifted leaves as well; what it showed stays until the page is touched elsewhere.
            "pointerleave" => event.unchecked_ref::<PointerEvent>().pointer_type() == "mouse" && !self.is_focused()?,
            // Whoever points at the tooltip may want its link.
            "focusout" => !self.area.matches(":hover")?,
            _ => false,
        };
        if gone {
            self.hide();
        }
        Ok(())
    }

    /// Takes away marker and tooltip; says whether there was something to take away.
    pub(super) fn hide(&self) -> bool {
        let shown = !self.tip.hidden();
        self.tip.set_hidden(true);
        self.marker.set_hidden(true);
        shown
    }

    /// Whether it has the focus and shows it: after a click it does not.
    fn is_focused(&self) -> Result<bool, JsValue> {
        self.slider.matches(":focus-visible")
    }

    fn key(&self, progress: &Progress, event: &KeyboardEvent) -> Result<(), JsValue> {
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key() {
            return Ok(());
        }
        let last = self.steps.borrow().weeks().saturating_sub(1);
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
        self.show(progress, week)?;
        // A key that is held says where it has come from time to time, and where it stops when it is let go.
        if !event.repeat() || event.time_stamp() - self.told.get().1 >= BETWEEN {
            self.tell(progress, event.time_stamp())?;
        }
        Ok(())
    }

    fn point(&self, progress: &Progress, event: &PointerEvent) -> Result<(), JsValue> {
        let width = f64::from(self.slider.client_width()).max(1.0);
        let share = f64::from(event.offset_x()) / width;
        let week = self.steps.borrow().week_at(if self.mirrored.get() { 1.0 - share } else { share });
        if week != self.at.get() || self.tip.hidden() {
            self.show(progress, week)?;
        }
        if event.type_() == "pointerdown" { self.tell(progress, event.time_stamp()) } else { Ok(()) }
    }

    /// Moves marker and tooltip to a week.
    fn show(&self, progress: &Progress, week: usize) -> Result<(), JsValue> {
        let Some(telling) = scene::telling(progress, week) else { return Ok(()) };
        self.at.set(week);
        let (start, width) = self.steps.borrow().place(week);
        let start = if self.mirrored.get() { 1.0 - start - width } else { start };
        self.marker.style().set_css_text(&format!("left:{}%;width:{}%", 100.0 * start, 100.0 * width));
        self.marker.set_hidden(false);

        self.tip.set_text_content(None);
        dom::append(&self.tip, dom::with_text("b", &telling.week)?)?;
        dom::append(&self.tip, dom::with_text("span", &telling.work)?)?;
        let remarks = telling.remarks.join(" · ");
        match &telling.link {
            Some(address) => {
                let link = dom::link(if remarks.is_empty() { address } else { &remarks }, address)?;
                // One stop for the Tab key, wherever the slider stands: Enter opens the link.
                link.set_attribute("tabindex", "-1")?;
                dom::append(&self.tip, link)?;
            }
            None => dom::append(&self.tip, dom::with_text("span", &remarks)?)?,
        }
        self.tip.set_hidden(false);
        self.place(start + width / 2.0);
        Ok(())
    }

    /// The tooltip leans from one end of the plot to the other, so that it never leaves it sideways. It stands above
    /// the plot, else below, wherever the window has room for it, and over it where neither has. It is moved by a
    /// transform, which lays nothing out a second time.
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
        // On whole px, as text is sharp there.
        let (left, top) = (((area.width() - width) * share).round(), top.round());
        self.tip.style().set_css_text(&format!("transform:translate({left}px,{top}px)"));
    }

    /// Lets the slider say its week, unless that was the last thing it said.
    fn tell(&self, progress: &Progress, now: f64) -> Result<(), JsValue> {
        let week = self.at.get();
        if self.told.get().0 == week + 1 {
            return Ok(());
        }
        self.told.set((week + 1, now));
        self.slider.set_attribute("aria-valuenow", &(week + 1).to_string())?;
        let telling = scene::telling(progress, week);
        let sentence = telling.map_or_else(String::new, |telling| telling.sentence(progress));
        self.slider.set_attribute("aria-valuetext", &sentence)
    }
}
