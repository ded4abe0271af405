//! What the command line says.

use std::path::PathBuf;

use lexopt::prelude::*;
use tencent_action_examples::{CloudOption, CloudOptions};

pub(crate) const HELP: &str = "\
Lists the tasks of Tencent Cloud VOD that wait; records what the cloud answers, or plays it back without a cloud.

Without arguments it records a fake cloud of this machine, and plays that.

  cargo run --example own_transport -- [OPTIONS]

  --record FILE       call a cloud, and keep its answers in this file
  --play FILE         answer from this file; nothing goes over the network
  --site SITE         record the real cloud: international or mainland
  --endpoint URL      record this endpoint, as http://127.0.0.1:PORT of the example fake_cloud
  --region REGION     send a region, as ap-guangzhou; VOD needs none
  --help              print this

The file has a line of JSON for each answer. It holds what was asked and what was answered, so it may hold what is
confidential, but no key, token or signature.
Exit status: 0 if the calls succeeded, 1 if not, 2 if the command line is at fault.
";

#[derive(Debug, Default)]
pub(crate) struct Options {
    pub(crate) help: bool,
    pub(crate) cloud: CloudOptions,
    pub(crate) tape: Option<Tape>,
}

/// What is done with a file.
#[derive(Debug)]
pub(crate) enum Tape {
    Record(PathBuf),
    Play(PathBuf),
}

impl Options {
    pub(crate) fn from_args() -> Result<Self, lexopt::Error> {
        let mut options = Self::default();
        let (mut record, mut play) = (None, None);
        let mut parser = lexopt::Parser::from_env();
        while let Some(argument) = parser.next()? {
            if let Some(option) = CloudOption::of(&argument) {
                options.cloud.set(option, parser.value()?)?;
                continue;
            }
            match argument {
                Long("help") | Short('h') => options.help = true,
                Long("record") => record = Some(parser.value()?.into()),
                Long("play") => play = Some(parser.value()?.into()),
                other => return Err(other.unexpected()),
            }
        }
        options.tape = match (record, play) {
            (Some(_), Some(_)) => return Err("it either records or plays".into()),
            (None, Some(_)) if options.cloud.names_a_cloud() => return Err("--play calls no cloud".into()),
            (None, Some(tape)) => Some(Tape::Play(tape)),
            (Some(tape), None) => Some(Tape::Record(tape)),
            (None, None) => None,
        };
        Ok(options)
    }
}
