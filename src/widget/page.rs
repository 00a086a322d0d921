//! What all widgets of a page share: one set of observers and listeners, there while there are widgets.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    EventTarget, MutationObserver, MutationObserverInit, ResizeObserver, ResizeObserverBoxOptions,
    ResizeObserverOptions,
};

use super::listen::Listeners;
use super::{Host, canvas};

/// Attributes by which pages switch their theme.
const SWITCHES: [&str; 6] = ["class", "style", "data-theme", "data-mode", "data-bs-theme", "data-color-mode"];
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
    events: Vec<(EventTarget, &'static str)>,
    _resized: Closure<dyn FnMut()>,
    changed: Closure<dyn FnMut()>,
    lost: Closure<dyn FnMut()>,
    /// For what readers do outside of a widget, or what it has not used up.
    _outside: Listeners,
}

/// Takes a widget in.
pub(super) fn join(host: &Rc<Host>) -> Result<(), JsValue> {
    PAGE.with_borrow_mut(|page| {
        let watch = match &mut page.watch {
            Some(watch) => watch,
            empty => empty.insert(Watch::new()?),
        };
        watch.observe(host);
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

impl Watch {
    fn new() -> Result<Self, JsValue> {
        let window = web_sys::window().ok_or("no window")?;
        let document = window.document().ok_or("no document")?;
        let changed = Closure::<dyn FnMut()>::new(|| hosts().iter().for_each(|host| host.again()));
        canvas::forget_widths();
        let lost = Closure::<dyn FnMut()>::new(|| {
            canvas::forget_widths();
            for host in hosts() {
                host.redraw();
            }
        });
        // Each widget that joins is told its size once, which must not cost the others more than a glance.
        let resized = Closure::<dyn FnMut()>::new(|| hosts().iter().for_each(|host| host.resized()));

        let sizes = ResizeObserver::new(resized.as_ref().unchecked_ref())?;
        let switches = MutationObserver::new(changed.as_ref().unchecked_ref())?;
        let init = MutationObserverInit::new();
        let names: js_sys::Array = SWITCHES.iter().map(|name| JsValue::from_str(name)).collect();
        init.set_attribute_filter(names.unchecked_ref());
        let body = document.body().map(Into::into);
        for element in document.document_element().into_iter().chain(body) {
            switches.observe_with_options(&element, &init)?;
        }

        let mut outside = Listeners::new(|event| hosts().iter().for_each(|host| host.heard_outside(&event)));
        outside.add(&document, &["keydown", "pointerdown"])?;
        outside.add(&window, &["beforeprint", "afterprint"])?;
        let mut watch =
            Self { sizes, switches, events: Vec::new(), _resized: resized, changed, lost, _outside: outside };
        for query in MEDIA {
            if let Some(media) = window.match_media(query)? {
                watch.listen(media.into(), "change")?;
            }
        }
        watch.listen(document.fonts().into(), "loadingdone")?;
        // The page's colours may fade over: what counts is where they end.
        watch.listen(document.clone().into(), "transitionend")?;
        watch.listen(document.into(), "visibilitychange")?;
        for event in ["resize", "beforeprint", "afterprint", "pageshow"] {
            watch.listen(window.clone().into(), event)?;
        }
        Ok(watch)
    }

    fn handler(&self, event: &str) -> &js_sys::Function {
        // A page that comes back may have lost its pixels, and a font that arrives changes them under the same name.
        let lost = matches!(event, "pageshow" | "visibilitychange" | "loadingdone");
        if lost { self.lost.as_ref().unchecked_ref() } else { self.changed.as_ref().unchecked_ref() }
    }

    fn listen(&mut self, target: EventTarget, event: &'static str) -> Result<(), JsValue> {
        target.add_event_listener_with_callback(event, self.handler(event))?;
        self.events.push((target, event));
        Ok(())
    }

    /// Watches a widget's width, in device px where the browser can: then zooming is seen as well.
    fn observe(&self, host: &Host) {
        let options = ResizeObserverOptions::new();
        options.set_box(ResizeObserverBoxOptions::DevicePixelContentBox);
        let observe =
            js_sys::Reflect::get(&self.sizes, &"observe".into()).map(JsCast::unchecked_into::<js_sys::Function>);
        let in_device_px = observe.and_then(|observe| observe.call2(&self.sizes, &host.ruler, &options));
        if in_device_px.is_err() {
            self.sizes.observe(&host.ruler);
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.sizes.disconnect();
        self.switches.disconnect();
        for (target, event) in &self.events {
            let _gone = target.remove_event_listener_with_callback(event, self.handler(event));
        }
    }
}
