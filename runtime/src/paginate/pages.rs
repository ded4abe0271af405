//! The stream of replies.

use std::fmt;
use std::future::{Future, poll_fn};
use std::mem;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::course::{Course, PageFault};
use super::fingerprint::fingerprint;
use super::{Items, PaginatedAction, Position};
use crate::action::Action;
use crate::call::{Call, Target};
use crate::client::Client;
use crate::error::Error;
use crate::response::{Fault, ReadError, Reply};

/// The pages of an action's answer, one call after the other.
///
/// `pages` of an action with `paginate(…)` gives it, see [the guide](crate::guide::pages). [`next`](Self::next) gives a reply
/// after the other, [`items`](Self::items) what is in them; it is a [`Stream`] as well. Nothing is sent before a page is
/// asked for, and no page ahead.
///
/// # Example
///
/// ```
/// # use tencent_action::fake::FakeCloud;
/// use tencent_action::{tencent_action, tencent_data};
///
/// #[tencent_action(
///     service = "vod", version = "2018-07-17", response = Tasks, idempotent,
///     paginate(token = scroll_token, items = task_set, item = Task)
/// )]
/// struct DescribeTasks {
///     scroll_token: Option<String>,
/// }
///
/// #[tencent_data]
/// struct Tasks {
///     task_set: Vec<Task>,
///     scroll_token: Option<String>,
/// }
///
/// #[tencent_data]
/// struct Task {
///     task_id: String,
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), tencent_action::Error> {
/// # let cloud = FakeCloud::in_process();
/// # cloud.on(|request: DescribeTasks| {
/// #     let (id, next) = if request.scroll_token.is_none() { ("a", "1") } else { ("b", "") };
/// #     Ok(Tasks { task_set: vec![Task { task_id: id.into() }], scroll_token: Some(next.into()) })
/// # });
/// # let client = cloud.client().build()?;
/// let mut pages = DescribeTasks { scroll_token: None }.pages(&client);
/// while let Some(page) = pages.next().await {
///     let page = page?;
///     println!("{}: {} tasks", page.request_id(), page.task_set.len());
/// }
/// # assert_eq!(cloud.received().len(), 2);
/// # Ok(())
/// # }
/// ```
///
/// # How it ends
///
/// After the last page, which is one that says so, that gives no token for the next, with which the total is reached, or
/// that is empty; or with an error, after which nothing comes. [`next_request`](Self::next_request) has the request to go
/// on with later. [The guide](crate::guide::pages#how-it-ends) has all cases.
#[must_use = "pages are asked for by `next`"]
pub struct Pages<A: Action> {
    client: Client,
    request: A,
    each_call: Option<Box<EachCall<A::Response>>>,
    call: Option<Call<Reply<A::Response>>>,
    course: Course,
    state: State,
}

type EachCall<T> = dyn Fn(Call<Reply<T>>) -> Call<Reply<T>> + Send + Sync;

/// How it goes on.
enum State {
    /// With the request as it is.
    Here,
    /// The request's page has been read, and the next begins here.
    Ahead(Position),
    /// With this error.
    Lost(Error),
    /// Not at all, after an error.
    Failed,
    /// Not at all: all has been read.
    Finished,
}

impl<A: PaginatedAction> Pages<A> {
    pub(crate) fn new(client: Client, request: A) -> Self {
        Self { client, request, each_call: None, call: None, course: Course::default(), state: State::Here }
    }

    /// Gives each call options of its own, as a region or a deadline.
    ///
    /// ```no_run
    /// # use std::time::Duration;
    /// # use tencent_action::{Client, Error, PaginatedAction};
    /// # async fn pages<A: PaginatedAction>(client: &Client, request: A) -> Result<(), Error> {
    /// let mut pages = client.pages(request).each_call(|call| call.region("ap-tokyo").timeout(Duration::from_secs(5)));
    /// # Ok(())
    /// # }
    /// ```
    pub fn each_call(
        mut self,
        options: impl Fn(Call<Reply<A::Response>>) -> Call<Reply<A::Response>> + Send + Sync + 'static,
    ) -> Self {
        self.each_call = Some(Box::new(options));
        self
    }

    /// What is in the pages, one after the other.
    pub fn items(self) -> Items<A> {
        Items::new(self)
    }

    /// The next page; `None` after the last, and after an error.
    ///
    /// Nothing is lost if the future is dropped before it is done, as `select!` does.
    ///
    /// # Errors
    ///
    /// - The call fails, for any of the reasons for which a call does.
    /// - The way is lost: see [the guide](crate::guide::pages#how-it-ends).
    pub async fn next(&mut self) -> Option<Result<Reply<A::Response>, Error>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// The request of the next page; after an error, that of the page which failed; `None` when all has been read.
    ///
    /// It is as good a beginning as any: kept, as the JSON that it serializes to, it lets another run go on from here.
    pub fn next_request(&self) -> Option<&A> {
        if matches!(self.state, State::Finished) { None } else { Some(&self.request) }
    }

    /// The request of the page that was read last.
    pub(super) fn request(&self) -> &A {
        &self.request
    }

    /// Reads a page, and leaves the request at it.
    pub(super) fn poll_page(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Reply<A::Response>, Error>>> {
        self.move_on();
        match mem::replace(&mut self.state, State::Failed) {
            State::Lost(error) => return Poll::Ready(Some(Err(error))),
            State::Here | State::Ahead(_) => self.state = State::Here,
            over @ (State::Failed | State::Finished) => {
                self.state = over;
                return Poll::Ready(None);
            }
        }
        let call = self.call.get_or_insert_with(|| {
            let call = self.client.call(&self.request);
            match &self.each_call {
                Some(options) => options(call),
                None => call,
            }
        });
        let outcome = ready!(Pin::new(call).poll(cx));
        self.call = None;
        self.state = State::Failed;
        Poll::Ready(Some(outcome.and_then(|reply| self.arrive(reply))))
    }

    /// Has the request ask for the next page, if it is known where that begins.
    pub(super) fn move_on(&mut self) {
        let State::Ahead(position) = &self.state else { return };
        self.state = if self.request.go_to(position) {
            State::Here
        } else {
            let message = format!("the next page begins at {position}, which the request can't hold");
            State::Lost(Error::config(message).of(Target::of::<A>()))
        };
    }

    /// Decides what comes after this page. One that came before is an error in place of it.
    fn arrive(&mut self, reply: Reply<A::Response>) -> Result<Reply<A::Response>, Error> {
        let (at, page) = (self.request.position(), A::page(&reply));
        if self.course.repeats(&at, &page, fingerprint(reply.body(), reply.request_id())) {
            return Err(lost(&reply, PageFault::Same { position: at }));
        }
        self.state = match self.course.next(at, &page) {
            Ok(Some(position)) => State::Ahead(position),
            Ok(None) => State::Finished,
            Err(fault) => State::Lost(lost(&reply, fault)),
        };
        Ok(reply)
    }
}

fn lost<T>(reply: &Reply<T>, fault: PageFault) -> Error {
    Error::fault(ReadError { fault: Fault::Page(fault), reply: Box::new(reply.raw().clone()) })
}

/// The request isn't pinned: a call has what it needs of it.
impl<A: Action> Unpin for Pages<A> {}

impl<A: PaginatedAction> Stream for Pages<A> {
    type Item = Result<Reply<A::Response>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let page = ready!(self.poll_page(cx));
        self.move_on();
        Poll::Ready(page)
    }
}

impl<A: PaginatedAction> fmt::Debug for Pages<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("position", &self.request.position()).finish_non_exhaustive()
    }
}
