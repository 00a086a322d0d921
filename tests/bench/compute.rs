//! The time from JSON text to numbers at the limits: 1,040 weeks, and 5,000 tasks. The budget is 5 ms.

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    divan::main();
}

#[cfg(not(target_arch = "wasm32"))]
#[path = "../common/mod.rs"]
mod common;

#[cfg(not(target_arch = "wasm32"))]
mod compute {
    use std::fmt::Write;

    use divan::{Bencher, black_box};
    use goalpost::wire::{MOST_TASKS, MOST_WEEKS};

    use super::common::numbers;

    /// Twenty years of weeks, with dates, notes and varying amounts.
    #[divan::bench]
    fn weeks_1040(bencher: Bencher<'_, '_>) {
        let mut json = r#"{"title":"Twenty years","unit":"pages","start":"2000-01-01","weeks":["#.to_owned();
        for week in 0..MOST_WEEKS {
            let comma = if week == 0 { "" } else { "," };
            let (planned, done) = (5 + week % 7, (week * 31) % 11);
            let _ = write!(json, r#"{comma}{{"planned":{planned},"done":{done}.25,"note":"week {week} of many"}}"#);
        }
        json += "]}";
        bencher.bench(|| numbers(black_box(&json)));
    }

    /// Amounts without a common measure, and a remainder of nearly ten years: a forecast at its grid's limit.
    #[divan::bench]
    fn weeks_1040_uneven(bencher: Bencher<'_, '_>) {
        let mut json = r#"{"carried":250000,"weeks":["#.to_owned();
        for week in 0..MOST_WEEKS {
            let comma = if week == 0 { "" } else { "," };
            let done = (week * 7919) % 10_007;
            let _ = write!(json, r#"{comma}{{"planned":500,"done":{}.{done:06}}}"#, done / 10);
        }
        json += "]}";
        bencher.bench(|| numbers(black_box(&json)));
    }

    /// A checklist of the maximum length, over a hundred weeks.
    #[divan::bench]
    fn tasks_5000(bencher: Bencher<'_, '_>) {
        let mut json = r#"{"title":"A long list","tasks":["#.to_owned();
        for task in 0..MOST_TASKS {
            let comma = if task == 0 { "" } else { "," };
            let (week, done) = (1 + task / 50, task % 3 != 0);
            let _ = write!(json, r#"{comma}{{"title":"task {task}","week":{week},"done":{done}}}"#);
        }
        json += "]}";
        bencher.bench(|| numbers(black_box(&json)));
    }
}
