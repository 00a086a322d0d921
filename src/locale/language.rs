//! The parts of a language, and the macro that declares one.
//!
//! A language is one text with a phrase a line, in the order of [`super::Phrases`], so its phrases need no
//! code and no table of addresses. A language with a missing, unknown or misplaced phrase does not compile.

use std::sync::OnceLock;

use super::Phrases;

/// The data of one language.
pub(super) struct Language {
    /// The tag of the language, such as `ko`.
    pub(super) tag: &'static str,
    /// Whether it has a plural form.
    pub(super) has_plurals: bool,
    /// The phrases, one a line.
    pub(super) text: &'static str,
    /// The same, cut into lines at first use.
    pub(super) lines: Lines,
    /// The names of the months.
    pub(super) months: [&'static str; 12],
    /// The short names of the months, for labels.
    pub(super) short_months: [&'static str; 12],
    /// The shortest clear form of a date, for labels: `{month}`, `{short_month}`, `{m}` (the month's number), `{day}`.
    pub(super) short_date: &'static str,
    /// The spoken form of a date, with the same names.
    pub(super) long_date: &'static str,
    /// The same with the year: `{year}`.
    pub(super) full_date: &'static str,
}

/// The lines of a text.
pub(super) type Lines = OnceLock<Vec<&'static str>>;

impl Language {
    pub(super) fn phrases(&'static self) -> Phrases {
        Phrases::new(self.lines.get_or_init(|| self.text.lines().collect()))
    }
}

/// Declares the phrases, each with its documentation.
macro_rules! phrases {
    ($($name:ident: $doc:literal,)*) => {
        /// All phrases of one language.
        #[derive(Clone, Copy)]
        pub struct Phrases(&'static [&'static str]);

        /// The index of each phrase in the text of a language.
        #[expect(non_camel_case_types, reason = "they are the names of the phrases")]
        enum Place {
            $($name,)*
        }

        impl Phrases {
            /// The phrases in the lines of a text.
            pub(super) fn new(lines: &'static [&'static str]) -> Self {
                Self(lines)
            }

            /// Every phrase with its name.
            pub fn all(self) -> impl Iterator<Item = (&'static str, &'static str)> {
                Self::NAMES.iter().copied().zip(self.0.iter().copied())
            }

            /// The names of the phrases.
            pub const NAMES: &[&str] = &[$(stringify!($name),)*];

            $(
                #[doc = $doc]
                #[must_use]
                pub fn $name(self) -> &'static str {
                    self.0[Place::$name as usize]
                }
            )*
        }
    };
}

/// The text of a language, from all of its phrases by name.
macro_rules! language {
    ($($name:ident: $phrase:literal,)*) => {{
        const _: () = crate::locale::language::assert_names(&[$(stringify!($name),)*]);
        concat!($($phrase, "\n",)*)
    }};
}
pub(super) use {language, phrases};

/// Fails to compile unless the names are those of the phrases, in the same order.
pub(super) const fn assert_names(names: &[&str]) {
    assert!(names.len() == Phrases::NAMES.len(), "a language has one line for every phrase");
    let mut index = 0;
    while index < names.len() {
        let (given, declared) = (names[index].as_bytes(), Phrases::NAMES[index].as_bytes());
        assert!(given.len() == declared.len(), "a language has the phrases in the order in which they are declared");
        let mut at = 0;
        while at < given.len() {
            assert!(given[at] == declared[at], "a language has the phrases in the order in which they are declared");
            at += 1;
        }
        index += 1;
    }
}
