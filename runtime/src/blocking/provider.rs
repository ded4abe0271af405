//! Sources of credentials that can't call a blocking client.

use std::future::poll_fn;
use std::pin::pin;

use super::runtime::NoBlocking;

/// Asks a source for a client that blocks. The source is refused to call that client: the call would wait for the
/// credential, and nobody would get it.
///
/// What it does in a task is the client's thread's, where it is refused anyway.
pub(crate) async fn no_blocking<F: Future>(asking: F) -> F::Output {
    let mut asking = pin!(asking);
    poll_fn(|cx| {
        let _asking = NoBlocking::here();
        asking.as_mut().poll(cx)
    })
    .await
}
