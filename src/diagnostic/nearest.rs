//! Finds the known name that a misspelt one was probably meant to be.

/// The known name that `word` was probably meant to be: one that differs in at most a third of its letters, or one that
/// begins with it.
#[must_use]
pub fn did_you_mean(word: &str, known: &'static [&'static str]) -> Option<&'static str> {
    let lower = word.to_ascii_lowercase();
    let (mut nearest, mut least) = ("", usize::MAX);
    for candidate in known {
        let distance = edits(&lower, &candidate.to_ascii_lowercase());
        if distance < least {
            (nearest, least) = (candidate, distance);
        }
    }
    if least <= nearest.len().max(3) / 3 {
        return Some(nearest);
    }
    known.iter().find(|candidate| lower.len() >= 3 && candidate.starts_with(&lower)).copied()
}

/// The optimal string alignment distance: the insertions, deletions, replacements and swaps of neighbours that turn one
/// word into the other.
fn edits(a: &str, b: &str) -> usize {
    /// No known name is longer.
    const LONGEST: usize = 40;
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(LONGEST).collect(), b.chars().take(LONGEST).collect());
    // `between[i][j]`: the distance from the first `i` letters of `a` to the first `j` letters of `b`.
    let mut between = [[0_usize; LONGEST + 1]; LONGEST + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            between[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let replaced = between[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let best = replaced.min(between[i - 1][j] + 1).min(between[i][j - 1] + 1);
                let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                if swapped { best.min(between[i - 2][j - 2] + 1) } else { best }
            };
        }
    }
    between[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::did_you_mean;

    #[test]
    fn a_near_word_is_proposed_and_a_far_one_is_not() {
        const KNOWN: &[&str] = &["planned", "done", "dropped", "asOf"];
        assert_eq!(did_you_mean("plannd", KNOWN), Some("planned"));
        assert_eq!(did_you_mean("palnned", KNOWN), Some("planned"));
        assert_eq!(did_you_mean("Done", KNOWN), Some("done"));
        assert_eq!(did_you_mean("as_of", KNOWN), Some("asOf"));
        assert_eq!(did_you_mean("plan", KNOWN), Some("planned"));
        assert_eq!(did_you_mean("colour", KNOWN), None);
    }
}
