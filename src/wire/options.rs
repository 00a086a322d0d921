//! What is said of a goal beside its JSON: by attributes of its element, or by the caller of the package.
//!
//! A word has one meaning wherever it stands, and a word that goalpost does not know is refused wherever it stands.

use crate::diagnostic::{Diagnostic, Expected, Found, Kind};

use super::Goal;
use super::script::language_of;

/// A value that authors name by a word.
pub trait Word: Copy + 'static {
    /// The words.
    const WORDS: &'static [&'static str];
    /// The value of each word, in the same order.
    const VALUES: &'static [Self];

    /// The value of a word.
    #[must_use]
    fn named(word: &str) -> Option<Self> {
        let index = Self::WORDS.iter().position(|known| *known == word)?;
        Self::VALUES.get(index).copied()
    }
}

/// The picture of a goal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// A column a week, the river of carried work, and the gauge.
    #[default]
    Weekly,
    /// Cumulative work against the cumulative plan, and the gauge.
    Burnup,
    /// The gauge and one line.
    Compact,
}

impl Word for View {
    const WORDS: &'static [&'static str] = &["weekly", "burnup", "compact"];
    const VALUES: &'static [Self] = &[Self::Weekly, Self::Burnup, Self::Compact];
}

/// The colours of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Those of the page.
    #[default]
    Auto,
    /// Light, whatever the page is.
    Light,
    /// Dark, whatever the page is.
    Dark,
}

impl Word for Theme {
    const WORDS: &'static [&'static str] = &["auto", "light", "dark"];
    const VALUES: &'static [Self] = &[Self::Auto, Self::Light, Self::Dark];
}

/// Whether something is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// It is.
    On,
    /// It is not.
    Off,
}

impl Word for Switch {
    const WORDS: &'static [&'static str] = &["on", "off"];
    const VALUES: &'static [Self] = &[Self::On, Self::Off];
}

/// What stands beside the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beside {
    /// The goal's title above it.
    pub title: bool,
    /// The sentences below it.
    pub words: bool,
    /// The buttons that copy the data and save the picture.
    pub menu: bool,
}

impl Default for Beside {
    fn default() -> Self {
        Self { title: true, words: true, menu: true }
    }
}

/// Options by name. An option wins over the goal's own key of the same name.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// A word of [`View`].
    pub view: Option<&'a str>,
    /// A word of [`Theme`].
    pub theme: Option<&'a str>,
    /// A language tag.
    pub lang: Option<&'a str>,
    /// `off` leaves the title out. Any other text is the tooltip that HTML makes of a `title`.
    pub title: Option<&'a str>,
    /// A word of [`Switch`]: the sentences.
    pub words: Option<&'a str>,
    /// A word of [`Switch`]: the buttons.
    pub menu: Option<&'a str>,
    /// The language of the page around the goal, for goals that name none and show none by their letters.
    pub page_lang: &'a str,
}

impl Options<'_> {
    /// Writes the options into a goal, and gives what is wrong with them.
    pub(crate) fn apply(&self, goal: &mut Goal) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        if let Some(view) = word("view", self.view, &mut problems) {
            goal.view = Some(view);
        }
        if let Some(theme) = word("theme", self.theme, &mut problems) {
            goal.theme = Some(theme);
        }
        if let Some(lang) = self.lang {
            goal.lang = Some(lang.to_owned());
        }
        if goal.lang.is_none() {
            goal.lang = Some(language_of(goal).unwrap_or(self.page_lang).to_owned());
        }
        goal.beside = Beside {
            title: self.title != Some("off"),
            words: word("words", self.words, &mut problems) != Some(Switch::Off),
            menu: word("menu", self.menu, &mut problems) != Some(Switch::Off),
        };
        problems
    }
}

/// The value of an option that may be left out; a diagnostic where its word is not known.
#[must_use]
pub fn word<T: Word>(name: &str, given: Option<&str>, problems: &mut Vec<Diagnostic>) -> Option<T> {
    let given = given?;
    let value = T::named(given);
    if value.is_none() {
        let found = Found::Scalar(format!("\"{given}\""));
        problems.push(Diagnostic::new(name, Kind::Expected { expected: Expected::OneOf(T::WORDS), found }));
    }
    value
}
