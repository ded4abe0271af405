//! `rust`: declarations.

use super::Context;
use super::fault::Fault;
use super::options::Options;
use super::target::{Target, actions};
use crate::spec::rust;

pub(super) fn run(context: &mut Context<'_>, options: &Options) -> Result<u8, Fault> {
    let target = Target::parse(&options.words)?;
    if target.names.is_empty() {
        return Err(Fault::usage("name an action, as in `rust vod ManageTask`"));
    }
    let spec = target.load(&options.metadata()?, actions)?;
    context.out.write_all(rust(&spec, target.names, &options.rust)?.as_bytes())?;
    Ok(0)
}
