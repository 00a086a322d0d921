//! Fills templates: `{name}` becomes the value of that name.
//!
//! A Korean particle has two forms, depending on whether the word before it ends in a consonant. A template
//! gives both, as in `{을/를}`, and the text before it decides.

/// The template with each `{name}` replaced by the value of that name. Braces around anything else stay.
#[must_use]
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        filled.push_str(&rest[..open]);
        rest = &rest[open..];
        let close = rest.find('}').unwrap_or(0);
        let name = rest.get(1..close).unwrap_or_default();
        let value = values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        if let Some(value) = value {
            filled.push_str(value);
        } else if let Some((after_consonant, after_vowel)) = name.split_once('/').filter(|_| is_particle(name)) {
            push_particle(&mut filled, after_consonant, after_vowel);
        } else {
            filled.push('{');
            rest = &rest[1..];
            continue;
        }
        rest = &rest[close + 1..];
    }
    filled + rest
}

const SYLLABLES: std::ops::RangeInclusive<char> = '가'..='힣';

fn is_particle(name: &str) -> bool {
    name.chars().all(|c| c == '/' || SYLLABLES.contains(&c))
}

/// Units in Latin letters that Korean readers end in a vowel: 킬로, 킬로, 퍼센트.
const END_IN_VOWEL: [&str; 3] = ["km", "kg", "%"];

/// Adds the form that the last sound of the text requires. The sound of most words in other scripts is not known here:
/// they get both forms, as is usual in Korean.
fn push_particle(text: &mut String, after_consonant: &str, after_vowel: &str) {
    /// The number of endings of a syllable; the first is no consonant.
    const FINALS: u32 = 28;
    let ends_in_consonant = match text.chars().last() {
        Some(last) if SYLLABLES.contains(&last) => Some(!(u32::from(last) - u32::from('가')).is_multiple_of(FINALS)),
        // 영 일 삼 육 칠 팔 end in a consonant; 이 사 오 구 do not.
        Some(last) if last.is_ascii_digit() => Some(matches!(last, '0' | '1' | '3' | '6' | '7' | '8')),
        _ if END_IN_VOWEL.iter().any(|unit| text.ends_with(unit)) => Some(false),
        _ => None,
    };
    match ends_in_consonant {
        Some(true) => text.push_str(after_consonant),
        Some(false) => text.push_str(after_vowel),
        None => {
            text.push_str(after_consonant);
            text.push('(');
            text.push_str(after_vowel);
            text.push(')');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn names_become_values_and_other_braces_stay() {
        let values = [("done", "2"), ("of", "{done}")];
        assert_eq!(fill("{done} of {of}", &values), "2 of {done}", "values are not templates");
        assert_eq!(fill("{ \"planned\": [6] } {unknown} {", &values), "{ \"planned\": [6] } {unknown} {");
        assert_eq!(fill("{{done}}", &values), "{2}");
        assert_eq!(fill("", &values), "");
    }

    #[test]
    fn particles_follow_the_last_sound() {
        let with = |word: &str, template: &str| fill(template, &[("it", word)]);
        assert_eq!(with("4강의", "{it}{을/를}"), "4강의를");
        assert_eq!(with("3글", "{it}{을/를}"), "3글을");
        assert_eq!(with("6", "{it}{이/가}"), "6이");
        assert_eq!(with("2", "{it}{이/가}"), "2가");
        assert_eq!(with("4km", "{it}{을/를}"), "4km를");
        assert_eq!(with("80%", "{it}{이/가}"), "80%가");
        assert_eq!(with("4 pages", "{it}{을/를}"), "4 pages을(를)");
    }
}
