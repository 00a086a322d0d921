//! Points, spans and rectangles in CSS px. The origin is the top left; y grows downwards.

/// A point.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Distance from the left, in CSS px.
    pub x: f64,
    /// Distance from the top, in CSS px.
    pub y: f64,
}

impl Point {
    /// The point at `x`, `y`.
    #[must_use]
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The distance to another point.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        let (across, down) = (other.x - self.x, other.y - self.y);
        (across * across + down * down).sqrt()
    }

    /// The point at a share of the way to another: 0 is this point, 1 the other.
    #[must_use]
    pub fn towards(self, other: Self, share: f64) -> Self {
        Self { x: self.x + (other.x - self.x) * share, y: self.y + (other.y - self.y) * share }
    }
}

/// An interval on one axis.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Span {
    /// Where it begins.
    pub start: f64,
    /// Where it ends; not before its start.
    pub end: f64,
}

impl Span {
    /// The span from `start` to `end`.
    #[must_use]
    pub const fn new(start: f64, end: f64) -> Self {
        Self { start, end }
    }

    /// The length.
    #[must_use]
    pub fn length(self) -> f64 {
        self.end - self.start
    }

    /// The middle.
    #[must_use]
    pub fn middle(self) -> f64 {
        f64::midpoint(self.start, self.end)
    }
}

/// A rectangle whose sides are parallel to the axes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width; not below zero.
    pub width: f64,
    /// Height; not below zero.
    pub height: f64,
}

impl Rect {
    /// The square around a point, with sides of `size`.
    #[must_use]
    pub fn around(centre: Point, size: f64) -> Self {
        Self { x: centre.x - size / 2.0, y: centre.y - size / 2.0, width: size, height: size }
    }

    /// The rectangle of a horizontal and a vertical span.
    #[must_use]
    pub fn over(across: Span, down: Span) -> Self {
        Self { x: across.start, y: down.start, width: across.length(), height: down.length() }
    }

    /// The right edge.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// The bottom edge.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// The middle.
    #[must_use]
    pub fn centre(&self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// The rectangle with each side moved inwards by a distance.
    #[must_use]
    pub fn inside(self, by: f64) -> Self {
        Self { x: self.x + by, y: self.y + by, width: self.width - 2.0 * by, height: self.height - 2.0 * by }
    }

    /// The rectangle in a picture that is scaled by a factor.
    #[must_use]
    pub fn times(self, scale: f64) -> Self {
        Self { x: self.x * scale, y: self.y * scale, width: self.width * scale, height: self.height * scale }
    }

    /// Whether the whole rectangle lies in another one, with a tolerance of `slack` px.
    #[must_use]
    pub fn is_in(&self, other: &Self, slack: f64) -> bool {
        self.x >= other.x - slack
            && self.y >= other.y - slack
            && self.right() <= other.right() + slack
            && self.bottom() <= other.bottom() + slack
    }

    /// Whether the overlap with another rectangle is more than `slack` px wide and high.
    #[must_use]
    pub fn overlaps(&self, other: &Self, slack: f64) -> bool {
        self.x + slack < other.right()
            && other.x + slack < self.right()
            && self.y + slack < other.bottom()
            && other.y + slack < self.bottom()
    }
}
