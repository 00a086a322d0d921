//! Options that are given outside of the goal's JSON: by attributes of its element, or by the caller of the package.
//!
//! A word means the same in every place, and an unknown word is an error in every place.

use crate::diagnostic::{Diagnostic, Expected, Found, Kind};

use super::Goal;
use super::script::language_of;

/// A value that authors write as a word.
pub trait Word: Copy + 'static {
    /// The words, each in the place of its value.
    const WORDS: &'static [&'static str];
    /// The values, in the same order.
    const VALUES: &'static [Self];

    /// The value of a word.
    #[must_use]
    fn named(word: &str) -> Option<Self> {
        let index = Self::WORDS.iter().position(|known| *known == word)?;
        Self::VALUES.get(index).copied()
    }
}

/// The view of a goal.
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

/// The theme of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// The colours of the page.
    #[default]
    Auto,
    /// Light on any page.
    Light,
    /// Dark on any page.
    Dark,
}

impl Word for Theme {
    const WORDS: &'static [&'static str] = &["auto", "light", "dark"];
    const VALUES: &'static [Self] = &[Self::Auto, Self::Light, Self::Dark];
}

/// Whether a part is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// Shown.
    On,
    /// Hidden.
    Off,
}

impl Word for Switch {
    const WORDS: &'static [&'static str] = &["on", "off"];
    const VALUES: &'static [Self] = &[Self::On, Self::Off];
}

/// The optional parts beside the chart.
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
    /// The name of a [`View`].
    pub view: Option<&'a str>,
    /// The name of a [`Theme`].
    pub theme: Option<&'a str>,
    /// A language tag.
    pub lang: Option<&'a str>,
    /// `off` hides the title. Any other text is an ordinary HTML `title`, which browsers show as a tooltip.
    pub title: Option<&'a str>,
    /// The name of a [`Switch`], for the sentences.
    pub words: Option<&'a str>,
    /// The name of a [`Switch`], for the buttons.
    pub menu: Option<&'a str>,
    /// The language of the surrounding page, for goals that neither name a language nor show one by their script.
    pub page_lang: &'a str,
}

impl Options<'_> {
    /// Writes the options into a goal, and returns their problems.
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

/// The value of an option; `None` if it is absent, or if its word is unknown, which adds a problem.
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
