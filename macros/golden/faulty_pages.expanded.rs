#[::core::prelude::v1::derive(::tencent_action::__private::Action)]
#[serde(rename_all = "PascalCase")]
#[tencent(
    action(
        service = "cvm",
        version = "2017-03-12",
        paginate(page = page_numbr, size = limit, item = Instance)
    )
)]
struct DescribeInstances {
    page_number: Option<u64>,
}

// ---- derived ----

::core::compile_error! {
    "`size` isn't needed: how many items make a page is up to the request, and the next begins after what came"
}
::core::compile_error! {
    "`items` is missing in `paginate`: add `items = instance_set`"
}
::core::compile_error! {
    "`paginate` needs the type that the items come in: add `response = …`"
}
::core::compile_error! {
    "the request has no field `page_numbr`, did you mean `page_number`?"
}
#[automatically_derived]
impl ::tencent_action::__private::serde::Serialize for DescribeInstances {
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
impl<'__de> ::tencent_action::__private::serde::Deserialize<'__de>
for DescribeInstances {
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
impl ::tencent_action::PaginatedAction for DescribeInstances {
    type Item = Instance;
    fn position(&self) -> ::tencent_action::Position {
        ::tencent_action::Position::Offset(0)
    }
    fn go_to(&mut self, _: &::tencent_action::Position) -> ::core::primitive::bool {
        false
    }
    fn page(_: &Self::Response) -> ::tencent_action::PageInfo {
        ::tencent_action::PageInfo::of(0)
    }
    fn items(_: Self::Response) -> ::tencent_action::__private::Vec<Self::Item> {
        ::tencent_action::__private::Vec::new()
    }
}
impl DescribeInstances {
    /// Calls the action page by page, once the faults of its declaration are mended.
    fn pages(self, client: &::tencent_action::Client) -> ::tencent_action::Pages<Self> {
        ::tencent_action::Client::pages(client, self)
    }
}
#[automatically_derived]
impl ::tencent_action::Action for DescribeInstances {
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
impl DescribeInstances {
    /// Calls the action, once the faults of its declaration are mended.
    fn send(
        &self,
        client: &::tencent_action::Client,
    ) -> ::tencent_action::Call<::tencent_action::Reply<::tencent_action::Empty>> {
        ::tencent_action::Client::call(client, self)
    }
}
