//! The widget in the page: reads an element's goal, draws it, says what is wrong, and draws again when the page
//! changes. Only for wasm32; everything that can be computed without a page is in the stages below.

mod canvas;
mod dom;
mod interact;
mod intl;
mod listen;
mod look;
mod page;
mod promise;
mod source;

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement, ShadowRoot};

use crate::goal::{self, Goal, Theme, View};
use crate::problem::{Kind, Problem};
use crate::progress::{self, Message, Progress};
use crate::scene;
use crate::{js, layout};
use crate::{wire, words};

use canvas::Canvas;
use interact::Interaction;
use look::Look;
use source::Source;

/// A goal that can be drawn.
struct Drawable {
    progress: Progress,
    view: View,
    theme: Theme,
}

/// One `<goal-post>` element and what is drawn in it.
pub(crate) struct Host {
    element: HtmlElement,
    root: ShadowRoot,
    /// An empty line across the element: its width is the picture's.
    ruler: HtmlElement,
    /// Never seen; its computed colours are the theme's.
    probe: HtmlElement,
    goal: RefCell<Option<Drawable>>,
    canvas: RefCell<Option<Canvas>>,
    /// What the next drawing will look like, where that is known already.
    ahead: RefCell<Option<Look>>,
    /// What the picture looks like that is there.
    look: RefCell<Option<Look>>,
    interaction: RefCell<Option<Interaction>>,
    /// Itself, for listeners.
    this: Weak<Host>,
    announced: Cell<bool>,
}

/// The widget of one element, for as long as the element stands in the page.
#[wasm_bindgen]
pub struct Widget(Rc<Host>);

#[wasm_bindgen]
impl Widget {
    /// Reads the goal of an element whose shadow root is open.
    ///
    /// # Errors
    /// Only what the page's own DOM throws; problems of the goal are shown in place and announced.
    #[wasm_bindgen(constructor)]
    pub fn new(element: HtmlElement) -> Result<Self, JsValue> {
        let root = element.shadow_root().ok_or("goalpost: the element has no shadow root")?;
        let (ruler, probe) = dom::skeleton(&root)?;
        let host = Rc::new_cyclic(|this| Host {
            element,
            root,
            ruler,
            probe,
            goal: RefCell::default(),
            canvas: RefCell::default(),
            ahead: RefCell::default(),
            look: RefCell::default(),
            interaction: RefCell::default(),
            this: this.clone(),
            announced: Cell::new(false),
        });
        page::join(&host)?;
        host.read()?;
        Ok(Self(host))
    }

    /// Looks at the page before the first drawing, which then need not: whatever changes the page in between makes the
    /// browser lay it out anew.
    ///
    /// # Errors
    /// What the page's own DOM throws.
    pub fn look(&self) -> Result<(), JsValue> {
        self.0.ahead.replace(self.0.look()?);
        Ok(())
    }

    /// Draws the goal, as soon as there is one.
    ///
    /// # Errors
    /// What the page's own DOM throws.
    pub fn draw(&self) -> Result<(), JsValue> {
        self.0.draw()
    }

    /// Draws once more what is drawn, for whoever listens to the canvas.
    pub fn redraw(&self) {
        self.0.redraw();
    }
}

impl Drop for Widget {
    fn drop(&mut self) {
        page::leave(&self.0);
    }
}

impl Host {
    fn read(self: &Rc<Self>) -> Result<(), JsValue> {
        match source::find(&self.element)? {
            Source::Text(text) => self.take(&text),
            Source::Nothing => self.fail(&[Problem::new("", Kind::NoData)]),
            Source::File(address) => {
                let host = Rc::downgrade(self);
                source::load(&address, move |loaded| {
                    // The element may have left the page in the meantime.
                    let Some(host) = host.upgrade() else { return };
                    let shown = match loaded {
                        Ok(text) => host.take(&text).and_then(|()| host.draw()),
                        Err(problem) => host.fail(&[problem]),
                    };
                    if let Err(error) = shown {
                        web_sys::console::error_1(&error);
                    }
                })
            }
        }
    }

    fn take(&self, text: &str) -> Result<(), JsValue> {
        match self.resolve(text) {
            Err(problems) => self.fail(&problems),
            Ok((goal, mut warnings)) => {
                let mut progress = progress::progress(&goal);
                warnings.append(&mut progress.warnings);
                for warning in &warnings {
                    web_sys::console::warn_2(&js::line(warning).into(), &self.element);
                }
                progress.warnings = warnings;
                let drawable = Drawable { progress, view: goal.view, theme: goal.theme };
                self.goal.replace(Some(drawable));
                Ok(())
            }
        }
    }

