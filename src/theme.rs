//! Colours: marks name an ink, and a palette gives each ink a colour.
//!
//! A palette belongs to one ground. Whatever the page's own colours are, every ink is moved away from
//! the ground until it is readable there.

use crate::maths;

/// The role of a mark's colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Primary text.
    Text,
    /// Secondary text.
    Muted,
    /// Lines that show no data.
    Line,
    /// The gauge's track, inside its outline.
    Track,
    /// The ground itself, to clear the area behind a mark.
    Ground,
    /// Work done.
    Done,
    /// Work done ahead: its river, and the foot of the columns that it counts for.
    Ahead,
    /// The area below the line of work done.
    Wash,
    /// Work not done: outlines, hatching and words on the ground.
    Jam,
    /// Words in the colour of work done, readable on `Wash` too.
    DoneWords,
    /// Words in the colour of work not done, readable on `Wash` too.
    JamWords,
    /// The hatching's lighter lines.
    Hatch,
    /// The river from week to week.
    River,
}

/// A colour in sRGB with its opacity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colour {
    /// Red, green and blue, 0 to 255.
    pub rgb: [u8; 3],
    /// Opacity, from 0 (transparent) to 1 (opaque).
    pub alpha: f64,
}

impl Colour {
    /// An opaque colour.
    #[must_use]
    pub const fn solid(red: u8, green: u8, blue: u8) -> Self {
        Self { rgb: [red, green, blue], alpha: 1.0 }
    }

    /// The same colour with another opacity.
    #[must_use]
    pub const fn with_alpha(self, alpha: f64) -> Self {
        Self { alpha, ..self }
    }

    /// The colour in CSS, without its opacity.
    #[must_use]
    pub fn css(self) -> String {
        let [red, green, blue] = self.rgb;
        format!("rgb({red} {green} {blue})")
    }

    /// Relative luminance, 0 to 1, as WCAG 2 defines it.
    #[must_use]
    pub fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { maths::to_the_2_4((value + 0.055) / 1.055) }
        };
        let [red, green, blue] = self.rgb;
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// The contrast ratio to another opaque colour, 1 to 21, as WCAG 2 defines it.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// A mix of this colour with a `share` of the other one.
    #[must_use]
    pub fn mix(self, other: Self, share: f64) -> Self {
        let channel = |mine: u8, theirs: u8| channel(f64::from(mine) * (1.0 - share) + f64::from(theirs) * share);
        let ([red, green, blue], others) = (self.rgb, other.rgb);
        Self::solid(channel(red, others[0]), channel(green, others[1]), channel(blue, others[2]))
    }

    /// This colour composited over an opaque ground.
    #[must_use]
    pub fn over(self, ground: Self) -> Self {
        ground.mix(self, self.alpha)
    }

    /// The colour nearest to this one, on the way to `end`, that has at least this contrast to every ground.
    fn readable_on(self, grounds: &[Self], contrast: f64, end: Self) -> Self {
        const STEPS: u32 = 20;
        for step in 0..STEPS {
            let colour = self.mix(end, f64::from(step) / f64::from(STEPS));
            if grounds.iter().all(|ground| colour.contrast(*ground) >= contrast) {
                return colour;
            }
        }
        end
    }
}

/// A colour channel from a number: rounded, and at most 255.
#[must_use]
pub fn channel(value: f64) -> u8 {
    u8::try_from(maths::round(value).clamp(0, 255)).unwrap_or(u8::MAX)
}

/// Whether a ground is dark, so that inks on it should be light.
///
/// At a luminance of 0.18, black and white have equal contrast: (0.18 + 0.05) / 0.05 = 1.05 / (0.18 + 0.05) = 4.6.
fn is_dark(ground: Colour) -> bool {
    ground.luminance() <= 0.18
}

const BLACK: Colour = Colour::solid(0, 0, 0);
const WHITE: Colour = Colour::solid(255, 255, 255);

/// The least contrast of text to its ground (WCAG 2.2, success criterion 1.4.3).
pub const TEXT_CONTRAST: f64 = 4.5;
/// The least contrast of marks to their ground (WCAG 2.2, success criterion 1.4.11).
pub const MARK_CONTRAST: f64 = 3.0;

/// How far apart a reader wants the colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Contrast {
    /// As WCAG 2.2 asks for at level AA.
    #[default]
    Usual,
    /// As it asks for at level AAA.
    More,
    /// Only the system's own colours: none is mixed or moved.
    Forced,
}

/// The opacity of the area below the line of work.
const WASH: f64 = 0.12;

/// The colours of one picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    /// The ground behind everything.
    pub ground: Colour,
    /// Primary text.
    pub text: Colour,
    /// Secondary text.
    pub muted: Colour,
    /// Lines without data.
    pub line: Colour,
    /// Work done.
    pub done: Colour,
    /// Work not done.
    pub jam: Colour,
    /// The opacity of the river. Its colour is that of the jam.
    pub river: f64,
    /// How far apart they are.
    pub contrast: Contrast,
}

impl Palette {
    /// The palette on white.
    pub const LIGHT: Self = Self {
        ground: WHITE,
        text: Colour::solid(0x1f, 0x23, 0x28),
        muted: Colour::solid(0x59, 0x63, 0x6e),
        line: Colour::solid(0xd6, 0xdb, 0xe1),
        done: Colour::solid(0x0b, 0x6f, 0xa8),
        jam: Colour::solid(0xb8, 0x56, 0x00),
        river: 0.20,
        contrast: Contrast::Usual,
    };

