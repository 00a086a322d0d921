//! How often a goal is done within the weeks that a forecast gives a chance of 85 %.
//!
//! This prints the table in the docs of `progress::forecast`: `cargo test --test forecast -- --nocapture`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where something is not as it should be")]

use goalpost::amount::Amount;
use goalpost::progress::forecast::chances;

/// Weeks of work follow a Poisson distribution with this mean.
const MEAN: f64 = 4.0;
/// The remaining work.
const REST: u32 = 12;
/// The number of histories for one entry of the table.
const TRIES: u32 = 20_000;
/// The tolerance of an entry of the table, in percentage points: three standard errors.
const TOLERANCE: f64 = 0.8;

/// The docs' table: weeks in the history, percent covered if all weeks are worked, and if every fifth brings nothing.
const TABLE: [(usize, f64, f64); 3] = [(4, 85.5, 81.1), (8, 88.8, 84.8), (20, 91.4, 87.7)];

/// A linear congruential generator with Knuth's constants, which gives the same numbers every time.
struct Random(u64);

impl Random {
    /// A number from 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "of 53 bits")]
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A draw from a Poisson distribution, by Knuth's algorithm.
    fn poisson(&mut self) -> u32 {
        let limit = (-MEAN).exp();
        let (mut count, mut product) = (0, self.next());
        while product > limit {
            count += 1;
            product *= self.next();
        }
        count
    }

    fn week(&mut self, idle: f64) -> u32 {
        if self.next() < idle { 0 } else { self.poisson() }
    }
}

/// The percent of goals that are done within the weeks that have a chance of 85 %.
fn covered(history: usize, idle: f64) -> f64 {
    let mut random = Random(20_261_125);
    let (mut given, mut kept) = (0_u32, 0_u32);
    for _ in 0..TRIES {
        let weeks: Vec<Amount> = (0..history).map(|_| Amount::new(f64::from(random.week(idle)))).collect();
        let Some(chances) = chances(Amount::new(f64::from(REST)), &weeks, 0.85, 0) else { continue };
        given += 1;
        let done: u32 = chances.iter().map(|_| random.week(idle)).sum();
        kept += u32::from(done >= REST);
    }
    100.0 * f64::from(kept) / f64::from(given)
}

#[test]
fn what_is_given_with_a_chance_of_85_percent_is_kept_as_often_as_the_docs_say() {
    for (history, worked, idle) in TABLE {
        let found = [covered(history, 0.0), covered(history, 0.2)];
        println!("{history} weeks: {:.1} {:.1}", found[0], found[1]);
        for (found, said) in found.into_iter().zip([worked, idle]) {
            assert!((found - said).abs() <= TOLERANCE, "{history} weeks: {found:.1} %, not {said} %");
        }
    }
}
