//! Writes JSON text with serde, for the types that goalpost announces. Any other type is an error.
//!
//! Written by hand: `serde_json` would add 5 KB to what a page loads.

use std::fmt::{self, Display, Write};

use serde::ser::{Error, Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};

use crate::maths;

/// The JSON text of a value.
///
/// # Errors
/// The value has a type that goalpost never announces.
pub fn text<T: Serialize>(value: &T) -> Result<String, Unsupported> {
    let mut json = Json(String::new());
    value.serialize(&mut json)?;
    Ok(json.0)
}

/// A type that is not supported.
#[derive(Debug)]
pub struct Unsupported;

impl Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("goalpost: this shape is not written as JSON")
    }
}

impl std::error::Error for Unsupported {}

impl Error for Unsupported {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

struct Json(String);

impl Json {
    fn put(&mut self, value: impl Display) -> Result<(), Unsupported> {
        write!(self.0, "{value}").map_err(|_| Unsupported)
    }

    /// Writes a string that needs no escapes, in quotes.
    fn quote(&mut self, plain: &str) {
        self.0.push('"');
        self.0.push_str(plain);
        self.0.push('"');
    }
}

/// A list or object that is being written, and whether it has entries yet.
struct Open<'a> {
    json: &'a mut Json,
    filled: bool,
}

impl Open<'_> {
    fn next(&mut self) {
        if std::mem::replace(&mut self.filled, true) {
            self.json.0.push(',');
        }
    }
}

impl SerializeSeq for Open<'_> {
    type Ok = ();
    type Error = Unsupported;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsupported> {
        self.next();
        value.serialize(&mut *self.json)
    }
    fn end(self) -> Result<(), Unsupported> {
        self.json.0.push(']');
        Ok(())
    }
}

impl SerializeStruct for Open<'_> {
    type Ok = ();
    type Error = Unsupported;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Unsupported> {
        self.next();
        self.json.quote(key);
        self.json.0.push(':');
        value.serialize(&mut *self.json)
    }
    fn end(self) -> Result<(), Unsupported> {
        self.json.0.push('}');
        Ok(())
    }
}

/// Methods for types that are not supported.
macro_rules! unsupported {
    ($($method:ident($($argument:ty),*) -> $result:ty;)*) => {
        $(fn $method(self, $(_: $argument),*) -> Result<$result, Unsupported> {
            Err(Unsupported)
        })*
    };
}

type No = Impossible<(), Unsupported>;

impl<'a> Serializer for &'a mut Json {
    type Ok = ();
    type Error = Unsupported;
    type SerializeSeq = Open<'a>;
    type SerializeStruct = Open<'a>;
    type SerializeTuple = No;
    type SerializeTupleStruct = No;
    type SerializeTupleVariant = No;
    type SerializeMap = No;
    type SerializeStructVariant = No;

    fn serialize_bool(self, flag: bool) -> Result<(), Unsupported> {
        self.put(flag)
    }
    fn serialize_i32(self, number: i32) -> Result<(), Unsupported> {
        self.put(number)
    }
    fn serialize_u32(self, number: u32) -> Result<(), Unsupported> {
        self.put(number)
    }
    fn serialize_f64(self, number: f64) -> Result<(), Unsupported> {
        match maths::whole(number) {
            Some(whole) => self.put(whole),
            None if number.is_finite() => self.put(number),
            None => self.serialize_unit(),
        }
    }
    fn serialize_str(self, text: &str) -> Result<(), Unsupported> {
        if !text.bytes().any(|byte| matches!(byte, b'"' | b'\\' | b'\0'..b' ')) {
            self.quote(text);
            return Ok(());
        }
        self.0.push('"');
        for character in text.chars() {
            match character {
                '"' | '\\' => self.0.extend(['\\', character]),
                '\0'..' ' => self.put(format_args!("\\u{:04x}", u32::from(character)))?,
                _ => self.0.push(character),
            }
        }
        self.0.push('"');
        Ok(())
    }
    fn serialize_unit(self) -> Result<(), Unsupported> {
        self.0.push_str("null");
        Ok(())
    }
    fn serialize_none(self) -> Result<(), Unsupported> {
        self.serialize_unit()
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unsupported> {
        value.serialize(self)
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Unsupported> {
        self.serialize_str(variant)
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'a>, Unsupported> {
        self.0.push('[');
        Ok(Open { json: self, filled: false })
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'a>, Unsupported> {
        self.0.push('{');
        Ok(Open { json: self, filled: false })
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, _: &T) -> Result<(), Unsupported> {
        Err(Unsupported)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Unsupported> {
        Err(Unsupported)
    }
    unsupported! {
        serialize_i8(i8) -> ();
        serialize_i16(i16) -> ();
        serialize_i64(i64) -> ();
        serialize_u8(u8) -> ();
        serialize_u16(u16) -> ();
        serialize_u64(u64) -> ();
        serialize_f32(f32) -> ();
        serialize_char(char) -> ();
        serialize_bytes(&[u8]) -> ();
        serialize_unit_struct(&'static str) -> ();
        serialize_tuple(usize) -> No;
        serialize_tuple_struct(&'static str, usize) -> No;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> No;
        serialize_map(Option<usize>) -> No;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> No;
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::text;

    #[derive(Serialize)]
    struct Kinds {
        text: &'static str,
        numbers: Vec<Option<f64>>,
        empty: [u32; 0],
    }

    #[test]
    fn strings_and_numbers_match_those_of_serde_json() {
        let numbers = vec![Some(0.1 + 0.2), Some(-0.0), Some(1e21), Some(5e-324), Some(20.0 / 24.0), None];
        let kinds = Kinds { text: "\"quoted\" \\ \0\u{1f}\n 가 🎉 </script>", numbers, empty: [] };
        let written = text(&kinds.text).unwrap_or_default();
        assert_eq!(serde_json::from_str::<String>(&written).ok().as_deref(), Some(kinds.text), "{written}");
        let written = text(&kinds.numbers).unwrap_or_default();
        assert_eq!(serde_json::from_str::<Vec<Option<f64>>>(&written).ok().as_ref(), Some(&kinds.numbers), "{written}");
        assert_eq!(text(&vec![f64::NAN, f64::INFINITY]).ok().as_deref(), Some("[null,null]"));
    }

    #[test]
    fn unsupported_types_are_errors() {
        assert!(text(&b'a').is_err());
        assert!(text(&Kinds { text: "", numbers: Vec::new(), empty: [] }).is_err(), "an array is a tuple to serde");
    }
}
