//! Parses JSON text. If it is not JSON, the error names the line, the column and the cause.
//!
//! Browsers word such errors differently, and Safari gives no place, but authors need the place to fix it. Since this
//! parser finds every fault anyway, it also builds the values.

use crate::diagnostic::{Diagnostic, Fault, Kind, Limit};
use crate::maths;

use super::value::{DEEPEST, Value};

/// The most bytes of JSON that one goal may take.
pub const MOST_BYTES: usize = 256 * 1024;
/// How many characters a message shows on each side of the fault.
const SHOWN: usize = 40;
/// How many keys of one object are checked for duplicates.
const MOST_KEYS: usize = 64;
/// The no-break, zero-width and ideographic spaces, and the byte order mark.
const ODD_SPACES: [&str; 4] = ["\u{a0}", "\u{200b}", "\u{3000}", "\u{feff}"];

/// The host's function that reads a JSON number as the nearest double. Our own would add tables to every page.
pub type ReadNumber = fn(&str) -> f64;

/// Parses JSON text.
///
/// # Errors
/// The first fault or duplicate key, with `line 3, column 7` as its path.
pub fn parse(text: &str, number: ReadNumber) -> Result<Value, Diagnostic> {
    if text.len() > MOST_BYTES {
        let kind = Kind::TooMany { what: Limit::Bytes, limit: MOST_BYTES, found: text.len() };
        return Err(Diagnostic::new("", kind));
    }
    if text.trim().is_empty() {
        return Err(Diagnostic::new("", Kind::Empty));
    }
    let mut scan = Scan { text, bytes: text.as_bytes(), at: 0, number };
    let value = scan.value(0).and_then(|value| scan.end().map(|()| value));
    value.map_err(|fault| locate(text, scan.at, fault))
}

#[derive(Clone, Copy)]
enum Wrong {
    Fault(Fault),
    Duplicate,
}

impl From<Fault> for Wrong {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

#[cold]
fn locate(text: &str, at: usize, wrong: Wrong) -> Diagnostic {
    // Text that ends too early has its fault at its last character, not after the white space that follows.
    let end = text.trim_end().len();
    let at = (0..=at.min(end)).rev().find(|index| text.is_char_boundary(*index)).unwrap_or(0);
    let (before, after) = text.split_at(at);
    let number = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let before = before.rsplit('\n').next().unwrap_or_default();
    let column = before.chars().count() + 1;
    let path = format!("line {number}, column {column}");
    let kind = match wrong {
        Wrong::Duplicate => {
            let field = head(after.split('"').nth(1).unwrap_or_default(), SHOWN).to_owned();
            Kind::DuplicateField { field }
        }
        Wrong::Fault(fault) => {
            let from = before.char_indices().rev().nth(SHOWN - 1).map_or(0, |(index, _)| index);
            let rest = head(after.split('\n').next().unwrap_or_default(), SHOWN);
            Kind::Syntax { fault, line: format!("{}{rest}", &before[from..]).trim().to_owned() }
        }
    };
    Diagnostic::new(path, kind)
}

/// The first characters of a text.
pub(super) fn head(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(end, _)| &text[..end])
}

/// A cursor over the bytes. After a fault, `at` is the position of the wrong byte.
struct Scan<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    number: ReadNumber,
}

