//! The JSON type of a member, as far as the name of its Rust type tells.
//!
//! A name is taken for std's where what is between its angle brackets is what std has there. The vendor has data that
//! is called `Option`, with nothing there, and other crates have a `Vec<f64, 4>`.

use syn::{GenericArgument, PathArguments, PathSegment, Type};

const LISTS: [&str; 5] = ["Vec", "VecDeque", "LinkedList", "HashSet", "BTreeSet"];
const POINTERS: [&str; 5] = ["Option", "Box", "Rc", "Arc", "Cow"];

/// The variant of the runtime's `Kind`.
pub(crate) fn kind_of(ty: &Type) -> &'static str {
    match bare(ty) {
        Type::Slice(_) | Type::Array(_) => "List",
        Type::Path(path) => path.path.segments.last().map_or("Any", kind_of_name),
        _ => "Any",
    }
}

fn kind_of_name(name: &PathSegment) -> &'static str {
    let is_generic = first(name).is_some();
    match name.ident.to_string().as_str() {
        "String" | "str" => "String",
        "i8" | "i16" | "i32" | "i64" | "i128" | "isize" | "u8" | "u16" | "u32" | "u64" | "u128" | "usize" => "Integer",
        "f32" | "f64" => "Float",
        "bool" => "Boolean",
        name if is_generic && LISTS.contains(&name) => "List",
        "HashMap" | "BTreeMap" if is_generic => "Object",
        _ => "Any",
    }
}

/// The type without what doesn't show on the wire: references, `Option`, `Box` and the like.
fn bare(ty: &Type) -> &Type {
    match ty {
        Type::Reference(reference) => bare(&reference.elem),
        Type::Paren(paren) => bare(&paren.elem),
        Type::Group(group) => bare(&group.elem),
        Type::Path(path) => {
            let pointer = path.path.segments.last().filter(|last| POINTERS.iter().any(|name| last.ident == name));
            pointer.and_then(only).map_or(ty, bare)
        }
        _ => ty,
    }
}

/// The type of a list's items, as far as the name of the list's tells.
pub(crate) fn item_of(ty: &Type) -> Option<&Type> {
    match bare(ty) {
        Type::Slice(slice) => Some(&slice.elem),
        Type::Array(array) => Some(&array.elem),
        Type::Path(path) => path.path.segments.last().and_then(first),
        _ => None,
    }
}

/// The name without a path, as in `u64`.
pub(crate) fn name_of(ty: &Type) -> Option<String> {
    match bare(ty) {
        Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
        _ => None,
    }
}

/// Whether this is `Option<…>`, by its name.
pub(crate) fn is_option(ty: &Type) -> bool {
    match ty {
        Type::Paren(paren) => is_option(&paren.elem),
        Type::Group(group) => is_option(&group.elem),
        Type::Path(path) => {
            path.path.segments.last().is_some_and(|last| last.ident == "Option" && only(last).is_some())
        }
        _ => false,
    }
}

/// Whether this is a list that can be made empty, by its name.
pub(crate) fn is_list(ty: &Type) -> bool {
    match ty {
        Type::Paren(paren) => is_list(&paren.elem),
        Type::Group(group) => is_list(&group.elem),
        Type::Path(path) => path.path.segments.last().is_some_and(|last| {
            // A set may say how it hashes.
            let item = if last.ident == "HashSet" { first(last) } else { only(last) };
            item.is_some() && LISTS.iter().any(|list| last.ident == list)
        }),
        _ => false,
    }
}

/// Whether this is a float, or a list of floats, by its name: what the runtime's `Finite` is implemented for.
pub(crate) fn is_float(ty: &Type) -> bool {
    match ty {
        Type::Reference(reference) => is_float(&reference.elem),
        Type::Paren(paren) => is_float(&paren.elem),
        Type::Group(group) => is_float(&group.elem),
        Type::Slice(slice) => is_float(&slice.elem),
        Type::Path(path) => path.path.segments.last().is_some_and(|last| match last.ident.to_string().as_str() {
            "f32" | "f64" => is_primitive(path),
            "Option" | "Vec" | "Box" => only(last).is_some_and(is_float),
            _ => false,
        }),
        _ => false,
    }
}

/// Whether it is written as the language's own: `f64`, or `core::primitive::f64`.
fn is_primitive(path: &syn::TypePath) -> bool {
    let segments = &path.path.segments;
    segments.len() == 1 || segments.iter().any(|segment| segment.ident == "primitive")
}

/// The first type between the angle brackets.
fn first(name: &PathSegment) -> Option<&Type> {
    arguments(name).find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}

/// The type between the angle brackets, if there is nothing else: but for `Cow`, no type of std's that has one has a
/// lifetime or a length besides.
fn only(name: &PathSegment) -> Option<&Type> {
    let is_of_cow = |argument: &&_| name.ident == "Cow" && matches!(argument, GenericArgument::Lifetime(_));
    let mut arguments = arguments(name).skip_while(is_of_cow);
    match (arguments.next(), arguments.next()) {
        (Some(GenericArgument::Type(ty)), None) => Some(ty),
        _ => None,
    }
}

fn arguments(name: &PathSegment) -> impl Iterator<Item = &GenericArgument> {
    let arguments = match &name.arguments {
        PathArguments::AngleBracketed(arguments) => Some(&arguments.args),
        PathArguments::None | PathArguments::Parenthesized(_) => None,
    };
    arguments.into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_read_off_the_name() {
        for (ty, expected) in [
            ("String", "String"),
            ("&'a str", "String"),
            ("Option<Cow<'a, str>>", "String"),
            ("::std::option::Option<u64>", "Integer"),
            ("f64", "Float"),
            ("Box<bool>", "Boolean"),
            ("&'a [Filter]", "List"),
            ("[u8; 4]", "List"),
            ("Vec<String>", "List"),
            ("BTreeMap<String, u64>", "Object"),
            ("Filter", "Any"),
            ("(u8, u8)", "Any"),
            ("Option", "Any"),
            ("Vec<data::Option>", "List"),
            ("Option<Box>", "Any"),
            ("data::Vec", "Any"),
            ("HashMap", "Any"),
            ("Vec<f64, 4>", "List"),
            ("Box<'a, u64>", "Any"),
        ] {
            assert_eq!(kind_of(&syn::parse_str(ty).unwrap()), expected, "{ty}");
        }
    }

    #[test]
    fn what_std_has_with_one_argument_is_another_type_with_none_or_with_more() {
        for (ty, [option, list, float]) in [
            ("Option<u8>", [true, false, false]),
            ("std::option::Option<f64>", [true, false, true]),
            ("Option", [false, false, false]),
            ("Vec<f64>", [false, true, true]),
            ("HashSet<u8, Hasher>", [false, true, false]),
            ("Box<[f64]>", [false, false, true]),
            ("&'a mut f64", [false, false, true]),
            ("Vec", [false, false, false]),
            ("Vec<f64, 4>", [false, false, false]),
            ("Vec<f64, N>", [false, false, false]),
            ("Vec<'a, f64>", [false, false, false]),
            ("Option<Vec<f64, { N }>>", [true, false, false]),
            ("data::HashSet", [false, false, false]),
        ] {
            let parsed = syn::parse_str(ty).unwrap();
            assert_eq!([is_option(&parsed), is_list(&parsed), is_float(&parsed)], [option, list, float], "{ty}");
        }
    }
}
