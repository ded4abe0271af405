#[::core::prelude::v1::derive(::tencent_action::__private::Data)]
#[serde(rename_all = "PascalCase")]
#[tencent(data(spec = "../tests/specs/invented-2020-01-01.spec"))]
struct Usage {
    count: u32,
    peak: u64,
    ratio: i64,
    shares: Vec<u16>,
    rest: String,
}

// ---- derived ----

::core::compile_error! {
    "`Count` of `Usage` is `uint64`, and a reply with a value that `u32` can't hold would be lost: make it `u64`; if there is no such value, say so, as in `type Percent = u32`"
}
::core::compile_error! {
    "`Peak` of `Usage` is `int64`, and a reply with a value that `u64` can't hold would be lost: make it `i64`; if there is no such value, say so, as in `type Percent = u64`"
}
::core::compile_error! {
    "`Ratio` of `Usage` is `float`, which this isn't: make it `f64`"
}
::core::compile_error! {
    "`Shares` of `Usage` is `[uint64]`, and a reply with a value that `u16` can't hold would be lost: make it `Vec<u64>`; if there is no such value, say so, as in `type Percent = u16`"
}
::core::compile_error! {
    "`rest` goes over the wire as `Rest`, which `Usage` doesn't have"
}
#[automatically_derived]
impl ::tencent_action::__private::serde::Serialize for Usage {
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
impl<'__de> ::tencent_action::__private::serde::Deserialize<'__de> for Usage {
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
impl ::tencent_action::Data for Usage {
    const FIELDS: &'static [::tencent_action::Field] = &[];
}
