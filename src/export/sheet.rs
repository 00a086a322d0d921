//! Style sheets for pictures whose colours depend on where they are seen.

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

/// Light or dark, as the reader's system: for a file of its own.
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

/// The text colour and the custom properties of the page around the picture, which is no wider than its column.
#[must_use]
pub(super) fn page() -> Sheet {
    let size = ".goalpost-page{max-width:100%;height:auto}";
    Sheet { class: "goalpost-picture goalpost-page", rules: size.to_owned() + &rules(".goalpost-page", page_colour) }
}

fn page_colour(ink: Ink) -> String {
    let own = |ink| hex(Palette::LIGHT.colour(ink).rgb);
    match ink {
        Ink::Muted => "var(--goalpost-muted,color-mix(in srgb,currentColor 75%,transparent))".to_owned(),
        Ink::Line => "var(--goalpost-line,color-mix(in srgb,currentColor 18%,transparent))".to_owned(),
        Ink::Ground => "var(--goalpost-ground,transparent)".to_owned(),
        Ink::Text => "var(--goalpost-text,currentColor)".to_owned(),
        // Mixed with the text colour, which is away from the ground, whichever that is.
        Ink::Done | Ink::Beyond | Ink::Wash => {
            format!("var(--goalpost-done,color-mix(in srgb,{} 85%,currentColor))", own(Ink::Done))
        }
        Ink::Jam | Ink::Hatch | Ink::River => {
            format!("var(--goalpost-jam,color-mix(in srgb,{} 75%,currentColor))", own(Ink::Jam))
        }
    }
}

/// Rules that give every ink another colour.
fn rules(scope: &str, colour: impl Fn(Ink) -> String) -> String {
    let mut rules = String::new();
    for (ink, name) in CLASSES {
        let colour = colour(ink);
        // Writing to a text cannot fail.
        let _ = write!(rules, "{scope} .{name}{{fill:{colour}}}{scope} .{name}-line{{stroke:{colour}}}");
    }
    rules
}
