//! The domains that hosts are in.

/// The domain in which a service is called.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Domain {
    /// The one for everybody. The default.
    #[default]
    Public,
    /// `ai.`: some services stream from there only, as `es` does.
    Ai,
    /// `internal.`: for machines within Tencent Cloud, which reach it without the internet.
    Internal,
}
