//! One `<goal-post>` element: finds its goal, draws it, and announces the result.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Function;
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Element as PageElement, Event, HtmlElement, ShadowRoot};

use crate::bridge;
use crate::diagnostic::{Diagnostic, Kind};
use crate::layout::{self, Layout};
use crate::locale;
use crate::report::{Message, Numbers, brief, csv, messages, voices};
use crate::wire::Options;

use super::appearance::Appearance;
use super::calls;
use super::canvas::Canvas;
use super::interact::{self, Interaction, RESTORED, Wish};
use super::kept::Kept;
use super::observers::{self, Observer};
use super::picture::{Picture, Subject};
use super::root::{Parts, Root};
use super::source::{self, Source};

/// In a box that is narrower, in CSS px, a picture cannot be read however it is squeezed.
const LEAST_WIDTH: f64 = 60.0;

/// The element and its parts.
struct Element {
    host: HtmlElement,
    /// Is told what the page's own DOM threw outside of a call of the shell.
    failed: Function,
    root: Root,
    /// The goal, once it is read.
    subject: RefCell<Option<Rc<Subject>>>,
    /// The words and the table, once the goal is read.
    parts: RefCell<Option<Rc<Parts>>>,
    picture: Picture,
    interaction: RefCell<Option<Rc<Interaction>>>,
    announced: Cell<bool>,
}

/// The widget of one element, for as long as the element stands in the page.
#[wasm_bindgen]
pub struct Widget(Rc<Element>);

#[wasm_bindgen]
impl Widget {
    /// Reads the goal of an element with its shadow root: `goal` if it is an object, else the element's content.
    /// `failed` is called if a later drawing fails.
    ///
    /// # Errors
    /// Exceptions of the page's DOM. Problems of the goal are shown in place and announced.
    #[wasm_bindgen(constructor)]
    pub fn new(element: HtmlElement, root: ShadowRoot, goal: &JsValue, failed: Function) -> Result<Self, JsValue> {
        calls::run(|| {
            let element = Rc::new(Element {
                root: Root::new(root)?,
                host: element,
                failed,
                subject: RefCell::default(),
                parts: RefCell::default(),
                picture: Picture::default(),
                interaction: RefCell::default(),
                announced: Cell::new(false),
            });
            let observer: Rc<dyn Observer> = element.clone();
            observers::join(&observer)?;
            element.read(goal)?;
            Ok(Self(element))
        })
    }

    /// Reads the appearance for the next drawing from the page. Call it for all elements before drawing any: changes to
    /// the page in between would force a new layout each time.
    ///
    /// # Errors
    /// Exceptions of the page's DOM.
    pub fn measure(&self) -> Result<(), JsValue> {
        calls::run(|| {
            self.0.picture.prepare(self.0.appearance()?);
            Ok(())
        })
    }

    /// Draws the goal, if it is loaded.
    ///
    /// # Errors
    /// Exceptions of the page's DOM.
    pub fn draw(&self) -> Result<(), JsValue> {
        calls::run(|| self.0.draw())
    }
}

impl Drop for Widget {
    fn drop(&mut self) {
        let observer: Rc<dyn Observer> = self.0.clone();
        observers::leave(&observer);
    }
}

impl Element {
    fn subject(&self) -> Option<Rc<Subject>> {
        self.subject.borrow().clone()
    }

    fn parts(&self) -> Option<Rc<Parts>> {
        self.parts.borrow().clone()
    }

    fn interaction(&self) -> Option<Rc<Interaction>> {
        self.interaction.borrow().clone()
    }