impl<'a> Scan<'a> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn starts_with(&self, text: &str) -> bool {
        self.bytes[self.at..].starts_with(text.as_bytes())
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn end(&mut self) -> Result<(), Wrong> {
        self.skip_space();
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.odd(Fault::TrailingText).into()),
        }
    }

    /// The fault of the byte at the cursor, which JSON does not allow here.
    fn odd(&self, otherwise: Fault) -> Fault {
        match self.peek() {
            None => Fault::Ended,
            Some(b'\'') => Fault::SingleQuote,
            Some(b'#') => Fault::Comment,
            Some(_) if self.starts_with("//") || self.starts_with("/*") => Fault::Comment,
            Some(_) if ["“", "”", "‘", "’"].iter().any(|quote| self.starts_with(quote)) => Fault::CurlyQuote,
            Some(_) if ODD_SPACES.iter().any(|space| self.starts_with(space)) => Fault::OddSpace,
            Some(_) => otherwise,
        }
    }

    fn value(&mut self, depth: usize) -> Result<Value, Wrong> {
        self.skip_space();
        let stray = |fault| if depth == 0 { Fault::Start } else { fault };
        match self.peek() {
            Some(b'{' | b'[') if depth == DEEPEST => Err(Fault::TooDeep.into()),
            Some(b'{') => self.object(depth + 1),
            Some(b'[') => self.list(depth + 1),
            Some(b'"') => Ok(Value::Text(self.text()?)),
            Some(b'-' | b'+' | b'.' | b'0'..=b'9') => Ok(Value::Number(self.number()?)),
            Some(b'a'..=b'z' | b'A'..=b'Z') => Ok(self.word().ok_or(stray(Fault::BareWord))?),
            Some(b',' | b':' | b'}' | b']') => Err(Fault::MissingValue.into()),
            Some(0x80..) => Err(self.odd(stray(Fault::BareWord)).into()),
            _ => Err(self.odd(stray(Fault::Unexpected)).into()),
        }
    }

    fn word(&mut self) -> Option<Value> {
        let words = [("true", Value::Flag(true)), ("false", Value::Flag(false)), ("null", Value::Null)];
        let (word, value) = words.into_iter().find(|(word, _)| self.starts_with(word))?;
        self.at += word.len();
        Some(value)
    }

    fn number(&mut self) -> Result<f64, Fault> {
        /// Up to this many digits, `maths::decimal` gives the nearest double.
        const SHORT: usize = 15;
        let start = self.at;
        // Includes the characters of dates, percents, fractions and units, so that the message shows all of them.
        while matches!(self.peek(), Some(b'-' | b'+' | b'.' | b'/' | b'%' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z')) {
            self.at += 1;
        }
        let text = self.since(start);
        if is_json_number(text.as_bytes()) {
            let short = if text.len() <= SHORT { maths::decimal(text) } else { None };
            return Ok(short.unwrap_or_else(|| (self.number)(text)));
        }
        self.at = start;
        Err(Fault::Number)
    }

    /// The text from `start` to the cursor. Both ends are next to ASCII characters.
    fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn text(&mut self) -> Result<String, Fault> {
        self.at += 1;
        let mut text = String::new();
        let mut start = self.at;
        loop {
            match self.peek() {
                None => return Err(Fault::Ended),
                Some(0..=0x1f) => return Err(Fault::ControlCharacter),
                Some(end @ (b'"' | b'\\')) => {
                    text.push_str(self.since(start));
                    if end == b'"' {
                        self.at += 1;
                        return Ok(text);
                    }
                    text.push(self.escape()?);
                    start = self.at;
                }
                Some(_) => self.at += 1,
            }
        }
    }

    fn escape(&mut self) -> Result<char, Fault> {
        let escaped = *self.bytes.get(self.at + 1).ok_or(Fault::Ended)?;
        let plain = match escaped {
            b'"' | b'\\' | b'/' => char::from(escaped),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.unicode_escape(self.at).ok_or(Fault::Escape)?;
                // Half of a surrogate pair is no character, although some parsers accept it.
                let (length, code) = match self.unicode_escape(self.at + 6) {
                    Some(second @ 0xdc00..0xe000) if (0xd800..0xdc00).contains(&first) => {
                        (12, 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00))
                    }
                    _ => (6, first),
                };
                let character = char::from_u32(code).ok_or(Fault::Escape)?;
                self.at += length;
                return Ok(character);
            }
            _ => return Err(Fault::Escape),
        };
        self.at += 2;
        Ok(plain)
    }

    fn unicode_escape(&self, at: usize) -> Option<u32> {
        let digits = self.bytes.get(at..at + 6)?.strip_prefix(b"\\u")?;
        digits.iter().try_fold(0, |unit, byte| Some(unit * 16 + char::from(*byte).to_digit(16)?))
    }

    fn list(&mut self, depth: usize) -> Result<Value, Wrong> {
        let mut values = Vec::new();
        if self.opens_on(b']') {
            return Ok(Value::List(values));
        }
        loop {
            values.push(self.value(depth)?);
            if !self.another(b']')? {
                return Ok(Value::List(values));
            }
        }
    }

    /// Steps into a list or object. If it is empty, steps out again and returns `true`.
    fn opens_on(&mut self, close: u8) -> bool {
        self.at += 1;
        self.skip_space();
        let empty = self.peek() == Some(close);
        self.at += usize::from(empty);
        empty
    }

    fn object(&mut self, depth: usize) -> Result<Value, Wrong> {
        let mut entries: Vec<(String, Value)> = Vec::new();
        if self.opens_on(b'}') {
            return Ok(Value::Object(entries));
        }
        loop {
            self.skip_space();
            let start = self.at;
            let key = match self.peek() {
                Some(b'"') => self.text()?,
                Some(b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'$') => return Err(Fault::BareKey.into()),
                Some(0x80..) => return Err(self.odd(Fault::BareKey).into()),
                _ => return Err(self.odd(Fault::Unexpected).into()),
            };
            // An object with more keys has unknown ones, which are refused already.
            if entries.iter().take(MOST_KEYS).any(|(other, _)| *other == key) {
                self.at = start;
                return Err(Wrong::Duplicate);
            }
            self.skip_space();
            if self.peek() != Some(b':') {
                return Err(self.odd(Fault::MissingColon).into());
            }
            self.at += 1;
            entries.push((key, self.value(depth)?));
            if !self.another(b'}')? {
                return Ok(Value::Object(entries));
            }
        }
    }

    /// Steps over a comma (`true`) or the closing bracket (`false`).
    fn another(&mut self, close: u8) -> Result<bool, Wrong> {
        self.skip_space();
        match self.peek() {
            Some(b',') => {
                let comma = self.at;
                self.at += 1;
                self.skip_space();
                if matches!(self.peek(), Some(b']' | b'}')) {
                    self.at = comma;
                    return Err(Fault::TrailingComma.into());
                }
                Ok(true)
            }
            Some(byte) if byte == close => {
                self.at += 1;
                Ok(false)
            }
            Some(b']' | b'}') => Err(Fault::WrongBracket.into()),
            Some(b'"' | b'{' | b'[' | b'-' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z') => {
                Err(Fault::MissingComma.into())
            }
            _ => Err(self.odd(Fault::Unexpected).into()),
        }
    }
}

