//! Diagnostics as readers see them: a place and a sentence.

use std::fmt::{self, Display};

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::locale::Locale;

/// A place in the data and a sentence about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Message {
    /// The place: a path such as `weeks[3].planned`, or empty for the goal as a whole.
    pub path: String,
    /// What is wrong, and how to fix it.
    pub message: String,
}

/// Puts diagnostics into words.
#[must_use]
pub fn messages(diagnostics: &[Diagnostic], locale: Locale) -> Vec<Message> {
    let message = |found: &Diagnostic| Message { path: found.path.clone(), message: locale.message(found) };
    diagnostics.iter().map(message).collect()
}

/// One line for the console, which starts with the name of the widget.
impl Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("goalpost: ")?;
        if !self.path.is_empty() {
            f.write_str(&self.path)?;
            f.write_str(": ")?;
        }
        f.write_str(&self.message)
    }
}
