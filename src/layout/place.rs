//! Finds a place for a label where nothing else stands.

use crate::geometry::{Point, Rect};

use super::text::Label;

/// Free around a label, in CSS px.
const CLEAR: f64 = 1.0;
/// A line is taken as boxes of at most this length, in CSS px.
const PIECE: f64 = 4.0;

/// What is in the way of labels.
pub(super) struct Taken {
    within: Rect,
    boxes: Vec<Rect>,
}

impl Taken {
    /// Nothing yet; labels stand within this box.
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

    /// The first of the labels that stands free. Its place is taken then.
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