/// Whether the bytes are a JSON number: no leading zero or plus, digits on both sides of the point.
///
/// Numbers beyond the range of a double are refused, because some parsers turn them into infinity.
fn is_json_number(bytes: &[u8]) -> bool {
    const MOST_DIGITS: usize = 308;
    let digits = |bytes: &[u8]| bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut rest = bytes.strip_prefix(b"-").unwrap_or(bytes);
    let whole = digits(rest);
    if whole == 0 || whole > MOST_DIGITS || (whole > 1 && rest[0] == b'0') {
        return false;
    }
    rest = &rest[whole..];
    if let Some(decimals) = rest.strip_prefix(b".") {
        let count = digits(decimals);
        if count == 0 {
            return false;
        }
        rest = &decimals[count..];
    }
    if let Some(exponent) = rest.strip_prefix(b"e").or_else(|| rest.strip_prefix(b"E")) {
        let shrinks = exponent.starts_with(b"-");
        let exponent = exponent.strip_prefix(b"-").or_else(|| exponent.strip_prefix(b"+")).unwrap_or(exponent);
        let count = digits(exponent);
        let tens = exponent.iter().fold(0, |tens, digit| (tens * 10 + usize::from(digit & 0xf)).min(MOST_DIGITS + 1));
        return count > 0 && count == exponent.len() && (shrinks || tens + whole <= MOST_DIGITS);
    }
    rest.is_empty()
}
