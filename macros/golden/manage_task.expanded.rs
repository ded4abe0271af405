#[::core::prelude::v1::derive(::tencent_action::__private::Action)]
#[serde(rename_all = "PascalCase")]
#[tencent(action(service = "vod", version = "2018-07-17"))]
/// Ends a task.
#[derive(Debug, Clone)]
pub struct ManageTask {
    pub task_id: String,
    pub operation_type: String,
    pub sub_app_id: Option<u64>,
}

// ---- derived ----

#[automatically_derived]
impl ::tencent_action::Action for ManageTask {
    const SERVICE: &'static ::core::primitive::str = "vod";
    const VERSION: &'static ::core::primitive::str = "2018-07-17";
    const NAME: &'static ::core::primitive::str = "ManageTask";
    const FIELDS: &'static [::tencent_action::Field] = {
        let _ = Self::send;
        &[
            ::tencent_action::Field::new("TaskId", ::tencent_action::Kind::String, true),
            ::tencent_action::Field::new(
                "OperationType",
                ::tencent_action::Kind::String,
                true,
            ),
            ::tencent_action::Field::new(
                "SubAppId",
                ::tencent_action::Kind::Integer,
                false,
            ),
        ]
    };
    type Response = ::tencent_action::Empty;
    type ErrorCode = ::tencent_action::CommonError;
}
impl ManageTask {
    /// Calls `ManageTask` of `vod` with this request.
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
impl ::tencent_action::__private::serde::Serialize for ManageTask {
    fn serialize<__S>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error>
    where
        __S: ::tencent_action::__private::serde::Serializer,
    {
        let mut __object = ::tencent_action::__private::Object::new(
            __serializer,
            "ManageTask",
        );
        while ::tencent_action::__private::Object::goes_on(&mut __object) {
            <String as ::tencent_action::__private::Sent>::write(
                &self.task_id,
                &mut __object,
                "TaskId",
                true,
            );
            <String as ::tencent_action::__private::Sent>::write(
                &self.operation_type,
                &mut __object,
                "OperationType",
                true,
            );
            <Option<
                u64,
            > as ::tencent_action::__private::Sent>::write(
                &self.sub_app_id,
                &mut __object,
                "SubAppId",
                ::core::option::Option::is_some(&self.sub_app_id),
            );
        }
        ::tencent_action::__private::Object::end(__object)
    }
}
const _: () = {
    pub struct __Slots(
        ::core::option::Option<String>,
        ::core::option::Option<String>,
        Option<u64>,
    );
    #[automatically_derived]
    #[doc(hidden)]
    impl<'__de> ::tencent_action::__private::de::Members<'__de> for ManageTask
    where
        String: ::tencent_action::__private::serde::Deserialize<'__de>,
        Option<u64>: ::tencent_action::__private::serde::Deserialize<'__de>,
    {
        const NAME: &'static ::core::primitive::str = "ManageTask";
        const NAMES: &'static [&'static ::core::primitive::str] = {
            const fn names() -> &'static [&'static ::core::primitive::str] {
                &["TaskId", "OperationType", "SubAppId"]
            }
            names()
        };
        const OWNERS: &'static [::core::primitive::usize] = &[];
        type Slots = __Slots;
        fn slots() -> Self::Slots {
            __Slots(
                ::core::option::Option::None,
                ::core::option::Option::None,
                ::core::option::Option::None,
            )
        }
        fn read<__A>(
            __slots: &mut Self::Slots,
            __index: ::core::primitive::usize,
            __map: &mut __A,
        ) -> ::core::result::Result<(), __A::Error>
        where
            __A: ::tencent_action::__private::serde::de::MapAccess<'__de>,
        {
            match __index {
                0usize => {
                    ::tencent_action::__private::de::fill(
                        &mut __slots.0,
                        "TaskId",
                        __map,
                    )
                }
                1usize => {
                    ::tencent_action::__private::de::fill(
                        &mut __slots.1,
                        "OperationType",
                        __map,
                    )
                }
                2usize => ::tencent_action::__private::de::set(&mut __slots.2, __map),
                _ => ::tencent_action::__private::de::skip(__map),
            }
        }
        fn complete<__E>(
            __slots: &mut Self::Slots,
            __finish: &mut ::tencent_action::__private::de::Finish<__E>,
        )
        where
            __E: ::tencent_action::__private::serde::de::Error,
        {
            ::tencent_action::__private::de::complete(
                &mut __slots.0,
                "TaskId",
                __finish,
            );
            ::tencent_action::__private::de::complete(
                &mut __slots.1,
                "OperationType",
                __finish,
            );
        }
        fn build<__E>(__slots: Self::Slots) -> ::core::result::Result<Self, __E>
        where
            __E: ::tencent_action::__private::serde::de::Error,
        {
            match __slots {
                __Slots(
                    ::core::option::Option::Some(__0),
                    ::core::option::Option::Some(__1),
                    __2,
                ) => {
                    ::core::result::Result::Ok(Self {
                        task_id: __0,
                        operation_type: __1,
                        sub_app_id: __2,
                    })
                }
                _ => {
                    ::core::result::Result::Err(
                        ::tencent_action::__private::de::incomplete(),
                    )
                }
            }
        }
    }
};
#[automatically_derived]
impl<'__de> ::tencent_action::__private::serde::Deserialize<'__de> for ManageTask
where
    String: ::tencent_action::__private::serde::Deserialize<'__de>,
    Option<u64>: ::tencent_action::__private::serde::Deserialize<'__de>,
{
    fn deserialize<__D>(__deserializer: __D) -> ::core::result::Result<Self, __D::Error>
    where
        __D: ::tencent_action::__private::serde::Deserializer<'__de>,
    {
        ::tencent_action::__private::de::deserialize(__deserializer)
    }
}
