//! The fraction above each column: the work done in bold, and beside it the work that was due.

use crate::amount::Unit;
use crate::layout::Input;
use crate::layout::bins::Bin;
use crate::layout::text::{Font, Label};
use crate::locale::fill;
use crate::theme::Ink;

const DONE: Font = Font::bold(13.0);
const REST: Font = Font::regular(13.0);
/// The gap between the values of two columns.
const BETWEEN: f64 = 6.0;

/// The fractions of all bins, in the longer or the shorter form; `None` if there is no room. Stops at the first
/// that has no room, so that a thousand weeks are not all measured in vain.
pub(super) fn values(input: Input<'_>, bins: &[Bin], step: f64) -> Option<Vec<Vec<Label>>> {
    [true, false].into_iter().find_map(|is_long| {
        let mut values = Vec::with_capacity(bins.len());
        for bin in bins {
            let pieces = value(input, bin, is_long);
            if total_width(&pieces) + BETWEEN > step {
                return None;
            }
            values.push(pieces);
        }
        Some(values)
    })
}

/// The fraction of a bin, in pieces from left to right that are not placed yet.
#[must_use]
pub fn value(input: Input<'_>, bin: &Bin, is_long: bool) -> Vec<Label> {
    let locale = input.locale;
    let piece = |text: String, font: Font, ink: Ink| Label::left(text, 0.0, 0.0, font, ink, input.measure);
    let roughly = |text: String| if bin.approx { fill(locale.roughly(), &[("value", &text)]) } else { text };
    if bin.is_break() {
        return Vec::new();
    }
    if let Some(share) = bin.share {
        return vec![piece(roughly(locale.percent(share)), DONE, Ink::Text)];
    }
    if bin.is_ahead {
        if bin.ahead_in.is_positive() && bin.scope.is_positive() {
            let left = locale.number(bin.load);
            let planned = locale.amount(bin.scope, Unit::NONE);
            let values = [("left", &*left), ("left_amount", &left), ("planned_amount", &planned)];
            let text = if is_long { fill(locale.left_of(), &values) } else { left };
            return vec![piece(text, REST, Ink::Muted)];
        }
        let number = bin.load.is_positive().then(|| piece(locale.number(bin.load), REST, Ink::Muted));
        return number.into_iter().collect();
    }
    // At least the plan of the week: work done ahead does not change the plan.
    let due = bin.load.max(bin.scope);
    match bin.done {
        Some(done) if !due.is_positive() && !done.is_positive() => vec![piece("–".to_owned(), REST, Ink::Muted)],
        Some(done) => {
            let number = roughly(locale.number(done));
            vec![piece(number, DONE, Ink::Text), piece("/".to_owned() + &locale.number(due), REST, Ink::Muted)]
        }
        None => vec![piece("?".to_owned(), DONE, Ink::Muted)],
    }
}

fn total_width(pieces: &[Label]) -> f64 {
    pieces.iter().map(|piece| piece.width).sum()
}

/// Pieces side by side, centred on `x`.
pub(super) fn placed(mut pieces: Vec<Label>, x: f64, y: f64) -> Vec<Label> {
    let mut start = x - total_width(&pieces) / 2.0;
    for piece in &mut pieces {
        piece.x = start;
        piece.y = y;
        start += piece.width;
    }
    pieces
}
