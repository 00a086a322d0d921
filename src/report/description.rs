//! The goal in words: the picture's name, a summary in sentences, and the names of the controls.

use crate::amount::{Amount, Ratio, Unit};
use crate::goal::{View, Week};
use crate::locale::{Locale, fill};
use crate::progress::{FEWEST_WEEKS, Progress, Recovery, Slowing, Standing, Status, TimeLeft, Week as Numbers};

/// The text that is read instead of the picture, or beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Description {
    /// The accessible name of the picture.
    pub name: String,
    /// The summary, one entry a sentence.
    pub summary: Vec<String>,
    /// The name of the slider through the weeks.
    pub stepper: String,
}

/// A sentence of the summary.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// The words.
    pub text: String,
    /// Whether the text, or its presence, depends on the chances. Hosts that have only the four basic operations
    /// cannot compute those.
    pub rests_on_chances: bool,
    /// Whether the picture shows the same, so that only readers who do not see it need the words.
    pub is_drawn: bool,
}

impl Sentence {
    fn plain(text: String) -> Self {
        Self { text, rests_on_chances: false, is_drawn: false }
    }

    fn drawn(text: String) -> Self {
        Self { text, rests_on_chances: false, is_drawn: true }
    }

    fn of_chances(text: String) -> Self {
        Self { text, rests_on_chances: true, is_drawn: false }
    }
}

/// Puts a goal into words. `view` is the view that is drawn.
#[must_use]
pub fn description(progress: &Progress, locale: Locale, view: View) -> Description {
    let title = locale.title(progress.goal.title.as_deref());
    let chart = match view {
        View::Weekly => locale.chart_weekly(),
        View::Burnup => locale.chart_burnup(),
        View::Compact => locale.chart_compact(),
    };
    let headline = headline(progress, locale);
    Description {
        name: fill(locale.picture(), &[("title", title), ("chart", chart), ("headline", &headline)]),
        summary: summary(progress, locale).into_iter().map(|sentence| sentence.text).collect(),
        stepper: fill(locale.stepper(), &[("title", title)]),
    }
}

/// How much is done, in figures.
pub(super) fn headline(progress: &Progress, locale: Locale) -> String {
    let Some(share) = progress.stated.or(progress.overall) else {
        let said =
            if progress.planned.is_some() { nothing_planned(progress, locale) } else { locale.no_amounts().to_owned() };
        return said.trim_end_matches('.').to_owned();
    };
    let percent = locale.percent(share);
    match (progress.done, progress.planned) {
        (Some(done), Some(planned)) => percent + ", " + &locale.done_of(done, planned, &progress.goal.unit, false),
        _ => percent,
    }
}

/// States that nothing is planned, and what was done all the same.
fn nothing_planned(progress: &Progress, locale: Locale) -> String {
    match progress.done.filter(|done| done.is_positive()) {
        Some(done) => fill(locale.nothing_planned_but_done(), &[("amount", &locale.amount(done, &progress.goal.unit))]),
        None => locale.nothing_planned().to_owned(),
    }
}

/// The sentences, from the work done to the forecast.
#[must_use]
pub fn summary(progress: &Progress, locale: Locale) -> Vec<Sentence> {
    let teller = Teller { progress, locale, unit: &progress.goal.unit };
    let how_far =
        teller.how_far().map(|text| Sentence { is_drawn: progress.overall.is_some(), ..Sentence::plain(text) });
    let standing = [teller.stated(), teller.recorded(), teller.verdict()].into_iter().flatten().map(Sentence::plain);
    let mut sentences: Vec<Sentence> = how_far.into_iter().chain(standing).collect();
    sentences.extend(teller.recovery());
    sentences.extend(teller.deadline().map(Sentence::plain));
    sentences.extend(teller.events().into_iter().map(Sentence::drawn));
    sentences.extend(teller.chances().into_iter().map(Sentence::of_chances));
    sentences
}

/// Whether the record may have chances. They may still fail to compute.
fn may_have_chances(progress: &Progress) -> bool {
    let weeks = progress.goal.weeks.iter().zip(&progress.weeks);
    let tells_pace = |(week, numbers): &(&Week, &Numbers)| {
        let is_only_milestone = week.milestone.is_some() && numbers.planned == Some(Amount::ZERO);
        numbers.done.is_some() && numbers.status != Status::Skipped && !is_only_milestone
    };
    let some = Some(Amount::ZERO);
    weeks.filter(tells_pace).count() >= FEWEST_WEEKS && progress.remaining > some && progress.done > some
}

/// Writes the sentences of one goal.
struct Teller<'a> {
    progress: &'a Progress,
    locale: Locale,
    unit: &'a Unit,
}