    /// The goal in the text, under the options that the element's attributes give.
    fn resolve(&self, text: &str) -> Result<(Goal, Vec<Message>), Vec<Problem>> {
        let mut goal = wire::read(&js::parse(text)?)?;
        if let Some(lang) = self.attribute("lang") {
            goal.lang = Some(lang);
        }
        let mut odd = Vec::new();
        let mut option = |name: &str, known: &'static [&'static str]| {
            let value = self.attribute(name)?;
            js::one_of(name, &value, known).map_err(|problem| odd.push(problem)).ok()
        };
        goal.view = option("view", wire::VIEWS).or(goal.view);
        goal.theme = option("theme", wire::THEMES).or(goal.theme);
        let mut goal = goal::resolve(goal, &self.page_lang())?;
        if !words::is_spoken(&goal.lang) {
            goal.words = intl::words(&goal.lang).unwrap_or(goal.words);
        }
        let warnings = js::messages(&odd, goal.words);
        Ok((goal, warnings))
    }

    fn attribute(&self, name: &str) -> Option<String> {
        self.element.get_attribute(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
    }

    fn page_lang(&self) -> String {
        let speaking = self.element.closest("[lang]").ok().flatten();
        speaking.and_then(|element| element.get_attribute("lang")).unwrap_or_default()
    }

    /// What the picture should look like now; nothing, where there is none to draw or nobody sees it.
    fn look(&self) -> Result<Option<Look>, JsValue> {
        let Some(theme) = self.goal.borrow().as_ref().map(|goal| goal.theme) else { return Ok(None) };
        let width = self.width();
        if width > 0.0 { Look::of(self, theme, width).map(Some) } else { Ok(None) }
    }

    /// Draws, unless nothing is there to draw, nobody sees it, or it looks as it should already.
    fn draw(&self) -> Result<(), JsValue> {
        let look = match self.ahead.take() {
            None => self.look()?,
            ahead => ahead,
        };
        let goal = self.goal.borrow();
        let (Some(drawable), Some(look)) = (goal.as_ref(), look) else { return Ok(()) };
        if self.look.borrow().as_ref() == Some(&look) {
            return Ok(());
        }
        // Still taken, if a fault broke off its drawing: it stays as it is, and the widgets after it get their turn.
        let Ok(mut canvas) = self.canvas.try_borrow_mut() else { return Ok(()) };
        let first = canvas.is_none();
        let canvas = match canvas.as_mut() {
            Some(canvas) => canvas,
            None => canvas.insert(Canvas::new(drawable.progress.words.tag())?),
        };
        let layout = {
            let measure = canvas.measure(&look.family);
            layout::layout(&drawable.progress, drawable.view, look.width, &measure)
        };
        let mut scene = scene::scene(&layout, look.right_to_left);
        if look.own_ground {
            scene.stand_on_ground();
        }
        // Before the canvas comes into the page: there, each text would have the page's styles computed anew.
        canvas.draw(&scene, &look)?;
        if first {
            let account = scene::account(&drawable.progress, &layout);
            let shown = dom::show(self, canvas.element(), &drawable.progress, &account)?;
            self.interaction.replace(Some(Interaction::new(&self.this, &shown, &account, &layout)?));
        }
        if let Some(interaction) = self.interaction.borrow().as_ref() {
            interaction.fit(drawable, &layout, &look)?;
        }
        self.look.replace(Some(look));
        let detail = if self.announced.replace(true) { None } else { Some(js::to_js(&drawable.progress)?) };
        drop(goal);
        match detail {
            Some(detail) => self.announce("drawn", &detail),
            None => Ok(()),
        }
    }

    fn width(&self) -> f64 {
        self.ruler.get_bounding_client_rect().width()
    }

    /// Draws again if the picture has no longer the size that it should have.
    fn resized(&self) {
        // What has looked at the page for its first drawing is about to be drawn.
        let known = self.ahead.borrow().is_some();
        let fits = known || self.look.borrow().as_ref().is_some_and(|look| look.fits(self.width()));
        if !fits {
            self.again();
        }
    }

    /// Draws again even if it looks as it should: the browser may have thrown the pixels away.
    fn redraw(&self) {
        self.look.replace(None);
        self.again();
    }

    /// Draws if something has changed; an exception must not leave the widget.
    fn again(&self) {
        self.ahead.take();
        if let Err(error) = self.draw() {
            web_sys::console::error_1(&error);
        }
    }

    /// Says in place, on the console and in an event what keeps the goal from being drawn.
    fn fail(&self, problems: &[Problem]) -> Result<(), JsValue> {
        #[derive(Serialize)]
        struct Detail {
            problems: Vec<Message>,
        }
        let words = words::of(&self.attribute("lang").unwrap_or_else(|| self.page_lang()));
        let messages = js::messages(problems, words);
        dom::complain(self, words, &messages)?;
        let lines: Vec<String> = messages.iter().map(js::line).collect();
        web_sys::console::error_2(&lines.join("\n").into(), &self.element);
        self.announce("error", &js::to_js(&Detail { problems: messages })?)
    }

    fn announce(&self, state: &str, detail: &JsValue) -> Result<(), JsValue> {
        self.element.set_attribute("data-state", state)?;
        let init: CustomEventInit = dom::options(r#"{"bubbles":true,"composed":true}"#)?;
        init.set_detail(detail);
        let event = CustomEvent::new_with_event_init_dict(&format!("goalpost:{state}"), &init)?;
        self.element.dispatch_event(&event).map(drop)
    }
}
