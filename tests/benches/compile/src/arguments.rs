//! What is to be measured, as the command line says it.

use std::env;
use std::error::Error;
use std::path::{Path, PathBuf};

const USAGE: &str = "usage: compile-cost [--runs N] [--metadata DIR] [--root DIR] vod|spec|app|synthetic [ACTIONS…]";

pub(crate) struct Arguments {
    pub(crate) subject: Subject,
    /// How often each build is timed; the median counts.
    pub(crate) runs: usize,
    pub(crate) metadata: PathBuf,
    /// The repository that is measured: this one, or a state of it that is to be compared.
    pub(crate) root: PathBuf,
    /// Where projects and reports are written.
    pub(crate) work: PathBuf,
}

pub(crate) enum Subject {
    /// All actions of one service, with their data types.
    Vod,
    /// The same, held against a lock file.
    Spec,
    /// An application that calls one action.
    App,
    /// Actions of one size, in such numbers.
    Synthetic(Vec<usize>),
}

impl Arguments {
    pub(crate) fn from_args() -> Result<Self, Box<dyn Error>> {
        let mut root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..").canonicalize()?;
        let (mut subject, mut runs, mut metadata) = (None, 5, root.join("target/metadata/cn"));
        let mut words = env::args().skip(1);
        while let Some(word) = words.next() {
            match word.as_str() {
                "vod" => subject = Some(Subject::Vod),
                "spec" => subject = Some(Subject::Spec),
                "app" => subject = Some(Subject::App),
                "synthetic" => subject = Some(Subject::Synthetic(Vec::new())),
                "--runs" => runs = words.next().ok_or(USAGE)?.parse().map_err(|_| USAGE)?,
                "--metadata" => metadata = words.next().ok_or(USAGE)?.into(),
                "--root" => root = Path::new(&words.next().ok_or(USAGE)?).canonicalize()?,
                _ => match (&mut subject, word.parse()) {
                    (Some(Subject::Synthetic(numbers)), Ok(number)) => numbers.push(number),
                    _ => return Err(USAGE.into()),
                },
            }
        }
        if let Some(Subject::Synthetic(numbers)) = &mut subject
            && numbers.is_empty()
        {
            numbers.extend([1, 10, 100, 1000]);
        }
        let work = root.join("target/compile-cost");
        let subject = subject.filter(|_| runs > 0).ok_or(USAGE)?;
        Ok(Self { subject, runs, metadata, root, work })
    }
}
