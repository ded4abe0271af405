//! The macros, documented: what they are for can only be shown with the runtime at hand.

/// Makes a struct an action: a request to Tencent Cloud.
///
/// It goes on a struct with named fields, or on a unit struct, and implements what a call takes: serialization, the
/// trait [`Action`](crate::Action), and a method `send` that is as visible as the struct. A request can also be read back, as the
/// typed handlers of `FakeCloud` do, unless it borrows: with lifetimes or references in it, it can only be sent.
///
/// # Example
///
/// ```
/// use http::Response;
/// use tencent_action::{Action, Client, Credential, TransportError, tencent_action};
///
/// /// Deletes a media file, or parts of it.
/// #[tencent_action(service = "vod", version = "2018-07-17")]
/// #[derive(Debug, Clone)]
/// pub struct DeleteMedia<'a> {
///     pub file_id: &'a str,
///     #[serde(skip_serializing_if = "<[_]>::is_empty")]
///     pub delete_parts: &'a [&'a str],
///     pub sub_app_id: Option<u64>,
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), tencent_action::Error> {
/// assert_eq!((DeleteMedia::SERVICE, DeleteMedia::NAME), ("vod", "DeleteMedia"));
///
/// // In place of the cloud, for this example.
/// let transport = |request: http::Request<bytes::Bytes>| async move {
///     assert_eq!(request.body(), r#"{"FileId":"5285485487985271487"}"#);
///     Ok::<_, TransportError>(Response::new(r#"{"Response":{"RequestId":"1c9a4"}}"#))
/// };
/// let credential = Credential::with_secret_id("AKID").secret_key("key");
/// let client = Client::builder().credentials(credential).transport(transport).build()?;
///
/// let request = DeleteMedia { file_id: "5285485487985271487", delete_parts: &[], sub_app_id: None };
/// let reply = request.send(&client).await?;
/// assert_eq!(reply.request_id(), "1c9a4");
/// # Ok(())
/// # }
/// ```
///
/// # Arguments
///
/// | argument | meaning | default |
/// |---|---|---|
/// | `service = "vod"` | the service: lower-case letters and digits | required |
/// | `version = "2018-07-17"` | the version of its API: a date | required |
/// | `action = "ManageTask"` | the action's name: letters and digits, the first a capital | the struct's name |
/// | `response = Type` | the type of the answer's data, which implements `serde::Deserialize` | [`Empty`](crate::Empty) |
/// | `crate = path` | where `tencent-action` is, if it is re-exported | `::tencent_action` |
///
/// # Names
///
/// A field `sub_app_id` goes over the wire as `SubAppId`, `r#type` as `Type`, `instance_i_d` as `InstanceID`. Where
/// that doesn't do, plain serde attributes work, with no serde in your `Cargo.toml`: `rename`, `alias`, `default` and
/// `skip_serializing_if` on fields, `rename_all` on the struct.
///
/// # What is left out
///
/// An `Option` that is `None` isn't sent. `Option` is known by its name, so write it as such: behind a type alias it
/// isn't seen, and goes out as `null`.
///
/// # Other derives
///
/// The item stays as you wrote it, with its documentation, attributes and other derives. Write this attribute first,
/// above them: it refuses a `Serialize` or `Deserialize` in a derive below it, which would be there twice, but can't
/// see one above.
pub use tencent_action_macros::tencent_action;

pub use tencent_action_macros::tencent_data;
pub use tencent_action_macros::tencent_errors;