impl Teller<'_> {
    fn amount(&self, amount: Amount) -> String {
        self.locale.amount(amount, self.unit)
    }

    fn week(&self, number: usize) -> String {
        let label = self.progress.goal.weeks.get(number - 1).and_then(|week| week.label.as_deref());
        self.locale.week_label(label, number)
    }

    /// The remainder of the whole plan, if any.
    fn left(&self) -> Option<Amount> {
        self.progress.remaining.filter(|left| left.is_positive())
    }

    fn how_far(&self) -> Option<String> {
        let (locale, progress) = (self.locale, self.progress);
        let (Some(done), Some(planned)) = (progress.done, progress.planned) else {
            return progress.stated.is_none().then(|| locale.no_amounts().to_owned());
        };
        let Some(overall) = progress.overall else { return Some(nothing_planned(progress, locale)) };
        if progress.standing == Standing::NotBegun {
            return Some(fill(locale.not_begun(), &[("amount", &self.amount(planned))]));
        }
        let values = [
            ("done_of", &*locale.done_of(done, planned, self.unit, false)),
            ("done", &locale.done_amount(done, planned, self.unit)),
            ("planned", &self.amount(planned)),
            ("percent", &locale.percent(overall)),
        ];
        Some(fill(locale.summary(), &values))
    }

    fn stated(&self) -> Option<String> {
        let (locale, stated) = (self.locale, self.locale.percent(self.progress.stated?));
        Some(match self.progress.overall.map(|overall| locale.percent(overall)) {
            Some(computed) => fill(locale.stated(), &[("stated", &stated), ("computed", &computed)]),
            None => fill(locale.stated_alone(), &[("stated", &stated)]),
        })
    }

    fn recorded(&self) -> Option<String> {
        let (reached, unrecorded) = (self.progress.goal.reached, self.progress.unrecorded);
        let recorded = (reached - unrecorded).to_string();
        let values = [("recorded", &*recorded), ("weeks", &self.locale.weeks(reached)), ("over", &reached.to_string())];
        (unrecorded > 0).then(|| fill(self.locale.recorded(), &values))
    }

    /// How the work compares with the plan.
    fn verdict(&self) -> Option<String> {
        let locale = self.locale;
        match self.progress.standing {
            Standing::NotBegun | Standing::Unmeasured | Standing::Complete { early: 0 } => None,
            Standing::Complete { early } => Some(fill(locale.finished_early(), &[("weeks", &locale.weeks(early))])),
            Standing::Behind { least, most } if least != most => {
                let template =
                    if least.is_positive() { locale.is_behind_between() } else { locale.is_behind_at_most() };
                let weeks = locale.weeks(self.progress.unrecorded);
                let values = [("least", &*locale.number(least)), ("amount", &self.amount(most)), ("weeks", &weeks)];
                Some(fill(template, &values))
            }
            Standing::Behind { most, .. } => {
                let since = self.progress.jam.as_ref().map_or(0, |jam| jam.since);
                let amount = self.amount(most);
                Some(if since == 0 {
                    let carried = self.amount(self.progress.goal.carried);
                    fill(locale.is_behind_from_start(), &[("carried", &carried), ("amount", &amount)])
                } else {
                    fill(locale.is_behind(), &[("since", &self.week(since)), ("amount", &amount)])
                })
            }
            Standing::Ahead(ahead) => Some(fill(locale.is_ahead(), &[("amount", &self.amount(ahead))])),
            Standing::CaughtUp { week, weeks } => {
                let values = [("week", &*self.week(week)), ("weeks", &locale.weeks(weeks))];
                Some(fill(locale.caught_up(), &values))
            }
            Standing::OnPlan => Some(locale.on_plan().to_owned()),
        }
    }

    /// When the backlog clears at the usual pace, and how much more would clear it by the end of the plan.
    fn recovery(&self) -> Vec<Sentence> {
        let (locale, progress) = (self.locale, self.progress);
        let Standing::Behind { least, most } = progress.standing else { return Vec::new() };
        let (Some(jam), Some(pace)) = (&progress.jam, progress.pace) else { return Vec::new() };
        if least != most {
            return Vec::new();
        }
        let pace = ("pace", &*self.amount(pace));
        let planned = progress.weeks.len();
        let is_in_plan = matches!(jam.recovery, Some(Recovery::In { week, .. }) if week <= planned);
        let clears = jam.recovery.and_then(|recovery| match recovery {
            Recovery::In { week, .. } if is_in_plan => {
                Some(fill(locale.clears_in(), &[pace, ("week", &self.week(week))]))
            }
            // The chances say when all is done. A recovery in fewer weeks would contradict them.
            Recovery::In { weeks, .. } if self.progress.forecast.as_ref().is_some_and(|all| weeks < all.p50) => None,
            Recovery::In { week, .. } => {
                Some(fill(locale.clears_after(), &[pace, ("weeks", &locale.weeks(week - planned))]))
            }
            _ if progress.forecast.is_some() => None,
            Recovery::Late => Some(fill(locale.clears_late(), &[pace])),
            Recovery::Never => Some(fill(locale.does_not_clear(), &[pace])),
        });
        let rests_on_chances = !is_in_plan && may_have_chances(progress);
        let clears = clears.map(|text| Sentence { rests_on_chances, ..Sentence::plain(text) });
        let more = jam.extra.filter(|_| !is_in_plan).map(|extra| {
            let extra = extra.up_to_tenths();
            let n = locale.number(extra);
            let unit = locale.unit_of(&n, self.unit);
            let of_unit = if unit.is_empty() { String::new() } else { " ".to_owned() + unit };
            let values = [("n", &*n), ("of_unit", &of_unit), ("amount", &self.amount(extra))];
            fill(locale.more_would_clear(), &values)
        });
        clears.into_iter().chain(more.map(Sentence::plain)).collect()
    }

    fn deadline(&self) -> Option<String> {
        let (locale, deadline) = (self.locale, self.progress.goal.deadline?);
        let (left, date) = (self.amount(self.left()?), locale.long_date(deadline, self.progress.goal.has_years()));
        Some(match self.progress.time_left? {
            TimeLeft::Days(days) => fill(locale.time_left(), &[("time", &locale.time(days)), ("amount", &left)]),
            TimeLeft::Passed => fill(locale.deadline_passed(), &[("date", &date), ("amount", &left)]),
            TimeLeft::Unknown => fill(locale.deadline_is(), &[("date", &date)]),
        })
    }

    /// The other facts of the picture: the amounts left or beyond the plan, absences and breaks.
    fn events(&self) -> Vec<String> {
        let (locale, progress) = (self.locale, self.progress);
        let is_said = match progress.standing {
            Standing::Behind { most, .. } => self.left() == Some(most),
            standing => standing == Standing::NotBegun,
        };
        // With unrecorded weeks, less may be left.
        let is_known = !is_said && progress.unrecorded == 0 && progress.goal.deadline.is_none();
        let left = self.left().filter(|_| is_known);
        let dropped = progress.weeks.iter().fold(Amount::ZERO, |sum, week| sum + week.dropped);
        let amounts = [
            (left, locale.still_left()),
            (progress.overall.map(|_| progress.beyond), locale.done_beyond()),
            (Some(dropped), locale.taken_out()),
        ];
        let amounts = amounts.into_iter().filter_map(|(amount, template)| {
            let amount = amount.filter(|amount| amount.is_positive())?;
            Some(fill(template, &[("amount", &self.amount(amount))]))
        });
        let kinds = [(Status::Absent, locale.absent_in()), (Status::Skipped, locale.break_in())];
        let kinds = kinds
            .into_iter()
            .filter_map(|(status, template)| Some(fill(template, &[("weeks", &self.weeks_of(status)?)])));
        amounts.chain(kinds).chain(self.mostly_done()).collect()
    }

    /// The labels of the weeks of a kind, or their number if they are many.
    fn weeks_of(&self, status: Status) -> Option<String> {
        const MOST_NAMED: usize = 3;
        let weeks = self.progress.weeks.iter().enumerate().filter(|(_, week)| week.status == status);
        let names: Vec<String> = weeks.map(|(index, _)| self.week(index + 1)).collect();
        match names.len() {
            0 => None,
            1..=MOST_NAMED => Some(names.join(", ")),
            count => Some(self.locale.weeks(count)),
        }
    }

    /// For a goal that has only percents: in how many of its weeks most of the plan was done.
    fn mostly_done(&self) -> Option<String> {
        const MOST: f64 = 0.75;
        if self.progress.standing != Standing::Unmeasured {
            return None;
        }
        let over = self.progress.weeks.iter().filter(|week| week.status != Status::Future);
        let shares: Vec<f64> = over.filter_map(|week| week.of_plan).map(Ratio::fraction).collect();
        let n = shares.iter().filter(|share| **share >= MOST).count();
        let values = [("n", &*n.to_string()), ("weeks", &self.locale.weeks(shares.len()))];
        (!shares.is_empty()).then(|| fill(self.locale.mostly_done(), &values))
    }

    /// The chances that all is done: first by the deadline or the end of the plan, then within a number of weeks.
    fn chances(&self) -> Vec<String> {
        let locale = self.locale;
        let Some(forecast) = &self.progress.forecast else { return Vec::new() };
        let mut list = Vec::new();
        if let Some(target) = forecast.target {
            let template = if target.is_deadline { locale.chance_by_deadline() } else { locale.chance_by_plan() };
            list.push(fill(template, &[("chance", &locale.chance(forecast.chance(target.weeks)))]));
        }
        let mut said = forecast.target.map_or(0, |target| target.weeks);
        for weeks in [forecast.p50, forecast.p85] {
            if weeks != said {
                let values = [("weeks", &*locale.weeks(weeks)), ("chance", &locale.chance(forecast.chance(weeks)))];
                list.push(fill(locale.chance_within(), &values));
            }
            said = weeks;
        }
        let template = if forecast.is_rough() { locale.chances_rough() } else { locale.chances() };
        let weeks = locale.weeks(forecast.history);
        let slower = forecast.slowing.map(|slowing| match slowing {
            Slowing::Weeks(weeks) => fill(locale.slowing(), &[("weeks", &locale.weeks(weeks))]),
            Slowing::Stopped => locale.stopped().to_owned(),
        });
        let chances = fill(template, &[("weeks", &weeks), ("list", &list.join(locale.chances_next()))]);
        std::iter::once(chances).chain(slower).collect()
    }
}
