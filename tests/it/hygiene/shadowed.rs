//! No prelude, and modules in which every name that generated code could stumble on means something else.

use serde_json::json;
use tencent_action::{Field, Kind};

use super::{declared, json, wire_names};

#[no_implicit_prelude]
mod no_prelude {
    #[::tencent_action::tencent_action(service = "vod", version = "2018-07-17")]
    #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq, ::core::default::Default)]
    pub(super) struct ManageTask {
        pub(super) task_id: ::std::string::String,
        pub(super) sub_app_id: ::core::option::Option<u64>,
        #[serde(default, skip_serializing_if = "::std::vec::Vec::is_empty")]
        pub(super) labels: ::std::vec::Vec<::std::string::String>,
    }

    #[::tencent_action::tencent_action(service = "sts", version = "2018-08-13")]
    pub(super) struct GetCallerIdentity;
}

#[test]
fn no_prelude_is_needed() {
    let task = no_prelude::ManageTask { task_id: "t".to_owned(), sub_app_id: Some(1), labels: vec!["l".to_owned()] };
    let payload = json(&task);
    assert_eq!(payload, json!({"TaskId": "t", "SubAppId": 1, "Labels": ["l"]}));
    assert_eq!(serde_json::from_value::<no_prelude::ManageTask>(payload).unwrap(), task);
    assert_eq!(json(&no_prelude::ManageTask::default()), json!({"TaskId": ""}));
    assert_eq!(json(&no_prelude::GetCallerIdentity), json!({}));
}

/// Names of the prelude, of std, of serde and of ours.
#[allow(dead_code, non_camel_case_types, unused_macros, reason = "they are there to be in the way")]
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde's form")]
mod in_the_way {
    mod alloc {}
    mod core {}
    mod std {}
    mod serde {}
    mod serde_json {}
    mod tencent_action {}
    mod tencent_action_macros {}

    struct Option;
    struct Some;
    struct None;
    struct Result;
    struct Ok;
    struct Err;
    struct String;
    struct Vec;
    struct Box;
    struct ToString;
    struct Default;
    struct Clone;
    struct Copy;
    struct Send;
    struct Sync;
    struct Sized;
    struct Drop;
    struct Fn;
    struct From;
    struct Into;
    struct Iterator;
    struct PhantomData;

    struct bool;
    struct str;
    struct u8;
    struct u32;
    struct u64;
    struct i64;
    struct f64;
    struct usize;
    struct char;

    struct Serialize;
    struct Serializer;
    struct SerializeStruct;
    struct Deserialize;
    struct Deserializer;
    struct MapAccess;
    struct Error;
    struct Members;
    struct Action;
    struct Call;
    struct Client;
    struct Empty;
    struct Field;
    struct Kind;
    struct Reply;
    struct Slots;
    struct __Slots;
    struct __Field;
    struct __Visitor;

    fn drop() {}
    fn slots() {}
    fn read() {}
    fn finish() {}
    fn serialize() {}
    fn deserialize() {}
    fn send() {}

    macro_rules! taken {
        ($($name:ident)*) => {$(
            macro_rules! $name {
                () => { ::core::compile_error!("the user's macro was called") };
            }
        )*};
    }
    taken!(compile_error concat stringify matches panic vec format write unreachable derive);

    /// A trait that all types have, whose methods are named as what generated code calls.
    trait Blanket {
        type Ok;
        type Error;
        type Slots;
        type Response;
        const NAME: u8;
        const FIELDS: u8;
        fn send(&self);
        fn call(&self);
        fn is_some(&self);
        fn is_none(&self);
        fn end(&self);
        fn slots(&self);
        fn serialize(&self);
        fn serialize_field(&self);
    }

    impl<T: ?::core::marker::Sized> Blanket for T {
        type Ok = ();
        type Error = ();
        type Slots = ();
        type Response = ();
        const NAME: u8 = u8;
        const FIELDS: u8 = u8;
        fn send(&self) {}
        fn call(&self) {}
        fn is_some(&self) {}
        fn is_none(&self) {}
        fn end(&self) {}
        fn slots(&self) {}
        fn serialize(&self) {}
        fn serialize_field(&self) {}
    }

    /// Members are named as locals of generated code are, or could be.
    #[::tencent_action::tencent_action(service = "cvm", version = "2017-03-12", response = TaskDetail)]
    pub(super) struct DescribeTask {
        pub(super) client: ::std::string::String,
        pub(super) __state: ::core::primitive::bool,
        pub(super) deserializer: ::std::vec::Vec<::core::primitive::u8>,
        pub(super) serializer: ::core::option::Option<::core::primitive::usize>,
        #[serde(alias = "Zone", default)]
        pub(super) slots: ::std::string::String,
        #[serde(default = "ten", skip_serializing_if = "is_ten")]
        pub(super) map: ::core::primitive::u64,
    }

    fn ten() -> ::core::primitive::u64 {
        10
    }

    fn is_ten(number: &::core::primitive::u64) -> ::core::primitive::bool {
        *number == 10
    }

    #[::tencent_action::tencent_action(service = "cvm", version = "2017-03-12")]
    pub(super) struct TaskDetail {}
}

#[test]
fn every_name_may_be_taken() {
    let task = in_the_way::DescribeTask {
        client: "c".to_owned(),
        __state: true,
        deserializer: vec![1],
        serializer: Some(2),
        slots: "s".to_owned(),
        map: 3,
    };
    let payload = json(&task);
    let expected = json!({"Client": "c", "State": true, "Deserializer": [1], "Serializer": 2, "Slots": "s", "Map": 3});
    assert_eq!(payload, expected);
    assert_eq!(json(&serde_json::from_value::<in_the_way::DescribeTask>(payload).unwrap()), expected);
    let least: in_the_way::DescribeTask =
        serde_json::from_value(json!({"Client": "", "State": true, "Deserializer": [], "Zone": "z"})).unwrap();
    assert_eq!((least.slots.as_str(), least.map, least.serializer), ("z", 10, None));
    assert_eq!(wire_names(&least), ["Client", "State", "Deserializer", "Serializer", "Slots", "Map"]);
    assert_eq!(json(&in_the_way::TaskDetail {}), json!({}));
}

/// Actions that are themselves named as what generated code names.
mod named_alike {
    use tencent_action::tencent_action;

    #[tencent_action(service = "vod", version = "2018-07-17", response = Empty)]
    pub(super) struct Option {
        pub(super) client: std::option::Option<u64>,
    }

    #[tencent_action(service = "vod", version = "2018-07-17")]
    pub(super) struct Empty;

    #[tencent_action(service = "vod", version = "2018-07-17")]
    pub(super) struct Client {
        pub(super) action: String,
    }

    #[tencent_action(service = "vod", version = "2018-07-17")]
    pub(super) struct Action {
        pub(super) call: Vec<Self>,
    }
}

#[test]
fn actions_may_be_named_as_what_generated_code_names() {
    assert_eq!(json(&named_alike::Option { client: None }), json!({}));
    assert_eq!(json(&named_alike::Empty), json!({}));
    assert_eq!(json(&named_alike::Client { action: "a".to_owned() }), json!({"Action": "a"}));
    let action = named_alike::Action { call: vec![named_alike::Action { call: Vec::new() }] };
    assert_eq!(json(&action), json!({"Call": [{"Call": []}]}));
    let fields = [Field::new("Client", Kind::Integer, false)];
    let option = named_alike::Option { client: None };
    assert_eq!(declared(&option), ("vod", "2018-07-17", "Option", &fields[..]));
}
