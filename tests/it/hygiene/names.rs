//! Names of members: what follows from an identifier, and what is said.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tencent_action::{Data, tencent_data};

use super::{json, names_of};

/// The same struct, once derived by us, once by way of serde, and once by serde alone.
macro_rules! named {
    ($($module:ident $rule:literal;)*) => {
        $(
            mod $module {
                macro_rules! named {
                    ($name:ident, $attribute:meta) => {
                        #[$attribute]
                        #[serde(rename_all = $rule)]
                        #[derive(Debug, PartialEq, Default)]
                        pub(super) struct $name {
                            a: u8,
                            b_: u8,
                            instance_i_d: u8,
                            i_pv6: u8,
                            ipv6_addresses: u8,
                            http2xx: u8,
                            _leading: u8,
                            r#type: u8,
                            r#async: u8,
                            r#gen: u8,
                            raw: u8,
                            x_y_z: u8,
                            #[serde(rename = "hadAutoFixVul", alias = "HadAutoFixVul")]
                            had_auto_fix_vul: u8,
                            #[serde(rename = "Type of \"it\"")]
                            said: u8,
                        }
                    };
                }
                named!(Derived, tencent_action::tencent_data);
                named!(Plain, derive(serde::Serialize, serde::Deserialize));

                #[tencent_action::tencent_data]
                #[serde(rename_all = $rule)]
                #[derive(Debug, PartialEq, Default)]
                pub(super) struct BySerde {
                    a: u8,
                    instance_i_d: u8,
                    i_pv6: u8,
                    r#type: u8,
                    #[serde(flatten)]
                    rest: Option<Derived>,
                }
            }
        )*

        #[test]
        fn names_are_serdes() {
            $(
                let derived = json(&$module::Derived::default());
                assert_eq!(derived.to_string(), json(&$module::Plain::default()).to_string(), $rule);
                assert_eq!(keys(&derived), sorted(names_of::<$module::Derived>()), $rule);
                assert_eq!(serde_json::from_value::<$module::Derived>(derived.clone()).unwrap(), Default::default());
                assert_eq!(serde_json::from_value::<$module::Plain>(derived).unwrap(), Default::default());

                let by_serde = json(&$module::BySerde::default());
                assert_eq!(keys(&by_serde), sorted(names_of::<$module::BySerde>()), $rule);
            )*
        }
    };
}

named! {
    lower "lowercase";
    upper "UPPERCASE";
    pascal "PascalCase";
    camel "camelCase";
    snake "snake_case";
    screaming_snake "SCREAMING_SNAKE_CASE";
    kebab "kebab-case";
    screaming_kebab "SCREAMING-KEBAB-CASE";
}

fn keys(value: &Value) -> Vec<&str> {
    sorted(value.as_object().unwrap().keys().map(String::as_str).collect())
}

fn sorted(mut names: Vec<&str>) -> Vec<&str> {
    names.sort_unstable();
    names
}

#[test]
fn names_are_in_pascal_case_if_nothing_is_said() {
    let names = names_of::<pascal::Derived>();
    let expected = [
        "A",
        "B",
        "InstanceID",
        "IPv6",
        "Ipv6Addresses",
        "Http2xx",
        "Leading",
        "Type",
        "Async",
        "Gen",
        "Raw",
        "XYZ",
        "hadAutoFixVul",
        "Type of \"it\"",
    ];
    assert_eq!(names, expected);
}

/// Raw names, of the struct too, and members that come and go.
#[tencent_data]
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct r#Type {
    /// A keyword.
    pub(crate) r#struct: Option<String>,
    #[cfg(test)]
    pub(in crate::hygiene) here: u8,
    #[cfg(not(test))]
    gone: DoesNotExist,
    #[cfg_attr(test, serde(rename = "URL", alias = "Url"))]
    #[cfg_attr(not(test), serde(rename = "Gone"))]
    pub url: String,
}

#[cfg_attr(test, tencent_data)]
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct r#Self_ {
    pub(crate) r#struct: Option<r#Type>,
    #[cfg(test)]
    pub(in crate::hygiene) here: u8,
    #[cfg(not(test))]
    gone: DoesNotExist,
    #[cfg_attr(test, serde(flatten))]
    rest: BTreeMap<String, r#Type>,
}

#[test]
fn names_may_be_raw_and_members_may_be_configured() {
    let payload = json!({"Struct": "s", "Here": 1, "URL": "u"});
    let data: r#Type = serde_json::from_value(payload.clone()).unwrap();
    assert_eq!(data, r#Type { r#struct: Some("s".to_owned()), here: 1, url: "u".to_owned() });
    assert_eq!((json(&data), names_of::<Type>()), (payload, vec!["Struct", "Here", "URL"]));
    let fault = serde_json::from_str::<Type>("[]").unwrap_err().to_string();
    assert!(fault.contains("expected an object (Type)"), "{fault}");

    let payload = json!({"Struct": {"Here": 0, "URL": ""}, "Here": 1, "A": {"Here": 0, "URL": "u"}});
    let data: Self_ = serde_json::from_value(payload.clone()).unwrap();
    assert_eq!((&data.r#struct, data.rest["A"].url.as_str()), (&Some(Type::default()), "u"));
    assert_eq!((json(&data), <r#Self_ as Data>::FIELDS.len()), (payload, 2));
    let fault = serde_json::from_str::<Self_>("[]").unwrap_err().to_string();
    assert!(fault.contains("expected an object (Self_)"), "{fault}");
}
