//! Enums whose variants are named as what generated code names.

use super::{names::*, primitives::*};

#[::tencent_action::tencent_data]
#[serde(rename_all = "UPPERCASE")]
pub(in super::super) enum Status {
    Done,
    Ok(::std::string::String),
}

#[::tencent_action::tencent_errors]
pub(in super::super) enum Code {
    #[tencent(code = "Some.None")]
    None,
    known,
    Some(::tencent_action::CommonError),
}
