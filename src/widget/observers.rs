//! The observers and listeners that all widgets of a page share. They exist while any widget does.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlElement, MutationObserver, MutationObserverInit, ResizeObserver};

use crate::bridge;

use super::canvas;
use super::listeners::Listeners;

/// How pages switch their theme: by attributes of any name, and by style sheets. Any other change of the text's colour
/// or size starts a transition of the ruler (see style.css).
const SWITCHES: &str = r#"{"attributes":true}"#;
const SHEETS: &str = r#"{"attributes":true,"childList":true,"subtree":true,"characterData":true}"#;
/// The end of a transition.
const FADED: &str = "transitionend";
/// Media queries that change colours or sizes. At least one lies between any two usual pixel ratios.
const MEDIA: [&str; 8] = [
    "(prefers-color-scheme: dark)",
    "(forced-colors: active)",
    "(prefers-contrast: more)",
    "print",
    "(min-resolution: 1.1dppx)",
    "(min-resolution: 1.4dppx)",
    "(min-resolution: 1.8dppx)",
    "(min-resolution: 2.5dppx)",
];

/// What a widget does when the page changes.
pub(super) trait Observer {
    /// The element whose width is the picture's.
    fn ruler(&self) -> &HtmlElement;
    /// The width or the pixel ratio may have changed.
    fn resized(self: Rc<Self>);
    /// Colours, fonts or sizes may have changed.
    fn restyled(self: Rc<Self>);
    /// The browser may have thrown the pixels away, or a font has arrived.
    fn redraw(self: Rc<Self>);
    /// The reader did something outside of the widget, or an event bubbled out of it.
    fn outside(self: Rc<Self>, event: &Event);
}

#[derive(Default)]
struct Page {
    observers: Vec<Weak<dyn Observer>>,
    watch: Option<Rc<Watch>>,
}

thread_local! {
    static PAGE: RefCell<Page> = const { RefCell::new(Page { observers: Vec::new(), watch: None }) };
}

/// The observers of the page. Dropping them ends the watch.
struct Watch {
    sizes: ResizeObserver,
    switches: MutationObserver,
    /// For the transitions of each widget's ruler, which bubble no further than the widget.
    faded: Listeners,
    /// For the events that call each method of [`Observer`], in its order.
    _listeners: [Listeners; 4],
}

/// Adds a widget.
pub(super) fn join(observer: &Rc<dyn Observer>) -> Result<(), JsValue> {
    let watch = match PAGE.with_borrow(|page| page.watch.clone()) {
        Some(watch) => watch,
        None => Rc::new(Watch::new()?),
    };
    watch.observe(observer.ruler())?;
    observer.ruler().add_event_listener_with_callback(FADED, watch.faded.function())?;
    PAGE.with_borrow_mut(|page| {
        page.observers.push(Rc::downgrade(observer));
        page.watch = Some(watch);
    });
    Ok(())
}

/// Removes a widget.
pub(super) fn leave(observer: &Rc<dyn Observer>) {
    let watch = PAGE.with_borrow_mut(|page| {
        page.observers.retain(|other| !std::ptr::addr_eq(other.as_ptr(), Rc::as_ptr(observer)));
        if page.observers.is_empty() { page.watch.take() } else { page.watch.clone() }
    });
    if let Some(watch) = watch {
        watch.sizes.unobserve(observer.ruler());
        // This cannot fail: the listener was added when the widget joined.
        let _removed = observer.ruler().remove_event_listener_with_callback(FADED, watch.faded.function());
    }
}

/// A snapshot of the widgets: drawing runs code of the page, which may add or remove some.
fn observers() -> Vec<Rc<dyn Observer>> {
    PAGE.with_borrow(|page| page.observers.iter().filter_map(Weak::upgrade).collect())
}

/// Listeners that call a method of each widget.
fn each(call: fn(Rc<dyn Observer>, &Event)) -> Listeners {
    Listeners::new(move |event| observers().into_iter().for_each(|observer| call(observer, &event)))
}

impl Watch {
    fn new() -> Result<Self, JsValue> {
        let window = web_sys::window().ok_or("no window")?;
        let document = window.document().ok_or("no document")?;
        canvas::forget_widths();
        // A new widget makes the observer report all sizes once. For the other widgets that must cost next to nothing.
        let resized = each(|observer, _| observer.resized());
        let mut restyled = each(|observer, _| observer.restyled());
        let faded = Listeners::new(|event| {
            let is_its = |observer: &Rc<dyn Observer>| event.target().as_ref() == Some(observer.ruler().as_ref());
            observers().into_iter().filter(is_its).for_each(Observer::restyled);
        });
        let mut redraw = Listeners::new(|_| {
            canvas::forget_widths();
            observers().into_iter().for_each(Observer::redraw);
        });
        let mut outside = each(Observer::outside);

        let sizes = ResizeObserver::new(resized.function())?;
        let switches = MutationObserver::new(restyled.function())?;
        let init: MutationObserverInit = bridge::object(SWITCHES)?;
        let body = document.body().map(Into::into);
        for element in document.document_element().into_iter().chain(body) {
            switches.observe_with_options(&element, &init)?;
        }
        if let Some(head) = document.head() {
            let init: MutationObserverInit = bridge::object(SHEETS)?;
            switches.observe_with_options(&head, &init)?;
        }

        for query in MEDIA {
            if let Some(media) = window.match_media(query)? {
                restyled.add(&media, &["change"])?;
            }
        }
        // The page's colours may fade. Only their final values count.
        restyled.add(&document, &[FADED])?;
        restyled.add(&window, &["resize", "beforeprint", "afterprint"])?;
        redraw.add(&document, &["visibilitychange"])?;
        redraw.add(&window, &["pageshow"])?;
        redraw.add(&document.fonts(), &["loadingdone"])?;
        outside.add(&document, &["keydown", "pointerdown"])?;
        outside.add(&window, &["beforeprint", "afterprint"])?;
        Ok(Self { sizes, switches, faded, _listeners: [resized, restyled, redraw, outside] })
    }

    /// Observes a width: in device px if the browser can, because that also detects zooming.
    fn observe(&self, ruler: &HtmlElement) -> Result<(), JsValue> {
        let observe: Function = Reflect::get(&self.sizes, &"observe".into())?.unchecked_into();
        let options: JsValue = bridge::object(r#"{"box":"device-pixel-content-box"}"#)?;
        if observe.call2(&self.sizes, ruler, &options).is_err() {
            self.sizes.observe(ruler);
        }
        Ok(())
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.sizes.disconnect();
        self.switches.disconnect();
    }
}
