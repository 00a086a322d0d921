//! The phrases of a language, by name.
//!
//! A phrase is a template: `{name}` stands for a value, and the phrase's own line here names its values. A language is one
//! text with a phrase a line, in the order of this list, so its phrases take no code and no table of addresses. The
//! compiler refuses a language in which a phrase is missing, unknown, or out of order.

/// Declares the phrases, each with its documentation.
macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// Everything that goalpost says in one language.
        #[derive(Clone, Copy)]
        pub struct Phrases(&'static [&'static str]);

        /// The places of the phrases in the text of a language.
        #[expect(non_camel_case_types, reason = "they are the names of the phrases")]
        enum Place {
            $($name,)*
        }

        impl Phrases {
            /// The names of the phrases.
            pub const NAMES: &[&str] = &[$(stringify!($name),)*];

            $(
                $(#[$doc])*
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
        const _: () = crate::locale::phrases::assert_names(&[$(stringify!($name),)*]);
        concat!($($phrase, "\n",)*)
    }};
}
pub(super) use language;

/// Fails to compile where names are not those of the phrases, in their order.
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

impl Phrases {
    /// The phrases in the text of a language.
    pub(super) fn new(lines: &'static [&'static str]) -> Self {
        Self(lines)
    }

    /// Every phrase with its name.
    pub fn all(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        Self::NAMES.iter().copied().zip(self.0.iter().copied())
    }
}

