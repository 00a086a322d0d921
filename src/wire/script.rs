//! Detects the language of a goal by its script.

use super::Goal;

/// A longer unit is a word. A shorter one may be a symbol such as km, which is the same in every language.
const LONGEST_SYMBOL: usize = 3;

/// The language that only the script of the goal's unit and title can have. Most scripts serve many languages: `None`.
///
/// A unit that is a word decides alone: a plan to learn Korean, counted in lessons, is by somebody who writes English.
pub(super) fn language_of(goal: &Goal) -> Option<&'static str> {
    let unit = goal.unit.as_ref();
    let is_word = unit.is_some_and(|unit| !unit.one.is_empty() || unit.many.chars().count() > LONGEST_SYMBOL);
    let title = goal.title.as_deref().filter(|_| !is_word);
    let texts = unit.into_iter().flat_map(|unit| [&*unit.one, &*unit.many]).chain(title);
    texts.flat_map(str::chars).any(is_hangul).then_some("ko")
}

/// Whether a character is a syllable of Hangul.
fn is_hangul(character: char) -> bool {
    matches!(character, '가'..='힣')
}

#[cfg(test)]
mod tests {
    use super::language_of;
    use crate::amount::Unit;
    use crate::wire::Goal;

    #[test]
    fn a_script_of_one_language_decides_and_a_unit_that_is_a_word_wins() {
        for (title, one, many, language) in [
            ("쿠버네티스", "", "", Some("ko")),
            ("Kubernetes 정복", "", "강", Some("ko")),
            ("Kubernetes", "", "강의", Some("ko")),
            ("한국 일주", "", "km", Some("ko")),
            ("Learning 한국어", "lesson", "lessons", None),
            ("Learning 한국어", "", "lessons", None),
            ("Kubernetes", "", "lectures", None),
            ("東京", "", "回", None),
            ("", "", "", None),
        ] {
            let unit = Some(Unit { one: one.to_owned(), many: many.to_owned() });
            let goal = Goal { title: Some(title.to_owned()), unit, ..Goal::default() };
            assert_eq!(language_of(&goal), language, "{title}, {many}");
        }
    }
}
