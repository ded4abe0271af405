#[::core::prelude::v1::derive(cloud::__private::Action)]
#[tencent(
    action(service = "vod", version = "2018-07-17", response = TaskDetail, crate = cloud)
)]
pub(crate) enum ManageTask {
    Abort,
}

// ---- derived ----

::core::compile_error! {
    "`tencent_action` needs a struct with named fields, or a unit struct"
}
#[automatically_derived]
impl cloud::__private::serde::Serialize for ManageTask {
    fn serialize<__S>(&self, _: __S) -> ::core::result::Result<__S::Ok, __S::Error>
    where
        __S: cloud::__private::serde::Serializer,
    {
        ::core::result::Result::Err(
            cloud::__private::serde::ser::Error::custom("faulty declaration"),
        )
    }
}
#[automatically_derived]
impl<'__de> cloud::__private::serde::Deserialize<'__de> for ManageTask {
    fn deserialize<__D>(_: __D) -> ::core::result::Result<Self, __D::Error>
    where
        __D: cloud::__private::serde::Deserializer<'__de>,
    {
        ::core::result::Result::Err(
            cloud::__private::serde::de::Error::custom("faulty declaration"),
        )
    }
}
#[automatically_derived]
impl cloud::Action for ManageTask {
    const SERVICE: &'static ::core::primitive::str = "";
    const VERSION: &'static ::core::primitive::str = "";
    const NAME: &'static ::core::primitive::str = "";
    const FIELDS: &'static [cloud::Field] = {
        let _ = Self::send;
        &[]
    };
    type Response = TaskDetail;
    type ErrorCode = cloud::CommonError;
}
impl ManageTask {
    /// Calls the action, once the faults of its declaration are mended.
    pub(crate) fn send(
        &self,
        client: &cloud::Client,
    ) -> cloud::Call<cloud::Reply<TaskDetail>> {
        cloud::Client::call(client, self)
    }
}