phrases! {
    /// A goal without a title.
    untitled,
    /// A week without a label: `{n}` counts from 1.
    week,
    /// Weeks that are drawn as one: `{first}` to `{last}`.
    week_range,
    /// A number of weeks: one.
    weeks_one,
    /// A number of weeks: `{n}`, not one.
    weeks_other,

    /// A number with its unit: `{n}`, `{unit}`.
    amount,
    /// A number with its unit, where the number is 1: `{n}`, `{unit}`.
    amount_of_one,
    /// Work done out of the work planned: `{done}` is a number; `{done_amount}` and `{planned_amount}` have the unit.
    done_of,
    /// A `{value}` that is known only roughly.
    roughly,
    /// A `{phrase}` as a sentence of its own.
    sentence,

    /// The mark of a week in which the author was away.
    absent,
    /// The mark of an announced break.
    skipped,
    /// The mark of a week without a record.
    unknown,
    /// The mark of a week to come.
    future,

    /// Legend: work done.
    legend_done,
    /// Legend: work not done, which moves to the next week.
    legend_carried,
    /// Legend: the plan that is new in the week.
    legend_plan,
    /// Legend: the plan of weeks to come.
    legend_future,
    /// Legend: work beyond what there was to do.
    legend_beyond,
    /// The label of the plan's tick on the gauge, and of the plan's line.
    plan,

    /// What remains: `{amount}`.
    left,
    /// Nothing remains.
    complete,
    /// Nothing remains, and `{amount}` was done beyond the plan.
    beyond,
    /// Behind the plan by `{amount}`.
    behind,
    /// Ahead of the plan by `{amount}`.
    ahead,

    /// The name of a picture: `{title}`, `{chart}`, `{headline}`.
    picture,
    /// The kind of picture: a column a week.
    chart_weekly,
    /// The kind of picture: work and plan, added up.
    chart_burnup,
    /// The kind of picture: the gauge alone.
    chart_compact,

    /// How far the goal is: `{done_of}`, or `{done}` and `{planned}` with their units; `{percent}`.
    summary,
    /// No amounts are known, so there is no percent.
    no_amounts,
    /// The `{stated}` percent is the author's own; the record gives `{computed}`.
    stated,
    /// The `{stated}` percent is the author's own; the record gives none.
    stated_alone,
    /// `{recorded}` of `{weeks}` have a record; `{over}` is the number alone.
    recorded,
    /// Neither behind the plan nor ahead of it.
    on_plan,
    /// Since the week `{since}`, work is carried over; it is `{amount}` now.
    jammed,
    /// The jam clears in `{weeks}`.
    clears,
    /// The jam does not clear.
    does_not_clear,
    /// The jam does not clear, but `{n}` more a week would clear it: `{of_unit}` is the unit behind a space, `{amount}` both.
    does_not_clear_without,
    /// `{weeks}` are left until the deadline.
    time_left,
    /// The rest takes `{p85}`, at a `{pace}`.
    forecast_one,
    /// The rest takes `{p50}` to `{p85}`, at a `{pace}`.
    forecast_range,
    /// The pace of all weeks so far.
    pace_so_far,
    /// The pace before the last weeks, which were slower.
    pace_before,

    /// The name of the slider through the weeks of `{title}`.
    stepper,
    /// Carried over out of a week: `{n}`, or `{amount}` with the unit.
    carried,
    /// There is `{amount}` to do in a week.
    to_do,
    /// There is nothing to do in a week.
    nothing_to_do,
    /// How the keyboard opens the link of a week.
    opens_link,

    /// What opens the table and its tools.
    table,
    /// Header: the week's label.
    header_week,
    /// Header: the week's date.
    header_date,
    /// Header: new plan.
    header_planned,
    /// Header: carried in from before.
    header_carried_in,
    /// Header: all there was to do.
    header_load,
    /// Header: done.
    header_done,
    /// Header: done, of what there was to do.
    header_completed,
    /// Header: carried over to the next week.
    header_carried_out,
    /// Header: marks and the author's line.
    header_note,
    /// A `{header}` over amounts in `{unit}`.
    header_in,
    /// The button that copies the table.
    copy,
    /// The table is copied.
    copied,
    /// The table could not be copied.
    not_copied,
    /// The button that saves the picture as PNG.
    save_png,
    /// The button that saves the picture as SVG.
    save_svg,

    /// The heading over the problems of a goal that cannot be drawn.
    cannot_draw,
    /// The text is not JSON: `{fault}`, in the `{line}`.
    syntax,
    /// The text is empty.
    empty,
    /// The element holds no data.
    no_data,
    /// The file could not be loaded, for a `{reason}`.
    not_loaded,
    /// The server answered with a `{status}`.
    http_status,
    /// A value of another kind: `{expected}`, `{found}`.
    expected,
    /// A date in another form: `{found}`, with a `{suggestion}`.
    date_form,
    /// A day that does not exist: `{found}`.
    no_such_day,
    /// An unknown field, with a `{suggestion}`.
    unknown_field_near,
    /// An unknown field, where the `{known}` ones are these.
    unknown_field,
    /// A `{field}` that is given twice.
    duplicate_field,
    /// A task without its week.
    missing_week,
    /// A goal without its `{field}`.
    missing_field,
    /// A goal without weeks.
    no_weeks,
    /// Two places say different things: `{here}`, and `{there}` in `{other}`.
    contradiction,
    /// A list of `{here}` entry, which is one, where the list `{other}` has `{there}`.
    length_one,
    /// A list of `{here}` entries, where the list `{other}` has `{there}`.
    lengths,
    /// A date to count weeks by, where no week has one.
    no_dates,
    /// A `{week}` that does not exist, as there is one week.
    no_such_week_of_one,
    /// A `{week}` that does not exist, as there are `{weeks}`.
    no_such_week,
    /// A percent of an unknown amount.
    nothing_to_share,
    /// `{dropped}` is more than `{most}`, the plan by then.
    dropped_too_much,
    /// A task that is finished but not done.
    finished_not_done,
    /// `{found}` of `{what}`, where `{limit}` is the most: `{mend}`.
    too_many,
    /// What is limited: bytes.
    limit_bytes,
    /// What is limited: weeks.
    limit_weeks,
    /// What is limited: tasks.
    limit_tasks,
    /// What is limited: characters.
    limit_characters,
    /// How to mend too many bytes.
    mend_bytes,
    /// How to mend too many weeks or tasks.
    mend_entries,
    /// How to mend too many characters.
    mend_characters,
    /// One more problem is not listed.
    more_one,
    /// `{n}` more problems are not listed.
    more_other,
    /// Warning: `{stated}` percent is stated, but `{computed}` computed.
    stated_differs,
    /// Warning: `{done}` is more than the `{load}`.
    done_above_load,
    /// Warning: a date before the `{previous}` one.
    dates_out_of_order,
    /// Warning: work after `{week}`, where the record ends.
    done_after_as_of,
    /// Warning: one week has no record.
    unrecorded_one,
    /// Warning: `{n}` weeks have no record.
    unrecorded_other,

    /// Fault: the text ends too early.
    fault_ended,
    /// Fault: a value is missing.
    fault_missing_value,
    /// Fault: a comma before a closing bracket.
    fault_trailing_comma,
    /// Fault: no comma.
    fault_missing_comma,
    /// Fault: no colon.
    fault_missing_colon,
    /// Fault: a single quote.
    fault_single_quote,
    /// Fault: a curly quote.
    fault_curly_quote,
    /// Fault: a space that JSON does not know.
    fault_odd_space,
    /// Fault: a name without quotes.
    fault_bare_key,
    /// Fault: a word without quotes.
    fault_bare_word,
    /// Fault: the text begins with something else.
    fault_start,
    /// Fault: a comment.
    fault_comment,
    /// Fault: a control character.
    fault_control_character,
    /// Fault: a backslash before the wrong character.
    fault_escape,
    /// Fault: a number in another form.
    fault_number,
    /// Fault: the wrong closing bracket.
    fault_wrong_bracket,
    /// Fault: nested too deep.
    fault_too_deep,
    /// Fault: text after the end.
    fault_trailing_text,
    /// Fault: anything else.
    fault_unexpected,

    /// Expected: an object.
    expected_object,
    /// Expected: a list.
    expected_list,
    /// Expected: a text.
    expected_text,
    /// Expected: an amount.
    expected_amount,
    /// Expected: work done.
    expected_done,
    /// Expected: a percent.
    expected_percent,
    /// Expected: a share.
    expected_share,
    /// Expected: true or false.
    expected_flag,
    /// Expected: a date.
    expected_date,
    /// Expected: a week.
    expected_week,
    /// Expected: a week or a date.
    expected_week_or_date,
    /// Expected: a link.
    expected_link,
    /// Expected: joins the words of which one is meant.
    or,
    /// Found: a list.
    found_list,
    /// Found: an object.
    found_object,
}
