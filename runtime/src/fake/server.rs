//! The cloud on a socket: a thread with a small HTTP server.

use std::error::Error as _;
use std::future::poll_fn;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use super::core::Core;
use super::effect::Broken;
use super::flushed::Flushed;
use super::gate::BODY_LIMIT;
use crate::transport::Body;

/// A running server; it stops when this goes.
pub(super) struct Server {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    pub(super) fn start(address: SocketAddr, core: Arc<Core>) -> io::Result<Self> {
        let listener = std::net::TcpListener::bind(address)?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let listener = {
            let _context = runtime.enter();
            TcpListener::from_std(listener)?
        };
        let (stop, stopped) = oneshot::channel();
        let thread = thread::Builder::new()
            .name("fake-cloud".to_owned())
            .spawn(move || runtime.block_on(serve(listener, core, stopped)))?;
        Ok(Self { address, stop: Some(stop), thread: Some(thread) })
    }

    pub(super) fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // The thread ends when the sender goes.
        drop(self.stop.take());
        drop(self.thread.take().map(JoinHandle::join));
    }
}

/// Takes connections until told to stop. Those still open then are dropped with the runtime.
async fn serve(listener: TcpListener, core: Arc<Core>, mut stopped: oneshot::Receiver<()>) {
    loop {
        let accepted = tokio::select! {
            _ = &mut stopped => return,
            accepted = listener.accept() => accepted,
        };
        // A connection that is gone before it is taken is no reason to stop.
        let Ok((stream, _)) = accepted else { continue };
        tokio::spawn(attend(stream, Arc::clone(&core)));
    }
}

/// Answers what comes over a connection, until it ends.
async fn attend(stream: TcpStream, core: Arc<Core>) {
    let service = service_fn(|request| Box::pin(answer(Arc::clone(&core), request)));
    let mut connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    let outcome = poll_fn(|cx| connection.poll_without_shutdown(cx)).await;
    let stream = connection.into_parts().io.into_inner();
    let broken = outcome.as_ref().err().and_then(|error| error.source()?.downcast_ref::<Broken>());
    if broken.is_some() {
        // A reset, not an orderly end. Where that can't be had, the end is sudden anyway.
        drop(stream.set_zero_linger());
    }
}

async fn answer(core: Arc<Core>, request: Request<Incoming>) -> Result<Response<Flushed>, Broken> {
    let (parts, body) = request.into_parts();
    core.turn_away(&parts.headers).await?;
    // One byte more than the gate lets pass, so that it is the gate that refuses.
    let body = match Limited::new(body, BODY_LIMIT + 1).collect().await {
        Ok(body) => body.to_bytes(),
        Err(error) if error.is::<LengthLimitError>() => vec![b' '; BODY_LIMIT + 1].into(),
        Err(_) => return Ok(core.dated(plain(StatusCode::BAD_REQUEST, "the body broke off\n"))),
    };
    if parts.uri.path() != "/" {
        return Ok(core.dated(plain(StatusCode::NOT_FOUND, "the path of this API is always /\n")));
    }
    Ok(core.answer(&Request::from_parts(parts, body)).await?.map(Flushed::from))
}

fn plain(status: StatusCode, text: &'static str) -> Response<Flushed> {
    let mut response = Response::new(Flushed::from(Body::from(text)));
    *response.status_mut() = status;
    response
}
