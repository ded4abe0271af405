#[::core::prelude::v1::derive(::tencent_action::__private::Action)]
#[serde(rename_all = "PascalCase")]
#[tencent(
    action(
        service = "vod",
        version = "2018-07-17",
        response = Tasks,
        paginate(
            token = scroll_token,
            done = r#type.over,
            items = data.all.task_set,
            item = Task
        )
    )
)]
pub struct DescribeTasks<'a> {
    status: &'a str,
    scroll_token: Option<String>,
}

// ---- derived ----

#[automatically_derived]
impl<'a> ::tencent_action::Action for DescribeTasks<'a> {
    const SERVICE: &'static ::core::primitive::str = "vod";
    const VERSION: &'static ::core::primitive::str = "2018-07-17";
    const NAME: &'static ::core::primitive::str = "DescribeTasks";
    const FIELDS: &'static [::tencent_action::Field] = {
        let _ = Self::send;
        let _ = Self::pages;
        &[
            ::tencent_action::Field::new("Status", ::tencent_action::Kind::String, true),
            ::tencent_action::Field::new(
                "ScrollToken",
                ::tencent_action::Kind::String,
                false,
            ),
        ]
    };
    type Response = Tasks;
    type ErrorCode = ::tencent_action::CommonError;
}
impl<'a> DescribeTasks<'a> {
    /// Calls `DescribeTasks` of `vod` with this request.
    ///
    /// The request is serialized here and now; it is sent when the call is awaited.
    ///
    /// # Errors
    ///
    /// Awaiting the call fails if the request can't be sent, or if the service refuses it.
    pub fn send(
        &self,
        client: &::tencent_action::Client,
    ) -> ::tencent_action::Call<::tencent_action::Reply<Tasks>> {
        ::tencent_action::Client::call(client, self)
    }
    /// Calls `DescribeTasks` of `vod` page by page, beginning with this request.
    ///
    /// Nothing is sent before the first page is asked for.
    pub fn pages(
        self,
        client: &::tencent_action::Client,
    ) -> ::tencent_action::Pages<Self> {
        ::tencent_action::Client::pages(client, self)
    }
}
#[automatically_derived]
impl<'a> ::tencent_action::PaginatedAction for DescribeTasks<'a> {
    type Item = Task;
    fn position(&self) -> ::tencent_action::Position {
        ::tencent_action::__private::paging::token(
            ::core::option::Option::Some(&(*self).scroll_token),
        )
    }
    fn go_to(
        &mut self,
        __position: &::tencent_action::Position,
    ) -> ::core::primitive::bool {
        ::tencent_action::__private::paging::Slot::<
            _,
            Self::Item,
        >::new(::core::option::Option::Some(&mut (*self).scroll_token))
            .go_to_page_token(__position)
    }
    fn page(__response: &Self::Response) -> ::tencent_action::PageInfo {
        ::tencent_action::PageInfo::more(
            ::tencent_action::PageInfo::next(
                ::tencent_action::PageInfo::of(
                    ::tencent_action::__private::paging::count::<
                        Self::Item,
                    >(
                        match ::tencent_action::__private::paging::Through::new(
                                &(*__response).data,
                            )
                            .open_wrapper()
                        {
                            ::core::option::Option::Some(__wrapper) => {
                                match ::tencent_action::__private::paging::Through::new(
                                        &(*__wrapper).all,
                                    )
                                    .open_wrapper()
                                {
                                    ::core::option::Option::Some(__wrapper) => {
                                        ::core::option::Option::Some(&(*__wrapper).task_set)
                                    }
                                    ::core::option::Option::None => ::core::option::Option::None,
                                }
                            }
                            ::core::option::Option::None => ::core::option::Option::None,
                        },
                    ),
                ),
                ::tencent_action::__private::paging::next(
                    ::core::option::Option::Some(&(*__response).scroll_token),
                ),
            ),
            ::tencent_action::__private::paging::done(
                match ::tencent_action::__private::paging::Through::new(
                        &(*__response).r#type,
                    )
                    .open_wrapper()
                {
                    ::core::option::Option::Some(__wrapper) => {
                        ::core::option::Option::Some(&(*__wrapper).over)
                    }
                    ::core::option::Option::None => ::core::option::Option::None,
                },
            ),
        )
    }
    fn items(
        mut __response: Self::Response,
    ) -> ::tencent_action::__private::Vec<Self::Item> {
        ::tencent_action::__private::paging::Slot::<
            _,
            Self::Item,
        >::new(
                match ::tencent_action::__private::paging::Through::new(
                        &mut __response.data,
                    )
                    .open_wrapper()
                {
                    ::core::option::Option::Some(__wrapper) => {
                        match ::tencent_action::__private::paging::Through::new(
                                &mut (*__wrapper).all,
                            )
                            .open_wrapper()
                        {
                            ::core::option::Option::Some(__wrapper) => {
                                ::core::option::Option::Some(&mut (*__wrapper).task_set)
                            }
                            ::core::option::Option::None => ::core::option::Option::None,
                        }
                    }
                    ::core::option::Option::None => ::core::option::Option::None,
                },
            )
            .take_items()
    }
}
#[automatically_derived]
impl<'a> ::tencent_action::__private::serde::Serialize for DescribeTasks<'a> {
    fn serialize<__S>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error>
    where
        __S: ::tencent_action::__private::serde::Serializer,
    {
        let mut __object = ::tencent_action::__private::Object::new(
            __serializer,
            "DescribeTasks",
        );
        while ::tencent_action::__private::Object::goes_on(&mut __object) {
            <&'a str as ::tencent_action::__private::Sent>::write(
                &self.status,
                &mut __object,
                "Status",
                true,
            );
            <Option<
                String,
            > as ::tencent_action::__private::Sent>::write(
                &self.scroll_token,
                &mut __object,
                "ScrollToken",
                ::core::option::Option::is_some(&self.scroll_token),
            );
        }
        ::tencent_action::__private::Object::end(__object)
    }
}
