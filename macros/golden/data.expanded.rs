#[::core::prelude::v1::derive(::tencent_action::__private::Data)]
#[serde(rename_all = "PascalCase")]
#[tencent(data())]
#[derive(Debug, Clone, Default)]
pub struct TaskSummary<T> {
    pub task_id: String,
    pub status: Option<TaskStatus>,
    pub parts: Vec<Part>,
    pub extra: T,
}

// ---- derived ----

#[automatically_derived]
impl<T> ::tencent_action::Data for TaskSummary<T> {
    const FIELDS: &'static [::tencent_action::Field] = &[
        ::tencent_action::Field::new("TaskId", ::tencent_action::Kind::String, true),
        ::tencent_action::Field::new("Status", ::tencent_action::Kind::Any, false),
        ::tencent_action::Field::new("Parts", ::tencent_action::Kind::List, true),
        ::tencent_action::Field::new("Extra", ::tencent_action::Kind::Any, true),
    ];
}
#[automatically_derived]
impl<T> ::tencent_action::__private::serde::Serialize for TaskSummary<T>
where
    T: ::tencent_action::__private::serde::Serialize,
{
    fn serialize<__S>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error>
    where
        __S: ::tencent_action::__private::serde::Serializer,
    {
        let mut __object = ::tencent_action::__private::Object::new(
            __serializer,
            "TaskSummary",
        );
        while ::tencent_action::__private::Object::goes_on(&mut __object) {
            <String as ::tencent_action::__private::Member>::write(
                &self.task_id,
                &mut __object,
                "TaskId",
                true,
            );
            <Option<
                TaskStatus,
            > as ::tencent_action::__private::Member>::write(
                &self.status,
                &mut __object,
                "Status",
                ::core::option::Option::is_some(&self.status),
            );
            <Vec<
                Part,
            > as ::tencent_action::__private::Member>::write(
                &self.parts,
                &mut __object,
                "Parts",
                true,
            );
            <T as ::tencent_action::__private::Sent>::write(
                &self.extra,
                &mut __object,
                "Extra",
                true,
            );
        }
        ::tencent_action::__private::Object::end(__object)
    }
}
const _: () = {
    pub struct __Slots<T>(
        ::core::option::Option<String>,
        Option<TaskStatus>,
        ::core::option::Option<Vec<Part>>,
        ::core::option::Option<T>,
    );
    #[automatically_derived]
    #[doc(hidden)]
    impl<'__de, T> ::tencent_action::__private::de::Members<'__de> for TaskSummary<T>
    where
        T: ::tencent_action::__private::serde::Deserialize<'__de>,
    {
        const NAME: &'static ::core::primitive::str = "TaskSummary";
        const NAMES: &'static [&'static ::core::primitive::str] = {
            const fn names() -> &'static [&'static ::core::primitive::str] {
                &["TaskId", "Status", "Parts", "Extra"]
            }
            names()
        };
        const OWNERS: &'static [::core::primitive::usize] = &[];
        type Slots = __Slots<T>;
        fn slots() -> Self::Slots {
            __Slots::<
                T,
            >(
                ::core::option::Option::None,
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
                    <String as ::tencent_action::__private::Member>::fill(
                        &mut __slots.0,
                        "TaskId",
                        __map,
                    )
                }
                1usize => {
                    <Option<
                        TaskStatus,
                    > as ::tencent_action::__private::Member>::set(&mut __slots.1, __map)
                }
                2usize => {
                    <Vec<
                        Part,
                    > as ::tencent_action::__private::Member>::fill(
                        &mut __slots.2,
                        "Parts",
                        __map,
                    )
                }
                3usize => {
                    ::tencent_action::__private::de::fill(&mut __slots.3, "Extra", __map)
                }
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
            <String as ::tencent_action::__private::Member>::complete(
                &mut __slots.0,
                "TaskId",
                __finish,
            );
            <Vec<
                Part,
            > as ::tencent_action::__private::Member>::complete(
                &mut __slots.2,
                "Parts",
                __finish,
            );
            ::tencent_action::__private::de::complete(&mut __slots.3, "Extra", __finish);
        }
        fn build<__E>(__slots: Self::Slots) -> ::core::result::Result<Self, __E>
        where
            __E: ::tencent_action::__private::serde::de::Error,
        {
            match __slots {
                __Slots(
                    ::core::option::Option::Some(__0),
                    __1,
                    ::core::option::Option::Some(__2),
                    ::core::option::Option::Some(__3),
                ) => {
                    ::core::result::Result::Ok(Self {
                        task_id: __0,
                        status: __1,
                        parts: __2,
                        extra: __3,
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
impl<'__de, T> ::tencent_action::__private::serde::Deserialize<'__de> for TaskSummary<T>
where
    T: ::tencent_action::__private::serde::Deserialize<'__de>,
{
    fn deserialize<__D>(__deserializer: __D) -> ::core::result::Result<Self, __D::Error>
    where
        __D: ::tencent_action::__private::serde::Deserializer<'__de>,
    {
        ::tencent_action::__private::de::deserialize(__deserializer)
    }
}
