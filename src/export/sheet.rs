//! Style sheets for pictures whose colours depend on the page or the reader's system.

use std::fmt::Write as _;

use crate::theme::{Ink, Palette};

use super::svg::{CLASSES, hex, number};

/// A style sheet inside a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The classes of the picture. The rules reach no other picture of a page.
    pub class: &'static str,
    /// The rules.
    pub rules: String,
}

/// For standalone files: light or dark, as the reader's system is.
#[must_use]
pub(super) fn system() -> Sheet {
    let rules = rules(".goalpost-system", |ink| hex(Palette::DARK.colour(ink).rgb));
    let river = number(Palette::DARK.river);
    Sheet {
        class: "goalpost-picture goalpost-system",
        rules: format!(
            "@media (prefers-color-scheme:dark){{{rules}.goalpost-system .gp-river{{fill-opacity:{river}}}}}"
        ),
    }
}

/// Rules that set the colour of every ink.
fn rules(scope: &str, colour: impl Fn(Ink) -> String) -> String {
    let mut rules = String::new();
    for (ink, name) in CLASSES {
        let colour = colour(ink);
        // Writing to a `String` cannot fail.
        let _ = write!(rules, "{scope} .{name}{{fill:{colour}}}{scope} .{name}-line{{stroke:{colour}}}");
    }
    rules
}
