//! The orders in which the real services report: Java's hash collections, which the generator works out so that no
//! server has to.

use crate::names::reported_name;
use crate::spec::ReportOrder;

/// Buckets of the set that AWS's validator keeps an enum's values in, whatever their number.
const ENUM_BUCKETS: i32 = 32;

/// The order in which violations of members are reported, as indices into `members`, their names on the wire.
///
/// `HashMap` is how the real services iterate: a Java 8 `HashMap` keyed by the reported names. A bucket is chosen by
/// the spread hash; the table grows when it is three quarters full. Inferred from texts of Cognito and ten groups of
/// its siblings, all fitting. Unknown, and chosen here: the size of the table counts all members, not only those
/// with constraints, and names in one bucket keep the order of the description, which is that of insertion.
pub(super) fn member_order(members: &[&str], order: ReportOrder) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..members.len()).collect();
    match order {
        ReportOrder::Spec => {}
        ReportOrder::HashMap => {
            let buckets = table_size(members.len());
            indices.sort_by_cached_key(|&index| {
                let hash = java_hash(&reported_name(members[index])).cast_unsigned();
                (hash ^ (hash >> 16)) & (buckets - 1)
            });
        }
    }
    indices
}

/// The order in which an enum's values are reported, as indices into `values`.
///
/// One of 32 buckets by the plain hash, and within a bucket the value declared last comes first: the one rule of
/// those tried that gives every set that was seen, of 2 to 56 values.
pub(super) fn enum_order(values: &[String]) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..values.len()).rev().collect();
    indices.sort_by_cached_key(|&index| java_hash(&values[index]).rem_euclid(ENUM_BUCKETS));
    indices
}

/// Size of a `HashMap`'s table that holds `entries` and was not told how many would come.
fn table_size(entries: usize) -> u32 {
    let mut size = 16;
    while entries > size * 3 / 4 {
        size *= 2;
    }
    u32::try_from(size).unwrap_or(u32::MAX / 2 + 1)
}

/// `String.hashCode` of Java: over UTF-16 units, wrapping.
fn java_hash(text: &str) -> i32 {
    text.encode_utf16().fold(0_i32, |hash, unit| hash.wrapping_mul(31).wrapping_add(i32::from(unit)))
}

#[cfg(test)]
mod tests {
    use super::{enum_order, member_order};
    use crate::spec::ReportOrder;

    fn reported(values: &[&str]) -> Vec<String> {
        let values: Vec<_> = values.iter().map(|value| (*value).to_owned()).collect();
        enum_order(&values).into_iter().map(|index| values[index].clone()).collect()
    }

    #[test]
    fn enum_sets_stand_as_cognito_prints_them() {
        assert_eq!(reported(&["OFF", "ON", "OPTIONAL"]), ["OPTIONAL", "OFF", "ON"]);
        assert_eq!(reported(&["code", "implicit", "client_credentials"]), ["implicit", "client_credentials", "code"]);
    }

    #[test]
    fn members_come_as_a_hash_map_has_them() {
        for (first, second) in [
            ("Password", "Username"),
            ("GroupName", "Username"),
            ("ConfirmationCode", "Password"),
            ("LogoutURLs", "CallbackURLs"),
            ("UserAlias", "UserName"),
            ("IdpIdentifiers", "ProviderName"),
        ] {
            assert_eq!(member_order(&[second, first], ReportOrder::HashMap), [1, 0], "{first} < {second}");
            assert_eq!(member_order(&[second, first], ReportOrder::Spec), [0, 1]);
        }
    }
}
