//! `#[tencent(…)]` on fields and variants.

use syn::meta::ParseNestedMeta;
use syn::{Attribute, Error, LitStr};

use crate::nearest::suggest;
use crate::nested::{Once, alone, at_key, for_each, name, string_of};
use crate::report::Report;
use crate::role::Role;
use crate::serde_attribute::is_serdes;

const NAME: &str = "tencent";
const CLIENT_TOKEN: &str = "client_token";
const BINARY: &str = "binary";
const BODY: &str = "body";
const CODE: &str = "code";

/// What a field of an action is marked as.
#[derive(Default)]
pub(crate) struct Marks {
    /// The token by which the service knows a request that comes again.
    pub(crate) client_token: Option<()>,
    /// Bytes, which go in a part of their own.
    pub(crate) binary: Option<()>,
    /// Bytes, which are the body.
    pub(crate) body: Option<()>,
}

/// What a field is marked as, with whatever fault.
pub(crate) fn marks(attributes: &[Attribute], report: &Report) -> Marks {
    let mut marks = Marks::default();
    for_each(NAME, attributes, report, |meta| {
        let mark = match name(meta).as_str() {
            CLIENT_TOKEN => &mut marks.client_token,
            BINARY => &mut marks.binary,
            BODY => &mut marks.body,
            _ => return Err(unknown(meta, Role::Action, "a field", &[CLIENT_TOKEN, BINARY, BODY])),
        };
        mark.once(meta, ())?;
        alone(meta)
    });
    marks
}

/// What `#[tencent(…)]` on a variant of error codes says.
#[derive(Default)]
pub(crate) struct Code {
    pub(crate) code: Option<LitStr>,
    /// Whether some of it was faulty, so that the code isn't known.
    pub(crate) faulty: bool,
}

/// The error code of a variant.
pub(crate) fn code(attributes: &[Attribute], report: &Report) -> Code {
    let mut code = None;
    let right = for_each(NAME, attributes, report, |meta| {
        if !meta.path.is_ident(CODE) {
            return Err(unknown(meta, Role::Errors, "a variant", &[CODE]));
        }
        let said = string_of(meta)?;
        check(&said.value()).map_err(|fault| Error::new(said.span(), fault))?;
        code.once(meta, said)
    });
    Code { code, faulty: !right }
}

/// Says of every item on something that has none; `place` is where that is.
pub(crate) fn none(place: &str, attributes: &[Attribute], report: &Report) {
    for_each(NAME, attributes, report, |meta| Err(unknown(meta, Role::Data, place, &[])));
}

/// Codes with a dot at the end are published, so nearly anything goes.
fn check(code: &str) -> Result<(), String> {
    let expected = "expected an error code, as in \"InvalidParameterValue.TaskId\"";
    if code.is_empty() {
        return Err(format!("`{CODE}` is empty: {expected}"));
    }
    if code.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err(format!("`{}` can't be `{CODE}`, as there is space in it: {expected}", code.escape_debug()));
    }
    Ok(())
}

fn unknown(meta: &ParseNestedMeta<'_>, role: Role, place: &str, known: &[&str]) -> Error {
    let (name, attribute) = (name(meta), role.attribute());
    let message = match name.as_str() {
        CLIENT_TOKEN | BINARY | BODY => format!("`{name}` is for a field of `tencent_action`: remove it"),
        CODE => "`code` is for a variant of `tencent_errors`: here, write `#[serde(rename = \"…\")]`".to_owned(),
        _ if role != Role::Errors && is_serdes(&name) => {
            format!("`{name}` is an attribute of serde: write `#[serde({name} …)]`")
        }
        _ if known.is_empty() => format!("unknown tencent attribute `{name}`: `{attribute}` has none on {place}"),
        _ => format!("unknown tencent attribute `{name}` on {place}, {}", suggest(&name, known)),
    };
    at_key(meta, message)
}
