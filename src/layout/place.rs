//! Finds free places for labels.

use crate::geometry::{Point, Rect};

use super::text::Label;

/// The gap around a label, in CSS px.
const CLEAR: f64 = 1.0;
/// The longest piece of a line that is treated as one box, in CSS px.
const PIECE: f64 = 4.0;

/// The places that labels must avoid.
pub(super) struct Taken {
    within: Rect,
    boxes: Vec<Rect>,
}

impl Taken {
    /// Nothing is taken yet. Labels must stay within this box.
    pub(super) fn new(within: Rect) -> Self {
        Self { within, boxes: Vec::new() }
    }

    pub(super) fn add(&mut self, area: Rect) {
        self.boxes.push(area);
    }

    pub(super) fn add_labels(&mut self, labels: &[Label]) {
        self.boxes.extend(labels.iter().map(Label::bounds));
    }

    /// Adds a line through points, `width` px wide.
    pub(super) fn add_line(&mut self, line: &[Point], width: f64) {
        for pair in line.windows(2) {
            let [from, to] = pair else { continue };
            let pieces = (from.distance(*to) / PIECE).ceil().clamp(1.0, 512.0);
            let mut start = *from;
            let mut piece = 1.0;
            while piece <= pieces {
                let end = from.towards(*to, piece / pieces);
                let (left, top) = (start.x.min(end.x) - width / 2.0, start.y.min(end.y) - width / 2.0);
                let (across, down) = ((end.x - start.x).abs() + width, (end.y - start.y).abs() + width);
                self.boxes.push(Rect { x: left, y: top, width: across, height: down });
                start = end;
                piece += 1.0;
            }
        }
    }

    /// The first of the labels whose place is free. It takes that place.
    pub(super) fn place(&mut self, candidates: impl IntoIterator<Item = Label>) -> Option<Label> {
        let found = candidates.into_iter().find(|label| {
            let area = label.bounds();
            let clear = Rect {
                x: area.x - CLEAR,
                y: area.y - CLEAR,
                width: area.width + 2.0 * CLEAR,
                height: area.height + 2.0 * CLEAR,
            };
            area.is_in(&self.within, 0.0) && !self.boxes.iter().any(|taken| taken.overlaps(&clear, 0.0))
        })?;
        self.boxes.push(found.bounds());
        Some(found)
    }
}
