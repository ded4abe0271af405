#[::core::prelude::v1::derive(::tencent_action::__private::Action)]
#[serde(rename_all = "PascalCase")]
#[tencent(action(service = "cls", version = "2020-10-16", unsigned))]
pub struct UploadLog<'a> {
    pub topic_id: String,
    #[tencent(body)]
    pub log: &'a [u8],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compress_type: Option<String>,
}

// ---- derived ----

#[automatically_derived]
impl<'a> ::tencent_action::Action for UploadLog<'a> {
    const SERVICE: &'static ::core::primitive::str = "cls";
    const VERSION: &'static ::core::primitive::str = "2020-10-16";
    const NAME: &'static ::core::primitive::str = "UploadLog";
    const FIELDS: &'static [::tencent_action::Field] = {
        let _ = Self::send;
        &[
            ::tencent_action::Field::new(
                "TopicId",
                ::tencent_action::Kind::String,
                true,
            ),
            ::tencent_action::Field::new("Log", ::tencent_action::Kind::Binary, true),
            ::tencent_action::Field::new(
                "CompressType",
                ::tencent_action::Kind::String,
                false,
            ),
        ]
    };
    const UNSIGNED: ::core::primitive::bool = true;
    const ENCODING: ::tencent_action::Encoding = ::tencent_action::Encoding::OctetStream;
    type Response = ::tencent_action::Empty;
    type ErrorCode = ::tencent_action::CommonError;
}
impl<'a> UploadLog<'a> {
    /// Calls `UploadLog` of `cls` with this request.
    ///
    /// The request is serialized here and now; it is sent when the call is awaited.
    ///
    /// # Errors
    ///
    /// Awaiting the call fails if the request can't be sent, or if the service refuses it.
    pub fn send(
        &self,
        client: &::tencent_action::Client,
    ) -> ::tencent_action::Call<::tencent_action::Reply<::tencent_action::Empty>> {
        ::tencent_action::Client::call(client, self)
    }
}
#[automatically_derived]
impl<'a> ::tencent_action::__private::serde::Serialize for UploadLog<'a> {
    fn serialize<__S>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error>
    where
        __S: ::tencent_action::__private::serde::Serializer,
    {
        let mut __object = ::tencent_action::__private::Object::new(
            __serializer,
            "UploadLog",
        );
        while ::tencent_action::__private::Object::goes_on(&mut __object) {
            <String as ::tencent_action::__private::Sent>::write(
                &self.topic_id,
                &mut __object,
                "TopicId",
                true,
            );
            <&'a [u8] as ::tencent_action::__private::Binary>::write(
                &self.log,
                &mut __object,
                "Log",
                true,
            );
            <Option<
                String,
            > as ::tencent_action::__private::Sent>::write(
                &self.compress_type,
                &mut __object,
                "CompressType",
                !Option::is_none(&self.compress_type),
            );
        }
        ::tencent_action::__private::Object::end(__object)
    }
}
