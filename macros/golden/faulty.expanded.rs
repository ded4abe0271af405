#[::core::prelude::v1::derive(::tencent_action::__private::Action)]
#[serde(rename_all = "PascalCase")]
#[tencent(
    action(
        service = "VOD",
        verison = "2018-07-17"
        action = manage,
        region = "ap-guangzhou",
        stream = Chunk
    )
)]
pub struct ManageTask {
    task_id: String,
    #[serde(rename = "TaskId", flaten)]
    other: String,
}

// ---- derived ----

::core::compile_error! {
    "`VOD` can't be `service`: expected lower-case letters and digits, the first a letter, as in \"vod\""
}
::core::compile_error! {
    "unknown argument `verison`, did you mean `version`? Known: `service`, `version`, `action`, `response`, `errors`, `stream`, `paginate`, `rate_limit`, `idempotent`, `unsigned`, `spec`, `crate`"
}
::core::compile_error! {
    "expected a string literal, as in `action = \"ManageTask\"`"
}
::core::compile_error! {
    "`region` is told to the client or to a call, as in `.send(&client).region(…)`: remove it"
}
::core::compile_error! {
    "unknown serde attribute `flaten` on a field, did you mean `flatten`? Known: `rename`, `alias`, `default`, `skip_serializing_if`, `borrow`, `bound`, `deserialize_with`, `flatten`, `getter`, `serialize_with`, `skip`, `skip_deserializing`, `skip_serializing`, `with`"
}
#[automatically_derived]
impl ::tencent_action::__private::serde::Serialize for ManageTask {
    fn serialize<__S>(&self, _: __S) -> ::core::result::Result<__S::Ok, __S::Error>
    where
        __S: ::tencent_action::__private::serde::Serializer,
    {
        ::core::result::Result::Err(
            ::tencent_action::__private::serde::ser::Error::custom("faulty declaration"),
        )
    }
}
#[automatically_derived]
impl<'__de> ::tencent_action::__private::serde::Deserialize<'__de> for ManageTask {
    fn deserialize<__D>(_: __D) -> ::core::result::Result<Self, __D::Error>
    where
        __D: ::tencent_action::__private::serde::Deserializer<'__de>,
    {
        ::core::result::Result::Err(
            ::tencent_action::__private::serde::de::Error::custom("faulty declaration"),
        )
    }
}
#[automatically_derived]
impl ::tencent_action::StreamingAction for ManageTask {
    type Chunk = Chunk;
}
impl ManageTask {
    /// Calls the action, once the faults of its declaration are mended.
    pub fn stream(
        &self,
        client: &::tencent_action::Client,
    ) -> ::tencent_action::Call<::tencent_action::EventStream<Chunk>> {
        ::tencent_action::Client::stream(client, self)
    }
}
#[automatically_derived]
impl ::tencent_action::Action for ManageTask {
    const SERVICE: &'static ::core::primitive::str = "";
    const VERSION: &'static ::core::primitive::str = "";
    const NAME: &'static ::core::primitive::str = "";
    const FIELDS: &'static [::tencent_action::Field] = {
        let _ = Self::send;
        &[]
    };
    type Response = ::tencent_action::Empty;
    type ErrorCode = ::tencent_action::CommonError;
}
impl ManageTask {
    /// Calls the action, once the faults of its declaration are mended.
    pub fn send(
        &self,
        client: &::tencent_action::Client,
    ) -> ::tencent_action::Call<::tencent_action::Reply<::tencent_action::Empty>> {
        ::tencent_action::Client::call(client, self)
    }
}
