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
/// | `response = Type` | the type of the answer's data, which implements `serde::Deserialize`: see [`tencent_data`] | [`Empty`](crate::Empty) |
/// | `errors = Type` | the type of its error codes: see [`tencent_errors`] | [`CommonError`](crate::CommonError) |
/// | `stream = Type` | the type of a chunk, where the answer comes in chunks: it gets a method `stream` too, see [`EventStream`](crate::EventStream) | it doesn't stream |
/// | `paginate(…)` | where pages begin, and what is in them: it gets a method `pages` too, see [`Pages`](crate::Pages) and [the guide](crate::guide::pages) | it answers at once |
/// | `rate_limit = 20` | requests a second that the vendor allows: a client sends no more in any second, the others [wait](crate::SlidingWindow) | there is no limit |
/// | `idempotent` | it may run twice and do no more than once | it may not |
/// | `unsigned` | it goes without signature and credential, as two actions of STS do | it is signed |
/// | `spec = "specs/vod-2018-07-17.spec"` | the lock file that the declaration is [held against](crate::guide::checking), from the folder of `Cargo.toml` | it is taken as it is |
/// | `crate = path` | where `tencent-action` is, if it is re-exported | `::tencent_action` |
///
/// Fields can be marked:
///
/// | mark | meaning |
/// |---|---|
/// | `#[tencent(client_token)]` | by this string the service knows a request that comes again; one at most |
/// | `#[tencent(binary)]` | bytes; they make the request `multipart/form-data` |
/// | `#[tencent(body)]` | bytes; they are the body, `application/octet-stream`, and the other members are headers; one at most |
///
/// # Names
///
/// A field `sub_app_id` goes over the wire as `SubAppId`, `r#type` as `Type`, `instance_i_d` as `InstanceID`. Mind
/// acronyms: `ipv6` is `Ipv6`, so write `i_pv6`, or `#[serde(rename = "IPv6")]`, if it is `IPv6` that is meant.
///
/// # Serde attributes
///
/// They work as anywhere, with no serde in your `Cargo.toml`. `rename`, `alias`, `default` and `skip_serializing_if` on
/// fields and `rename_all` on the struct are read by us; with any other, serde's own derives write and read the struct.
/// [The guide](crate::guide::declaring#with-other-macros) has the small print.
///
/// # What is left out
///
/// A field whose type is an `Option` isn't sent if it is `None`. `Option` is known by its name, so write it as such: it isn't
/// seen behind a type alias, nor in a type parameter (`T` that is `Option<u8>`), nor within another type (`Box<Option<u8>>`,
/// `Option<Option<u8>>`). A `None` that isn't seen goes out as `null` in JSON.
///
/// # Other derives
///
/// The item stays as you wrote it, with its documentation, attributes and other derives. Write this attribute first,
/// above them: it refuses a `Serialize` or `Deserialize` in a derive below it, which would be there twice, but can't
/// see one above.
pub use tencent_action_macros::tencent_action;

/// Makes a struct or an enum data of requests and replies.
///
/// # Structs
///
/// A struct with named fields, or a unit struct, is an object on the wire. It gets `Serialize`, `Deserialize` and
/// [`Data`](crate::Data), by the rules of [`tencent_action`]: names in `PascalCase`, `None` left out, serde attributes as
/// anywhere. With lifetimes or references in it, it gets `Serialize` only.
///
/// ```
/// use tencent_action::tencent_data;
///
/// #[tencent_data]
/// #[derive(Debug, PartialEq)]
/// struct Filter {
///     name: String,
///     values: Vec<String>,
///     exact_match: Option<bool>,
/// }
///
/// let filter = Filter { name: "zone".into(), values: vec!["ap-guangzhou-1".into()], exact_match: None };
/// let json = r#"{"Name":"zone","Values":["ap-guangzhou-1"]}"#;
/// assert_eq!(serde_json::to_string(&filter)?, json);
/// assert_eq!(serde_json::from_str::<Filter>(json)?, filter);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Read by serde, as here, it is strict. In the reply of a call, [some deviations](crate::guide::declaring#what-is-forgiven)
/// are forgiven. Never is an array taken for a struct, as serde's own derives do.
///
/// # Enums
///
/// An enum is a string on the wire. Each variant is a word, by its name or by `#[serde(rename_all = "…")]` on the enum,
/// `#[serde(rename = "…")]` and `#[serde(alias = "…")]` on the variant. One variant keeps any other word: servers learn new
/// ones. It has one field, of a type that is made of a `&str` and gives one, as `String` is.
///
/// ```
/// use tencent_action::tencent_data;
///
/// #[tencent_data]
/// #[derive(Debug, PartialEq)]
/// #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
/// enum TaskStatus {
///     Waiting,
///     #[serde(rename = "FINISH")]
///     Finished,
///     Other(String),
/// }
///
/// assert_eq!(TaskStatus::from("FINISH"), TaskStatus::Finished);
/// assert_eq!(TaskStatus::from("PAUSED"), TaskStatus::Other("PAUSED".into()));
/// assert_eq!(TaskStatus::Waiting.as_str(), "WAITING");
/// ```
///
/// It gets `as_str`, `AsRef<str>`, `Display`, `From<&str>`, `Serialize` and `Deserialize`.
///
/// # Arguments
///
/// | argument | meaning | default |
/// |---|---|---|
/// | `spec = "specs/vod-2018-07-17.spec"` | the lock file that a struct is [held against](crate::guide::checking), from the folder of `Cargo.toml` | it is taken as it is |
/// | `name = "TaskSimpleInfo"` | its name in there; that of an answer, as `DescribeTasksResponse`, is the action's with `Response` behind it | the struct's name |
/// | `crate = path` | where `tencent-action` is, if it is re-exported | `::tencent_action` |
pub use tencent_action_macros::tencent_data;

/// Makes an enum the error codes of an action.
///
/// A variant's code is its name, or what `#[tencent(code = "…")]` says; one variant keeps any other. The enum gets
/// [`ErrorCode`](crate::ErrorCode), `as_str`, `AsRef<str>`, `Display` and `From<&str>`. Tie it to the action with
/// `errors = …`, and [`Error::code_as`](crate::Error::code_as) gives it.
///
/// ```
/// use tencent_action::{CommonError, tencent_errors};
///
/// #[tencent_errors]
/// #[derive(Debug, PartialEq)]
/// enum ManageTaskError {
///     InvalidParameterValue,
///     #[tencent(code = "InvalidParameterValue.TaskId")]
///     TaskId,
///     Other(CommonError),
/// }
///
/// // The code itself; or its family, which stands before the last dot; or else the one that keeps it.
/// assert_eq!(ManageTaskError::from("InvalidParameterValue.TaskId"), ManageTaskError::TaskId);
/// assert_eq!(ManageTaskError::from("InvalidParameterValue.Other"), ManageTaskError::InvalidParameterValue);
/// assert_eq!(ManageTaskError::from("InternalError"), ManageTaskError::Other(CommonError::InternalError));
/// assert_eq!(ManageTaskError::TaskId.to_string(), "InvalidParameterValue.TaskId");
/// ```
///
/// # Arguments
///
/// | argument | meaning | default |
/// |---|---|---|
/// | `crate = path` | where `tencent-action` is, if it is re-exported | `::tencent_action` |
pub use tencent_action_macros::tencent_errors;
