//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

pub(crate) struct Arguments {
    pub(crate) metadata: PathBuf,
    /// Those asked for; none is all.
    pub(crate) services: Vec<String>,
    /// Whether what is done already is done again.
    pub(crate) again: bool,
}

impl Arguments {
    pub(crate) fn read(words: impl Iterator<Item = OsString>) -> Result<Self, String> {
        let (mut metadata, mut services, mut again) = (None, Vec::new(), false);
        for word in words {
            if word == "--again" {
                again = true;
            } else if metadata.is_none() {
                metadata = Some(PathBuf::from(word));
            } else {
                services.push(word.into_string().map_err(|word| format!("{} is no service", word.display()))?);
            }
        }
        let metadata = metadata.ok_or("usage: tencent-action-conformance [--again] DIRECTORY [SERVICE…]")?;
        Ok(Self { metadata, services, again })
    }
}
