//! The phrases of a language, by name.
//!
//! A phrase is a template: `{name}` stands for a value, and the phrase's own line here names its values.

use super::language::phrases;

phrases! {
    /// A goal without a title.
    untitled,
    /// A week without a label: `{n}` counts from 1.
    week,
    /// A week in the short lines: `{n}` counts from 1.
    week_brief,
    /// Weeks that are drawn as one: `{first}` to `{last}`.
    week_range,
    /// A number of weeks: one.
    weeks_one,
    /// A number of weeks: `{n}`, not one.
    weeks_other,
    /// A number of days: one.
    days_one,
    /// A number of days: `{n}`, not one.
    days_other,
    /// A number with its unit: `{n}`, `{unit}`.
    amount,
    /// Work done out of the work planned: `{done}` is a number; `{done_amount}` and `{planned_amount}` have the unit.
    done_of,
    /// A `{value}` that is known only roughly.
    roughly,
    /// A chance close to 0.
    hardly,
    /// A chance close to 1.
    almost_surely,
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
    /// Legend: work not done, where none of it moves on.
    legend_open,
    /// Legend: work done ahead, which counts for the next week.
    legend_ahead,
    /// Legend: work done ahead.
    legend_ahead_short,
    /// Legend: the area of what is carried over from week to week.
    legend_backlog,
    /// Legend: the area between the plan's line and the line of work.
    legend_behind,
    /// The label of the plan's tick on the gauge, and of the plan's line.
    plan,
    /// What was planned by the end of the record: `{amount}`.
    plan_by_now,
    /// The label of the line at the end of the record.
    now,
    /// The label of the deadline's line; the date follows.
    deadline,
    /// The most that was carried over: `{n}`, in `{week}`.
    deepest,
    /// At the pace so far, all is done in the week `{first}`, a number.
    pace_week,
    /// At the pace so far, all is done in the weeks `{first}` to `{last}`, numbers.
    pace_weeks,
    /// The week in which all is done, in few words: `{first}`.
    pace_week_short,
    /// The weeks in which all is done, in few words: `{first}` to `{last}`.
    pace_weeks_short,
    /// What remains: `{amount}`.
    left,
    /// What remains at most, as some weeks have no record: `{amount}`.
    left_at_most,
    /// The rest of the plan of a week to come: the number `{left}`; `{left_amount}` and `{planned_amount}` with units.
    left_of,
    /// The percent is the author's own.
    stated_mark,
    /// Nothing remains.
    complete,
    /// Nothing remains, and `{amount}` was done beyond the plan.
    beyond,
    /// Behind the plan by `{amount}`.
    behind,
    /// Behind the plan by `{least}`, a number, to `{amount}`.
    behind_between,
    /// Behind the plan by `{amount}` at most.
    behind_at_most,
    /// Ahead of the plan by `{amount}`.
    ahead,
    /// How the work stands, `{said}`, at the end of the last recorded `{week}`.
    after_week,
    /// Nothing has been carried over since `{week}`.
    caught_up_in,
    /// Neither behind the plan nor ahead of it.
    as_planned,
    /// Nothing is recorded yet.
    not_begun_yet,
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
    /// Nothing is recorded yet, and `{amount}` is planned.
    not_begun,
    /// No amounts are known, so there is no percent.
    no_amounts,
    /// Nothing is planned, and nothing done.
    nothing_planned,
    /// Nothing was planned, but `{amount}` is done.
    nothing_planned_but_done,
    /// The `{stated}` percent is the author's own; the record gives `{computed}`.
    stated,
    /// The `{stated}` percent is the author's own; the record gives none.
    stated_alone,
    /// `{recorded}` of `{weeks}` have a record; `{over}` is the number alone.
    recorded,
    /// Neither behind the plan nor ahead of it.
    on_plan,
    /// Ahead of the plan by `{amount}`, as a sentence.
    is_ahead,
    /// Behind the plan since the week `{since}`, by `{amount}` now.
    is_behind,
    /// Behind the plan from the start, as `{carried}` was carried in; by `{amount}` now.
    is_behind_from_start,
    /// Behind by `{least}`, a number, up to `{amount}`, as `{weeks}` have no record.
    is_behind_between,
    /// Behind by `{amount}` at most, as `{weeks}` have no record.
    is_behind_at_most,
    /// Behind for `{weeks}`, and caught up in the week `{week}`.
    caught_up,
    /// Everything was done `{weeks}` before the end of the plan.
    finished_early,
    /// The author was away in `{weeks}`: their labels or their number.
    absent_in,
    /// There was a break in `{weeks}`.
    break_in,
    /// `{amount}` was taken out of the plan.
    taken_out,
    /// `{amount}` was done beyond the whole plan.
    done_beyond,
    /// `{amount}` is left of the plan of the weeks to come.
    still_left,
    /// In `{n}` of `{weeks}` at least three quarters of the week's plan were done.
    mostly_done,
    /// At a pace of `{pace}` a week, what is behind clears in the week `{week}`.
    clears_in,
    /// At a pace of `{pace}` a week, what is behind clears `{weeks}` after the planned weeks.
    clears_after,
    /// At a pace of `{pace}` a week, what is behind clears in more than ten years.
    clears_late,
    /// At a pace of 0, what is behind does not clear.
    does_not_clear,
    /// `{n}` more a week would clear it by the end: `{of_unit}` is its unit after a space, `{amount}` both.
    more_would_clear,
    /// `{time}` is left until the deadline, for `{amount}`.
    time_left,
    /// The deadline, a `{date}`, has passed with `{amount}` left.
    deadline_passed,
    /// The deadline is a `{date}`.
    deadline_is,
    /// The chances that all is done, judging by `{weeks}`: a `{list}`.
    chances,
    /// The chances that all is done, roughly, as the record is only `{weeks}`: a `{list}`.
    chances_rough,
    /// Stands between two entries of that list.
    chances_next,
    /// An entry of the list: the `{chance}` by the deadline.
    chance_by_deadline,
    /// An entry of the list: the `{chance}` by the end of the plan.
    chance_by_plan,
    /// An entry of the list: the `{chance}` within `{weeks}`.
    chance_within,
    /// At the pace of the last two weeks, the rest would take `{weeks}`.
    slowing,
    /// In the last two weeks, nothing was done.
    stopped,
    /// The name of the slider through the weeks of `{title}`.
    stepper,
    /// Carried over out of a week: `{n}`, or `{amount}` with the unit.
    carried,
    /// There is `{amount}` to do in a week.
    to_do,
    /// There is nothing to do in a week.
    nothing_to_do,
    /// `{amount}` was done in a week in which nothing was due.
    done_unasked,
    /// Nothing was recorded of an absent week, so it counts as zero.
    assumed,
    /// How the keyboard opens the link of a week.
    opens_link,
    /// The keys that step through the weeks.
    keys,
    /// The handle that opens the table and its buttons.
    table,
    /// Header: the week's label.
    header_week,
    /// Header: the week's date.
    header_date,
    /// Header: new plan.
    header_planned,
    /// Header: carried in from before.
    header_carried_in,
    /// Header: all work that was due.
    header_load,
    /// Header: scope taken out.
    header_dropped,
    /// Header: done.
    header_done,
    /// Header: the share of the load that is done.
    header_completed,
    /// Header: carried over to the next week.
    header_carried_out,
    /// Header: marks and the author's note.
    header_note,
    /// A `{header}` over amounts in `{unit}`.
    header_in,
    /// The button that copies the table.
    copy,
    /// The button that copies the goal as short lines.
    copy_brief,
    /// Status: the data are copied.
    copied,
    /// Status: the picture is saved.
    saved,
    /// Status: copying failed.
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
    /// The file could not be loaded: `{reason}`.
    not_loaded,
    /// The server answered with the status `{status}`.
    http_status,
    /// A value of the wrong kind: `{expected}`, `{found}`.
    expected,
    /// A date in the wrong form: `{found}`, with a `{suggestion}`.
    date_form,
    /// A day that does not exist: `{found}`.
    no_such_day,
    /// An unknown field, with a `{suggestion}`.
    unknown_field_near,
    /// An unknown field, with the `{known}` ones.
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
    /// A list of `{here}` entry (one), but the list `{other}` has `{there}`.
    length_one,
    /// A list of `{here}` entries, but the list `{other}` has `{there}`.
    lengths,
    /// `asOf` is a date, but no week has one.
    no_dates,
    /// A `{week}` that does not exist: there is one week.
    no_such_week_of_one,
    /// A `{week}` that does not exist: there are `{weeks}`.
    no_such_week,
    /// A percent of an unknown amount.
    nothing_to_share,
    /// `{dropped}` is more than `{most}`, the plan by then.
    dropped_too_much,
    /// A task that is finished but not done.
    finished_not_done,
    /// `{found}` of `{what}`, but the limit is `{limit}`: `{mend}`.
    too_many,
    /// What is limited: bytes.
    limit_bytes,
    /// What is limited: weeks.
    limit_weeks,
    /// What is limited: tasks.
    limit_tasks,
    /// What is limited: characters.
    limit_characters,
    /// How to fix too many bytes.
    mend_bytes,
    /// How to fix too many weeks or tasks.
    mend_entries,
    /// How to fix too many characters.
    mend_characters,
    /// One more problem is not listed.
    more_one,
    /// `{n}` more problems are not listed.
    more_other,
    /// Warning: `{stated}` percent is stated, but `{computed}` computed.
    stated_differs,
    /// Warning: a date before the `{previous}` one.
    dates_out_of_order,
    /// Warning: `{left_out}` was done after `{week}`, where the record ends.
    done_after_as_of,
    /// Warning: an open task of a break is taken out.
    open_in_break_one,
    /// Warning: `{n}` open tasks of a break are taken out.
    open_in_break_other,
    /// Warning: the last `{n}` weeks say 0.
    trailing_zeros,
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
    /// Fault: a space that JSON does not allow.
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
    /// Fault: the text does not begin with JSON.
    fault_start,
    /// Fault: a comment.
    fault_comment,
    /// Fault: a control character.
    fault_control_character,
    /// Fault: a backslash before the wrong character.
    fault_escape,
    /// Fault: a number in the wrong form.
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
    /// Expected: a unit.
    expected_unit,
    /// Expected: joins alternatives.
    or,
    /// Found: a list.
    found_list,
    /// Found: an object.
    found_object,
}