    /// The palette on near black.
    pub const DARK: Self = Self {
        ground: Colour::solid(0x15, 0x18, 0x1c),
        text: Colour::solid(0xe8, 0xea, 0xed),
        muted: Colour::solid(0xae, 0xb6, 0xbf),
        line: Colour::solid(0x3a, 0x42, 0x4c),
        done: Colour::solid(0x4a, 0xa3, 0xd8),
        jam: Colour::solid(0xf0, 0xa3, 0x5c),
        river: 0.26,
        contrast: Contrast::Usual,
    };

    /// The palette for a page's ground and text colours.
    #[must_use]
    pub fn on(ground: Colour, text: Colour) -> Self {
        let base = if is_dark(ground) { Self::DARK } else { Self::LIGHT };
        Self { ground, text, line: ground.mix(text, 0.18), muted: ground.mix(text, 0.70), ..base }.readable()
    }

    /// The palette with every ink moved away from the ground until it is readable.
    #[must_use]
    pub fn readable(self) -> Self {
        if self.contrast == Contrast::Forced {
            return self;
        }
        let end = self.end();
        let (text_contrast, mark_contrast) = self.least();
        // Words use the jam's colour too.
        let jam = self.jam.readable_on(&[self.ground], text_contrast, end);
        let done = self.done.readable_on(&[self.ground], mark_contrast, end);
        let moved = Self { done, jam, ..self };
        let moved = Self { river: moved.strength(), ..moved };
        // A fraction may stand on the river.
        let grounds = [self.ground, moved.colour(Ink::River).over(self.ground)];
        Self {
            text: self.text.readable_on(&grounds, text_contrast, end),
            muted: self.muted.readable_on(&grounds, text_contrast, end),
            ..moved
        }
    }

    /// The least contrast of text and of marks.
    fn least(&self) -> (f64, f64) {
        if self.contrast == Contrast::More { (7.0, TEXT_CONTRAST) } else { (TEXT_CONTRAST, MARK_CONTRAST) }
    }

    /// A colour for words, readable on the ground and on the wash.
    fn words(&self, colour: Colour) -> Colour {
        let wash = self.colour(Ink::Wash).over(self.ground);
        if self.contrast == Contrast::Forced {
            return colour;
        }
        colour.readable_on(&[self.ground, wash], self.least().0, self.end())
    }

    /// Black or white, whichever contrasts more with the ground.
    fn end(&self) -> Colour {
        if self.is_dark() { WHITE } else { BLACK }
    }

    /// The highest opacity of the river at which text on it stays readable.
    fn strength(&self) -> f64 {
        let strongest = if self.is_dark() { Self::DARK.river } else { Self::LIGHT.river };
        for less in 0..10 {
            let alpha = strongest * f64::from(10 - less) / 10.0;
            if self.end().contrast(self.jam.with_alpha(alpha).over(self.ground)) >= self.least().0 {
                return alpha;
            }
        }
        0.0
    }

    /// Whether the ground is dark.
    #[must_use]
    pub fn is_dark(&self) -> bool {
        is_dark(self.ground)
    }

    /// The colour of an ink.
    #[must_use]
    pub fn colour(&self, ink: Ink) -> Colour {
        let is_forced = self.contrast == Contrast::Forced;
        // What shines through is no colour of the system's: outlines tell where it is.
        let pale = |colour: Colour, alpha: f64| if is_forced { self.ground } else { colour.with_alpha(alpha) };
        match ink {
            Ink::Text => self.text,
            Ink::Muted => self.muted,
            // What is done has to be told apart from it.
            Ink::Track if self.done.contrast(self.line) < MARK_CONTRAST => self.ground,
            Ink::Line | Ink::Track => self.line,
            Ink::Ground => self.ground,
            Ink::Done => self.done,
            Ink::Ahead => pale(self.done, 0.22),
            Ink::Wash => pale(self.done, WASH),
            Ink::DoneWords => self.words(self.done),
            Ink::JamWords => self.words(self.jam),
            Ink::Hatch if !is_forced => self.jam.with_alpha(0.55),
            Ink::Jam | Ink::Hatch => self.jam,
            Ink::River => pale(self.jam, self.river),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Colour, MARK_CONTRAST, Palette, TEXT_CONTRAST};

    fn assert_readable(palette: &Palette) {
        let ground = palette.ground;
        for text in [palette.text, palette.muted, palette.jam] {
            assert!(text.contrast(ground) >= TEXT_CONTRAST, "{text:?} on {ground:?}");
        }
        assert!(palette.done.contrast(ground) >= MARK_CONTRAST, "{:?} on {ground:?}", palette.done);
    }

    #[test]
    fn both_palettes_can_be_read_as_they_are() {
        for palette in [Palette::LIGHT, Palette::DARK] {
            assert_readable(&palette);
            assert_eq!(palette, palette.readable(), "nothing had to be moved");
        }
    }

    #[test]
    fn any_page_colours_give_a_palette_that_can_be_read() {
        for ground in 0..=255_u8 {
            for text in [0, 90, 128, 200, 255_u8] {
                let ground = Colour::solid(ground, ground / 2, 255 - ground);
                assert_readable(&Palette::on(ground, Colour::solid(text, text, text)));
            }
        }
    }

    #[test]
    fn contrast_is_the_one_defined_by_wcag() {
        let grey = Colour::solid(0x76, 0x76, 0x76);
        assert!((Colour::solid(255, 255, 255).contrast(grey) - 4.54).abs() < 0.01);
        assert!((Colour::solid(0, 0, 0).contrast(Colour::solid(255, 255, 255)) - 21.0).abs() < 1e-9);
    }
}
