//! What all widgets of a page share: one set of observers and listeners, there while there are widgets.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MutationObserver, MutationObserverInit, ResizeObserver};

use super::listen::Listeners;
use super::{Host, canvas, dom};

/// Attributes by which pages switch their theme.
const SWITCHES: &str =
    r#"{"attributeFilter":["class","style","data-theme","data-mode","data-bs-theme","data-color-mode"]}"#;
/// Media whose change changes colours or sizes.
const MEDIA: [&str; 3] = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "print"];

#[derive(Default)]
struct Page {
    hosts: Vec<Weak<Host>>,
    watch: Option<Watch>,
}

thread_local! {
    static PAGE: RefCell<Page> = RefCell::default();
}

/// The observers and listeners; dropping it takes them away.
struct Watch {
    sizes: ResizeObserver,
    switches: MutationObserver,
    /// For sizes, for what changes colours or widths, for what may lose pixels, and for what readers do outside of a
    /// widget or what it has not used up.
    _listeners: [Listeners; 4],
}

/// Takes a widget in.
pub(super) fn join(host: &Rc<Host>) -> Result<(), JsValue> {
    PAGE.with_borrow_mut(|page| {
        let watch = match &mut page.watch {
            Some(watch) => watch,
            empty => empty.insert(Watch::new()?),
        };
        watch.observe(host)?;
        page.hosts.push(Rc::downgrade(host));
        Ok(())
    })
}

/// Lets a widget go.
pub(super) fn leave(host: &Rc<Host>) {
    let last = PAGE.with_borrow_mut(|page| {
        page.hosts.retain(|other| !std::ptr::eq(other.as_ptr(), Rc::as_ptr(host)));
        if let Some(watch) = &page.watch {
            watch.sizes.unobserve(&host.ruler);
        }
        if page.hosts.is_empty() { page.watch.take() } else { None }
    });
    drop(last);
}

/// The widgets of now: drawing runs code of the page, which may add or remove some.
fn hosts() -> Vec<Rc<Host>> {
    PAGE.with_borrow(|page| page.hosts.iter().filter_map(Weak::upgrade).collect())
}

/// Listeners that hand an event on to each widget.
fn each(hear: fn(&Host, &Event)) -> Listeners {
    Listeners::new(move |event| hosts().iter().for_each(|host| hear(host, &event)))
}

impl Watch {
    fn new() -> Result<Self, JsValue> {
        let window = web_sys::window().ok_or("no window")?;
        let document = window.document().ok_or("no document")?;
        canvas::forget_widths();
        // Each widget that joins is told its size once, which must not cost the others more than a glance.
        let resized = each(|host, _| host.resized());
        let mut changed = each(|host, _| host.again());
        let mut lost = Listeners::new(|_| {
            canvas::forget_widths();
            for host in hosts() {
                host.redraw();
            }
        });
        let mut outside = each(Host::heard_outside);

        let sizes = ResizeObserver::new(resized.function())?;
        let switches = MutationObserver::new(changed.function())?;
        let init: MutationObserverInit = dom::options(SWITCHES)?;
        let body = document.body().map(Into::into);
        for element in document.document_element().into_iter().chain(body) {
            switches.observe_with_options(&element, &init)?;
        }

        outside.add(&document, &["keydown", "pointerdown"])?;
        outside.add(&window, &["beforeprint", "afterprint"])?;
        for query in MEDIA {
            if let Some(media) = window.match_media(query)? {
                changed.add(&media, &["change"])?;
            }
        }
        // The page's colours may fade over: what counts is where they end.
        changed.add(&document, &["transitionend"])?;
        changed.add(&window, &["resize", "beforeprint", "afterprint"])?;
        // A page that comes back may have lost its pixels, and a font that arrives changes them under the same name.
        lost.add(&document, &["visibilitychange"])?;
        lost.add(&window, &["pageshow"])?;
        lost.add(&document.fonts(), &["loadingdone"])?;
        Ok(Self { sizes, switches, _listeners: [resized, changed, lost, outside] })
    }

    /// Watches a widget's width, in device px where the browser can: then zooming is seen as well.
    fn observe(&self, host: &Host) -> Result<(), JsValue> {
        let observe: Function = Reflect::get(&self.sizes, &"observe".into())?.unchecked_into();
        let options: JsValue = dom::options(r#"{"box":"device-pixel-content-box"}"#)?;
        if observe.call2(&self.sizes, &host.ruler, &options).is_err() {
            self.sizes.observe(&host.ruler);
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
