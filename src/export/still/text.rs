//! Text as markup of the still.

/// A text on one line, escaped for markup and attributes.
pub(super) fn text(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut is_apart = false;
    for character in text.chars() {
        // The characters that Ruby strips as white space.
        if matches!(character, ' ' | '\t'..='\r') {
            is_apart = !written.is_empty();
            continue;
        }
        if std::mem::take(&mut is_apart) {
            written.push(' ');
        }
        match character {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '\'' => written.push_str("&#39;"),
            // XML, and so a feed, allows no other characters.
            ' '..='\u{fffd}' | '\u{10000}'.. => written.push(character),
            _ => {}
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn a_text_is_one_line_and_no_markup() {
        assert_eq!(text(" a\n\n\t<b>\u{b}\"c\" & 'd' "), "a &lt;b&gt; &quot;c&quot; &amp; &#39;d&#39;");
        assert_eq!(text("두\u{a0}말"), "두\u{a0}말", "only what Ruby calls white space");
        assert_eq!(text(" \n\u{1}\u{ffff}"), "");
    }
}
