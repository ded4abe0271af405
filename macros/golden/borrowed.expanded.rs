#[::core::prelude::v1::derive(::tencent_action::__private::Action)]
#[serde(rename_all = "PascalCase")]
#[tencent(action(service = "cvm", version = "2017-03-12"))]
struct DescribeInstances<'a> {
    zone: &'a str,
    instance_ids: &'a [&'a str],
    name: std::borrow::Cow<'a, str>,
}

// ---- derived ----

#[automatically_derived]
impl<'a> ::tencent_action::Action for DescribeInstances<'a> {
    const SERVICE: &'static ::core::primitive::str = "cvm";
    const VERSION: &'static ::core::primitive::str = "2017-03-12";
    const NAME: &'static ::core::primitive::str = "DescribeInstances";
    const FIELDS: &'static [::tencent_action::Field] = {
        let _ = Self::send;
        &[
            ::tencent_action::Field::new("Zone", ::tencent_action::Kind::String, true),
            ::tencent_action::Field::new(
                "InstanceIds",
                ::tencent_action::Kind::List,
                true,
            ),
            ::tencent_action::Field::new("Name", ::tencent_action::Kind::String, true),
        ]
    };
    type Response = ::tencent_action::Empty;
    type ErrorCode = ::tencent_action::CommonError;
}
impl<'a> DescribeInstances<'a> {
    /// Calls `DescribeInstances` of `cvm` with this request.
    ///
    /// The request is serialized here and now; it is sent when the call is awaited.
    ///
    /// # Errors
    ///
    /// Awaiting the call fails if the request can't be sent, or if the service refuses it.
    fn send(
        &self,
        client: &::tencent_action::Client,
    ) -> ::tencent_action::Call<::tencent_action::Reply<::tencent_action::Empty>> {
        ::tencent_action::Client::call(client, self)
    }
}
#[automatically_derived]
impl<'a> ::tencent_action::__private::serde::Serialize for DescribeInstances<'a> {
    fn serialize<__S>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error>
    where
        __S: ::tencent_action::__private::serde::Serializer,
    {
        let mut __object = ::tencent_action::__private::Object::new(
            __serializer,
            "DescribeInstances",
        );
        while ::tencent_action::__private::Object::goes_on(&mut __object) {
            <&'a str as ::tencent_action::__private::Sent>::write(
                &self.zone,
                &mut __object,
                "Zone",
                true,
            );
            <&'a [&'a str] as ::tencent_action::__private::Sent>::write(
                &self.instance_ids,
                &mut __object,
                "InstanceIds",
                true,
            );
            <std::borrow::Cow<
                'a,
                str,
            > as ::tencent_action::__private::Sent>::write(
                &self.name,
                &mut __object,
                "Name",
                true,
            );
        }
        ::tencent_action::__private::Object::end(__object)
    }
}
