//! Bounds as vendors' models write them -> `length` and `range`.

use super::failure::ImportError;
use super::notes::Notes;
use codegen_spec::{Length, Number, Range, Shape, Type};

/// Puts bounds on a shape: of the size for what has one, of the value for numbers.
///
/// # Errors
/// Where a bound of a size is no size.
pub(super) fn bound(
    shape: &mut Shape,
    place: &str,
    min: Option<Number>,
    max: Option<Number>,
    notes: &mut Notes,
) -> Result<(), ImportError> {
    if min.is_none() && max.is_none() {
        return Ok(());
    }
    match shape.r#type {
        Type::String | Type::List | Type::Map | Type::Blob => {
            let bound = |number: Option<Number>| number.map(|number| size(place, number)).transpose();
            shape.length = Some(Length { min: bound(min)?, max: bound(max)? });
        }
        Type::Integer | Type::Long => shape.range = Some(Range { min: min.map(whole), max: max.map(whole) }),
        Type::Float | Type::Double => shape.range = Some(Range { min, max }),
        Type::Structure | Type::Union | Type::Boolean | Type::Timestamp | Type::Document => {
            notes.add(&place, "bounds are left out; values of this type have none");
        }
    }
    Ok(())
}

fn size(place: &str, number: Number) -> Result<u64, ImportError> {
    let size = match whole(number) {
        Number::Integer(size) => u64::try_from(size).ok(),
        Number::Float(_) => None,
    };
    size.ok_or_else(|| {
        let number = match number {
            Number::Integer(number) => number.to_string(),
            Number::Float(number) => number.to_string(),
        };
        ImportError::new(place, format!("{number} is no bound of a size"), "mend the model: use a whole number from 0")
    })
}

/// A number as a whole one, where it is: some models write `100.0` for integers.
pub(super) fn whole(number: Number) -> Number {
    match number {
        Number::Float(float) if float.fract() == 0.0 && float.abs() < 9e15 => {
            #[allow(clippy::cast_possible_truncation)] // whole and small enough
            let integer = float as i64;
            Number::Integer(integer)
        }
        Number::Float(_) | Number::Integer(_) => number,
    }
}