    /// An attribute of the element, unless it is empty.
    fn attribute(&self, name: &str) -> Option<String> {
        self.host.get_attribute(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
    }

    /// The nearest `lang` around the element. The search leaves a shadow tree through its host.
    fn page_lang(&self) -> String {
        let mut inner: PageElement = self.host.clone().into();
        loop {
            if let Ok(Some(speaking)) = inner.closest("[lang]") {
                return speaking.get_attribute("lang").unwrap_or_default();
            }
            match inner.get_root_node().dyn_into::<ShadowRoot>() {
                Ok(tree) => inner = tree.host(),
                Err(_) => return String::new(),
            }
        }
    }

    fn read(self: &Rc<Self>, goal: &JsValue) -> Result<(), JsValue> {
        if goal.is_object() {
            return self.take(goal);
        }
        match source::find(&self.host) {
            Source::Text(text) => self.take(&text.into()),
            Source::Nothing => self.fail(&[Diagnostic::new("", Kind::NoData)]),
            Source::File(address) => {
                let element = Rc::downgrade(self);
                source::load(&address, move |loaded| {
                    // The element may have left the page while the file loaded.
                    let Some(element) = element.upgrade() else { return };
                    element.report(match loaded {
                        Ok(text) => element.take(&text.into()).and_then(|()| element.draw()),
                        Err(problem) => element.fail(&[problem]),
                    });
                });
                Ok(())
            }
        }
    }

    /// Takes a goal, with the options from the element's attributes.
    fn take(&self, goal: &JsValue) -> Result<(), JsValue> {
        let given = ["view", "theme", "lang", "title", "words", "menu"].map(|name| self.attribute(name));
        let [view, theme, lang, title, words, menu] = given.each_ref().map(Option::as_deref);
        let page_lang = self.page_lang();
        let options = Options { view, theme, lang, title, words, menu, page_lang: &page_lang };
        match bridge::goal(goal, &options) {
            Err(problems) => self.fail(&problems),
            Ok(goal) => {
                let locale = locale::of(&goal.lang);
                let subject = Subject::new(goal, locale);
                for warning in messages(&subject.progress.warnings, locale) {
                    web_sys::console::warn_2(&warning.to_string().into(), &self.host);
                }
                let subject = Rc::new(subject);
                self.parts.replace(Some(Rc::new(self.root.prepare(&subject)?)));
                self.subject.replace(Some(subject));
                Ok(())
            }
        }
    }

    /// The appearance that the picture should have now. `None` if there is no goal or the element is not visible.
    fn appearance(&self) -> Result<Option<Appearance>, JsValue> {
        let (Some(subject), Some(parts)) = (self.subject(), self.parts()) else { return Ok(None) };
        let width = self.root.width()?;
        if width < LEAST_WIDTH {
            // A shrink-to-fit parent leaves no width to an element without an intrinsic one.
            if self.host.offset_height() > 0 {
                self.host.style().set_property("min-width", "240px")?;
            }
            if width <= 0.0 {
                return Ok(None);
            }
        }
        let (view, scale) = (subject.view(), self.root.scale(width)?);
        let room = parts.room(&self.host).map_or_else(|| layout::height(view, width / scale), |room| room / scale);
        let size = (width, layout::height_in(room, view, width / scale), scale);
        Appearance::read(&self.host, self.root.probe(), subject.progress.goal.theme, size).map(Some)
    }

    /// Draws, unless there is no goal, the element is not visible, or the picture is up to date.
    fn draw(self: &Rc<Self>) -> Result<(), JsValue> {
        let prepared = self.picture.prepared();
        let appearance = if prepared.is_some() { prepared } else { self.appearance()?.map(Rc::new) };
        let (Some(subject), Some(appearance)) = (self.subject(), appearance) else { return Ok(()) };
        if self.picture.has(&appearance) {
            return Ok(());
        }
        let (canvas, layout) = self.picture.draw(&subject, &appearance)?;
        let (interaction, kept) = match self.interaction() {
            Some(interaction) => (interaction, None),
            None => self.present(&canvas, &subject, &layout).map(|(interaction, kept)| (interaction, Some(kept)))?,
        };
        canvas.element().set_attribute("aria-label", &subject.description(layout.view()).name)?;
        interaction.fit(&subject, &layout, &appearance)?;
        if let Some(kept) = kept {
            self.root.focus(&self.host, kept);
        }
        if self.announced.replace(true) {
            return Ok(());
        }
        let numbers = Numbers { progress: &subject.progress, locale: subject.locale };
        self.announce("drawn", &bridge::to_js(&numbers)?)
    }

    /// Puts the first picture into the page, with its words and controls. Returns what the reader did before.
    fn present(
        self: &Rc<Self>,
        canvas: &Canvas,
        subject: &Rc<Subject>,
        layout: &Layout,
    ) -> Result<(Rc<Interaction>, Kept), JsValue> {
        let parts = self.parts().ok_or("goalpost: nothing to show")?;
        let kept = self.root.show(&self.host, &parts, canvas.element())?;
        let element = Rc::downgrade(self);
        let heard = move |event: Event| match element.upgrade() {
            Some(element) if event.type_() == RESTORED => element.redraw(),
            Some(element) => element.report(element.heard(&event)),
            None => {}
        };
        let interaction = Rc::new(Interaction::new(&parts, canvas.element(), subject, layout, kept, heard)?);
        self.interaction.replace(Some(interaction.clone()));
        Ok((interaction, kept))
    }

    /// Draws if something has changed.
    fn draw_again(self: &Rc<Self>) {
        self.picture.prepare(None);
        self.report(self.draw());
    }

    /// Handles an event of the widget's controls.
    fn heard(&self, event: &Event) -> Result<(), JsValue> {
        let (Some(subject), Some(interaction)) = (self.subject(), self.interaction()) else { return Ok(()) };
        let Some(wish) = interaction.heard(&subject, event)? else { return Ok(()) };
        let (progress, locale) = (&subject.progress, subject.locale);
        let data = match wish {
            Wish::CopyCsv => Some(csv(progress, locale)),
            Wish::CopyBrief => Some(brief(progress, locale)),
            Wish::SavePng => self.picture.png(&subject)?,
            Wish::SaveSvg => self.picture.svg(&subject)?,
            Wish::Hear => Some(voices(progress, locale)),
        };
        if let Some(data) = data {
            interact::give(event, wish as u32, &data, subject.title());
        }
        Ok(())
    }

    /// Gives up if the page's DOM threw: no exception may leave the widget, and no half picture may stay.
    fn report(&self, outcome: Result<(), JsValue>) {
        if let Err(error) = outcome {
            let _told = self.failed.call1(&JsValue::NULL, &error);
        }
    }

    /// Reports problems of the goal: in place, on the console and in an event.
    fn fail(&self, problems: &[Diagnostic]) -> Result<(), JsValue> {
        #[derive(Serialize)]
        struct Detail {
            problems: Vec<Message>,
        }
        let locale = locale::of(&self.attribute("lang").unwrap_or_else(|| self.page_lang()));
        let messages = messages(problems, locale);
        self.root.complain(locale, &messages)?;
        let lines: Vec<String> = messages.iter().map(Message::to_string).collect();
        web_sys::console::error_2(&lines.join("\n").into(), &self.host);
        self.announce("error", &bridge::to_js(&Detail { problems: messages })?)
    }

    fn announce(&self, state: &str, detail: &JsValue) -> Result<(), JsValue> {
        self.host.set_attribute("data-state", state)?;
        self.host.remove_attribute("aria-busy")?;
        let init: CustomEventInit = bridge::object(r#"{"bubbles":true,"composed":true}"#)?;
        init.set_detail(detail);
        let event = CustomEvent::new_with_event_init_dict(&format!("goalpost:{state}"), &init)?;
        self.host.dispatch_event(&event).map(drop)
    }
}

impl Observer for Element {
    fn ruler(&self) -> &HtmlElement {
        self.root.ruler()
    }

    fn resized(self: Rc<Self>) {
        // A size that was already measured for the first drawing needs no redraw.
        match self.root.width() {
            Ok(width) if self.picture.fits(width) => {}
            _ => self.draw_again(),
        }
    }

    fn restyled(self: Rc<Self>) {
        self.draw_again();
    }

    fn redraw(self: Rc<Self>) {
        self.picture.forget();
        self.draw_again();
    }

    fn outside(self: Rc<Self>, event: &Event) {
        if let Some(interaction) = self.interaction() {
            self.report(interaction.outside(&self.host, event));
        }
    }
}
