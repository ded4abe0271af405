//! What an action is: the trait that `#[tencent_action]` implements.

use std::fmt;
use std::num::NonZeroU32;

use serde::de::{self, DeserializeOwned, MapAccess};
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error_code::ErrorCode;

/// A request to one action of one service, as `#[tencent_action]` derives it.
///
/// The constants say where the request goes; the value, serialized, is its payload. Writing an implementation by hand
/// is possible and takes the six items that have no default and a [`Serialize`] implementation that writes an object.
///
/// # Example
///
/// Code that is generic over actions takes them through [`Client::call`](crate::Client::call):
///
/// ```
/// use tencent_action::{Action, Client, Error, Reply};
///
/// async fn logged<A: Action>(client: &Client, action: &A) -> Result<Reply<A::Response>, Error> {
///     println!("{} {} {}", A::SERVICE, A::VERSION, A::NAME);
///     client.call(action).await
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` isn't a Tencent Cloud action",
    label = "not an action",
    note = "put `#[tencent_action(service = \"…\", version = \"…\")]` on the struct"
)]
pub trait Action: Serialize {
    /// The service, as in the first label of its host: `vod`, `cvm`, `sts`.
    const SERVICE: &'static str;
    /// The version of the service's API, a date: `2018-07-17`.
    const VERSION: &'static str;
    /// The action's name: `ManageTask`.
    const NAME: &'static str;
    /// The declared members, in the order of their declaration.
    const FIELDS: &'static [Field];
    /// How many requests a second the vendor allows, where the declaration says. A client sends no more: see
    /// [`SlidingWindow`](crate::SlidingWindow).
    const RATE_LIMIT: Option<NonZeroU32> = None;
    /// Whether the action may run twice and do no more than once, as reads do.
    const IDEMPOTENT: bool = false;
    /// The wire name of the member by which the service knows a request that comes again.
    const CLIENT_TOKEN: Option<&'static str> = None;
    /// How requests are written, where it isn't up to the client.
    const ENCODING: Encoding = Encoding::Any;
    /// Whether requests go without a signature and without a credential (`Authorization: SKIP`): two actions of STS do.
    const UNSIGNED: bool = false;
    /// What the service answers, apart from the request id. [`Empty`] where that is all.
    type Response: DeserializeOwned;
    /// The codes that the action fails with. [`CommonError`](crate::CommonError) where no other are declared.
    type ErrorCode: ErrorCode;

    /// The client token, if the request has one. Where it hasn't, and the action declares [one](Self::CLIENT_TOKEN), a
    /// call is given a token of its own, which all its attempts share.
    fn client_token(&self) -> Option<&str> {
        None
    }
}

/// An action that can answer with a stream of chunks, as `stream = …` declares.
///
/// [`EventStream`](crate::EventStream) shows how it is used.
#[diagnostic::on_unimplemented(
    message = "`{Self}` isn't declared to stream",
    label = "what would a chunk be?",
    note = "add the type of a chunk to its attribute: `#[tencent_action(…, stream = …)]`"
)]
pub trait StreamingAction: Action {
    /// What one event of the stream holds.
    type Chunk: DeserializeOwned;
}

/// How an action's requests are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Encoding {
    /// In any [form](crate::RequestForm): it is up to the client.
    #[default]
    Any,
    /// As `multipart/form-data`: a member is binary.
    Multipart,
    /// As `application/octet-stream`: a member is the body, the others are headers.
    OctetStream,
}

/// One declared member of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Field {
    /// The name that goes over the wire: `TaskId`.
    pub wire_name: &'static str,
    /// The JSON type of its value, as far as the declaration tells.
    pub kind: Kind,
    /// Whether every request carries it: its type is no `Option`, and no serde attribute lets it be left out.
    pub required: bool,
}

impl Field {
    /// Describes one member. The macros call this; so does a hand-written [`Action`].
    pub const fn new(wire_name: &'static str, kind: Kind, required: bool) -> Self {
        Self { wire_name, kind, required }
    }
}

/// The JSON type of a member, read off the name of its Rust type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// A string.
    String,
    /// A whole number.
    Integer,
    /// A number.
    Float,
    /// `true` or `false`.
    Boolean,
    /// An array.
    List,
    /// A map with string keys.
    Object,
    /// Bytes: a part with a file name, or the body. JSON, queries and forms have none.
    Binary,
    /// A type that the macro doesn't know by name: a struct, an enum, an alias.
    Any,
}

/// The vendor's words for the types, in lower case as its error messages print them.
impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Float => "float",
            Self::Boolean => "boolean",
            Self::List => "list",
            Self::Object => "object",
            Self::Binary => "binary",
            Self::Any => "any",
        })
    }
}

/// The response of an action that answers with its request id and nothing else.
///
/// It reads any JSON object and writes an empty one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Empty;

impl Serialize for Empty {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_struct("Empty", 0)?.end()
    }
}

impl<'de> Deserialize<'de> for Empty {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyObject;

        impl<'de> de::Visitor<'de> for AnyObject {
            type Value = Empty;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Empty, A::Error> {
                while map.next_entry::<de::IgnoredAny, de::IgnoredAny>()?.is_some() {}
                Ok(Empty)
            }
        }

        deserializer.deserialize_map(AnyObject)
    }
}
